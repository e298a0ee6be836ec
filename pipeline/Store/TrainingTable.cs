namespace Hotspot.Store;

/// <summary>An order whose issue is known without its text.</summary>
/// <param name="Cell">Deepest cell of its category path; null where a person decided on an order without one.</param>
/// <param name="Issue">Null: its path is none of the bureau's.</param>
/// <param name="ByCategory">A cell decided; else a person, or that none did.</param>
public sealed record KnownOrder(DateOnly? On, string? Stream, string? Cell, string? Title, string? Content, string? Issue, bool ByCategory);

/// <summary>What a classifier of texts can learn from.</summary>
public static class TrainingTable
{
    /// <param name="most">Orders of one issue, the latest.</param>
    /// <returns>In order of time.</returns>
    public static IReadOnlyList<KnownOrder> Read(Session store, int most)
    {
        store.Execute("Store/known_text");
        return store.Query(
            "Store/training_texts",
            row => new KnownOrder(
                row.DayAt(1),
                row.TextAt(2),
                row.TextAt(3),
                row.TextAt(4),
                row.TextAt(5),
                row.TextAt(6),
                row.GetBoolean(7)
            ),
            ("most", most)
        );
    }

    /// <summary>Puts the orders whose issue no category decided into the table <c>touch</c>.</summary>
    public static void TouchByText(Session store) => store.Execute("Store/touch_by_text");
}

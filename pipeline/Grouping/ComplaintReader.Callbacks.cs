using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Grouping;

public sealed partial class ComplaintReader
{
    /// <summary>True where the generation holds recorded callbacks.</summary>
    public bool HasCallbacks { get; private init; }

    /// <summary>Orders of stream B, or of an unknown one, that were closed in the span, in order of their numbers; of every issue kind.</summary>
    public IReadOnlyList<CohortOrder> CallbackOrders(DaySpan closed, IReadOnlyList<DatedKind>? kinds) =>
        _session.Query(
            "Grouping/callback_cohort",
            row => new CohortOrder(
                row.GetString(0),
                row.DayAt(1)!.Value,
                row.DayAt(2)!.Value,
                row.TextAt(3),
                row.TextAt(4),
                row.GetString(5),
                row.TextAt(6),
                (int)row.GetInt64(7),
                row.GetBoolean(8),
                row.GetBoolean(9),
                row.BoolAt(10),
                row.BoolAt(11),
                row.TextAt(12),
                row.DoubleAt(13)
            ),
            [.. Between(closed), ("kinds", DatedKind.Json(kinds))]
        );

    /// <summary>The beginnings of their masked stories, by order number.</summary>
    public IReadOnlyDictionary<string, string> CallbackStories(DaySpan closed) =>
        _session
            .Query("Grouping/callback_texts", row => (row.GetString(0), row.GetString(1)), Between(closed))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Makes the views that every statement reads.</summary>
    internal static void Prepare(Session session, Generation generation, DateOnly until, OrderStream? stream)
    {
        Look(session, generation, until, stream);
        if (File.Exists(generation.Callbacks))
            session.Execute("Grouping/callback_view", ("file", generation.Callbacks));
        else
            session.Execute("Grouping/callback_none");
        if (File.Exists(generation.Dispatched))
            session.Execute("Grouping/processing_view", ("dispatched", generation.Dispatched), ("lists", generation.DispatchLists));
    }

    /// <summary>Makes the views of the complaints.</summary>
    /// <param name="until">First day that is not seen; <paramref name="stream"/> null: all streams.</param>
    internal static void Look(Session session, Generation generation, DateOnly until, OrderStream? stream = null) =>
        session.Execute(
            "Grouping/reader",
            ("files", generation.Complaints),
            ("batches", generation.Batches),
            ("until", until),
            ("stream", stream is { } one ? Snake.Code(one) : null)
        );
}

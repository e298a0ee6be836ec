using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>A row of a workbook that asked a person to decide.</summary>
/// <param name="Present">What held when the workbook was made: a decision is refused where something else holds now.</param>
public sealed record ReviewItem(int No, OverrideKind Kind, OverrideScope Scope, string Key, Correction Present);

/// <summary>What the orders with one key say now.</summary>
public sealed record PresentState(long Orders, Correction Value);

/// <summary>Rows that people were asked about, and what holds for them now.</summary>
public static class ReviewTable
{
    public static void Write(Session store, string workbook, IEnumerable<ReviewItem> items)
    {
        foreach (var item in items)
            store.Execute(
                "Store/review_item_add",
                ("workbook", workbook),
                ("item_no", item.No),
                ("kind", Snake.Code(item.Kind)),
                ("scope", Snake.Code(item.Scope)),
                ("key", item.Key),
                ("present", OverrideTable.Write(item.Present))
            );
    }

    public static IReadOnlyList<ReviewItem> Read(Session store, string workbook) =>
        store.Query(
            "Store/review_items",
            row => new ReviewItem(
                row.GetInt32(0),
                Snake.Parse<OverrideKind>(row.GetString(1)),
                Snake.Parse<OverrideScope>(row.GetString(2)),
                row.GetString(3),
                OverrideTable.Read(row.GetString(4))
            ),
            ("workbook", workbook)
        );

    public static DateOnly? LastDay(Session store) => store.One("Store/review_span", row => row.DayAt(0));

    /// <param name="asDerived">Only orders that still have the issue in the key, by the rules and not by a person.</param>
    public static PresentState Present(Session store, OverrideKind kind, OverrideScope scope, string key, bool asDerived = true)
    {
        Group(store, kind, scope, key, asDerived);
        return store.One(
            "Store/review_present",
            row => new PresentState(
                row.GetInt64(0),
                kind switch
                {
                    OverrideKind.Issue => new Correction(Issue: row.TextAt(1)),
                    OverrideKind.Place => new Correction(District: row.TextAt(2), Street: row.TextAt(3), Place: row.TextAt(4)),
                    OverrideKind.Unit => new Correction(District: row.TextAt(2), Street: row.TextAt(3)),
                    OverrideKind.Disposition => new Correction(Disposition: row.TextAt(5)),
                    _ => new Correction(Incident: row.TextAt(6)),
                }
            )
        );
    }

    /// <summary>Puts the orders that a decision bears on into the table <c>touched</c>.</summary>
    public static void Touch(Session store, OverrideKind kind, OverrideScope scope, string key)
    {
        Group(store, kind, scope, key, asDerived: false);
        store.Execute("Store/review_touch");
    }

    private static void Group(Session store, OverrideKind kind, OverrideScope scope, string key, bool asDerived)
    {
        var parts = OverrideKey.Parts(key);
        if (scope == OverrideScope.Order)
            store.Execute("Store/review_group_order", ("id", key));
        else if (kind == OverrideKind.Place)
            store.Execute("Store/review_group_place", ("place", parts[0]), ("district", parts[1]), ("street", parts[2]));
        else if (kind == OverrideKind.Unit)
            store.Execute("Store/review_group_street", ("street", parts[0]), ("district", parts[1]));
        else if (parts[0] == "category")
            store.Execute("Store/review_group_category", ("path", parts[1]), ("issue", asDerived ? parts[2] : null));
        else
            store.Execute("Store/review_group_text", ("text", parts[1]), ("issue", asDerived ? parts[2] : null));
    }
}

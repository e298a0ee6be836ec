namespace Hotspot.Store;

/// <summary>What place texts of a district are read by, as a hash.</summary>
/// <param name="District">Null: what bears on every district.</param>
public sealed record PlaceRule(string? District, string Value);

/// <summary>The place rules that the orders of the store were derived by.</summary>
public static class PlaceRuleTable
{
    public static bool HasOrders(Session store) => store.One("Store/any_order", row => row.GetBoolean(0));

    /// <returns>Districts whose rule is new, another one, or gone: their orders are to be derived anew.</returns>
    public static IReadOnlyList<string?> Changed(Session store, IReadOnlyCollection<PlaceRule> rules)
    {
        var held = store.Query("Store/place_rules", row => new PlaceRule(row.TextAt(0), row.GetString(1)));
        return [.. held.Except(rules).Concat(rules.Except(held)).Select(rule => rule.District).Distinct()];
    }

    /// <summary>Puts the orders of the district into the table <c>touch</c>.</summary>
    public static void Touch(Session store, string? district) => store.Execute("Store/touch_district", ("district", district));

    public static void Write(Session store, IEnumerable<PlaceRule> rules)
    {
        store.Execute("Store/place_rules_clear");
        foreach (var rule in rules)
            store.Execute("Store/place_rule_add", ("district", rule.District), ("value", rule.Value));
    }
}

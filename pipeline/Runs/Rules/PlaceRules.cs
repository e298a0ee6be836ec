using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs.Rules;

/// <summary>
/// Orders follow the lists of named places: where the home's <c>places.csv</c>, the shipped list, the spelling of keys or the words that names in
/// free text are found by are no longer what they were derived by, those of the districts in question are derived anew.
/// </summary>
internal static class PlaceRules
{
    /// <returns>Orders derived anew.</returns>
    public static long Follow(
        RunContext context,
        ComplaintStore store,
        CityReference city,
        Func<Complaint, Complaint> derive,
        RunLedger ledger,
        CancellationToken cancel
    )
    {
        var rules = Of(city);
        var changed = PlaceRuleTable.Changed(store.Session, rules);
        if (changed.Count == 0)
            return 0;
        if (!PlaceRuleTable.HasOrders(store.Session))
        {
            UndoTable.Write(store.Session, on => PlaceRuleTable.Write(on, rules));
            return 0;
        }
        context.Progress.Step("step.places");
        return ledger.Step(
            "places",
            "",
            () =>
                Rederivation.Run(
                    store.Session,
                    on =>
                    {
                        foreach (var district in changed)
                            PlaceRuleTable.Touch(on, district);
                    },
                    derive,
                    on => IncidentStep.Run(on, city, context, ledger),
                    on => PlaceRuleTable.Write(on, rules),
                    cancel
                ),
            touched => (touched, touched, null)
        );
    }

    public static IReadOnlyList<PlaceRule> Of(CityReference city) =>
        [
            new PlaceRule(null, $"{PlaceKey.Spelling}; {SpokenNames.Fingerprint()}"),
            .. city.Geo.Places?.Fingerprints().Select(one => new PlaceRule(one.District, one.Value)) ?? [],
        ];
}

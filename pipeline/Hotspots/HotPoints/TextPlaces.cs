using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// Places known only by their text compete by their key (METHODS c4, method place_key). Tests count incidents, for the callers of one are no
/// independent cases. Expected: the place's own incidents in the baseline, drawn towards its street's mean place by Marshall's prior, scaled to the
/// period. The tail is the gamma–Poisson predictive (negative binomial), BH over all places; <c>rising</c> asks the own past alone, with Jeffreys'
/// half case as in <see cref="Heat"/>, BH likewise.
/// <see cref="HotPoint.PValue"/> holds the adjusted value, so that in both methods p ≤ .05 is what hot means.
/// </summary>
internal static class TextPlaces
{
    private sealed record Place(string Key, IReadOnlyList<PointUnit> Now, IReadOnlyList<PointUnit> Before)
    {
        public int Incidents { get; } = CountIncidents(Now);

        public int IncidentsBefore { get; } = CountIncidents(Before);

        private static int CountIncidents(IEnumerable<PointUnit> units) =>
            units.Select(unit => unit.IncidentId).Distinct(StringComparer.Ordinal).Count();
    }

    /// <param name="now">Units of the period without a point, with a place key; <paramref name="before"/> of the baseline.</param>
    /// <param name="scale">All units of the period ÷ all of the baseline; null: history too short to test.</param>
    /// <returns>Unranked.</returns>
    public static List<HotPoint> Run(
        IReadOnlyList<PointUnit> now,
        IReadOnlyList<PointUnit> before,
        double? scale,
        PointInputs inputs,
        PointSettings settings
    )
    {
        var past = before.ToLookup(unit => unit.PlaceKey!, StringComparer.Ordinal);
        var present = now.ToLookup(unit => unit.PlaceKey!, StringComparer.Ordinal);
        Place[] places =
        [
            .. present
                .Concat(past)
                .Select(group => group.Key)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => new Place(key, [.. present[key]], [.. past[key]])),
        ];
        var (expected, hot, rising) = Tests(places, scale);
        var earlier = inputs.Previous?.ToLookup(unit => unit.PlaceKey ?? string.Empty, StringComparer.Ordinal);

        var found = new List<HotPoint>();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Now.Count == 0)
                continue;
            var sum = UnitSummary.Of(places[i].Now);
            if (!sum.IsManyVoiced)
                continue;
            var b = places[i].Before.Count;
            bool? isRising = rising[i] is { } q ? q <= settings.Level && sum.Units > b * scale : null;
            found.Add(
                new HotPoint(
                    HotspotIds.OfPlace(sum.District, sum.Street, places[i].Key),
                    0,
                    sum.Label ?? places[i].Key,
                    sum.District,
                    sum.Street,
                    null,
                    null,
                    null,
                    sum.Complaints,
                    sum.Incidents,
                    sum.Callers,
                    sum.CallersFrom,
                    sum.ActiveDays,
                    sum.FirstAt,
                    sum.LastAt,
                    sum.TopIssue,
                    sum.TopHour,
                    sum.BusyHours,
                    expected[i],
                    sum.Units - expected[i],
                    hot[i],
                    hot[i] is { } p ? p <= settings.Level && sum.Units > expected[i] : null,
                    earlier?[places[i].Key].Sum(unit => (long)unit.Complaints),
                    rising[i],
                    isRising,
                    null,
                    "place_key",
                    null
                )
                {
                    TopIssueShare = sum.TopIssueShare,
                    PlaceKey = places[i].Key,
                    UnitIds = [.. places[i].Now.Select(unit => unit.UnitId)],
                }
            );
        }
        return found;
    }

    /// <returns>Expected units, q of hot, q of rising.</returns>
    private static (double?[] Expected, double?[] Hot, double?[] Rising) Tests(Place[] places, double? scale)
    {
        var (expected, hot, rising) = (new double?[places.Length], new double?[places.Length], new double?[places.Length]);
        if (scale is not { } w)
            return (expected, hot, rising);
        var streets = Enumerable
            .Range(0, places.Length)
            .GroupBy(i =>
            {
                var unit = places[i].Now.Concat(places[i].Before).First();
                return (unit.District, unit.Street);
            });
        var callers =
            (double)places.Sum(place => place.Now.Count + place.Before.Count)
            / Math.Max(1, places.Sum(place => place.Incidents + place.IncidentsBefore));
        foreach (var street in streets)
        {
            int[] members = [.. street];
            var counts = members.Select(i => (double)places[i].IncidentsBefore).ToArray();
            var prior = MarshallEb.Fit(counts, [.. members.Select(_ => 1.0)])!;
            // Half a case for a street that never had any.
            var mean = Math.Max(prior.Mean, 0.5 / members.Length);
            for (var k = 0; k < members.Length; k++)
            {
                var (i, seen) = (members[k], places[members[k]].Incidents);
                var e = w * (prior.Variance > 0 ? prior.Smooth(counts[k], 1) : mean);
                // Posterior shape b + m²/A: the predictive variance is E(1 + E/shape).
                var spread = prior.Variance > 0 ? 1 + e / (counts[k] + mean * mean / prior.Variance) : 1;
                expected[i] = e * callers;
                hot[i] = CountTail.NegativeBinomial(seen, e, spread);
                rising[i] = CountTail.NegativeBinomial(seen, (counts[k] + 0.5) * w, 1 + w);
            }
        }
        return (expected, Fdr.BenjaminiHochberg(hot), Fdr.BenjaminiHochberg(rising));
    }
}

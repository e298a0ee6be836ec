using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Trends;

/// <summary>What the city had in the weeks of a series.</summary>
/// <param name="Incidents">All of them, by week.</param>
/// <param name="InPeriod">Those of the period whose expectation is known.</param>
/// <param name="UnitSpread">Variance over mean of counts of units, for an incident has several.</param>
public sealed record CityWeeks(IReadOnlyList<long> Incidents, long InPeriod, double UnitSpread);

/// <summary>
/// How each hotspot came to be one: the classes of <see cref="EmergingHotspot"/> on its own weekly series. Not the class of the hexagon that it
/// lies in: with its ring that is 4.5 km², in which a building site drowns. Counts are units (one caller's issue), as in the other tests of points:
/// as an incident, the burst of forty callers would be one. Only hot steps are told apart; a point is never cold. A trend needs both the place's
/// counts and its share of the city's incidents.
/// </summary>
public static class PointTrends
{
    /// <summary>
    /// Places with a ground. A week is hot where the ground would be a candidate (<see cref="PointSettings.LeastUnits"/>) and has more units than its
    /// surroundings allow for: E = ∫λ over the ground, as the hot test of the period expects, × the city's week ÷ its period; negative binomial, BH
    /// over all weeks of all grounds. Grounds were picked because they are full now, so a week of the period is believed only where the
    /// family-wise test of the period says so too, or where an earlier week, which nobody picked, was hot.
    /// </summary>
    /// <param name="grounds">Units by point and week.</param>
    /// <returns>The class of each point; null: not known.</returns>
    public static string?[] OnGrounds(IReadOnlyList<HotPoint> points, WeekSteps steps, int[][] grounds, CityWeeks city, DateOnly periodFrom)
    {
        var found = new string?[points.Count];
        int[] tested = [.. Enumerable.Range(0, points.Count).Where(i => points[i] is { Geometry: not null, Expected: not null })];
        var p = new double[tested.Length * steps.Count];
        for (var bin = 0; bin < p.Length; bin++)
        {
            var (i, week) = (tested[bin / steps.Count], bin % steps.Count);
            var expected = points[i].Expected!.Value * city.Incidents[week] / city.InPeriod;
            p[bin] = CountTail.NegativeBinomial(grounds[i][week], expected, city.UnitSpread);
        }
        var q = Fdr.OfAll(p);
        var least = new PointSettings().LeastUnits;
        var firstPicked = steps.Of(periodFrom);
        for (var k = 0; k < tested.Length; k++)
        {
            var i = tested[k];
            var sides = new sbyte[steps.Count];
            var believed = points[i].IsHot == true;
            for (var week = 0; week < steps.Count; week++)
            {
                var isHot = grounds[i][week] >= least && q[k * steps.Count + week] <= CubeTest.Level;
                believed |= isHot && week < firstPicked;
                sides[week] = (sbyte)(isHot && (week < firstPicked || believed) ? 1 : 0);
            }
            found[i] = Code(sides, grounds[i], city.Incidents);
        }
        return found;
    }

    /// <summary>
    /// Places known by their text: a cube of all places of the city, each without neighbours. E = the week's units ÷ places, negative binomial with the
    /// variance over all bins, BH over all bins: nothing was picked.
    /// </summary>
    /// <param name="city">All incidents by week.</param>
    public static string?[] ByKey(IReadOnlyList<HotPoint> points, WeekSteps steps, PlaceWeeks places, IReadOnlyList<long> city)
    {
        var limit = HotFrom(steps, places);
        return
        [
            .. points.Select(point =>
                point.PlaceKey is { } key && places.Listed.TryGetValue(key, out var series)
                    ? Code([.. series.Select((count, week) => (sbyte)(count >= limit[week] ? 1 : 0))], series, city)
                    : null
            ),
        ];
    }

    /// <summary>By week, the fewest units that make a place hot.</summary>
    private static int[] HotFrom(WeekSteps steps, PlaceWeeks places)
    {
        var limit = new int[steps.Count];
        Array.Fill(limit, int.MaxValue);
        var expected = new double[steps.Count];
        foreach (var bin in places.Bins)
            expected[bin.Week] += bin.Units * (double)bin.Places / places.Places;
        var mean = expected.Average();
        if (!(mean > 0))
            return limit;
        double square = 0;
        var full = new long[steps.Count];
        foreach (var (week, units, count) in places.Bins)
        {
            square += count * (units - expected[week]) * (units - expected[week]);
            full[week] += count;
        }
        for (var week = 0; week < steps.Count; week++)
            square += (places.Places - full[week]) * expected[week] * expected[week];
        var bins = (double)places.Places * steps.Count;

        // Bins with as many units in a week have one p; the empty ones have p = 1 and stand last.
        var tails = places
            .Bins.Select(bin => (bin, P: CountTail.NegativeBinomial(bin.Units, expected[bin.Week], square / bins / mean)))
            .OrderBy(one => one.P)
            .ThenBy(one => one.bin.Week)
            .ThenBy(one => one.bin.Units)
            .ToArray();
        double rank = 0;
        var last = -1;
        for (var k = 0; k < tails.Length; k++)
        {
            rank += tails[k].bin.Places;
            if (tails[k].P * bins / rank <= CubeTest.Level)
                last = k;
        }
        for (var k = 0; k <= last; k++)
            limit[tails[k].bin.Week] = Math.Min(limit[tails[k].bin.Week], tails[k].bin.Units);
        return limit;
    }

    /// <summary>
    /// A trend needs both: of the place's share of the city, and of its counts. By the share alone a place that stays as it is in a growing city eases; by
    /// the counts alone every place of it gets worse.
    /// </summary>
    private static string Code(sbyte[] sides, int[] series, IReadOnlyList<long> city)
    {
        // A week in which the city has nothing says nothing.
        var share = Direction([.. series.Select((count, week) => city[week] > 0 ? (double)count / city[week] : double.NaN)]);
        var own = Direction([.. series.Select(count => (double)count)]);
        return EmergingHotspot.Code(EmergingHotspot.Classify(sides, share == own ? own : 0));
    }

    private static int Direction(double[] series) => MannKendall.Of(series).Direction(CubeTest.Level);
}

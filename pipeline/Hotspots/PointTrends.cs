namespace Hotspot.Hotspots;

/// <summary>
/// How each hotspot came to be one: the classes of <see cref="EmergingHotspot"/> on its own weekly series. Not the class of the hexagon that it
/// lies in: with its ring that is 4.5 km², in which a building site drowns. Only hot steps are told apart; a point is never cold.
/// <para>
/// A place with a ground: a week is hot where the ground has more incidents than its surroundings allow for, E = ∫λ over the ground (what the hot
/// test of the period expects) × the city's incidents of the week ÷ those of the period; Poisson, BH over all weeks of all grounds. Grounds
/// were picked because they are full now, so a week that the period touches counts as hot only where the family-wise test says so too.
/// </para>
/// <para>
/// A place known by its text: a cube of all places of the city, each without neighbours; E = the week's incidents ÷ places, negative binomial
/// with the variance over all bins, BH over all bins: nothing was picked. Trends are those of the place's share of the city's incidents.
/// </para>
/// </summary>
public static class PointTrends
{
    /// <param name="grounds">Incidents on the grounds, by point and week; null: the history of coordinates is too short.</param>
    /// <param name="city">All incidents by week.</param>
    /// <param name="inPeriod">All incidents of the period.</param>
    /// <param name="places">Null: likewise for place keys.</param>
    /// <returns>The class of each point; null: not known.</returns>
    public static string?[] Of(
        IReadOnlyList<HotPoint> points,
        WeekSteps steps,
        int[][]? grounds,
        IReadOnlyList<long> city,
        long inPeriod,
        DateOnly periodFrom,
        PlaceWeeks? places
    )
    {
        var found = new string?[points.Count];
        if (grounds is not null)
            OnGrounds(points, steps, grounds, city, inPeriod, periodFrom, found);
        if (places is not null)
            ByKey(points, steps, places, city, found);
        return found;
    }

    private static void OnGrounds(
        IReadOnlyList<HotPoint> points,
        WeekSteps steps,
        int[][] grounds,
        IReadOnlyList<long> city,
        long inPeriod,
        DateOnly periodFrom,
        string?[] found
    )
    {
        int[] tested = [.. Enumerable.Range(0, points.Count).Where(i => points[i] is { Geometry: not null, Expected: not null })];
        var p = new double[tested.Length * steps.Count];
        for (var k = 0; k < tested.Length; k++)
        {
            for (var week = 0; week < steps.Count; week++)
                p[k * steps.Count + week] = CountTail.Poisson(
                    grounds[tested[k]][week],
                    points[tested[k]].Expected!.Value * city[week] / inPeriod
                );
        }
        var q = Fdr.OfAll(p);
        var firstPicked = steps.Of(periodFrom);
        for (var k = 0; k < tested.Length; k++)
        {
            var i = tested[k];
            var sides = new sbyte[steps.Count];
            for (var week = 0; week < steps.Count; week++)
                sides[week] = (sbyte)(
                    q[k * steps.Count + week] <= CubeTest.Level && (week < firstPicked || points[i].IsHot == true) ? 1 : 0
                );
            found[i] = Code(sides, grounds[i], city);
        }
    }

    private static void ByKey(IReadOnlyList<HotPoint> points, WeekSteps steps, PlaceWeeks places, IReadOnlyList<long> city, string?[] found)
    {
        var expected = new double[steps.Count];
        foreach (var bin in places.Bins)
            expected[bin.Week] += bin.Incidents * (double)bin.Places / places.Places;
        var mean = expected.Average();
        if (mean <= 0)
            return;
        double square = 0;
        var full = new long[steps.Count];
        foreach (var (week, incidents, count) in places.Bins)
        {
            square += count * (incidents - expected[week]) * (incidents - expected[week]);
            full[week] += count;
        }
        for (var week = 0; week < steps.Count; week++)
            square += (places.Places - full[week]) * expected[week] * expected[week];
        var bins = (double)places.Places * steps.Count;
        var dispersion = square / bins / mean;

        // Bins with as many incidents in a week have one p; the empty ones have p = 1 and stand last.
        var limit = new int[steps.Count];
        Array.Fill(limit, int.MaxValue);
        var tails = places
            .Bins.Select(bin => (bin, P: CountTail.NegativeBinomial(bin.Incidents, expected[bin.Week], dispersion)))
            .OrderBy(one => one.P)
            .ThenBy(one => one.bin.Week)
            .ThenBy(one => one.bin.Incidents)
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
            limit[tails[k].bin.Week] = Math.Min(limit[tails[k].bin.Week], tails[k].bin.Incidents);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].PlaceKey is { } key && places.Listed.TryGetValue(key, out var series))
                found[i] = Code([.. series.Select((count, week) => (sbyte)(count >= limit[week] ? 1 : 0))], series, city);
        }
    }

    private static string Code(sbyte[] sides, int[] series, IReadOnlyList<long> city)
    {
        // A week in which the city has nothing says nothing.
        double[] share = [.. series.Select((count, week) => city[week] > 0 ? (double)count / city[week] : double.NaN)];
        return EmergingHotspot.Code(CellTrend.Of(sides, share, double.NaN, double.NaN).Class);
    }
}

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <summary>
/// 高发区域 (METHODS b): each area × issue against its own share of the 13 weeks before (hot), against the period before and the year
/// before (changes), with its neighbours (clusters), per resident and per km², and its rank among its peers with an interval. One map = one level × one issue; every family of q-values is one map.
/// Without a baseline, or with fewer than three complete weeks of history, what cannot be known is null.
/// </summary>
public static class AreaMeasures
{
    /// <returns>Sorted by level, issue (all issues first), rank, district, street.</returns>
    public static IReadOnlyList<Area> Run(IReadOnlyList<AreaCounts> counts, AreaSettings settings)
    {
        var maps = counts
            .GroupBy(row => (row.Level, row.Issue))
            .OrderBy(map => map.Key.Level, StringComparer.Ordinal)
            .ThenBy(map => map.Key.Issue, StringComparer.Ordinal)
            .Select(map =>
                map.OrderByDescending(row => row.Incidents)
                    .ThenBy(row => row.District, StringComparer.Ordinal)
                    .ThenBy(row => row.Street, StringComparer.Ordinal)
                    .ToArray()
            )
            .ToArray();
        var results = new Area[maps.Length][];
        Parallel.For(0, maps.Length, Workers.All, i => results[i] = Map(maps[i], settings));
        return [.. results.SelectMany(map => map)];
    }

    /// <param name="rows">One map, most incidents first.</param>
    private static Area[] Map(AreaCounts[] rows, AreaSettings settings)
    {
        IReadOnlyList<long>[] weeks = [.. rows.Select(row => row.Weeks)];
        var heat = Heat.Of(rows, Dispersion.Phi(weeks));
        var moderated = Dispersion.Moderated(weeks);
        var previous = Changes(rows, row => row.PreviousIncidents, settings.PreviousExposure, moderated);
        var yearBefore = Changes(rows, row => row.YearBeforeIncidents, settings.YearBeforeExposure, moderated);
        var (level, issue) = (rows[0].Level, rows[0].Issue);
        var ranks = RankCertainty.Interval90(
            [.. rows.Select(row => row.Incidents)],
            settings.RankDraws,
            Draws.Seed(settings.Seed, $"{level}|{issue}")
        );
        var city = (double)(settings.CityComplaints?.GetValueOrDefault(issue ?? string.Empty) ?? rows.Sum(row => row.Complaints));

        AreaKey[] keys = [.. rows.Select(row => new AreaKey(row.District, row.Street))];
        var map = settings.Ground.Map(keys);
        var clusters = AreaClusters.Of(rows, heat, map, settings.Level, Draws.Seed(settings.Seed, $"lisa|{level}|{issue}"));
        var rates = AreaRates.Of(
            [.. rows.Select(row => row.Incidents)],
            [.. keys.Select(key => settings.Ground.Sizes.GetValueOrDefault(key))],
            map
        );

        var areas = new Area[rows.Length];
        var rank = 1;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (i > 0 && row.Incidents < rows[i - 1].Incidents)
                rank = i + 1;
            areas[i] = new Area(
                level,
                row.District,
                row.Street,
                issue,
                row.Complaints,
                row.Incidents,
                row.Callers,
                row.PreviousComplaints,
                Growth(row.Complaints, row.PreviousComplaints, settings),
                row.YearBeforeComplaints,
                Growth(row.Complaints, row.YearBeforeComplaints, settings),
                previous[i],
                yearBefore[i],
                Rising(row, previous[i], settings),
                city > 0 ? row.Complaints / city : 0,
                rank,
                // Shrinkage may leave the observed rank, or that of a long tie, just outside its own interval.
                Math.Min(ranks[i].Low, rank),
                Math.Max(ranks[i].High, rank),
                heat.Expected[i],
                heat.Ratio(i),
                clusters[i].Z,
                heat.Q[i],
                heat.Q[i] is { } q ? q <= settings.Level && row.Incidents > heat.Expected[i] : null
            );
            areas[i] = With(areas[i], clusters[i], rates[i]);
        }
        return areas;
    }

    private static Area With(Area area, AreaCluster cluster, AreaRates rates) =>
        area with
        {
            GiStarP = cluster.P,
            GiStarQ = cluster.Q,
            GiStar = cluster.Side,
            GiStarTest = cluster.Test,
            Lisa = cluster.Lisa,
            LisaQ = cluster.LisaQ,
            EbLocalRatio = cluster.LocalRatio,
            AreaSqkm = rates.Size.Km2,
            AreaFrom = rates.Size.AreaFrom,
            PerSqkm = rates.PerKm2?.Value,
            PerSqkmLow = rates.PerKm2?.Low,
            PerSqkmHigh = rates.PerKm2?.High,
            Residents = rates.Size.Residents,
            Per10k = rates.Per10k?.Value,
            Per10kLow = rates.Per10k?.Low,
            Per10kHigh = rates.Per10k?.High,
            Per10kEb = rates.Eb,
            Per10kEbLocal = rates.LocalEb,
        };

    private static double? Growth(long now, long? then, AreaSettings settings) =>
        then is { } count && count >= settings.LeastBase && count > 0 ? (double)now / count - 1 : null;

    private static double?[] Changes(
        AreaCounts[] rows,
        Func<AreaCounts, long?> then,
        double exposure,
        (double Phi, double Freedom)[]? spread
    )
    {
        if (spread is null)
            return new double?[rows.Length];
        var p = new double?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            // Two zeros are no comparison and would only dilute the family.
            if (then(rows[i]) is { } before && before + rows[i].Incidents > 0)
                p[i] = RateRatio.Overdispersed(rows[i].Incidents, before, spread[i].Phi, exposure, spread[i].Freedom).PValue;
        }
        return Fdr.BenjaminiHochberg(p);
    }

    /// <summary>Up, by at least ten incidents per period of this length, surely, and in complaints as well.</summary>
    private static bool? Rising(AreaCounts row, double? q, AreaSettings settings)
    {
        if (q is null || row.PreviousIncidents is not { } incidents || row.PreviousComplaints is not { } complaints)
            return null;
        return q <= settings.Level
            && row.Incidents - incidents * settings.PreviousExposure >= settings.LeastChange
            && row.Complaints > complaints * settings.PreviousExposure;
    }
}

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Recurrence;

/// <summary>How often a second incident follows this near and this soon; grain of the table <c>near_repeats</c>, one Knox table per issue.</summary>
/// <param name="Issue">Null: all issues together.</param>
/// <param name="FromOn">First day of the incidents counted; <paramref name="UntilOn"/> is the last, included.</param>
/// <param name="Incidents">Located incidents counted; <paramref name="ShareUsed"/> of all, drawn evenly where their pairs are too many.</param>
/// <param name="OverM">Farther apart than this, in metres, and at most <paramref name="UpToM"/>; −1 and 0: at the same coordinate.</param>
/// <param name="FromDay">Days apart, both included.</param>
/// <param name="Observed">Pairs.</param>
/// <param name="Expected">Mean over all permutations of the dates within weekdays, exact.</param>
/// <param name="PValue">Rank of the observed pairs among permutations.</param>
/// <param name="QValue">BH over the table.</param>
/// <param name="IsNearRepeat">q ≤ 5 % and at least 1.2 times what is expected.</param>
public sealed record NearRepeat(
    string? Issue,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Incidents,
    double ShareUsed,
    double OverM,
    double UpToM,
    int FromDay,
    int ToDay,
    long Observed,
    double Expected,
    double? Ratio,
    double PValue,
    double QValue,
    bool IsNearRepeat
);

/// <param name="Replicas">Permutations: the smallest p, 1/(replicas + 1), times the 30 cells must be able to reach the level.</param>
/// <param name="MostPairs">Pairs within reach of one table; beyond, incidents are drawn.</param>
/// <param name="LeastIncidents">An issue with fewer has no table.</param>
public sealed record NearRepeatSettings(
    ulong Seed = 1,
    int Replicas = 999,
    long MostPairs = 400_000,
    int LeastIncidents = 100,
    double Level = 0.05,
    double LeastRatio = 1.2
);

/// <summary>
/// Near repeats (METHODS f): a <see cref="Knox"/> table of all incidents and of each issue. Dates are permuted within weekdays, so that a place that is busy
/// on Sundays makes no cluster. The merge of reports into incidents takes pairs of one address and day away: the cell is then below what is expected, never above.
/// Where a table has too many pairs, incidents are drawn evenly, which leaves ratios as they are; drawing whole days would leave no pairs of days one apart.
/// </summary>
public static class NearRepeats
{
    private static readonly double[] SpaceM = [0, 50, 100, 200, 500];
    private static readonly int[] DaysApart = [0, 1, 3, 7, 14, 30];

    /// <summary>Days that the incidents span at least: the widest band of days fits in twice.</summary>
    public const int LeastDays = 60;

    /// <param name="incidents">In a fixed order.</param>
    /// <param name="toMetres">Longitude and latitude to metres.</param>
    /// <param name="from">First day of the span, which ends before <paramref name="until"/>.</param>
    /// <returns>All issues first, then by issue; empty where the span is too short or no table has enough incidents.</returns>
    public static IReadOnlyList<NearRepeat> Run(
        IReadOnlyList<LocatedIncident> incidents,
        Func<double, double, (double X, double Y)> toMetres,
        DateOnly from,
        DateOnly until,
        NearRepeatSettings settings
    )
    {
        if (until.DayNumber - from.DayNumber < LeastDays)
            return [];
        var tables = incidents
            .Where(incident => incident.Issue is not null)
            .GroupBy(incident => incident.Issue)
            .OrderBy(issue => issue.Key, StringComparer.Ordinal)
            .Select(issue => (Issue: issue.Key, Incidents: issue.ToArray()))
            .Prepend((Issue: null, Incidents: [.. incidents]))
            .Where(table => table.Incidents.Length >= settings.LeastIncidents);
        return [.. tables.SelectMany(table => Table(table.Issue, table.Incidents, toMetres, from, until.AddDays(-1), settings))];
    }

    private static IEnumerable<NearRepeat> Table(
        string? issue,
        LocatedIncident[] incidents,
        Func<double, double, (double X, double Y)> toMetres,
        DateOnly from,
        DateOnly lastDay,
        NearRepeatSettings settings
    )
    {
        var places = Array.ConvertAll(incidents, incident => toMetres(incident.Longitude, incident.Latitude));
        var share = Math.Min(1, Math.Sqrt(settings.MostPairs / NearPairs.Estimate(places, SpaceM[^1])));
        var random = new Draws(Draws.Seed(settings.Seed, $"near repeats {issue}"));
        int[] used = [.. Enumerable.Range(0, incidents.Length).Where(_ => random.Unit() < share)];
        var cells = Knox.Table(
            [.. used.Select(i => places[i].X)],
            [.. used.Select(i => places[i].Y)],
            [.. used.Select(i => incidents[i].On.DayNumber - from.DayNumber)],
            new KnoxSettings(SpaceM, DaysApart, Replicas: settings.Replicas, Seed: Draws.Seed(settings.Seed, $"knox {issue}")),
            [.. used.Select(i => (int)incidents[i].On.DayOfWeek)]
        );
        var q = Fdr.OfAll([.. cells.Select(cell => cell.PermutationP!.Value)]);
        return cells.Select(
            (cell, i) =>
                new NearRepeat(
                    issue,
                    from,
                    lastDay,
                    used.Length,
                    share,
                    cell.Space == 0 ? -1 : SpaceM[cell.Space - 1],
                    SpaceM[cell.Space],
                    cell.Time == 0 ? 0 : DaysApart[cell.Time - 1] + 1,
                    DaysApart[cell.Time],
                    cell.Observed,
                    cell.Expected,
                    double.IsFinite(cell.Ratio) ? cell.Ratio : null,
                    cell.PermutationP!.Value,
                    q[i],
                    q[i] <= settings.Level && cell.Observed >= settings.LeastRatio * cell.Expected
                )
        );
    }
}

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>Incidents of one week in one square cell.</summary>
/// <param name="Area">district/street of the first of them in the last weeks; null: not told.</param>
public readonly record struct CellWeek(int Column, int Row, int Week, int Incidents, string? Area);

/// <summary>Grain of the table <c>hot_cells</c>: the first hundredth of the cells in which anything ever happens, most expected first.</summary>
/// <param name="IncidentsFourWeeks">In the last four weeks; <paramref name="IncidentsYear"/> in the last 52 weeks.</param>
/// <param name="Expected">Incidents in the next week.</param>
/// <param name="Model">count | recency.</param>
public sealed record HotCell(
    int Rank,
    string Cell,
    string? District,
    string? Street,
    double Longitude,
    double Latitude,
    int IncidentsFourWeeks,
    int IncidentsYear,
    double Expected,
    string Model
);

/// <summary>Grain of the table <c>hot_cell_backtest</c>: one model and share of the area, over all origins.</summary>
/// <param name="Origins">Weeks ranked, each by what was known before it; null with a reason: not tried.</param>
/// <param name="Cells">Ranked first, mean; <paramref name="AllCells"/> likewise.</param>
/// <param name="Incidents">That came in these weeks, with those in no cell of the area.</param>
/// <param name="BetterOrigins">Weeks with more hits than the year's count has.</param>
/// <param name="Reason">short_history | few_cases.</param>
public sealed record HotCellBacktest(
    string Model,
    double AreaShare,
    int? Origins,
    DateOnly? FromOn,
    DateOnly? UntilOn,
    double? Cells,
    double? AllCells,
    long? Hits,
    long? Incidents,
    double? HitRate,
    double? Pai,
    double? Pei,
    double? Rri,
    int? BetterOrigins,
    double? SignPValue,
    bool IsShown,
    string? Reason
);

/// <summary>
/// Where incidents are to be expected in the next week, as a list of cells (METHODS h). By the count of a year, or by recency: incidents weighted by
/// e^(−days/28) and spread by the quartic kernel; the second is shown only where its first hundredth of the area held more of what came in most
/// weeks (sign test). The area: cells with an incident in the last 52 weeks and those that touch them.
/// </summary>
public static class HotCells
{
    public const int LearnedWeeks = 52;
    public const double ShownShare = 0.01;
    private const int LeastWeeks = 8;
    private const double LeastAWeek = 20;
    private const double SignLevel = 0.1;
    private const double DecayDays = 28;

    /// <summary>The kernel ends at 300 m, in cells of 200 m: a site and what adjoins it. A wider one ranks empty neighbours of a busy site before the next site.</summary>
    private const double Reach = 1.5;

    private const string Count = "count";
    private const string Recency = "recency";
    private static readonly double[] Shares = [0.005, 0.01, 0.02, 0.05];
    private static readonly string[] Models = [Count, Recency];

    /// <param name="centre">Longitude and latitude of a cell's centre.</param>
    /// <param name="most">Weeks of the back-test, where there are so many.</param>
    public static (IReadOnlyList<HotCell> Cells, IReadOnlyList<HotCellBacktest> Backtests) Run(
        WeekSteps steps,
        IReadOnlyList<CellWeek> incidents,
        Func<int, int, (double Longitude, double Latitude)> centre,
        int most = WeekAhead.LeastOrigins
    )
    {
        var reason =
            steps.Count < LeastWeeks + WeekAhead.LeastOrigins ? "short_history"
            : incidents.Sum(one => (double)one.Incidents) < LeastAWeek * steps.Count ? "few_cases"
            : null;
        if (reason is not null)
            return (
                [],
                [
                    .. Models.SelectMany(model =>
                        Shares.Select(share => new HotCellBacktest(
                            model,
                            share,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            false,
                            reason
                        ))
                    ),
                ]
            );
        var lattice = new CellLattice(incidents, steps.Count);
        var origins = Math.Min(most, steps.Count - LeastWeeks);
        var trials = new HitRates[Models.Length, Shares.Length, origins];
        Parallel.For(
            0,
            origins,
            Workers.All,
            i =>
            {
                var week = steps.Count - origins + i;
                var area = lattice.Area(week, LearnedWeeks);
                var (actual, elsewhere) = lattice.Came(area, week);
                var learned = area.Counts;
                for (var model = 0; model < Models.Length; model++)
                {
                    var score = Score(Models[model], lattice, area, week);
                    for (var share = 0; share < Shares.Length; share++)
                        trials[model, share, i] = HitRates.Of(score, learned, actual, First(Shares[share], score.Length), elsewhere);
                }
            }
        );
        var shown = Sign(trials, Array.IndexOf(Shares, ShownShare)).P < SignLevel ? Recency : Count;
        return (Listed(steps, lattice, shown, centre), [.. Told(steps, trials, shown)]);
    }

    private static int First(double share, int cells) => Math.Max(1, (int)Math.Round(share * cells));

    private static double[] Score(string model, CellLattice lattice, CellArea area, int week) =>
        model == Count ? [.. area.Counts.Select(count => (double)count)] : lattice.Recent(area, week, 7 / DecayDays, Reach);

    /// <summary>Weeks in which recency had more hits than the count, of those in which they differ.</summary>
    private static (int Better, double P) Sign(HitRates[,,] trials, int share)
    {
        var (better, differing) = (0, 0);
        for (var i = 0; i < trials.GetLength(2); i++)
        {
            var difference = trials[1, share, i].Hits.CompareTo(trials[0, share, i].Hits);
            better += difference > 0 ? 1 : 0;
            differing += difference != 0 ? 1 : 0;
        }
        return (better, CountTail.Binomial(better, differing, 0.5));
    }

    private static List<HotCell> Listed(
        WeekSteps steps,
        CellLattice lattice,
        string model,
        Func<int, int, (double Longitude, double Latitude)> centre
    )
    {
        var area = lattice.Area(steps.Count, LearnedWeeks);
        var score = Score(model, lattice, area, steps.Count);
        var month = lattice.Area(steps.Count, 4, area);
        // As many as in the last four weeks, shared out by score.
        var each = score.Sum() > 0 ? month.Counts.Sum() / 4.0 / score.Sum() : 0;
        return
        [
            .. HitRates
                .Ranked(score)
                .Take(First(ShownShare, score.Length))
                .Where(cell => score[cell] > 0)
                .Select(
                    (cell, i) =>
                    {
                        var (column, row) = area.Cells[cell];
                        var (longitude, latitude) = centre(column, row);
                        var parts = lattice.NameOf(column, row)?.Split('/');
                        return new HotCell(
                            i + 1,
                            FormattableString.Invariant($"{column}/{row}"),
                            parts?[0],
                            parts?[1],
                            longitude,
                            latitude,
                            month.Counts[cell],
                            area.Counts[cell],
                            score[cell] * each,
                            model
                        );
                    }
                ),
        ];
    }

    private static IEnumerable<HotCellBacktest> Told(WeekSteps steps, HitRates[,,] trials, string shown)
    {
        var origins = trials.GetLength(2);
        for (var model = 0; model < Models.Length; model++)
        {
            for (var share = 0; share < Shares.Length; share++)
            {
                var all = Enumerable.Range(0, origins).Select(i => trials[model, share, i]).ToArray();
                var (hits, came) = (all.Sum(one => one.Hits), all.Sum(one => one.Incidents));
                var (cells, area) = (all.Average(one => one.Cells), all.Average(one => one.AllCells));
                var rate = (double)hits / came;
                var (better, p) = Sign(trials, share);
                yield return new HotCellBacktest(
                    Models[model],
                    Shares[share],
                    origins,
                    steps.From.AddDays(7 * (steps.Count - origins)),
                    steps.LastDay,
                    cells,
                    area,
                    hits,
                    came,
                    rate,
                    rate / (cells / area),
                    (double)hits / all.Sum(one => one.BestHits),
                    rate / all.Average(one => one.LearnedShare),
                    Models[model] == Count ? null : better,
                    Models[model] == Count ? null : p,
                    Models[model] == shown,
                    null
                );
            }
        }
    }
}

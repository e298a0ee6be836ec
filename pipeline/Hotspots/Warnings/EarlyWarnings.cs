using System.Collections.Concurrent;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// 预警 (METHODS g): every series of the night by single days (conditional C2), by the week (Farrington flexible, or a regression where three years are not
/// there) and for slow drift (NB-CUSUM, EWMA); callers by day and drift; an area as a whole for silence. One false discovery rate over all of them; a series that has too few cases for a test is not tested.
/// </summary>
public static class EarlyWarnings
{
    public const double Level = 0.05;

    /// <summary>Cases of all weeks below which no week is.</summary>
    private const long LeastInWeeks = 20;

    /// <summary>The weeks that a week of past years is measured against where a whole year makes the expectation: from 47 after it to 4 before.</summary>
    private static readonly (int From, int Until) OfYear = (-47, 4);

    private static readonly string[] Methods = ["c2", "farrington", "nb_glm", "cusum", "ewma", EarlyWarning.Silence];

    /// <returns>Sorted by level, area, issue, method and day; the same for any order of the series and any number of threads.</returns>
    public static IReadOnlyList<EarlyWarning> Run(WarningInputs inputs)
    {
        WarningSeries[] series =
        [
            .. inputs
                .Series.OrderBy(one => one.Level, StringComparer.Ordinal)
                .ThenBy(one => one.District, StringComparer.Ordinal)
                .ThenBy(one => one.Street, StringComparer.Ordinal)
                .ThenBy(one => one.Issue, StringComparer.Ordinal)
                .ThenByDescending(one => one.Counted, StringComparer.Ordinal),
        ];
        var seasons = new Seasons(series, inputs.YearsAgo);
        var tests = new NightTests(inputs, series, seasons);
        var found = new List<Finding>[series.Length];
        var weekly = new (WeekFit Fit, string Method)?[series.Length];
        Parallel.For(
            0,
            series.Length,
            Workers.All,
            () => (Years: new FarringtonFlexible(), Short: new WeekRegression()),
            (i, _, room) =>
            {
                weekly[i] = FitWeek(series[i], inputs.DaysOff, room.Years, room.Short);
                return room;
            },
            _ => { }
        );
        var calmest = CalmestWeeks(series, weekly);
        Parallel.For(
            0,
            series.Length,
            Workers.All,
            i => found[i] = series[i].Issue is null ? [.. tests.Silence(i)] : [.. tests.Days(i), .. Week(i), .. tests.Drift(i)]
        );

        IEnumerable<Finding> Week(int i)
        {
            if (weekly[i] is not var (fit, method))
                yield break;
            var observed = series[i].Weeks[^1];
            var phi = Math.Max(fit.FullPhi, calmest[(series[i].Level, method)]);
            var season = seasons.Of(i, 0, OfYear.From, OfYear.Until, rises: true);
            var mean = Math.Max(fit.Mean, season is { Factor: > 1 } of ? of.Of(of.Usual, 7) : 0);
            var week = Exceedance.Of(observed, mean, phi, fit.Reach * mean / fit.Mean, WeekFit.Level);
            var first = tests.LastDay.AddDays(-6);
            // Few cases are no alarm, but they are a test: to test only where many came would be to choose by what is tested.
            var p = Lately(series[i].Weeks) < WeekFit.LeastCases ? 1 : week.PValue;
            yield return new Finding(i, method, first, tests.LastDay, first, observed, mean, week.Upper, week.Score, p)
            {
                SeasonalFactor = season is null ? null : mean / fit.Mean,
            };
        }

        Finding[] all = [.. found.SelectMany(one => one)];
        var q = Fdr.OfAll([.. all.Select(one => one.PValue)]);
        return Rows(series, tests, all, q);
    }

    private static (WeekFit, string)? FitWeek(WarningSeries series, int[] daysOff, FarringtonFlexible years, WeekRegression regression)
    {
        if (series.Issue is null || series.Counted != WarningSeries.Incidents)
            return null;
        var (weeks, sum) = (series.Weeks, 0L);
        foreach (var cases in weeks)
            sum += Math.Max(0, cases);
        return weeks.Length == 0 || weeks[^1] < 0 || sum < LeastInWeeks ? null
            : years.Of(weeks) is { } seasons ? (seasons, "farrington")
            : regression.Of(weeks, daysOff) is { } plain ? (plain, "nb_glm")
            : null;
    }

    private static long Lately(int[] weeks) => weeks.TakeLast(WeekFit.LeastCasesIn).Sum(cases => Math.Max(0L, cases));

    /// <summary>φ of the median series of a level: none is taken to be calmer (see <see cref="Dispersion"/>).</summary>
    private static Dictionary<(string, string), double> CalmestWeeks(WarningSeries[] series, (WeekFit Fit, string Method)?[] weekly) =>
        Enumerable
            .Range(0, series.Length)
            .Where(i => weekly[i] is not null)
            .GroupBy(i => (series[i].Level, weekly[i]!.Value.Method))
            .ToDictionary(
                level => level.Key,
                level =>
                {
                    double[] phi = [.. level.Select(i => weekly[i]!.Value.Fit.FullPhi).Order()];
                    return phi[phi.Length / 2];
                }
            );

    private static IReadOnlyList<EarlyWarning> Rows(WarningSeries[] series, NightTests tests, Finding[] all, double[] q)
    {
        // The most unusual one is there in any case: it tells that there were tests, and how many.
        var least = all.Length == 0 ? -1 : Enumerable.Range(0, all.Length).MinBy(i => all[i].PValue);
        int[] told = [.. Enumerable.Range(0, all.Length).Where(i => i == least || all[i].PValue <= Level)];
        // Limits of CUSUM charts cost most and depend on little: they are worked out for what is told, on a grid of 5 %.
        var limits = new ConcurrentDictionary<(int, int), double>();
        Parallel.ForEach(
            told,
            Workers.All,
            i =>
            {
                if (all[i].Chart is { } chart)
                    all[i] = all[i].AgainstLimit(chart, limits);
            }
        );
        bool IsAlarm(int i) => q[i] <= Level && all[i].Score > 1;
        var ranks = told.Where(IsAlarm)
            .OrderByDescending(i => all[i].Score)
            .ThenBy(i => i)
            .Select((i, at) => (i, at + 1))
            .ToDictionary(pair => pair.i, pair => pair.Item2);
        var rows = told.Select(i =>
        {
            var (of, one) = (series[all[i].Series], all[i]);
            return new EarlyWarning(
                of.Level,
                of.District,
                of.Street,
                of.Issue,
                one.Method,
                one.FromOn,
                one.UntilOn,
                one.SinceOn,
                one.Observed,
                one.Expected,
                one.Upper,
                one.Score,
                one.PValue,
                q[i],
                one.Falls ? "down" : "up",
                IsAlarm(i),
                ranks.TryGetValue(i, out var rank) ? rank : null,
                all.Length,
                null
            )
            {
                Counted = of.Counted,
                SeasonalFactor = one.SeasonalFactor,
                LeftOut = tests.LeftOut(one),
            };
        });
        return [.. Untested(series, tests, all), .. rows];
    }

    /// <summary>Levels and methods that tested nothing, and why; the regression only stands in for Farrington's method.</summary>
    private static IEnumerable<EarlyWarning> Untested(WarningSeries[] series, NightTests tests, Finding[] all)
    {
        var done = all.Select(one => (series[one.Series].Level, one.Method)).ToHashSet();
        foreach (var level in series.Select(one => one.Level).Distinct())
        {
            foreach (var method in Methods)
            {
                if (
                    done.Contains((level, method))
                    || method == "nb_glm" && done.Contains((level, "farrington"))
                    || method == EarlyWarning.Silence && !series.Any(one => one.Level == level && one.Issue is null)
                )
                    continue;
                yield return new EarlyWarning(
                    level,
                    null,
                    null,
                    null,
                    method,
                    tests.From(method),
                    tests.LastDay,
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
                    all.Length,
                    tests.Lacks(method) ?? "few_cases"
                );
            }
        }
    }
}

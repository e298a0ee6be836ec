using System.Collections.Concurrent;
using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Warnings;

/// <summary>One test of one series.</summary>
/// <param name="Upper">Null: an average, which has no limit of counts.</param>
internal readonly record struct Finding(
    int Series,
    string Method,
    DateOnly FromOn,
    DateOnly UntilOn,
    DateOnly SinceOn,
    long Observed,
    double Expected,
    double? Upper,
    double Score,
    double PValue
)
{
    private const double Grid = 20;

    public bool Falls { get; init; }

    public double? SeasonalFactor { get; init; }

    public DriftChart? Chart { get; init; }

    /// <summary>A CUSUM with its limit in counts, for means and φ to 5 %.</summary>
    public Finding AgainstLimit(DriftChart drift, ConcurrentDictionary<(int, int), double> limits)
    {
        var (mean, chart) = (drift.Means.Average(), drift.Chart);
        var key = ((int)Math.Round(Grid * Math.Log(mean)), (int)Math.Round(Grid * Math.Log(chart.Phi)));
        var limit = limits.GetOrAdd(
            key,
            at =>
            {
                var (about, phi) = (Math.Exp(at.Item1 / Grid), Math.Exp(at.Item2 / Grid));
                return CusumDesign.Limit(about, phi, new NbCusum(phi).Reference * about, NbCusum.InControl);
            }
        );
        return this with { Upper = chart.Reference * Expected + limit, Score = drift.Sum / limit };
    }
}

/// <summary>The daily tests of a night: what is common to all series is looked up once.</summary>
internal sealed class NightTests
{
    /// <summary>Cases of a day and its baseline together below which no day is tested.</summary>
    private const long LeastCases = 5;

    /// <summary>Of an average with λ = 0.1 that runs 370 days in control (Lucas and Saccucci 1990).</summary>
    private const double AverageLimit = 2.701;

    /// <summary>Weeks of past years that stand for the eight days before the day that is tested.</summary>
    private static readonly (int From, int Until) DaysBefore = (2, 5);

    private readonly WarningInputs _inputs;
    private readonly WarningSeries[] _series;
    private readonly (int Day, int[] Baseline)[] _days;
    private readonly DriftTests _drift;
    private readonly double[] _phi;
    private readonly Seasons _seasons;

    public NightTests(WarningInputs inputs, WarningSeries[] series, Seasons seasons)
    {
        (_inputs, _series, _seasons) = (inputs, series, seasons);
        DayKind?[] kinds = [.. inputs.Days.Select(day => day.IsKnown ? day.Kind : (DayKind?)null)];
        _days =
        [
            .. Enumerable
                .Range(Math.Max(0, kinds.Length - inputs.Tested), Math.Min(kinds.Length, inputs.Tested))
                .Where(day => kinds[day] is not null)
                .Select(day => (day, Earlier(kinds, day)))
                .Where(day => day.Item2.Length == DayExcess.Baseline),
        ];
        _drift = new DriftTests(kinds);
        var untested = Math.Max(0, kinds.Length - inputs.Tested - DayExcess.Guard);
        _phi = SeriesPhi.Of(series, kinds, _drift.From >= DriftTests.LeastBaseline ? _drift.From : untested);
    }

    public DateOnly LastDay => _inputs.LastDay;

    /// <summary>What a method lacks of all series; null: nothing.</summary>
    public string? Lacks(string method)
    {
        var (has, isKnown) = method switch
        {
            "c2" => (_days.Length > 0, _inputs.Days.TakeLast(_inputs.Tested).Any(day => day.IsKnown)),
            "cusum" or "ewma" or EarlyWarning.Silence => (
                _drift.HasHistory,
                _inputs.Days.Count < DriftTests.Monitored + DriftTests.LeastBaseline
            ),
            "nb_glm" => (_inputs.DaysOff.Length >= WeekRegression.LeastWeeks && IsWeekKnown, IsWeekKnown),
            _ => (_inputs.DaysOff.Length >= FarringtonFlexible.LeastWeeks && IsWeekKnown, IsWeekKnown),
        };
        return has ? null
            : isKnown ? "short_history"
            : "days_missing";
    }

    private bool IsWeekKnown => !Array.Exists(_series, one => one.Weeks is [.., < 0]);

    /// <summary>First day that a method looks at.</summary>
    public DateOnly From(string method) =>
        method switch
        {
            "c2" => LastDay.AddDays(1 - _inputs.Tested),
            "cusum" or "ewma" or EarlyWarning.Silence => LastDay.AddDays(1 - DriftTests.Monitored),
            _ => LastDay.AddDays(-6),
        };

    public IEnumerable<Finding> Days(int i)
    {
        var counts = _series[i].Days;
        var earlier = new int[DayExcess.Baseline];
        foreach (var (day, baseline) in _days)
        {
            for (var b = 0; b < baseline.Length; b++)
                earlier[b] = counts[baseline[b]];
            if (counts[day] + earlier.Sum() < LeastCases)
                continue;
            var season = _seasons.Of(i, 0, DaysBefore.From, DaysBefore.Until, rises: true);
            var found = DayExcess.Of(counts[day], earlier, _phi[i], season?.Factor ?? 1, (season?.Least ?? 0) / 7);
            var on = On(day);
            yield return new Finding(i, "c2", on, on, on, counts[day], found.Expected, found.Upper, found.Score, found.PValue)
            {
                SeasonalFactor = season?.Factor,
            };
        }
    }

    public IEnumerable<Finding> Drift(int i)
    {
        Season? SeasonOf(int week, bool rises) => _seasons.Of(i, week, DriftTests.Before.From, DriftTests.Before.Until, rises);
        if (!_drift.HasHistory || _drift.Of(_series[i].Days, _phi[i], SeasonOf) is not { } drift)
            yield break;
        Finding Since(string method, int first, double[] means, double score, double p) =>
            new(
                i,
                method,
                From(method),
                LastDay,
                On(drift.Charted[first]),
                (long)drift.Counts.Skip(first).Sum(),
                means.Skip(first).Sum(),
                null,
                score,
                p
            )
            {
                SeasonalFactor = SeasonOf(0, rises: true) is null ? null : means.Skip(first).Sum() / drift.Plain.Skip(first).Sum(),
            };
        yield return Since("cusum", drift.RiseFrom ?? drift.Counts.Length - 1, drift.Means, 0, drift.Chart.PValue(drift.Sum)) with
        {
            Chart = drift,
        };
        // An average takes bursts of callers for drift (11 of 120 stationary nights had a false alarm with it); the bound of CUSUM does not.
        if (_series[i].Counted == WarningSeries.Callers)
            yield break;
        var average = drift.Average;
        yield return Since("ewma", average.Since, drift.AverageMeans, Math.Abs(average.Z) / AverageLimit, average.PValue) with
        {
            Falls = average.Z < 0,
        };
    }

    /// <summary>
    /// The last days without a case, of an area as a whole. How long it is silent is what is tested, so no choice of days is to be paid for. Longer than ever before in
    /// these months: one that is empty every Sunday is not silent on another.
    /// </summary>
    public IEnumerable<Finding> Silence(int i)
    {
        if (!_drift.HasHistory || _drift.Of(_series[i].Days, _phi[i], SeasonOf) is not { } drift)
            yield break;
        var counts = drift.Counts;
        var first = Array.FindLastIndex(counts, count => count > 0) + 1;
        var (expected, p) = (drift.MeansOfFall.Skip(first).Sum(), 1.0);
        if (first < counts.Length && counts.Length - first > _drift.LongestSilenceBefore(_series[i].Days))
            p = CountTail.None(expected, drift.Chart.Phi);
        var since = On(drift.Charted[Math.Min(first, counts.Length - 1)]);
        var seen = first < counts.Length ? 0 : (long)counts[^1];
        var score = Math.Log(p) / Math.Log(DayExcess.Level);
        yield return new Finding(i, EarlyWarning.Silence, From(EarlyWarning.Silence), LastDay, since, seen, expected, null, score, p)
        {
            Falls = true,
            SeasonalFactor = SeasonOf(0, rises: false)?.Factor,
        };

        Season? SeasonOf(int week, bool rises) => _seasons.Of(i, week, DriftTests.Before.From, DriftTests.Before.Until, rises);
    }

    /// <summary>Days of a finding that its chart passes over, parted by commas.</summary>
    public string LeftOut(in Finding of)
    {
        if (of.Method is "farrington" or "nb_glm")
            return string.Join(',', _inputs.LeftOut.Select(day => day.Iso()));
        if (of.Method is not ("cusum" or "ewma" or EarlyWarning.Silence))
            return "";
        var charted = _drift.Charted.Select(On).ToHashSet();
        var days = Enumerable.Range(0, of.UntilOn.DayNumber - of.SinceOn.DayNumber + 1).Select(of.SinceOn.AddDays);
        return string.Join(',', days.Where(day => !charted.Contains(day)).Select(day => day.Iso()));
    }

    private DateOnly On(int day) => LastDay.AddDays(day - _inputs.Days.Count + 1);

    /// <summary>The last days of the same kind before the guard, as many as there are up to eight.</summary>
    private static int[] Earlier(DayKind?[] kinds, int day) =>
        [
            .. Enumerable
                .Range(0, Math.Max(0, day - DayExcess.Guard))
                .Where(other => kinds[other] == kinds[day])
                .TakeLast(DayExcess.Baseline),
        ];
}

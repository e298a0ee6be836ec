using Hotspot.Calendar;

namespace Hotspot.Hotspots.Warnings;

/// <summary>Slow drift: the last four weeks against the weeks before them, by NB-CUSUM for a rise and by EWMA for either side (METHODS g).</summary>
internal sealed class DriftTests
{
    /// <summary>Days that a chart runs over.</summary>
    public const int Monitored = 28;

    /// <summary>Days before them that tell what is usual: the least, and the least of a kind of day.</summary>
    public const int LeastBaseline = 28;
    private const int LeastOfAKind = 8;

    /// <summary>Weeks of past years that stand for the baseline.</summary>
    public static readonly (int From, int Until) Before = (4, 17);

    /// <summary>Cases in the baseline below which a mean is none.</summary>
    private const long LeastCases = 20;

    private readonly IReadOnlyList<DayKind?> _kinds;
    private readonly int _until;
    private readonly int[] _charted;
    private readonly Dictionary<DayKind, int> _baseline = [];

    /// <param name="kinds">Kind of each day, null where it is not known.</param>
    public DriftTests(IReadOnlyList<DayKind?> kinds)
    {
        _kinds = kinds;
        _until = Math.Max(0, kinds.Count - Monitored);
        for (var day = 0; day < _until; day++)
        {
            if (kinds[day] is { } kind)
                _baseline[kind] = _baseline.GetValueOrDefault(kind) + 1;
        }
        _charted = [.. Enumerable.Range(_until, kinds.Count - _until).Where(day => kinds[day] is { } kind && Days(kind) >= LeastOfAKind)];
    }

    public bool HasHistory => _baseline.Values.Sum() >= LeastBaseline && _charted.Length > 0;

    /// <summary>First day of the charts.</summary>
    public int From => _until;

    /// <summary>Numbers of the days charted.</summary>
    public IReadOnlyList<int> Charted => _charted;

    private int Days(DayKind kind) => _baseline.GetValueOrDefault(kind);

    /// <param name="seasonOf">Of so many weeks back, for a rise or a fall; null: not known.</param>
    /// <returns>Null: too few cases.</returns>
    public DriftChart? Of(int[] days, double phi, Func<int, bool, Season?> seasonOf)
    {
        var sums = new Dictionary<DayKind, long>();
        for (var day = 0; day < _until; day++)
        {
            if (_kinds[day] is { } kind && Days(kind) >= LeastOfAKind)
                sums[kind] = sums.GetValueOrDefault(kind) + days[day];
        }
        var cases = sums.Values.Sum();
        if (cases < LeastCases)
            return null;
        // A kind of day without a case has half of one, so that a case on it is possible.
        double[] means = [.. _charted.Select(day => Math.Max(0.5, sums[_kinds[day]!.Value]) / Days(_kinds[day]!.Value))];
        double[] counts = [.. _charted.Select(day => (double)days[day])];
        // The means are not known exactly: over the days charted their error adds to the variance of a count as if it varied more.
        var chart = new NbCusum(phi * (1 + (double)counts.Length / _baseline.Values.Sum()));
        var risen = InSeason(means, seasonOf, rises: true);
        var path = Cusum.Path(counts, [.. risen.Select(mean => chart.Reference * mean)]);
        var plain = Ewma.Of(counts, means, phi, cases);
        var fallen = InSeason(means, seasonOf, rises: false);
        var inSeason = plain.Z > 0 ? risen : fallen;
        var average = Ewma.Of(counts, inSeason, phi, cases);
        // What the season explains whole is no change the other way.
        if (average.Z * plain.Z < 0)
            average = average with { Z = 0, PValue = 1 };
        return new DriftChart(chart, path[^1], Cusum.Since(path), average, counts, risen, inSeason, fallen, means, _charted);
    }

    /// <summary>Known days without a case in a row, the longest of those before the last ones.</summary>
    public int LongestSilenceBefore(int[] days)
    {
        var (longest, now) = (0, 0);
        for (var day = 0; day <= Array.FindLastIndex(days, count => count > 0); day++)
        {
            if (days[day] > 0)
                now = 0;
            else if (_kinds[day] is not null)
                longest = Math.Max(longest, ++now);
        }
        return longest;
    }

    private double[] InSeason(double[] means, Func<int, bool, Season?> seasonOf, bool rises)
    {
        Season?[] seasons = [.. Enumerable.Range(0, Monitored / 7).Select(week => seasonOf(week, rises))];
        return [.. means.Select((mean, at) => seasons[(_kinds.Count - 1 - _charted[at]) / 7]?.Of(mean, 1) ?? mean)];
    }
}

/// <param name="Sum">CUSUM at the end; <paramref name="RiseFrom"/> is the first value since it was zero, null where it is.</param>
/// <param name="Means">Of the sum, with a season that rises; <paramref name="AverageMeans"/> of the average, with its own; <paramref name="MeansOfFall"/> with one that falls; <paramref name="Plain"/> without any.</param>
/// <param name="Charted">Numbers of the days.</param>
internal sealed record DriftChart(
    NbCusum Chart,
    double Sum,
    int? RiseFrom,
    Ewma Average,
    double[] Counts,
    double[] Means,
    double[] AverageMeans,
    double[] MeansOfFall,
    double[] Plain,
    IReadOnlyList<int> Charted
);

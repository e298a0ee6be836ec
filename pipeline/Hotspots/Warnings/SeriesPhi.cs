using Hotspot.Calendar;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// φ of daily counts within their kind of day, of each series of a level that counts the same. Of a series with a case a day it is its own, but never less than that of the median
/// one, for φ of some hundred days scatters and the calm ones by luck would have alarms; the others share the pooled one (see <see cref="Dispersion"/>).
/// </summary>
internal static class SeriesPhi
{
    private const int LeastDays = 3;
    private const double LeastFree = 20;

    /// <param name="kinds">Kind of each day; null: not known.</param>
    /// <param name="until">Days from here on take no part.</param>
    public static double[] Of(IReadOnlyList<WarningSeries> series, IReadOnlyList<DayKind?> kinds, int until)
    {
        var parts = series.Select(one => Pearson(one.Days.AsSpan(0, until), kinds)).ToArray();
        var phi = new double[series.Count];
        foreach (var level in Enumerable.Range(0, series.Count).GroupBy(i => series[i].Group))
        {
            int[] of = [.. level];
            bool HasOwn(int i) => parts[i].Free >= LeastFree && parts[i].Cases >= until;
            var (pooled, least) = Dispersion.Shared(
                [.. of.Select(i => parts[i].Square)],
                [.. of.Select(i => parts[i].Free)],
                at => HasOwn(of[at])
            );
            foreach (var i in of)
                phi[i] = HasOwn(i) ? Math.Max(least, parts[i].Square / parts[i].Free) : pooled;
        }
        return phi;
    }

    private static (double Square, double Free, long Cases) Pearson(ReadOnlySpan<int> days, IReadOnlyList<DayKind?> kinds)
    {
        var (square, free, cases) = (0.0, 0.0, 0L);
        foreach (var kind in (ReadOnlySpan<DayKind>)[DayKind.Workday, DayKind.Weekend, DayKind.Holiday])
        {
            var (sum, squares, n) = (0L, 0.0, 0);
            for (var day = 0; day < days.Length; day++)
            {
                if (kinds[day] == kind)
                    (sum, squares, n) = (sum + days[day], squares + (double)days[day] * days[day], n + 1);
            }
            cases += sum;
            if (n < LeastDays || sum == 0)
                continue;
            square += squares * n / sum - sum;
            free += n - 1;
        }
        return (square, free, cases);
    }
}

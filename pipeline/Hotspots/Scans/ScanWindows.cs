namespace Hotspot.Hotspots.Scans;

/// <summary>The windows of a scan over its counted days.</summary>
/// <param name="Days">First and last day of each window.</param>
/// <param name="DayCases">Cases of each day.</param>
/// <param name="Shares">By window and stratum: cases of the window's days in the stratum ÷ all cases of the stratum.</param>
/// <param name="Total">All cases of the study.</param>
internal sealed record ScanWindows(IReadOnlyList<(int First, int Last)> Days, int[] DayCases, double[][] Shares, long Total)
{
    public long MostCases => Days.Max(window => DayCases[window.First..(window.Last + 1)].Sum(cases => (long)cases));

    public static ScanWindows Of(ScanCases cases, ScanSettings settings)
    {
        int[] dayCases = [.. cases.Counts.Select(day => day.Sum())];
        long[] strata = [.. cases.Margins.Select(margin => margin.Sum(count => (long)count))];
        var windows =
            from last in Enumerable.Range(0, cases.Days)
            where !settings.Prospective || last == cases.Days - 1
            from length in Enumerable.Range(1, Math.Min(settings.LongestWindow, last + 1))
            select (First: last - length + 1, Last: last);
        (int First, int Last)[] days = [.. windows];
        return new ScanWindows(
            days,
            dayCases,
            [
                .. days.Select(window =>
                {
                    var shares = new double[strata.Length];
                    for (var day = window.First; day <= window.Last; day++)
                        shares[cases.Strata[day]] += dayCases[day];
                    for (var s = 0; s < shares.Length; s++)
                        shares[s] = strata[s] == 0 ? 0 : shares[s] / strata[s];
                    return shares;
                }),
            ],
            strata.Sum()
        );
    }
}

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <param name="Weeks">Incidents of the weeks before the period, oldest first: for the overdispersion.</param>
public sealed record IssueSeries(string Issue, long Now, long Then, IReadOnlyList<long> Weeks);

/// <summary>环比 of the city by issue on incidents: conditional binomial, φ-adjusted (METHODS b6), Benjamini–Hochberg over the issues.</summary>
public static class IssueChanges
{
    /// <param name="exposure">Days now over days then.</param>
    /// <returns>q by issue; issues without a case in either period are not tested.</returns>
    public static IReadOnlyDictionary<string, double> Run(IReadOnlyList<IssueSeries> issues, double exposure)
    {
        var tested = issues.Where(issue => issue.Now + issue.Then > 0).ToList();
        var q = Fdr.BenjaminiHochberg([
            .. tested.Select(issue =>
            {
                var (phi, freedom) = Dispersion.OfChanges(issue.Weeks);
                return (double?)RateRatio.Overdispersed(issue.Now, issue.Then, phi, exposure, freedom).PValue;
            }),
        ]);
        return tested.Select((issue, i) => (issue.Issue, q[i] ?? 1)).ToDictionary();
    }
}

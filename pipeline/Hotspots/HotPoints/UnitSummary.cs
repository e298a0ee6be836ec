namespace Hotspot.Hotspots.HotPoints;

/// <summary>What is counted and named of the units of one hotspot.</summary>
/// <param name="ActiveDays">Days with at least one report, whoever made it: what is reported again goes on.</param>
/// <param name="Callers">Lower bound: known caller keys; where fewer than half of the reports have one, <see cref="Voices"/>, unless more are known.</param>
/// <param name="CallersFrom">keys | texts: whether callers were counted, or texts and days stand for them.</param>
internal sealed record UnitSummary(
    long Units,
    long Complaints,
    long Incidents,
    long Callers,
    string CallersFrom,
    int ActiveDays,
    DateTime FirstAt,
    DateTime LastAt,
    string? TopIssue,
    double? TopIssueShare,
    int? TopHour,
    string? BusyHours,
    string? District,
    string? Street,
    string? Label
)
{
    /// <param name="units">At least one.</param>
    public static UnitSummary Of(IReadOnlyCollection<PointUnit> units)
    {
        var known = units.Where(unit => unit.CallerKey is not null).Select(unit => unit.CallerKey).Distinct().Count();
        var reports = units.Sum(unit => (long)unit.Complaints);
        var isKeyed = 2 * units.Where(unit => unit.CallerKey is not null).Sum(unit => (long)unit.Complaints) >= reports;
        var issue = Most(units.Select(unit => unit.Issue));
        return new UnitSummary(
            units.Count,
            reports,
            units.Select(unit => unit.IncidentId).Distinct(StringComparer.Ordinal).Count(),
            isKeyed ? known : Math.Max(known, Voices.AtLeast(units)),
            isKeyed ? HotPoint.FromKeys : HotPoint.FromTexts,
            units.SelectMany(unit => unit.Days).Distinct().Count(),
            units.Min(unit => unit.At),
            units.Max(unit => unit.LastAt),
            issue,
            issue is null ? null : units.Count(unit => unit.Issue == issue) / (double)units.Count,
            units
                .Where(unit => unit.Hour is not null)
                .GroupBy(unit => unit.Hour)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key)
                .FirstOrDefault()
                ?.Key,
            HotPoints.BusyHours.Text(
                HotPoints.BusyHours.Of([.. units.Where(unit => unit.Hour is not null).Select(unit => unit.Hour!.Value)])
            ),
            Most(units.Select(unit => unit.District)),
            Most(units.Select(unit => unit.Street)),
            Most(units.Select(unit => unit.Label)) ?? Most(units.Select(unit => unit.PlaceKey))
        );
    }

    /// <summary>Three callers and reports on two days, or five callers: less is no hotspot, however dense.</summary>
    public bool IsManyVoiced => (Callers >= 3 && ActiveDays >= 2) || Callers >= 5;

    private static string? Most(IEnumerable<string?> words) =>
        words
            .Where(word => word is not null)
            .GroupBy(word => word, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;
}

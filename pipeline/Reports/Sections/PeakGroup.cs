using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>Neighbouring peak hours of one unit, day kind and comparison, told as one: 22—24时.</summary>
/// <param name="Ratio">Observed ÷ expected over the hours together.</param>
/// <param name="LargestQ">Of the hours, the weakest evidence.</param>
/// <param name="FromOn">First day of those tested.</param>
public sealed record PeakGroup(
    string ScopeLevel,
    string Scope,
    string DayKind,
    string Comparison,
    int Start,
    int End,
    long Complaints,
    long Incidents,
    double Ratio,
    double? LargestQ,
    DateOnly FromOn
)
{
    /// <summary>Peaks only, the city first, then issues, districts, streets; strongest first within each. An hour that is a peak over all days is not told again for a kind of day.</summary>
    public static IReadOnlyList<PeakGroup> Of(IReadOnlyList<PeakHour> peaks)
    {
        string[] levels = ["city", "issue", "district", "district_issue", "street"];
        var everyDay = peaks
            .Where(peak => peak is { IsPeak: true, DayKind: "all" })
            .Select(peak => (peak.ScopeLevel, peak.Scope, peak.Comparison, peak.Hour))
            .ToHashSet();
        return
        [
            .. peaks
                .Where(peak => peak.IsPeak == true)
                .Where(peak => peak.DayKind == "all" || !everyDay.Contains((peak.ScopeLevel, peak.Scope, peak.Comparison, peak.Hour)))
                .GroupBy(peak => (peak.ScopeLevel, peak.Scope, peak.DayKind, peak.Comparison))
                .SelectMany(group =>
                    Dates
                        .Runs(group.Select(peak => peak.Hour))
                        .Select(run =>
                        {
                            var hours = group.Where(peak => Inside(peak.Hour, run.Start, run.End)).ToList();
                            return new PeakGroup(
                                group.Key.ScopeLevel,
                                group.Key.Scope,
                                group.Key.DayKind,
                                group.Key.Comparison,
                                run.Start,
                                run.End,
                                hours.Sum(peak => peak.Complaints),
                                hours.Sum(peak => peak.Incidents),
                                hours.Sum(peak => peak.Ratio * peak.Expected ?? 0) / Math.Max(1e-9, hours.Sum(peak => peak.Expected ?? 0)),
                                hours.Max(peak => peak.QValue),
                                hours.Min(peak => peak.FromOn)
                            );
                        })
                )
                .OrderBy(group => group.Comparison == "past_8_weeks" ? 0 : 1)
                .ThenBy(group => Array.IndexOf(levels, group.ScopeLevel))
                .ThenBy(group => group.DayKind == "all" ? 0 : 1)
                .ThenByDescending(group => group.Ratio)
                .ThenBy(group => group.Scope, StringComparer.Ordinal)
                .ThenBy(group => group.Start),
        ];
    }

    public string ScopeText(Draft draft) => ScopeText(ScopeLevel, Scope, draft);

    /// <summary>全市, 海淀区, 海淀区八里庄街道, 朝阳区·夜间施工扰民.</summary>
    public static string ScopeText(string level, string scope, Draft draft) =>
        level switch
        {
            "city" => draft.Word("scope.city"),
            "district_issue" => scope.Replace("/", draft.Word("separator.dot"), StringComparison.Ordinal),
            "street" => scope.Replace("/", "", StringComparison.Ordinal),
            _ => scope,
        };

    /// <summary>Which days were tested: 本期, or 近56天 where the period is too short to be tested alone.</summary>
    public static Prose Tested(DateOnly fromOn, Analysis a, Draft draft) =>
        fromOn >= a.Spans.Current.From
            ? draft.Say("peaks.this_period")
            : draft.Say(
                "peaks.trailing",
                (
                    "days",
                    draft.Count(
                        "peaks.days",
                        a.Spans.Current.Until.DayNumber - fromOn.DayNumber,
                        "Grouping/hours.sql, Hotspots/Peaks/PeakHours",
                        "unit.days"
                    )
                )
            );

    private static bool Inside(int hour, int start, int end) => end > start ? hour >= start && hour < end : hour >= start || hour < end;
}

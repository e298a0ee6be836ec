using Hotspot.Classify;
using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>What advice can speak of, each the most important first: findings that passed their test, none told twice.</summary>
/// <param name="Rising">Streets; districts where none rises.</param>
/// <param name="Hot">Streets and districts that do not rise, the farthest above their own past first.</param>
/// <param name="Fallen">Districts with significantly fewer incidents, <paramref name="Fewer"/> issues with such.</param>
/// <param name="Windows">Only where no single hour stands out.</param>
internal sealed record AdviceChoice(
    IReadOnlyList<HotPoint> Points,
    IReadOnlyList<Area> Rising,
    IReadOnlyList<Area> Hot,
    IReadOnlyList<Area> Fallen,
    IReadOnlyList<IssueCount> Fewer,
    IReadOnlyList<AlarmsTable.Row> Alarms,
    IReadOnlyList<PeakGroup> Peaks,
    IReadOnlyList<PeakWindow> Windows
)
{
    public static AdviceChoice Of(Analysis a)
    {
        var points = a.Points.Where(PointsSection.StandsOut).ToList();
        var far = AreasSection.FarAbove(a);
        var rising = AreasSection.RisingBeyondCity(a, "street");
        // A district that one of its streets stands for is not told again.
        var spoken = rising.Concat(far.Where(area => area.Street is not null)).Select(area => area.District).ToHashSet();
        if (rising.Count == 0)
            rising = AreasSection.RisingBeyondCity(a, "district").FindAll(area => !spoken.Contains(area.District));
        var hot = far.FindAll(area => !rising.Contains(area) && (area.Street is not null || !spoken.Contains(area.District)));
        var warnings = WarningsProse.Merged(a.Warnings);
        var falling = warnings
            .Where(one => WarningsProse.IsWide(one) && one.Strongest.Direction == "down")
            .Select(one => one.Strongest.Issue)
            .ToHashSet();
        // The usual hours of what is less all over the city are no work for the week ahead.
        var peaks = Hours(a.Peaks).Where(peak => peak.Comparison == "past_8_weeks" || !falling.Contains(peak.Scope)).ToList();
        return new AdviceChoice(
            points,
            rising,
            hot,
            AreasSection.FallenBeyondCity(a),
            IssuesSection.Fewer(a),
            [.. AlarmsTable.Rows(a.Scan?.Clusters ?? [], warnings).Where(row => IsNew(row, [.. rising, .. hot], points))],
            peaks,
            peaks.Count > 0 ? [] : PeakTables.Ordered(a.Windows)
        );
    }

    /// <summary>An alarm of more than usual where no area and no place of the same issue is told already.</summary>
    private static bool IsNew(AlarmsTable.Row row, IReadOnlyList<Area> areas, IReadOnlyList<HotPoint> points)
    {
        var (district, street, issue) = row.Cluster is { } cluster
            ? (cluster.District, cluster.Street, cluster.Issue)
            : (row.Strongest!.District, row.Strongest.Street, row.Strongest.Issue);
        return (row.Cluster is { IsAlarm: true } || row.Strongest is { Direction: "up" })
            && !areas.Any(area => area.District == district && area.Street == street)
            && !(
                street is not null
                && points.Any(point => point.District == district && point.Street == street && (issue is null || issue == point.TopIssue))
            );
    }

    /// <summary>The strongest peak of each issue, strongest first: the same hours may stand out against several comparisons, but are patrolled once.</summary>
    public static IEnumerable<PeakGroup> IssuePeaks(IReadOnlyList<PeakHour> peaks) =>
        PeakGroup
            .Of(peaks)
            .Where(peak => peak is { ScopeLevel: "issue", DayKind: "all" } && peak.Scope != IssueList.Other)
            .DistinctBy(peak => peak.Scope);

    /// <summary>Of issues; else of the city, else of a part of it, else of one kind of day.</summary>
    public static IReadOnlyList<PeakGroup> Hours(IReadOnlyList<PeakHour> peaks)
    {
        var issues = IssuePeaks(peaks).ToList();
        if (issues.Count > 0)
            return issues;
        var others = PeakGroup
            .Of(peaks)
            .Where(peak => peak.Scope.Split('/')[^1] != IssueList.Other)
            .DistinctBy(peak => (peak.ScopeLevel, peak.Scope, peak.DayKind, peak.Start))
            .ToList();
        IReadOnlyList<PeakGroup>[] steps =
        [
            others.FindAll(peak => peak is { ScopeLevel: "city", DayKind: "all" }),
            others.FindAll(peak => peak.DayKind == "all"),
            others,
        ];
        return Array.Find(steps, step => step.Count > 0) ?? [];
    }
}

using Hotspot.Classify;
using Hotspot.Grouping;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>本期要点: three to five findings that a director reads in twenty seconds, each with its figure and where to look.</summary>
public static class KeyFindings
{
    private const int MostFindings = 5;

    public static Section Write(Analysis a, IReadOnlyList<Section> sections, Draft draft, Dates dates)
    {
        var findings = new List<Prose> { Total(a, Where(sections, "overview", draft), draft) };
        var issuePeak = PeakGroup.Of(a.Peaks).FirstOrDefault(peak => peak.ScopeLevel == "issue" && peak.Scope != IssueList.Other);
        var cityPeak = PeakGroup.Of(a.Peaks).FirstOrDefault(peak => peak is { ScopeLevel: "city", DayKind: "all" });
        if ((issuePeak ?? cityPeak) is { } peak)
            findings.Add(
                draft.Say(
                    "key.peak",
                    ("scope", peak.ScopeText(draft)),
                    ("hours", dates.Hours(peak.Start, peak.End)),
                    ("count", draft.Count("finding.peak_complaints", peak.Complaints, "Hotspots/Peaks/PeakHours")),
                    ("ratio", draft.Number("finding.peak_ratio", peak.Ratio, 1, "Hotspots/Peaks/PeakHours", "unit.times")),
                    ("tested", PeakGroup.Tested(peak.FromOn, a, draft)),
                    ("basis", draft.Word($"key.basis_{peak.Comparison}")),
                    ("shift", IsShift(a, peak) ? draft.Word("key.peak_shift") : ""),
                    ("where", Where(sections, "peak_hours", draft))
                )
            );
        if (Moved(a) is { } moved)
            findings.Add(
                draft.Say(
                    moved.Complaints > moved.Previous ? "key.issue_more" : "key.issue_fewer",
                    ("issue", moved.Name),
                    ("previous", draft.Count("finding.issue_previous", moved.Previous, "Grouping/issues.sql")),
                    ("now", draft.Count("finding.issue_now", moved.Complaints, "Grouping/issues.sql")),
                    ("where", Where(sections, "issues", draft))
                )
            );
        var districts = AreasSection.Ranked(a, "district");
        var rising = AreasSection.RisingBeyondCity(a, "street").FirstOrDefault();
        var hot = AreasSection.FarAbove(a).Find(area => AreasSection.IsTabled(a, area));
        if (rising is not null)
            findings.Add(
                draft.Say(
                    "key.rising",
                    ("name", AreasSection.Name(rising)),
                    ("now", draft.Count("finding.rising_now", rising.Complaints, "Hotspots/Areas/AreaMeasures")),
                    ("previous", draft.Count("finding.rising_previous", rising.Previous ?? 0, "Hotspots/Areas/AreaMeasures")),
                    ("where", Where(sections, "streets", draft))
                )
            );
        else if (hot is not null)
            findings.Add(
                AreasSection.SayHot(
                    hot,
                    "key.hot",
                    "key.hot_new",
                    "finding.hot_ratio",
                    draft,
                    ("name", AreasSection.Name(hot)),
                    ("incidents", draft.Count("finding.hot_incidents", hot.Incidents, "Hotspots/Areas/AreaMeasures", "unit.incidents")),
                    ("now", draft.Count("finding.hot_complaints", hot.Complaints, "Hotspots/Areas/AreaMeasures")),
                    ("where", Where(sections, hot.Street is null ? "districts" : "streets", draft))
                )
            );
        else if (districts.Count == 1)
            findings.Add(
                draft.Say(
                    "key.only_district",
                    ("name", districts[0].District),
                    ("count", draft.Count("finding.district_complaints", districts[0].Complaints, "Hotspots/Areas/AreaMeasures")),
                    ("where", Where(sections, "districts", draft))
                )
            );
        else if (districts.Count > 0)
            findings.Add(
                draft.Say(
                    "key.district",
                    ("name", districts[0].District),
                    (
                        "incidents",
                        draft.Count("finding.district_incidents", districts[0].Incidents, "Hotspots/Areas/AreaMeasures", "unit.incidents")
                    ),
                    ("count", draft.Count("finding.district_complaints", districts[0].Complaints, "Hotspots/Areas/AreaMeasures")),
                    ("share", draft.Percent("finding.district_share", districts[0].Share, "Hotspots/Areas/AreaMeasures")),
                    ("where", Where(sections, "districts", draft))
                )
            );
        if (a.Points.Count > 0)
            findings.Add(Point(a.Points, Where(sections, "points", draft), draft, dates));
        if (findings.Count < MostFindings && AreasSection.FallenBeyondCity(a).FirstOrDefault() is { } fallen)
            findings.Add(
                draft.Say(
                    "key.fallen",
                    ("name", AreasSection.Name(fallen)),
                    ("previous", draft.Count("finding.fallen_previous", fallen.Previous!.Value, "Hotspots/Areas/AreaMeasures")),
                    ("now", draft.Count("finding.fallen_now", fallen.Complaints, "Hotspots/Areas/AreaMeasures")),
                    ("where", Where(sections, "districts", draft))
                )
            );
        if (a.Now.WithHour < a.Now.Complaints / 2)
            findings.Add(draft.Say("key.no_hours"));
        Cards(a, draft);
        return new Section("key", draft.Word("section.key"), [.. findings.Select(text => new Paragraph(text, ParagraphKind.Finding))]);
    }

    /// <summary>The issue that made most of a change that stands up.</summary>
    private static IssueCount? Moved(Analysis a) =>
        a.Spans.Previous is null
            ? null
            : IssuesSection
                .Moved(a, [.. a.Issues.Where(issue => issue.Level == "issue" && issue.Name != IssueList.Other)])
                .MaxBy(issue => Math.Abs(issue.Incidents - issue.PreviousIncidents));

    /// <summary>New hours of an issue that is not more than before: its complaints have moved, or are registered otherwise.</summary>
    private static bool IsShift(Analysis a, PeakGroup peak) =>
        peak is { ScopeLevel: "issue", Comparison: "past_8_weeks" } && a.IssueChangeQ.GetValueOrDefault(peak.Scope, 0) > Draft.Significant;

    /// <summary>The first place that passed a test; where none did, that, and which gathered most.</summary>
    internal static Prose Point(IReadOnlyList<HotPoint> points, string where, Draft draft, Dates dates)
    {
        var passed = points.FirstOrDefault(PointsSection.StandsOut);
        var told = passed ?? points[0];
        return draft.Say(
            passed is not null ? "key.point"
                : points.All(point => point is { IsHot: null, IsRising: null }) ? "key.point_untested"
                : "key.point_none",
            ("sentence", PointsSection.One(told, $"points.{told.Rank}", draft, dates, where))
        );
    }

    /// <summary>How many there were, and against before.</summary>
    /// <param name="where">Where to look, or nothing.</param>
    internal static Prose Total(Analysis a, string where, Draft draft) =>
        draft.Say(
            "key.total",
            ("complaints", draft.Count("finding.complaints", a.Now.Complaints, "Grouping/totals.sql")),
            (
                "excluded",
                a.Now.Excluded == 0
                    ? Draft.Join()
                    : draft.Say("overview.with_excluded", ("count", draft.Count("finding.excluded", a.Now.Excluded, "Grouping/totals.sql")))
            ),
            ("incidents", draft.Count("finding.incidents", a.Now.Incidents, "Grouping/totals.sql", "unit.incidents")),
            ("before", OverviewSection.IncidentsBefore(a, draft)),
            ("change", OverviewSection.Changes(a, draft)),
            ("where", where)
        );

    /// <summary>The figures at the head of the page; their labels are <c>outputs.figure.key.…</c>.</summary>
    private static void Cards(Analysis a, Draft draft)
    {
        draft.Count("key.complaints", a.Now.Complaints, "Grouping/totals.sql");
        draft.Number(
            "key.daily",
            (double)a.Now.Complaints / (a.Spans.Current.Days - a.Spans.EmptyDays.Count),
            1,
            "Grouping/totals.sql",
            "unit.items"
        );
        draft.Count("key.incidents", a.Now.Incidents, "Grouping/totals.sql", "unit.incidents");
        draft.Count("key.points", a.Points.Count, "Hotspots/HotPoints/Points", "unit.places");
        if (a.Points.Any(point => point.IsHot is not null || point.IsRising is not null))
            draft.Count("key.hot", a.Points.Count(PointsSection.StandsOut), "Hotspots/HotPoints/Points", "unit.places");
        if (a.Callbacks.FirstOrDefault(unit => unit.District is null) is { CalledBack: > 0 } all)
            draft.Share("key.coverage", all.CalledBack, all.Complaints, "Grouping/callbacks.sql");
    }

    private static string Where(IReadOnlyList<Section> sections, string table, Draft draft) =>
        Tables.Reference(sections, table, "key.where", draft);
}

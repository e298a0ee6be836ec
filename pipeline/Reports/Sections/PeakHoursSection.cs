using Hotspot.Classify;
using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>三、高发时段: the 24×7 map, the hours and windows that passed their test, and what drives them.</summary>
public static class PeakHoursSection
{
    private const string Source = "Grouping/hours.sql, Hotspots/Peaks/PeakHours";

    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        var heading = draft.Word("section.peak_hours");
        if (a.Now.WithHour == 0)
            return new Section("peak_hours", heading, [new Paragraph(draft.Say("peaks.no_hours"))]);

        var blocks = new List<Block>();
        var share = (double)a.Now.WithHour / a.Now.Complaints;
        if (share < 0.8)
            blocks.Add(
                OverviewSection.Note(
                    draft.Say("peaks.few_hours", ("share", draft.Percent("peaks.with_hour", share, "Grouping/totals.sql")))
                )
            );
        if (a.Now.WithCallTime < a.Now.WithHour / 2)
            blocks.Add(OverviewSection.Note(draft.Say("peaks.not_call_time")));

        var city = a.Peaks.Where(peak => peak is { ScopeLevel: "city", DayKind: "all" }).ToList();
        var standing = city.Where(peak => peak is { Comparison: "uniform", IsPeak: true }).ToList();
        blocks.Add(new Paragraph(City(a, city, standing, draft, dates)));
        blocks.Add(new ChartBlock(PeakHeatMap.Of(a, standing, draft, dates)));
        blocks.Add(new Paragraph(DayKinds(a, draft, dates)));
        if (a.DayCurves.Count > 0)
            blocks.Add(new ChartBlock(DayCurveChart.Of(a.DayCurves, a, draft, dates)));
        if (standing.Count > 0)
            blocks.Add(new Paragraph(Drivers(a, standing, draft)));
        blocks.Add(new Paragraph(NewPeaks(a, draft, dates)));
        blocks.Add(OverviewSection.Note(DayPatterns.Days(a, draft)));
        if (DayPatterns.OnePeak(a, draft) is { } onePeak)
            blocks.Add(OverviewSection.Note(onePeak));
        var groups = PeakGroup.Of(a.Peaks);
        if (groups.Count > 0)
            blocks.Add(new TableBlock(PeakTables.Hours(groups, a, draft, dates)));
        else
            blocks.Add(OverviewSection.Note(draft.Say("peaks.no_table")));
        if (a.Windows.Count > 0)
            blocks.Add(new TableBlock(PeakTables.Windows(a.Windows, a.Spans.Current.Days < new PeakSettings().LeastDays, draft, dates)));
        return new Section("peak_hours", heading, blocks);
    }

    private static Prose City(Analysis a, List<PeakHour> city, List<PeakHour> standing, Draft draft, Dates dates)
    {
        if (!city.Any(peak => peak is { Comparison: "uniform", PValue: not null }))
            return draft.Say("peaks.too_short");
        if (standing.Count == 0)
            return draft.Say("peaks.even");
        var complaints = standing.Sum(peak => peak.Complaints);
        var expected = (double)standing.Count / 24;
        var observed = (double)complaints / a.Now.WithHour;
        var told = draft.Say(
            "peaks.city",
            ("hours", dates.Hours(standing.Select(peak => peak.Hour))),
            ("count", draft.Count("peaks.complaints", complaints, Source)),
            ("share", draft.Percent("peaks.share", observed, Source)),
            ("ratio", draft.Number("peaks.ratio", observed / expected, 1, Source, "unit.times")),
            ("tested", PeakGroup.Tested(standing[0].FromOn, a, draft))
        );
        return Draft.Join(told, Busiest(a, draft, dates));
    }

    /// <summary>The hour with most complaints where it is no peak of the city of any kind: the map shows it, and a reader would ask.</summary>
    private static Prose Busiest(Analysis a, Draft draft, Dates dates)
    {
        var city = a.Peaks.Where(peak => peak.ScopeLevel == "city").ToList();
        var most = city.Where(peak => peak is { Comparison: "uniform", DayKind: "all" }).MaxBy(peak => peak.Complaints);
        return most is null || city.Exists(peak => peak.IsPeak == true && peak.Hour == most.Hour)
            ? Draft.Join()
            : draft.Say(
                "peaks.busiest",
                ("hours", dates.Hours(most.Hour, (most.Hour + 1) % 24)),
                ("count", draft.Count("peaks.busiest", most.Complaints, Source))
            );
    }

    private static Prose DayKinds(Analysis a, Draft draft, Dates dates)
    {
        var parts = new List<Prose>();
        foreach (var kind in (string[])["workday", "weekend", "holiday"])
        {
            var rows = a.Peaks.Where(peak => peak is { ScopeLevel: "city", Comparison: "uniform" } && peak.DayKind == kind).ToList();
            var name = draft.Word($"day_kind.{kind}");
            if (rows.Count == 0)
                continue;
            var hours = rows.Where(peak => peak.IsPeak == true).Select(peak => peak.Hour).ToList();
            var days = ("days", (object?)draft.Count($"peaks.days_{kind}", rows.Max(peak => peak.Days), Source, "unit.days"));
            parts.Add(
                rows.All(peak => peak.PValue is null) ? draft.Say("peaks.kind_untested", ("kind", name))
                : hours.Count == 0 ? draft.Say("peaks.kind_even", ("kind", name), days)
                : draft.Say("peaks.kind", ("kind", name), days, ("hours", dates.Hours(hours)))
            );
        }
        return parts.Count == 0 ? draft.Say("peaks.no_kinds") : draft.Say("peaks.kinds", ("list", draft.List(parts, "separator.clause")));
    }

    /// <summary>Which issues fill the peak hours.</summary>
    private static Prose Drivers(Analysis a, List<PeakHour> standing, Draft draft)
    {
        var hours = standing.Select(peak => peak.Hour).ToHashSet();
        var total = a.HourIssues.Where(cell => hours.Contains(cell.Hour)).Sum(cell => cell.Complaints);
        var leading = a
            .HourIssues.Where(cell => hours.Contains(cell.Hour) && cell.Issue != IssueList.Other)
            .GroupBy(cell => cell.Issue)
            .Select(issue => (Issue: issue.Key, Complaints: issue.Sum(cell => cell.Complaints)))
            .OrderByDescending(issue => issue.Complaints)
            .ThenBy(issue => issue.Issue, StringComparer.Ordinal)
            .Take(3)
            .ToList();
        if (leading.Count == 0)
            return draft.Say("peaks.no_drivers");
        return draft.Say(
            "peaks.drivers",
            (
                "list",
                draft.List(
                    leading.Select(
                        (issue, i) =>
                            draft.Say(
                                "peaks.driver",
                                ("issue", issue.Issue),
                                ("count", draft.Count($"peaks.driver.{i + 1}", issue.Complaints, "Grouping/hour_issues.sql")),
                                ("share", draft.Share($"peaks.driver.{i + 1}.share", issue.Complaints, total, "Grouping/hour_issues.sql"))
                            )
                    ),
                    "separator.enumeration"
                )
            )
        );
    }

    private static Prose NewPeaks(Analysis a, Draft draft, Dates dates)
    {
        var rows = a.Peaks.Where(peak => peak.Comparison == "past_8_weeks").ToList();
        if (!rows.Any(peak => peak.PValue is not null))
            return a.Spans.Current.Days > NewPeak.LongestPeriod
                ? draft.Say("peaks.new_long", ("days", NewPeak.LongestPeriod))
                : draft.Say("peaks.new_untested");
        var found = PeakGroup.Of(rows);
        if (found.Count == 0)
            return draft.Say("peaks.no_new");
        return draft.Say(
            "peaks.new",
            (
                "list",
                draft.List(
                    found
                        .Take(5)
                        .Select(group =>
                            draft.Say(
                                "peaks.new_one",
                                ("scope", group.ScopeText(draft)),
                                ("kind", group.DayKind == "all" ? "" : draft.Word($"day_kind.{group.DayKind}")),
                                ("hours", dates.Hours(group.Start, group.End))
                            )
                        ),
                    "separator.clause"
                )
            )
        );
    }
}

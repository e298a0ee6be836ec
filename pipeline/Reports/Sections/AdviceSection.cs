using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>九、工作建议: rules, not opinion: who, where, when, because of which table (where the bulletin has it). Only tested findings give
/// advice: points, areas, what fell, alarms, hours, of each the first in an order that is told where there are more.</summary>
public static class AdviceSection
{
    /// <summary>More than these nobody follows up.</summary>
    private const int Most = 9;
    private const int MostPoints = 5;
    private const int MostAreas = 3;
    private const int MostAlarms = 2;
    private const int MostPeaks = 2;
    private const int MostLess = 4;

    /// <param name="id">Begins the ids of the figures.</param>
    public static Section Write(Analysis a, IReadOnlyList<Section> earlier, Draft draft, Dates dates, string id = "advice")
    {
        // Of a period that still runs: after the last day of data.
        var from = a.Spans.Current.Until;
        var span = dates.Span(from, from.AddDays(Math.Min(a.Spans.Period.Days, 7) - 1));
        string Basis(string table) => Tables.Reference(earlier, table, "advice.basis", draft);
        var found = AdviceChoice.Of(a);
        var advice = found
            .Points.Take(MostPoints)
            .GroupBy(point => (point.District, point.Street))
            .Select(group => OfPlaces([.. group], span, Basis("points"), draft, dates))
            .ToList();

        // Of each kind that was found at least the first is told.
        var hours = found.Peaks.Count + Math.Min(1, found.Windows.Count);
        var isLess = found.Fallen.Count > 0 || found.Fewer.Count > 0;
        var left = Most - advice.Count - Math.Min(1, hours) - (isLess ? 1 : 0);
        var areas = Math.Min(MostAreas, left - Math.Min(1, found.Alarms.Count));
        var rising = found.Rising.Take(areas).ToList();
        var hot = found.Hot.Take(areas - rising.Count).ToList();
        left -= rising.Count + hot.Count;
        var alarms = found.Alarms.Take(Math.Min(MostAlarms, left)).ToList();
        var peaks = found.Peaks.Take(Math.Min(MostPeaks, left - alarms.Count + 1)).ToList();

        string TableOf(Area area) => area.Street is null ? "districts" : "streets";
        foreach (var area in rising)
            advice.Add(draft.Say("advice.street", ("street", AreasSection.Name(area)), ("basis", Basis(TableOf(area)))));
        foreach (var area in hot)
            advice.Add(OfHot(area, id, AreasSection.IsTabled(a, area) ? Basis(TableOf(area)) : "", draft));
        if (isLess)
            advice.Add(OfLess(found, id, Basis(found.Fallen.Count > 0 ? "districts" : "issues"), draft));
        advice.AddRange(alarms.Select((row, i) => OfAlarm(row, $"{id}.alarm.{i + 1}", Basis("alarms"), draft, dates)));
        advice.AddRange(peaks.Select(peak => OfHours(peak, a, id, span, Basis("peak_hours"), draft, dates)));
        advice.AddRange(found.Windows.Take(1).Select(window => OfWindow(window, id, span, Basis("peak_windows"), draft, dates)));

        var blocks =
            advice.Count == 0
                ? (List<Block>)[new Paragraph(draft.Say("advice.none"))]
                : [.. advice.Select((text, i) => new Paragraph(Draft.Join(draft.Say("advice.number", ("number", i + 1)), text)))];
        void First(string what, int all, int named, string unit, string table, string source)
        {
            if (named > 0 && all > named)
                blocks.Add(
                    OverviewSection.Note(
                        draft.Say(
                            $"advice.first_{what}",
                            ("all", draft.Count($"{id}.{what}", all, source, unit)),
                            ("named", draft.Count($"{id}.{what}_named", named, source, unit)),
                            ("basis", Basis(table))
                        )
                    )
                );
        }
        First("points", found.Points.Count, Math.Min(MostPoints, found.Points.Count), "unit.places", "points", "Hotspots/HotPoints/Points");
        First(
            "streets",
            found.Rising.Count,
            rising.Count,
            "unit.streets",
            rising.Count > 0 ? TableOf(rising[0]) : "streets",
            "Hotspots/Areas/AreaMeasures"
        );
        First(
            "hot",
            found.Hot.Count,
            hot.Count,
            "unit.streets",
            hot.Count > 0 ? TableOf(hot[0]) : "streets",
            "Hotspots/Areas/AreaMeasures"
        );
        First("alarms", found.Alarms.Count, alarms.Count, "unit.warnings", "alarms", "Hotspots/Warnings/EarlyWarnings");
        if (peaks.Count > 0 && IsOfIssue(peaks[0]))
            First("peaks", found.Peaks.Count, peaks.Count, "unit.kinds", "peak_hours", "Hotspots/Peaks/PeakHours");
        else
            First("hours", found.Peaks.Count, peaks.Count, "unit.matters", "peak_hours", "Hotspots/Peaks/PeakHours");
        blocks.AddRange(EventsProse.Write(a, draft, dates));
        return new Section("advice", draft.Word("section.advice"), blocks);
    }

    private static Prose OfPlaces(IReadOnlyList<HotPoint> points, string span, string basis, Draft draft, Dates dates) =>
        draft.Say(
            "advice.points",
            ("span", span),
            ("street", points[0].District + points[0].Street),
            ("ranks", string.Join(draft.Word("separator.enumeration"), points.Select(point => point.Rank))),
            ("places", string.Join(draft.Word("separator.enumeration"), points.Select(point => point.Label))),
            ("hours", HoursOf(points, draft, dates)),
            ("basis", basis)
        );

    private static Prose OfHot(Area area, string id, string basis, Draft draft)
    {
        var name = AreasSection.Name(area);
        return AreasSection.SayHot(
            area,
            "advice.hot",
            "advice.hot_new",
            $"{id}.hot.{name}",
            draft,
            ("street", name),
            ("incidents", draft.Count($"{id}.hot.{name}.incidents", area.Incidents, "Hotspots/Areas/AreaMeasures", "unit.incidents")),
            ("basis", basis)
        );
    }

    /// <summary>What fell is good work or missing orders: one line for all of it, areas before issues.</summary>
    private static Prose OfLess(AdviceChoice found, string id, string basis, Draft draft) =>
        draft.Say(
            "advice.fallen",
            (
                "list",
                draft.List(
                    found
                        .Fallen.Select(area => (Name: AreasSection.Name(area), Before: area.Previous!.Value, Now: area.Complaints))
                        .Concat(found.Fewer.Select(issue => (Name: issue.Name!, Before: issue.Previous, Now: issue.Complaints)))
                        .Take(MostLess)
                        .Select(one =>
                            draft.Say(
                                "advice.fallen_one",
                                ("name", one.Name),
                                (
                                    "previous",
                                    draft.Count($"{id}.fallen.{one.Name}.previous", one.Before, "Grouping/areas.sql, Grouping/issues.sql")
                                ),
                                ("now", draft.Count($"{id}.fallen.{one.Name}", one.Now, "Grouping/areas.sql, Grouping/issues.sql"))
                            )
                        ),
                    "separator.enumeration"
                )
            ),
            ("basis", basis)
        );

    private static Prose OfAlarm(AlarmsTable.Row row, string id, string basis, Draft draft, Dates dates)
    {
        var (cluster, warning) = (row.Cluster, row.Strongest);
        var source = cluster is null ? "Hotspots/Warnings/EarlyWarnings" : "Hotspots/Scans/SpaceTimeScan";
        return draft.Say(
            "advice.alarm",
            (
                "area",
                cluster is null
                    ? WarningsProse.Area(row.Warning!, draft)
                    : SpaceTimeProse.Where(cluster, draft, metres => draft.Count(id + ".radius", metres, source, "unit.none"))
            ),
            ("issue", cluster is null ? warning!.Issue : cluster.Issue ?? draft.Word("space_time.all")),
            ("days", cluster is null ? WarningsProse.Days(warning!, dates) : dates.Span(cluster.FromOn, cluster.UntilOn)),
            ("observed", draft.Count(id + ".observed", cluster?.Incidents ?? warning!.Observed!.Value, source, "unit.incidents")),
            ("expected", draft.Number(id + ".expected", cluster?.Expected ?? warning!.Expected!.Value, 1, source, "unit.incidents")),
            ("basis", basis)
        );
    }

    private static Prose OfHours(PeakGroup peak, Analysis a, string id, string span, string basis, Draft draft, Dates dates) =>
        draft.Say(
            IsOfIssue(peak) ? "advice.peak" : "advice.peak_of_part",
            ("span", span),
            ("days", Days(peak.DayKind, draft)),
            ("hours", dates.Hours(peak.Start, peak.End)),
            ("issue", peak.ScopeText(draft)),
            ("tested", PeakGroup.Tested(peak.FromOn, a, draft)),
            ("basis_level", draft.Word($"key.basis_{peak.Comparison}")),
            ("ratio", draft.Number($"{id}.peak.{peak.Scope}.{peak.Start}", peak.Ratio, 1, "Hotspots/Peaks/PeakHours", "unit.times")),
            ("basis", basis)
        );

    private static Prose OfWindow(PeakWindow window, string id, string span, string basis, Draft draft, Dates dates) =>
        draft.Say(
            "advice.window",
            ("span", span),
            ("days", Days(window.DayKind, draft)),
            ("hours", dates.Hours(window.StartHour, window.EndHour)),
            ("scope", PeakGroup.ScopeText(window.ScopeLevel, window.Scope, draft)),
            (
                "ratio",
                draft.Number(
                    id + ".window.ratio",
                    window.Incidents / Math.Max(1e-9, window.Expected),
                    1,
                    "Hotspots/Peaks/PeakWindows",
                    "unit.times"
                )
            ),
            ("basis", basis)
        );

    private static bool IsOfIssue(PeakGroup peak) => peak is { ScopeLevel: "issue", DayKind: "all" };

    private static string Days(string dayKind, Draft draft) =>
        dayKind == "all" ? draft.Word("advice.every_day") : draft.Word($"day_kind.{dayKind}");

    private static string HoursOf(IEnumerable<HotPoint> points, Draft draft, Dates dates)
    {
        var hours = points.SelectMany(point => BusyHours.Read(point.BusyHours)).Distinct().ToList();
        return hours.Count is 0 or > BusyHours.Most ? draft.Word("advice.any_hour") : dates.Hours(hours);
    }
}

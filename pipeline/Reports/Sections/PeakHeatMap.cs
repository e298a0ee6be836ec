using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The 24×7 map of 三、高发时段, hours that passed their test marked by kind of day.</summary>
internal static class PeakHeatMap
{
    private static readonly string[] Kinds = ["workday", "weekend", "holiday"];

    private static string KindOf(int weekday) =>
        weekday == 8 ? "holiday"
        : weekday >= 6 ? "weekend"
        : "workday";

    public static HeatMapChart Of(Analysis a, List<PeakHour> standing, Draft draft, Dates dates)
    {
        var holiday = a.Heat.Any(cell => cell.Weekday == 8);
        var rows = holiday ? 8 : 7;
        var values = Enumerable.Range(1, rows).Select(weekday => (IReadOnlyList<double?>)Row(a, weekday)).ToList();
        // Kinds of days have tests of their own; where none of them passes, the hours of all days are marked on each.
        var hours = Kinds
            .Where(kind => holiday || kind != "holiday")
            .ToDictionary(
                kind => kind,
                kind =>
                    (SortedSet<int>)
                        [
                            .. a
                                .Peaks.Where(peak =>
                                    peak is { ScopeLevel: "city", Comparison: "uniform", IsPeak: true } && peak.DayKind == kind
                                )
                                .Select(peak => peak.Hour),
                        ]
            );
        var byKind = hours.Values.Any(found => found.Count > 0);
        var marks = Enumerable
            .Range(1, rows)
            .Select(weekday => byKind ? hours[KindOf(weekday)] : [.. standing.Select(peak => peak.Hour)])
            .Select(found => (IReadOnlyList<bool>)[.. Enumerable.Range(0, 24).Select(found.Contains)])
            .ToList();
        var marked = values.Zip(marks, (row, on) => row.Where((_, hour) => on[hour]).Sum() ?? 0).Sum();
        var share = ("share", (object?)Draft.OneDecimal(marked, a.Now.WithHour));
        var from = a
            .Peaks.Where(peak => peak is { ScopeLevel: "city", Comparison: "uniform" })
            .Select(peak => peak.FromOn)
            .DefaultIfEmpty(a.Spans.Current.From)
            .Min();
        var tested = ("tested", (object?)PeakGroup.Tested(from, a, draft));
        var message =
            byKind
                ? draft.Text(
                    "heat_map.message_by_kind",
                    (
                        "kinds",
                        string.Join(
                            draft.Word("separator.clause"),
                            hours
                                .Keys.Where(kind => hours[kind].Count > 0)
                                .Select(kind => draft.Word($"day_kind.{kind}") + dates.Hours(hours[kind]))
                        )
                    ),
                    share,
                    tested
                )
            : standing.Count > 0 ? draft.Text("heat_map.message", ("hours", dates.Hours(standing.Select(peak => peak.Hour))), share, tested)
            : draft.Word("heat_map.no_peak");
        return new HeatMapChart(
            "heat_map",
            draft.NextChart(),
            draft.Word("chart.heat_map"),
            message,
            OverviewSection.SourceLine(a, draft, dates, a.Now.WithHour),
            [.. Enumerable.Range(1, rows).Select(weekday => draft.Word($"weekday.{weekday}"))],
            values,
            marks,
            5,
            draft.Word("chart.value_complaints"),
            draft.Text("heat_map.peak", tested)
        );
    }

    private static double?[] Row(Analysis a, int weekday)
    {
        var row = new double?[24];
        if (!IsMissing(a, weekday))
            Array.Fill(row, 0);
        foreach (var cell in a.Heat.Where(cell => cell.Weekday == weekday))
            row[cell.Hour] = cell.Complaints;
        return row;
    }

    /// <summary>True where the export lacks every such day of the period: nothing was measured, which is not the same as none.</summary>
    private static bool IsMissing(Analysis a, int weekday)
    {
        var days = a.Days.Where(day => weekday <= 7 && ((int)day.Day.DayOfWeek + 6) % 7 + 1 == weekday).ToList();
        return days.Count > 0 && days.All(day => a.Spans.EmptyDays.Contains(day.Day));
    }
}

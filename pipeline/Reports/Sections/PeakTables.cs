using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The tables of 三、高发时段.</summary>
internal static class PeakTables
{
    private const int MostHours = 15;
    private const int WindowsOnPaper = 5;
    private const int MostWindows = 10;

    /// <summary>What an hour is compared with, each in a column of its own: a ratio says nothing without it.</summary>
    private static readonly string[] Comparisons = ["uniform", "city_profile", "past_8_weeks"];

    public static ReportTable Hours(IReadOnlyList<PeakGroup> groups, Analysis a, Draft draft, Dates dates)
    {
        var rows = groups.GroupBy(group => (group.ScopeLevel, group.Scope, group.DayKind, group.Start, group.End)).ToList();
        return new(
            "peak_hours",
            draft.NextTable(),
            Tested(Caption("peak_hours", rows.Count, MostHours, draft), groups, a, draft, dates),
            draft.Word("sheet.peak_hours"),
            [
                draft.Column("scope", CellFormat.Text, 2),
                draft.Column("day_kind", CellFormat.Text),
                draft.Column("hours", CellFormat.Text, 1.4),
                draft.Column("complaints", CellFormat.Count, 0.8),
                draft.Detail("incidents", CellFormat.Count, 0.8),
                .. Comparisons.Select(comparison => draft.Column($"ratio_{comparison}", CellFormat.Decimal1, 0.9)),
                draft.Column("q_value", CellFormat.PValue, 0.8),
            ],
            [
                .. rows.Take(MostHours)
                    .Select(same =>
                    {
                        var group = same.First();
                        return (IReadOnlyList<object?>)
                            [
                                group.ScopeText(draft),
                                draft.Word($"day_kind.{group.DayKind}"),
                                dates.Hours(group.Start, group.End),
                                group.Complaints,
                                group.Incidents,
                                .. Comparisons.Select(comparison =>
                                    (object?)same.FirstOrDefault(one => one.Comparison == comparison)?.Ratio
                                ),
                                same.Max(one => one.LargestQ),
                            ];
                    }),
            ],
            draft.Word("note.peak_hours")
        )
        {
            PaperNote = draft.Word("note.peak_hours_paper"),
        };
    }

    /// <summary>Counts are of the period; where it is too short to be tested alone, the ratios are of more days.</summary>
    private static string Tested(string caption, IReadOnlyList<PeakGroup> groups, Analysis a, Draft draft, Dates dates)
    {
        var from = groups
            .Where(group => group.Comparison != "past_8_weeks")
            .Select(group => group.FromOn)
            .DefaultIfEmpty(a.Spans.Current.From)
            .Min();
        return from >= a.Spans.Current.From
            ? caption
            : draft.Text("table.peak_hours_tested", ("caption", caption), ("span", dates.Span(from, a.Spans.Current.LastDay)));
    }

    /// <summary>Says so where the table has not all.</summary>
    private static string Caption(string table, int all, int most, Draft draft) =>
        all > most ? draft.Text($"table.{table}_first", ("top", most)) : draft.Word($"table.{table}");

    private static readonly string[] WindowLevels = ["city", "issue", "district", "street"];

    /// <summary>The city's first, the strongest first; kinds of day only where all days together have none.</summary>
    internal static IReadOnlyList<PeakWindow> Ordered(IReadOnlyList<PeakWindow> windows) =>
        [
            .. windows
                .Where(window => window.DayKind == "all" || windows.All(other => other.DayKind != "all" || other.Scope != window.Scope))
                .OrderBy(window => Array.IndexOf(WindowLevels, window.ScopeLevel))
                .ThenByDescending(window => window.Llr)
                .ThenBy(window => window.Scope, StringComparer.Ordinal),
        ];

    /// <param name="ofWeeks">The period is too short a span of days: the windows are those of the eight weeks that end with it.</param>
    public static ReportTable Windows(IReadOnlyList<PeakWindow> windows, bool ofWeeks, Draft draft, Dates dates)
    {
        var rows = Ordered(windows);
        var table = new ReportTable(
            "peak_windows",
            draft.NextTable(),
            Caption(ofWeeks ? "peak_windows_of_weeks" : "peak_windows", rows.Count, MostWindows, draft),
            draft.Word("sheet.peak_windows"),
            [
                draft.Column("scope", CellFormat.Text, 1.6),
                draft.Column("day_kind", CellFormat.Text),
                draft.Column("hours", CellFormat.Text, 1.4, title: "window"),
                draft.Column("incidents", CellFormat.Count),
                draft.Column("expected", CellFormat.Decimal1),
                draft.Column("p_value", CellFormat.PValue),
            ],
            [
                .. rows.Take(MostWindows)
                    .Select(window =>
                        (IReadOnlyList<object?>)
                            [
                                PeakGroup.ScopeText(window.ScopeLevel, window.Scope, draft),
                                draft.Word($"day_kind.{window.DayKind}"),
                                dates.Hours(window.StartHour, window.EndHour),
                                window.Incidents,
                                window.Expected,
                                window.PValue,
                            ]
                    ),
            ],
            draft.Word("note.peak_windows")
        );
        return draft.First(table, WindowsOnPaper);
    }
}

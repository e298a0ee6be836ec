using System.Globalization;
using Hotspot.Classify;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The months of a quarter or a year in 一、总体情况: the course of the year, which issue made it, and a line over them and the months before.</summary>
internal static class MonthsProse
{
    private const string Source = "Grouping/issue_days.sql";
    private const string DaySource = "Grouping/days.sql";
    private const int IssueColumns = 4;

    /// <summary>A month of fewer days with data is not compared with others.</summary>
    private const int LeastDays = 7;

    public static IEnumerable<Block> Write(Analysis a, Draft draft, Dates dates)
    {
        var within = Within(a);
        if (Course(a, within, draft, dates) is { } course)
            yield return new Paragraph(course);
        yield return new TableBlock(Table(a, within, draft, dates));
        if (a.Months.Count > OverviewSection.LeastHistory)
            yield return new ChartBlock(Line(a, within, draft, dates));
    }

    private static List<PeriodCount> Within(Analysis a) => [.. a.Months.Where(month => month.Period.From >= a.Spans.Current.From)];

    private static bool BeginsLate(PeriodCount month, Analysis a) => a.Coverage.FirstOn > month.Period.From;

    private static bool EndsEarly(PeriodCount month, Analysis a) => a.Spans.Current.Until < month.Period.Until;

    /// <summary>Days of the month that the data reach and do not lack.</summary>
    private static int Days(PeriodCount month, Analysis a)
    {
        var from = BeginsLate(month, a) ? a.Coverage.FirstOn : month.Period.From;
        var until = EndsEarly(month, a) ? a.Spans.Current.Until : month.Period.Until;
        return until.DayNumber - from.DayNumber - a.Spans.EmptyDays.Count(day => day >= from && day < until);
    }

    private static double Daily(PeriodCount month, Analysis a) => (double)month.Complaints / Days(month, a);

    /// <summary>The fullest and the emptiest month by day, and the issue that differs most between the first and the last; null of one month.</summary>
    private static Prose? Course(Analysis a, List<PeriodCount> within, Draft draft, Dates dates)
    {
        var compared = within.FindAll(month => Days(month, a) >= LeastDays);
        if (compared.Count < 2)
            return null;
        var (most, least) = (compared.MaxBy(month => Daily(month, a))!, compared.MinBy(month => Daily(month, a))!);
        var (first, last) = (within.IndexOf(compared[0]), within.IndexOf(compared[^1]));
        var text = draft.Say(
            "months.course",
            ("most", MonthOf(most, dates)),
            ("most_daily", draft.Number("months.most", Daily(most, a), 1, DaySource, "unit.items")),
            ("least", MonthOf(least, dates)),
            ("least_daily", draft.Number("months.least", Daily(least, a), 1, DaySource, "unit.items"))
        );
        var moved = a
            .IssueMonths.Where(issue => issue.Issue != IssueList.Other)
            .MaxBy(issue => Math.Abs(OfDay(issue, last) - OfDay(issue, first)));
        return moved is null
            ? text
            : Draft.Join(
                text,
                draft.Say(
                    "months.moved",
                    ("issue", moved.Issue),
                    ("first", MonthOf(within[first], dates)),
                    ("first_count", draft.Count("months.moved.first", moved.Complaints[first], Source)),
                    ("last", MonthOf(within[last], dates)),
                    ("last_count", draft.Count("months.moved.last", moved.Complaints[last], Source))
                )
            );
        double OfDay(IssueMonths issue, int month) => (double)issue.Complaints[month] / Days(within[month], a);
    }

    private static string MonthOf(PeriodCount month, Dates dates) => dates.Period(month.Period);

    private static ReportTable Table(Analysis a, List<PeriodCount> within, Draft draft, Dates dates)
    {
        var issues = a.IssueMonths.Where(issue => issue.Issue != IssueList.Other).Take(IssueColumns).ToList();
        return new ReportTable(
            "months",
            draft.NextTable(),
            draft.Word("table.months"),
            draft.Word("sheet.months"),
            [
                draft.Column("month", CellFormat.Text, 1.6),
                draft.Column("complaints", CellFormat.Count),
                draft.Column("daily", CellFormat.Decimal1),
                draft.Column("incidents", CellFormat.Count),
                .. issues.Select(
                    (issue, i) =>
                        new ReportColumn(
                            string.Create(CultureInfo.InvariantCulture, $"issue_{i + 1}"),
                            draft.Text("column.issue_complaints", ("issue", issue.Issue)),
                            CellFormat.Count,
                            1.2
                        )
                ),
            ],
            [
                .. within.Select(
                    (month, i) =>
                        (IReadOnlyList<object?>)
                            [
                                MonthOf(month, dates) + Part(month, a, draft, dates),
                                month.Complaints,
                                Days(month, a) == 0 ? null : Daily(month, a),
                                month.Incidents,
                                .. issues.Select(issue => (object?)issue.Complaints[i]),
                            ]
                ),
            ]
        );
    }

    /// <summary>（7月29日起）, （至4月27日）; nothing of a month that the data hold whole.</summary>
    private static string Part(PeriodCount month, Analysis a, Draft draft, Dates dates) =>
        (BeginsLate(month, a) ? draft.Text("months.partial_from", ("day", dates.MonthDay(a.Coverage.FirstOn))) : "")
        + (EndsEarly(month, a) ? draft.Text("months.partial", ("day", dates.MonthDay(a.Spans.Current.LastDay))) : "");

    private static TrendChart Line(Analysis a, List<PeriodCount> within, Draft draft, Dates dates)
    {
        var most = within.MaxBy(month => month.Complaints)!;
        return new TrendChart(
            "trend",
            draft.NextChart(),
            draft.Word("chart.months"),
            draft.Text("months.message", ("month", MonthOf(most, dates)), ("count", most.Complaints)),
            OverviewSection.SourceLine(a, draft, dates, a.Months.Sum(month => month.Complaints), a.Months[0].Period.From),
            [
                .. a.Months.Select(month => new TrendPoint(
                    month.Period.From,
                    OverviewSection.ShortName(month.Period, draft),
                    month.Complaints,
                    within.Contains(month)
                )),
            ],
            null,
            null,
            null,
            draft.Word("chart.value_complaints"),
            "",
            ""
        )
        {
            CutLabel = draft.Word("chart.cut_axis"),
        };
    }
}

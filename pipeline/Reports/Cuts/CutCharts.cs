using System.Globalization;
using Hotspot.Grouping.Cuts;
using Hotspot.Records;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Cuts;

/// <summary>
/// The picture of a cut: a line over days, weeks, months; hours across for two groupings of which one is the hour; else bars. Bars, too, where a top left out
/// what a line or a row of hours would need.
/// </summary>
public static class CutCharts
{
    public const int MostBars = 30;

    /// <summary>Groups that a headline names side by side.</summary>
    private const int MostNamed = 2;

    /// <returns>Null: there is nothing to draw.</returns>
    public static Chart? Of(CutAnswer answer, CutWords words, string caption)
    {
        var question = answer.Question;
        var measure = question.Counted;
        if (question.By.Count == 0 || answer.Totals.Complaints == 0)
            return null;
        var source = Source(answer, words);
        var isWhole = question.Top is null;
        if (
            isWhole
            && question.By is [var only]
            && only is CutDimension.Day or CutDimension.Week or CutDimension.Month or CutDimension.Quarter
        )
            return Trend(answer, only, measure, words, caption, source);
        if ((isWhole || question.Pivot == CutDimension.Hour) && question.By is [_, _] && question.By.Contains(CutDimension.Hour))
            return Heat(answer, measure, words, caption, source);
        return Bars(answer, measure, words, caption, source);
    }

    /// <summary>Small print of the picture: filter, count, data-through.</summary>
    public static string Source(CutAnswer answer, CutWords words) =>
        words.Phrases.Say(
            "cut.chart.source",
            ("filter", words.Line(answer)),
            ("count", answer.Totals.Complaints),
            ("through", words.Through(answer.DataThrough))
        );

    private static TrendChart Trend(CutAnswer answer, CutDimension by, CutMeasure measure, CutWords words, string caption, string source)
    {
        var points = answer
            .Groups.Where(group => group[by] is not null)
            .OrderBy(group => CutSorting.Natural(group, by).At)
            .ThenBy(group => group[by] as string, StringComparer.Ordinal)
            .ToList();
        return new TrendChart(
            "cut",
            1,
            caption,
            Message(answer, points, measure, words),
            source,
            [
                .. points.Select(group => new TrendPoint(
                    group.Day ?? answer.Days.From,
                    words.OnAxis(group, by, answer),
                    group[measure] ?? 0,
                    InPeriod: true
                )),
            ],
            null,
            null,
            null,
            words.Measure(measure),
            "",
            ""
        );
    }

    private static HeatMapChart Heat(CutAnswer answer, CutMeasure measure, CutWords words, string caption, string source)
    {
        var other = answer.Question.By.First(dimension => dimension != CutDimension.Hour);
        var dimensions = CutColumns.Dimensions([other]);
        var all = answer.Groups.GroupBy(group => group.Only(dimensions)).ToList();
        var shown = all.Take(MostBars).ToList();
        var rows = shown
            .Select(row =>
                (
                    Label: words.Label(row.First(), dimensions, answer.Days),
                    Hours: row.Where(group => group.Hour is not null).ToDictionary(group => group.Hour!.Value, group => group[measure])
                )
            )
            .ToList();
        bool Asked(int hour) => answer.Question.Filter.Hours is not { } hours || hours.Contains(hour);
        return new HeatMapChart(
            "cut",
            1,
            caption,
            Message(answer, [.. shown.SelectMany(row => row)], measure, words),
            Shown(source, rows.Count, answer.Cross is null ? all.Count : answer.Cross.RowsInAll, words) + Undrawn(shown, measure, words),
            [.. rows.Select(row => row.Label)],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<double?>)
                        [.. Enumerable.Range(0, 24).Select(hour => Asked(hour) ? row.Hours.GetValueOrDefault(hour) ?? 0 : (double?)null)]
                ),
            ],
            [.. rows.Select(_ => (IReadOnlyList<bool>)new bool[24])],
            0,
            words.Measure(measure),
            ""
        );
    }

    /// <summary>What has no hour stands in no column.</summary>
    private static string Undrawn(IEnumerable<IEnumerable<CutGroup>> shown, CutMeasure measure, CutWords words)
    {
        var count = shown.SelectMany(row => row).Where(group => group.Hour is null).Sum(group => group.Count(measure));
        return count > 0 ? words.Phrases.Say("cut.chart.without_hour", ("count", count), ("unit", words.Unit(measure))) : "";
    }

    /// <summary>Counts, each with its change where one is asked for; where that is what groups are ranked by, how many more or fewer there are.</summary>
    private static BarChart Bars(CutAnswer answer, CutMeasure measure, CutWords words, string caption, string source)
    {
        var changes = answer.Question.Measures.Where(CutQuestion.IsChange).ToList();
        CutMeasure? ranked =
            answer.Question.Order is { Code: var code } && CutSorting.Measure(code) is { } order && CutQuestion.IsChange(order)
                ? order
                : null;
        var dimensions = CutColumns.Dimensions(answer.Question.By);
        var shown = answer.Groups.Take(MostBars).ToList();
        return new BarChart(
            "cut",
            1,
            caption,
            Message(answer, shown, measure, words),
            Shown(source, shown.Count, answer.GroupsInAll, words),
            [
                .. shown.Select(group =>
                {
                    var count = group[measure] ?? 0;
                    var value = ranked is { } change ? CutSorting.Rank(group, change, measure) ?? 0 : count;
                    return new Bar(
                        words.Label(group, dimensions, answer.Days),
                        value,
                        Text(group, count),
                        Strong: ranked is null && count > 0 && answer.Largest is [var largest, ..] && count == largest[measure]
                    );
                }),
            ],
            ranked is { } told
                ? words.Phrases.Say("cut.chart.difference", ("name", words.Measure(told)), ("unit", words.Unit(measure)))
                : string.Join(words.Phrases["separator.enumeration"], changes.Prepend(measure).Select(words.Measure))
        );

        string Text(CutGroup group, double count) =>
            string.Join(
                words.Phrases["separator.enumeration"],
                changes
                    .Select(change =>
                        words.Change(group, change, measure) is { } told ? CellText(told) : words.Phrases["outputs.cell.none"]
                    )
                    .Prepend(count.ToString("#,0", CultureInfo.InvariantCulture))
            );
    }

    private static string CellText(object change) =>
        change is double ratio ? (ratio < 0 ? "−" : "+") + Draft.OneDecimal(Math.Abs(ratio), 1) + "%" : (string)change;

    private static string Shown(string source, int shown, int all, CutWords words) =>
        shown < all ? source + words.Phrases.Say("cut.chart.shown", ("shown", shown), ("all", all)) : source;

    /// <summary>
    /// The largest group of all, or two of them, with its share, which is what a picture of counts shows; callers have no share. All, where more are equally large
    /// or not all of them are drawn.
    /// </summary>
    private static string Message(CutAnswer answer, IReadOnlyList<CutGroup> drawn, CutMeasure measure, CutWords words)
    {
        if (answer.Question.Order is { } order && CutSorting.Measure(order.Code) is { } change && CutQuestion.IsChange(change))
            return Rise(answer, drawn, change, measure, words) ?? words.Phrases.Say("cut.chart.all", ("count", answer.Totals.Complaints));
        var largest = drawn.Where(answer.Largest.Contains).ToList();
        if (largest.Count is 0 or > MostNamed || largest.Count < answer.Largest.Count)
            return words.Phrases.Say("cut.chart.all", ("count", answer.Totals.Complaints));
        var whole = measure == CutMeasure.Incidents ? answer.Totals.Incidents : answer.Totals.Complaints;
        var count = largest[0][measure] ?? 0;
        var dimensions = CutColumns.Dimensions(answer.Question.By);
        return words.Phrases.Say(
            (measure == CutMeasure.Callers ? "cut.chart.most_callers" : "cut.chart.most") + (largest.Count > 1 ? ".both" : ""),
            (
                "name",
                string.Join(words.Phrases["separator.enumeration"], largest.Select(group => words.Label(group, dimensions, answer.Days)))
            ),
            ("count", count.ToString("#,0", CultureInfo.InvariantCulture)),
            ("unit", words.Unit(measure)),
            ("share", Draft.OneDecimal(count, whole))
        );
    }

    /// <summary>The group that rose most; null: none did, or several as much.</summary>
    private static string? Rise(CutAnswer answer, IReadOnlyList<CutGroup> drawn, CutMeasure change, CutMeasure measure, CutWords words)
    {
        double? Of(int at) => drawn.ElementAtOrDefault(at) is { } group ? CutSorting.Rank(group, change, measure) : null;
        if (answer.Question.Order is not { IsDescending: true } || Of(0) is not > 0 || Of(0) == Of(1))
            return null;
        return words.Phrases.Say(
            "cut.chart.rise",
            ("group", words.Label(drawn[0], CutColumns.Dimensions(answer.Question.By), answer.Days)),
            ("name", words.Measure(change)),
            ("before", change == CutMeasure.Change ? drawn[0].Previous : drawn[0].YearBefore),
            ("count", drawn[0].Count(measure)),
            ("unit", words.Unit(measure))
        );
    }
}

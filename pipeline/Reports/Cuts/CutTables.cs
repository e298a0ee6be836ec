using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;
using Hotspot.Records;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Cuts;

/// <summary>The groups of a cut as people read them: one row a group, or with the values of one dimension side by side.</summary>
public sealed class CutTables(CutWords words)
{
    /// <param name="withTotal">A last row with all of the cut, also of groups that are not listed; not for tables that people sum up again.</param>
    public ReportTable Of(CutAnswer answer, bool withTotal)
    {
        var table = answer is { Cross: { } cross } ? Crossed(answer, cross, withTotal) : Listed(answer, withTotal);
        return table.Rows.Count == 0 ? table : table.WithoutEmptyColumns();
    }

    private ReportTable Listed(CutAnswer answer, bool withTotal)
    {
        var dimensions = CutColumns.Dimensions(answer.Question.By);
        var counted = answer.Question.Counted;
        var measures = answer.Question.Measures.SelectMany(measure => Columns(measure, counted)).ToList();
        List<IReadOnlyList<object?>> rows =
        [
            .. answer.Groups.Select(group =>
                (IReadOnlyList<object?>)
                    [
                        .. dimensions.Select(dimension => words.Value(group, dimension)),
                        .. answer.Question.Measures.SelectMany(measure => Cells(group, measure, counted)),
                    ]
            ),
        ];
        if (
            answer.Totals.Complaints == 0
            && answer.Groups.All(group => group is { Complaints: 0, Previous: null or 0, YearBefore: null or 0 })
        )
            rows = [];
        var total = withTotal && rows.Count > 0 && dimensions.Count > 0;
        if (total)
            rows.Add([
                TotalWord(answer),
                .. dimensions.Skip(1).Select(_ => (object?)""),
                .. answer.Question.Measures.SelectMany(measure => Cells(Total(answer.Totals), measure, counted)),
            ]);
        return Table(answer, [.. dimensions.Select(Column), .. measures], rows, total ? [rows.Count - 1] : null);
    }

    /// <summary>Groups that nobody counted are nobody's: 0. Only counts stand side by side.</summary>
    private ReportTable Crossed(CutAnswer answer, CutCross cross, bool withTotal)
    {
        var measure = answer.Question.Measures[0];
        var (dimensions, across) = (answer.Question.RowColumns, answer.Question.PivotColumns);
        var columns = cross
            .Columns.Select(group => (Key: group.Only(across), Label: words.Label(group, across, answer.Days), Total: group.Count(measure)))
            .ToList();
        var cells = answer.Groups.ToDictionary(group => (group.Only(dimensions), group.Only(across)), group => group.Count(measure));
        List<IReadOnlyList<object?>> rows =
        [
            .. cross.Rows.Select(row =>
                (IReadOnlyList<object?>)
                    [
                        .. dimensions.Select(dimension => words.Value(row, dimension)),
                        .. columns.Select(column => (object?)cells.GetValueOrDefault((row.Only(dimensions), column.Key))),
                        row.Count(measure),
                    ]
            ),
        ];
        if (answer.Totals.Complaints == 0)
            rows = [];
        var total = withTotal && rows.Count > 0 && dimensions.Count > 0;
        if (total)
            rows.Add([
                TotalWord(answer),
                .. dimensions.Skip(1).Select(_ => (object?)""),
                .. columns.Select(column => (object?)column.Total),
                Total(answer.Totals).Count(measure),
            ]);
        return Table(
            answer,
            [
                .. dimensions.Select(Column),
                .. columns.Select(column => new ReportColumn(column.Label, column.Label, CellFormat.Count, 0.7)),
                new ReportColumn("total", words.Phrases["cut.total"], CellFormat.Count, 0.8),
            ],
            rows,
            total ? [rows.Count - 1] : null
        );
    }

    /// <summary>What fits on a page: of a table that is too wide the first columns and the last, its total; the note says where all are.</summary>
    public ReportTable OnPage(ReportTable table, int most)
    {
        if (table.Columns.Count <= most)
            return table;
        // The columns of a pivot are called by their values.
        int[] kept = [.. Enumerable.Range(0, table.Columns.Count).Where(at => table.Columns[at].Name != table.Columns[at].Title)];
        return table with
        {
            Columns = [.. kept.Select(at => table.Columns[at])],
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(at => row[at])])],
            Note = words.Phrases["cut.note.wide"],
        };
    }

    private ReportTable Table(
        CutAnswer answer,
        IReadOnlyList<ReportColumn> columns,
        IReadOnlyList<IReadOnlyList<object?>> rows,
        IReadOnlyList<int>? emphasis
    ) => new("cut", 1, Caption(answer.Question), words.Phrases["cut.sheet.data"], columns, rows, null, emphasis);

    /// <summary>按区、小时统计的诉求（件）.</summary>
    public string Caption(CutQuestion question) =>
        question.By.Count == 0
            ? words.Phrases["cut.caption_all"]
            : words.Phrases.Say(
                "cut.caption",
                ("by", string.Join(words.Phrases["separator.enumeration"], question.By.Select(words.Name))),
                (
                    "measure",
                    question.Pivot is not null ? words.Measure(question.Measures[0])
                    : question.Measures.Where(CutQuestion.IsChange).Select(words.Measure).ToList() is { Count: > 0 } changes
                        ? words.Phrases.Say(
                            "cut.counts_changes",
                            ("measure", words.Measure(question.Counted)),
                            ("changes", string.Join(words.Phrases["separator.enumeration"], changes))
                        )
                    : words.Phrases["cut.counts"]
                )
            );

    private ReportColumn Column(CutDimension dimension) =>
        new(
            Snake.Code(dimension),
            words.Name(dimension),
            dimension == CutDimension.Day ? CellFormat.Date
                : dimension == CutDimension.Hour ? CellFormat.Count
                : CellFormat.Text,
            dimension is CutDimension.Hour or CutDimension.Weekday ? 0.7 : 1.4
        );

    private string TotalWord(CutAnswer answer) =>
        words.Phrases[answer.ListedInAll > answer.Listed.Count ? "cut.total_of_all" : "cut.total"];

    private IEnumerable<ReportColumn> Columns(CutMeasure measure, CutMeasure counted)
    {
        ReportColumn One(string name, CellFormat format) => new(name, words.Phrases[$"cut.measure.{name}"], format);
        ReportColumn Before(string name) =>
            new(name, words.Phrases.Say($"cut.measure.{name}", ("unit", words.Unit(counted))), CellFormat.Count);
        return measure switch
        {
            CutMeasure.Share => [One("share", CellFormat.Percent1)],
            CutMeasure.Change => [Before("previous"), One("change", CellFormat.SignedPercent1)],
            CutMeasure.YearChange => [Before("year_before"), One("year_change", CellFormat.SignedPercent1)],
            _ => [One(Snake.Code(measure), CellFormat.Count)],
        };
    }

    private IEnumerable<object?> Cells(CutGroup group, CutMeasure measure, CutMeasure counted) =>
        measure switch
        {
            CutMeasure.Complaints => [group.Complaints],
            CutMeasure.Incidents => [group.Incidents],
            CutMeasure.Callers => [group.Callers],
            CutMeasure.Share => [group.Share],
            CutMeasure.Change => [group.Previous, words.Change(group, measure, counted)],
            _ => [group.YearBefore, words.Change(group, measure, counted)],
        };

    /// <summary>All of the cut as if it were one group.</summary>
    private static CutGroup Total(CutTotals totals) =>
        new()
        {
            Complaints = totals.Complaints,
            Incidents = totals.Incidents,
            Callers = totals.Callers,
            Share = totals.Complaints > 0 ? 1 : null,
            Previous = totals.Previous,
            YearBefore = totals.YearBefore,
        };
}

using System.Text.Json.Nodes;
using Hotspot.Grouping.Cuts;
using Hotspot.Outputs;
using Hotspot.Outputs.Tables;
using Hotspot.Reports.Model;
using Hotspot.Runs.Cuts;
using Hotspot.Texts;

namespace Hotspot.Cli.Telling;

/// <summary>How a cut is told: how it was read, the table, what it comes to, where it was written.</summary>
internal static class CutTelling
{
    /// <summary>Rows of a table on a terminal, and in the JSON line.</summary>
    private const int MostShown = 60;
    private const int MostInJson = 10_000;

    private const int LongestCell = 60;

    public static void Tell(Desk desk, CutResult cut)
    {
        desk.Say("cli.cut.read_as", ("filter", cut.Filter));
        desk.Say("cli.cut.command", ("command", cut.Command));
        desk.Blank();
        if (cut.Table.Rows.Count > 0)
            Draw(desk, cut.Table);
        // A line of totals is no row of the answer.
        if (Math.Min(cut.Table.Rows.Count, MostShown) is var shown && cut.Rows > shown)
            desk.Say("cli.cut.more", ("shown", shown), ("all", Wording.Count(cut.Rows)));
        desk.Say("cli.cut.result", ("result", cut.Result), ("rows", Wording.Count(cut.Rows)), ("through", cut.Through));
        foreach (var note in cut.Notes)
            desk.Say("cli.cut.note", ("note", note));
        Written(desk, cut);
    }

    /// <summary>Files alone: what they hold was told before.</summary>
    public static void Written(Desk desk, CutResult cut)
    {
        foreach (
            var (key, path) in new[]
            {
                ("output", cut.Output),
                ("meta", cut.Meta),
                (cut.HasReplaced ? "replaced" : "saved", cut.Saved),
                ("register", cut.Register),
            }
        )
        {
            if (path is not null)
                desk.Say($"cli.cut.{key}", ("path", path));
        }
    }

    private static void Draw(Desk desk, ReportTable report)
    {
        var none = desk.Bulletins["outputs.cell.none"];
        var rows = report
            .Rows.Take(MostShown)
            .Concat(report.Rows.Skip(MostShown).TakeLast(report.Emphasis is null ? 0 : 1))
            .Select(row => (IReadOnlyList<string>)[.. row.Select((value, i) => Short(CellText.Of(value, report.Columns[i].Format, none)))])
            .ToList();
        var lines = PlainTable.Lines(
            [.. report.Columns.Select(column => column.Title)],
            [.. report.Columns.Select(column => CellText.IsNumeric(column.Format))],
            rows
        );
        foreach (var line in lines)
            desk.Voice.WriteLine(line);
        desk.Blank();
    }

    private static string Short(string text) => Excerpt.Of(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)), LongestCell);

    public static JsonObject JsonOf(CutResult cut)
    {
        var answer = cut.Answer;
        var (names, rows) = RowColumns.Of(answer.Groups, CutColumns.Names(answer.Question));
        var json = JsonLine.Fields(
            new
            {
                cut.Filter,
                cut.Command,
                cut.Notes,
                answer.DataFrom,
                answer.DataThrough,
                FromOn = answer.Days.From,
                UntilOn = answer.Days.Until,
                answer.Totals.Complaints,
                answer.Totals.Incidents,
                answer.Totals.Callers,
                answer.Totals.WithoutCaller,
                answer.Totals.WithoutHour,
                answer.Totals.Previous,
                answer.Totals.YearBefore,
                Groups = answer.Question.IsRows
                    ? []
                    : rows.Take(MostInJson).Select(row => names.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToList(),
                answer.GroupsInAll,
                cut.Rows,
                cut.Output,
                cut.Meta,
                cut.Saved,
                cut.HasReplaced,
                cut.Register,
                cut.Generation,
            }
        );
        return json;
    }
}

using Hotspot.Grouping;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Reports.Acceptance;
using Hotspot.Runs.Cuts;
using Hotspot.Runs.Forms;

namespace Hotspot.Runs.Acceptance;

/// <summary>Ad-hoc requests of a span, as the register of requests has them, with the scores that the office wrote in.</summary>
internal static class Requests
{
    /// <returns>Null: nobody was ever handed a cut by name.</returns>
    /// <exception cref="OperatorException">The register is no register any more (exit 2).</exception>
    public static RequestCount? Of(RunContext context, DaySpan span)
    {
        var phrases = context.Phrases;
        var file = CutRegister.FileOf(context);
        if (!File.Exists(file))
            return null;
        string[] columns = ["delivered", "minutes", "score"];
        var table = NamedTable.Read(
            file,
            "cut_register",
            phrases,
            columns.Select(column => (column, phrases[$"cut.register.{column}"])),
            ["delivered", "minutes"]
        );
        var rows = table
            .Rows.Select(row =>
                (
                    On: TimeReading.Read(table.Cell(row, "delivered"), default) is { } at ? DateOnly.FromDateTime(at.At) : (DateOnly?)null,
                    Minutes: table.Cell(row, "minutes") is { Kind: CellKind.Number } cell ? cell.Number : (double?)null,
                    Score: table.Text(row, "score")
                )
            )
            .Where(row => row.On >= span.From && row.On < span.Until)
            .ToList();
        var minutes = rows.Select(row => row.Minutes).OfType<double>().Order().ToList();
        var words = RatingWords.Of(phrases);
        var scored = rows.Where(row => row.Score is not null).ToList();
        var ratings = scored.Where(row => words.ContainsKey(row.Score!)).Select(row => words[row.Score!]).ToList();
        return new RequestCount(
            rows.Count,
            minutes.Count == 0 ? null : minutes[minutes.Count / 2],
            ratings.Count,
            ratings.Count(rating => rating == Satisfaction.Satisfied),
            ratings.Count(rating => rating == Satisfaction.Basic),
            scored.Count - ratings.Count
        );
    }
}

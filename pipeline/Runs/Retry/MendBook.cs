using System.Globalization;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Settings;

namespace Hotspot.Runs.Retry;

/// <summary>What stands in the mending workbook for one rejected row.</summary>
public sealed record MendRow(string File, long Line, IReadOnlyList<string?> Cells);

/// <summary>
/// The rejected rows of one file as a workbook to mend: <c>quarantine/&lt;file&gt;_&lt;hash&gt;_补正.xlsx</c>, masked. A person types over the cells at fault;
/// cells left alone keep what the sealed original says, so nothing hidden has to be typed again.
/// </summary>
public static class MendBook
{
    public const string Kind = "retry";

    /// <summary>More rows than this nobody mends by hand: the source is mended, or the profile.</summary>
    public const int MostRows = 5_000;

    /// <summary>File, line, reason, column at fault; the row's own cells follow.</summary>
    private const int Leading = 4;

    public static string PathOf(Home home, string file, string batchId, Phrasebook phrases) =>
        Path.Combine(home.Quarantine, $"{FileStem.Of(file)}_{batchId[..8]}_{phrases["mend.suffix"]}.xlsx");

    /// <summary>A workbook that is there already may hold a person's work and is left alone.</summary>
    public static void Write(string target, string batchId, IReadOnlyList<RejectedRow> rows, Phrasebook phrases)
    {
        var mendable = rows.Where(row => row.Cells is not null).Take(MostRows).ToList();
        if (mendable.Count == 0 || File.Exists(target))
            return;
        var form = new FormBook(
            Kind,
            batchId,
            phrases["mend.title"],
            phrases["mend.instructions"].Split('\n'),
            phrases["form.instructions"],
            phrases["form.lists"],
            [
                .. mendable
                    .GroupBy(row => row.File)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Sheet(group, phrases)),
            ],
            []
        );
        AtomicFile.Write(target, stream => FormFile.Write(form, stream));
    }

    /// <returns>By sheet and line: of a copy of the file the rows are the same.</returns>
    public static Dictionary<(string? Sheet, long Line), MendRow> Read(FilledForm form) =>
        form
            .Rows.Where(row => row[0] is not null && long.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(row => new MendRow(row[0]!, long.Parse(row[1]!, CultureInfo.InvariantCulture), [.. row.Cells.Skip(Leading)]))
            .GroupBy(row => (RowMapping.SheetOf(row.File), row.Line))
            .ToDictionary(group => group.Key, group => group.Last());

    private static FormSheet Sheet(IGrouping<string, RejectedRow> rows, Phrasebook phrases)
    {
        var headers = rows.First().Cells!.Headers;
        var width = Math.Max(headers.Count, rows.Max(row => row.Cells!.Values.Count));
        var columns = new List<FormColumn>
        {
            new(phrases["quarantine.file"], 18),
            new(phrases["quarantine.line"], 8),
            new(phrases["quarantine.reason"], 20),
            new(phrases["quarantine.column"], 14),
        };
        for (var at = 0; at < width; at++)
        {
            var i = at;
            columns.Add(
                new FormColumn(
                    i < headers.Count && headers[i].Length > 0 ? headers[i] : phrases.Say("mend.untitled", ("number", i + 1)),
                    Math.Clamp(2 * rows.Max(row => i < row.Cells!.Values.Count ? row.Cells.Values[i]?.Length ?? 0 : 0), 10, 46),
                    IsFilledIn: true
                )
            );
        }
        return new FormSheet(
            rows.Key,
            columns,
            [
                .. rows.OrderBy(row => row.Line)
                    .Select(row =>
                        (IReadOnlyList<object?>)
                            [
                                row.File,
                                row.Line,
                                phrases[$"reject.{Snake.Code(row.Reason)}"],
                                row.Column,
                                .. Enumerable.Range(0, width).Select(i => i < row.Cells!.Values.Count ? row.Cells.Values[i] : null),
                            ]
                    ),
            ]
        );
    }
}

using System.Globalization;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Forms;
using Hotspot.Privacy;
using Hotspot.Records;
using Hotspot.Runs.Forms;
using Hotspot.Settings;
using SheetNames = Hotspot.Outputs.Xlsx.SheetNames;

namespace Hotspot.Runs.Retry;

/// <summary>What stands in the mending workbook for one rejected row.</summary>
/// <param name="Header">Of its sheet: tells what its cells are.</param>
internal sealed record MendRow(string Book, string File, long Line, FilledRow Header, FilledRow Row)
{
    /// <summary>What it says, wherever its columns stand.</summary>
    public string Said => string.Join('\u001f', Header.Titles.Select((title, i) => $"{title}\u001e{Row[i]}").Order(StringComparer.Ordinal));
}

/// <summary>
/// The rejected rows of one file as a workbook to mend: <c>quarantine/&lt;file&gt;_&lt;hash&gt;_补正.xlsx</c>, masked. A person types over the cells at fault;
/// cells left alone keep what the sealed original says, so nothing hidden has to be typed again.
/// </summary>
public static class MendBook
{
    public const string Kind = "retry";

    /// <summary>More rows than this nobody mends by hand: the source is mended, or the profile.</summary>
    public const int MostRows = 5_000;

    /// <summary>A title above the header may push it down to here.</summary>
    private const int RowsSearched = 10;

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

    /// <param name="rejected">File and line of the rows that were rejected, mended ones among them.</param>
    /// <returns>By sheet and line: of a copy of the file the rows are the same. And what belongs to no such row.</returns>
    /// <exception cref="OperatorException">A sheet lacks one of the columns that say which row it is, or has it twice (exit 2).</exception>
    internal static (Dictionary<(string? Sheet, long Line), MendRow> Mends, List<UnplacedRow> Unplaced) Read(
        FilledForm form,
        IReadOnlyList<(string File, long Line)> rejected,
        Phrasebook phrases
    )
    {
        var names = rejected
            .Select(row => row.File)
            .Distinct()
            .Select(file => new SheetNames().Take(file))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = rejected.Select(row => (RowMapping.SheetOf(row.File), row.Line)).ToHashSet();
        var unplaced = new List<UnplacedRow>();
        var leading = MendColumns.Fixed(phrases);
        var mends = new Dictionary<(string?, long), MendRow>();
        foreach (var rows in form.Rows.GroupBy(row => row.Sheet))
        {
            var (header, found) = rows.Take(RowsSearched)
                .Select(row => (Row: row, Found: leading.Count(row.Titles.Contains)))
                .MaxBy(row => row.Found);
            // Any other sheet is the person's own; Excel calls a copy of a sheet by its name and a number in brackets.
            if (found < leading.Count - 1 && !names.Contains(rows.Key.Split(" (")[0]) && !names.Contains(rows.Key))
                continue;
            MendColumns.CheckFixed(form.File, header, phrases);
            foreach (var row in rows.Where(row => row.Row > header.Row && row.Cells.Any(cell => cell is not null)))
            {
                var place = row.In(header, leading);
                var code =
                    place[0] is not { } file || place[1] is not { } number ? "blank"
                    : !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? "unknown"
                    : (RowMapping.SheetOf(file), line) is var key && !known.Contains(key) ? "unknown"
                    : new MendRow(form.File, file, line, header, row) is var mend && mends.TryAdd(key, mend) ? null
                    // A copy that says the same loses nothing.
                    : mends[key].Said == mend.Said ? null
                    : "twice";
                if (code is not null)
                    unplaced.Add(new UnplacedRow(form.File, row.Sheet, row.Row, code, place[1] is { } told ? Masking.Mask(told) : null));
            }
        }
        return (mends, unplaced);
    }

    private static FormSheet Sheet(IGrouping<string, RejectedRow> rows, Phrasebook phrases)
    {
        var headers = rows.First().Cells!.Headers;
        var width = Math.Max(headers.Count, rows.Max(row => row.Cells!.Values.Count));
        int[] widths = [18, 8, 20, 14];
        var columns = MendColumns.Fixed(phrases).Select((title, i) => new FormColumn(title, widths[i])).ToList();
        columns.AddRange(
            MendColumns
                .Titles(headers, width, phrases)
                .Select(
                    (title, i) =>
                        new FormColumn(
                            title,
                            Math.Clamp(2 * rows.Max(row => i < row.Cells!.Values.Count ? row.Cells.Values[i]?.Length ?? 0 : 0), 10, 46),
                            IsFilledIn: true
                        )
                )
        );
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

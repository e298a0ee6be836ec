using Hotspot.Privacy;
using Hotspot.Texts;

namespace Hotspot.Ingest;

/// <param name="Examples">Up to three values as people may see them.</param>
/// <param name="Proposed">What the column most likely means; null: nothing is likely.</param>
public sealed record UnknownColumn(string Header, IReadOnlyList<string> Examples, Field? Proposed);

/// <summary>A header that no profile knows, with what its columns seem to mean.</summary>
/// <param name="Nearest">Profile that knows most of it, else the first.</param>
public sealed record UnknownHeader(string FileName, IReadOnlyList<UnknownColumn> Columns, SourceProfile Nearest)
{
    /// <summary>Codes of <see cref="Problem"/> that naming the columns mends.</summary>
    internal static readonly string[] Codes = ["header_unknown", "header_incomplete", "header_none", "header_unsigned", "header_ambiguous"];

    private const int RowsJudged = 300;
    private const int ExamplesShown = 3;
    private const int LongestExample = 60;

    /// <exception cref="ProblemException">The file cannot be read, or holds no row that could be a header.</exception>
    public static UnknownHeader Read(string path, IReadOnlyList<SourceProfile> profiles)
    {
        var file = InputFile.Of(path);
        var rows = FirstRows(file);
        var header =
            rows.Take(ProfileDetection.RowsLookedAt)
                .Select((row, at) => (Row: row, At: at, Matched: profiles.Max(profile => Matched(profile, row.Cells))))
                .Where(row => row.Row.Cells.Count(cell => cell.Kind == CellKind.Text) >= 2)
                .Where(row => !DataRow.IsRatherThanHeader(row.Row.Cells, row.Matched))
                .OrderByDescending(row => row.Matched)
                .ThenByDescending(row => row.Row.Cells.Count(cell => cell.Kind == CellKind.Text))
                .ThenBy(row => row.At)
                .Cast<(SourceRow Row, int At, int Matched)?>()
                .FirstOrDefault()
            ?? throw new ProblemException(
                new Problem(rows.Count == 0 ? "file_empty" : "header_none", ("file", file.Name), ("path", file.Path))
            );
        var nearest = profiles
            .OrderByDescending(profile => Matched(profile, header.Row.Cells))
            .ThenBy(profile => profile.Signature.AtLeast)
            .ThenBy(profile => profile.Id, StringComparer.Ordinal)
            .First();
        var titles = header.Row.Cells.Select(cell => Header.Told(cell.Text ?? "")).ToList();
        while (titles.Count > 0 && titles[^1].Length == 0)
            titles.RemoveAt(titles.Count - 1);
        var data = rows.Skip(header.At + 1).Where(row => row.Sheet == header.Row.Sheet).ToList();
        var values = titles
            .Select(
                (_, column) =>
                    data.Where(row => column < row.Cells.Length && !row.Cells[column].IsEmpty).Select(row => row.Cells[column]).ToList()
            )
            .ToList();
        var proposals = FieldProposal.Of(titles, values, nearest);
        return new UnknownHeader(
            file.Name,
            [.. titles.Select((title, i) => new UnknownColumn(title, Examples(values[i], proposals[i]), proposals[i]))],
            nearest
        );
    }

    /// <summary>Of the delimiters the one that cuts the first rows into most cells.</summary>
    private static List<SourceRow> FirstRows(InputFile file)
    {
        if (file.Form != FileForm.Text)
            return Take(file, new CsvDialect(TextEncoding.Utf8));
        var dialect = file.Sniff(null);
        return CsvDialect
            .Delimiters.Select(delimiter => Take(file, dialect with { Delimiter = delimiter }))
            .OrderByDescending(rows => rows.Take(ProfileDetection.RowsLookedAt).Sum(row => row.Damaged ? 0 : row.Cells.Length))
            .First();
    }

    private static List<SourceRow> Take(InputFile file, CsvDialect dialect)
    {
        using var reader = file.Rows(dialect, width: 0, whole: false);
        var rows = new List<SourceRow>();
        while (rows.Count < RowsJudged && reader.Read() is { } row)
            rows.Add(row);
        return rows;
    }

    private static int Matched(SourceProfile profile, IReadOnlyList<Cell> row) =>
        row.Select(cell => cell.Text).OfType<string>().Select(text => HeaderMapping.KeyIn(profile, text)).Distinct().Count(profile.Knows);

    /// <summary>A whole personal name or number is hidden even where nobody knows yet that the column holds them.</summary>
    private static List<string> Examples(List<Cell> values, Field? proposed) =>
        [
            .. values
                .Select(cell => cell.Text!)
                .Distinct()
                .Take(ExamplesShown)
                .Select(text =>
                    proposed is Field.CallerName or Field.CallerPhone || KnownCaller.NameIn(text) is not null
                        ? Masking.HideAll(text)
                        : Excerpt.Of(Masking.Mask(text), LongestExample)
                ),
        ];
}

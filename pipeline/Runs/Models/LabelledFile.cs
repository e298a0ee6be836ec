using Hotspot.Classify.Learning;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Runs.Models;

/// <summary>
/// Reads texts with their classes: two columns, class and text in either order, or more under a header (<c>codes/labelled_columns.csv</c>). Lines with tabs are
/// cut at the first one and quotation marks in them are text; csv is read as exports are. Rows that lack either are passed over and counted. A file
/// of patterns (json) gives invented texts.
/// </summary>
/// <param name="Skipped">Rows without class or text.</param>
public sealed record LabelledFile(string Name, string Sha256, IReadOnlyList<LabelledText> Texts, int Skipped)
{
    /// <exception cref="OperatorException">The file cannot be read, or its columns cannot be told (exit 2); it is not there (exit 4).</exception>
    public static LabelledFile Read(string path)
    {
        if (!File.Exists(path))
            throw new OperatorException(ExitCode.Missing, "cli_path_missing", ("path", path));
        try
        {
            if (Path.GetExtension(path) == ".json")
                return new LabelledFile(Path.GetFileName(path), FileHash.Of(path), SentenceMaker.Read(path), 0);
            var file = InputFile.Of(path);
            var rows = Rows(file);
            if (rows.Count == 0)
                throw new OperatorException(ExitCode.WrongUse, "labelled_columns", ("file", file.Name));
            var (columns, header) =
                Columns(rows) ?? throw new OperatorException(ExitCode.WrongUse, "labelled_columns", ("file", file.Name));
            List<LabelledText> texts =
            [
                .. rows.Skip(header ? 1 : 0)
                    .Select(row => new LabelledText(At(row, columns.Label) ?? "", At(row, columns.Title), At(row, columns.Text)))
                    .Where(text => text.Label.Length > 0 && (text.Title ?? text.Content) is not null),
            ];
            return new LabelledFile(file.Name, FileHash.Of(path), texts, rows.Count - (header ? 1 : 0) - texts.Count);
        }
        catch (ProblemException e)
        {
            throw Told.Of(e);
        }
    }

    private static string? At(string?[] row, int? column) => column < row.Length && row[column.Value] is { Length: > 0 } text ? text : null;

    private static List<string?[]> Rows(InputFile file)
    {
        if (file.Form != FileForm.Text)
            return Rows(file, new CsvDialect(TextEncoding.Utf8));
        var sniffed = file.Sniff(null);
        using var reader = new StreamReader(
            file.Path,
            sniffed.Encoding switch
            {
                TextEncoding.Gb18030 => Strict.Gb18030,
                TextEncoding.Utf16LittleEndian => System.Text.Encoding.Unicode,
                TextEncoding.Utf16BigEndian => System.Text.Encoding.BigEndianUnicode,
                _ => System.Text.Encoding.UTF8,
            }
        );
        var lines = reader.ReadToEnd().Split('\n', '\r').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (2 * lines.Count(line => line.Contains('\t', StringComparison.Ordinal)) > lines.Count)
        {
            var width = lines[0].Count(c => c == '\t') + 1;
            return [.. lines.Select(line => Array.ConvertAll(line.Split('\t', width), Plain))];
        }
        return CsvDialect
            .Delimiters.Where(delimiter => delimiter != (byte)'\t')
            .Select(delimiter => Rows(file, sniffed with { Delimiter = delimiter }))
            .MaxBy(rows => rows.Count(row => row.Length > 1))!;
    }

    private static List<string?[]> Rows(InputFile file, CsvDialect dialect)
    {
        // Nothing is known of the width, but of old workbooks every row is wanted.
        using var reader = file.Rows(dialect, width: 0);
        var rows = new List<string?[]>();
        while (reader.Read() is { } row)
        {
            if (!row.Damaged)
                rows.Add(Array.ConvertAll(row.Cells, cell => cell.Text));
        }
        return rows;
    }

    /// <summary>A cell of a line with tabs; spreadsheets put one that holds quotation marks between such marks.</summary>
    private static string? Plain(string written)
    {
        var text = written.Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' && text.Count(c => c == '"') % 2 == 0
            ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : text;
    }

    private static ((int Label, int? Title, int? Text) Columns, bool Header)? Columns(List<string?[]> rows)
    {
        var aliases = ReferenceTable.Read(
            ReferenceTable.PathOf("codes/labelled_columns.csv"),
            row => (row.Text("column"), row.Text("alias"))
        );
        int? Named(string column)
        {
            foreach (var (_, alias) in aliases.Where(one => one.Item1 == column))
            {
                var at = Array.FindIndex(rows[0], cell => Header.Key(cell ?? "") == Header.Key(alias));
                if (at >= 0)
                    return at;
            }
            return null;
        }
        if (Named("label") is { } label && (Named("text") ?? Named("title")) is not null)
            return ((label, Named("title"), Named("text")), true);
        // Classes are few and short, texts many and long.
        if (rows.Count(row => row.Length == 2) * 2 <= rows.Count)
            return null;
        int Kinds(int column) => rows.Select(row => At(row, column)).Distinct().Count();
        long Length(int column) => rows.Sum(row => At(row, column)?.Length ?? 0L);
        var first = (Kinds(0), Length(0)).CompareTo((Kinds(1), Length(1))) <= 0 ? 0 : 1;
        return ((first, null, 1 - first), false);
    }
}

using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Outputs.Tables;
using Hotspot.Reports;
using Hotspot.Reports.Cuts;
using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;

namespace Hotspot.Runs.Cuts;

/// <summary>A cut as a file, by the extension of its name. For people the file says what it is; pure data have a <c>.meta.json</c> beside them.</summary>
internal sealed class CutFiles(
    CutAnswer answer,
    CutWords words,
    CutReader reader,
    BulletinTerms terms,
    string command,
    string generation,
    WordTemplate template,
    Func<CutShapes?> shapes
)
{
    /// <summary>Columns of a table in Word.</summary>
    private const int WidestPage = 14;

    private static readonly string[] Extensions = [".xlsx", ".csv", ".parquet", ".html", ".png", ".svg", ".docx", ".geojson"];

    /// <summary>Complaints one by one: more are no paper, no page, no sheet.</summary>
    private static long Most(string extension) =>
        extension switch
        {
            ".docx" => 2_000,
            ".html" => 10_000,
            ".xlsx" => DataBook.MostRows,
            _ => long.MaxValue,
        };

    /// <exception cref="OperatorException">No such form, or a folder (exit 2).</exception>
    public static void Check(string file)
    {
        if (!Extensions.Contains(Extension(file)) || Path.GetFileNameWithoutExtension(file).Length == 0 || Directory.Exists(file))
            throw CutErrors.Wrong("output", Path.GetFileName(file), string.Join(' ', Extensions));
    }

    /// <exception cref="OperatorException">A form that cannot hold the answer (exit 2).</exception>
    public static void Check(string file, CutQuestion question)
    {
        switch (Extension(file))
        {
            case ".png" or ".svg" when question.By.Count == 0:
                throw CutErrors.Clash("png_needs_by");
            case ".geojson" when !question.IsRows && !question.By.Any(IsPlace):
                throw CutErrors.Clash("geojson_needs_place");
        }
    }

    private static bool IsPlace(CutDimension dimension) =>
        dimension is CutDimension.District or CutDimension.Street or CutDimension.Community or CutDimension.Place;

    private static string Extension(string file) => Path.GetExtension(file).ToLowerInvariant();

    private CutQuestion Question => answer.Question;

    /// <returns>Rows of the file, and what stands beside it.</returns>
    public (long Rows, string? Meta) Write(string file)
    {
        var extension = Extension(file);
        if (Question.IsRows && answer.Totals.Complaints > Most(extension) && (Question.Top ?? long.MaxValue) > Most(extension))
            throw CutErrors.Clash("too_many_rows", ("rows", answer.Totals.Complaints), ("most", Most(extension)));
        switch (extension)
        {
            case ".csv" or ".parquet" or ".geojson":
                var (columns, rows) = Question.IsRows ? Details(extension, file) : Groups(extension, file);
                return (rows, Meta(file, columns, rows));
            case ".png" or ".svg":
                AtomicFile.Write(file, stream => stream.Write(Picture(extension)));
                return (answer.Groups.Count, null);
            default:
                var table = Table(extension);
                AtomicFile.Write(file, stream => Paper(extension, table, file, stream));
                return (Question.IsRows ? table.Rows.Count : answer.Listed.Count, null);
        }
    }

    private (IReadOnlyList<string> Columns, long Rows) Groups(string extension, string file)
    {
        var kept = CutColumns.Names(Question);
        var (names, rows) = RowColumns.Of(answer.Groups, kept);
        if (extension == ".parquet")
            AtomicFile.Write(file, stream => ParquetTable.Write(answer.Groups, kept, stream));
        else if (extension == ".geojson")
        {
            var places = shapes()!;
            AtomicFile.Write(
                file,
                stream => GeoJsonFile.Write(names, rows.Zip(answer.Groups, (values, group) => (values, places[group])), stream)
            );
        }
        else if (Question.Pivot is not null)
        {
            var table = new CutTables(words).Of(answer, withTotal: false);
            names = [.. table.Columns.Select(column => column.Name)];
            AtomicFile.Write(file, stream => CsvTable.Write(names, table.Rows, stream));
            return (names, table.Rows.Count);
        }
        else
            AtomicFile.Write(file, stream => CsvTable.Write(names, rows, stream));
        return (names, answer.Groups.Count);
    }

    private (IReadOnlyList<string> Columns, long Rows) Details(string extension, string file)
    {
        var most = Question.Top ?? long.MaxValue;
        var names = reader.DetailColumns();
        var count = 0L;
        if (extension == ".parquet")
        {
            count = Math.Min(most, answer.Totals.Complaints);
            // DuckDB writes it in pieces, whatever its size; the name is taken over at the end.
            var beside = file + ".rows.tmp";
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                reader.CopyRows(most, beside);
                AtomicFile.Write(
                    file,
                    stream =>
                    {
                        using var rows = File.OpenRead(beside);
                        rows.CopyTo(stream);
                    }
                );
            }
            finally
            {
                File.Delete(beside);
            }
            return (names, count);
        }
        var all = CutDetails.Rows(reader, most, []);
        int At(string name) => names.ToList().IndexOf(name);
        var (longitude, latitude, level) = (At("longitude"), At("latitude"), At("geo_level"));
        // The representative point of a street is no place of a complaint.
        Geometry? Place(IReadOnlyList<object?> row) =>
            row[level] is "coordinate" or "place" && row[longitude] is double x && row[latitude] is double y ? new Point(x, y) : null;
        AtomicFile.Write(
            file,
            stream =>
                count =
                    extension == ".csv"
                        ? CsvTable.Write(names, all, stream)
                        : GeoJsonFile.Write(names, all.Select(row => (row, Place(row))), stream)
        );
        return (names, count);
    }

    private string Meta(string file, IReadOnlyList<string> columns, long rows)
    {
        var path = Path.ChangeExtension(file, ".meta.json");
        var meta = new CutMeta(
            Path.GetFileName(file),
            FileHash.Of(file),
            words.Line(answer),
            command,
            words.Notes(answer),
            columns,
            rows,
            Question.IsRows ? null : answer.GroupsInAll,
            answer.Totals.Complaints,
            answer.Totals.Incidents,
            answer.DataThrough,
            answer.Days.From,
            answer.Days.Until,
            generation,
            terms.IsDemo
        );
        meta.Write(path);
        return path;
    }

    private ReportTable Table(string extension)
    {
        if (!Question.IsRows)
        {
            var tables = new CutTables(words);
            var table = tables.Of(answer, withTotal: extension != ".xlsx");
            return extension == ".docx" ? tables.OnPage(table, WidestPage) : table;
        }
        var names = new List<string>();
        var rows = CutDetails.Rows(reader, Question.Top ?? long.MaxValue, names).ToList();
        return CutDetails.Table(
            names,
            rows,
            onPaper: extension != ".xlsx",
            words.Phrases["cut.caption_rows"],
            words.Phrases["cut.sheet.data"]
        );
    }

    private void Paper(string extension, ReportTable table, string file, Stream stream)
    {
        var chart = Question.IsRows ? null : CutCharts.Of(answer, words, new CutTables(words).Caption(Question));
        IReadOnlyList<Block> answered =
            extension == ".docx" && Question.IsRows ? CutDetails.Listed(table, words.Phrases) : [new TableBlock(table)];
        var paper = CutPaper.Of(answer, answered, chart, command, terms, words, Path.GetFileNameWithoutExtension(file));
        switch (extension)
        {
            case ".xlsx":
                DataBook.Write(table, paper.Head, words.Phrases["cut.sheet.notes"], Lines(), stream);
                break;
            case ".html":
                HtmlFile.Write(paper, stream);
                break;
            default:
                Word(paper, chart, file + ".charts.tmp", stream);
                break;
        }
    }

    /// <param name="folder">For the picture while the file is written.</param>
    private void Word(Bulletin paper, Chart? chart, string folder, Stream stream)
    {
        Directory.CreateDirectory(folder);
        try
        {
            var pictures = new Dictionary<string, string>();
            if (chart is not null)
            {
                pictures[chart.Id] = Path.Combine(folder, chart.Id + ".png");
                File.WriteAllBytes(pictures[chart.Id], ChartFiles.Draw(chart));
            }
            DocxFile.Write(paper, pictures, stream, template);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IReadOnlyList<(string Title, string Text)> Lines()
    {
        var phrases = words.Phrases;
        return
        [
            .. words.Lines(answer),
            (phrases["cut.sheet.result"], CutPaper.Result(answer, new Draft(phrases)).ToString()),
            (phrases["cut.sheet.through"], words.Through(answer.DataThrough)),
            (phrases["cut.sheet.command"], command),
            .. words.Notes(answer).Select(note => (phrases["cut.sheet.note"], note)),
        ];
    }

    /// <summary>A cut without a complaint has a picture too: it says so.</summary>
    private byte[] Picture(string extension)
    {
        var caption = new CutTables(words).Caption(Question);
        var chart =
            CutCharts.Of(answer, words, caption)
            ?? new BarChart("cut", 1, caption, words.Phrases["cut.result_none"], CutCharts.Source(answer, words), [], "");
        return extension == ".svg" ? ChartFiles.Svg(chart) : ChartFiles.Draw(chart);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotspot.Tests.Journeys;

/// <summary>Word, Excel and the page print the same tables, cell by cell, and the charts draw their numbers.</summary>
[Collection("sample office")]
public class AgreementJourney(SampleOffice sample)
{
    private const string None = "—";

    private static readonly string[] LongTables = ["repeats", "forecast", "hot_issues", "peak_windows", "hot_cells", "callbacks"];

    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_bulletin_on_a_year_of_data_has_every_table(string kind)
    {
        string[] expected =
        [
            "overview",
            "issues",
            "categories",
            "peak_hours",
            "peak_windows",
            "districts",
            "streets",
            "points",
            "hot_issues",
            "repeats",
            "callbacks",
            "alarms",
            "quality",
            .. kind == "weekly" ? ["forecast", "hot_cells"] : Array.Empty<string>(),
            .. kind == "monthly" ? ["reconciliation"] : Array.Empty<string>(),
        ];
        // Hours, windows and alarms stand only where one passed its test; with so few complaints a week that is chance.
        string[] chance = ["peak_hours", "peak_windows", "alarms"];
        Assert.Empty(expected.Except(chance).Except(sample.Of(kind).WordTables.Keys));
        Assert.Empty(sample.Of(kind).WordTables.Keys.Except(expected));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_prints_the_tables_of_Word_and_its_details(string kind)
    {
        var papers = sample.Of(kind);
        var details = 0;
        foreach (var (id, (_, cells)) in papers.WordTables)
        {
            var page = papers.HtmlTable(id);
            var main = cells[0].Select(title => Array.IndexOf(page[0], title)).ToList();
            Assert.DoesNotContain(-1, main);
            // Some tables are long: paper has their first rows.
            Assert.True(cells.Count == page.Count || (LongTables.Contains(id) && cells.Count is > 5 && cells.Count < page.Count), id);
            Assert.Equal(cells, page.Take(cells.Count).Select(row => main.ConvertAll(column => row[column]).ToArray()));
            details += page[0].Length - main.Count;
        }
        Assert.True(details > 5, $"{details} columns more");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Excel_shows_the_tables_of_the_page(string kind)
    {
        var papers = sample.Of(kind);
        var book = new Workbook(papers.File(".xlsx"));
        foreach (var (id, (caption, _)) in papers.WordTables)
        {
            var (sheet, cells) = (book.SheetOf(caption), papers.HtmlTable(id));
            Assert.Equal(cells.Count, book.Rows(sheet).Count);
            for (var row = 0; row < cells.Count; row++)
            for (var column = 0; column < cells[row].Length; column++)
            {
                var shown = book.Cell(sheet, row, column);
                var printed = cells[row][column];
                Assert.True(
                    printed == (shown.Length == 0 ? None : shown),
                    $"{id} row {row} column {cells[0][column]}: page {printed}, Excel {shown}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_check_sheet_of_Excel_lists_the_figures_of_the_machine_file(string kind)
    {
        var papers = sample.Of(kind);
        var book = new Workbook(papers.File(".xlsx"));
        var rows = book.Rows(book.Sheets.Last()).Skip(1).ToDictionary(row => row["A"], row => row);

        Assert.Equal(papers.Figures.Keys.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            papers.Figures,
            figure =>
            {
                Assert.Equal(figure.Value.Text, rows[figure.Key]["D"]);
                Assert.Equal(figure.Value.Value, double.Parse(rows[figure.Key]["B"]));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_charts_draw_the_numbers_of_the_tables(string kind)
    {
        var papers = sample.Of(kind);
        var charts = papers.Charts();
        var issues = papers.HtmlTable("issues");
        var callbacks = papers.HtmlTable("callbacks").Skip(1).ToDictionary(row => row[0], row => row[3]);

        foreach (var column in charts.GetProperty("issues").GetProperty("columns").EnumerateArray().SkipLast(1))
        {
            var row = issues.Single(row => row[0] == column.GetProperty("label").GetString());
            Assert.Equal(row[1], Number(column.GetProperty("value").GetDouble()));
            Assert.Equal($"{column.GetProperty("value").GetDouble()}件", column.GetProperty("text").GetString());
        }
        foreach (var group in charts.GetProperty("issue_changes").GetProperty("groups").EnumerateArray())
        {
            var row = issues.Single(row => row[0] == group.GetProperty("label").GetString());
            var values = group.GetProperty("values").EnumerateArray().Select(value => Number(value.GetDouble())).ToList();
            Assert.Equal([row[1], row[Array.IndexOf(issues[0], "上期（件）")]], values[..2]);
        }
        var bars = charts.GetProperty("callbacks").GetProperty("bars").EnumerateArray().ToList();
        Assert.Equal(callbacks.Count, bars.Count);
        foreach (var bar in bars)
        {
            Assert.StartsWith(
                callbacks[bar.GetProperty("label").GetString()!],
                bar.GetProperty("text").GetString(),
                StringComparison.Ordinal
            );
            // A district of few orders does not stand out for its share.
            var orders = int.Parse(
                Regex.Match(bar.GetProperty("text").GetString()!, @"/(\d+)").Groups[1].Value,
                CultureInfo.InvariantCulture
            );
            Assert.Equal(orders >= 30 && bar.GetProperty("value").GetDouble() < 0.2, bar.GetProperty("strong").GetBoolean());
        }
    }

    private static string Number(double value) => value.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_chart_is_a_picture_for_print_and_one_that_scales(string kind)
    {
        var folder = Path.Combine(sample.Of(kind).Folder, "charts");
        string[] expected =
        [
            "callbacks",
            "categories",
            "day_curve",
            "district_map",
            "heat_map",
            "issue_changes",
            "issues",
            "point_map",
            "streets",
            "trend",
        ];

        foreach (var extension in (string[])["png", "svg"])
            Assert.Equal(
                expected,
                Directory.EnumerateFiles(folder, "*." + extension).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            );
        Assert.All(Directory.EnumerateFiles(folder), file => Assert.InRange(new FileInfo(file).Length, 5_000, 1_500_000));
    }
}

namespace Hotspot.Tests.Journeys;

/// <summary>Word, Excel and the page print the same tables, cell by cell.</summary>
[Collection("sample office")]
public class AgreementJourney(SampleOffice sample)
{
    private const string None = "—";

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
            "incidents",
            "repeats",
            "callbacks",
            "quality",
        ];
        // Hours and windows stand only where one passed its test; with so few complaints a week that is chance.
        Assert.Empty(expected.Except(["peak_hours", "peak_windows", "incidents"]).Except(sample.Of(kind).WordTables.Keys));
        Assert.Empty(sample.Of(kind).WordTables.Keys.Except(expected));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_prints_the_tables_of_Word(string kind)
    {
        var papers = sample.Of(kind);
        Assert.All(papers.WordTables, table => Assert.Equal(table.Value.Cells, papers.HtmlTable(table.Key)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Excel_shows_the_tables_of_Word(string kind)
    {
        var papers = sample.Of(kind);
        var book = new Workbook(papers.File(".xlsx"));
        foreach (var (id, (caption, cells)) in papers.WordTables)
        {
            var sheet = SheetOf(book, caption);
            Assert.Equal(cells.Count, book.Rows(sheet).Count);
            for (var row = 0; row < cells.Count; row++)
            for (var column = 0; column < cells[row].Length; column++)
            {
                var shown = book.Cell(sheet, row, column);
                var printed = cells[row][column];
                Assert.True(
                    printed == (shown.Length == 0 ? None : shown),
                    $"{id} row {row} column {cells[0][column]}: Word {printed}, Excel {shown}"
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

    /// <summary>The sheet that the list of contents names for a caption.</summary>
    private static string SheetOf(Workbook book, string caption)
    {
        var row = Assert.Single(
            book.Rows(book.Sheets.First()),
            row => row.GetValueOrDefault("B", "").Split('\n')[0].Trim() == caption.Trim()
        );
        return row["A"];
    }
}

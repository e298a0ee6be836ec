using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs;
using Hotspot.Outputs.Xlsx;
using Hotspot.Reports.Model;
using Charts = DocumentFormat.OpenXml.Drawing.Charts;
using SheetNames = Hotspot.Outputs.Xlsx.SheetNames;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Hotspot.Tests.Outputs;

public sealed class XlsxFileTests : IDisposable
{
    private readonly SpreadsheetDocument _document = SpreadsheetDocument.Open(new MemoryStream(Written.Xlsx), isEditable: false);

    public void Dispose() => _document.Dispose();

    [Fact]
    public void The_workbook_is_valid() => Assert.Empty(Written.Findings(_document));

    [Fact]
    public void The_same_bulletin_gives_the_same_bytes() => Assert.Equal(Written.Xlsx, Written.MakeXlsx());

    [Fact]
    public void The_first_sheet_explains_and_every_table_has_a_sheet_of_its_own() =>
        Assert.Equal(
            ["说明", "诉求分类", "高峰时段", "高发点位", "图表", "数据说明", "核对"],
            _document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value)
        );

    [Fact]
    public void The_contents_link_to_every_other_sheet()
    {
        var links = Written.Sheet(_document, "说明").Worksheet!.Descendants<Hyperlink>().Select(link => link.Location!.Value);
        Assert.Equal(["'诉求分类'!A1", "'高峰时段'!A1", "'高发点位'!A1", "'图表'!A1", "'数据说明'!A1", "'核对'!A1"], links);
    }

    [Fact]
    public void Numbers_and_times_are_stored_in_full()
    {
        var sheet = Written.Sheet(_document, "诉求分类");
        Assert.Equal("0.3023", Written.Cell(_document, sheet, "D2"));
        Assert.Equal("1204", Written.Cell(_document, sheet, "B2"));
        var points = Written.Sheet(_document, "高发点位");
        var first = (DateTime)Examples.PointTable().Rows[0][9]!;
        Assert.Equal(first, DateTime.FromOADate(double.Parse(Written.Cell(_document, points, "J2")!)), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_formula_in_a_complaint_is_only_text()
    {
        Assert.Empty(_document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        Assert.Equal("'" + Examples.Injection, Written.Cell(_document, Written.Sheet(_document, "诉求分类"), "A8"));
        var texts = _document.WorkbookPart.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>();
        Assert.DoesNotContain(texts, text => text.InnerText.Length > 0 && "=@".Contains(text.InnerText[0], StringComparison.Ordinal));
    }

    [Fact]
    public void The_header_is_frozen_filtered_and_repeated_in_print()
    {
        var sheet = Written.Sheet(_document, "高发点位").Worksheet!;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A1:L13", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal(OrientationValues.Landscape, sheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
        var titles = _document.WorkbookPart!.Workbook!.Descendants<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles");
        Assert.Contains(titles, name => name.Text == "'高发点位'!$1:$1");
    }

    /// <summary>The bug: seventeen columns on one page were print that nobody could read.</summary>
    [Theory]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    public void A_wide_sheet_is_printed_on_several_pages_that_begin_with_its_first_columns(int columns, int pages)
    {
        var sheet = new XlsxSheet("表", "题") { HeaderColumns = columns };
        sheet.Add(row => []);
        sheet.Widths(Enumerable.Repeat(20.0, columns));

        Assert.Equal((uint)pages, sheet.Build("", selected: false).GetFirstChild<PageSetup>()!.FitToWidth!.Value);
        var titles = XlsxPackage.HeaderNames([sheet]).Elements<DefinedName>().Single(name => name.Name == "_xlnm.Print_Titles").Text;
        Assert.Equal(pages == 1 ? "'表'!$1:$1" : "'表'!$A:$B,'表'!$1:$1", titles);
    }

    [Fact]
    public void Marks_and_captions_are_printed_on_every_page() =>
        Assert.Equal(
            "&C表1　诉求分类情况&R初稿　演示数据",
            Written.Sheet(_document, "诉求分类").Worksheet!.GetFirstChild<HeaderFooter>()!.OddHeader!.Text
        );

    [Fact]
    public void Every_number_of_the_text_is_listed_with_its_source()
    {
        var sheet = Written.Sheet(_document, "核对");
        for (var i = 0; i < Examples.Figures.Count; i++)
        {
            var (figure, row) = (Examples.Figures[i], i + 2);
            Assert.Equal(figure.Id, Written.Cell(_document, sheet, $"A{row}"));
            Assert.Equal(figure.Value, Written.Cell(_document, sheet, $"B{row}") is { } value ? double.Parse(value) : null);
            Assert.Equal(figure.Text, Written.Cell(_document, sheet, $"D{row}"));
            Assert.Equal(figure.Source, Written.Cell(_document, sheet, $"E{row}"));
        }
    }

    [Fact]
    public void Bars_and_trends_are_charts_of_Excel_drawn_from_cells()
    {
        var part = Written.Sheet(_document, "图表");
        Assert.Equal(
            [
                ("trend", 4, "530"),
                ("day_curve", 3, ExampleCharts.Curves().Curves[0].Values[0].ToString("R")),
                ("streets", 1, "141"),
                ("callbacks", 1, "0.279"),
            ],
            Drawn(part).Select(chart => (chart.Id, chart.Series.Count, chart.Series[0]))
        );
        // A rate is printed as a rate.
        Assert.Equal("#,##0.0%;\"−\"#,##0.0%;#,##0.0%", FormatOf(part, FirstCell(part, "callbacks")));
    }

    [Fact]
    public void Bars_stand_beside_their_table_and_are_drawn_from_its_cells()
    {
        var part = Written.Sheet(_document, "诉求分类");
        var chart = Assert.Single(Drawn(part));
        // The table has no column of a year before: it is left out.
        Assert.Equal(["1204", "980"], chart.Series);
        var anchor = part.DrawingsPart!.WorksheetDrawing!.Descendants<Xdr.FromMarker>().Single();
        Assert.True(int.Parse(anchor.ColumnId!.Text) > Examples.IssueTable().Columns.Count - 1);
        var title = part.DrawingsPart.ChartParts.Single().ChartSpace!.Descendants<Charts.Title>().Single();
        Assert.Equal("夜间施工扰民较上期显著上升", title.InnerText);
    }

    [Fact]
    public void Every_chart_of_the_chart_sheet_is_printed_on_a_page_of_its_own()
    {
        var sheet = Written.Sheet(_document, "图表").Worksheet!;
        var breaks = sheet.Descendants<Break>().Select(one => one.Id!.Value).ToList();
        var tops = Written.Sheet(_document, "图表").DrawingsPart!.WorksheetDrawing!.Descendants<Xdr.FromMarker>();
        var bottoms = Written.Sheet(_document, "图表").DrawingsPart!.WorksheetDrawing!.Descendants<Xdr.ToMarker>();
        Assert.Equal(tops.Count() - 1, breaks.Count);
        Assert.All(
            tops.Zip(bottoms),
            chart =>
                Assert.DoesNotContain(breaks, at => at > uint.Parse(chart.First.RowId!.Text) && at < uint.Parse(chart.Second.RowId!.Text))
        );
        // Excel heeds no break on a sheet that is fitted to the page.
        Assert.False(sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value);
    }

    [Fact]
    public void The_notes_of_the_tables_and_the_small_print_have_a_sheet()
    {
        var sheet = Written.Sheet(_document, "数据说明");
        Assert.Equal(
            ("表1　诉求分类情况", Examples.IssueTable().Note),
            (Written.Cell(_document, sheet, "A2"), Written.Cell(_document, sheet, "B2"))
        );
        Assert.Equal("上年同期数据未导入，本期不作同比。", Written.Cell(_document, sheet, "B3"));
    }

    /// <summary>The charts of a sheet: the name of each and the first number of each series, read from the cell that its formula names.</summary>
    private List<(string Id, List<string?> Series)> Drawn(WorksheetPart part) =>
        [
            .. part.DrawingsPart!.WorksheetDrawing!.Descendants<Xdr.GraphicFrame>()
                .Select(frame =>
                    (
                        frame.Descendants<Xdr.NonVisualDrawingProperties>().Single().Name!.Value!,
                        Formulas(part, frame).Select(cell => Written.Cell(_document, part, cell)).ToList()
                    )
                ),
        ];

    private static string FirstCell(WorksheetPart part, string id) =>
        Formulas(
            part,
            part.DrawingsPart!.WorksheetDrawing!.Descendants<Xdr.GraphicFrame>()
                .Single(frame => frame.Descendants<Xdr.NonVisualDrawingProperties>().Single().Name == id)
        )[0];

    private static List<string> Formulas(WorksheetPart part, Xdr.GraphicFrame frame)
    {
        var chart = (ChartPart)part.DrawingsPart!.GetPartById(frame.Descendants<Charts.ChartReference>().Single().Id!);
        return
        [
            .. chart
                .ChartSpace!.Descendants<Charts.Values>()
                .Select(values => values.Descendants<Charts.Formula>().Single().Text)
                .Select(formula => formula.Split('!')[1].Split(':')[0].Replace("$", "", StringComparison.Ordinal)),
        ];
    }

    [Fact]
    public void A_number_that_rounds_to_zero_shows_no_sign()
    {
        var sheet = Written.Sheet(_document, "诉求分类");
        Assert.Equal("#,##0.0%;#,##0.0%", FormatOf(sheet, "E6"));
        Assert.Equal("+#,##0.0%;\"−\"#,##0.0%;#,##0.0%", FormatOf(sheet, "E5"));
    }

    [Fact]
    public void Sheet_names_are_what_Excel_accepts()
    {
        var names = new SheetNames();
        Assert.Equal("甲－乙", names.Take("甲/乙"));
        Assert.Equal("甲－乙_2", names.Take("甲:乙"));
        var longest = names.Take(new string('长', 40));
        Assert.Equal(31, longest.Length);
        Assert.Equal(31, names.Take(new string('长', 40)).Length);
    }

    private string FormatOf(WorksheetPart sheet, string reference)
    {
        var styles = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var cell = sheet.Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == reference);
        var style = styles.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        return styles
            .NumberingFormats!.Elements<NumberingFormat>()
            .Single(f => f.NumberFormatId! == style.NumberFormatId!)
            .FormatCode!.Value!;
    }
}

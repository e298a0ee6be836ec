using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Outputs;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hotspot.Tests.Outputs;

public sealed class DocxFileTests : IDisposable
{
    private readonly WordprocessingDocument _document = WordprocessingDocument.Open(new MemoryStream(Written.Docx), isEditable: false);

    private Body Body => _document.MainDocumentPart!.Document!.Body!;

    public void Dispose() => _document.Dispose();

    [Fact]
    public void The_document_is_valid() => Assert.Empty(Written.Findings(_document));

    [Fact]
    public void The_same_bulletin_gives_the_same_bytes() => Assert.Equal(Written.Docx, Written.MakeDocx());

    [Fact]
    public void The_page_is_that_of_an_official_document()
    {
        var section = Body.GetFirstChild<SectionProperties>()!;
        var margin = section.GetFirstChild<PageMargin>()!;
        // GB/T 9704—2012: top 37, bottom 35, left 28, right 26 mm; a twip is 25.4/1440 mm.
        Assert.Equal(
            [37, 35, 28, 26],
            new[] { margin.Top!.Value, margin.Bottom!.Value, (int)margin.Left!.Value, (int)margin.Right!.Value }.Select(Millimetres)
        );
        var body = Style("BodyText");
        Assert.Equal("560", body.StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value);
        Assert.Equal(200, body.StyleParagraphProperties.Indentation!.FirstLineChars!.Value);
        Assert.Equal("仿宋_GB2312", body.StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.Equal("32", body.StyleRunProperties.FontSize!.Val!.Value);
        Assert.Equal("44", Style("Title").StyleRunProperties!.FontSize!.Val!.Value);
    }

    [Fact]
    public void Headings_are_in_the_outline()
    {
        Assert.Equal(0, Style("Heading1").StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        Assert.Equal(1, Style("Heading2").StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        var headings = Body.Elements<Paragraph>().Where(paragraph => Id(paragraph) == "Heading1").Select(paragraph => paragraph.InnerText);
        Assert.Equal(Written.Bulletin.Sections.Select(section => section.Heading), headings);
    }

    [Fact]
    public void Every_page_carries_the_marks() =>
        Assert.All(_document.MainDocumentPart!.HeaderParts, header => Assert.Equal("初稿　演示数据", header.Header!.InnerText));

    [Fact]
    public void Every_printed_number_is_tagged_with_its_figure()
    {
        var printed = Body.Descendants<SdtRun>()
            .Select(run => (run.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!, run.InnerText))
            .ToList();
        var spans = Written
            .Bulletin.Sections.SelectMany(section => section.Blocks)
            .OfType<Hotspot.Reports.Model.Paragraph>()
            .SelectMany(paragraph => paragraph.Text.Spans)
            .Where(span => span.FigureId is not null)
            .Select(span => (span.FigureId!, span.Text));
        Assert.Equal(spans, printed);
    }

    [Fact]
    public void Tables_have_three_lines_and_repeat_their_header()
    {
        foreach (var table in Body.Elements<Table>())
        {
            var borders = table.GetFirstChild<TableProperties>()!.TableBorders!;
            Assert.Equal(12u, borders.TopBorder!.Size!.Value);
            Assert.Equal(12u, borders.BottomBorder!.Size!.Value);
            Assert.Null(borders.InsideVerticalBorder);
            var header = table.Elements<TableRow>().First();
            Assert.NotNull(header.TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(header.Descendants<TableCellBorders>(), cell => Assert.Equal(6u, cell.BottomBorder!.Size!.Value));
            Assert.All(table.Elements<TableRow>(), row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        }
    }

    [Fact]
    public void All_tables_are_set_in_one_size_that_can_be_read_on_paper()
    {
        // 小五 is 9 points; sizes are in half points.
        Assert.InRange(int.Parse(Style("TableCell").StyleRunProperties!.FontSize!.Val!.Value!), 18, 24);
        Assert.Empty(Body.Elements<Table>().SelectMany(table => table.Descendants<FontSize>()));
    }

    [Fact]
    public void Word_has_the_main_columns_and_tells_what_else_the_workbook_has()
    {
        var points = Table("points");
        Assert.Equal(
            ["序号", "点位", "街乡镇", "诉求（件）", "事件（起）", "首次反映", "末次反映", "走势"],
            points.Elements<TableRow>().First().Elements<TableCell>().Select(cell => cell.InnerText)
        );
        Assert.Equal("另有经度、纬度、半径（米）、预期见同期电子表格。", points.NextSibling<Paragraph>()!.InnerText);
    }

    [Fact]
    public void A_table_stays_with_its_caption_and_its_note()
    {
        Assert.True(Style("TableCaption").StyleParagraphProperties!.KeepNext is { Val: null } or { Val.Value: true });
        Assert.True(Style("Picture").StyleParagraphProperties!.KeepNext is not null);
        foreach (var table in Body.Elements<Table>())
        {
            Assert.Equal("TableCaption", Id(table.PreviousSibling<Paragraph>()!));
            var rows = table.Elements<TableRow>().ToList();
            foreach (var row in new[] { rows[0], rows[^1] })
                Assert.All(row.Descendants<ParagraphProperties>(), properties => Assert.NotNull(properties.KeepNext));
        }
    }

    [Fact]
    public void A_table_is_as_wide_as_the_text()
    {
        foreach (var table in Body.Elements<Table>())
            Assert.Equal(8844, table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!.Value!)));
    }

    [Fact]
    public void A_table_without_rows_says_so() =>
        Assert.Contains("本期无符合条件的记录", Table("windows").InnerText, StringComparison.Ordinal);

    [Fact]
    public void A_chart_stands_over_its_caption_and_says_its_finding_to_those_who_cannot_see_it()
    {
        var pictures = Body.Elements<Paragraph>().Where(paragraph => paragraph.Descendants<Drawing>().Any()).ToList();
        Assert.Equal(Written.Bulletin.Charts().Count(), pictures.Count);
        foreach (var (picture, chart) in pictures.Zip(Written.Bulletin.Charts()))
        {
            Assert.Equal($"图{chart.Number}　{chart.Caption}", picture.NextSibling<Paragraph>()!.InnerText);
            var properties = picture.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single();
            Assert.Equal(chart.Message, properties.Description!.Value);
        }
    }

    [Fact]
    public void The_only_date_is_the_last_day_of_the_data()
    {
        Assert.Equal(new DateTime(2025, 4, 27), _document.PackageProperties.Created!.Value.ToUniversalTime());
        Assert.Equal(new DateTime(2025, 4, 27), _document.PackageProperties.Modified!.Value.ToUniversalTime());
        Assert.Contains("城管诉求周报", _document.PackageProperties.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_was_not_drawn_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            DocxFile.Write(Written.Bulletin, new Dictionary<string, string>(), new MemoryStream())
        );
        Assert.Contains("'trend'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_no_xml_may_hold_are_left_out() => Assert.Equal("甲乙丙", XmlText.Clean("甲\u0001乙\uD800丙"));

    internal Table Table(string id) =>
        Body.Elements<Table>().Single(table => table.GetFirstChild<TableProperties>()!.TableCaption!.Val == id);

    private Style Style(string id) =>
        _document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == id);

    private static string? Id(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static int Millimetres(int twips) => (int)Math.Round(twips * 25.4 / 1440);
}

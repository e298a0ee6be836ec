using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Outputs;

/// <summary>Styles and page of a Word file are taken over, whatever Word or its kin made of the ids; nothing else of it is.</summary>
public sealed class WordTemplateTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _file;

    public WordTemplateTests()
    {
        _file = _folder.File("styles.docx");
        using var stream = File.Create(_file);
        WordTemplate.Write(id => "样式 " + id, stream);
    }

    public void Dispose() => _folder.Dispose();

    private void Edit(Action<MainDocumentPart> change)
    {
        using var document = WordprocessingDocument.Open(_file, isEditable: true);
        change(document.MainDocumentPart!);
    }

    private static Style Named(MainDocumentPart main, string name) =>
        main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleName!.Val == name);

    private byte[] Paper() => Written.Bytes(stream => DocxFile.Write(Written.Bulletin, Written.Charts, stream, WordTemplate.Read(_file)));

    private string Refused() => Assert.Throws<OperatorException>(() => WordTemplate.Read(_file)).Code;

    [Fact]
    public void The_file_that_init_writes_is_a_valid_document_and_changes_nothing()
    {
        using (var document = WordprocessingDocument.Open(_file, isEditable: false))
            Assert.Empty(Written.Findings(document));
        Assert.Equal(Written.Docx, Paper());
    }

    [Fact]
    public void Changed_styles_and_margins_are_those_of_the_paper()
    {
        Edit(main =>
        {
            var body = Named(main, "Body Text").StyleRunProperties!;
            body.RunFonts!.EastAsia = "微软雅黑";
            body.Color = new Color { Val = "1F5F9E" };
            Named(main, "表格文字").StyleRunProperties!.FontSize!.Val = "18";
            Named(main, "表题").StyleRunProperties!.RunFonts!.EastAsia = "楷体";
            main.Document!.Body!.GetFirstChild<SectionProperties>()!.GetFirstChild<PageMargin>()!.Left = 3000;
        });
        using var document = WordprocessingDocument.Open(new MemoryStream(Paper()), isEditable: false);
        var main = document.MainDocumentPart!;
        var paper = main.Document!.Body!;

        Assert.Empty(Written.Findings(document));
        Assert.Equal("微软雅黑", Named(main, "Body Text").StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.Equal("1F5F9E", Named(main, "Body Text").StyleRunProperties!.Color!.Val!.Value);
        Assert.DoesNotContain("样式 ", paper.InnerText, StringComparison.Ordinal);
        const int Width = 11906 - 3000 - 1474;
        Assert.All(
            paper.Elements<Table>(),
            table =>
            {
                Assert.Equal(Width, table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!, null)));
                Assert.Contains("楷体", table.Elements<TableRow>().First().Descendants<RunFonts>().Select(fonts => fonts.EastAsia!.Value));
            }
        );
        Assert.All(
            paper.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>(),
            picture => Assert.InRange(picture.Cx!.Value, 1, 131 * 36_000L)
        );
        Assert.Equal(Width, Named(main, "期号").Descendants<TabStop>().Single().Position!.Value);
    }

    [Fact]
    public void Styles_are_known_by_name_for_Word_in_Chinese_gives_ids_of_its_own()
    {
        Edit(main =>
        {
            var renamed = new Dictionary<string, string>
            {
                ["Normal"] = "a",
                ["Heading1"] = "1",
                ["BodyText"] = "a3",
            };
            foreach (var style in main.StyleDefinitionsPart!.Styles!.Elements<Style>())
            {
                style.StyleId = renamed.GetValueOrDefault(style.StyleId!.Value!, style.StyleId!.Value!);
                foreach (var link in style.Elements<String253Type>())
                    link.Val = renamed.GetValueOrDefault(link.Val!.Value!, link.Val!.Value!);
            }
            Named(main, "heading 1").StyleRunProperties!.FontSize!.Val = "40";
            Named(main, "heading 1").StyleParagraphProperties!.NumberingProperties = new NumberingProperties(new NumberingId { Val = 1 });
            // A style of another name that has taken one of our ids.
            main.StyleDefinitionsPart!.Styles!.Append(
                new Style(new StyleName { Val = "别的" }) { Type = StyleValues.Paragraph, StyleId = "Heading1" }
            );
        });
        using var document = WordprocessingDocument.Open(new MemoryStream(Paper()), isEditable: false);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();

        Assert.Empty(Written.Findings(document));
        var heading = styles.Single(style => style.StyleId == "Heading1");
        Assert.Equal(("heading 1", "40"), (heading.StyleName!.Val!.Value, heading.StyleRunProperties!.FontSize!.Val!.Value));
        Assert.Equal("BodyText", heading.GetFirstChild<NextParagraphStyle>()!.Val!.Value);
        Assert.Null(heading.StyleParagraphProperties!.NumberingProperties);
        Assert.All(
            styles.Select(style => style.BasedOn?.Val?.Value).OfType<string>(),
            based => Assert.Contains(styles, style => style.StyleId == based)
        );
    }

    [Fact]
    public void A_missing_style_is_told_by_its_name()
    {
        Edit(main => Named(main, "要点").Remove());
        var error = Assert.Throws<OperatorException>(() => WordTemplate.Read(_file));
        Assert.Equal("template_styles_missing", error.Code);
        Assert.Contains("要点", error.Cause(Phrasebook.Load("zh")), StringComparison.Ordinal);
    }

    [Fact]
    public void Margins_that_leave_no_room_are_refused()
    {
        Edit(main => main.Document!.Body!.GetFirstChild<SectionProperties>()!.GetFirstChild<PageMargin>()!.Right = 8000);
        Assert.Equal("template_styles_page", Refused());
    }

    [Fact]
    public void A_file_that_is_no_Word_document_is_told()
    {
        var whole = File.ReadAllBytes(_file);
        var bad = new List<byte[]>
        {
            "不是文档"u8.ToArray(),
            Array.Empty<byte>(),
            whole[..(whole.Length / 2)],
            Written.Xlsx,
            Bomb(),
            Doctype(),
        };
        foreach (var bytes in bad)
        {
            File.WriteAllBytes(_file, bytes);
            Assert.Equal("template_styles_form", Refused());
        }
    }

    /// <summary>30 MB of blanks in the place of the styles.</summary>
    private static byte[] Bomb() => Replaced("word/styles.xml", new string(' ', 30 << 20));

    private static byte[] Doctype() =>
        Replaced("word/styles.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:styles xmlns:w=\"x\">&a;</w:styles>");

    private static byte[] Replaced(string entry, string text)
    {
        using var package = new MemoryStream();
        WordTemplate.Write(id => id, package);
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }
        return package.ToArray();
    }
}

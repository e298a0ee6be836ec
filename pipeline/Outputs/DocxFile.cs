using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Outputs.Docx;
using Hotspot.Reports.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hotspot.Outputs;

/// <summary>The bulletin in Word, by the layout of official documents (GB/T 9704—2012). The same bulletin gives the same bytes.</summary>
public static class DocxFile
{
    /// <param name="chartPaths">Chart id → PNG file, as <see cref="ChartFiles.DrawAll"/> gives them.</param>
    /// <param name="template">Null: as shipped.</param>
    public static void Write(
        Bulletin bulletin,
        IReadOnlyDictionary<string, string> chartPaths,
        Stream target,
        WordTemplate? template = null
    )
    {
        template ??= WordTemplate.Shipped;
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = template.Styles;
            main.AddNewPart<FontTablePart>("rId2").Fonts = DocxFonts.Table();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = PageSettings();
            if (template.Theme is { } theme)
                main.AddNewPart<ThemePart>("rId4").Theme = theme;
            var body = new Body();
            Head(body, bulletin.Head);
            foreach (var section in bulletin.Sections)
                Section(body, main, bulletin, section, chartPaths, template);
            PageFlow.Lay(body, template);
            body.Append(DocxPage.Write(main, bulletin, template));
            main.Document = new Document(body) { MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w15" } };
            main.Document.AddNamespaceDeclaration("w15", "http://schemas.microsoft.com/office/word/2012/wordml");
            OfficeProperties.Write(document, bulletin.Head);
        }
        CanonicalZip.Rewrite(package, target);
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Settings PageSettings() =>
        new(
            new Zoom { Percent = "100" },
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    private static void Head(Body body, BulletinHead head)
    {
        body.Append(
            DocxText.Plain(DocxStyles.Unit, head.Unit),
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Issue }),
                new Run(DocxPage.Text(head.IssueLine)),
                new Run(new TabChar()),
                new Run(DocxPage.Text(head.DataThroughLine))
            ),
            DocxText.Plain(DocxStyles.Title, head.Title),
            DocxText.Plain(DocxStyles.Period, head.PeriodLine)
        );
    }

    private static void Section(
        Body body,
        MainDocumentPart main,
        Bulletin bulletin,
        Section section,
        IReadOnlyDictionary<string, string> chartPaths,
        WordTemplate template
    )
    {
        // Control ids go on from section to section, so that each is unique in the document.
        var text = new DocxText(body.Descendants<SdtRun>().Count());
        var findings = 0;
        body.Append(DocxText.Plain(DocxStyles.Heading1, section.Heading));
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case SubHeading heading:
                    body.Append(DocxText.Plain(DocxStyles.Heading2, heading.Text));
                    break;
                case Reports.Model.Paragraph { Kind: ParagraphKind.Finding } finding:
                    var number = bulletin.Label("finding.number", ("number", DocxText.Number(++findings)));
                    body.Append(text.Prose(DocxStyles.Finding, finding.Text, number));
                    break;
                case Reports.Model.Paragraph paragraph:
                    var style = paragraph.Kind == ParagraphKind.Note ? DocxStyles.Note : DocxStyles.Body;
                    body.Append(text.Prose(style, paragraph.Text));
                    break;
                case TableBlock { Table: var table }:
                    Table(body, bulletin, table, template);
                    break;
                case ChartBlock { Chart: var chart }:
                    Chart(body, main, bulletin, chart, chartPaths, template);
                    break;
                case SheetBlock:
                    break;
                default:
                    throw new ArgumentException($"no Word form for a {block.GetType().Name}", nameof(section));
            }
        }
    }

    private static void Table(Body body, Bulletin bulletin, ReportTable table, WordTemplate template)
    {
        body.Append(DocxText.Plain(DocxStyles.TableCaption, bulletin.Caption(table)), DocxTable.Of(table, bulletin, template));
        // Word needs a paragraph between a table and what follows; it carries the note or a little air.
        body.Append(DocxText.Plain(DocxStyles.Note, Note(bulletin, table)));
    }

    /// <summary>The table's note, and which columns stand in the workbook only; a note made for paper says what paper needs.</summary>
    private static string Note(Bulletin bulletin, ReportTable table)
    {
        var more = table.Columns.Where(column => !column.IsMain).Select(column => column.Title).ToList();
        var note = table.OnPaper().Note;
        return more.Count == 0 || table.PaperNote is not null
            ? note ?? ""
            : note + bulletin.Label("table.more", ("columns", string.Join(bulletin.Label("table.and"), more)));
    }

    private static void Chart(
        Body body,
        MainDocumentPart main,
        Bulletin bulletin,
        Chart chart,
        IReadOnlyDictionary<string, string> chartPaths,
        WordTemplate template
    )
    {
        if (!chartPaths.TryGetValue(chart.Id, out var path))
            throw new ArgumentException($"the chart '{chart.Id}' has not been drawn", nameof(chartPaths));
        body.Append(
            DocxPicture.Of(main, path, main.ImageParts.Count() + 1, chart.Id, chart.Message, template),
            DocxText.Plain(DocxStyles.ChartCaption, bulletin.Caption(chart))
        );
    }
}

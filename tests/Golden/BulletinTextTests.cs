using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Tests.Outputs;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Hotspot.Tests.Golden;

/// <summary>
/// What people read in the example bulletin, as plain text, held against files that a reviewer can read.
/// </summary>
public sealed class BulletinTextTests
{
    [Fact]
    public void The_Word_document_reads_as_before() => GoldenFile.Compare("outputs", "bulletin.docx.txt", Docx());

    [Fact]
    public void The_workbook_reads_as_before() => GoldenFile.Compare("outputs", "bulletin.xlsx.txt", Xlsx());

    private static string Docx()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Written.Docx), isEditable: false);
        var text = new StringBuilder();
        foreach (var element in document.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            if (element is Table table)
            {
                foreach (var row in table.Elements<TableRow>())
                    text.Append("| ").AppendJoin(" | ", row.Elements<TableCell>().Select(cell => cell.InnerText)).Append(" |\n");
            }
            else if (element is Paragraph paragraph)
            {
                var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
                text.Append($"[{style}] {paragraph.InnerText}\n");
            }
        }
        return text.ToString();
    }

    private static string Xlsx()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written.Xlsx), isEditable: false);
        var text = new StringBuilder();
        foreach (var sheet in document.WorkbookPart!.Workbook!.Descendants<Sheet>())
        {
            text.Append($"# {sheet.Name}\n");
            var part = (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!);
            foreach (var cell in part.Worksheet!.Descendants<Cell>())
            {
                if (Written.Cell(document, part, cell.CellReference!) is { Length: > 0 } value)
                    text.Append($"{cell.CellReference} {value.Replace("\n", "⏎", StringComparison.Ordinal)}\n");
            }
        }
        return text.ToString();
    }
}

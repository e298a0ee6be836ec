using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Outputs;
using Hotspot.Outputs.Xlsx;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

/// <summary>Word, Excel and HTML print the same numbers, cell by cell.</summary>
public sealed partial class AgreementTests
{
    public static TheoryData<string> Tables => ["issues", "windows", "points"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Word_prints_the_cells_of_the_page_in_its_main_columns(string id)
    {
        var (docx, html) = (FromDocx(id), FromHtml(id));
        var main = docx[0].Select(title => Array.IndexOf(html[0], title)).ToList();
        Assert.Equal(docx, html.ConvertAll(row => row.Length == 1 ? row : [.. main.Select(column => row[column])]));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Excel_shows_the_digits_that_the_page_prints(string id)
    {
        var table = Written.Bulletin.Tables().Single(table => table.Id == id);
        if (table.Rows.Count == 0)
            return;
        var page = FromHtml(id);
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written.Xlsx), isEditable: false);
        var sheet = Written.Sheet(document, table.SheetName);
        for (var row = 0; row <= table.Rows.Count; row++)
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var stored = Written.Cell(document, sheet, XlsxCells.Reference(column, (uint)row + 1));
            var shown = row == 0 ? stored : Shown(stored, table.Columns[column].Format);
            Assert.Equal(page[row][column], shown);
        }
    }

    /// <summary>What Excel shows for a stored value, worked out from the stored text alone.</summary>
    private static string Shown(string? stored, CellFormat format)
    {
        if (stored is null)
            return "—";
        if (!double.TryParse(stored, out var number))
            return stored.TrimStart('\'');
        return format switch
        {
            CellFormat.Date or CellFormat.Minute => CellText.Of(DateTime.FromOADate(number).AddMilliseconds(0.5), format, "—"),
            _ => CellText.Of(number, format, "—"),
        };
    }

    private static List<string[]> FromDocx(string id)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Written.Docx), isEditable: false);
        var table = document
            .MainDocumentPart!.Document!.Body!.Elements<Table>()
            .Single(table => table.GetFirstChild<TableProperties>()!.TableCaption!.Val == id);
        return [.. table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }

    private static List<string[]> FromHtml(string id)
    {
        var page = Encoding.UTF8.GetString(Written.Html);
        var start = page.IndexOf($"<table id=\"table-{id}\"", StringComparison.Ordinal);
        var markup = page[start..page.IndexOf("</table>", start, StringComparison.Ordinal)];
        return
        [
            .. Row()
                .Matches(markup)
                .Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[2].Value)).ToArray()),
        ];
    }

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<(td|th)[^>]*>(.*?)</(td|th)>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}

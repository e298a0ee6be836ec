using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Hotspot.Outputs;
using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

/// <summary>The example bulletin in every format, made once, and ways to read it back.</summary>
internal static class Written
{
    public static readonly Bulletin Bulletin = Examples.Bulletin();
    private static readonly Lazy<IReadOnlyDictionary<string, string>> ChartPaths = new(() =>
        ChartFiles.DrawAll(Bulletin, Scratch("charts"))
    );
    private static readonly Lazy<byte[]> DocxBytes = new(MakeDocx);
    private static readonly Lazy<byte[]> XlsxBytes = new(MakeXlsx);
    private static readonly Lazy<byte[]> HtmlBytes = new(() => Bytes(stream => HtmlFile.Write(Bulletin, stream)));

    public static IReadOnlyDictionary<string, string> Charts => ChartPaths.Value;

    public static byte[] Docx => DocxBytes.Value;

    public static byte[] Xlsx => XlsxBytes.Value;

    public static byte[] Html => HtmlBytes.Value;

    public static byte[] MakeDocx() => Bytes(stream => DocxFile.Write(Bulletin, ChartPaths.Value, stream));

    public static byte[] MakeXlsx() => Bytes(stream => XlsxFile.Write(Bulletin, stream));

    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>A folder of this run; nothing is kept in it.</summary>
    public static string Scratch(string name)
    {
        var folder = Path.Combine(Path.GetTempPath(), "hotspot-outputs-" + Environment.ProcessId, name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static IReadOnlyList<string> Findings(OpenXmlPackage package) =>
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(package)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"),
        ];

    public static WorksheetPart Sheet(SpreadsheetDocument document, string name)
    {
        var workbook = document.WorkbookPart!;
        var sheet = workbook.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return (WorksheetPart)workbook.GetPartById(sheet.Id!);
    }

    /// <summary>Cell at a reference: its text, or its number as stored; null where it is empty or missing.</summary>
    public static string? Cell(SpreadsheetDocument document, WorksheetPart part, string reference)
    {
        var cell = part.Worksheet!.Descendants<Cell>().FirstOrDefault(cell => cell.CellReference == reference);
        if (cell?.CellValue is not { } value)
            return null;
        return cell.DataType?.Value == CellValues.SharedString
            ? document
                .WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>()
                .ElementAt(int.Parse(value.Text))
                .InnerText
            : value.Text;
    }
}

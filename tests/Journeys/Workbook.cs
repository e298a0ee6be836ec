using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Hotspot.Tests.Journeys;

/// <summary>A workbook read back: each cell as Excel would show it, worked out from the stored number and its number format alone.</summary>
internal sealed class Workbook
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _sheets = [];

    public Workbook(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart!;
        var texts = book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var formats = book.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>()
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!);
        var styles = book
            .WorkbookStylesPart.Stylesheet.CellFormats!.Elements<CellFormat>()
            .Select(style => formats.GetValueOrDefault(style.NumberFormatId?.Value ?? 0, ""))
            .ToList();
        foreach (var sheet in book.Workbook!.Descendants<Sheet>())
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!);
            _sheets[sheet.Name!.Value!] =
            [
                .. part.Worksheet!.Descendants<Row>()
                    .Select(row =>
                        row.Elements<Cell>()
                            .ToDictionary(
                                cell => new string([.. cell.CellReference!.Value!.TakeWhile(char.IsLetter)]),
                                cell => Shown(cell, texts, styles)
                            )
                    ),
            ];
        }
    }

    public IEnumerable<string> Sheets => _sheets.Keys;

    /// <summary>Rows of a sheet: column letters → what is shown; an empty cell shows nothing.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string sheet) => _sheets[sheet];

    public string Cell(string sheet, int row, int column) => _sheets[sheet][row].GetValueOrDefault(((char)('A' + column)).ToString(), "");

    /// <summary>The sheet that the list of contents names for a caption.</summary>
    public string SheetOf(string caption) =>
        Assert.Single(Rows(Sheets.First()), row => row.GetValueOrDefault("B", "").Split('\n')[0].Trim() == caption.Trim())["A"];

    private static string Shown(Cell cell, List<string> texts, List<string> styles)
    {
        if (cell.InlineString is { } typed)
            return typed.InnerText;
        if (cell.CellValue?.Text is not { } stored)
            return "";
        if (cell.DataType?.Value == CellValues.SharedString)
            return texts[int.Parse(stored, CultureInfo.InvariantCulture)];
        var number = double.Parse(stored, CultureInfo.InvariantCulture);
        return Shown(number, styles[(int)(cell.StyleIndex?.Value ?? 0)]);
    }

    /// <summary>The part of Excel's format language that the program uses.</summary>
    internal static string Shown(double number, string format)
    {
        if (format.Contains("yyyy", StringComparison.Ordinal))
        {
            var pattern = format.Replace("\\", "", StringComparison.Ordinal).Replace("mm\\-", "MM-", StringComparison.Ordinal);
            pattern = pattern
                .Replace("yyyy-mm-dd", "yyyy-MM-dd", StringComparison.Ordinal)
                .Replace("hh:mm", "HH:mm", StringComparison.Ordinal);
            return DateTime.FromOADate(number).AddMilliseconds(1).ToString(pattern, CultureInfo.InvariantCulture);
        }
        if (format.StartsWith("[<0.001]", StringComparison.Ordinal))
            return number < 0.001 ? "<0.001" : Digits(number, "0.000");
        var sections = format.Split(';');
        if (sections.Length == 2)
            return Digits(Math.Abs(number), sections[0]);
        if (sections.Length != 3)
            return number.ToString("R", CultureInfo.InvariantCulture);
        return number switch
        {
            > 0 => Digits(number, sections[0]),
            < 0 => Digits(-number, sections[1]),
            _ => Digits(0, sections[2]),
        };
    }

    private static string Digits(double number, string section)
    {
        var sign =
            section.StartsWith('+') ? "+"
            : section.StartsWith("\"−\"", StringComparison.Ordinal) ? "−"
            : "";
        var pattern = section.Replace("\"−\"", "", StringComparison.Ordinal).TrimStart('+');
        var percent = pattern.EndsWith('%');
        pattern = pattern.TrimEnd('%');
        var decimals = pattern.Contains('.', StringComparison.Ordinal)
            ? pattern.Length - pattern.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        // Excel reads fifteen significant digits and rounds half away from zero.
        var exact = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var rounded = Math.Round(exact * (percent ? 100 : 1), decimals, MidpointRounding.AwayFromZero);
        return sign + rounded.ToString(pattern, CultureInfo.InvariantCulture) + (percent ? "%" : "");
    }
}

using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Reports.Model;
using CellFormat = Hotspot.Reports.Model.CellFormat;

namespace Hotspot.Outputs.Xlsx;

/// <summary>Makes cells: true numbers and dates, texts once in the workbook's table of strings, in order of appearance.</summary>
internal sealed class XlsxCells
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private uint _uses;

    public Cell Text(int column, uint row, string text, uint style) =>
        new()
        {
            CellReference = Reference(column, row),
            StyleIndex = style,
            DataType = CellValues.SharedString,
            CellValue = new CellValue(Place(text)),
        };

    public static Cell Number(int column, uint row, double value, uint style) =>
        new()
        {
            CellReference = Reference(column, row),
            StyleIndex = style,
            CellValue = new CellValue(XlsxStyles.Number(value)),
        };

    /// <summary>A cell of a report table. Null is an empty cell, so that sums and filters see nothing there.</summary>
    public Cell Of(int column, uint row, object? value, CellFormat format, bool bold)
    {
        // A date among times has no hour to show.
        var style = XlsxStyles.Of(value is DateOnly ? CellFormat.Date : format, bold);
        return value switch
        {
            null => new Cell { CellReference = Reference(column, row), StyleIndex = style },
            string text when CellText.IsNumeric(format) => Text(column, row, text, bold ? XlsxStyles.RightTextBold : XlsxStyles.RightText),
            string text => Text(column, row, text, XlsxStyles.Of(CellFormat.Text, bold)),
            double number when !double.IsFinite(number) => new Cell { CellReference = Reference(column, row), StyleIndex = style },
            DateOnly day => Number(column, row, day.ToDateTime(TimeOnly.MinValue).ToOADate(), style),
            DateTime at => Number(column, row, at.ToOADate(), style),
            IConvertible number when format == CellFormat.Text => Number(
                column,
                row,
                number.ToDouble(CultureInfo.InvariantCulture),
                bold ? XlsxStyles.RightTextBold : XlsxStyles.RightText
            ),
            IConvertible number => Rounded(column, row, number.ToDouble(CultureInfo.InvariantCulture), format, bold),
            _ => throw new ArgumentException($"a cell cannot hold a {value.GetType().Name}", nameof(value)),
        };
    }

    private static Cell Rounded(int column, uint row, double value, CellFormat format, bool bold) =>
        Number(column, row, value, XlsxStyles.Of(format, bold, CellText.RoundsToZero(value, format)));

    public SharedStringTable Strings() =>
        new(
            _texts.Select(text => new SharedStringItem(
                new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }
            ))
        )
        {
            Count = _uses,
            UniqueCount = (uint)_texts.Count,
        };

    /// <param name="column">0-based; 0 is A.</param>
    /// <param name="row">1-based.</param>
    public static string Reference(int column, uint row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private int Place(string text)
    {
        // Excel holds at most 32,767 characters in a cell.
        var clean = FormulaGuard.Neutral(XmlText.Clean(text.Length > 32_000 ? text[..32_000] + "…" : text));
        _uses++;
        if (_places.TryGetValue(clean, out var place))
            return place;
        _places.Add(clean, _texts.Count);
        _texts.Add(clean);
        return _texts.Count - 1;
    }
}

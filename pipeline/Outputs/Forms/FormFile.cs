using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs.Xlsx;
using SheetNames = Hotspot.Outputs.Xlsx.SheetNames;

namespace Hotspot.Outputs.Forms;

/// <summary>
/// Writes a <see cref="FormBook"/>: instructions, the tables with coloured cells to fill in and drop-down lists, and the lists. The last row of the
/// instructions says for machines what the workbook is: <see cref="Mark"/>, kind, id. The same form gives the same bytes.
/// </summary>
public static class FormFile
{
    public const string Mark = "hotspot";
    private const double InstructionWidth = 100;

    public static void Write(FormBook form, Stream target)
    {
        var cells = new XlsxCells();
        var names = new SheetNames();
        var sheets = new List<XlsxSheet> { Instructions(form, names.Take(form.InstructionsSheet), cells) };
        sheets.AddRange(form.Sheets.Select(sheet => Table(sheet, names.Take(sheet.Name), cells)));
        if (form.Lists.Count > 0)
            sheets.Add(Lists(form, names.Take(form.ListsSheet), cells));
        var ranges = form.Lists.Count == 0 ? null : new DefinedNames(form.Lists.Select((list, i) => Range(list, i, sheets[^1].Name)));
        XlsxPackage.Write(sheets, cells, "", ranges, target);
    }

    private static XlsxSheet Instructions(FormBook form, string name, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, form.Title) { Gridlines = false };
        sheet.Widths([InstructionWidth, 14, 24]);
        sheet.Add(row => [cells.Text(0, row, form.Title, XlsxStyles.Title)], height: 30);
        foreach (var line in form.Instructions)
            sheet.Add(row => [cells.Text(0, row, line, XlsxStyles.Wrapped)]);
        sheet.Add(row =>
            [
                cells.Text(0, row, Mark, XlsxStyles.Wrapped),
                cells.Text(1, row, form.Kind, XlsxStyles.Wrapped),
                cells.Text(2, row, form.Id, XlsxStyles.Wrapped),
            ]
        );
        return sheet;
    }

    private static XlsxSheet Table(FormSheet form, string name, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, form.Name) { HeaderColumns = form.Columns.Count };
        sheet.Add(row => form.Columns.Select((column, i) => cells.Text(i, row, column.Title, XlsxStyles.Header)), height: 33);
        foreach (var values in form.Rows)
            sheet.Add(row => values.Select((value, i) => Cell(cells, i, row, value, form.Columns[i].IsFilledIn)));
        sheet.Widths(form.Columns.Select(column => column.Width));
        // Room for rows that a person adds by hand.
        var last = Math.Max(sheet.Rows, 2) + 200;
        for (var i = 0; i < form.Columns.Count; i++)
        {
            if (Choice(form.Columns[i]) is { } formula)
                sheet.Validate($"{XlsxCells.Letters(i)}2:{XlsxCells.Reference(i, last)}", formula);
        }
        foreach (var choice in form.Choices ?? [])
            sheet.Validate(XlsxCells.Reference(choice.Column, (uint)choice.Row + 2), choice.List);
        return sheet;
    }

    private static Cell Cell(XlsxCells cells, int column, uint row, object? value, bool isFilledIn)
    {
        var style = isFilledIn ? XlsxStyles.Input : XlsxStyles.Of(Reports.Model.CellFormat.Text, bold: false);
        return value switch
        {
            null => new Cell { CellReference = XlsxCells.Reference(column, row), StyleIndex = style },
            string text => cells.Text(column, row, text, style),
            _ => XlsxCells.Number(column, row, Convert.ToDouble(value, CultureInfo.InvariantCulture), XlsxStyles.RightText),
        };
    }

    private static string? Choice(FormColumn column)
    {
        if (column.Parent is not { } parent)
            return column.List;
        var proposed = $"${XlsxCells.Letters(parent.Proposed)}2";
        var present = $"${XlsxCells.Letters(parent.Present)}2";
        return $"INDIRECT(\"{parent.Prefix}\"&IF({proposed}=\"\",{present},{proposed}))";
    }

    private static XlsxSheet Lists(FormBook form, string name, XlsxCells cells)
    {
        var sheet = new XlsxSheet(name, name);
        sheet.Add(row => form.Lists.Select((list, i) => cells.Text(i, row, list.Name, XlsxStyles.Header)));
        var longest = form.Lists.Select(list => list.Values.Count).DefaultIfEmpty(0).Max();
        for (var at = 0; at < longest; at++)
        {
            var line = at;
            sheet.Add(row =>
                form.Lists.Select((list, i) => (list, i))
                    .Where(entry => line < entry.list.Values.Count)
                    .Select(entry => cells.Text(entry.i, row, entry.list.Values[line], XlsxStyles.Plain))
            );
        }
        sheet.Widths(form.Lists.Select(_ => 16.0));
        return sheet;
    }

    private static DefinedName Range(FormList list, int column, string sheet)
    {
        var letter = XlsxCells.Letters(column);
        var last = (Math.Max(1, list.Values.Count) + 1).ToString(CultureInfo.InvariantCulture);
        return new DefinedName($"'{sheet}'!${letter}$2:${letter}${last}") { Name = list.Name };
    }
}

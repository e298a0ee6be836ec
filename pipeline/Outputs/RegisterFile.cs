using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hotspot.Outputs.Xlsx;
using CellFormat = Hotspot.Reports.Model.CellFormat;

namespace Hotspot.Outputs;

/// <param name="Title">By which the column is found again, wherever people have moved it.</param>
/// <param name="IsFilledIn">For people: coloured, left empty.</param>
/// <param name="Choices">Of a column for people: what they choose from, with commas between; null: anything.</param>
public sealed record RegisterColumn(string Title, CellFormat Format, double Width, bool IsFilledIn = false, string? Choices = null);

/// <summary>The workbook exists and is none that a line can be added to: no workbook, or without the header.</summary>
public sealed class RegisterBrokenException(string path, Exception? cause = null) : Exception($"no register: {path}", cause);

/// <summary>
/// A register to which lines are added and in which people write: a line is added behind the last one, under the titles, or gets new values where it stands, and
/// nothing else is touched, so that what people changed, coloured, moved or added stays.
/// </summary>
public static class RegisterFile
{
    private const int MostLines = 5000;

    /// <summary>Adds a line; makes the workbook where there is none.</summary>
    /// <param name="values">One a column; null: blank.</param>
    /// <exception cref="IOException">Another line is being added at this moment.</exception>
    /// <exception cref="RegisterBrokenException">The file stays as it is.</exception>
    public static void Append(string path, string sheetName, IReadOnlyList<RegisterColumn> columns, IReadOnlyList<object?> values) =>
        Change(path, sheetName, columns, [values], table => table.Add(values));

    /// <summary>
    /// Lines by their first cell, a text: one that is there gets the new values in the columns that are not for people, others are added. Lines that are not
    /// named stay.
    /// </summary>
    /// <inheritdoc cref="Append"/>
    public static void Put(
        string path,
        string sheetName,
        IReadOnlyList<RegisterColumn> columns,
        IReadOnlyList<IReadOnlyList<object?>> lines
    ) =>
        Change(
            path,
            sheetName,
            columns,
            lines,
            table =>
            {
                foreach (var line in lines)
                    table.Put(line);
            }
        );

    private static void Change(
        string path,
        string sheetName,
        IReadOnlyList<RegisterColumn> columns,
        IReadOnlyList<IReadOnlyList<object?>> lines,
        Action<RegisterTable> change
    )
    {
        // Of two that write at once the later one would lose what the earlier one wrote.
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var alone = new FileStream(
            Path.Combine(Path.GetDirectoryName(path)!, ".register.lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );
        AtomicFile.Write(
            path,
            stream =>
            {
                if (File.Exists(path))
                    Extend(path, columns, change, stream);
                else
                    Make(sheetName, columns, lines, stream);
            }
        );
    }

    private static void Make(
        string sheetName,
        IReadOnlyList<RegisterColumn> columns,
        IReadOnlyList<IReadOnlyList<object?>> lines,
        Stream target
    )
    {
        var cells = new XlsxCells();
        var sheet = new XlsxSheet(sheetName, sheetName) { HeaderColumns = columns.Count };
        sheet.Add(row => columns.Select((column, i) => cells.Text(i, row, column.Title, XlsxStyles.Header)), height: 33);
        foreach (var values in lines)
            sheet.Add(row =>
                columns.Select(
                    (column, i) =>
                        column.IsFilledIn
                            ? new Cell { CellReference = XlsxCells.Reference(i, row), StyleIndex = XlsxStyles.Input }
                            : cells.Of(i, row, values[i], column.Format, bold: false)
                )
            );
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Choices is { } choices)
                sheet.Validate($"{XlsxCells.Letters(i)}2:{XlsxCells.Letters(i)}{MostLines}", $"\"{choices}\"");
        }
        sheet.Widths(columns.Select(column => column.Width));
        XlsxPackage.Write([sheet], cells, "", null, target);
    }

    private static void Extend(string path, IReadOnlyList<RegisterColumn> columns, Action<RegisterTable> change, Stream target)
    {
        using var package = new MemoryStream();
        using (var old = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            old.CopyTo(package);
        package.Position = 0;
        try
        {
            using var document = SpreadsheetDocument.Open(package, isEditable: true);
            change(RegisterTable.Of(document, columns) ?? throw new RegisterBrokenException(path));
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or IOException)
        {
            throw new RegisterBrokenException(path, e);
        }
        package.WriteTo(target);
    }
}

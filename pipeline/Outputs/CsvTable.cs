using System.Buffers;
using System.Globalization;
using System.Text;

namespace Hotspot.Outputs;

/// <summary>
/// Rows as csv (RFC 4180) for programs and for Excel: UTF-8 with its mark, so that Excel reads Chinese; English names in the first row; null is an empty cell;
/// text that a spreadsheet might run is neutralised (<see cref="FormulaGuard"/>).
/// </summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <returns>Rows written, without the first.</returns>
    public static long Write(IReadOnlyList<string> names, IEnumerable<IReadOnlyList<object?>> rows, Stream target)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        text.WriteLine(string.Join(',', names.Select(Cell)));
        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i > 0)
                    text.Write(',');
                text.Write(Cell(row[i]));
            }
            text.WriteLine();
            count++;
        }
        return count;
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            string text => Quoted(FormulaGuard.Neutral(text)),
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"a cell cannot hold a {value.GetType().Name}", nameof(value)),
        };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Special) ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
}

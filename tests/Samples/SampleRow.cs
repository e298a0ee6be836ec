using System.Globalization;
using System.Text;

namespace Hotspot.Tests.Samples;

/// <summary>One row of a csv, read by a plain parser of its own: RFC 4180, nothing of the pipeline.</summary>
public sealed class SampleRow(string file, IReadOnlyDictionary<string, int> header, IReadOnlyList<string> cells)
{
    public string File => file;
    public int Cells => cells.Count;
    public int Width => header.Count;
    public string Line => string.Join('\u001f', cells);

    /// <summary>Empty where the file has no such column.</summary>
    public string this[string column] => header.TryGetValue(column, out var i) && i < cells.Count ? cells[i] : "";

    public bool IsOrder => cells.Count == header.Count && this["标题"].Length > 0;

    /// <summary>The call time where it is written in the standard form with an hour.</summary>
    public DateTime? CalledAt =>
        DateTime.TryParseExact(this["来电时间"], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && at.TimeOfDay != TimeSpan.Zero
            ? at
            : null;

    public static IEnumerable<SampleRow> Read(string path)
    {
        var text = System.IO.File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        Dictionary<string, int>? header = null;
        foreach (var cells in Parse(text.TrimStart('\ufeff')))
        {
            if (header is null && cells[0] != "工单编号")
                continue;
            if (header is null)
                header = cells.Index().ToDictionary(c => c.Item, c => c.Index);
            else
                yield return new SampleRow(Path.GetFileName(path), header, cells);
        }
    }

    private static IEnumerable<List<string>> Parse(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (c == '"')
                quoted = true;
            else if (c is ',' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                yield return cells;
                cells = [];
            }
            else if (c != '\r')
                cell.Append(c);
        }
        if (quoted || cell.Length > 0 || cells.Count > 0)
            throw new FormatException("the file ends inside a line");
    }
}

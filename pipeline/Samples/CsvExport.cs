using System.Buffers;
using System.Text;

namespace Hotspot.Samples;

/// <summary>One csv file as office programs write it: UTF-8 with BOM, CRLF, cells quoted where they must be.</summary>
internal sealed class CsvExport : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly StreamWriter _writer;

    public CsvExport(string file)
    {
        _writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 17);
        Name = Path.GetFileName(file);
    }

    public string Name { get; }

    /// <summary>Lines written so far that hold data: not the title, not the header.</summary>
    public long Rows { get; private set; }

    public int TitleLines { get; private set; }

    /// <summary>A line above the header: one text, the other cells empty.</summary>
    public void Title(string text, int columns)
    {
        Line([text, .. Enumerable.Repeat("", columns - 1)]);
        TitleLines++;
    }

    public void Header(ReadOnlySpan<string> names) => Line(names);

    public void Row(ReadOnlySpan<string> cells)
    {
        Line(cells);
        Rows++;
    }

    public void Dispose() => _writer.Dispose();

    private void Line(ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                _writer.Write(',');
            if (cells[i].AsSpan().IndexOfAny(Quoted) < 0)
                _writer.Write(cells[i]);
            else
            {
                _writer.Write('"');
                _writer.Write(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal));
                _writer.Write('"');
            }
        }
        _writer.Write("\r\n");
    }
}

using System.Globalization;
using Hotspot.Records;

namespace Hotspot.Ingest;

public enum CellKind
{
    Empty,
    Text,
    Number,
    Time,

    /// <summary>A formula that failed: <c>#REF!</c>, <c>#N/A</c>. Blank to every reader, but flagged.</summary>
    Error,
}

/// <summary>One cell: text as written (trimmed), a number, or a time that the workbook itself marks as one. A cell of blanks is empty.</summary>
public readonly struct Cell
{
    private readonly string? _text;

    /// <summary>Bits of a number, ticks of a time: one field for both keeps the cells of millions of rows small.</summary>
    private readonly long _bits;

    private Cell(CellKind kind, string? text, long bits, TimePrecision shown = ShownUnknown)
    {
        Kind = kind;
        _text = text;
        _bits = bits;
        Shown = shown;
    }

    /// <summary>Stands for a format that nobody knows: a whole minute was written as a minute, anything else to the second.</summary>
    public const TimePrecision ShownUnknown = TimePrecision.Minute;

    public CellKind Kind { get; }

    public static Cell Error { get; } = new(CellKind.Error, null, 0);

    /// <summary>Nothing is said here: blank, or a formula that failed.</summary>
    public bool IsEmpty => Kind is CellKind.Empty or CellKind.Error;

    public static Cell Of(string? text)
    {
        var clean = Clean(text);
        return clean is null ? default
            : clean[0] == '#' && IsFormulaError(clean) ? Error
            : new Cell(CellKind.Text, clean, 0);
    }

    public static Cell Of(double number) => new(CellKind.Number, null, BitConverter.DoubleToInt64Bits(number));

    /// <param name="shown">How much of a time the cell's number format shows.</param>
    public static Cell Of(DateTime time, TimePrecision shown = ShownUnknown) => new(CellKind.Time, null, time.Ticks, shown);

    public double Number =>
        Kind == CellKind.Number
            ? BitConverter.Int64BitsToDouble(_bits)
            : throw new InvalidOperationException($"a cell of kind {Kind} is no number");

    public DateTime Time =>
        Kind == CellKind.Time ? new DateTime(_bits) : throw new InvalidOperationException($"a cell of kind {Kind} is no time");

    /// <summary>Of a time: how much of it the number format shows.</summary>
    public TimePrecision Shown { get; }

    /// <summary>The cell as a person would read it; numbers without exponent, so that phones and order numbers keep all their digits.</summary>
    public string? Text =>
        Kind switch
        {
            CellKind.Text => _text,
            CellKind.Number => Digits(Number),
            CellKind.Time => Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>What people and databases write where they have nothing to write.</summary>
    public bool SaysNothing =>
        _text
            is "NULL"
                or "null"
                or "Null"
                or "N/A"
                or "n/a"
                or "\\N"
                or "-"
                or "--"
                or "—"
                or "——"
                or "/"
                or "无"
                or "空"
                or "暂无"
                or "未填"
                or "未填写"
                or "待定"
                or "不详"
                or "未知";

    /// <summary>As Excel writes them when it saves a workbook as text.</summary>
    private static bool IsFormulaError(string text) =>
        text is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!" or "#GETTING_DATA";

    private static string Digits(double number) =>
        Math.Abs(number) < 7.9e27
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Trims blanks of every kind (also the ideographic space, BOM and zero-width ones) and turns control characters into blanks.</summary>
    private static string? Clean(string? text)
    {
        if (text is null)
            return null;
        int from = 0,
            until = text.Length;
        while (from < until && IsBlank(text[from]))
            from++;
        while (until > from && IsBlank(text[until - 1]))
            until--;
        if (from == until)
            return null;
        // ="00123": text by force, as people write it into csv for Excel.
        if (until - from >= 3 && text[from] == '=' && text[from + 1] == '"' && text[until - 1] == '"')
            return Clean(text[(from + 2)..(until - 1)].Replace("\"\"", "\"", StringComparison.Ordinal));
        var kept = from == 0 && until == text.Length ? text : text[from..until];
        // A line ends alike whatever program wrote the file.
        if (kept.Contains('\r', StringComparison.Ordinal))
            kept = kept.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return kept.AsSpan().ContainsAnyInRange('\0', '\u001f') ? string.Create(kept.Length, kept, BlankControls) : kept;
    }

    private static bool IsBlank(char c) => c <= ' ' || c is '\u00a0' or '\u3000' or '\ufeff' or '\u200b' || char.IsWhiteSpace(c);

    private static void BlankControls(Span<char> to, string from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] < ' ' && from[i] != '\n' ? ' ' : from[i];
    }
}

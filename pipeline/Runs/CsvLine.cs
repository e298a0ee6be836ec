namespace Hotspot.Runs;

/// <summary>RFC 4180: every cell in quotes, quotes doubled.</summary>
internal static class CsvLine
{
    public static string Of(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
}

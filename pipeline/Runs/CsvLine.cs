using Hotspot.Outputs;

namespace Hotspot.Runs;

/// <summary>RFC 4180: every cell in quotes, quotes doubled.</summary>
internal static class CsvLine
{
    /// <summary>For people, who open it with a spreadsheet: no cell runs as a formula.</summary>
    public static string Guarded(IEnumerable<string> cells) => Of(cells.Select(FormulaGuard.Neutral));

    public static string Of(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
}

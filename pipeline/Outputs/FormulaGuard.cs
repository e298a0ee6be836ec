using System.Text.RegularExpressions;

namespace Hotspot.Outputs;

/// <summary>
/// Text that a spreadsheet might run as a formula (it begins with = + - @, a tab or a line break) gets an apostrophe before it.
/// A signed number with its unit (+3件, −12.5%) is only a number and stays as it is.
/// </summary>
public static partial class FormulaGuard
{
    public static string Neutral(string text) =>
        text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) && !SignedNumber().IsMatch(text)
            ? "'" + text
            : text;

    /// <summary>What a text was before <see cref="Neutral"/>: forms that come back are read by it.</summary>
    public static string Original(string text) => text.StartsWith('\'') && Neutral(text[1..]) == text ? text[1..] : text;

    [GeneratedRegex(@"^[+-][0-9][0-9,]*(\.[0-9]+)?[%‰\p{IsCJKUnifiedIdeographs}]*\z")]
    private static partial Regex SignedNumber();
}

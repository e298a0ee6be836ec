using System.Text;

namespace Hotspot.Cli;

/// <summary>
/// A table as lines of text, columns under each other, as wide as it is: Spectre's tables never end where their columns do not fit on the screen
/// (a pivot of 24 hours). A Chinese character takes two places.
/// </summary>
internal static class PlainTable
{
    /// <param name="isNumber">Columns that stand at the right.</param>
    public static IEnumerable<string> Lines(
        IReadOnlyList<string> head,
        IReadOnlyList<bool> isNumber,
        IReadOnlyList<IReadOnlyList<string>> rows
    )
    {
        int[] widths = [.. head.Select((title, at) => rows.Select(row => Width(row[at])).Append(Width(title)).Max())];
        string Line(IReadOnlyList<string> cells) =>
            "| " + string.Join(" | ", cells.Select((cell, at) => Padded(cell, widths[at], isNumber[at]))) + " |";
        return rows.Select(Line)
            .Prepend(
                "|"
                    + string.Join(
                        '|',
                        widths.Select((width, at) => isNumber[at] ? new string('-', width + 1) + ":" : new string('-', width + 2))
                    )
                    + "|"
            )
            .Prepend(Line(head));
    }

    private static string Padded(string text, int width, bool right)
    {
        var blanks = new string(' ', width - Width(text));
        return right ? blanks + text : text + blanks;
    }

    private static int Width(string text) =>
        text.EnumerateRunes()
            .Sum(rune =>
                Rune.IsControl(rune) ? 0
                : rune.Value is >= 0x1100 and (< 0x2000 or >= 0x2E80) ? 2
                : 1
            );
}

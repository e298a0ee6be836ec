using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Docx;

/// <summary>
/// Shares a table's width among its columns by what stands in them. Numbers, dates and short texts are never broken: the longest texts give way,
/// all to the same width; what is left over goes by the columns' shares. Text is measured in em: a Chinese character is 1, a digit or Latin letter
/// about half, and wider in the fonts that stand in where that of the document is not installed.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>Both cell margins (see <see cref="DocxTable"/>) and a hair.</summary>
    public const double Margins = 2 * DocxTable.CellMargin + 10;

    /// <summary>Word leaves it between a Chinese character and a digit or Latin letter.</summary>
    private const double Gap = 0.25;

    /// <summary>A text column is not made narrower than this, unless all it holds is.</summary>
    private const double Narrowest = 2.5;

    /// <summary>Headers up to this length stay on one line.</summary>
    private const double Short = 5;

    /// <param name="em">Font size in twips, as <paramref name="total"/>.</param>
    /// <returns>Widths that sum to <paramref name="total"/>.</returns>
    public static IReadOnlyList<int> Of(ReportTable table, IReadOnlyList<IReadOnlyList<string>> cells, int total, double em)
    {
        var needs = table.Columns.Select((column, i) => Math.Max(OnTwoLines(column.Title), Longest(cells, i))).ToArray();
        var isText = table.Columns.Select(column => column.Format == CellFormat.Text).ToArray();
        var room = total / em - needs.Length * Margins / em;
        var cap = Cap(needs, isText, room);
        var widths = needs.Select((need, i) => isText[i] ? Math.Min(need, cap) : need).ToArray();
        var left = room - widths.Sum();
        var shares = table.Columns.Sum(column => column.Share);
        var whole = widths
            .Select((width, i) => left >= 0 ? width + left * table.Columns[i].Share / shares : width * room / widths.Sum())
            .Select(width => (int)(width * em + Margins))
            .ToArray();

        // Whole units; the last column takes what rounding left.
        whole[^1] += total - whole.Sum();
        return whole;
    }

    public static double Em(string text) =>
        text.Sum(c =>
            c == '%' ? 0.9
            : char.IsAsciiDigit(c) ? 0.5
            : c < 0x2000 ? 0.57
            : 1.0
        )
        + Gap * text.Zip(text.Skip(1)).Count(pair => IsHan(pair.First) && IsWord(pair.Second) || IsWord(pair.First) && IsHan(pair.Second));

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);

    private static double Longest(IReadOnlyList<IReadOnlyList<string>> cells, int column) =>
        cells.Select(row => Widest(row[column])).DefaultIfEmpty(0).Max();

    /// <summary>In DejaVu Serif, the widest of those that stand in for Times New Roman.</summary>
    private static double Widest(string text) =>
        Em(text)
        + text.Sum(c =>
            char.IsAsciiDigit(c) ? 0.14
            : c is '+' or '<' ? 0.27
            : c is '.' or ',' or '-' ? -0.22
            : c == '%' ? 0.06
            : 0
        );

    /// <summary>A header may take two lines: broken before its unit in brackets, a long one else in the middle.</summary>
    private static double OnTwoLines(string title)
    {
        var bracket = title.IndexOf('（', StringComparison.Ordinal);
        return bracket > 0 ? Math.Max(Em(title[..bracket]), Em(title[bracket..]))
            : Em(title) <= Short ? Em(title)
            : Math.Ceiling(Em(title) / 2);
    }

    /// <summary>The width at which all columns together just fit, where those of text that need more get no more than it.</summary>
    private static double Cap(double[] needs, bool[] isText, double room)
    {
        room -= needs.Where((_, i) => !isText[i]).Sum();
        var texts = needs.Where((_, i) => isText[i]).Order().ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            var equal = room / (texts.Length - i);
            if (texts[i] > equal)
                return Math.Max(equal, Narrowest);
            room -= texts[i];
        }
        return double.PositiveInfinity;
    }
}

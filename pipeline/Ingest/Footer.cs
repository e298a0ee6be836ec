namespace Hotspot.Ingest;

/// <summary>Lines under the table: totals, who made it and when.</summary>
public static class Footer
{
    internal static bool Is(Cell[] cells, HeaderMapping mapping) => Is(cells, mapping.Width, mapping.Profile.FooterWords);

    /// <summary>The first filled cell begins with a footer word, and the row has no more than half of the table's cells filled.</summary>
    /// <param name="width">Cells of the header.</param>
    public static bool Is(Cell[] cells, int width, IEnumerable<string> words)
    {
        string? first = null;
        var filled = 0;
        foreach (var cell in cells)
        {
            if (cell.IsEmpty)
                continue;
            filled++;
            first ??=
                cell.Text is { } text && text.AsSpan().ContainsAny(" \u3000")
                    ? string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
                    : cell.Text;
        }
        if (first is null || filled * 2 > Math.Max(width, 2))
            return false;
        foreach (var word in words)
        {
            if (first.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}

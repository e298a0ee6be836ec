namespace Hotspot.Ingest;

/// <summary>Lines under the table: totals, who made it and when.</summary>
internal static class Footer
{
    /// <summary>The first filled cell begins with a footer word, and the row has no more than half of the table's cells filled.</summary>
    public static bool Is(Cell[] cells, HeaderMapping mapping)
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
        if (first is null || filled * 2 > Math.Max(mapping.Width, 2))
            return false;
        foreach (var word in mapping.Profile.FooterWords)
        {
            if (first.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}

namespace Hotspot.Ingest;

/// <summary>
/// A header of two rows: a merged cell above (问题分类) and what it is parted into below (一级, 二级, 三级). Workbooks write a merged cell once and
/// leave the others blank, so a blank cell above takes the words to its left where the row below says something.
/// </summary>
internal static class HeaderRows
{
    /// <returns>The two rows as one, or null where the upper one has no blank cell over a filled one.</returns>
    public static Cell[]? Combined(IReadOnlyList<Cell> above, IReadOnlyList<Cell> below)
    {
        var width = Math.Max(above.Count, below.Count);
        var combined = new Cell[width];
        var parted = false;
        string? main = null;
        for (var i = 0; i < width; i++)
        {
            var upper = i < above.Count ? above[i].Text : null;
            var lower = i < below.Count ? below[i].Text : null;
            main = upper ?? (lower is null ? null : main);
            parted |= upper is null && lower is not null;
            combined[i] =
                lower is null ? Cell.Of(upper)
                : main is null ? Cell.Of(lower)
                : Cell.Of(main + lower);
        }
        return parted ? combined : null;
    }
}

namespace Hotspot.Ingest;

/// <summary>
/// A header of two rows: a merged cell above (问题分类) and what it is parted into below (一级, 二级, 三级). Workbooks write a merged cell once and
/// leave the others blank, so a blank cell above takes the words to its left where the row below says something. A cell above may also only
/// group headers that stand whole below (被反映地点 over 被反映区 and 被反映街乡镇): where the lower words are a header and the joined ones are none,
/// the lower ones count.
/// </summary>
internal static class HeaderRows
{
    /// <returns>The two rows as one, or null where the upper one has no blank cell over a filled one.</returns>
    public static Cell[]? Combined(IReadOnlyList<Cell> above, IReadOnlyList<Cell> below, SourceProfile profile)
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
                : main is null || (Knows(profile, lower) && !Knows(profile, main + lower)) ? Cell.Of(lower)
                : Cell.Of(main + lower);
        }
        return parted ? combined : null;
    }

    private static bool Knows(SourceProfile profile, string header) => profile.Knows(HeaderMapping.KeyIn(profile, header));
}

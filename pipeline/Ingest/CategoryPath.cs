namespace Hotspot.Ingest;

/// <param name="Masked">From the first level on, as people may see them.</param>
/// <param name="Hides">Something was masked.</param>
internal readonly record struct CategoryLevels(string?[] Masked, bool Hides);

/// <summary>Levels of the category, from one cell that holds the whole path or from a column for each level; a column of its own wins.</summary>
internal readonly ref struct CategoryPath
{
    public const int Levels = 5;
    private readonly HeaderMapping _mapping;
    private readonly MappedCells _cells;
    private readonly string?[] _path;

    public CategoryPath(HeaderMapping mapping, MappedCells cells)
    {
        (_mapping, _cells) = (mapping, cells);
        _path = cells.CategoryLevels();
    }

    /// <param name="level">1 to 5.</param>
    public string? Level(int level)
    {
        var field = Field.Category1 + (level - 1);
        var own = _mapping.Has(field) ? _cells.Masked(field, default) : null;
        return own ?? (level <= _path.Length ? _path[level - 1] : null);
    }

    /// <summary>The parts of a written path, at most five; the first separator that occurs parts it.</summary>
    public static string?[] Split(string path, IReadOnlyList<string> separators)
    {
        var separator = separators.FirstOrDefault(candidate => path.Contains(candidate, StringComparison.Ordinal));
        return separator is null
            ? [path]
            : [.. path.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(Levels)];
    }
}

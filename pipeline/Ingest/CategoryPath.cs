namespace Hotspot.Ingest;

/// <summary>Levels of the category, from one cell that holds the whole path or from a column for each level; a column of its own wins.</summary>
internal readonly ref struct CategoryPath
{
    private const int Levels = 5;
    private readonly string?[] _levels = new string?[Levels];

    public CategoryPath(IReadOnlyList<string> separators, MappedCells cells)
    {
        if (cells.Masked(Field.Category, default) is { } path)
            Split(path, separators);
        for (var level = 0; level < Levels; level++)
            _levels[level] = cells.Masked(Field.Category1 + level, default) ?? _levels[level];
    }

    /// <param name="level">1 to 5.</param>
    public string? Level(int level) => _levels[level - 1];

    private void Split(string path, IReadOnlyList<string> separators)
    {
        var separator = separators.FirstOrDefault(candidate => path.Contains(candidate, StringComparison.Ordinal));
        if (separator is null)
        {
            _levels[0] = path;
            return;
        }
        var level = 0;
        foreach (var part in path.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (level < Levels)
                _levels[level++] = part;
        }
    }
}

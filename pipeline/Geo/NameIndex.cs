namespace Hotspot.Geo;

/// <summary>How good a claim to a name is: a unit's own name beats another's alias, an alias beats a shortened form.</summary>
internal enum NameRank
{
    Own,
    Alias,
    Stem,
}

/// <summary>Names and what they stand for. Of two claims the better rank holds; two equal claims by different units make the name nobody's.</summary>
internal sealed class NameIndex<T>
    where T : class
{
    private readonly Dictionary<string, (T? Value, NameRank Rank)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (T? Value, NameRank Rank)>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NameIndex() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(ReadOnlySpan<char> name, T value, NameRank rank)
    {
        if (name.IsEmpty)
            return;
        if (!_lookup.TryGetValue(name, out var held) || rank < held.Rank)
            _lookup[name] = (value, rank);
        else if (rank == held.Rank && !Equals(held.Value, value))
            _lookup[name] = (null, rank);
    }

    public T? Find(ReadOnlySpan<char> name) => _lookup.TryGetValue(name, out var held) ? held.Value : null;

    /// <summary>Finds the whole name; failing that, the name without its suffix, if the unit's own stem or alias is that.</summary>
    public T? FindBySuffix(ReadOnlySpan<char> name, ReadOnlySpan<string> suffixes, int keep)
    {
        if (_lookup.TryGetValue(name, out var held))
            return held.Value;
        var stem = PlaceText.WithoutSuffix(name, suffixes, keep);
        return stem.Length == name.Length ? null : Find(stem);
    }
}

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

    /// <summary>True where the whole name is known, be it as nobody's.</summary>
    public bool TryFind(ReadOnlySpan<char> name, out Named<T> found)
    {
        var known = _lookup.TryGetValue(name, out var held);
        found = known ? new Named<T>(held.Value, held.Rank) : default;
        return known;
    }

    public Named<T> Find(ReadOnlySpan<char> name) => TryFind(name, out var found) ? found : default;

    /// <summary>Finds the whole name; failing that, the name without its suffix, if the unit's own stem or alias is that.</summary>
    public Named<T> FindBySuffix(ReadOnlySpan<char> name, WordList suffixes, int keep)
    {
        if (TryFind(name, out var whole))
            return whole;
        var stem = suffixes.CutEnd(name, keep);
        return stem.Length == name.Length ? default : Find(stem) with { Rank = NameRank.Stem };
    }
}

/// <summary>A unit and how it was named; no unit where the name is nobody's or unknown.</summary>
/// <param name="OtherTime">The name is of another time than the order: the successor of the unit that was meant, or a unit not yet made then.</param>
internal readonly record struct Named<T>(T? Unit, NameRank Rank, bool OtherTime = false)
    where T : class
{
    /// <summary>Read through an alias, a form (街道办事处, 镇 for 地区) or a shortened name.</summary>
    public bool IsAlias => Unit is not null && Rank != NameRank.Own && !OtherTime;
}

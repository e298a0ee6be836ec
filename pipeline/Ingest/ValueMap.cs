namespace Hotspot.Ingest;

/// <summary>Written values of one field and what they mean. Keys are compared without case, width or inner blanks.</summary>
public sealed class ValueMap
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _longest;

    public ValueMap(IEnumerable<KeyValuePair<string, string>> entries)
    {
        foreach (var (written, canonical) in entries)
        {
            _canonical[Key(written)] = canonical;
            _longest = Math.Max(_longest, Key(written).Length);
        }
    }

    public IEnumerable<string> Targets => _canonical.Values;
    public bool IsEmpty => _canonical.Count == 0;

    /// <summary>The written value is canonical already.</summary>
    public bool IsTarget(string written) => _canonical.ContainsValue(written);

    /// <returns>False where the map does not know the value.</returns>
    /// <param name="written">As in the file.</param>
    /// <param name="canonical">Null: the value says nothing (不详, 未评价).</param>
    public bool TryGet(string written, out string? canonical)
    {
        canonical = null;
        // Places and contents are long, mapped words short: most texts need no look-up.
        if (written.Length > _longest && !written.AsSpan().ContainsAny(' ', '\u3000', '\u00a0'))
            return false;
        var known =
            _canonical.TryGetValue(written, out var found)
            || (Key(written) is var key && !ReferenceEquals(key, written) && _canonical.TryGetValue(key, out found));
        canonical = string.IsNullOrEmpty(found) ? null : found;
        return known;
    }

    private static string Key(string written) => Wide.Narrow(written).Replace(" ", "", StringComparison.Ordinal);
}

namespace Hotspot.Geo;

/// <summary>
/// The gazetteer of named places within (district, street), by the spelling of <see cref="PlaceKey"/>: the whole name first, then one that
/// differs in one character (<see cref="OneEdit"/>). Where the street is unknown the whole name must be one place's alone in the district.
/// Immutable, safe on any thread.
/// </summary>
public sealed class NamedPlaces
{
    private sealed record Entry(NamedPlace Place, string Name, string Key);

    private readonly PlaceWords _words;
    private readonly Dictionary<string, List<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byDistrict = new(StringComparer.Ordinal);
    private readonly Dictionary<(string District, string? Street), List<Entry>> _near = [];

    /// <param name="lists">The list that comes first has the say on a name of the same district and street.</param>
    public NamedPlaces(Gazetteer gazetteer, params IReadOnlyList<IReadOnlyList<NamedPlace>> lists)
    {
        _words = gazetteer.Words;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var place in list)
                Add(place, gazetteer, taken, own);
            taken.UnionWith(own);
        }
    }

    /// <summary>Finds the place that a row's text names.</summary>
    /// <param name="name">In the key's spelling, without units in front.</param>
    internal PlaceMatch Find(string district, string? street, string name)
    {
        var found = Candidates(district, street, name, out var fit);
        var one = found is [var only] ? only : null;
        return fit == PlaceFit.None ? default
            : one is null ? new PlaceMatch(PlaceFit.Ambiguous, null, null)
            : new PlaceMatch(fit, one.Place, one.Key);
    }

    /// <summary>All places that fit best, in the order of the lists.</summary>
    internal IReadOnlyList<NamedPlace> Fitting(string district, string? street, string name, out PlaceFit fit) =>
        [.. Candidates(district, street, name, out fit).Select(entry => entry.Place)];

    private List<Entry> Candidates(string district, string? street, string name, out PlaceFit fit)
    {
        fit = PlaceFit.Exact;
        if (street is null)
        {
            if (_byDistrict.TryGetValue(KeyOf(district, null, name), out var anywhere))
                return anywhere;
            fit = PlaceFit.None;
            return [];
        }
        if (_byKey.TryGetValue(KeyOf(district, street, name), out var exact) || _byKey.TryGetValue(KeyOf(district, null, name), out exact))
            return exact;
        var near = Near(_near.GetValueOrDefault((district, street)), name).Concat(Near(_near.GetValueOrDefault((district, null)), name));
        List<Entry> found = [.. near.DistinctBy(entry => entry.Place)];
        fit = found.Count == 0 ? PlaceFit.None : PlaceFit.Near;
        return found;
    }

    private IEnumerable<Entry> Near(List<Entry>? entries, string name) =>
        entries?.Where(entry => OneEdit.Apart(entry.Name, name, _words)) ?? [];

    private void Add(NamedPlace place, Gazetteer gazetteer, HashSet<string> taken, HashSet<string> own)
    {
        var street = place.Street is { } known ? gazetteer.FindStreet(place.District, known) : null;
        var units = new UnitNames(place.District, street, null);
        var canonical = PlaceKey.NameOf(place.Name, units, gazetteer);
        if (canonical.Length == 0)
            return;
        var key = KeyOf(place.District, place.Street, canonical);
        foreach (var written in place.Aliases.Prepend(place.Name))
        {
            var name = PlaceKey.NameOf(written, units, gazetteer);
            var mark = KeyOf(place.District, place.Street, name);
            if (name.Length == 0 || taken.Contains(mark))
                continue;
            own.Add(mark);
            var entry = new Entry(place, name, key);
            Append(_byKey, mark, entry);
            Append(_byDistrict, KeyOf(place.District, null, name), entry);
            Append(_near, (place.District, place.Street), entry);
        }
    }

    private static string KeyOf(string district, string? street, string name) => $"{district}/{street}/{name}";

    private static void Append<TKey>(Dictionary<TKey, List<Entry>> lists, TKey key, Entry entry)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        if (!list.Exists(held => held.Place == entry.Place))
            list.Add(entry);
    }
}

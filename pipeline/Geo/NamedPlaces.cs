using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
    private readonly IReadOnlyList<IReadOnlyList<NamedPlace>> _lists;
    private readonly Dictionary<string, List<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _byDistrict = new(StringComparer.Ordinal);
    private readonly Dictionary<(string District, string? Street), List<Entry>> _near = [];

    /// <param name="lists">The list that comes first has the say on a name of the same district and street.</param>
    public NamedPlaces(Gazetteer gazetteer, params IReadOnlyList<IReadOnlyList<NamedPlace>> lists)
    {
        (_words, _lists) = (gazetteer.Words, lists);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var place in list)
                Add(place, gazetteer, taken, own);
            taken.UnionWith(own);
        }
    }

    /// <summary>Names and aliases, as the lists write them.</summary>
    internal IEnumerable<string> Names => _lists.SelectMany(list => list).SelectMany(place => place.Aliases.Prepend(place.Name));

    /// <summary>What the lists say of each district, as a hash: where it changes, texts of that district may name other places.</summary>
    public IEnumerable<(string District, string Value)> Fingerprints() =>
        _lists
            .SelectMany((list, i) => list.Select(place => (place.District, Line: Line(i, place))))
            .GroupBy(one => one.District, one => one.Line, StringComparer.Ordinal)
            .OrderBy(lines => lines.Key, StringComparer.Ordinal)
            .Select(lines => (lines.Key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))));

    private static string Line(int list, NamedPlace place) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{list},{place.Name},{place.Street},{string.Join('|', place.Aliases)},{place.Point?.Longitude},{place.Point?.Latitude}"
        );

    /// <summary>Finds the place that a row's text names.</summary>
    /// <param name="key">As <see cref="PlaceKey"/> gives it, of this district and street.</param>
    internal PlaceMatch Find(string key, string district, string? street) =>
        Fitting(key, district, street, out var fit) switch
        {
            null => default,
            [var one] => new PlaceMatch(fit, one.Place, one.Key),
            _ => new PlaceMatch(PlaceFit.Ambiguous, null, null),
        };

    /// <summary>All places that fit best, in the order of the lists.</summary>
    internal IReadOnlyList<NamedPlace> Candidates(string key, string district, string? street, out PlaceFit fit) =>
        [.. Fitting(key, district, street, out fit)?.Select(entry => entry.Place) ?? []];

    /// <summary>Null where none fits.</summary>
    private List<Entry>? Fitting(string key, string district, string? street, out PlaceFit fit)
    {
        fit = PlaceFit.Exact;
        if (street is null)
            return _byDistrict.GetValueOrDefault(key);
        var name = key.AsSpan(district.Length + street.Length + 2);
        var ofDistrict = _near.GetValueOrDefault((district, null));
        if (
            _byKey.TryGetValue(key, out var exact) || (ofDistrict is not null && _byKey.TryGetValue(KeyOf(district, null, name), out exact))
        )
            return exact;
        fit = PlaceFit.Near;
        List<Entry>? near = null;
        AddNear(_near.GetValueOrDefault((district, street)), name, ref near);
        AddNear(ofDistrict, name, ref near);
        return near;
    }

    private void AddNear(List<Entry>? entries, ReadOnlySpan<char> name, ref List<Entry>? near)
    {
        if (entries is null)
            return;
        foreach (var entry in entries)
        {
            if (OneEdit.Apart(entry.Name, name, _words) && near?.Exists(held => held.Place == entry.Place) != true)
                (near ??= []).Add(entry);
        }
    }

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

    private static string KeyOf(string district, string? street, ReadOnlySpan<char> name) =>
        string.Concat(string.Concat(district, "/", street, "/"), name);

    private static void Append<TKey>(Dictionary<TKey, List<Entry>> lists, TKey key, Entry entry)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        if (!list.Exists(held => held.Place == entry.Place))
            list.Add(entry);
    }
}

namespace Hotspot.Geo;

/// <summary>
/// The units of a city by every name that exports use for them. Names are matched whole, after blanks, full-width forms, the city's and the
/// district's own name in front are taken off; a name that two units of a district share is nobody's. Immutable, safe on any thread.
/// </summary>
public sealed class Gazetteer
{
    private readonly NameIndex<District> _districts = new();
    private readonly StreetNames _streets;
    private readonly Dictionary<(string District, string Street), NameIndex<Community>> _communities = [];
    private readonly Dictionary<string, NameIndex<Community>> _communitiesOfDistrict = new(StringComparer.Ordinal);
    private readonly NameIndex<Community> _communitiesOfCity = new();

    public Gazetteer(
        IReadOnlyList<District> districts,
        IReadOnlyList<Street> streets,
        IReadOnlyList<Community> communities,
        PlaceWords words
    )
    {
        (Districts, Streets, Communities, Words) = (districts, streets, communities, words);
        foreach (var district in districts)
        {
            _districts.Add(district.Name, district, NameRank.Own);
            foreach (var alias in district.Aliases)
                _districts.Add(alias, district, NameRank.Alias);
        }
        _streets = new StreetNames(streets, words);
        foreach (var community in communities)
            AddCommunity(community);
    }

    public IReadOnlyList<District> Districts { get; }
    public IReadOnlyList<Street> Streets { get; }
    public IReadOnlyList<Community> Communities { get; }
    internal PlaceWords Words { get; }

    /// <summary>The lists of Beijing that ship with the program.</summary>
    /// <param name="rules">Folder of the home's own tables, which take precedence; null: none.</param>
    public static Gazetteer LoadBeijing(string? rules = null) =>
        new(
            ReferenceTable.Read(
                ReferenceTable.PathOf("codes/districts.csv"),
                row => new District(row.Text("code"), row.Text("name"), row.Texts("aliases"), row.Point(), row.Number("area_km2"))
            ),
            ReferenceTable.Read(
                ReferenceTable.PathOf("codes/streets.csv", rules),
                row => new Street(
                    row.Text("code"),
                    row.Text("district"),
                    row.Text("name"),
                    row.Text("kind"),
                    row.Texts("aliases"),
                    row.Text("point_from") == "district" ? null : row.Point(),
                    row.Date("valid_from"),
                    row.Date("valid_until"),
                    row.TextOrNull("successor")
                )
            ),
            ReferenceTable.Read(
                ReferenceTable.PathOf("codes/communities.csv"),
                row => new Community(row.Text("code"), row.Text("district"), row.Text("street"), row.Text("name"), row.Point())
            ),
            PlaceWords.Load()
        );

    /// <summary>Number of the stretch of days in which the same streets stand; null: the present.</summary>
    internal int EraOf(DateOnly? day) => _streets.EraOf(day ?? DateOnly.MaxValue);

    /// <summary>The district that a cell names, by name or alias; null where no list knows it.</summary>
    public District? FindDistrict(string stated) => DistrictNamed(stated).Unit;

    internal Named<District> DistrictNamed(string stated)
    {
        var plain = _districts.Find(stated);
        return plain.Unit is not null ? plain : _districts.Find(Words.City.CutStart(PlaceText.Normalised(stated)));
    }

    /// <summary>The street of this name in the district on the day (null: today); 街道, 街道办事处, 地区, 镇 and 乡 are forms of one name.</summary>
    public Street? FindStreet(string district, ReadOnlySpan<char> stated, DateOnly? on = null) =>
        _streets.Find(district, stated, EraOf(on)).Unit;

    /// <summary>The street of this name if only one district has it.</summary>
    public Street? FindStreet(ReadOnlySpan<char> stated, DateOnly? on = null) => _streets.Find(null, stated, EraOf(on)).Unit;

    internal Named<Street> StreetNamed(string? district, ReadOnlySpan<char> stated, int era) => _streets.Find(district, stated, era);

    /// <summary>True where any district has a street of this name, be it several.</summary>
    internal bool HasStreet(ReadOnlySpan<char> stated, int era)
    {
        foreach (var district in Districts)
        {
            if (_streets.Find(district.Name, stated, era).Unit is not null)
                return true;
        }
        return false;
    }

    /// <summary>The community of this name in the street, or in the whole district (city) where street (district) is null; null if two share the name.</summary>
    public Community? FindCommunity(string? district, string? street, ReadOnlySpan<char> stated)
    {
        var index =
            district is null ? _communitiesOfCity
            : street is null ? _communitiesOfDistrict.GetValueOrDefault(district)
            // A street of former days has no list of its own: its communities stand under the streets of today.
            : _communities.GetValueOrDefault((district, street)) ?? _communitiesOfDistrict.GetValueOrDefault(district);
        return index is null ? null : CommunityIn(index, stated);
    }

    /// <summary>
    /// The whole name; failing that, the name with another ending of the same kind, the shortest first (a committee of residents means the community, not
    /// the village of the same stem); failing that, the stem.
    /// </summary>
    private Community? CommunityIn(NameIndex<Community> index, ReadOnlySpan<char> stated)
    {
        if (index.TryFind(stated, out var whole))
            return whole.Unit;
        var stem = Words.CommunitySuffixes.CutEnd(stated, keep: 1);
        var ending = stated[stem.Length..];
        if (ending.IsEmpty)
            return null;
        foreach (var kind in Words.CommunityEndings)
        {
            if (!kind.CutEnd(ending, keep: 0).IsEmpty)
                continue;
            for (var i = kind.All.Count - 1; i >= 0; i--)
            {
                if (index.TryFind(string.Concat(stem, kind.All[i]), out var named))
                    return named.Unit;
            }
        }
        return index.Find(stem).Unit;
    }

    private void AddCommunity(Community community)
    {
        if (!_communities.TryGetValue((community.District, community.Street), out var ofStreet))
            _communities.Add((community.District, community.Street), ofStreet = new NameIndex<Community>());
        if (!_communitiesOfDistrict.TryGetValue(community.District, out var ofDistrict))
            _communitiesOfDistrict.Add(community.District, ofDistrict = new NameIndex<Community>());
        var stem = Words.CommunitySuffixes.CutEnd(community.Name, keep: 1);
        foreach (var index in (ReadOnlySpan<NameIndex<Community>>)[ofStreet, ofDistrict, _communitiesOfCity])
        {
            index.Add(community.Name, community, NameRank.Own);
            index.Add(stem, community, NameRank.Stem);
        }
    }
}

namespace Hotspot.Geo;

/// <summary>
/// The units of a city by every name that exports use for them. Names are matched whole, after blanks, full-width forms, the city's and the
/// district's own name in front are taken off; a name that two units of a district share is nobody's. Immutable, safe on any thread.
/// </summary>
public sealed class Gazetteer
{
    private readonly NameIndex<District> _districts = new();
    private readonly Dictionary<string, NameIndex<Street>> _streets = new(StringComparer.Ordinal);
    private readonly NameIndex<Street> _streetsOfCity = new();
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
        foreach (var street in streets)
            AddStreet(street);
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
                    row.Date("valid_until")
                )
            ),
            ReferenceTable.Read(
                ReferenceTable.PathOf("codes/communities.csv"),
                row => new Community(row.Text("code"), row.Text("district"), row.Text("street"), row.Text("name"), row.Point())
            ),
            PlaceWords.Load()
        );

    /// <summary>The district that a cell names, by name or alias; null where no list knows it.</summary>
    public District? FindDistrict(string stated) =>
        _districts.Find(stated) ?? _districts.Find(PlaceText.WithoutPrefix(PlaceText.Normalised(stated), Words.City));

    /// <summary>The street of this name in the district; 街道, 街道办事处, 地区, 镇 and 乡 are forms of one name.</summary>
    public Street? FindStreet(string district, ReadOnlySpan<char> stated) =>
        _streets.TryGetValue(district, out var index) ? index.FindBySuffix(stated, Words.StreetSuffixes, keep: 2) : null;

    /// <summary>The street of this name if only one district has it.</summary>
    public Street? FindStreet(ReadOnlySpan<char> stated) => _streetsOfCity.FindBySuffix(stated, Words.StreetSuffixes, keep: 2);

    /// <summary>The community of this name in the street, or in the whole district (city) where street (district) is null; null if two share the name.</summary>
    public Community? FindCommunity(string? district, string? street, ReadOnlySpan<char> stated)
    {
        var index =
            district is null ? _communitiesOfCity
            : street is null ? _communitiesOfDistrict.GetValueOrDefault(district)
            : _communities.GetValueOrDefault((district, street));
        return index?.FindBySuffix(stated, Words.CommunitySuffixes, keep: 1);
    }

    private void AddStreet(Street street)
    {
        if (!_streets.TryGetValue(street.District, out var ofDistrict))
            _streets.Add(street.District, ofDistrict = new NameIndex<Street>());
        ofDistrict.Add(street.Name, street, NameRank.Own);
        _streetsOfCity.Add(street.Name, street, NameRank.Own);
        foreach (var alias in street.Aliases)
        {
            ofDistrict.Add(alias, street, NameRank.Alias);
            _streetsOfCity.Add(alias, street, NameRank.Alias);
        }
        var stem = PlaceText.WithoutSuffix(street.Name, Words.StreetSuffixes, keep: 2);
        ofDistrict.Add(stem, street, NameRank.Stem);
        _streetsOfCity.Add(stem, street, NameRank.Stem);
    }

    private void AddCommunity(Community community)
    {
        if (!_communities.TryGetValue((community.District, community.Street), out var ofStreet))
            _communities.Add((community.District, community.Street), ofStreet = new NameIndex<Community>());
        if (!_communitiesOfDistrict.TryGetValue(community.District, out var ofDistrict))
            _communitiesOfDistrict.Add(community.District, ofDistrict = new NameIndex<Community>());
        var stem = PlaceText.WithoutSuffix(community.Name, Words.CommunitySuffixes, keep: 1);
        foreach (var index in (ReadOnlySpan<NameIndex<Community>>)[ofStreet, ofDistrict, _communitiesOfCity])
        {
            index.Add(community.Name, community, NameRank.Own);
            index.Add(stem, community, NameRank.Stem);
        }
    }
}

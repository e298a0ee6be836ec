using Sylvan.Data.Csv;

namespace Hotspot.Samples;

/// <summary>A street-level unit; its point is WGS-84 degrees.</summary>
internal sealed record SampleStreet(string District, string Name, string? OtherName, double Longitude, double Latitude, double Weight);

/// <summary>A named place where people complain; its point is WGS-84 degrees.</summary>
/// <param name="Kind">Number in the script's place kinds.</param>
/// <param name="Weight">Share of its street's complaints, before the liking for the kind; 0 for a planted point.</param>
/// <param name="SpreadM">Radius in metres in which the reports' coordinates lie.</param>
internal sealed record SamplePlace(
    string Name,
    int Street,
    string Community,
    int Kind,
    double Longitude,
    double Latitude,
    double Weight,
    double Coordinates,
    double SpreadM,
    int Planted = -1
);

/// <summary>The invented city: real streets and communities from the code lists, invented places on them.</summary>
internal sealed class Geography
{
    /// <summary>Two points of one ordinary place are at most 20 m apart, less than the 25 m within which reports count as one address.</summary>
    private const double OrdinarySpreadM = 10;

    private Geography(SampleStreet[] streets, SamplePlace[] places)
    {
        Streets = streets;
        Places = places;
    }

    public SampleStreet[] Streets { get; }

    /// <summary>Ordinary places in the order of their streets, then the planted points in the order of the script.</summary>
    public SamplePlace[] Places { get; }

    public static Geography Build(Script script, string codesFolder, ulong seed)
    {
        var communities = ReadCommunities(Path.Combine(codesFolder, "communities.csv"));
        var streets = ReadStreets(Path.Combine(codesFolder, "streets.csv"), communities, script.Districts, seed);
        var places = new List<SamplePlace>();
        for (var s = 0; s < streets.Length; s++)
            places.AddRange(PlacesOf(script.Places, streets[s], s, Of(communities, streets[s]), seed));
        for (var p = 0; p < script.Planted.Points.Length; p++)
            places.Add(Plant(script, streets, communities, p));
        return new Geography(streets, [.. places]);
    }

    /// <exception cref="InvalidDataException">The code list has no such street.</exception>
    public static int StreetNumber(SampleStreet[] streets, string district, string name)
    {
        var number = Array.FindIndex(streets, s => s.District == district && (s.Name == name || s.OtherName == name));
        return number >= 0 ? number : throw new InvalidDataException($"planted.json names {district} {name}, which streets.csv lacks");
    }

    private static List<Community> Of(Dictionary<(string, string), List<Community>> communities, SampleStreet street) =>
        communities.GetValueOrDefault((street.District, street.Name), []);

    private static IEnumerable<SamplePlace> PlacesOf(
        PlaceRules rules,
        SampleStreet street,
        int number,
        List<Community> communities,
        ulong seed
    )
    {
        var random = SplitMix.For(seed, 0x5712_0000UL + (ulong)number);
        var kinds = new Shares([.. rules.Kinds.Select(k => k.Share)]);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var count = Math.Clamp(communities.Count, rules.PerStreet / 2, rules.PerStreet * 3);
        var found = new List<SamplePlace>();
        for (var attempt = 0; found.Count < count && attempt < count * 4; attempt++)
        {
            var community = communities.Count > 0 ? communities[random.Below(communities.Count)] : new Community(street.Name, null, null);
            var kind = kinds.Draw(ref random);
            var form = rules.Kinds[kind].Names[random.Below(rules.Kinds[kind].Names.Length)];
            var name = form.Replace("{base}", Base(rules, community.Name), StringComparison.Ordinal);
            var (longitude, latitude) = Near(street, community, communities, ref random);
            if (!names.Add(name))
                continue;
            // Pareto with exponent 1: the second place of a street has half the complaints of the first, the third a third.
            var weight = rules.Kinds[kind].Weight / (found.Count + 1.5);
            found.Add(new(name, number, community.Name, kind, longitude, latitude, weight, rules.Kinds[kind].Coordinates, OrdinarySpreadM));
        }

        var total = found.Sum(p => p.Weight);
        return found.Select(p => p with { Weight = p.Weight / total * street.Weight });
    }

    private static SamplePlace Plant(
        Script script,
        SampleStreet[] streets,
        Dictionary<(string, string), List<Community>> communities,
        int index
    )
    {
        var point = script.Planted.Points[index];
        var number = StreetNumber(streets, point.District, point.Street);
        var around = Of(communities, streets[number]);
        // Fixed for ever, not by seed: the planted points are the same places in every sample.
        var random = SplitMix.For(0, 0xF0_0000UL + (ulong)index);
        var community = around.FirstOrDefault(c => c.Longitude is not null) ?? new Community(streets[number].Name, null, null);
        var (longitude, latitude) = Near(streets[number], community, around, ref random);
        return new(
            point.Place,
            number,
            community.Name,
            0,
            longitude,
            latitude,
            0,
            point.TextOnly ? 0 : 0.85,
            point.SpreadM,
            Planted: index
        );
    }

    /// <summary>120 to 420 m from the community's point, else from another community of the street, else from the street's.</summary>
    private static (double Longitude, double Latitude) Near(
        SampleStreet street,
        Community community,
        List<Community> communities,
        ref SplitMix random
    )
    {
        var known = community.Longitude is not null ? community : null;
        var pointed = communities.Where(c => c.Longitude is not null).ToList();
        if (known is null && pointed.Count > 0)
            known = pointed[random.Below(pointed.Count)];
        var (longitude, latitude) = (known?.Longitude ?? street.Longitude, known?.Latitude ?? street.Latitude);
        return Metres.Away(longitude, latitude, 120, 420, ref random);
    }

    private static string Base(PlaceRules rules, string community)
    {
        foreach (var ending in rules.Strip)
        {
            if (community.EndsWith(ending, StringComparison.Ordinal) && community.Length > ending.Length + 1)
                return community[..^ending.Length];
        }
        return community;
    }

    private static SampleStreet[] ReadStreets(
        string file,
        Dictionary<(string, string), List<Community>> communities,
        DistrictWeights weights,
        ulong seed
    )
    {
        var streets = new List<SampleStreet>();
        using var reader = CsvDataReader.Create(file);
        while (reader.Read())
        {
            if (Cell(reader, "valid_until") is not null || Degrees(reader, "longitude") is not { } longitude)
                continue;
            var (district, name) = (Cell(reader, "district")!, Cell(reader, "name")!);
            var other = Cell(reader, "aliases")?.Split('|')[0];
            // Population within the district is taken as the number of communities, give or take a third.
            var random = SplitMix.For(seed, 0x51_0000UL + (ulong)streets.Count);
            var size = 2 + communities.GetValueOrDefault((district, name), []).Sum(c => c.Weight);
            streets.Add(new(district, name, other, longitude, Degrees(reader, "latitude")!.Value, size * (0.67 + 0.66 * random.Unit())));
        }

        var totals = streets.GroupBy(s => s.District).ToDictionary(g => g.Key, g => g.Sum(s => s.Weight));
        return
        [
            .. streets.Select(s =>
                s with
                {
                    Weight = s.Weight / totals[s.District] * weights.Population.GetValueOrDefault(s.District, weights.Other),
                }
            ),
        ];
    }

    private static Dictionary<(string, string), List<Community>> ReadCommunities(string file)
    {
        var communities = new Dictionary<(string, string), List<Community>>();
        using var reader = CsvDataReader.Create(file);
        while (reader.Read())
        {
            var key = (Cell(reader, "district")!, Cell(reader, "street")!);
            if (!communities.TryGetValue(key, out var list))
                communities[key] = list = [];
            list.Add(new(Cell(reader, "name")!, Degrees(reader, "longitude"), Degrees(reader, "latitude")));
        }
        return communities;
    }

    private static string? Cell(CsvDataReader reader, string column)
    {
        var text = reader.GetString(reader.GetOrdinal(column));
        return text.Length == 0 ? null : text;
    }

    private static double? Degrees(CsvDataReader reader, string column) =>
        Cell(reader, column) is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A village holds about a third of the people of an urban community.</summary>
    private sealed record Community(string Name, double? Longitude, double? Latitude)
    {
        public double Weight => Name.EndsWith('村') ? 0.35 : 1;
    }
}

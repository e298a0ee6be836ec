using Hotspot.Enrich;
using Hotspot.Privacy;

namespace Hotspot.Runs;

/// <summary>Names of the lists that the masks take for persons (王平, a township; 吉庆里, an estate): in a cell of a place they stay.</summary>
internal static class OfficialNames
{
    public static IReadOnlySet<string> Of(CityReference city)
    {
        if (city.Geo.Gazetteer is not { } gazetteer)
            return new HashSet<string>();
        return gazetteer
            .Districts.SelectMany(district => district.Aliases.Prepend(district.Name))
            .Concat(gazetteer.Streets.SelectMany(street => street.Aliases.Prepend(street.Name)))
            .Concat(gazetteer.Communities.Select(community => community.Name))
            .Concat(city.Geo.Places?.Names ?? [])
            .Where(name => !ReferenceEquals(Masking.Mask(name), name))
            .ToHashSet(StringComparer.Ordinal);
    }
}

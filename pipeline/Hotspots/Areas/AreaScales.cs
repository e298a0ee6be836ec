namespace Hotspot.Hotspots.Areas;

/// <summary>
/// Does a hot area stay hot on another scale (METHODS b8)? Of a district the finer one is its streets, of a street the coarser one its district and
/// the finer one the hexagons that it has the most cases of. The same test at every scale, the same issue; one area of the other scale is enough.
/// </summary>
internal static class AreaScales
{
    /// <param name="hexes">Streets of a hot hexagon by issue, and the issues that were tested; null: hexagons cannot be tested.</param>
    public static IReadOnlyList<Area> Run(IReadOnlyList<Area> areas, HotHexes? hexes)
    {
        var districts = areas.Where(area => area.Level == "district").ToDictionary(area => (area.District, area.Issue), area => area.IsHot);
        var streets = areas
            .Where(area => area is { Level: "street", IsHot: not null })
            .GroupBy(area => (area.District, area.Issue))
            .ToDictionary(group => group.Key, group => group.Any(area => area.IsHot == true));
        return
        [
            .. areas.Select(area =>
                area.IsHot != true ? area
                : area.Level == "district"
                    ? area with
                    {
                        HoldsFiner = streets.TryGetValue((area.District, area.Issue), out var any) ? any : null,
                    }
                : area with
                {
                    HoldsCoarser = districts.GetValueOrDefault((area.District, area.Issue)),
                    HoldsFiner = hexes?.Holds(new AreaKey(area.District, area.Street), area.Issue),
                }
            ),
        ];
    }
}

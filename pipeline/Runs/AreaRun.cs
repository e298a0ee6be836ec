using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Trends;

namespace Hotspot.Runs;

/// <summary>高发区域: the areas of a period measured over the ground that they lie on, and hot ones looked at on the scales beside.</summary>
internal static class AreaRun
{
    public static IReadOnlyList<Area> Run(
        ComplaintReader reader,
        IReadOnlyList<AreaCounts> counts,
        ReportSpans spans,
        CityReference city,
        AreaSettings settings
    )
    {
        if (spans.Current.Days > AreaCounts.LongestJudged)
            counts = [.. counts.Select(area => area with { Baseline = null })];
        var areas = AreaMeasures.Run(counts, settings with { Ground = Ground(city, spans.Current.LastDay) });
        var isAsked = areas.Any(area => area is { Level: "street", IsHot: true });
        return AreaScales.Run(areas, isAsked ? Hexes(reader, counts, spans.Current, city) : null);
    }

    /// <param name="on">The day whose streets and figures count.</param>
    public static AreaGround Ground(CityReference city, DateOnly on)
    {
        if (city.Geo is not { Gazetteer: { } gazetteer, Map: { } map })
            return AreaGround.None;
        var streets = StreetNeighbours.Of(gazetteer, map, city.Projection, on);
        var districts = DistrictNeighbours.Of(map, city.Projection, streets);
        var sizes = districts.AreasKm2.ToDictionary(pair => new AreaKey(pair.Key, null), pair => new AreaSize(pair.Value, "outline", null));
        foreach (var (street, km2) in streets.AreasKm2)
            sizes.Add(new AreaKey(street.District, street.Street), new AreaSize(km2, "voronoi", null));
        foreach (var own in city.Denominators.Where(own => own.HoldsOn(on)))
        {
            var key = new AreaKey(own.District, own.Street);
            var size = sizes.GetValueOrDefault(key);
            sizes[key] = own.AreaKm2 is { } km2 ? new AreaSize(km2, "list", own.Residents) : size with { Residents = own.Residents };
        }
        return new AreaGround(
            [
                .. districts.Pairs.Select(pair => (new AreaKey(pair.A, null), new AreaKey(pair.B, null))),
                .. streets.Pairs.Select(pair => (new AreaKey(pair.A.District, pair.A.Street), new AreaKey(pair.B.District, pair.B.Street))),
            ],
            sizes
        );
    }

    private static HotHexes Hexes(ComplaintReader reader, IReadOnlyList<AreaCounts> counts, DaySpan current, CityReference city)
    {
        var districts = counts.Where(area => area is { Level: "district", Issue: null }).ToList();
        var weeks = districts.Min(area => area.Weeks.Count);
        var hexes = new HotHexes(weeks);
        foreach (var (longitude, latitude, row) in reader.PlacedIncidents(current, weeks))
        {
            var (x, y) = city.Projection.ToMetres(longitude, latitude);
            hexes.Add(x, y, row);
        }
        long[] all =
        [
            .. Enumerable.Range(0, weeks).Select(week => districts.Sum(area => area.Weeks[week])),
            districts.Sum(area => area.Incidents),
        ];
        return hexes.Test(WeekSteps.Steady(hexes.Located, all));
    }

    /// <summary>Districts against earlier totals: a change without a test.</summary>
    public static IReadOnlyList<Area> WithTotals(IReadOnlyList<Area> areas, BaselineTotals? earlier, BaselineTotals? lastYear)
    {
        if (earlier?.Districts is null && lastYear?.Districts is null)
            return areas;
        long? Of(BaselineTotals? totals, Area area) =>
            area is { Level: "district", Issue: null } && totals?.Districts is { } known ? known.GetValueOrDefault(area.District) : null;
        return
        [
            .. areas.Select(area =>
                (Of(earlier, area), Of(lastYear, area)) is var (before, year) && (before ?? year) is not null
                    ? area with
                    {
                        Previous = area.Previous ?? before,
                        PreviousChange = area.PreviousChange ?? new Change(area.Complaints, before).Ratio,
                        YearBefore = area.YearBefore ?? year,
                        YearChange = area.YearChange ?? new Change(area.Complaints, year).Ratio,
                    }
                    : area
            ),
        ];
    }

    public static IReadOnlyList<Area> WithTrends(IReadOnlyList<Area> areas, Evolution evolution)
    {
        var classes = evolution
            .Cells.Where(cell => cell.Scale == Evolution.StreetScale)
            .ToDictionary(cell => (cell.District, cell.Street), cell => cell.TrendClass);
        return
        [
            .. areas.Select(area =>
                area is { Level: "street", Issue: null } && classes.TryGetValue((area.District, area.Street), out var code)
                    ? area with
                    {
                        TrendClass = code,
                    }
                    : area
            ),
        ];
    }
}

using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;
using NetTopologySuite.Geometries;

namespace Hotspot.Runs;

/// <summary>演变 (METHODS e): the cubes of hexagons and streets, and the class of each hotspot, over the complete weeks before a period's end.</summary>
internal static class Evolving
{
    /// <param name="inPeriod">Incidents of the period.</param>
    /// <returns>The cubes' cells, and the hotspots with their classes.</returns>
    public static (Evolution Evolution, IReadOnlyList<HotPoint> Points) Run(
        ComplaintReader reader,
        ReportSpans spans,
        Coverage coverage,
        CityReference city,
        IReadOnlyList<HotPoint> points,
        long inPeriod,
        DayOfWeek weekStart
    )
    {
        var steps = WeekSteps.Between(coverage.FirstOn, spans.Current.Until, weekStart);
        var days = steps.IsEnough ? reader.Days(new DaySpan(steps.From, steps.Until)) : [];
        steps = steps.AfterHoles([.. days.Select(day => (day.Day, day.Complaints))]);
        if (!steps.IsEnough)
            return (Evolution.None, points);
        var incidents = Weekly(steps, days);
        var (located, hexes, grounds) = Located(reader, steps, incidents, city, points);
        var (streetSteps, streets) = Streets(reader, steps, incidents, city);

        string[] keys = [.. points.Select(point => point.PlaceKey).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var scale = new CityWeeks(incidents.AsSpan(steps.Count - located.Count).ToArray(), inPeriod, reader.UnitSpread(spans.Current));
        var classes = located.IsEnough
            ? PointTrends.OnGrounds(points, located, grounds, scale, spans.Current.From)
            : new string?[points.Count];
        if (keys.Length > 0)
        {
            var byKey = Keyed(reader.PlaceWeeks(steps, keys), incidents) is { } places
                ? PointTrends.ByKey(points, steps, places, incidents)
                : new string?[points.Count];
            classes = [.. classes.Select((code, i) => code ?? byKey[i])];
        }
        return (
            new Evolution(streetSteps, hexes.Count == 0 ? null : hexes[0].Scale, [.. hexes, .. streets])
            {
                CoordinatesAreNew = !located.IsEnough,
            },
            [.. points.Select((point, i) => point with { TrendClass = classes[i] })]
        );
    }

    /// <summary>Place keys that only lately came into the exports have no history.</summary>
    private static PlaceWeeks? Keyed(PlaceWeeks places, long[] incidents)
    {
        var keyed = new long[incidents.Length];
        foreach (var bin in places.Bins)
            keyed[bin.Week] += bin.Units * bin.Places;
        return WeekSteps.Steady(keyed, incidents) == 0 ? places : null;
    }

    /// <summary>Streams the coordinates once: into hexagons, and onto the grounds of the hotspots.</summary>
    private static (WeekSteps Steps, List<EmergingCell> Hexes, int[][] Grounds) Located(
        ComplaintReader reader,
        WeekSteps steps,
        long[] incidents,
        CityReference city,
        IReadOnlyList<HotPoint> points
    )
    {
        var hexes = new HexCounts(steps.Count);
        var grounds = new GroundWeeks(points, steps.Count, city.Projection.ToMetres, new PointSettings());
        foreach (var (longitude, latitude, week, count, units) in reader.CoordinateWeeks(steps))
        {
            var (x, y) = city.Projection.ToMetres(longitude, latitude);
            hexes.Add(x, y, week, count);
            grounds.Add(x, y, week, units);
        }
        var first = WeekSteps.Steady(hexes.Located, incidents);
        var kept = steps.Skip(first);
        var cells = new List<EmergingCell>();
        if (kept.IsEnough && hexes.Cube(first) is { } hex)
        {
            var trends = EmergingCells.Of(hex.Cube);
            for (var i = 0; i < trends.Length; i++)
                cells.Add(
                    Row(
                        HexTable.Id(hex.Cells[i]),
                        hex.Scale,
                        null,
                        trends[i],
                        kept,
                        hex.Cube.Of(i),
                        HexTable.Outline(hex.Grid, hex.Cells[i], ToDegrees(city.Projection))
                    )
                );
        }
        return (kept, [.. cells.OrderBy(cell => cell.CellId, StringComparer.Ordinal)], [.. grounds.Weeks.Select(weeks => weeks[first..])]);
    }

    private static (WeekSteps? Steps, List<EmergingCell> Streets) Streets(
        ComplaintReader reader,
        WeekSteps steps,
        long[] incidents,
        CityReference city
    )
    {
        var rows = reader.StreetWeeks(steps);
        var placed = new long[steps.Count];
        foreach (var row in rows)
            placed[row.Week] += row.Incidents;
        var first = WeekSteps.Steady(placed, incidents);
        var kept = steps.Skip(first);
        if (!kept.IsEnough || placed.Sum() == 0)
            return (null, []);
        var neighbours = city.Geo is { Gazetteer: { } gazetteer, Map: { } map }
            ? StreetNeighbours.Of(gazetteer, map, city.Projection, kept.LastDay)
            : StreetNeighbours.None;
        var (streets, cube) = StreetCube.Of(
            rows.Select(row => row with { Week = row.Week - first }),
            kept,
            neighbours.Pairs.Select(pair => (new StreetKey(pair.A.District, pair.A.Street), new StreetKey(pair.B.District, pair.B.Street)))
        );
        var trends = EmergingCells.Of(cube);
        return (
            kept,
            [
                .. streets.Select(
                    (street, i) =>
                        Row(
                            $"{street.District}/{street.Name}",
                            Evolution.StreetScale,
                            street,
                            trends[i],
                            kept,
                            cube.Of(i),
                            neighbours.Points.TryGetValue((street.District, street.Name), out var at)
                                ? new Point(at.Longitude, at.Latitude).AsBinary()
                                : null
                        )
                ),
            ]
        );
    }

    private static EmergingCell Row(
        string id,
        string scale,
        StreetKey? street,
        CellTrend trend,
        WeekSteps steps,
        ReadOnlySpan<int> counts,
        byte[]? geometry
    )
    {
        long incidents = 0;
        foreach (var count in counts)
            incidents += count;
        return new EmergingCell(
            id,
            scale,
            street?.District,
            street?.Name,
            EmergingHotspot.Code(trend.Class),
            trend.HotSteps,
            trend.ColdSteps,
            steps.Count,
            steps.From,
            steps.LastDay,
            incidents,
            double.IsNaN(trend.LastZ) ? null : trend.LastZ,
            trend.LastQ,
            trend.TrendZ,
            trend.TrendP,
            geometry
        );
    }

    internal static Func<double, double, (double Longitude, double Latitude)> ToDegrees(MetricProjection projection) =>
        (x, y) =>
        {
            var at = projection.ToDegrees(x, y);
            return (at.Longitude, at.Latitude);
        };

    /// <param name="days">Days before the steps are passed over.</param>
    private static long[] Weekly(WeekSteps steps, IReadOnlyList<DayCount> days)
    {
        var weeks = new long[steps.Count];
        foreach (var day in days.Where(day => day.Day >= steps.From))
            weeks[steps.Of(day.Day)] += day.Incidents;
        return weeks;
    }
}

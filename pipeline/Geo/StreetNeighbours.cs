using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;

namespace Hotspot.Geo;

/// <summary>
/// Which streets lie next to each other, approximately (METHODS b7): there are no street polygons, so a street is the Voronoi cell of its point
/// within its district. Cells that touch are neighbours, across the borders of districts too. A unit of district rank without an outline shares the
/// one that its streets' points lie in; a street without a point has no neighbours.
/// </summary>
public sealed class StreetNeighbours
{
    private StreetNeighbours(
        IReadOnlyDictionary<(string District, string Street), LonLat> points,
        IReadOnlyList<((string District, string Street) A, (string District, string Street) B)> pairs,
        IReadOnlyDictionary<(string District, string Street), double> areasKm2
    ) => (Points, Pairs, AreasKm2) = (points, pairs, areasKm2);

    /// <summary>Nobody is known to be next to anybody.</summary>
    public static StreetNeighbours None { get; } =
        new(new Dictionary<(string, string), LonLat>(), [], new Dictionary<(string, string), double>());

    /// <summary>Where a street's complaints are to be expected, WGS-84.</summary>
    public IReadOnlyDictionary<(string District, string Street), LonLat> Points { get; }

    /// <summary>Each pair once, in the order of the list of streets.</summary>
    public IReadOnlyList<((string District, string Street) A, (string District, string Street) B)> Pairs { get; }

    /// <summary>Of the cell, approximate as it is; streets that share a point have none.</summary>
    public IReadOnlyDictionary<(string District, string Street), double> AreasKm2 { get; }

    /// <summary>Parting a city is a quarter of a second's work, and a run asks again and again for the streets of days between which none changed.</summary>
    private static readonly ConditionalWeakTable<DistrictMap, ConcurrentDictionary<string, StreetNeighbours>> Parted = new();

    /// <param name="on">The day whose streets count.</param>
    public static StreetNeighbours Of(Gazetteer gazetteer, DistrictMap map, MetricProjection projection, DateOnly on)
    {
        var centres = new StreetCentres(gazetteer);
        var streets = gazetteer
            .Streets.Where(street => street.IsValidOn(on))
            .Select(street => (Key: (street.District, street.Name), Centre: centres.Of(street)?.At))
            .Where(street => street.Centre is not null)
            .DistinctBy(street => street.Key)
            .Select(street => (street.Key, At: street.Centre!.Value))
            .ToArray();
        var asked = string.Join(
            '\n',
            streets
                .Select(street => string.Create(CultureInfo.InvariantCulture, $"{street.Key} {street.At.Longitude} {street.At.Latitude}"))
                .Prepend(projection.Epsg.ToString(CultureInfo.InvariantCulture))
        );
        return Parted.GetOrCreateValue(map).GetOrAdd(asked, _ => Part(streets, map, projection));
    }

    private static StreetNeighbours Part(
        ((string District, string Street) Key, LonLat At)[] streets,
        DistrictMap map,
        MetricProjection projection
    )
    {
        var cells = new Geometry?[streets.Length];
        foreach (var group in Enumerable.Range(0, streets.Length).GroupBy(i => OutlineOf(streets[i].Key.District, streets[i].At, map)))
        {
            if (group.Key >= 0)
                Part([.. group], [.. group.Select(i => streets[i].At)], map.Shapes[group.Key].Shape, projection, cells);
        }
        return new StreetNeighbours(
            streets.ToDictionary(street => street.Key, street => street.At),
            [.. MetricShape.Touching(cells).Select(pair => (streets[pair.A].Key, streets[pair.B].Key))],
            streets
                .Select((street, i) => (street.Key, Cell: cells[i]))
                .Where(street => street.Cell is { IsEmpty: false } && cells.Count(cell => ReferenceEquals(cell, street.Cell)) == 1)
                .ToDictionary(street => street.Key, street => street.Cell!.Area / 1e6)
        );
    }

    private static int OutlineOf(string district, LonLat at, DistrictMap map)
    {
        for (var i = 0; i < map.Shapes.Count; i++)
        {
            if (map.Shapes[i].Name == district)
                return i;
        }
        return map.IndexOf(at.Longitude, at.Latitude);
    }

    /// <summary>Parts the outline among its streets; streets with the same point share a cell.</summary>
    private static void Part(int[] streets, LonLat[] points, Geometry outline, MetricProjection projection, Geometry?[] cells)
    {
        var whole = MetricShape.Of(outline, projection);
        Coordinate[] sites =
        [
            .. points.Select(point => projection.ToMetres(point.Longitude, point.Latitude)).Select(p => new Coordinate(p.X, p.Y)),
        ];
        if (sites.Distinct().Count() == 1)
        {
            foreach (var i in streets)
                cells[i] = whole;
            return;
        }
        var frame = whole.EnvelopeInternal;
        foreach (var site in sites)
            frame.ExpandToInclude(site);
        frame.ExpandBy(frame.Width + frame.Height);
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = frame };
        builder.SetSites(new MultiPoint([.. sites.Select(site => new Point(site))]));
        var diagram = builder.GetDiagram(whole.Factory);
        var district = PreparedGeometryFactory.Prepare(whole);
        var clipped = diagram.Geometries.ToDictionary(
            cell => (Coordinate)cell.UserData,
            cell => district.Covers(cell) ? cell : OverlayNGRobust.Overlay(cell, whole, OverlayNG.INTERSECTION)
        );
        for (var k = 0; k < streets.Length; k++)
            cells[streets[k]] = clipped[sites[k]];
    }
}

using NetTopologySuite.Geometries;
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
    /// <summary>Outlines of two districts are good to about this, metres: their common border may gape.</summary>
    private const double GapM = 50;

    private StreetNeighbours(
        IReadOnlyDictionary<(string District, string Street), LonLat> points,
        IReadOnlyList<((string District, string Street) A, (string District, string Street) B)> pairs
    ) => (Points, Pairs) = (points, pairs);

    /// <summary>Nobody is known to be next to anybody.</summary>
    public static StreetNeighbours None { get; } = new(new Dictionary<(string, string), LonLat>(), []);

    /// <summary>Where a street's complaints are to be expected, WGS-84.</summary>
    public IReadOnlyDictionary<(string District, string Street), LonLat> Points { get; }

    /// <summary>Each pair once, in the order of the list of streets.</summary>
    public IReadOnlyList<((string District, string Street) A, (string District, string Street) B)> Pairs { get; }

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
        var cells = new Geometry?[streets.Length];
        foreach (var group in Enumerable.Range(0, streets.Length).GroupBy(i => OutlineOf(streets[i].Key.District, streets[i].At, map)))
        {
            if (group.Key >= 0)
                Part([.. group], [.. group.Select(i => streets[i].At)], map.Shapes[group.Key].Shape, projection, cells);
        }
        return new StreetNeighbours(
            streets.ToDictionary(street => street.Key, street => street.At),
            [.. Touching(cells).Select(pair => (streets[pair.A].Key, streets[pair.B].Key))]
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
        var whole = outline.Copy();
        whole.Apply(new ToMetres(projection));
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
        var clipped = diagram
            .Geometries.Select(cell => (Site: (Coordinate)cell.UserData, Cell: cell))
            .ToDictionary(cell => cell.Site, cell => OverlayNGRobust.Overlay(cell.Cell, whole, OverlayNG.INTERSECTION));
        for (var k = 0; k < streets.Length; k++)
            cells[streets[k]] = clipped[sites[k]];
    }

    private static IEnumerable<(int A, int B)> Touching(Geometry?[] cells)
    {
        for (var a = 0; a < cells.Length; a++)
        {
            if (cells[a] is not { IsEmpty: false } cell)
                continue;
            var near = cell.EnvelopeInternal;
            near.ExpandBy(GapM);
            for (var b = a + 1; b < cells.Length; b++)
            {
                if (cells[b] is { IsEmpty: false } other && near.Intersects(other.EnvelopeInternal) && cell.IsWithinDistance(other, GapM))
                    yield return (a, b);
            }
        }
    }

    private sealed class ToMetres(MetricProjection projection) : ICoordinateSequenceFilter
    {
        public bool Done => false;
        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            var (x, y) = projection.ToMetres(sequence.GetX(i), sequence.GetY(i));
            sequence.SetX(i, x);
            sequence.SetY(i, y);
        }
    }
}

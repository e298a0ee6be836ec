using System.Text.Json;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Hotspot.Geo;

/// <summary>One district of a boundary file, WGS-84. The label point lies inside the shape.</summary>
public sealed record DistrictShape(string Name, Geometry Shape, Coordinate LabelPoint);

/// <summary>
/// The districts of a city as polygons. A point on a shared border belongs to the district that comes first in the file. Answers are those of
/// exact predicates; a raster of 0.002° settles all points but those near a border without looking at a polygon. Safe on any thread.
/// </summary>
public sealed class DistrictMap
{
    private readonly IndexedPointInAreaLocator[] _locators;
    private readonly Envelope[] _envelopes;
    private readonly Lazy<BorderRaster> _raster;
    private readonly Dictionary<string, int> _index;

    public DistrictMap(IReadOnlyList<DistrictShape> shapes)
    {
        Shapes = shapes;
        _index = shapes.Select((shape, i) => (shape.Name, i)).ToDictionary(entry => entry.Name, entry => entry.i, StringComparer.Ordinal);
        _envelopes = [.. shapes.Select(shape => shape.Shape.EnvelopeInternal)];
        _locators = [.. shapes.Select(shape => new IndexedPointInAreaLocator(shape.Shape))];
        Bounds = new Envelope();
        foreach (var envelope in _envelopes)
            Bounds.ExpandToInclude(envelope);
        _raster = new Lazy<BorderRaster>(() => BorderRaster.Of(shapes, Bounds, Locate));

        // Locators build their index at the first question: ask once here, so that threads only read.
        foreach (var locator in _locators)
            locator.Locate(new Coordinate(Bounds.MinX, Bounds.MinY));
    }

    public IReadOnlyList<DistrictShape> Shapes { get; }

    /// <summary>Smallest rectangle around all districts, degrees.</summary>
    public Envelope Bounds { get; }

    private static readonly Lazy<DistrictMap> Beijing = new(() =>
        Load(Path.Combine(AppContext.BaseDirectory, "data-schemas", "boundaries", "beijing-districts.geojson"))
    );

    /// <summary>The boundary file of Beijing that ships with the program, read once.</summary>
    public static DistrictMap LoadBeijing() => Beijing.Value;

    /// <summary>Reads a GeoJSON feature collection in WGS-84 with the property <c>name</c> and, if given, <c>label_longitude</c> and <c>label_latitude</c>.</summary>
    /// <exception cref="InvalidDataException">A feature has no name or no valid area.</exception>
    public static DistrictMap Load(string file)
    {
        var options = new JsonSerializerOptions();
        options.Converters.Add(new GeoJsonConverterFactory());
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var shapes = new List<DistrictShape>();
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            var name = properties.TryGetProperty("name", out var value) ? value.GetString() : null;
            var shape = feature.GetProperty("geometry").Deserialize<Geometry>(options);
            if (name is null || shape is not (Polygon or MultiPolygon) || !shape.IsValid)
                throw new InvalidDataException($"{file}: feature {shapes.Count + 1} ('{name}') needs a name and a valid polygon");
            var label =
                properties.TryGetProperty("label_longitude", out var x) && properties.TryGetProperty("label_latitude", out var y)
                    ? new Coordinate(x.GetDouble(), y.GetDouble())
                    : shape.InteriorPoint.Coordinate;
            shapes.Add(new DistrictShape(name, shape, label));
        }
        return new DistrictMap(shapes);
    }

    /// <summary>The district that covers the point (WGS-84), or null outside the city.</summary>
    public string? DistrictOf(double longitude, double latitude)
    {
        var index = IndexOf(longitude, latitude);
        return index < 0 ? null : Shapes[index].Name;
    }

    /// <summary>Index into <see cref="Shapes"/>, or −1 outside the city.</summary>
    public int IndexOf(double longitude, double latitude)
    {
        if (!Bounds.Contains(longitude, latitude))
            return -1;
        var cell = _raster.Value.At(longitude, latitude);
        return cell == BorderRaster.NearBorder ? Locate(longitude, latitude) : cell;
    }

    /// <summary>Whether the map has a polygon of this name.</summary>
    public bool Knows(string district) => _index.ContainsKey(district);

    /// <summary>Metres from the point to the nearest border of the district, inside or out, on the local tangent plane; walks every segment.</summary>
    /// <exception cref="KeyNotFoundException">The map has no polygon of this name.</exception>
    public double BorderDistanceM(string district, double longitude, double latitude) =>
        Nearness.MetresToRings(Shapes[_index[district]].Shape, longitude, latitude);

    /// <summary>Whether the point lies in the district or at most so many metres (not over 1,000) from its border.</summary>
    /// <exception cref="KeyNotFoundException">The map has no polygon of this name.</exception>
    public bool IsInOrNear(string district, double metres, double longitude, double latitude)
    {
        var index = _index[district];
        return IndexOf(longitude, latitude) == index
            || (MayBeNear(index, metres, longitude, latitude) && BorderDistanceM(district, longitude, latitude) <= metres);
    }

    /// <summary>The district whose border is nearest to the point and at most so many metres (not over 1,000) away; null where there is none.</summary>
    public string? NearestWithin(double metres, double longitude, double latitude)
    {
        var (nearest, least) = ((string?)null, metres);
        for (var i = 0; i < Shapes.Count; i++)
        {
            if (!MayBeNear(i, metres, longitude, latitude))
                continue;
            var distance = Nearness.MetresToRings(Shapes[i].Shape, longitude, latitude);
            if (distance < least || (distance == least && nearest is null))
                (nearest, least) = (Shapes[i].Name, distance);
        }
        return nearest;
    }

    /// <summary>A first look at the rectangle. A degree has 60 km or more in either direction up to 57° north: the margin is on the wide side.</summary>
    private bool MayBeNear(int index, double metres, double longitude, double latitude)
    {
        var margin = metres / 60_000;
        var envelope = _envelopes[index];
        return longitude >= envelope.MinX - margin
            && longitude <= envelope.MaxX + margin
            && latitude >= envelope.MinY - margin
            && latitude <= envelope.MaxY + margin;
    }

    private int Locate(double longitude, double latitude)
    {
        var point = new Coordinate(longitude, latitude);
        for (var i = 0; i < _locators.Length; i++)
        {
            if (_envelopes[i].Contains(point) && _locators[i].Locate(point) != Location.Exterior)
                return i;
        }
        return -1;
    }
}

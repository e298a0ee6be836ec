namespace Hotspot.Geo;

/// <summary>Which districts touch, by their outlines (queen contiguity), and how large they are.</summary>
/// <param name="Pairs">Each pair once, in the order of the outlines; those of districts without an outline follow.</param>
/// <param name="AreasKm2">Of the outline; a district without one is missing, and its ground counted where it lies.</param>
public sealed record DistrictNeighbours(IReadOnlyList<(string A, string B)> Pairs, IReadOnlyDictionary<string, double> AreasKm2)
{
    /// <param name="streets">A district without an outline is next to those whose streets its own streets touch.</param>
    public static DistrictNeighbours Of(DistrictMap map, MetricProjection projection, StreetNeighbours streets)
    {
        var shapes = map.Shapes.Select(shape => MetricShape.Of(shape.Shape, projection)).ToArray();
        return new DistrictNeighbours(
            [
                .. MetricShape.Touching(shapes).Select(pair => (map.Shapes[pair.A].Name, map.Shapes[pair.B].Name)),
                .. streets
                    .Pairs.Select(pair => (A: pair.A.District, B: pair.B.District))
                    .Where(pair => pair.A != pair.B && !(map.Knows(pair.A) && map.Knows(pair.B)))
                    .Distinct(),
            ],
            map.Shapes.Select((shape, i) => (shape.Name, shapes[i].Area / 1e6)).ToDictionary()
        );
    }
}

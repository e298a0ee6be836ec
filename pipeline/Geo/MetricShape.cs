using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace Hotspot.Geo;

/// <summary>Shapes in degrees as shapes in metres.</summary>
internal static class MetricShape
{
    /// <summary>Outlines of two districts are good to about this, metres: their common border may gape.</summary>
    public const double GapM = 50;

    public static Geometry Of(Geometry degrees, MetricProjection projection)
    {
        var shape = degrees.Copy();
        shape.Apply(new ToMetres(projection));
        return shape;
    }

    /// <summary>Pairs of shapes that touch, corners too (queen contiguity); a missing shape touches none.</summary>
    public static IEnumerable<(int A, int B)> Touching(IReadOnlyList<Geometry?> shapes)
    {
        for (var a = 0; a < shapes.Count; a++)
        {
            if (shapes[a] is not { IsEmpty: false } shape)
                continue;
            var near = shape.EnvelopeInternal;
            near.ExpandBy(GapM);
            var facets = new IndexedFacetDistance(shape);
            for (var b = a + 1; b < shapes.Count; b++)
            {
                if (
                    shapes[b] is { IsEmpty: false } other
                    && near.Intersects(other.EnvelopeInternal)
                    && facets.IsWithinDistance(other, GapM)
                )
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

using NetTopologySuite.Geometries;

namespace Hotspot.Geo;

/// <summary>
/// Square cells over a city: the index of the area that covers the whole cell, −1 outside all, or <see cref="NearBorder"/> where a ring passes
/// through the cell or its neighbour and the polygons must be asked.
/// </summary>
internal sealed class BorderRaster
{
    public const short NearBorder = -2;

    private const double CellDeg = 0.002;

    private readonly double _west;
    private readonly double _south;
    private readonly int _columns;
    private readonly int _rows;
    private readonly short[] _cells;

    private BorderRaster(Envelope bounds)
    {
        (_west, _south) = (bounds.MinX, bounds.MinY);
        _columns = (int)(bounds.Width / CellDeg) + 1;
        _rows = (int)(bounds.Height / CellDeg) + 1;
        _cells = new short[_columns * _rows];
    }

    /// <param name="locate">Exact answer for one position; asked once for each run of cells between two borders.</param>
    public static BorderRaster Of(IReadOnlyList<DistrictShape> shapes, Envelope bounds, Func<double, double, int> locate)
    {
        var raster = new BorderRaster(bounds);
        foreach (var shape in shapes)
            shape.Shape.Apply(new RingMarker(raster));
        raster.Label(locate);
        return raster;
    }

    public short At(double longitude, double latitude)
    {
        var column = (int)((longitude - _west) / CellDeg);
        var row = (int)((latitude - _south) / CellDeg);
        return (uint)column < (uint)_columns && (uint)row < (uint)_rows ? _cells[row * _columns + column] : NearBorder;
    }

    /// <summary>Neighbouring cells of a row without a border between them lie in the same area: the first one's centre answers for the run.</summary>
    private void Label(Func<double, double, int> locate)
    {
        for (var row = 0; row < _rows; row++)
        {
            var label = NearBorder;
            for (var column = 0; column < _columns; column++)
            {
                ref var cell = ref _cells[row * _columns + column];
                if (cell == NearBorder)
                    label = NearBorder;
                else
                {
                    if (label == NearBorder)
                        label = (short)locate(_west + (column + 0.5) * CellDeg, _south + (row + 0.5) * CellDeg);
                    cell = label;
                }
            }
        }
    }

    /// <summary>Marks the 3 × 3 cells around every half-cell step along the segment, which holds every cell that the segment touches.</summary>
    private void Mark(Coordinate from, Coordinate to)
    {
        var steps = Math.Max(1, (int)Math.Ceiling(from.Distance(to) / (CellDeg / 2)));
        for (var step = 0; step <= steps; step++)
        {
            var t = (double)step / steps;
            var column = (int)((from.X + t * (to.X - from.X) - _west) / CellDeg);
            var row = (int)((from.Y + t * (to.Y - from.Y) - _south) / CellDeg);
            for (var r = Math.Max(0, row - 1); r <= Math.Min(_rows - 1, row + 1); r++)
            {
                for (var c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column + 1); c++)
                    _cells[r * _columns + c] = NearBorder;
            }
        }
    }

    private sealed class RingMarker(BorderRaster raster) : IGeometryComponentFilter
    {
        public void Filter(Geometry geom)
        {
            if (geom is not LineString line)
                return;
            var coordinates = line.Coordinates;
            for (var i = 1; i < coordinates.Length; i++)
                raster.Mark(coordinates[i - 1], coordinates[i]);
        }
    }
}

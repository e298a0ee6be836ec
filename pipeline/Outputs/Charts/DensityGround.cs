using Hotspot.Grouping;
using Hotspot.Hotspots.Grids;
using Hotspot.Reports.Model;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// Where incidents are dense, as a shade under a map: quartic kernel with edge correction (<see cref="KernelDensity"/>). The kernel reaches 400 m, or so
/// much farther on a wide view that a spot is still seen. A picture, no test.
/// </summary>
internal static class DensityGround
{
    private const double MetresPerDegree = 111_200;
    private const double LeastReachM = 400;
    private const double ReachOfView = 0.02;
    private const int CellsAReach = 8;

    /// <summary>Of the ramp: names and borders stay readable on it.</summary>
    private const double Darkest = 0.45;

    public static void Draw(SKCanvas canvas, MapFrame map, IReadOnlyList<MapArea> areas, IReadOnlyList<CoordinateCount> spread)
    {
        if (spread.Count == 0)
            return;
        var view = map.View;
        var shrink = MapFrame.Shrink(view);
        (double X, double Y) Metres(double longitude, double latitude) =>
            ((longitude - view.MinX) * shrink * MetresPerDegree, (latitude - view.MinY) * MetresPerDegree);
        var (width, height) = Metres(view.MaxX, view.MaxY);
        var reach = Math.Max(LeastReachM, ReachOfView * width);
        var step = reach / CellsAReach;
        var frame = new RasterFrame(0, 0, step, (int)Math.Ceiling(width / step), (int)Math.Ceiling(height / step));
        var near = spread
            .Where(one => one.Incidents > 0)
            .Select(one => (At: Metres(one.Longitude, one.Latitude), one.Incidents))
            .Where(one => IsNear(one.At))
            .ToArray();
        var density = KernelDensity.Quartic(
            [.. near.Select(one => one.At.X)],
            [.. near.Select(one => one.At.Y)],
            [.. near.Select(one => (double)one.Incidents)],
            frame,
            Inside(frame, areas, at => new Coordinate(view.MinX + at.X / shrink / MetresPerDegree, view.MinY + at.Y / MetresPerDegree)),
            reach
        );
        var most = density.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (most <= 0)
            return;
        using var picture = new SKBitmap(frame.Columns, frame.Rows, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        for (var cell = 0; cell < frame.Cells; cell++)
        {
            // By the root, so that the second and third densest place are seen beside the first.
            var part = double.IsFinite(density[cell]) ? Math.Sqrt(density[cell] / most) : 0;
            picture.SetPixel(
                cell % frame.Columns,
                frame.Rows - 1 - cell / frame.Columns,
                Palette.Shade(Darkest).WithAlpha((byte)(255 * part))
            );
        }
        using var image = SKImage.FromBitmap(picture);
        var (right, top) = (view.MinX + frame.Columns * step / shrink / MetresPerDegree, view.MinY + frame.Rows * step / MetresPerDegree);
        canvas.Save();
        canvas.ClipRect(map.Rect);
        canvas.DrawImage(image, map.On(new Envelope(view.MinX, right, view.MinY, top)), new SKSamplingOptions(SKFilterMode.Linear));
        canvas.Restore();

        bool IsNear((double X, double Y) at) => at.X > -reach && at.Y > -reach && at.X < width + reach && at.Y < height + reach;
    }

    /// <summary>Cells whose centres lie in an area; all of them where there are no areas.</summary>
    private static bool[] Inside(RasterFrame frame, IReadOnlyList<MapArea> areas, Func<(double X, double Y), Coordinate> degrees)
    {
        var inside = new bool[frame.Cells];
        var shapes = areas.Select(area => (Box: area.Shape.EnvelopeInternal, Within: new IndexedPointInAreaLocator(area.Shape))).ToArray();
        for (var cell = 0; cell < inside.Length; cell++)
        {
            var at = degrees(frame.Centre(cell));
            inside[cell] =
                shapes.Length == 0 || Array.Exists(shapes, shape => shape.Box.Contains(at) && shape.Within.Locate(at) != Location.Exterior);
        }
        return inside;
    }
}

using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <param name="True">Where the hotspot lies on the sheet; <paramref name="Middle"/> is where its circle found room.</param>
internal sealed record Circle(MapPoint Point, SKPoint True, SKPoint Middle, float Radius)
{
    public SKRect Box => new(Middle.X - Radius, Middle.Y - Radius, Middle.X + Radius, Middle.Y + Radius);
}

/// <summary>Sizes the circles (area proportional to weight, never too small for their number) and pushes overlapping ones apart.</summary>
internal static class Circles
{
    public const float Largest = 12f;
    public const float Smallest = 6f;

    /// <summary>Share of the largest weight up to which circles are drawn as the smallest.</summary>
    public const double SmallestPart = Smallest / Largest * (Smallest / Largest);
    private const int Rounds = 80;

    /// <returns>Heaviest first, so that lighter ones are drawn on top.</returns>
    public static IReadOnlyList<Circle> Of(IReadOnlyList<MapPoint> points, Func<MapPoint, SKPoint> at, SKRect within)
    {
        var most = points.Select(point => point.Weight).DefaultIfEmpty(1).Max();
        var circles = points
            .OrderByDescending(point => point.Weight)
            .ThenBy(point => point.Rank)
            .Select(point => new Circle(point, at(point), at(point), Radius(point.Weight / Math.Max(most, 1e-9))))
            .ToArray();
        for (var round = 0; round < Rounds && Push(circles, within); round++) { }
        return circles;
    }

    private static float Radius(double part) => Math.Max(Smallest, Largest * (float)Math.Sqrt(Math.Max(part, 0)));

    private static bool Push(Circle[] circles, SKRect within)
    {
        var moved = false;
        for (var i = 0; i < circles.Length; i++)
        for (var j = i + 1; j < circles.Length; j++)
        {
            var (a, b) = (circles[i], circles[j]);
            var wanted = a.Radius + b.Radius + 1;
            var apart = b.Middle - a.Middle;
            var distance = apart.Length;
            if (distance >= wanted)
                continue;
            // Two at the same place part along a direction of their own, the same in every run.
            var angle = distance > 0.01 ? Math.Atan2(apart.Y, apart.X) : b.Point.Rank * 2.4;
            var step = (float)((wanted - distance) / 2 + 0.05);
            var way = new SKPoint((float)Math.Cos(angle) * step, (float)Math.Sin(angle) * step);
            circles[i] = a with { Middle = Inside(a.Middle - way, a.Radius, within) };
            circles[j] = b with { Middle = Inside(b.Middle + way, b.Radius, within) };
            moved = true;
        }
        return moved;
    }

    private static SKPoint Inside(SKPoint point, float radius, SKRect within) =>
        new(
            Math.Clamp(point.X, within.Left + radius + 1, within.Right - radius - 1),
            Math.Clamp(point.Y, within.Top + radius + 1, within.Bottom - radius - 1)
        );
}

using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Keeps rectangles apart: a label is written at the first place offered that touches nothing written before.</summary>
internal sealed class Labels(SKRect within)
{
    private readonly List<SKRect> _taken = [];

    public void Take(SKRect rect) => _taken.Add(rect);

    /// <returns>False where every place is taken or leaves the map.</returns>
    public bool TryPlace(IEnumerable<SKRect> places, out SKRect place)
    {
        foreach (var offer in places)
        {
            if (!within.Contains(offer) || _taken.Exists(taken => taken.IntersectsWith(offer)))
                continue;
            _taken.Add(offer);
            place = offer;
            return true;
        }
        place = default;
        return false;
    }

    public static SKRect Box(float centreX, float centreY, float width, float height) =>
        new(centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2);
}

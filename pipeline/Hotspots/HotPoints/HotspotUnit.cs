namespace Hotspot.Hotspots.HotPoints;

/// <summary>One caller's issue that a hotspot of the period is made of; grain of the table <c>hotspot_units</c>.</summary>
/// <param name="UnitId">Number of the order that opened the unit; its other orders name it so in the published complaints.</param>
public sealed record HotspotUnit(string HotspotId, string UnitId)
{
    public static IReadOnlyList<HotspotUnit> Of(IEnumerable<HotPoint> points) =>
        [.. points.SelectMany(point => point.UnitIds.Order(StringComparer.Ordinal).Select(unit => new HotspotUnit(point.HotspotId, unit)))];
}

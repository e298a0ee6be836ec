using Hotspot.Hotspots.HotPoints;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>The hotspots of other bulletins, from their tables <c>points</c>.</summary>
public static class KnownPoints
{
    /// <param name="files">The nearest in time first.</param>
    /// <returns>Each hotspot once, where the nearest of them has it.</returns>
    public static IReadOnlyList<KnownPoint> Read(IEnumerable<string> files, SessionLimits limits)
    {
        using var session = Session.InMemory(limits);
        return
        [
            .. files
                .SelectMany(
                    (file, away) =>
                        session.Query(
                            "Grouping/known_points",
                            row => new KnownPoint(row.GetString(0), row.GetDouble(1), row.GetDouble(2), away),
                            ("file", file)
                        )
                )
                .DistinctBy(point => point.HotspotId, StringComparer.Ordinal),
        ];
    }
}

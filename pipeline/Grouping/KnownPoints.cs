using Hotspot.Hotspots.HotPoints;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>The hotspots of an earlier bulletin, from its table <c>points</c>.</summary>
public static class KnownPoints
{
    public static IReadOnlyList<KnownPoint> Read(string parquetFile, SessionLimits limits)
    {
        using var session = Session.InMemory(limits);
        return session.Query(
            "Grouping/known_points",
            row => new KnownPoint(row.GetString(0), row.GetDouble(1), row.GetDouble(2)),
            ("file", parquetFile)
        );
    }
}

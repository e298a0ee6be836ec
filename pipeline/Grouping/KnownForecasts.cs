using Hotspot.Hotspots.Forecasting;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>What an earlier bulletin expected, from its table <c>forecast</c>.</summary>
public static class KnownForecasts
{
    /// <returns>Nothing where the bulletin has no such table.</returns>
    public static IReadOnlyList<Forecast> Read(string tables, SessionLimits limits)
    {
        var file = Path.Combine(tables, "forecast.parquet");
        if (!File.Exists(file))
            return [];
        using var session = Session.InMemory(limits);
        return session.Query(
            "Grouping/known_forecasts",
            row => new Forecast(
                row.GetString(0),
                row.TextAt(1),
                row.TextAt(2),
                row.TextAt(3),
                row.IntAt(4)!.Value,
                row.DayAt(5)!.Value,
                row.DayAt(6)!.Value,
                row.GetDouble(7),
                row.GetInt64(8),
                row.GetInt64(9),
                row.GetDouble(10),
                row.GetString(11),
                row.DoubleAt(12)
            ),
            ("file", file)
        );
    }
}

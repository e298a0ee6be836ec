using System.Globalization;

namespace Hotspot.Tests.Hotspots;

/// <summary>Reference data of this room, tests/Data/hotspots; where each file is from stands in SOURCE.txt there.</summary>
internal static class HotspotData
{
    /// <summary>Cells of the rows below the header.</summary>
    public static string[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "hotspots", file)).Skip(1).Select(line => line.Split(','))];

    public static double[] Column(string file, int column) => [.. Rows(file).Select(row => Number(row[column]))];

    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

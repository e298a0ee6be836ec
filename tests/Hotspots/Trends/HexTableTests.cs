using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;
using NetTopologySuite.IO;

namespace Hotspot.Tests.Hotspots.Trends;

public class HexTableTests
{
    private static (double, double) Degrees(double x, double y) => (116 + x / 85_000, 40 + y / 111_000);

    [Fact]
    public void Both_grids_hold_every_complaint_once_in_the_hexagon_around_it()
    {
        var random = new Draws(3);
        var counts = Enumerable
            .Range(0, 500)
            .Select(i =>
                (X: random.Unit() * 4000, Y: random.Unit() * 3000, Complaints: 1L + random.Below(3), Incidents: (long)random.Below(2))
            )
            .ToArray();
        var cells = HexTable.Of(counts, Degrees);
        foreach (var scale in cells.GroupBy(cell => cell.Scale))
        {
            Assert.Equal(counts.Sum(count => count.Complaints), scale.Sum(cell => cell.Complaints));
            Assert.Equal(counts.Sum(count => count.Incidents), scale.Sum(cell => cell.Incidents));
            Assert.Equal(scale.Count(), scale.DistinctBy(cell => cell.CellId).Count());
            foreach (var cell in scale)
            {
                var shape = new WKBReader().Read(cell.Geometry);
                var held = counts.Where(count =>
                {
                    var (longitude, latitude) = Degrees(count.X, count.Y);
                    return shape.Contains(new NetTopologySuite.Geometries.Point(longitude, latitude));
                });
                Assert.Equal(held.Sum(count => count.Complaints), cell.Complaints);
                Assert.Equal((shape.Centroid.X, shape.Centroid.Y), (cell.Longitude, cell.Latitude), new Near());
            }
        }
        Assert.Equal(["hex_150m", "hex_500m"], cells.Select(cell => cell.Scale).Distinct());
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9;

        public int GetHashCode((double, double) at) => 0;
    }
}

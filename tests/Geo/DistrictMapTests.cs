using Hotspot.Geo;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace Hotspot.Tests.Geo;

public class DistrictMapTests
{
    [Fact]
    public void The_shipped_borders_are_sixteen_valid_districts_that_share_their_edges()
    {
        var shapes = Beijing.Map.Shapes;
        Assert.Equal(16, shapes.Count);
        Assert.All(shapes, shape => Assert.EndsWith("区", shape.Name, StringComparison.Ordinal));
        Assert.All(shapes, shape => Assert.True(shape.Shape.IsValid, shape.Name));
        Assert.All(shapes, shape => Assert.True(shape.Shape.Contains(new Point(shape.LabelPoint)), shape.Name));
        Assert.True(CoverageValidator.IsValid([.. shapes.Select(shape => shape.Shape)]));
    }

    [Fact]
    public void Every_answer_is_that_of_the_plain_predicate()
    {
        var map = Beijing.Map;
        var random = new Random(12345);
        var plain = map.Shapes.Select(shape => NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(shape.Shape)).ToList();
        var (outside, total) = (0, 20_000);
        for (var i = 0; i < total; i++)
        {
            var (x, y) = (115.3 + 2.35 * random.NextDouble(), 39.35 + 1.8 * random.NextDouble());
            var expected = plain.FindIndex(shape => shape.Covers(new Point(x, y)));
            Assert.Equal(expected, map.IndexOf(x, y));
            outside += expected < 0 ? 1 : 0;
        }
        Assert.InRange(outside, total / 10, total * 9 / 10);
    }

    [Fact]
    public void Points_beside_a_border_are_settled_exactly()
    {
        var map = Beijing.Map;
        var random = new Random(99);
        foreach (var shape in map.Shapes)
        {
            var border = shape.Shape.Boundary.Coordinates;
            for (var i = 0; i < 40; i++)
            {
                var at = border[random.Next(border.Length)];
                var (x, y) = (at.X + 0.004 * (random.NextDouble() - 0.5), at.Y + 0.004 * (random.NextDouble() - 0.5));
                var expected = map.Shapes.ToList().FindIndex(other => other.Shape.Covers(new Point(x, y)));
                Assert.Equal(expected, map.IndexOf(x, y));
            }
        }
    }

    [Fact]
    public void A_point_on_a_shared_border_belongs_to_the_first_district_of_the_file()
    {
        var map = Beijing.Map;
        var (east, west) = (map.Shapes[0].Shape, map.Shapes[1].Shape);
        var shared = east.Boundary.Coordinates.Intersect(west.Boundary.Coordinates).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, corner => Assert.Equal(map.Shapes[0].Name, map.DistrictOf(corner.X, corner.Y)));
    }

    [Theory]
    [InlineData(116.3913, 39.9075, "东城区")] // Tian'anmen
    [InlineData(116.4551, 39.9337, "朝阳区")] // Sanlitun
    [InlineData(116.3103, 39.9929, "海淀区")] // Peking University
    [InlineData(116.5871, 40.0799, "朝阳区")] // Capital Airport: an exclave inside 顺义
    [InlineData(117.2009, 39.0842, null)] // Tianjin
    public void Known_places_lie_in_their_district(double longitude, double latitude, string? district) =>
        Assert.Equal(district, Beijing.Map.DistrictOf(longitude, latitude));

    [Fact]
    public void Threads_agree_with_one_another()
    {
        var map = DistrictMap.LoadBeijing();
        var random = new Random(3);
        var points = Enumerable
            .Range(0, 20_000)
            .Select(_ => (115.3 + 2.3 * random.NextDouble(), 39.4 + 1.7 * random.NextDouble()))
            .ToArray();
        var together = points.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(p => map.IndexOf(p.Item1, p.Item2)).ToArray();
        Assert.Equal(points.Select(p => map.IndexOf(p.Item1, p.Item2)), together);
    }

    [Fact]
    public void The_distance_to_a_border_is_in_metres()
    {
        var square = new Polygon(new LinearRing([new(116, 40), new(117, 40), new(117, 41), new(116, 41), new(116, 40)]));
        var map = new DistrictMap([new DistrictShape("方区", square, new Coordinate(116.5, 40.5))]);
        Assert.Equal(1112, map.BorderDistanceM("方区", 116.5, 39.99), 0);
        Assert.Equal(1112, map.BorderDistanceM("方区", 116.5, 40.01), 0);
        Assert.Equal(0.01 * 111194.93 * Math.Cos(40.5 * Math.PI / 180), map.BorderDistanceM("方区", 117.01, 40.5), 0);
    }
}

using Hotspot.Geo;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Hotspot.Tests.Geo;

public class MetricProjectionTests
{
    [Fact]
    public void On_the_central_meridian_the_northing_is_the_scaled_meridian_arc()
    {
        // Meridian arc of WGS-84 from the equator to 40°N: 4,429,529.0302 m (series of Helmert; any geodesy table); times 0.9996.
        var (x, y) = MetricProjection.ForEpsg(32650).ToMetres(117, 40);
        Assert.Equal(500000, x, 6);
        Assert.Equal(4429529.0302 * 0.9996, y, 3);
    }

    [Fact]
    public void The_cn_tower_lies_where_the_textbook_puts_it()
    {
        // The usual worked example of UTM: 43°38′33.24″N 79°23′13.7″W is 17T 630084 4833438.
        var (x, y) = MetricProjection.ForEpsg(32617).ToMetres(-(79 + 23 / 60.0 + 13.7 / 3600), 43 + 38 / 60.0 + 33.24 / 3600);
        Assert.InRange(x, 630083, 630085);
        Assert.InRange(y, 4833438, 4833439);
    }

    [Theory]
    [InlineData(32650, 50, 115.4, 117.6, 39.4, 41.1)]
    [InlineData(32618, 18, -74.3, -73.7, 40.4, 40.95)]
    public void Another_implementation_gives_the_same_metres(int epsg, int zone, double west, double east, double south, double north)
    {
        var other = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, ProjectedCoordinateSystem.WGS84_UTM(zone, zoneIsNorth: true))
            .MathTransform;
        var projection = MetricProjection.ForEpsg(epsg);
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var (longitude, latitude) = (west + (east - west) * random.NextDouble(), south + (north - south) * random.NextDouble());
            var expected = other.Transform(longitude, latitude);
            var actual = projection.ToMetres(longitude, latitude);
            Assert.InRange(actual.X - expected.x, -0.002, 0.002);
            Assert.InRange(actual.Y - expected.y, -0.002, 0.002);
        }
    }

    [Theory]
    [InlineData(32650, 116.4, 39.9)]
    [InlineData(32618, -73.98, 40.75)]
    [InlineData(32756, 151.2, -33.87)]
    [InlineData(4548, 116.4, 39.9)]
    public void There_and_back_is_the_same_place(int epsg, double longitude, double latitude)
    {
        var projection = MetricProjection.ForEpsg(epsg);
        var (x, y) = projection.ToMetres(longitude, latitude);
        var back = projection.ToDegrees(x, y);
        Assert.Equal(longitude, back.Longitude, 12);
        Assert.Equal(latitude, back.Latitude, 12);
        Assert.InRange(y, 3_000_000, 7_000_000);
    }

    [Fact]
    public void Arrays_project_as_single_points_do()
    {
        var projection = MetricProjection.ForEpsg(32650);
        double[] longitudes = [116.1, 116.4, 117.2];
        double[] latitudes = [39.7, 39.9, 40.4];
        var (x, y) = (new double[3], new double[3]);
        projection.ToMetres(longitudes, latitudes, x, y);
        for (var i = 0; i < 3; i++)
            Assert.Equal(projection.ToMetres(longitudes[i], latitudes[i]), (x[i], y[i]));
        Assert.Throws<ArgumentException>(() => projection.ToMetres(longitudes, latitudes, x, new double[2]));
    }

    [Fact]
    public void An_unknown_code_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => MetricProjection.ForEpsg(4326));
}

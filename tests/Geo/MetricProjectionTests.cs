using Hotspot.Geo;

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
    [InlineData(32650, 116.397, 39.909, 448459.6697, 4417831.1946)]
    [InlineData(32650, 115.42, 39.45, 364052.5201, 4367906.7061)]
    [InlineData(32650, 117.51, 41.06, 542852.9403, 4545542.9425)]
    [InlineData(32618, -73.9857, 40.7484, 585628.4091, 4511322.4475)]
    [InlineData(32756, 151.2153, -33.8568, 334900.5697, 6252288.7529)]
    [InlineData(4548, 116.397, 39.909, 448439.0453, 4419599.0341)]
    [InlineData(4534, 75.5, 39.0, 543313.3176, 4318622.9216)]
    public void Metres_are_those_of_kruegers_series(int epsg, double longitude, double latitude, double x, double y)
    {
        // Krüger's series to the sixth order in n (Karney 2011, J. Geodesy 85:475, eqs 35 and 36), computed apart; good to nanometres.
        var actual = MetricProjection.ForEpsg(epsg).ToMetres(longitude, latitude);
        Assert.InRange(actual.X - x, -0.0002, 0.0002);
        Assert.InRange(actual.Y - y, -0.0002, 0.0002);
    }

    [Fact]
    public void Threads_do_not_disturb_each_other()
    {
        var projection = MetricProjection.ForEpsg(32650);
        var alone = Enumerable.Range(0, 20_000).Select(i => projection.ToMetres(115.5 + i * 1e-4, 39.5 + i * 7e-5)).ToArray();
        var together = new (double X, double Y)[alone.Length];
        Parallel.For(
            0,
            alone.Length,
            i =>
            {
                projection.ToDegrees(448459, 4417831);
                together[i] = projection.ToMetres(115.5 + i * 1e-4, 39.5 + i * 7e-5);
            }
        );
        Assert.Equal(alone, together);
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
        Assert.Equal(longitude, back.Longitude, 9);
        Assert.Equal(latitude, back.Latitude, 9);
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

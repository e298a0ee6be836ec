using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Tests.Geo;

/// <summary>Coordinates that are not plain degrees of six decimals.</summary>
public class PositionTests
{
    private static PlaceResolution At(double longitude, double latitude, string? district = "朝阳区", string? street = "三里屯街道") =>
        new PlaceResolver(Beijing.Reference with { Projection = MetricProjection.ForEpsg(32650) }, CoordinateSystem.Wgs84).Resolve(
            new PlaceStatement(district, street, null, null, longitude, latitude)
        );

    [Theory]
    [InlineData(116.45512, 39.93374, true)]
    [InlineData(116.4551, 39.9337, true)] // 7 m
    [InlineData(116.4551, 39.93, true)] // the longer of the two counts: 39.9300
    [InlineData(116.455, 39.934, false)] // 70 m
    [InlineData(116.46, 39.93, false)] // 700 m
    public void Fewer_than_four_decimals_are_no_point(double longitude, double latitude, bool isPoint)
    {
        var place = At(longitude, latitude);
        Assert.Equal(isPoint ? GeoLevel.Coordinate : GeoLevel.Street, place.Level);
        Assert.Equal(isPoint ? [] : ["coordinate_rounded"], place.Flags);
    }

    [Fact]
    public void A_rough_position_still_tells_the_district_where_it_lies_deep_enough_in_it()
    {
        // 39.99, 116.31 is 海淀区, far from any border; 39.92, 116.43 lies within 700 m of 东城区 and 朝阳区.
        Assert.Equal("海淀区", At(116.30, 39.99, null, null).District);
        Assert.Equal(["coordinate_rounded", "district_from_coordinate"], At(116.30, 39.99, null, null).Flags);
        Assert.Null(At(116.43, 39.92, null, null).District);
        Assert.Null(At(116.3, 39.9, null, null).District);
    }

    [Theory]
    [InlineData(116455100, 39933700)]
    [InlineData(1164551000, 399337000)]
    [InlineData(11645510, 3993370)]
    public void Whole_millionths_are_mended(double longitude, double latitude)
    {
        var place = At(longitude, latitude);
        Assert.Equal((116.4551, 39.9337, GeoLevel.Coordinate), (place.Longitude, place.Latitude, place.Level));
        Assert.Equal(["coordinate_scaled"], place.Flags);
        Assert.Equal(["coordinate_scaled", "coordinate_swapped"], At(latitude, longitude).Flags);
    }

    [Fact]
    public void Metres_of_web_mercator_and_of_the_citys_projection_are_mended()
    {
        var mercator = At(116.4551 * Math.PI / 180 * 6378137, Math.Asinh(Math.Tan(39.9337 * Math.PI / 180)) * 6378137);
        var (x, y) = MetricProjection.ForEpsg(32650).ToMetres(116.4551, 39.9337);
        foreach (var place in (PlaceResolution[])[mercator, At(x, y), At(y, x)])
        {
            Assert.Equal((116.4551, 39.9337), (Math.Round(place.Longitude!.Value, 7), Math.Round(place.Latitude!.Value, 7)));
            Assert.Contains("coordinate_projected", place.Flags);
        }
    }

    [Fact]
    public void Metres_of_another_city_are_no_place() => Assert.Equal(["coordinate_invalid"], At(500_000, 3_300_000).Flags);
}

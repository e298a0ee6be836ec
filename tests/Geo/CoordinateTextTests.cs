using Hotspot.Geo;

namespace Hotspot.Tests.Geo;

public class CoordinateTextTests
{
    [Theory]
    [InlineData("116.397128", 116.397128)]
    [InlineData(" 116.397128 ", 116.397128)]
    [InlineData("１１６．３９７１２８", 116.397128)]
    [InlineData("116.397128°", 116.397128)]
    [InlineData("E116.397128", 116.397128)]
    [InlineData("116.397128E", 116.397128)]
    [InlineData("东经116.397128", 116.397128)]
    [InlineData("116.397128°E", 116.397128)]
    [InlineData("73.9855W", -73.9855)]
    [InlineData("-73.9855", -73.9855)]
    [InlineData("116°23′49.66″", 116.397128)]
    [InlineData("116°23'49.66\"E", 116.397128)]
    [InlineData("116度23分49.66秒", 116.397128)]
    [InlineData("116:23:49.66", 116.397128)]
    [InlineData("东经：116°23.8277′", 116.397128)]
    [InlineData("南纬33°51′", -33.85)]
    [InlineData("116397128", 116397128)]
    public void Degrees_are_read_in_every_dress(string written, double degrees) =>
        Assert.Equal(degrees, CoordinateText.Degrees(written)!.Value, 5);

    [Theory]
    [InlineData("")]
    [InlineData("不详")]
    [InlineData("116°61′")]
    [InlineData("116.5°23′")]
    [InlineData("1°2′3″4")]
    [InlineData("NaN")]
    [InlineData("东")]
    public void What_is_no_angle_is_nothing(string written) => Assert.Null(CoordinateText.Degrees(written));

    [Theory]
    [InlineData("116.397128,39.908722")]
    [InlineData("116.397128，39.908722")]
    [InlineData("(116.397128, 39.908722)")]
    [InlineData("116.397128 39.908722")]
    [InlineData("116.397128;39.908722")]
    [InlineData("E116°23′49.66″,N39°54′31.4″")]
    public void A_pair_may_stand_in_one_cell(string written)
    {
        var pair = CoordinateText.Pair(written)!.Value;
        Assert.Equal((116.39713, 39.90872), (Math.Round(pair.Longitude, 5), Math.Round(pair.Latitude, 5)));
    }

    [Fact]
    public void One_number_is_no_pair() => Assert.Null(CoordinateText.Pair("116.397128"));
}

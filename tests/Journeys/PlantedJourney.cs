using System.Globalization;
using Hotspot.Geo;
using Hotspot.Tests.Samples;

namespace Hotspot.Tests.Journeys;

/// <summary>What was planted in the sample is found, and the decoys are not.</summary>
[Collection("sample office")]
public class PlantedJourney(SampleOffice sample)
{
    [Theory]
    [InlineData("P1")]
    [InlineData("P2")]
    public void A_new_point_stands_in_the_weekly_table(string id)
    {
        var planted = sample.Truth.Points.Single(point => point.Id == id);
        var row = Assert.Single(Printed(), row => row[1].Contains(planted.Place, StringComparison.Ordinal));

        Assert.Equal($"{planted.District}{planted.Street}", row[2]);
        Assert.Equal(planted.Issue, row[7]);
        Assert.InRange(long.Parse(row[3]), planted.LastWeekOrders * 0.6, planted.LastWeekOrders + 2);
        var point = sample.Weekly.Table("points").Single(point => (string)point["label"]! == row[1]);
        var away = Metres((double)point["longitude"]!, (double)point["latitude"]!, planted.Longitude, planted.Latitude);
        Assert.InRange(away, 0, planted.SpreadM + 10);
    }

    [Fact]
    public void A_flood_of_one_caller_is_no_point()
    {
        var flood = sample.Truth.Points.Single(point => point.Id == "D1");

        Assert.True(flood.LastWeekOrders >= 3 && flood.LastWeekCallers == 1);
        Assert.True(sample.Rows.InDays(SampleOffice.Days("weekly"), $"place_text like '%{flood.Place}%'") >= 3);
        Assert.DoesNotContain(Labels(), label => label.Contains(flood.Place, StringComparison.Ordinal));
    }

    [Fact]
    public void A_street_whose_coordinates_were_set_to_its_middle_is_no_point()
    {
        var snapped = sample.Truth.Snapped.Single(snap => snap.Id == "D2");
        var street = $"district = '{snapped.District}' and street = '{snapped.Street}'";
        var middle = Directory
            .EnumerateFiles(sample.Exports, "*.csv")
            .Order(StringComparer.Ordinal)
            .SelectMany(SampleRow.Read)
            .Where(row => row.IsOrder && row["被反映街乡镇"] == snapped.Street && row["经度"].Length > 0)
            .CountBy(row => (Longitude: row["经度"], Latitude: row["纬度"]))
            .MaxBy(pair => pair.Value);
        Assert.True(middle.Value > 20, $"only {middle.Value} orders at the middle");
        var (x, y) = Coordinates.ToWgs84(
            CoordinateSystem.Gcj02,
            double.Parse(middle.Key.Longitude, CultureInfo.InvariantCulture),
            double.Parse(middle.Key.Latitude, CultureInfo.InvariantCulture)
        );

        Assert.All(
            sample.Weekly.Table("points", street),
            point => Assert.True(Metres((double)point["longitude"]!, (double)point["latitude"]!, x, y) > 50, (string)point["label"]!)
        );
    }

    [Fact]
    public void The_points_that_are_there_every_week_are_found_in_the_month()
    {
        var labels = sample.Monthly.Table("points").Select(point => (string)point["label"]!).ToList();
        Assert.All(
            sample.Truth.Points.Where(point => point.Expect is "hot_chronic" or "chronic_not_rising"),
            point => Assert.Contains(labels, label => label.Contains(point.Place, StringComparison.Ordinal))
        );
    }

    private List<string[]> Printed() => [.. sample.Weekly.HtmlTable("points").Skip(1)];

    private IEnumerable<string> Labels() => sample.Weekly.Table("points").Select(point => (string)point["label"]!);

    private static double Metres(double longitude, double latitude, double toLongitude, double toLatitude) =>
        Math.Sqrt(Math.Pow((longitude - toLongitude) * 85_300, 2) + Math.Pow((latitude - toLatitude) * 111_040, 2));
}

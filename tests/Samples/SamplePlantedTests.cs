using System.Globalization;

namespace Hotspot.Tests.Samples;

/// <summary>What the truth file says was planted stands in the files.</summary>
[Collection("samples")]
public class SamplePlantedTests(SampleFixture sample)
{
    private static readonly DateTime LastMonday = new(2025, 4, 21);

    [Theory]
    [InlineData("P1")]
    [InlineData("P2")]
    [InlineData("P6")]
    public void A_new_point_has_many_callers_this_week_and_hardly_any_before(string id)
    {
        var point = sample.Truth.Points.Single(p => p.Id == id);
        Assert.True(point.LastWeekOrders >= 25 && point.LastWeekCallers >= 18 && point.LastWeekDays >= 4);
        Assert.True(point.Weeks[^2].Orders <= 4);
        var rows = sample.FirstRows.Count(r => r["小区点位"].Contains(point.Place, StringComparison.Ordinal) && r.CalledAt >= LastMonday);
        Assert.InRange(rows, point.LastWeekOrders * 0.8, point.LastWeekOrders);
    }

    [Fact]
    public void The_callers_of_a_point_stand_within_its_radius()
    {
        var point = sample.Truth.Points.Single(p => p.Id == "P1");
        var away = Placed(point.Place).Select(c => Distance(c, (point.Longitude + 0.0062, point.Latitude + 0.0013))).ToList();
        Assert.True(away.Count > 25);
        // A swapped, zero or far coordinate is dirt, not distance.
        Assert.All(away.Where(d => d < 5000), d => Assert.InRange(d, 0, point.SpreadM + 1));
        Assert.True(away.Count(d => d >= 5000) <= 4);
    }

    [Fact]
    public void The_place_known_by_its_text_alone_has_no_coordinate() =>
        Assert.Empty(Placed(sample.Truth.Points.Single(p => p.TextOnly).Place));

    [Fact]
    public void The_flood_comes_from_one_known_telephone()
    {
        var flood = sample.Truth.Points.Single(p => p.Expect == "none_one_caller");
        var phones = sample.Orders.Where(r => r["小区点位"].Contains(flood.Place, StringComparison.Ordinal) && r.CalledAt >= LastMonday);
        Assert.Equal(1, flood.LastWeekCallers);
        Assert.True(flood.LastWeekOrders >= 30);
        // An ordinary place of that name may stand in the same street: the flood is the telephone with most orders.
        var top = phones.CountBy(r => r["来电人电话/账号"]).MaxBy(p => p.Value);
        Assert.True(top.Value >= 25);
        Assert.StartsWith("154", top.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Most_coordinates_of_the_snapped_street_are_one_point()
    {
        var snap = sample.Truth.Snapped.Single();
        var points = sample
            .FirstRows.Where(r => r["被反映街乡镇"] == snap.Street && r["经度"].Length > 0)
            .CountBy(r => (r["经度"], r["纬度"]))
            .OrderByDescending(p => p.Value)
            .ToList();
        Assert.InRange(points[0].Value / (double)points.Sum(p => p.Value), 0.6, 0.85);
    }

    [Fact]
    public void The_weekend_market_sleeps_on_workdays()
    {
        var market = sample.Truth.Points.Single(p => p.Expect == "weekend_not_rising");
        Assert.Equal(2, market.LastWeekDays);
        var days = sample
            .FirstRows.Where(r => r["小区点位"].Contains(market.Place, StringComparison.Ordinal))
            .Select(r => r.CalledAt)
            .OfType<DateTime>();
        Assert.All(days, d => Assert.True(d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public void A_large_stable_place_is_as_large_every_week()
    {
        var place = sample.Truth.Points.Single(p => p.Expect == "chronic_not_rising");
        Assert.All(place.Weeks, w => Assert.InRange(w.Orders, 19, 29));
    }

    [Fact]
    public void The_rising_street_and_the_falling_district_show_in_their_last_week()
    {
        var (street, district) = (sample.Truth.Areas.Single(a => a.Id == "A1"), sample.Truth.Areas.Single(a => a.Id == "A2"));
        Assert.InRange(street.Weeks[^1].Orders / street.Weeks.SkipLast(1).TakeLast(13).Average(w => w.Orders), 2.2, 6);
        Assert.InRange(district.Weeks[^1].Orders / district.Weeks.SkipLast(1).TakeLast(4).Average(w => w.Orders), 0.25, 0.7);
        Assert.True(district.Weeks[^2].Orders >= 60);
    }

    [Fact]
    public void The_new_peak_is_new_and_the_standing_one_stands()
    {
        var fresh = sample.Truth.Peaks.Single(p => p.Expect == "new");
        Assert.True(fresh.Weeks[^1].Orders > 4 * fresh.Weeks.SkipLast(1).TakeLast(8).Average(w => w.Orders));
        Assert.True(fresh.Weeks[^1].Orders >= 50);

        var standing = sample.Truth.Peaks.Single(p => p.Id == "H1");
        var calls = sample.FirstRows.Where(r => r["问题分类"].EndsWith(standing.Issue, StringComparison.Ordinal) && r.CalledAt is not null);
        var share = calls
            .GroupBy(r => r["被反映区"] == standing.District)
            .ToDictionary(g => g.Key, g => g.Count(r => standing.Hours.Contains(r.CalledAt!.Value.Hour)) / (double)g.Count());
        Assert.True(share[true] > 1.6 * share[false], $"{share[true]:p1} in the district, {share[false]:p1} elsewhere");
    }

    private IEnumerable<(double, double)> Placed(string place) =>
        sample
            .Orders.Where(r => r["小区点位"].Contains(place, StringComparison.Ordinal) && r["经度"].Length > 0)
            .Select(r => (double.Parse(r["经度"], CultureInfo.InvariantCulture), double.Parse(r["纬度"], CultureInfo.InvariantCulture)));

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(Math.Pow((a.X - b.X) * 85_300, 2) + Math.Pow((a.Y - b.Y) * 111_040, 2));
}

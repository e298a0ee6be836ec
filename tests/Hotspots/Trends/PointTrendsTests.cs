using Hotspot.Hotspots;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Trends;
using NetTopologySuite.Geometries;

namespace Hotspot.Tests.Hotspots.Trends;

/// <summary>The classes of hotspots by their own weeks, in a city of a thousand incidents a week.</summary>
public class PointTrendsTests
{
    private const int Weeks = 20;
    private static readonly WeekSteps Steps = new(SomeCity.From.AddDays(-7 * (Weeks - 1)), Weeks);
    private static readonly long[] City = [.. Enumerable.Repeat(1000L, Weeks)];

    private static HotPoint Point(double? expected, bool? isHot, bool located = true, string? key = null) =>
        new(
            "p",
            1,
            "石榴庄",
            "丰台区",
            "大红门街道",
            null,
            null,
            null,
            9,
            9,
            9,
            HotPoint.FromKeys,
            5,
            default,
            default,
            null,
            null,
            null,
            expected,
            null,
            null,
            isHot,
            null,
            null,
            null,
            null,
            located ? "dbscan" : "place_key",
            located ? new Point(116.4, 39.8).AsBinary() : null
        )
        {
            PlaceKey = key,
        };

    private static string? Of(Func<int, int> units, bool? isHot = true, double? expected = 0.3) =>
        PointTrends.OnGrounds(
            [Point(expected, isHot)],
            Steps,
            [
                [.. Enumerable.Range(0, Weeks).Select(units)],
            ],
            new CityWeeks(City, 1000, 1.5),
            SomeCity.From
        )[0];

    [Fact]
    public void A_ground_that_was_empty_before_is_new() =>
        Assert.Equal(
            "new_hot",
            Of(week =>
                week == Weeks - 1 ? 12
                : week % 4 == 0 ? 1
                : 0
            )
        );

    [Fact]
    public void A_ground_that_is_full_every_week_persists() => Assert.Equal("persistent_hot", Of(week => 8 + week % 3));

    [Fact]
    public void A_ground_that_fills_more_and_more_intensifies() => Assert.Equal("intensifying_hot", Of(week => 6 + week));

    [Fact]
    public void A_ground_that_empties_diminishes() => Assert.Equal("diminishing_hot", Of(week => 30 - week));

    /// <summary>Grounds are picked where the period is full: the period's own week is believed only with the test that pays for the picking.</summary>
    [Theory]
    [InlineData(false, "none")]
    [InlineData(null, "none")]
    [InlineData(true, "new_hot")]
    public void The_week_that_it_was_picked_for_needs_the_test_of_the_period(bool? isHot, string expected) =>
        Assert.Equal(expected, Of(week => week == Weeks - 1 ? 12 : 0, isHot));

    [Fact]
    public void A_week_that_nobody_picked_speaks_for_the_week_that_was_picked() =>
        Assert.Equal("persistent_hot", Of(week => 8 + week % 3, isHot: false));

    /// <summary>Three callers are far more than the surroundings expect, and no hotspot.</summary>
    [Fact]
    public void A_handful_of_callers_makes_no_hot_week() =>
        Assert.Equal(
            "new_hot",
            Of(
                week =>
                    week == Weeks - 1 ? 28
                    : week > Weeks - 4 ? 3
                    : 0,
                expected: 0.01
            )
        );

    [Fact]
    public void Without_an_expectation_there_is_no_class() => Assert.Null(Of(_ => 9, expected: null));

    /// <summary>Everything doubles with the city: no trend of the place.</summary>
    [Fact]
    public void A_place_that_grows_with_the_city_does_not_intensify()
    {
        long[] growing = [.. Enumerable.Range(0, Weeks).Select(week => 1000L + 200 * week)];
        int[] weeks = [.. growing.Select((all, week) => (int)(all / 100) + (week % 2))];
        var point = Point(0.3 * growing[^1] / 1000, true);
        Assert.Equal(
            "persistent_hot",
            PointTrends.OnGrounds([point], Steps, [weeks], new CityWeeks(growing, growing[^1], 1), SomeCity.From)[0]
        );
        Assert.Equal("intensifying_hot", PointTrends.OnGrounds([point], Steps, [weeks], new CityWeeks(City, 1000, 1), SomeCity.From)[0]);
    }

    [Fact]
    public void A_place_that_stays_as_it_is_in_a_growing_city_does_not_diminish()
    {
        long[] growing = [.. Enumerable.Range(0, Weeks).Select(week => 1000L + 100 * week)];
        int[] weeks = [.. Enumerable.Range(0, Weeks).Select(week => 20 + (week * 7 % 5) - week / 12)];
        Assert.Equal(
            "persistent_hot",
            PointTrends.OnGrounds([Point(0.3, true)], Steps, [weeks], new CityWeeks(growing, growing[^1], 1), SomeCity.From)[0]
        );
    }

    [Fact]
    public void A_place_known_by_its_text_has_the_class_of_its_weeks()
    {
        int[] always = [.. Enumerable.Range(0, Weeks).Select(week => 20 + week % 3)];
        int[] late = [.. Enumerable.Range(0, Weeks).Select(week => week == Weeks - 1 ? 15 : 0)];
        // A thousand places, two hundred of which have one incident a week, beside the two.
        var bins = Enumerable
            .Range(0, Weeks)
            .SelectMany(week => new PlaceBin[] { new(week, 1, 200), new(week, always[week], 1), new(week, late[week], 1) })
            .Where(bin => bin.Units > 0)
            .ToArray();
        var places = new PlaceWeeks(1000, bins, new Dictionary<string, int[]> { ["always"] = always, ["late"] = late });
        HotPoint[] points = [Point(null, null, false, "always"), Point(null, null, false, "late"), Point(null, null, false, "unknown")];
        var found = PointTrends.ByKey(points, Steps, places, City);
        Assert.Equal("persistent_hot new_hot unknown", string.Join(' ', found.Select(code => code ?? "unknown")));
    }

    [Fact]
    public void A_ground_counts_the_incidents_within_its_hull_and_25_m_around()
    {
        var hull = new LineString([
            new Coordinate(116 + 1000 / 85_000.0, 39.5 + 1000 / 111_000.0),
            new Coordinate(116 + 1100 / 85_000.0, 39.5 + 1000 / 111_000.0),
        ]);
        var point = Point(1, true) with { Geometry = hull.AsBinary() };
        var grounds = new GroundWeeks([point, Point(1, true, located: false)], 2, SomeCity.Project, new PointSettings());
        grounds.Add(1050, 1020, 0, 3);
        grounds.Add(1120, 1000, 1, 2);
        grounds.Add(1050, 1030, 1, 50);
        grounds.Add(900, 1000, 0, 50);
        Assert.Equal([3, 2], grounds.Weeks[0]);
        Assert.Equal([0, 0], grounds.Weeks[1]);
    }
}

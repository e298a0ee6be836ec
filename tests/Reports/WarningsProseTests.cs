using Hotspot.Hotspots.Warnings;
using Hotspot.Reports.Sections;

namespace Hotspot.Tests.Reports;

/// <summary>Many tests tell of one thing; people read it once.</summary>
public class WarningsProseTests
{
    private static EarlyWarning Row(string? street, string issue, string method, int? rank, string direction = "up") =>
        new(
            street is null ? "district" : "street",
            "朝阳区",
            street,
            issue,
            method,
            new DateOnly(2025, 4, 21),
            new DateOnly(2025, 4, 27),
            new DateOnly(2025, 4, 21),
            30,
            8,
            14,
            100.0 / (rank ?? 100),
            1e-6,
            1e-3,
            direction,
            rank is not null,
            rank,
            1000,
            null
        );

    [Fact]
    public void An_area_and_issue_stands_once_with_all_that_told_of_it()
    {
        var told = WarningsProse.Merged([
            Row("甲街道", "露天烧烤", "c2", 3),
            Row("甲街道", "露天烧烤", "cusum", 1),
            Row("乙街道", "露天烧烤", "c2", 2),
        ]);

        Assert.Equal([1, 2], told.Select(one => one.Strongest.Rank!.Value));
        Assert.Equal(["c2", "cusum"], told[0].Methods);
    }

    [Fact]
    public void A_district_is_named_only_where_none_of_its_streets_is()
    {
        var told = WarningsProse.Merged([
            Row(null, "露天烧烤", "c2", 1),
            Row("甲街道", "露天烧烤", "c2", 2),
            Row(null, "店外经营", "c2", 3),
            Row(null, "露天烧烤", "ewma", 4, "down"),
        ]);

        Assert.Equal([2, 3, 4], told.Select(one => one.Strongest.Rank!.Value));
    }

    [Fact]
    public void What_is_no_alarm_is_not_told() => Assert.Empty(WarningsProse.Merged([Row("甲街道", "露天烧烤", "c2", null)]));

    [Fact]
    public void What_the_city_tells_stands_for_the_sum_of_its_districts()
    {
        var districts = Enumerable.Range(1, 6).Select(i => Row(null, "露天烧烤", "ewma", i + 1) with { District = $"{i}区" });
        var told = WarningsProse.Merged([Row(null, "露天烧烤", "c2", 1) with { Level = "city", District = null }, .. districts]);

        Assert.True(WarningsProse.IsWide(Assert.Single(told)));
    }

    [Fact]
    public void What_goes_through_many_districts_is_one_line_with_their_sums()
    {
        var rows = Enumerable
            .Range(1, 6)
            .Select(i => Row(null, "露天烧烤", "ewma", i, "down") with { District = $"{i}区", Observed = i, Expected = 10 })
            .Append(Row("甲街道", "露天烧烤", "c2", 7, "down"))
            .ToList();
        var told = WarningsProse.Merged(rows);

        Assert.Equal([6, 1], told.Select(one => one.Districts));
        Assert.Equal((21L, 60.0), (told[0].Strongest.Observed, told[0].Strongest.Expected));
        Assert.Equal("甲街道", told[1].Strongest.Street);
        Assert.All(WarningsProse.Merged([.. rows.Take(4)]), one => Assert.Equal(1, one.Districts));
    }
}

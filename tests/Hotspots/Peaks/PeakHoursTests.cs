using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Peaks;

/// <summary>Thresholds, expectations and families of <see cref="PeakHours"/>, with counts that the tests state.</summary>
public class PeakHoursTests
{
    private static readonly DateOnly From = SomeHours.From;
    private static readonly DateOnly LastDay = SomeHours.LastDay;

    private static PeakHour[] Rows(
        IReadOnlyList<HourScope> scopes,
        string comparison,
        string kind = "all",
        DateOnly? from = null,
        PeakSettings? settings = null
    ) =>
        [
            .. PeakHours
                .Run(scopes, from ?? From, LastDay, settings ?? new PeakSettings { Replicas = 19 })
                .Where(row => row.Comparison == comparison && row.DayKind == kind),
        ];

    [Fact]
    public void Rows_are_in_order_of_level_name_kind_comparison_and_hour()
    {
        var rows = PeakHours.Run(SomeHours.OutOfOrder(9, (_, h) => h), From, LastDay, new PeakSettings { Replicas = 19 });
        string[] kinds = ["all", "workday", "weekend", "holiday"];
        var expected =
            from unit in SomeHours.InOrder
            from kind in kinds
            from comparison in unit.Level == "city" ? (string[])["past_8_weeks", "uniform"] : ["city_profile", "past_8_weeks", "uniform"]
            from hour in Enumerable.Range(0, 24)
            select (unit.Level, unit.Name, kind, comparison, hour);
        Assert.Equal(expected, rows.Select(row => (row.ScopeLevel, row.Scope, row.DayKind, row.Comparison, row.Hour)));
    }

    [Theory]
    [InlineData(8, 20, true)]
    [InlineData(7, 20, false)]
    [InlineData(8, 19, false)]
    public void A_standing_peak_is_tested_on_eight_days_and_twenty_incidents(int days, int incidents, bool isTested)
    {
        // Two at nine on each day, the rest at fifteen on the last.
        var scope = SomeHours.Scope(
            days,
            (day, h) =>
                h == 9 ? 2
                : h == 15 && day == 6 ? incidents - 2 * days
                : 0
        );
        // What is expected is known, tested or not.
        Assert.All(Rows([scope], "uniform"), row => Assert.Equal((isTested, 1.0 / 24 * incidents), (row.PValue is not null, row.Expected)));
    }

    [Theory]
    [InlineData(2, 16, 1, 20, true)]
    [InlineData(1, 16, 1, 20, false)]
    [InlineData(2, 15, 1, 20, false)]
    [InlineData(2, 16, 0, 20, false)]
    [InlineData(2, 16, 1, 19, false)]
    public void A_new_peak_is_tested_on_two_days_after_sixteen_with_twenty_incidents(int now, int before, int seen, int past, bool isTested)
    {
        // All of the past lies on the day before the period, all of the period on its last day.
        var scope = SomeHours.Scope(
            now + before,
            (day, h) =>
                h == 9
                    ? (
                        day == 6 ? seen
                        : day == 6 - now ? past
                        : 0
                    )
                    : 0
        );
        Assert.All(
            Rows([scope], "past_8_weeks", from: LastDay.AddDays(1 - now)),
            row => Assert.Equal((isTested, now), (row.PValue is not null, row.Days))
        );
    }

    [Fact]
    public void The_past_expects_its_own_shares_of_what_came_now()
    {
        // Before: 30 at nine, 10 at twenty-one. Now: 4 and 8, so 12 in all: 9 and 3 were to be expected.
        var scope = SomeHours.Scope(
            17,
            (day, h) =>
                (day, h) switch
                {
                    (-1, 9) => 30,
                    (-1, 21) => 10,
                    (0, 9) => 4,
                    (6, 21) => 8,
                    _ => 0,
                }
        );
        var rows = Rows([scope], "past_8_weeks");
        Assert.Equal((9.0, 3.0), (rows[9].Expected!.Value, rows[21].Expected!.Value));
        Assert.Equal((4 / 9.0, 8 / 3.0), (rows[9].Ratio!.Value, rows[21].Ratio!.Value));
        // Nothing was to be expected at three, nothing came: that is no ratio.
        Assert.Equal((0.0, null), (rows[3].Expected, rows[3].Ratio));
    }

    [Fact]
    public void Without_a_past_nothing_is_expected_of_it()
    {
        var scope = SomeHours.Scope(30, (day, h) => day >= 0 && h == 9 ? 3 : 0);
        Assert.All(Rows([scope], "past_8_weeks"), row => Assert.Equal((null, null, null), (row.Expected, row.Ratio, row.PValue)));
    }

    [Fact]
    public void The_city_expects_its_own_shares_of_a_district()
    {
        // Of the city's incidents three of four are at nine; the district has 448 in its eight weeks.
        var city = SomeHours.Scope(
            56,
            (day, h) =>
                h == 9 ? 30
                : h == 21 ? 10
                : 0,
            "city",
            ""
        );
        var district = SomeHours.Scope(
            56,
            (day, h) =>
                h == 9 ? 5
                : h == 3 ? 3
                : 0
        );
        var rows = Rows([city, district], "city_profile");
        Assert.Equal((336.0, 112.0, 0.0), (rows[9].Expected!.Value, rows[21].Expected!.Value, rows[3].Expected!.Value));
        Assert.Equal((280 / 336.0, 0.0), (rows[9].Ratio!.Value, rows[21].Ratio!.Value));
        // An hour at which the city never has any cannot be held against it.
        Assert.Equal((null, null), (rows[3].Ratio, rows[3].PValue));
        Assert.All([rows[9], rows[21]], row => Assert.Equal(1.0, row.PValue));
    }

    [Fact]
    public void A_kind_of_day_that_did_not_come_expects_nothing()
    {
        HourScope[] scopes = [SomeHours.Scope(56, (_, h) => h, "city", ""), SomeHours.Scope(56, (_, h) => h)];
        var rows = Rows(scopes, "city_profile", "holiday");
        Assert.Equal(24, rows.Length);
        Assert.All(rows, row => Assert.Equal((0, 0.0, null, null), (row.Days, row.Expected!.Value, row.Ratio, row.PValue)));
    }

    /// <summary>An hour that only the days of the period have: of 56 over 7 days no draw finds them again, and p is the least there is.</summary>
    [Theory]
    [InlineData("street", 20, 199)]
    [InlineData("street", 19, 99)]
    [InlineData("district", 20, 99)]
    public void A_street_with_twenty_incidents_in_an_hour_is_drawn_more_often(string level, int incidents, int replicas)
    {
        var scope = SomeHours.Scope(
            63,
            (day, h) =>
                (day, h) switch
                {
                    (>= 0, 3) => day < incidents - 14 ? 3 : 2,
                    (_, 9) => day >= 0 ? 2 : 3,
                    (_, 21) => (day + 70) % 3 == 0 ? 1 : 0,
                    _ => 0,
                },
            level,
            "某街道"
        );
        var row = Rows([scope], "past_8_weeks", settings: new PeakSettings { Replicas = 99, StreetReplicas = 199 })[3];
        Assert.Equal(incidents, row.Incidents);
        Assert.Equal(1.0 / (replicas + 1), row.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Each_unit_draws_for_itself()
    {
        var random = new Draws(5);
        var first = SomeHours.Scope(63, (_, _) => random.Poisson(2), name: "甲");
        var rows = Rows([first, first with { Scope = "乙" }], "past_8_weeks", settings: new PeakSettings { Replicas = 99 });
        Assert.NotEqual(rows[..24].Select(row => row.PValue), rows[24..].Select(row => row.PValue));
        // The same data all the same: 99 draws leave at most a fifth between them.
        Assert.All(rows[..24].Zip(rows[24..]), pair => Assert.Equal(pair.First.PValue!.Value, pair.Second.PValue!.Value, 0.2));
    }

    [Fact]
    public void A_peak_may_lie_exactly_at_each_threshold()
    {
        // Hour nine has 4, 3, 3, 4, 3, 3, 4 on the days of the week, 24 in all.
        var scope = SomeHours.Scope(56, (day, h) => h == 9 ? ((day + 70) % 3 == 1 ? 4 : 3) : 1);
        PeakHour At(PeakSettings settings) => Rows([scope], "uniform", settings: settings with { Replicas = 19 })[9];
        var row = At(new PeakSettings());
        Assert.Equal((24L, true), (row.Incidents, row.IsPeak));

        Assert.True(At(new PeakSettings { Level = row.QValue!.Value }).IsPeak);
        Assert.False(At(new PeakSettings { Level = Math.BitDecrement(row.QValue!.Value) }).IsPeak);
        Assert.True(At(new PeakSettings { LeastRatio = row.Ratio!.Value }).IsPeak);
        Assert.False(At(new PeakSettings { LeastRatio = Math.BitIncrement(row.Ratio!.Value) }).IsPeak);
        Assert.True(At(new PeakSettings { LeastIncidents = 24 }).IsPeak);
        Assert.False(At(new PeakSettings { LeastIncidents = 25 }).IsPeak);
    }

    /// <summary>
    /// Two districts on working days only, so four units (each as "all" and as "workday"). The one with an hour of its own has p = 1/100 twice:
    /// Benjamini and Hochberg make 4/2 of it, unless the even one has a p as small.
    /// </summary>
    [Fact]
    public void New_peaks_are_corrected_over_units_by_their_best_hour()
    {
        var random = new Draws(8);
        var planted = SomeHours.Scope(63, (day, h) => h == 3 && day >= 0 ? 3 : random.Poisson(0.5), name: "甲");
        var even = SomeHours.Scope(63, (_, _) => random.Poisson(2), name: "乙");
        var rows = PeakHours
            .Run([planted, even], From, LastDay, new PeakSettings { Replicas = 99 })
            .Where(row => row is { Comparison: "past_8_weeks", DayKind: "all" or "workday" })
            .ToArray();
        var best = rows.Where(row => row.Scope == "乙")
            .GroupBy(row => row.DayKind)
            .Select(unit => unit.Min(row => row.PValue!.Value))
            .ToArray();
        Assert.All(best, p => Assert.True(p > 0.1));
        Assert.All(rows.Where(row => row.Scope == "甲"), row => Assert.Equal(Math.Min(1, 2 * row.PValue!.Value), row.QValue!.Value, 1e-12));
        Assert.Equal(2, rows.Count(row => row is { Scope: "甲", Hour: 3, PValue: 0.01, QValue: 0.02, IsPeak: true }));
        // The even one's own best q is the larger of its two p's: both units count, and four of four reach it.
        Assert.Equal(best.Max(), rows.Where(row => row.Scope == "乙" && row.PValue == best.Max()).Min(row => row.QValue!.Value), 1e-12);
    }
}

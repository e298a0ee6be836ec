using Hotspot.Calendar;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Warnings;

namespace Hotspot.Tests.Hotspots.Warnings;

/// <summary>What one night tells of many series.</summary>
public class EarlyWarningsTests
{
    private static readonly DateOnly LastDay = new(2025, 4, 27);
    private const int Days = WarningInputs.MostDays;
    private const int Streets = 40;

    /// <summary>Streets with one to eight incidents a day of two issues, which vary twice as much as Poisson counts; a weekend has half as many.</summary>
    private static WarningInputs City(ulong seed, int days = Days, int weeks = 60, double phi = 2)
    {
        var random = new Draws(seed);
        int Count(double mean) => random.Poisson(phi > 1 ? random.Gamma(mean / (phi - 1), 1 / (phi - 1)) : mean);
        var kinds = Enumerable.Range(0, days).Select(day => Kind(LastDay.AddDays(day - days + 1))).ToArray();
        return new WarningInputs(
            LastDay,
            [.. kinds.Select(kind => (kind, true))],
            [.. Enumerable.Repeat(2, weeks)],
            [
                .. Enumerable
                    .Range(0, 2 * Streets)
                    .Select(i => new WarningSeries(
                        "street",
                        $"区{i / 20}",
                        $"街道{i / 2}",
                        i % 2 == 0 ? "露天烧烤" : "店外经营",
                        [.. kinds.Select(kind => Count((1 + i % 8) * (kind == DayKind.Workday ? 1 : 0.5)))],
                        [.. Enumerable.Range(0, weeks).Select(_ => Count(6 * (1 + i % 8)))]
                    )),
            ]
        );
    }

    private static DayKind Kind(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday;

    private static WarningInputs With(WarningInputs city, int series, Action<int[], int[]> change)
    {
        var one = city.Series[series];
        var (days, weeks) = ((int[])one.Days.Clone(), (int[])one.Weeks.Clone());
        change(days, weeks);
        return city with { Series = [.. city.Series.Select((other, i) => i == series ? one with { Days = days, Weeks = weeks } : other)] };
    }

    private static List<EarlyWarning> Alarms(WarningInputs inputs) => [.. EarlyWarnings.Run(inputs).Where(row => row.IsAlarm == true)];

    [Fact]
    public void A_jump_of_one_day_is_told_with_its_street_and_day()
    {
        var alarm = Assert.Single(Alarms(With(City(1), 4, (days, _) => days[^3] += 40)), row => row.Method == "c2");
        Assert.Equal(("区0", "街道2", "露天烧烤", "up"), (alarm.District, alarm.Street, alarm.Issue, alarm.Direction));
        Assert.Equal((LastDay.AddDays(-2), LastDay.AddDays(-2)), (alarm.SinceOn!.Value, alarm.UntilOn));
        Assert.True(alarm is { Score: > 1, QValue: < 0.05, Rank: 1 } && alarm.Observed > alarm.Upper && alarm.Upper > alarm.Expected);
    }

    /// <summary>A night looks at its own day.</summary>
    [Fact]
    public void A_night_tells_no_jump_of_an_earlier_day() =>
        Assert.DoesNotContain(Alarms(With(City(1), 4, (days, _) => days[^3] += 40) with { Tested = 1 }), row => row.Method == "c2");

    [Fact]
    public void A_week_and_a_drift_either_way_are_told()
    {
        var city = With(City(2), 7, (_, weeks) => weeks[^1] *= 3);
        city = With(city, 15, (days, _) => Rewrite(days, 10, count => 2 * count + 3));
        city = With(city, 23, (days, _) => Rewrite(days, 25, _ => 0));
        var alarms = Alarms(city);

        Assert.Equal("街道3", Assert.Single(alarms, row => row.Method == "nb_glm").Street);
        var rise = Assert.Single(alarms, row => row.Method == "cusum");
        Assert.Equal("街道7", rise.Street);
        Assert.InRange(rise.SinceOn!.Value, LastDay.AddDays(-13), LastDay.AddDays(-7));
        Assert.True(rise.Observed > rise.Upper);
        var fall = Assert.Single(alarms, row => row.Direction == "down");
        Assert.Equal(("街道11", "ewma"), (fall.Street, fall.Method));
        Assert.True(fall.Observed < fall.Expected && fall.Upper is null);

        static void Rewrite(int[] days, int last, Func<int, int> change)
        {
            for (var day = days.Length - last; day < days.Length; day++)
                days[day] = change(days[day]);
        }
    }

    /// <summary>Of 60 nights of overdispersed noise, at most as many as a 5 % level allows 99 times in 100.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(265)]
    public void Noise_does_not_alarm_above_its_level(int weeks)
    {
        var nights = Enumerable.Range(0, 60).Count(night => Alarms(City(Draws.Seed(100, "night", night), weeks: weeks)).Count > 0);
        Assert.InRange(nights, 0, 8);
    }

    [Fact]
    public void Order_of_the_series_and_threads_change_nothing()
    {
        var city = With(City(3), 4, (days, _) => days[^1] += 30);
        var once = EarlyWarnings.Run(city);
        var turned = EarlyWarnings.Run(city with { Series = [.. city.Series.Reverse()] });
        Assert.Equal(once, turned);
        Assert.Equal(once, EarlyWarnings.Run(city));
        Assert.Equal(
            once.OrderBy(row => row.District, StringComparer.Ordinal)
                .ThenBy(row => row.Street, StringComparer.Ordinal)
                .ThenBy(row => row.Issue, StringComparer.Ordinal),
            once
        );
        Assert.NotEmpty(once);
        Assert.All(
            once.Where(row => row.Reason is null),
            row => Assert.True(row.PValue <= EarlyWarnings.Level && row.PValue <= row.QValue)
        );
    }

    [Fact]
    public void Ranks_follow_the_scores_of_the_alarms()
    {
        var city = City(4);
        foreach (var series in (int[])[2, 9, 17, 30])
            city = With(city, series, (days, _) => days[^1] += 20 + series);
        var alarms = Alarms(city);
        Assert.True(alarms.Count >= 4);
        Assert.Equal(Enumerable.Range(1, alarms.Count), alarms.OrderByDescending(row => row.Score).Select(row => row.Rank!.Value));
    }

    [Theory]
    [InlineData(126, 60, "farrington:short_history")]
    [InlineData(50, 7, "cusum:short_history ewma:short_history farrington:short_history nb_glm:short_history")]
    [InlineData(12, 1, "c2:short_history cusum:short_history ewma:short_history farrington:short_history nb_glm:short_history")]
    public void What_the_history_does_not_carry_is_untested_and_says_why(int days, int weeks, string expected)
    {
        var reasons = EarlyWarnings.Run(City(5, days, weeks)).Where(row => row.Reason is not null).ToList();
        Assert.Equal(expected, string.Join(' ', reasons.Select(row => $"{row.Method}:{row.Reason}").Order(StringComparer.Ordinal)));
        Assert.All(reasons, row => Assert.Null(row.District ?? row.Issue ?? (object?)row.PValue ?? row.IsAlarm));
    }

    [Fact]
    public void A_day_or_week_that_the_data_lack_is_untested_for_want_of_it()
    {
        var city = City(5);
        var lacking = city with
        {
            Days = [.. city.Days.Select((day, i) => (day.Kind, i < Days - 1))],
            Series = [.. city.Series.Select(one => one with { Weeks = [.. one.Weeks[..^1], -1] })],
            Tested = 1,
        };
        Assert.Equal(
            ["c2:days_missing", "farrington:days_missing", "nb_glm:days_missing"],
            EarlyWarnings.Run(lacking).Where(row => row.Reason is not null).Select(row => $"{row.Method}:{row.Reason}")
        );
    }

    [Fact]
    public void A_city_with_hardly_a_case_says_so()
    {
        var city = City(6);
        var quiet = city with { Series = [.. city.Series.Select(one => one with { Days = new int[Days], Weeks = new int[60] })] };
        Assert.Contains(EarlyWarnings.Run(quiet), row => row is { Method: "c2", Reason: "few_cases", Tests: 0 });
    }

    /// <summary>Every street and issue five times as busy in the last ten days, a year and two years ago likewise, a week later or earlier.</summary>
    private static WarningInputs Seasonal(int years)
    {
        var city = City(8, weeks: 120, phi: 1);
        var random = new Draws(9);
        return city with
        {
            Series =
            [
                .. city.Series.Select(
                    (one, i) =>
                    {
                        var mean = 5.0 * (1 + i % 8);
                        var (days, weeks) = ((int[])one.Days.Clone(), (int[])one.Weeks.Clone());
                        for (var day = Days - 10; day < Days; day++)
                            days[day] = random.Poisson(mean * (city.Days[day].Kind == DayKind.Workday ? 1 : 0.5));
                        foreach (var (year, late) in ((int, int)[])[(1, 1), (2, -1)])
                        {
                            var last = weeks.Length - 1 - (int)Math.Round(year * 365.2425 / 7) + late;
                            for (var week = year <= years ? last - 1 : last + 1; week <= last; week++)
                                weeks[week] = random.Poisson(6 * mean);
                        }
                        return one with { Days = days, Weeks = weeks };
                    }
                ),
            ],
        };
    }

    [Fact]
    public void What_comes_in_this_season_of_every_year_is_no_alarm()
    {
        Assert.NotEmpty(Alarms(Seasonal(years: 0)));
        var daily = EarlyWarnings.Run(Seasonal(years: 2)).Where(row => row.Method is "c2" or "cusum" or "ewma").ToList();
        Assert.DoesNotContain(daily, row => row.IsAlarm == true);
        Assert.Contains(daily, row => row.SeasonalFactor > 3);
        // More than the season brings is one.
        var more = Alarms(With(Seasonal(years: 2), 4, (days, _) => days[^1] += 150));
        Assert.Contains(more, row => row is { Method: "c2", Street: "街道2", SeasonalFactor: > 3 });
    }

    /// <summary>A festival that moves is near: it fell on other weeks of past years, which had no burst.</summary>
    [Fact]
    public void What_comes_on_the_same_dates_of_every_year_is_no_alarm_near_a_festival_that_moves()
    {
        int[] ofFestival = [.. WarningInputs.SameDates.Select(weeks => weeks + 4)];

        Assert.NotEmpty(Alarms(Seasonal(years: 0) with { YearsAgo = ofFestival }));
        Assert.DoesNotContain(Alarms(Seasonal(years: 2) with { YearsAgo = ofFestival }), row => row.Method is "c2" or "cusum" or "ewma");
    }

    [Fact]
    public void A_fall_after_a_season_of_every_year_is_no_alarm()
    {
        var city = City(10, weeks: 100, phi: 1);
        WarningInputs Ended(bool before) =>
            city with
            {
                Series =
                [
                    .. city.Series.Select(one =>
                        one with
                        {
                            Days = [.. one.Days.Select((count, day) => day < Days - 21 ? count : 0)],
                            Weeks = [.. one.Weeks.Select((count, week) => before && week is >= 100 - 53 - 2 and <= 100 - 53 ? 0 : count)],
                        }
                    ),
                ],
            };
        Assert.Contains(Alarms(Ended(before: false)), row => row is { Direction: "down", SeasonalFactor: 1 });
        Assert.DoesNotContain(Alarms(Ended(before: true)), row => row.Direction == "down");
    }

    /// <summary>Two series have the same rise, one of them every year: it is told of the other alone.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(265)]
    public void A_week_of_a_season_is_measured_against_that_of_past_years(int weeks)
    {
        var city = City(11, weeks: weeks, phi: 1);
        foreach (var (series, isYearly) in ((int, bool)[])[(7, true), (14, false)])
            city = With(
                city,
                series,
                (_, counts) =>
                {
                    counts[^1] *= 3;
                    for (var year = 1; isYearly && year * 365.2425 / 7 < weeks - 2; year++)
                        counts[^(1 + (int)Math.Round(year * 365.2425 / 7))] *= 4;
                }
            );
        var weekly = Alarms(city).Where(row => row.Method is "nb_glm" or "farrington");
        Assert.Equal(["街道7"], weekly.Select(row => row.Street));
    }

    [Fact]
    public void A_past_too_short_for_seasons_tells_no_factor()
    {
        Assert.All(Alarms(With(City(1, weeks: 50), 4, (days, _) => days[^1] += 40)), row => Assert.Null(row.SeasonalFactor));
        Assert.All(Alarms(With(City(1, weeks: 60), 4, (days, _) => days[^1] += 40)), row => Assert.Equal(1, row.SeasonalFactor));
    }

    /// <summary>A city whose callers are its incidents, but for one street where five more a day call about the same.</summary>
    [Fact]
    public void Many_callers_of_few_incidents_are_told_and_are_counted_as_callers()
    {
        var city = City(12);
        WarningInputs With(int more) =>
            city with
            {
                Series =
                [
                    .. city.Series,
                    .. city.Series.Select(
                        (one, i) =>
                            one with
                            {
                                Counted = WarningSeries.Callers,
                                Days = [.. one.Days.Select((count, day) => i == 7 && day >= Days - 10 ? count + more : count)],
                            }
                    ),
                ],
                Tested = 1,
            };
        Assert.Empty(Alarms(With(0)));
        var alarms = Alarms(With(15));
        Assert.NotEmpty(alarms);
        Assert.All(alarms, row => Assert.Equal(("街道3", "up", WarningSeries.Callers), (row.Street, row.Direction, row.Counted)));
    }

    /// <summary>Totals of the streets, the fifth of which has no case in the last days.</summary>
    private static WarningInputs Silent(int days, Func<int, int, int>? rewrite = null)
    {
        var city = City(13);
        return city with
        {
            Tested = 1,
            Series =
            [
                .. city
                    .Series.GroupBy(one => (one.District, one.Street))
                    .Select(
                        (street, i) =>
                            new WarningSeries(
                                "street",
                                street.Key.District,
                                street.Key.Street,
                                null,
                                [
                                    .. Enumerable
                                        .Range(0, Days)
                                        .Select(day => (day, Count: street.Sum(one => one.Days[day])))
                                        .Select(one =>
                                            i != 5 ? one.Count
                                            : one.day >= Days - days ? 0
                                            // The day before is none of it.
                                            : one.day == Days - days - 1 ? Math.Max(1, one.Count)
                                            : rewrite?.Invoke(one.day, one.Count) ?? one.Count
                                        ),
                                ],
                                [.. Enumerable.Range(0, 60).Select(week => street.Sum(one => one.Weeks[week]))]
                            )
                    ),
            ],
        };
    }

    [Fact]
    public void A_street_that_falls_silent_is_told_for_as_long_as_it_lasts()
    {
        Assert.Empty(Alarms(Silent(0)));
        foreach (var days in (int[])[4, 14, 28])
        {
            var alarm = Assert.Single(Alarms(Silent(days)));
            Assert.Equal(
                ("街道5", null, EarlyWarning.Silence, "down", 0L),
                (alarm.Street, alarm.Issue, alarm.Method, alarm.Direction, alarm.Observed)
            );
            Assert.Equal(LastDay.AddDays(1 - days), alarm.SinceOn);
            Assert.InRange(alarm.Expected!.Value, 3 * days, 14 * days);
        }
    }

    [Fact]
    public void Days_that_the_export_lacks_and_days_that_were_ever_empty_are_no_silence()
    {
        var silent = Silent(4);
        Assert.NotEmpty(Alarms(silent));
        Assert.Empty(Alarms(silent with { Days = [.. silent.Days.Select((day, i) => (day.Kind, i < Days - 4))] }));
        // Registered once a week.
        Assert.Empty(Alarms(Silent(6, (day, count) => (Days - 7 - day) % 7 == 0 ? 7 * count : 0)));
    }

    /// <summary>A day that the export lacks is neither a fall nor part of a baseline.</summary>
    [Fact]
    public void Holes_are_no_quiet_days()
    {
        var city = City(7, phi: 1);
        (DayKind Kind, bool IsKnown)[] known = [.. city.Days.Select((day, i) => (day.Kind, i < Days - 24 || i >= Days - 4))];
        var holed = city with
        {
            Days = known,
            Series = [.. city.Series.Select(one => one with { Days = [.. one.Days.Select((count, i) => known[i].IsKnown ? count : 0)] })],
        };
        Assert.Empty(Alarms(holed));
        Assert.NotEmpty(Alarms(holed with { Days = city.Days }));
    }
}

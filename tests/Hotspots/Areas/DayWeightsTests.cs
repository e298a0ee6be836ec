using Hotspot.Calendar;
using Hotspot.Hotspots.Areas;

namespace Hotspot.Tests.Hotspots.Areas;

public class DayWeightsTests
{
    private static readonly WorkCalendar Beijing = WorkCalendar.Load();
    private static readonly DateOnly NewYear2024 = new(2024, 2, 10);

    /// <summary>A city that brings 100 cases a workday in 2023 and half as many again in 2024, 70 % of it at weekends, 50 % on days off, 20 % at the Spring Festival.</summary>
    private static List<(DateOnly, long)> Days(DateOnly from, DateOnly until) =>
        [
            .. Enumerable
                .Range(0, until.DayNumber - from.DayNumber)
                .Select(from.AddDays)
                .Select(day =>
                    (
                        day,
                        (long)(
                            (day.Year == 2023 ? 100 : 150)
                            * (
                                Beijing.IsSpringFestival(day) ? 0.2
                                : Beijing.Of(day) == DayKind.Holiday ? 0.5
                                : Beijing.Of(day) == DayKind.Weekend ? 0.7
                                : 1
                            )
                        )
                    )
                ),
        ];

    [Fact]
    public void A_kind_of_day_weighs_what_it_brings_beside_the_workdays_around_it()
    {
        var weights = new DayWeights(Days(new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 1)), Beijing);

        Assert.Equal(5, weights.Of(new DateOnly(2024, 12, 2), new DateOnly(2024, 12, 7)), 9);
        Assert.Equal(1.4, weights.Of(new DateOnly(2024, 12, 7), new DateOnly(2024, 12, 9)), 0.05);
        // Seven days from Tuesday, 1 October, were off.
        Assert.Equal(3.5, weights.Of(new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 8)), 0.15);
        Assert.Equal(1.6, weights.Of(NewYear2024, NewYear2024.AddDays(8)), 0.1);
    }

    [Fact]
    public void A_festival_never_seen_is_a_day_off_like_others_and_a_kind_never_seen_a_workday()
    {
        var weights = new DayWeights(Days(new DateOnly(2023, 4, 1), new DateOnly(2023, 11, 1)), Beijing);
        Assert.Equal(
            weights.Of(new DateOnly(2023, 10, 1), new DateOnly(2023, 10, 7)) / 6 * 8,
            weights.Of(NewYear2024, NewYear2024.AddDays(8)),
            9
        );

        var nothing = new DayWeights([], Beijing);
        Assert.Equal(8, nothing.Of(NewYear2024, NewYear2024.AddDays(8)));
    }

    [Fact]
    public void Whole_weeks_of_ordinary_days_are_exactly_alike()
    {
        var weights = new DayWeights(Days(new DateOnly(2023, 1, 1), new DateOnly(2024, 5, 20)), Beijing);
        Assert.Equal(
            weights.Of(new DateOnly(2024, 5, 20), new DateOnly(2024, 5, 27)),
            weights.Of(new DateOnly(2024, 5, 13), new DateOnly(2024, 5, 20))
        );
    }
}

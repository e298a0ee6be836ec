using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;

namespace Hotspot.Tests.Hotspots.Peaks;

public class DayCurvesTests
{
    private static readonly DateOnly Monday = new(2025, 4, 21);
    private static readonly DateOnly Sunday = new(2025, 4, 27);

    /// <summary>Eight weeks that end with a Sunday; two reports at nine on a workday, one at ten on a Saturday or Sunday.</summary>
    private static HourScope City(Func<DateOnly, DayKind> kind) =>
        new(
            "city",
            "",
            [
                .. Enumerable
                    .Range(0, 56)
                    .Select(i => Sunday.AddDays(i - 55))
                    .Select(day =>
                    {
                        var complaints = new int[24];
                        complaints[kind(day) == DayKind.Workday ? 9 : 10] = kind(day) == DayKind.Workday ? 2 : 1;
                        return new DayHours(day, kind(day), complaints, complaints);
                    }),
            ]
        );

    private static DayKind Kind(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday;

    [Fact]
    public void A_week_is_drawn_over_the_trailing_eight_by_kind_of_day()
    {
        var curves = DayCurves.Run([City(Kind)], Monday, Sunday, new PeakSettings());

        Assert.Equal([("workday", 40), ("weekend", 16)], curves.Select(curve => (curve.DayKind, curve.Days)));
        Assert.Equal((2.0, 0.0), (curves[0].Means[9], curves[0].Means[10]));
        Assert.Equal((0.0, 1.0), (curves[1].Means[9], curves[1].Means[10]));
    }

    [Fact]
    public void Two_holidays_are_no_average_day()
    {
        var curves = DayCurves.Run(
            [City(day => day >= Sunday.AddDays(-1) ? DayKind.Holiday : Kind(day))],
            Monday,
            Sunday,
            new PeakSettings()
        );
        Assert.DoesNotContain("holiday", curves.Select(curve => curve.DayKind));
    }

    [Fact]
    public void Three_holidays_are_an_average_day()
    {
        // A Friday and a weekend, one report at ten on each.
        var curves = DayCurves.Run(
            [City(day => day >= Sunday.AddDays(-2) ? DayKind.Holiday : Kind(day))],
            Monday,
            Sunday,
            new PeakSettings()
        );
        var holiday = curves.Single(curve => curve.DayKind == "holiday");
        Assert.Equal((3, 3L, 1.0), (holiday.Days, holiday.Complaints[10], holiday.Means[10]));
        Assert.Equal([("workday", 39), ("weekend", 14), ("holiday", 3)], curves.Select(curve => (curve.DayKind, curve.Days)));
    }

    [Fact]
    public void Without_hours_there_is_no_curve() => Assert.Empty(DayCurves.Run([], Monday, Sunday, new PeakSettings()));
}

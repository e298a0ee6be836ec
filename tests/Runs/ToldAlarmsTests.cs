using Hotspot.Hotspots.Warnings;
using Hotspot.Runs.Night;

namespace Hotspot.Tests.Runs;

public class ToldAlarmsTests
{
    private static readonly DateOnly First = new(2025, 4, 1);
    private static readonly IReadOnlyDictionary<string, DateOnly> Nothing = new Dictionary<string, DateOnly>();

    private static NightAlarm Of(int night, string id = "W-1", string? from = null, string status = "new") =>
        new(
            First.AddDays(night),
            new Alarm(id, "day", status, null, null, null, null, null, null, null, First, First, 9, 2, "up", null, null, [])
            {
                WentOnFrom = from,
            }
        );

    private static IReadOnlyDictionary<string, DateOnly> After(
        IReadOnlyList<NightAlarm> alarms,
        IReadOnlyDictionary<string, DateOnly> told,
        params string[] untold
    ) => ToldAlarms.After(alarms, told, untold.ToHashSet(), First);

    [Fact]
    public void An_alarm_that_goes_on_is_told_once_and_one_that_comes_again_after_seven_nights_is_told_again()
    {
        var told = After([Of(0), Of(3)], Nothing);
        Assert.Empty(ToldAlarms.Fresh([Of(3), Of(10)], told));
        Assert.Equal([Of(11)], ToldAlarms.Fresh([Of(3), Of(11)], told));
        // A cluster that goes on after more than seven nights.
        Assert.Empty(ToldAlarms.Fresh([Of(3), Of(17, status: "ongoing")], told));
        // Both in one run that makes up for many nights.
        Assert.Equal([0, 8], ToldAlarms.Fresh([Of(0), Of(8)], Nothing).Select(one => one.Day.DayNumber - First.DayNumber));
    }

    [Fact]
    public void An_alarm_that_goes_on_for_weeks_stays_the_one_that_was_told()
    {
        var told = Nothing;
        for (var night = 0; night < 90; night += 3)
        {
            Assert.Equal(night == 0 ? 1 : 0, ToldAlarms.Fresh([Of(night)], told).Count);
            told = ToldAlarms.After([Of(night)], told, new HashSet<string>(), First.AddDays(night - 2));
        }
        Assert.Single(told);
    }

    [Fact]
    public void What_goes_on_from_an_alarm_of_another_place_is_told_where_that_one_was_not()
    {
        NightAlarm[] alarms = [Of(1), Of(2, "W-2", from: "W-1"), Of(9, "W-2", from: "W-1")];
        Assert.Equal(["W-1"], ToldAlarms.Fresh(alarms, Nothing).Select(one => one.Alarm.AlarmId));
        Assert.Equal(["W-2"], ToldAlarms.Fresh([alarms[2]], After([alarms[0]], Nothing)).Select(one => one.Alarm.AlarmId));
        Assert.Empty(ToldAlarms.Fresh([alarms[2]], After(alarms, Nothing)));
        // The command for the first failed: nobody knows of the second either.
        Assert.Empty(After(alarms, Nothing, untold: "W-1"));
        Assert.Equal(["W-2"], After(alarms, After([alarms[1]], Nothing), untold: "W-1").Keys);
    }

    [Fact]
    public void What_nobody_was_told_of_stays_new_and_what_is_long_over_is_forgotten()
    {
        var told = After([Of(0), Of(1), Of(1, "W-2")], Nothing, untold: "W-1");
        Assert.Equal(["W-2"], told.Keys);
        Assert.Equal(["W-1"], ToldAlarms.Fresh([Of(0), Of(1), Of(1, "W-2")], told).Select(one => one.Alarm.AlarmId));
        Assert.Empty(ToldAlarms.After([], told, new HashSet<string>(), First.AddDays(16)));
    }
}

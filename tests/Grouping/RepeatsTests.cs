using Hotspot.Records;
using static Hotspot.Tests.Grouping.TinyCity;

namespace Hotspot.Tests.Grouping;

/// <summary>What counts as said before, and how long it takes to come again, counted by hand.</summary>
public class RepeatsTests
{
    private static Complaint At(
        string id,
        string at,
        string caller = "one",
        string? closed = null,
        string place = "望京西园",
        string issue = "夜间施工扰民"
    ) =>
        Complaint(id, at, caller: caller, place: place, issue: issue) with
        {
            GeoLevel = GeoLevel.Place,
            ClosedAt = closed is null ? null : DateTime.Parse(closed, System.Globalization.CultureInfo.InvariantCulture),
        };

    [Fact]
    public void The_same_caller_issue_and_address_within_thirty_days_is_a_repeat()
    {
        using var city = new TinyCity([
            At("a", "2025-03-25 09:00"),
            At("b", "2025-04-23 09:00"),
            At("c", "2025-04-24 09:00"),
            At("other issue", "2025-04-24 09:00", issue: "占道经营"),
            At("other place", "2025-04-24 09:00", place: "南湖中园"),
            At("long ago", "2025-03-20 09:00", caller: "two", place: "北里"),
            At("again", "2025-04-24 09:00", caller: "two", place: "北里"),
            At("no caller", "2025-04-24 10:00", caller: null!),
            Complaint("no address", "2025-04-24 11:00", place: "望京西园") with
            {
                GeoLevel = GeoLevel.Street,
            },
        ]);
        using var reader = city.Open("2025-04-28");
        var all = reader.Repeats(Span("2025-04-21", "2025-04-28"), 30)[0];

        Assert.Equal(("city", 5L, 2L), (all.Level, all.Complaints, all.Repeats));
        Assert.Equal((4L, 1L, 0L), (all.CallerIssues, all.Repeated, all.Returned));
    }

    [Fact]
    public void An_order_that_follows_a_closing_is_returned_and_one_that_comes_before_it_is_not()
    {
        using var city = new TinyCity([
            // closed 13 days before: although the order itself is two months old
            At("a", "2025-02-24 09:00", closed: "2025-04-10 16:00"),
            At("b", "2025-04-23 09:00"),
            // still open when the caller came again
            At("c", "2025-04-20 09:00", caller: "two", closed: "2025-04-25 09:00"),
            At("d", "2025-04-22 09:00", caller: "two"),
            // closed more than thirty days before
            At("e", "2025-03-01 09:00", caller: "three", closed: "2025-03-22 09:00"),
            At("f", "2025-04-22 10:00", caller: "three"),
        ]);
        using var reader = city.Open("2025-04-28");
        var all = reader.Repeats(Span("2025-04-21", "2025-04-28"), 30)[0];

        Assert.Equal((3L, 1L, 1L), (all.CallerIssues, all.Repeated, all.Returned));
        // Only orders of the period count as closed.
        Assert.Equal(0, all.Closed);
    }

    [Fact]
    public void An_address_is_shared_where_somebody_else_told_it_before()
    {
        using var city = new TinyCity([
            At("a", "2025-04-01 09:00", caller: "one"),
            At("b", "2025-04-21 09:00", caller: "two"),
            At("c", "2025-04-22 09:00", caller: "two"),
            // only the same caller, and somebody else too long ago
            At("d", "2025-03-01 09:00", caller: "one", place: "北里"),
            At("e", "2025-04-15 09:00", caller: "three", place: "北里"),
            At("f", "2025-04-22 09:00", caller: "three", place: "北里"),
        ]);
        using var reader = city.Open("2025-04-28");
        var all = reader.Repeats(Span("2025-04-21", "2025-04-28"), 30)[0];

        Assert.Equal((2L, 1L), (all.AddressIssues, all.Shared));
    }

    [Fact]
    public void Without_a_known_caller_or_address_there_is_nothing_and_no_fault()
    {
        using var city = new TinyCity([At("a", "2025-04-21 09:00", caller: null!)]);
        using var reader = city.Open("2025-04-28");

        Assert.Equal(0, Assert.Single(reader.Repeats(Span("2025-04-21", "2025-04-28"), 30)).Complaints);
        Assert.Empty(reader.RepeatTimes(Span("2025-04-21", "2025-04-28"), 30));
        Assert.Empty(reader.LocatedIncidents(Span("2025-04-21", "2025-04-28")));
    }

    [Fact]
    public void City_district_and_street_stand_apart_and_add_up()
    {
        using var city = new TinyCity([
            At("a", "2025-04-21 09:00"),
            At("b", "2025-04-22 09:00"),
            At("c", "2025-04-22 09:00", caller: "two") with
            {
                District = "海淀区",
                Street = "清河街道",
            },
        ]);
        using var reader = city.Open("2025-04-28");

        Assert.Equal(
            [
                ("city", null, null, 2, 1),
                ("district", "朝阳区", null, 1, 1),
                ("district", "海淀区", null, 1, 0),
                ("street", "朝阳区", "望京街道", 1, 1),
                ("street", "海淀区", "清河街道", 1, 0),
            ],
            reader
                .Repeats(Span("2025-04-21", "2025-04-28"), 30)
                .Select(unit => (unit.Level, unit.District, unit.Street, (int)unit.CallerIssues, (int)unit.Repeated))
        );
    }

    [Fact]
    public void Time_runs_from_the_first_closing_to_the_next_order_or_to_the_last_day_watched()
    {
        using var city = new TinyCity([
            At("a", "2025-04-01 09:00", closed: "2025-04-03 16:00"),
            // before the closing: does not count
            At("b", "2025-04-02 09:00", closed: "2025-04-20 09:00"),
            At("c", "2025-04-08 09:00"),
            At("d", "2025-04-01 09:00", caller: "two", closed: "2025-04-21 16:00"),
            At("e", "2025-03-01 09:00", caller: "three", closed: "2025-03-10 16:00"),
            At("f", "2025-04-26 09:00", caller: "three"),
            // closed before it was called in: no closing
            At("g", "2025-04-01 09:00", caller: "four", closed: "2025-03-30 16:00"),
        ]);
        using var reader = city.Open("2025-04-28");
        var times = reader.RepeatTimes(Span("2025-03-01", "2025-04-28"), 30).Where(time => time.Level == "city");

        Assert.Equal([(5, 1, 0), (6, 0, 1), (30, 0, 1)], times.Select(time => (time.Day, time.Events, time.Left)));
    }
}

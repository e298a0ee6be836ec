using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots.Warnings;
using Hotspot.Records;
using static Hotspot.Tests.Grouping.TinyCity;

namespace Hotspot.Tests.Grouping;

/// <summary>Each group of the published complaints against a count made by hand.</summary>
public class ComplaintReaderTests
{
    [Fact]
    public void A_span_holds_its_first_moment_and_not_the_first_of_the_day_after()
    {
        using var city = new TinyCity([
            Complaint("before", "2025-04-20 23:59:59"),
            Complaint("first", "2025-04-21 00:00:01"),
            Complaint("last", "2025-04-27 23:59:59"),
            Complaint("after", "2025-04-28 00:00:01"),
        ]);
        using var reader = city.Open("2025-05-05");

        Assert.Equal(2, reader.Totals(Span("2025-04-21", "2025-04-28")).Complaints);
        Assert.Equal(1, reader.Totals(Span("2025-04-20", "2025-04-21")).Complaints);
        Assert.Equal(new Coverage(Day("2025-04-20"), Day("2025-04-28"), 4), city.Coverage);
    }

    [Fact]
    public void A_bulletin_sees_nothing_from_after_its_period()
    {
        using var city = new TinyCity([Complaint("a", "2025-04-27 23:59:59"), Complaint("b", "2025-04-28 00:00:00")]);
        using var reader = city.Open("2025-04-28");

        Assert.Equal(1, reader.Totals(Span("2025-04-01", "2025-06-01")).Complaints);
    }

    /// <summary>Ten complaints at least and a fifth of the street; of another street and of the week before none.</summary>
    [Fact]
    public void A_caller_who_makes_much_of_a_street_is_counted()
    {
        IEnumerable<Complaint> By(string caller, int count, string street, string day = "2025-04-22") =>
            Enumerable
                .Range(0, count)
                .Select(i => Complaint($"{caller}-{street}-{day}-{i:00}", $"{day} 09:{i:00}", street: street, caller: caller));
        var complaints = By("one", 10, "望京街道")
            .Concat(By("two", 9, "双井街道"))
            .Concat(Enumerable.Range(0, 40).SelectMany(i => By($"other {i}", 1, "望京街道")))
            .Concat(By("three", 10, "大屯街道", "2025-04-15"))
            .ToList();
        var incidents = complaints
            .Where(one => one.CallerKey == "one")
            .Skip(1)
            .ToDictionary(one => one.ComplaintId, _ => complaints[0].ComplaintId);
        using (var city = new TinyCity(complaints, incidents))
        using (var reader = city.Open("2025-05-05"))
            Assert.Equal([new SingleCaller("朝阳区", "望京街道", 10, 1, 50, 59)], reader.SingleCallers(Span("2025-04-21", "2025-04-28")));

        using (var city = new TinyCity([.. complaints, Complaint("z", "2025-04-22 20:00", caller: null)], incidents))
        using (var reader = city.Open("2025-05-05"))
            Assert.Empty(reader.SingleCallers(Span("2025-04-21", "2025-04-28")));
    }

    [Fact]
    public void Totals_count_each_kind_apart()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00", caller: "one"),
            Complaint("b", "2025-04-21 10:00", caller: "one") with
            {
                Stream = OrderStream.A,
                Disposition = Disposition.NotOurs,
            },
            Complaint("c", "2025-04-22 10:00", caller: null) with
            {
                Stream = OrderStream.Own,
                Disposition = Disposition.Excluded,
            },
            Complaint("d", "2025-04-23", caller: "two", district: null, dayOnly: true) with
            {
                Stream = OrderStream.Unknown,
            },
            Complaint("e", "2025-04-23 11:00", issue: "其他", place: "望京西园") with
            {
                Disposition = Disposition.Deferred,
            },
        ]);
        using var reader = city.Open("2025-05-05");
        var totals = reader.Totals(Span("2025-04-21", "2025-04-28"));

        Assert.Equal((5, 5, 3, 1), (totals.Complaints, totals.Incidents, totals.KnownCallers, totals.ReportsWithoutCaller));
        Assert.Equal((1, 2, 1, 1), (totals.StreamA, totals.StreamB, totals.StreamOwn, totals.StreamUnknown));
        Assert.Equal((1, 1, 1), (totals.NotOurs, totals.Excluded, totals.Deferred));
        Assert.Equal((4, 4, 4), (totals.Classified, totals.WithHour, totals.WithCallTime));
        Assert.Equal((0, 1, 1, 3), (totals.WithCoordinate, totals.WithPoint, totals.DistrictUnknown, totals.ActiveDays));
    }

    [Fact]
    public void An_incident_counts_once_where_and_when_it_was_first_reported()
    {
        using var city = new TinyCity(
            [
                Complaint("a", "2025-04-20 23:00", district: "海淀区", street: "清河街道"),
                Complaint("b", "2025-04-21 08:00", caller: "two"),
                Complaint("c", "2025-04-22 08:00", caller: "three"),
                Complaint("d", "2025-04-22 09:00", issue: "占道经营"),
            ],
            new Dictionary<string, string> { ["b"] = "a", ["c"] = "a" }
        );
        using var reader = city.Open("2025-05-05");
        var week = Span("2025-04-21", "2025-04-28");

        Assert.Equal((3, 1), (reader.Totals(week).Complaints, reader.Totals(week).Incidents));
        Assert.Equal(
            [(1, 0), (2, 1), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)],
            reader.Days(week).Select(day => ((int)day.Complaints, (int)day.Incidents))
        );
        Assert.Equal(1, reader.Totals(Span("2025-04-14", "2025-04-21")).Incidents);
    }

    [Fact]
    public void A_complaint_of_which_only_the_day_is_known_counts_in_days_and_not_in_hours()
    {
        using var city = new TinyCity([Complaint("a", "2025-04-21", dayOnly: true), Complaint("b", "2025-04-21 00:30")]);
        using var reader = city.Open("2025-05-05");
        var week = Span("2025-04-21", "2025-04-28");

        Assert.Equal(2, reader.Days(week)[0].Complaints);
        Assert.Equal([(1, 0, 1L)], reader.HeatMap(week).Select(cell => (cell.Weekday, cell.Hour, cell.Complaints)));
        Assert.Equal([(0, 1L)], reader.HourIssues(week).Select(cell => (cell.Hour, cell.Complaints)));
        var hours = reader.Hours(week, _ => DayKind.Workday).Single(scope => scope.Level == "city");
        Assert.Equal(1, hours.Days.Sum(day => day.Complaints.Sum()));
        Assert.Equal(7, hours.Days.Count);
    }

    [Fact]
    public void A_holiday_stands_apart_from_its_weekday()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-05-01 09:00") with
            {
                DayKind = DayKind.Holiday,
            },
            Complaint("b", "2025-05-08 09:00"),
        ]);
        using var reader = city.Open("2025-06-01");

        Assert.Equal([4, 8], reader.HeatMap(Span("2025-05-01", "2025-05-31")).Select(cell => cell.Weekday));
    }

    [Fact]
    public void Hours_come_for_the_city_each_district_street_issue_and_issue_of_a_district()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00"),
            Complaint("b", "2025-04-21 09:10", street: null),
            Complaint("c", "2025-04-21 09:20", district: null, street: null),
        ]);
        using var reader = city.Open("2025-05-05");

        Assert.Equal(
            [
                ("city", "", 3),
                ("district", "朝阳区", 2),
                ("district_issue", "朝阳区/夜间施工扰民", 2),
                ("issue", "夜间施工扰民", 3),
                ("street", "朝阳区/望京街道", 1),
            ],
            reader
                .Hours(Span("2025-04-21", "2025-04-22"), _ => DayKind.Workday)
                .Select(scope => (scope.Level, scope.Scope, scope.Days.Sum(day => day.Complaints[9])))
        );
    }

    [Fact]
    public void Areas_leave_out_what_has_no_district_and_compare_with_the_spans_given()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00", caller: "one"),
            Complaint("b", "2025-04-22 09:00", caller: "one", street: null),
            Complaint("c", "2025-04-22 09:00", district: null, street: null),
            Complaint("d", "2025-04-15 09:00"),
            Complaint("e", "2024-04-23 09:00"),
            Complaint("first", "2024-04-20 09:00"),
        ]);
        using var reader = city.Open("2025-04-28");
        var spans = ReportSpans.For(Period.OfWeek(new Week(2025, 17)), city.Coverage!, DayOfWeek.Monday, WorkCalendar.None);
        var areas = reader.Areas(spans, city.Coverage!.FirstOn).Where(area => area.Issue is null).ToList();

        Assert.Equal([("district", "朝阳区", null), ("street", "朝阳区", "望京街道")], areas.Select(a => (a.Level, a.District, a.Street)));
        Assert.Equal((2, 2, 1), (areas[0].Complaints, areas[0].Incidents, areas[0].Callers));
        Assert.Equal(
            (1L, 1L, 1L, 1L),
            (areas[0].PreviousComplaints, areas[0].YearBeforeComplaints, areas[1].PreviousComplaints, areas[1].Complaints)
        );
        Assert.Equal(1L, areas[0].Baseline);
        Assert.Equal((26, 1L), (areas[0].Weeks.Count, areas[0].Weeks[^1]));
    }

    [Fact]
    public void Spans_before_the_data_are_unknown_and_not_zero()
    {
        using var city = new TinyCity([Complaint("a", "2025-04-21 09:00")]);
        using var reader = city.Open("2025-04-28");
        var spans = ReportSpans.For(Period.OfWeek(new Week(2025, 17)), city.Coverage!, DayOfWeek.Monday, WorkCalendar.None);
        var area = reader.Areas(spans, city.Coverage!.FirstOn)[0];

        Assert.Null(area.PreviousComplaints);
        Assert.Null(area.YearBeforeIncidents);
        Assert.Null(area.Baseline);
        Assert.Empty(area.Weeks);
    }

    [Fact]
    public void Issues_stand_beside_the_tree_of_the_source_with_the_earlier_spans()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00"),
            Complaint("b", "2025-04-27 09:00", issue: "其他") with
            {
                Category1 = "环境卫生",
                Category2 = "垃圾",
            },
            Complaint("c", "2025-04-14 09:00"),
            Complaint("d", "2025-04-16 09:00"),
        ]);
        using var reader = city.Open("2025-04-28");
        var issues = reader.Issues(ReportSpans.For(Period.OfWeek(new Week(2025, 17)), city.Coverage!, DayOfWeek.Monday, WorkCalendar.None));

        Assert.Equal(
            [
                ("category", "城市管理", null, 1, 2),
                ("category", "环境卫生", "垃圾", 1, 0),
                ("issue", "其他", null, 1, 0),
                ("issue", "夜间施工扰民", null, 1, 2),
            ],
            issues
                .OrderBy(row => row.Level, StringComparer.Ordinal)
                .ThenBy(row => row.Name, StringComparer.Ordinal)
                .Select(row => (row.Level, row.Name, row.SubName, (int)row.Complaints, (int)row.Previous))
        );
    }

    [Fact]
    public void Warnings_count_streets_their_districts_and_the_city()
    {
        using var city = new TinyCity(
            [
                Complaint("a", "2025-04-21 09:00"),
                Complaint("b", "2025-04-20 09:00"),
                Complaint("c", "2025-04-20 09:00", district: "丰台区", place: "甲"),
                Complaint("d", "2025-04-20 09:00", district: null),
                Complaint("other", "2025-04-20 10:00"),
                Complaint("again", "2025-04-20 11:00"),
            ],
            new Dictionary<string, string> { ["other"] = "b", ["again"] = "b" },
            units: new Dictionary<string, string> { ["other"] = "other" }
        );
        using var reader = city.Open("2025-04-22");
        var all = reader.WarningCounts(Span("2025-04-15", "2025-04-22"), 1, []);
        var counts = all.Where(row => row.Issue is not null)
            .ToLookup(row => (row.District, row.Street is null), row => (row.Part, row.Incidents));

        // What has no district is of the city all the same.
        Assert.Equal([(0, 1), (1, 3)], counts[(null, true)]);
        // All issues together; who calls again about the same is one caller, and others are more of them.
        Assert.Equal(
            [("朝阳区", 1, 2), ("朝阳区", 1, 1)],
            all.Where(row => row is { Issue: null, District: "朝阳区", Street: null })
                .OrderByDescending(row => row.Part)
                .Select(row => (row.District, row.Incidents, row.Callers))
        );
        Assert.Equal([(0, 1), (1, 1)], counts[("朝阳区", true)]);
        Assert.Equal([(1, 1)], counts[("丰台区", true)]);
        var of = new EarlyWarning(
            "city",
            null,
            null,
            "夜间施工扰民",
            "c2",
            new(2025, 4, 20),
            new(2025, 4, 20),
            new(2025, 4, 20),
            2,
            0,
            1,
            2,
            0,
            0,
            "up",
            true,
            1,
            9,
            null
        );
        Assert.Equal(["b", "c", "d"], reader.WarningOrders(of));
        Assert.Equal(["b"], reader.WarningOrders(of with { Level = "district", District = "朝阳区" }));
        Assert.Equal(["b", "other"], reader.WarningOrders(of with { District = "朝阳区", Counted = WarningSeries.Callers }));
        Alarm AlarmOf(params string[] openers) =>
            new(
                "W",
                "day",
                "new",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Day("2025-04-20"),
                Day("2025-04-20"),
                1,
                0,
                "up",
                null,
                null,
                openers
            );
        Assert.Equal(["b", "d", "again", "other"], reader.AlarmOrders(AlarmOf("b", "d")));
        Assert.Equal(["other"], reader.AlarmOrders(AlarmOf("other")));
        Assert.Empty(reader.AlarmOrders(AlarmOf()));
        Assert.Empty(reader.WarningOrders(of with { LeftOut = "2025-04-20" }));
    }

    [Fact]
    public void The_three_rates_count_stream_B_and_leave_out_what_is_excluded()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00") with
            {
                Resolved = true,
                Satisfaction = Satisfaction.Satisfied,
                Contacted = true,
            },
            Complaint("b", "2025-04-21 09:00") with
            {
                Resolved = false,
                Satisfaction = Satisfaction.Basic,
            },
            Complaint("c", "2025-04-21 09:00"),
            Complaint("d", "2025-04-21 09:00") with
            {
                Resolved = true,
                Disposition = Disposition.Excluded,
            },
            Complaint("e", "2025-04-21 09:00") with
            {
                Resolved = true,
                Stream = OrderStream.A,
            },
            Complaint("f", "2025-04-21 09:00", district: null) with
            {
                ValidCallback = false,
                Resolved = true,
                Contacted = true,
                Satisfaction = Satisfaction.Satisfied,
                Stream = OrderStream.Unknown,
            },
        ]);
        using var reader = city.Open("2025-04-28");
        var counts = reader.Callbacks(Span("2025-04-21", "2025-04-28"), null);

        Assert.Equal([null, "朝阳区"], counts.Select(count => count.District));
        // The callback that is not valid counts as one, and in no rate.
        Assert.Equal(new CallbackCount(null, 4, 3, 2, 1, 1, 1, 1, 1, 0, 2, 2), counts[0]);
        Assert.Equal(new CallbackCount("朝阳区", 3, 2, 2, 1, 1, 1, 1, 1, 0, 2, 2), counts[1]);
        long Orders(DateOnly? from) =>
            reader.Callbacks(Span("2025-04-21", "2025-04-28"), [new DatedKind("夜间施工扰民", from, null)])[0].Complaints;
        Assert.Equal((4L, 0L), (Orders(new DateOnly(2025, 4, 21)), Orders(new DateOnly(2025, 4, 22))));
        Assert.Equal(0, reader.Callbacks(Span("2025-04-21", "2025-04-28"), [new DatedKind("无照经营", null, null)])[0].Complaints);
    }

    [Fact]
    public void An_order_whose_status_tells_nothing_is_not_taken_for_closed()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00"),
            Complaint("b", "2025-04-21 09:00") with
            {
                QualityFlags = ["status_unknown_value"],
            },
            Complaint("c", "2025-04-21 09:00") with
            {
                QualityFlags = ["status_unknown_value"],
                ClosedAt = new DateTime(2025, 4, 22),
            },
            Complaint("d", "2025-04-21 09:00") with
            {
                Status = "办理中",
            },
        ]);
        using var reader = city.Open("2025-04-28");

        Assert.Equal(["a", "c"], reader.CallbackOrders(Span("2025-04-21", "2025-04-28"), null).Select(order => order.ComplaintId));
    }

    [Fact]
    public void A_unit_is_one_persons_issue_at_a_place_with_a_point()
    {
        using var city = new TinyCity(
            [
                Complaint("a", "2025-04-21 09:00", place: "望京西园"),
                Complaint("b", "2025-04-22 22:00", place: "望京西园"),
                Complaint("c", "2025-04-22 22:00", place: null),
            ],
            new Dictionary<string, string> { ["b"] = "a" }
        );
        using var reader = city.Open("2025-04-28");
        var unit = Assert.Single(reader.Units(Span("2025-04-21", "2025-04-28")));

        Assert.Equal(("a", 2, 9, "望京西园"), (unit.UnitId, unit.Complaints, unit.Hour, unit.PlaceKey));
        Assert.Equal((new DateTime(2025, 4, 21, 9, 0, 0), new DateTime(2025, 4, 22, 22, 0, 0)), (unit.At, unit.LastAt));
        Assert.Equal([Day("2025-04-21"), Day("2025-04-22")], unit.Days.Order());
    }

    [Fact]
    public void What_a_report_without_a_caller_says_is_told_apart_by_its_masked_text()
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-21 09:00", caller: null, place: "望京西园") with
            {
                ContentMasked = "占道",
            },
            Complaint("b", "2025-04-22 09:00", caller: null, place: "望京西园") with
            {
                Title = "占道",
            },
            Complaint("c", "2025-04-22 10:00", caller: null, place: "望京西园") with
            {
                ContentMasked = "堆物",
            },
            Complaint("d", "2025-04-22 11:00", caller: null, place: "望京西园"),
            Complaint("e", "2025-04-22 12:00", place: "望京西园") with
            {
                ContentMasked = "占道",
            },
        ]);
        using var reader = city.Open("2025-04-28");
        var texts = reader.UnitsWithTexts(Span("2025-04-21", "2025-04-28")).ToDictionary(unit => unit.UnitId, unit => unit.Text);

        Assert.NotNull(texts["a"]);
        Assert.Equal((texts["a"], null, null), (texts["b"], texts["d"], texts["e"]));
        Assert.NotEqual(texts["a"], texts["c"]);
    }

    [Fact]
    public void The_incidents_that_most_people_report_come_first()
    {
        var opened = new Dictionary<string, string>
        {
            ["a2"] = "a1",
            ["a3"] = "a1",
            ["b2"] = "b1",
            ["b3"] = "b1",
            ["b4"] = "b1",
        };
        using var city = new TinyCity(
            [
                Complaint("a1", "2025-04-21 09:00", caller: "one"),
                Complaint("a2", "2025-04-21 10:00", caller: "two"),
                Complaint("a3", "2025-04-21 11:00", caller: "three"),
                Complaint("b1", "2025-04-21 09:00", caller: "one"),
                Complaint("b2", "2025-04-21 10:00", caller: "one"),
                Complaint("b3", "2025-04-21 11:00", caller: null),
                Complaint("b4", "2025-04-21 12:00", caller: "one"),
                Complaint("c", "2025-04-21 12:00"),
            ],
            opened
        );
        using var reader = city.Open("2025-04-28");

        Assert.Equal(
            [("a1", 3L, 3L), ("b1", 4L, 1L)],
            reader.TopIncidents(Span("2025-04-21", "2025-04-28"), 3, 10).Select(one => (one.IncidentId, one.Complaints, one.Callers))
        );
    }

    [Fact]
    public void The_files_behind_a_generation_add_up_with_what_was_rejected()
    {
        using var city = new TinyCity([Complaint("a", "2025-04-21 09:00")], rejected: 2);
        using var reader = city.Open("2025-04-28");

        Assert.Equal(new BatchTotals(1, 3, 2, "beijing-12345"), reader.Batches());
    }

    [Fact]
    public void Weeks_of_places_count_incidents_where_they_were_first_reported()
    {
        Complaint At(string id, string at, double longitude, string place, string? street = "望京街道") =>
            Complaint(id, at, street: street, place: place) with
            {
                PlaceKey = "朝阳区/望京街道/" + place,
                Longitude = longitude,
                Latitude = 40,
                GeoLevel = GeoLevel.Coordinate,
            };
        using var city = new TinyCity(
            [
                At("early", "2025-04-13 23:59", 116.4, "西园"),
                At("a", "2025-04-14 09:00", 116.4, "西园"),
                At("again", "2025-04-21 09:00", 116.4, "西园"),
                At("b", "2025-04-27 23:59", 116.4, "西园"),
                At("c", "2025-04-27 10:00", 116.4, "西园"),
                At("d", "2025-04-20 09:00", 116.5, "东园"),
                At("text", "2025-04-21 09:00", 116.5, "东园", street: null) with
                {
                    GeoLevel = GeoLevel.Place,
                    Longitude = null,
                    Latitude = null,
                },
                At("coarse", "2025-04-21 09:00", 116.6, "东园") with
                {
                    GeoLevel = GeoLevel.Street,
                },
                At("late", "2025-04-28 00:00", 116.4, "西园"),
            ],
            new Dictionary<string, string> { ["again"] = "a" }
        );
        using var reader = city.Open("2025-05-05");
        var steps = new Hotspot.Hotspots.WeekSteps(Day("2025-04-14"), 2);

        Assert.Equal(
            [new(116.4, 40, 0, 1, 1), new(116.4, 40, 1, 2, 2), new(116.5, 40, 0, 1, 1)],
            reader.CoordinateWeeks(steps).OrderBy(row => row.Longitude).ThenBy(row => row.Week)
        );
        Assert.Equal([(0, 2), (1, 3)], reader.StreetWeeks(steps).Select(row => (row.Week, row.Incidents)));
        var places = reader.PlaceWeeks(steps, ["朝阳区/望京街道/东园", "朝阳区/望京街道/没有"]);
        Assert.Equal(2, places.Places);
        Assert.Equal([new(0, 1, 2), new(1, 1, 1), new(1, 2, 1)], places.Bins);
        Assert.Equal([1, 1], Assert.Single(places.Listed).Value);
        Assert.Equal((1, 1), (reader.UnitSpread(Span("2025-04-14", "2025-04-28")), reader.UnitSpread(Span("2024-04-14", "2024-04-28"))));
    }
}

using Hotspot.Grouping;
using static Hotspot.Tests.Grouping.TinyCity;

namespace Hotspot.Tests.Grouping;

public class ComplaintCubeTests
{
    [Fact]
    public void A_week_is_counted_by_days_and_an_incident_where_it_was_first_reported()
    {
        using var city = new TinyCity(
            [
                Complaint("a", "2025-04-21 23:10"),
                Complaint("b", "2025-04-21 23:40", caller: "two"),
                Complaint("c", "2025-04-26 09:00", district: null, street: null, issue: "其他"),
                Complaint("d", "2025-04-27", dayOnly: true),
                Complaint("after", "2025-04-28 00:00:01"),
            ],
            new Dictionary<string, string> { ["b"] = "a" }
        );
        using var reader = city.Open("2025-05-05");
        var cube = reader.Cube(Span("2025-04-21", "2025-04-28"), DayOfWeek.Monday);

        Assert.False(cube.IsByWeek);
        Assert.Equal(7, cube.Parts.Count);
        Assert.Equal(
            [
                new CubeCell(Day("2025-04-21"), "workday", 23, "夜间施工扰民", "朝阳区", "望京街道", 2, 1),
                new CubeCell(Day("2025-04-26"), "weekend", 9, "其他", null, null, 1, 1),
                new CubeCell(Day("2025-04-27"), "weekend", null, "夜间施工扰民", "朝阳区", "望京街道", 1, 1),
            ],
            cube.Cells
        );
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "2025-04-01 2025-04-07 2025-04-14 2025-04-21 2025-04-28", "2025-04-01 2025-04-07 2025-04-28")]
    [InlineData(DayOfWeek.Sunday, "2025-04-01 2025-04-06 2025-04-13 2025-04-20 2025-04-27", "2025-04-01 2025-04-06 2025-04-27")]
    public void A_month_is_counted_by_weeks_the_first_of_which_may_be_cut(DayOfWeek start, string parts, string used)
    {
        using var city = new TinyCity([
            Complaint("a", "2025-04-01 08:00"),
            Complaint("b", "2025-04-08 08:00"),
            Complaint("c", "2025-04-07 08:00"),
            Complaint("d", "2025-04-30 08:00"),
        ]);
        using var reader = city.Open("2025-05-05");
        var cube = reader.Cube(Span("2025-04-01", "2025-05-01"), start);

        Assert.True(cube.IsByWeek);
        Assert.Equal(parts.Split(' ').Select(Day), cube.Parts);
        Assert.Equal(used.Split(' ').Select(Day), cube.Cells.Select(cell => cell.Part));
        Assert.Equal([1, 2, 1], cube.Cells.Select(cell => cell.Complaints));
    }
}

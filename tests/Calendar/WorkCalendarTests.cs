using Hotspot.Calendar;

namespace Hotspot.Tests.Calendar;

public class WorkCalendarTests
{
    private static readonly WorkCalendar Beijing = WorkCalendar.Load();

    [Theory]
    [InlineData("2025-01-25", DayKind.Weekend, null)]
    [InlineData("2025-01-26", DayKind.Workday, null)] // a Sunday made up for Spring Festival
    [InlineData("2025-01-28", DayKind.Holiday, "春节")]
    [InlineData("2025-02-01", DayKind.Holiday, "春节")] // a Saturday
    [InlineData("2025-02-05", DayKind.Workday, null)]
    [InlineData("2025-02-08", DayKind.Workday, null)] // a Saturday made up
    [InlineData("2025-04-21", DayKind.Workday, null)]
    [InlineData("2020-01-31", DayKind.Holiday, "春节")] // lengthened by a second notice
    [InlineData("2026-10-10", DayKind.Workday, null)] // a Saturday made up for National Day
    public void Days_off_and_make_up_days_are_those_of_the_notices(string day, DayKind kind, string? name)
    {
        Assert.Equal(kind, Beijing.Of(DateOnly.Parse(day)));
        Assert.Equal(name, Beijing.HolidayName(DateOnly.Parse(day)));
    }

    [Fact]
    public void The_years_2019_to_2026_are_covered() => Assert.Equal(Enumerable.Range(2019, 8), Beijing.Years);

    [Fact]
    public void A_year_without_a_notice_knows_its_weekends_and_says_so()
    {
        Assert.False(Beijing.Covers(2027));
        Assert.Equal(DayKind.Workday, Beijing.Of(new DateOnly(2027, 10, 1)));
        Assert.Equal(DayKind.Weekend, Beijing.Of(new DateOnly(2027, 10, 2)));
    }

    [Theory]
    [InlineData(2023, "2023-01-22")]
    [InlineData(2024, "2024-02-10")]
    [InlineData(2025, "2025-01-29")]
    [InlineData(2026, "2026-02-17")]
    public void The_lunar_year_begins_on_its_day_and_is_a_day_off(int year, string day)
    {
        Assert.Equal(DateOnly.Parse(day), WorkCalendar.LunarNewYear(year));
        Assert.Equal("春节", Beijing.HolidayName(DateOnly.Parse(day)));
    }

    [Fact]
    public void Another_city_has_weekends_only()
    {
        Assert.Equal(DayKind.Workday, WorkCalendar.None.Of(new DateOnly(2025, 1, 28)));
        Assert.Equal(DayKind.Weekend, WorkCalendar.None.Of(new DateOnly(2025, 1, 26)));
        Assert.False(WorkCalendar.None.Covers(2025));
    }

    [Theory]
    [InlineData("2025-13-01,元旦,holiday")]
    [InlineData("2025-01-01,元旦,off")]
    [InlineData("2025-01-01,元旦,holiday\n2025-01-01,元旦,workday")]
    public void A_broken_file_is_refused_with_its_line(string lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "date,name,kind\n" + lines + "\n");
            Assert.Contains("line ", Assert.Throws<InvalidDataException>(() => WorkCalendar.Load(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("2025-01-29", 1, "2024-02-10")]
    [InlineData("2025-02-12", 2, "2023-02-05")]
    [InlineData("2025-05-01", 1, "2024-05-01")]
    [InlineData("2024-02-29", 1, "2023-02-10")]
    public void The_same_season_of_a_past_year_is_counted_from_the_Spring_Festival_near_it(string day, int years, string expected)
    {
        Assert.Equal(DateOnly.Parse(expected), WorkCalendar.Load().SameSeason(DateOnly.Parse(day), years));
        Assert.Equal(DateOnly.Parse(day).AddYears(-years), WorkCalendar.None.SameSeason(DateOnly.Parse(day), years));
    }
}

using System.Globalization;

namespace Hotspot.Calendar;

/// <summary>
/// Workdays, weekends and statutory days off. In the years that the State Council's notices cover, days off and make-up days (调休上班) come from
/// <c>data-schemas/calendar/days.csv</c>; in other years only Monday to Friday are told from the weekend, and <see cref="Covers"/> says no.
/// Immutable, safe on any thread.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Days off of the festival lie within so many days of the first of the lunar year.</summary>
    private const int FestivalReach = 10;

    /// <summary>What goes with the festival begins and ends within so many days of it: before, the year's last works; after, the Lantern Festival and the return.</summary>
    private const int FestivalSeason = 28;

    private readonly Dictionary<DateOnly, (DayKind Kind, string Name)> _days;
    private readonly HashSet<int> _years;

    private WorkCalendar(Dictionary<DateOnly, (DayKind Kind, string Name)> days)
    {
        _days = days;
        _years = [.. days.Keys.Select(day => day.Year)];
    }

    /// <summary>Knows weekends only: other cities.</summary>
    public static WorkCalendar None { get; } = new([]);

    /// <summary>Years with a notice, ascending.</summary>
    public IReadOnlyList<int> Years => [.. _years.Order()];

    /// <summary>The calendar that ships with the program.</summary>
    public static WorkCalendar Load() => Load(Path.Combine(AppContext.BaseDirectory, "data-schemas", "calendar", "days.csv"));

    /// <summary>Reads the columns date, name, kind (holiday | workday), one line a day, without quotation marks.</summary>
    /// <exception cref="InvalidDataException">A line does not have this form, or a day stands twice.</exception>
    public static WorkCalendar Load(string file)
    {
        var days = new Dictionary<DateOnly, (DayKind Kind, string Name)>();
        var number = 1;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            number++;
            DayKind? kind = line.Split(',') switch
            {
                [_, _, "holiday"] => DayKind.Holiday,
                [_, _, "workday"] => DayKind.Workday,
                _ => null,
            };
            if (
                kind is null
                || !DateOnly.TryParseExact(line.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || !days.TryAdd(day, (kind.Value, line.Split(',')[1]))
            )
                throw new InvalidDataException($"{file}, line {number}: expected a new date, a name and holiday or workday");
        }
        return new WorkCalendar(days);
    }

    /// <summary>Whether days off and make-up days of the year are known.</summary>
    public bool Covers(int year) => _years.Contains(year);

    public DayKind Of(DateOnly day) =>
        _days.TryGetValue(day, out var special) ? special.Kind
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : DayKind.Workday;

    /// <summary>Name of the day off (春节); null on other days, make-up days included.</summary>
    public string? HolidayName(DateOnly day) =>
        _days.TryGetValue(day, out var special) && special.Kind == DayKind.Holiday ? special.Name : null;

    /// <summary>Statutory days off with their names, in order of time.</summary>
    public IEnumerable<(DateOnly Day, string Name)> Holidays =>
        _days.Where(day => day.Value.Kind == DayKind.Holiday).Select(day => (day.Key, day.Value.Name)).OrderBy(day => day.Key);

    /// <summary>Whether the day is a statutory day off of the Spring Festival; false in years that no notice covers.</summary>
    public bool IsSpringFestival(DateOnly day) =>
        Of(day) == DayKind.Holiday && Math.Abs(day.DayNumber - LunarNewYear(day.Year).DayNumber) <= FestivalReach;

    /// <summary>
    /// The first of as many days a year before that hold the Spring Festival where these do; null: neither these days nor <paramref name="sameDays"/>, the
    /// same ones of the year before, hold a day of it.
    /// </summary>
    public DateOnly? ByFestival(DateOnly from, int days, DateOnly? sameDays)
    {
        bool Holds(DateOnly first) => Enumerable.Range(0, days).Any(day => IsSpringFestival(first.AddDays(day)));
        return Holds(from) || sameDays is { } then && Holds(then)
            ? from.AddDays(LunarNewYear(from.Year - 1).DayNumber - LunarNewYear(from.Year).DayNumber)
            : null;
    }

    /// <summary>
    /// The first of as many days a year before of the holiday that these are, all of them and no others. Of one that was longer, together with another, its first
    /// days or its last, as they are named in their order (中秋节 of 国庆节、中秋节); around one that was shorter, with the most days off. Null: they are none.
    /// </summary>
    public DateOnly? ByHoliday(DateOnly from, int days)
    {
        if (HolidayName(from) is null)
            return null;
        var all = CalendarEvent.Holidays(this);
        if (all.FirstOrDefault(one => one.From == from && one.Days == days) is not { } asked || asked.YearBefore(all) is not { } then)
            return null;
        if (then.Days >= days)
            return then.Name != asked.Name && then.Name.EndsWith(asked.Name, StringComparison.Ordinal)
                ? then.LastDay.AddDays(1 - days)
                : then.From;
        return Enumerable
            .Range(0, days - then.Days + 1)
            .Select(early => then.From.AddDays(-early))
            .MaxBy(first => Enumerable.Range(0, days).Count(day => Of(first.AddDays(day)) != DayKind.Workday));
    }

    /// <summary>
    /// The day of an earlier year at the same point of the seasons: within four weeks of the Spring Festival as many days from it, where the calendar knows the
    /// festival; else the same date.
    /// </summary>
    public DateOnly SameSeason(DateOnly day, int years)
    {
        var from = day.DayNumber - LunarNewYear(day.Year).DayNumber;
        return _years.Count > 0 && Math.Abs(from) <= FestivalSeason ? LunarNewYear(day.Year - years).AddDays(from) : day.AddYears(-years);
    }

    /// <summary>First day of the lunar year (春节初一) that begins in this year: what Spring Festivals of two years are aligned by. 1901–2100.</summary>
    public static DateOnly LunarNewYear(int year) =>
        DateOnly.FromDateTime(new ChineseLunisolarCalendar().ToDateTime(year, 1, 1, 0, 0, 0, 0));
}

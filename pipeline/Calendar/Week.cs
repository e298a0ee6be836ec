using System.Globalization;

namespace Hotspot.Calendar;

/// <summary>An ISO week, written 2025-W17: Monday to Sunday, both included.</summary>
public readonly record struct Week(int Year, int Number)
{
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    public static Week Of(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return new Week(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }

    /// <summary>The same week number of the year before; null for week 53, which most years lack.</summary>
    public Week? YearBefore => Number <= ISOWeek.GetWeeksInYear(Year - 1) ? new Week(Year - 1, Number) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-W{Number:00}");
}

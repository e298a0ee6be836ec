using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotspot.Calendar;

public enum PeriodKind
{
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>Natural months are calendar months; an assessment month runs from the 19th of the month before to the 18th.</summary>
public enum MonthRule
{
    Natural,
    Assessment,
}

/// <summary>A reporting period: whole days, <see cref="From"/> and <see cref="LastDay"/> both included. <see cref="Name"/> is what options and folders write.</summary>
public sealed partial record Period(PeriodKind Kind, string Name, DateOnly From, DateOnly LastDay, MonthRule Rule = MonthRule.Natural)
{
    /// <summary>First day that is no longer in the period.</summary>
    public DateOnly Until => LastDay.AddDays(1);

    public int Days => LastDay.DayNumber - From.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= From && day <= LastDay;

    /// <param name="startDay">Day the office's week starts on; the week is named after the ISO week of its first Monday-to-Sunday majority day, i.e. of its fourth day.</param>
    public static Period OfWeek(Week week, DayOfWeek startDay = DayOfWeek.Monday)
    {
        // Days from Monday back or on to the start day, so that the fourth day stays inside the ISO week: Sunday starts one day before.
        var shift = ((int)startDay + 6) % 7;
        if (shift > 3)
            shift -= 7;
        var from = week.Monday.AddDays(shift);
        return new Period(PeriodKind.Weekly, week.ToString(), from, from.AddDays(6));
    }

    public static Period OfMonth(int year, int month, MonthRule rule)
    {
        var first = new DateOnly(year, month, 1);
        var name = first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return rule == MonthRule.Natural
            ? new Period(PeriodKind.Monthly, name, first, first.AddMonths(1).AddDays(-1), rule)
            : new Period(PeriodKind.Monthly, name, first.AddMonths(-1).AddDays(18), first.AddDays(17), rule);
    }

    public static Period OfQuarter(int year, int quarter, MonthRule rule)
    {
        var from = OfMonth(year, quarter * 3 - 2, rule).From;
        var last = OfMonth(year, quarter * 3, rule).LastDay;
        return new Period(PeriodKind.Quarterly, string.Create(CultureInfo.InvariantCulture, $"{year}-Q{quarter}"), from, last, rule);
    }

    public static Period OfYear(int year, MonthRule rule) =>
        new(
            PeriodKind.Yearly,
            year.ToString("0000", CultureInfo.InvariantCulture),
            OfMonth(year, 1, rule).From,
            OfMonth(year, 12, rule).LastDay,
            rule
        );

    /// <summary>The period of this kind that holds <paramref name="day"/>.</summary>
    public static Period Holding(PeriodKind kind, DateOnly day, DayOfWeek startDay, MonthRule rule)
    {
        if (kind == PeriodKind.Weekly)
        {
            // The office's week may straddle two ISO weeks: try the neighbours too.
            foreach (var offset in (ReadOnlySpan<int>)[0, 7, -7])
            {
                var week = OfWeek(Week.Of(day.AddDays(offset)), startDay);
                if (week.Contains(day))
                    return week;
            }
        }

        // From the 19th on, an assessment day belongs to the next month.
        var anchor = rule == MonthRule.Assessment && day.Day >= 19 ? new DateOnly(day.Year, day.Month, 1).AddMonths(1) : day;
        return kind switch
        {
            PeriodKind.Monthly => OfMonth(anchor.Year, anchor.Month, rule),
            PeriodKind.Quarterly => OfQuarter(anchor.Year, (anchor.Month + 2) / 3, rule),
            _ => OfYear(anchor.Year, rule),
        };
    }

    /// <summary>The last period of this kind that ended before <paramref name="day"/>.</summary>
    public static Period EndedBefore(PeriodKind kind, DateOnly day, DayOfWeek startDay, MonthRule rule)
    {
        var holding = Holding(kind, day.AddDays(-1), startDay, rule);
        return holding.LastDay < day ? holding : holding.Previous(startDay);
    }

    /// <summary>Natural and assessment months stand side by side.</summary>
    public string FolderName => Rule == MonthRule.Assessment && Kind != PeriodKind.Weekly ? Name + AssessmentFolder : Name;

    private const string AssessmentFolder = "-assessment";

    /// <summary>The period whose <see cref="FolderName"/> it is; null where it is none of this kind and rule.</summary>
    public static Period? OfFolder(PeriodKind kind, string folderName, DayOfWeek startDay, MonthRule rule) =>
        Parse(kind, folderName.Replace(AssessmentFolder, "", StringComparison.Ordinal), startDay, rule) is { } period
        && period.FolderName == folderName
            ? period
            : null;

    /// <summary>The period just before this one, of the same kind.</summary>
    public Period Previous(DayOfWeek startDay = DayOfWeek.Monday) => Holding(Kind, From.AddDays(-1), startDay, Rule);

    /// <summary>The same period one year earlier; null where there is none (week 53).</summary>
    public Period? YearBefore(DayOfWeek startDay = DayOfWeek.Monday)
    {
        if (Kind != PeriodKind.Weekly)
            return Holding(Kind, LastDay.AddYears(-1), startDay, Rule);
        return ParseWeek(Name).YearBefore is { } week ? OfWeek(week, startDay) : null;
    }

    /// <summary>Reads 2025-W17, 2025-04, 2025-Q2 or 2025; null where the text does not name a period of this kind.</summary>
    public static Period? Parse(PeriodKind kind, string text, DayOfWeek startDay, MonthRule rule)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var number = match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (kind, match.Groups["letter"].Value, number) switch
        {
            (PeriodKind.Weekly, "W", _) when number >= 1 && number <= ISOWeek.GetWeeksInYear(year) => OfWeek(
                new Week(year, number),
                startDay
            ),
            (PeriodKind.Monthly, "", >= 1 and <= 12) => OfMonth(year, number, rule),
            (PeriodKind.Quarterly, "Q", >= 1 and <= 4) => OfQuarter(year, number, rule),
            (PeriodKind.Yearly, "", 0) => OfYear(year, rule),
            _ => null,
        };
    }

    private static Week ParseWeek(string name) =>
        new(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(name.AsSpan(6), CultureInfo.InvariantCulture));

    [GeneratedRegex("^(?<year>20[0-9]{2})(-(?<letter>[WQ]?)(?<number>[0-9]{1,2}))?$")]
    private static partial Regex Pattern();
}

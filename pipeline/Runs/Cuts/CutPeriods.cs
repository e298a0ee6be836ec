using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;

namespace Hotspot.Runs.Cuts;

/// <param name="Named">The week, month, quarter or year that it is; null: days that have no name.</param>
/// <param name="HasYear">The words say the year.</param>
/// <param name="HasEnd">The words say from when and until when: 8月1日到15日, 年初至今.</param>
internal sealed record CutPeriod(Period? Named, DaySpan Days, bool HasYear = true, bool HasEnd = false);

/// <summary>
/// Times in words. 近三月 and its like end with the last day of data; 上周, 本月, 今年 go by the office's clock; a month, week or day without a year is the last
/// one that has begun.
/// </summary>
/// <param name="through">Last day of data.</param>
/// <param name="events">Days that have a name; asked where a sentence names one.</param>
internal sealed class CutPeriods(DateOnly today, DateOnly through, CutCalendar calendar, Func<IReadOnlyList<CalendarEvent>> events)
{
    private DateOnly Known => today < through ? today : through;

    /// <summary>Groups of a pattern that hold the end of a span.</summary>
    private static readonly string[] Ends = ["k", "e", "v", "l"];

    /// <param name="before">The time that the sentence names before; null: none.</param>
    /// <returns>Null: the words name no such time (第60周, 2月30日).</returns>
    public CutPeriod? Read(CutWord word, Match match, CutPeriod? before) =>
        Time(word, match, before) is { } period
            ? period with
            {
                HasEnd = word.Meaning == "year_to_date" || Ends.Any(end => match.Groups[end].Success),
            }
            : null;

    private CutPeriod? Time(CutWord word, Match match, CutPeriod? before)
    {
        var (code, said) = word.Meaning.Split('=') is [var name, var text] ? (name, text) : (word.Meaning, "");
        int? step = int.TryParse(said, out var number) ? number : null;
        int? Part(string group) => match.Groups[group] is { Success: true } found ? CutGrammar.Number(found.Value) : null;
        var n = Part("n") ?? step ?? 1;
        return code switch
        {
            "last_days" => Last(n, through.AddDays(1 - n)),
            "last_weeks" => Last(n, through.AddDays(1 - 7 * n)),
            "last_months" => Last(n, through.AddDays(1).AddMonths(-n)),
            "last_quarters" => Last(n, through.AddDays(1).AddMonths(-3 * n)),
            "last_years" => Last(n, through.AddDays(1).AddYears(-n)),
            "day" => Of(new DaySpan(today.AddDays(step!.Value), today.AddDays(step.Value + 1))),
            "week" => Of(Stepped(PeriodKind.Weekly, step!.Value)),
            "month" => Of(Stepped(PeriodKind.Monthly, step!.Value)),
            "quarter" => Of(Stepped(PeriodKind.Quarterly, step!.Value)),
            "year_of" => Of(Period.OfYear(Year(match)!.Value, calendar.MonthRule)),
            "month_of" => Month(Year(match), Part("m")!.Value),
            "assessment" => Assessed(Of(Stepped(PeriodKind.Monthly, step!.Value, MonthRule.Assessment))),
            "assessment_of" => Assessed(Month(Year(match), Part("m")!.Value, MonthRule.Assessment)),
            "months_of" => Join(Month(Year(match), Part("m")!.Value), Month(null, Part("k")!.Value)),
            "first_months" when n is >= 1 and <= 12 => Join(Month(Year(match), 1), Month(Year(match), n)),
            "year_to_date" => UntilNow(Of(Period.OfYear(today.Year, calendar.MonthRule))),
            "event_of" => Event(said.Length > 0 ? said : match.Groups["t"].Value, Year(match)),
            "quarter_of" => Quarter(Year(match), n),
            "quarters_of" => Join(Quarter(Year(match), n), Quarter(null, Part("l")!.Value)),
            "first_quarters" when Quarter(Year(match), n) is { } last => Join(Quarter(last.Days.From.Year, 1), last),
            "week_of" => Week(Year(match), n),
            "weeks_of" => Join(Week(Year(match), n), Week(null, Part("l")!.Value)),
            "half_of" => Half(match, step!.Value),
            "day_of" => Days(match, Part("m")!.Value, Part("d")!.Value, null),
            "same_month" when before?.Days.LastDay is { } day && Date(day.Year, day.Month, Part("d")!.Value) is { } same => Of(
                new DaySpan(same, same.AddDays(1))
            ),
            "days_of" => Days(match, Part("m")!.Value, Part("d")!.Value, Part("e")),
            "third_of" => Third(Month(Year(match), Part("m")!.Value, MonthRule.Natural), match),
            "month_third" => Third(Of(Stepped(PeriodKind.Monthly, step!.Value, MonthRule.Natural)), match),
            "month_days" => Within(
                Stepped(PeriodKind.Monthly, step!.Value, MonthRule.Natural),
                Part("d")!.Value,
                Part("e") ?? Part("d")!.Value
            ),
            "weekdays_of" => Weekdays(
                step!.Value,
                CutGrammar.Weekday(match.Groups["w"].Value)!.Value,
                CutGrammar.Weekday(match.Groups["v"].Value)
            ),
            "weekend_of" => Weekdays(step!.Value, 6, 7),
            _ => null,
        };
    }

    /// <summary>From the first day of one to the last of the other; the later one takes the year of the earlier, or the next. Null: it does not end later.</summary>
    public CutPeriod? Join(CutPeriod? from, CutPeriod? to) =>
        from is not null && to is not null && Behind(from, to) is { } then && then.LastDay >= from.Days.From
            ? Of(new DaySpan(from.Days.From, then.Until))
            : null;

    /// <summary>Both as one, where one begins with the day after the other: 7月、8月. Null: they do not.</summary>
    public CutPeriod? Adjoining(CutPeriod one, CutPeriod other) =>
        other.Days.Until == one.Days.From ? Of(new DaySpan(other.Days.From, one.Days.Until))
        : Behind(one, other) is { } then && then.From == one.Days.Until ? Of(new DaySpan(one.Days.From, then.Until))
        : null;

    /// <summary>The days of the later one.</summary>
    private DaySpan? Behind(CutPeriod from, CutPeriod to)
    {
        if (to.HasYear || !from.HasYear && from.Days.From <= to.Days.LastDay)
            return to.Days;
        return from.HasYear
            ? InYear(to, from.Days.From.Year) is { } same && same.LastDay >= from.Days.From
                ? same
                : InYear(to, from.Days.From.Year + 1)
            : new DaySpan(to.Days.From.AddYears(1), to.Days.LastDay.AddYears(1).AddDays(1));
    }

    /// <summary>去年同期: what the 同比 of these days compares with, of a time that still runs as many days as the data have. Null: week 53.</summary>
    public CutPeriod? YearAgo(CutPeriod period) =>
        Cutting.Compared(period.Named, period.Days, (DateOnly.MinValue, through), calendar).YearBefore is { } days ? Of(days) : null;

    /// <summary>The later of two times, and which comparison of it is one with the other; null: neither 同比 nor 环比 is.</summary>
    public (CutPeriod Later, CutMeasure Measure)? Against(CutPeriod one, CutPeriod other)
    {
        var (later, earlier) = one.Days.From > other.Days.From ? (one, other) : (other, one);
        var (_, previous, yearBefore) = Cutting.Compared(later.Named, later.Days, (DateOnly.MinValue, DateOnly.MaxValue), calendar);
        return earlier.Days == yearBefore ? (later, CutMeasure.YearChange)
            : earlier.Days == previous ? (later, CutMeasure.Change)
            : null;
    }

    /// <summary>The days of the same name in another year; null: it has none (第53周).</summary>
    private DaySpan? InYear(CutPeriod period, int year)
    {
        if (period.Named is { Kind: not PeriodKind.Yearly } named)
            return Period.Parse(named.Kind, $"{year}{named.Name[4..]}", calendar.WeekStart, calendar.MonthRule) is { } other
                ? new DaySpan(other.From, other.Until)
                : null;
        var years = year - period.Days.From.Year;
        return new DaySpan(period.Days.From.AddYears(years), period.Days.LastDay.AddYears(years).AddDays(1));
    }

    /// <summary>From the first day on to the last day of data.</summary>
    public CutPeriod UntilNow(CutPeriod from) => Of(new DaySpan(from.Days.From, Max(from.Days.From, through).AddDays(1)));

    private CutPeriod? Last(int n, DateOnly from) => n is >= 1 and <= 4000 ? Of(new DaySpan(from, through.AddDays(1))) : null;

    private static CutPeriod Of(DaySpan days) => new(null, days);

    private static CutPeriod Of(Period period) => new(period, new DaySpan(period.From, period.Until));

    private Period Stepped(PeriodKind kind, int step, MonthRule? rule = null)
    {
        var period = Period.Holding(kind, today, calendar.WeekStart, rule ?? calendar.MonthRule);
        for (; step < 0; step++)
            period = period.Previous(calendar.WeekStart);
        return period;
    }

    /// <summary>Null: not said.</summary>
    private int? Year(Match match) =>
        match.Groups["y"] is not { Success: true, Value: var text } ? null
        : text is "今" or "本" ? today.Year
        : text is "去" or "上" ? today.Year - 1
        : text is "前" ? today.Year - 2
        : CutGrammar.Number(text) is var number and < 100 ? 2000 + number
        : CutGrammar.Number(text);

    /// <summary>Of the year that is said, else the last one that has begun.</summary>
    private CutPeriod? Recent(int? year, Func<int, Period?> of)
    {
        if (year is { } known)
            return of(known) is { } said ? Of(said) : null;
        var found = of(Known.Year) is { } period && period.From <= Known ? period : of(Known.Year - 1);
        return found is null ? null : Of(found) with { HasYear = false };
    }

    private CutPeriod? Quarter(int? year, int quarter) =>
        quarter is >= 1 and <= 4 ? Recent(year, of => Period.OfQuarter(of, quarter, calendar.MonthRule)) : null;

    private CutPeriod? Week(int? year, int week) =>
        Recent(year, of => Period.Parse(PeriodKind.Weekly, $"{of}-W{week:00}", calendar.WeekStart, calendar.MonthRule));

    private CutPeriod Month(int? year, int month, MonthRule? rule = null) =>
        Recent(year, of => Period.OfMonth(of, month, rule ?? calendar.MonthRule))!;

    /// <summary>An assessment month; where the office counts natural months it is no month by its name, but days.</summary>
    private CutPeriod Assessed(CutPeriod month) => calendar.MonthRule == MonthRule.Assessment ? month : month with { Named = null };

    /// <summary>国庆 is 国庆节, 国庆节、中秋节 and the like; 元旦 may begin in the year before.</summary>
    private CutPeriod? Event(string name, int? year) =>
        events()
            .LastOrDefault(one =>
                one.Name.Contains(name, StringComparison.Ordinal) && (year is null ? one.From <= Known : one.LastDay.Year == year)
            )
            is { } found
            ? Of(new DaySpan(found.From, found.LastDay.AddDays(1)))
            : null;

    private static CutPeriod? Third(CutPeriod month, Match match)
    {
        var first = 1 + 10 * "上中下".IndexOf(match.Groups["x"].Value, StringComparison.Ordinal);
        return Within(month.Named!, first, first == 21 ? month.Named!.Days : first + 9) is { } days
            ? days with
            {
                HasYear = month.HasYear,
            }
            : null;
    }

    /// <summary>Days of a natural month.</summary>
    private static CutPeriod? Within(Period month, int first, int last) =>
        last >= first && last <= month.Days ? Of(new DaySpan(month.From.AddDays(first - 1), month.From.AddDays(last))) : null;

    /// <summary>Days of an office week; a weekend that the week cuts in two ends the day after.</summary>
    private CutPeriod? Weekdays(int step, int first, int? last)
    {
        var week = Stepped(PeriodKind.Weekly, step);
        var from = week.From.AddDays((first - calendar.WeekStartDay + 6) % 7);
        var days = ((last ?? first) - first + 7) % 7;
        return last is not null && last != first && from.AddDays(days) > week.LastDay.AddDays(1)
            ? null
            : Of(new DaySpan(from, from.AddDays(days + 1)));
    }

    private CutPeriod Half(Match match, int half)
    {
        var said = Year(match);
        var year = said ?? (half == 1 || Known.Month > 6 ? Known.Year : Known.Year - 1);
        var (first, last) = (
            Period.OfQuarter(year, half * 2 - 1, calendar.MonthRule),
            Period.OfQuarter(year, half * 2, calendar.MonthRule)
        );
        return Of(new DaySpan(first.From, last.Until)) with { HasYear = said is not null };
    }

    private CutPeriod? Days(Match match, int month, int day, int? lastDay)
    {
        var said = Year(match);
        var year = said ?? (Date(Known.Year, month, day) is { } now && now <= Known ? Known.Year : Known.Year - 1);
        return Date(year, month, day) is { } from && Date(year, month, lastDay ?? day) is { } last && last >= from
            ? Of(new DaySpan(from, last.AddDays(1))) with
            {
                HasYear = said is not null,
            }
            : null;
    }

    private static DateOnly? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}

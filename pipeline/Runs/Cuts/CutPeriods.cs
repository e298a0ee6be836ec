using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;

namespace Hotspot.Runs.Cuts;

/// <param name="Named">The week, month, quarter or year that it is; null: days that have no name.</param>
/// <param name="HasYear">The words say the year.</param>
internal sealed record CutPeriod(Period? Named, DaySpan Days, bool HasYear = true);

/// <summary>
/// Times in words. 近三月 and its like end with the last day of data; 上周, 本月, 今年 go by the office's clock; a month, week or day without a year is the last
/// one that has begun.
/// </summary>
/// <param name="through">Last day of data.</param>
internal sealed class CutPeriods(DateOnly today, DateOnly through, CutCalendar calendar)
{
    private DateOnly Known => today < through ? today : through;

    /// <summary>Null: the words name no such time (第60周, 2月30日).</summary>
    public CutPeriod? Read(CutWord word, Match match)
    {
        var (code, step) = word.Meaning.Split('=') is [var name, var text] ? (name, int.Parse(text, null)) : (word.Meaning, (int?)null);
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
            "month_of" => Recent(match, year => Period.OfMonth(year, Part("m")!.Value, calendar.MonthRule)),
            "quarter_of" when n is >= 1 and <= 4 => Recent(match, year => Period.OfQuarter(year, n, calendar.MonthRule)),
            "week_of" => Recent(match, year => Period.Parse(PeriodKind.Weekly, $"{year}-W{n:00}", calendar.WeekStart, calendar.MonthRule)),
            "half_of" => Half(match, step!.Value),
            "day_of" => Days(match, Part("m")!.Value, Part("d")!.Value, null),
            "days_of" => Days(match, Part("m")!.Value, Part("d")!.Value, Part("e")),
            _ => null,
        };
    }

    /// <summary>From the first day of one to the last of the other; the later one takes the year of the earlier, or the next.</summary>
    public CutPeriod? Join(CutPeriod from, CutPeriod to)
    {
        if (from.HasYear && !to.HasYear)
            return InYear(to, from.Days.From.Year) is { } same && same.LastDay >= from.Days.From
                    ? Of(new DaySpan(from.Days.From, same.Until))
                : InYear(to, from.Days.From.Year + 1) is { } next ? Of(new DaySpan(from.Days.From, next.Until))
                : null;
        if (to.HasYear || from.Days.From <= to.Days.LastDay)
            return from.Days.From <= to.Days.LastDay ? Of(new DaySpan(from.Days.From, to.Days.Until)) : null;
        return Of(new DaySpan(from.Days.From, to.Days.LastDay.AddYears(1).AddDays(1)));
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

    private Period Stepped(PeriodKind kind, int step)
    {
        var period = Period.Holding(kind, today, calendar.WeekStart, calendar.MonthRule);
        for (; step < 0; step++)
            period = period.Previous(calendar.WeekStart);
        return period;
    }

    /// <summary>Null: not said.</summary>
    private int? Year(Match match) =>
        match.Groups["y"] is not { Success: true, Value: var text } ? null
        : text is "今" or "本" ? today.Year
        : text is "去" or "上" ? today.Year - 1
        : CutGrammar.Number(text);

    /// <summary>Of the year that is said, else the last one that has begun.</summary>
    private CutPeriod? Recent(Match match, Func<int, Period?> of)
    {
        if (Year(match) is { } year)
            return of(year) is { } said ? Of(said) : null;
        var found = of(Known.Year) is { } period && period.From <= Known ? period : of(Known.Year - 1);
        return found is null ? null : Of(found) with { HasYear = false };
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

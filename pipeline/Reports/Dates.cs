using Hotspot.Calendar;
using Hotspot.Language;

namespace Hotspot.Reports;

/// <summary>Dates, hours and periods in words, from the phrase book.</summary>
public sealed class Dates(Phrasebook phrases)
{
    /// <summary>2025年4月27日</summary>
    public string Day(DateOnly day) => phrases.Say("date.day", ("year", day.Year), ("month", day.Month), ("day", day.Day));

    /// <summary>4月27日</summary>
    public string MonthDay(DateOnly day) => phrases.Say("date.month_day", ("month", day.Month), ("day", day.Day));

    /// <summary>4月21日—4月27日; with the years where they differ.</summary>
    public string Span(DateOnly from, DateOnly last) =>
        from.Year == last.Year
            ? phrases.Say("date.span", ("from", MonthDay(from)), ("last", MonthDay(last)))
            : phrases.Say("date.span", ("from", Day(from)), ("last", Day(last)));

    /// <summary>1月1日—7月28日、8月3日: neighbouring days as one span; of more than <paramref name="most"/> the first, and that there are more.</summary>
    public string Days(IEnumerable<DateOnly> days, int most)
    {
        var spans = new List<(DateOnly From, DateOnly Last)>();
        foreach (var day in days.Order())
        {
            if (spans.Count > 0 && spans[^1].Last.AddDays(1) == day)
                spans[^1] = (spans[^1].From, day);
            else
                spans.Add((day, day));
        }
        var list = string.Join(
            phrases["separator.enumeration"],
            spans.Take(most).Select(span => span.From == span.Last ? MonthDay(span.From) : Span(span.From, span.Last))
        );
        return spans.Count > most ? phrases.Say("date.more", ("list", list)) : list;
    }

    /// <summary>2025年第17周, 2025年4月, 2025年第2季度, 2025年.</summary>
    public string Period(Period period)
    {
        var year = period.Name[..4];
        return period.Kind switch
        {
            PeriodKind.Weekly => phrases.Say("date.week", ("year", year), ("number", period.Name[6..].TrimStart('0'))),
            PeriodKind.Monthly => phrases.Say("date.month", ("year", year), ("number", period.Name[5..].TrimStart('0'))),
            PeriodKind.Quarterly => phrases.Say("date.quarter", ("year", year), ("number", period.Name[6..])),
            _ => phrases.Say("date.year", ("year", year)),
        };
    }

    /// <summary>22—24时 for a first hour and the first hour after; 22时—次日1时 across midnight.</summary>
    public string Hours(int start, int end) =>
        end <= start && end != 0
            ? phrases.Say("date.hours_over_midnight", ("start", start), ("end", end))
            : phrases.Say("date.hours", ("start", start), ("end", end == 0 ? 24 : end));

    /// <summary>Several runs of hours with their word said once, as in 8—9、12—13、18—20 of a day; a run over midnight keeps its words.</summary>
    public string Hours(IEnumerable<int> hours)
    {
        var runs = Runs(hours);
        return string.Join(
            phrases["separator.enumeration"],
            runs.Select(
                (run, i) =>
                    i < runs.Count - 1 && (run.End > run.Start || run.End == 0)
                        ? phrases.Say("date.hours_part", ("start", run.Start), ("end", run.End == 0 ? 24 : run.End))
                        : Hours(run.Start, run.End)
            )
        );
    }

    /// <summary>Runs of neighbouring hours on the clock, in order of their first hour: {22, 23, 0, 9} gives 9—10 and 22—次日1.</summary>
    public static IReadOnlyList<(int Start, int End)> Runs(IEnumerable<int> hours)
    {
        var on = new bool[24];
        foreach (var hour in hours)
            on[hour] = true;
        if (on.All(set => set))
            return [(0, 24)];
        var runs = new List<(int Start, int End)>();
        for (var start = 0; start < 24; start++)
        {
            if (!on[start] || on[(start + 23) % 24])
                continue;
            var length = 1;
            while (on[(start + length) % 24])
                length++;
            var end = start + length;
            runs.Add((start, end > 24 ? end - 24 : end));
        }
        return runs;
    }
}

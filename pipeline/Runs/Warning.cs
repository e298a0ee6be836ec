using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Warnings;

namespace Hotspot.Runs;

/// <summary>
/// 预警 of a day (METHODS g): from the published complaints up to it to the rows of <c>early_warnings</c>. What a bulletin of the last days calls, and what a
/// night calls for its one day.
/// </summary>
public static class Warning
{
    private const int DaysOfWeek = 7;

    /// <summary>A week of fewer known days is not tested.</summary>
    private const int LeastOfWeek = 4;

    /// <param name="asOf">The last day looked at; what came on later days must not be seen by <paramref name="reader"/>.</param>
    /// <param name="ofNight">
    /// A night tests its one day, what callers tell and which areas are silent; a bulletin its seven days, for its points count callers and its areas totals.
    /// </param>
    public static IReadOnlyList<EarlyWarning> Run(
        ComplaintReader reader,
        DateOnly asOf,
        Coverage coverage,
        WorkCalendar calendar,
        bool ofNight = false
    )
    {
        var known = asOf.DayNumber - coverage.FirstOn.DayNumber + 1;
        if (known <= 0)
            return [];
        var (days, weeks) = (Math.Min(known, WarningInputs.MostDays), Math.Min(known / DaysOfWeek, WarningInputs.MostWeeks));
        DaySpan Last(int count) => new(asOf.AddDays(1 - count), asOf.AddDays(1));
        // Days that a busy export lacks are not quiet ones.
        var holes = BusySource.Holes([.. reader.Days(Last(Math.Max(days, weeks * DaysOfWeek))).Select(day => (day.Day, day.Complaints))]);
        // What the last week lacks of the days of the week no week has: like is compared with like.
        int[] leftOut = [.. Enumerable.Range(0, DaysOfWeek).Where(back => holes.Contains(asOf.AddDays(-back)))];
        if (leftOut.Length > DaysOfWeek - LeastOfWeek)
            leftOut = [];
        int[] empty = [.. Enumerable.Range(0, weeks).Select(week => Week(week).Where(IsCounted).Any(holes.Contains) ? -1 : 0)];
        var series = new Dictionary<(string?, string?, string?, string), WarningSeries>();
        WarningSeries Of(string? district, string? street, string? issue, string counted)
        {
            if (!series.TryGetValue((district, street, issue, counted), out var one))
                series.Add(
                    (district, street, issue, counted),
                    one = new WarningSeries(
                        district is null ? "city"
                            : street is null ? "district"
                            : "street",
                        district,
                        street,
                        issue,
                        new int[days],
                        (int[])empty.Clone()
                    )
                    {
                        Counted = counted,
                    }
                );
            return one;
        }
        foreach (var (one, back, count) in Counts(Last(days), 1, []))
            one.Days[days - 1 - back] = count;
        foreach (var (one, back, count) in weeks == 0 ? [] : Counts(Last(weeks * DaysOfWeek), DaysOfWeek, leftOut))
        {
            ref var held = ref one.Weeks[weeks - 1 - back];
            held = held < 0 ? held : count;
        }
        return EarlyWarnings.Run(
            new WarningInputs(
                asOf,
                [
                    .. Enumerable
                        .Range(0, days)
                        .Select(i => asOf.AddDays(1 - days + i))
                        .Select(day => (calendar.Of(day), !holes.Contains(day))),
                ],
                [.. Enumerable.Range(0, weeks).Select(week => Week(week).Count(IsOff))],
                [.. series.Values]
            )
            {
                Tested = ofNight ? 1 : DaysOfWeek,
                YearsAgo =
                [
                    .. Enumerable
                        .Range(1, FarringtonFlexible.MostYears)
                        .Select(years =>
                            (int)Math.Round((asOf.DayNumber - calendar.SameSeason(asOf, years).DayNumber) / (double)DaysOfWeek)
                        ),
                ],
                LeftOut = [.. leftOut.Select(back => asOf.AddDays(-back)).Order()],
            }
        );

        IEnumerable<(WarningSeries Series, int Back, int Count)> Counts(DaySpan span, int daysEach, int[] without)
        {
            foreach (var (district, street, issue, back, incidents, callers) in reader.WarningCounts(span, daysEach, without))
            {
                if (ofNight || issue is not null)
                    yield return (Of(district, street, issue, WarningSeries.Incidents), back, incidents);
                // Many at one place are a matter of its street: the city would only echo it.
                if (ofNight && issue is not null && street is not null)
                    yield return (Of(district, street, issue, WarningSeries.Callers), back, callers);
            }
        }

        bool IsCounted(DateOnly day) => !leftOut.Contains((asOf.DayNumber - day.DayNumber) % DaysOfWeek);

        // A day of the week that no week has stands for an ordinary one.
        bool IsOff(DateOnly day) =>
            IsCounted(day) ? calendar.Of(day) != DayKind.Workday : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

        IEnumerable<DateOnly> Week(int week) =>
            Enumerable.Range(0, DaysOfWeek).Select(day => asOf.AddDays(1 - DaysOfWeek * (weeks - week) + day));
    }
}

using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Reports;

namespace Hotspot.Runs;

/// <summary>The events ahead, and what they did last year.</summary>
internal static class Foreseeing
{
    private const int LeastDays = 14;
    private const int MostDays = 31;

    /// <returns>Those that go on after the period, or begin within its length after it, two weeks at least and a month at most.</returns>
    public static IReadOnlyList<EventAhead> Events(
        ComplaintReader reader,
        DaySpan current,
        Coverage coverage,
        IReadOnlyList<CalendarEvent> calendar
    ) =>
        [
            .. calendar
                .Where(one => one.LastDay > current.LastDay && one.From <= current.LastDay.AddDays(Horizon(current)))
                .Select(next =>
                {
                    var before = next.YearBefore(calendar);
                    if (
                        before is null
                        || before.From.AddDays(-EventAhead.DaysBefore) < coverage.FirstOn
                        || before.LastDay > coverage.LastOn
                    )
                        return new EventAhead(next, null, 0, 0);
                    var from = before.From.AddDays(-EventAhead.DaysBefore);
                    return new EventAhead(
                        next,
                        before,
                        reader.Totals(new DaySpan(before.From, before.LastDay.AddDays(1))).Complaints,
                        reader.Totals(new DaySpan(from, before.From)).Complaints
                    );
                }),
        ];

    private static int Horizon(DaySpan current) => Math.Clamp(current.Days, LeastDays, MostDays);
}

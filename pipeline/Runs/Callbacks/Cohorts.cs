using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Settings;

namespace Hotspot.Runs.Callbacks;

/// <summary>The orders that a period asks to call back, as published: 6+N of stream B; every kind in a city without a list of kinds.</summary>
internal static class Cohorts
{
    /// <param name="until">Orders closed on this day or later are left out.</param>
    public static IReadOnlyList<CohortOrder> Orders(ComplaintReader reader, Period period, CityReference city, DateOnly? until = null) =>
        Orders(reader, new DaySpan(period.From, until < period.Until ? until.Value : period.Until), city);

    /// <param name="closed">Days in which the orders were closed.</param>
    public static IReadOnlyList<CohortOrder> Orders(ComplaintReader reader, DaySpan closed, CityReference city) =>
        reader.CallbackOrders(closed, Kinds(city));

    /// <summary>The kinds that are called back; null: every kind.</summary>
    public static IReadOnlyList<DatedKind>? Kinds(CityReference city) =>
        city.HasIssueRules ? [.. city.Issues.SixPlusN.Select(kind => new DatedKind(kind.Issue, kind.From, kind.Until))] : null;

    /// <summary>How far the cohorts are whose window is open today; where none has an order, the last one that the data cover.</summary>
    public static IReadOnlyList<CallbackStanding> Standings(
        ComplaintReader reader,
        Coverage coverage,
        CityReference city,
        HomeSettings settings,
        DateOnly today
    )
    {
        var (callback, start, rule) = (settings.Callback, settings.WeekStart, settings.MonthRule);
        CallbackStanding Of(Period period)
        {
            var orders = Orders(reader, period, city);
            var closes = city.Calendar.ClosesOn(period, callback.WindowWorkdays);
            var rates = CallbackRates.City(period.Name, orders, callback, RateWeights.Contract);
            return new CallbackStanding(
                period.Name,
                period.From,
                period.LastDay,
                closes,
                city.Calendar.Workdays(today, closes),
                rates.Orders,
                rates.Callable,
                rates.Dialled,
                rates.Reached,
                rates.Valid,
                rates.Counted,
                (int)Math.Ceiling(callback.Target * orders.Count - 1e-9)
            );
        }
        var open = city
            .Calendar.Open(callback.Period, today, start, rule, callback.WindowWorkdays)
            .Select(Of)
            .Where(standing => standing.Orders > 0)
            .ToList();
        return open.Count > 0
            ? open
            :
            [
                .. new[] { Last(callback.Period, coverage, start, rule) }
                    .Where(period => period.LastDay < today)
                    .Select(Of)
                    .Where(standing => standing.Orders > 0),
            ];
    }

    /// <summary>The last period that the data cover to its last day, if they cover any of it; else the one that runs.</summary>
    public static Period Last(PeriodKind kind, Coverage coverage, DayOfWeek start, MonthRule rule)
    {
        var complete = Period.EndedBefore(kind, coverage.LastOn.AddDays(1), start, rule);
        return complete.LastDay < coverage.FirstOn ? Period.Holding(kind, coverage.LastOn, start, rule) : complete;
    }
}

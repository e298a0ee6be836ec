using Hotspot.Calendar;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>
/// What a week holds by the kinds of its days, an ordinary week of five workdays and two days off being 1. Weekend and holidays are told as parts of a
/// workday: all complaints of such days over the mean of the workdays within a fortnight about each.
/// </summary>
internal static class WeekContent
{
    private const int Fortnight = 14;
    private const int LeastDays = 3;

    /// <param name="weeks">Known weeks; nothing later is looked at.</param>
    /// <returns>Of the known weeks and of the one after them.</returns>
    public static double[] Of(ForecastInputs inputs, int weeks)
    {
        var kinds = Enumerable.Range(0, 7 * (weeks + 1)).Select(day => inputs.KindOf(inputs.Steps.From.AddDays(day))).ToArray();
        var weekend = Part(inputs.Days, kinds, weeks, DayKind.Weekend) ?? 1;
        var holiday = Part(inputs.Days, kinds, weeks, DayKind.Holiday) ?? weekend;
        double Of(DayKind kind) =>
            kind switch
            {
                DayKind.Workday => 1,
                DayKind.Weekend => weekend,
                _ => holiday,
            };
        return [.. kinds.Chunk(7).Select(week => week.Sum(Of) / (5 + 2 * weekend))];
    }

    /// <returns>Null: fewer than three such days.</returns>
    private static double? Part(IReadOnlyList<long> days, DayKind[] kinds, int weeks, DayKind kind)
    {
        var (count, part, expected) = (0, 0.0, 0.0);
        for (var day = 0; day < 7 * weeks; day++)
        {
            if (kinds[day] != kind)
                continue;
            var (workdays, cases) = (0, 0L);
            for (var near = Math.Max(0, day - Fortnight); near <= Math.Min(7 * weeks - 1, day + Fortnight); near++)
            {
                if (kinds[near] == DayKind.Workday)
                    (workdays, cases) = (workdays + 1, cases + days[near]);
            }
            if (workdays > 0)
                (count, part, expected) = (count + 1, part + days[day], expected + (double)cases / workdays);
        }
        // Half a workday's cases on either side: a kind of day on which nothing was ever told is not impossible.
        return count < LeastDays || expected <= 0 ? null : (part + 0.5) / (expected + 0.5);
    }
}

using Hotspot.Calendar;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Peaks;

/// <summary>Incidents of one unit by day, without a gap, ascending; days that the data lack are left out by the caller.</summary>
/// <param name="Level">city | district | street | issue.</param>
public sealed record DayScope(string Level, string Scope, IReadOnlyList<(DateOnly Day, DayKind Kind, long Incidents)> Days);

/// <summary>One factor of a unit's days; grain of the table <c>day_effects</c>.</summary>
/// <param name="Effect">weekday | holiday | trend.</param>
/// <param name="Name">1 (Monday) to 7; holiday; week.</param>
/// <param name="Days">Days that the factor speaks of.</param>
/// <param name="Factor">
/// A weekday against the mean weekday (geometric); a holiday against the same weekday; a week against the week before. With 95 % limits.
/// </param>
/// <param name="PValue">Likelihood ratio test of the whole effect (six degrees of freedom for the weekdays).</param>
/// <param name="QValue">Over the units of the level.</param>
public sealed record DayEffect(
    string ScopeLevel,
    string Scope,
    string Effect,
    string Name,
    DateOnly FromOn,
    DateOnly UntilOn,
    int Days,
    long Incidents,
    double Factor,
    double FactorLow,
    double FactorHigh,
    double PValue,
    double QValue
);

/// <summary>
/// Weekdays, holidays and trend (METHODS a5): log μ_d = weekday + holiday + trend, negative binomial. The counts are days, not hours: what one day has
/// more of than another it has in many hours at once, and hours taken for independent would make every factor too sure.
/// Working days on a weekend (调休) are neither and are left out, as are holidays where there are fewer than three.
/// </summary>
public static class DayEffects
{
    private const int Weekdays = 7;
    private const int LeastOfAKind = 3;
    private const long LeastIncidents = 100;

    /// <summary>A weekday with fewer has no factor worth its limits.</summary>
    private const long LeastOnAWeekday = 5;

    /// <returns>Sorted by level, scope, effect; nothing for units with too little history (four weeks) or too few incidents.</returns>
    public static IReadOnlyList<DayEffect> Run(IReadOnlyList<DayScope> scopes)
    {
        var ordered = scopes.OrderBy(s => s.Level, StringComparer.Ordinal).ThenBy(s => s.Scope, StringComparer.Ordinal).ToArray();
        var rows = new List<DayEffect>[ordered.Length];
        Parallel.For(0, ordered.Length, Workers.All, i => rows[i] = Fit(ordered[i]));
        return [.. WithQ([.. rows.SelectMany(scope => scope)])];
    }

    private static List<DayEffect> Fit(DayScope scope)
    {
        var holidays = scope.Days.Where(day => day.Kind == DayKind.Holiday).ToArray();
        var hasHolidays = holidays.Length >= LeastOfAKind && holidays.Any(day => day.Incidents > 0);
        var days = scope.Days.Where(day => day.Kind == DayKind.Holiday ? hasHolidays : IsOrdinary(day.Day, day.Kind)).ToArray();
        var ordinary = days.Where(day => day.Kind != DayKind.Holiday).ToLookup(day => Weekday(day.Day));
        var isThin = Enumerable
            .Range(0, Weekdays)
            .Any(w => ordinary[w].Count() < LeastOfAKind + 1 || ordinary[w].Sum(day => day.Incidents) < LeastOnAWeekday);
        if (isThin || days.Sum(day => day.Incidents) < LeastIncidents)
            return [];

        // Columns: seven weekdays, which stand for the intercept; weeks; holiday, where there are some.
        var middle = days.Average(day => day.Day.DayNumber);
        double[][] design =
        [
            .. days.Select(day =>
                (double[])
                    [
                        .. Enumerable.Range(0, Weekdays).Select(w => w == Weekday(day.Day) ? 1.0 : 0),
                        (day.Day.DayNumber - middle) / 7,
                        .. hasHolidays ? (double[])[day.Kind == DayKind.Holiday ? 1 : 0] : [],
                    ]
            ),
        ];
        double[] counts = [.. days.Select(day => (double)day.Incidents)];
        var full = NbRegression.Fit(design, counts);
        double P(Func<double[], double[]> without) =>
            CountModel.LikelihoodRatio(full, NbRegression.Fit([.. design.Select(without)], counts)).PValue;
        DayEffect Row(
            string effect,
            string name,
            (double Factor, double Low, double High) found,
            IReadOnlyCollection<(DateOnly Day, DayKind Kind, long Incidents)> of,
            double p
        ) =>
            new(
                scope.Level,
                scope.Scope,
                effect,
                name,
                days[0].Day,
                days[^1].Day,
                of.Count,
                of.Sum(day => day.Incidents),
                found.Factor,
                found.Low,
                found.High,
                p,
                p
            );

        var alike = P(row => [1, .. row[Weekdays..]]);
        double[] Against(int weekday) => [.. design[0].Select((_, c) => (c == weekday ? 1.0 : 0) - (c < Weekdays ? 1.0 / Weekdays : 0))];
        return
        [
            .. hasHolidays
                ? (DayEffect[])[Row("holiday", "holiday", full.Factor(Weekdays + 1), holidays, P(row => row[..(Weekdays + 1)]))]
                : [],
            Row("trend", "week", full.Factor(Weekdays), days, P(row => [.. row[..Weekdays], .. row[(Weekdays + 1)..]])),
            .. Enumerable.Range(0, Weekdays).Select(w => Row("weekday", $"{w + 1}", full.Factor(Against(w)), [.. ordinary[w]], alike)),
        ];
    }

    private static IEnumerable<DayEffect> WithQ(DayEffect[] rows)
    {
        var tests = rows.Select(row => (row.ScopeLevel, row.Effect, row.Scope, row.PValue)).Distinct().ToArray();
        var q = tests
            .GroupBy(test => (test.ScopeLevel, test.Effect))
            .SelectMany(family => family.Zip(Fdr.BenjaminiHochberg([.. family.Select(test => (double?)test.PValue)])))
            .ToDictionary(pair => (pair.First.ScopeLevel, pair.First.Effect, pair.First.Scope), pair => pair.Second!.Value);
        return rows.Select(row => row with { QValue = q[(row.ScopeLevel, row.Effect, row.Scope)] });
    }

    /// <summary>0 = Monday.</summary>
    private static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % Weekdays;

    private static bool IsOrdinary(DateOnly day, DayKind kind) => (kind == DayKind.Weekend) == (Weekday(day) >= 5);
}

using Hotspot.Calendar;

namespace Hotspot.Hotspots;

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
        Parallel.For(0, ordered.Length, i => rows[i] = Fit(ordered[i]));
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

        var middle = days.Average(day => day.Day.DayNumber);
        double[] Others(DateOnly day, DayKind kind) =>
            hasHolidays ? [(day.DayNumber - middle) / 7, kind == DayKind.Holiday ? 1 : 0] : [(day.DayNumber - middle) / 7];
        double[] counts = [.. days.Select(day => (double)day.Incidents)];
        CountModel Model(Func<(DateOnly Day, DayKind Kind, long), double[]> row) => NbRegression.Fit([.. days.Select(row)], counts);
        double[] Unit(DateOnly day) => [.. Enumerable.Range(0, Weekdays).Select(w => w == Weekday(day) ? 1.0 : 0)];
        var full = Model(day => [.. Unit(day.Day), .. Others(day.Day, day.Kind)]);
        double P(Func<(DateOnly Day, DayKind Kind, long), double[]> smaller) => CountModel.LikelihoodRatio(full, Model(smaller)).PValue;

        DayEffect Row(
            string effect,
            string name,
            double[] contrast,
            IReadOnlyCollection<(DateOnly Day, DayKind Kind, long Incidents)> of,
            double p
        )
        {
            var (factor, low, high) = full.Factor(contrast);
            return new DayEffect(
                scope.Level,
                scope.Scope,
                effect,
                name,
                days[0].Day,
                days[^1].Day,
                of.Count,
                of.Sum(day => day.Incidents),
                factor,
                low,
                high,
                p,
                p
            );
        }
        double[] Column(int column) => [.. Enumerable.Range(0, full.Coefficients.Length).Select(c => c == column ? 1.0 : 0)];
        double[] Against(int weekday) =>
            [.. Enumerable.Range(0, full.Coefficients.Length).Select(c => (c == weekday ? 1.0 : 0) - (c < Weekdays ? 1.0 / Weekdays : 0))];

        var rows = new List<DayEffect>();
        if (hasHolidays)
            rows.Add(
                Row("holiday", "holiday", Column(Weekdays + 1), holidays, P(day => [.. Unit(day.Day), (day.Day.DayNumber - middle) / 7]))
            );
        rows.Add(Row("trend", "week", Column(Weekdays), days, P(day => [.. Unit(day.Day), .. Others(day.Day, day.Kind).Skip(1)])));
        var alike = P(day => [1, .. Others(day.Day, day.Kind)]);
        rows.AddRange(Enumerable.Range(0, Weekdays).Select(w => Row("weekday", $"{w + 1}", Against(w), [.. ordinary[w]], alike)));
        return rows;
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

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Peaks;

/// <summary>
/// 高发时段, hour by hour (METHODS a2). <c>uniform</c>: above an even day; <c>city_profile</c>: above the city's own profile of the same day
/// kind; both say what stands, over the days of the kind in the period or in the trailing eight weeks. <c>past_8_weeks</c>: new in this
/// period. A peak has q ≤ .05, is 1.3 times its expectation and holds 20 incidents in the period. Never a pooled χ²: at 1.5 reports an
/// incident that finds a false peak in half of all flat months.
/// </summary>
public static class PeakHours
{
    private const string Uniform = "uniform";
    private const string CityProfile = "city_profile";
    private const string Past = "past_8_weeks";

    /// <param name="from">First day of the period; <paramref name="lastDay"/> is the last, included.</param>
    /// <returns>Sorted by scope level, scope, day kind, comparison, hour; all day kinds and hours are present.</returns>
    public static IReadOnlyList<PeakHour> Run(IReadOnlyList<HourScope> scopes, DateOnly from, DateOnly lastDay, PeakSettings settings)
    {
        var city = scopes.FirstOrDefault(scope => scope.Level == "city");
        var ordered = scopes.OrderBy(s => s.Level, StringComparer.Ordinal).ThenBy(s => s.Scope, StringComparer.Ordinal).ToArray();
        var found = new List<PeakHour>[ordered.Length];
        Parallel.For(0, ordered.Length, Workers.All, i => found[i] = Scope(ordered[i], city, from, lastDay, settings));
        return WithQ([.. found.SelectMany(rows => rows)], settings);
    }

    private static List<PeakHour> Scope(HourScope scope, HourScope? city, DateOnly from, DateOnly lastDay, PeakSettings settings)
    {
        var rows = new List<PeakHour>(24 * 12);
        foreach (var kind in TestDays.Kinds)
        {
            var days = TestDays.Of(scope, kind, from, lastDay, settings);
            if (city is not null && scope.Level != "city")
            {
                var profile = TestDays.Sum(TestDays.Of(city, kind, from, lastDay, settings).Standing);
                var total = (double)profile.Sum();
                rows.AddRange(Standing(scope, days, CityProfile, [.. profile.Select(n => total > 0 ? n / total : 0)], lastDay, settings));
            }
            rows.AddRange(New(scope, days, from, lastDay, settings));
            rows.AddRange(Standing(scope, days, Uniform, [.. Enumerable.Repeat(1.0 / 24, 24)], lastDay, settings));
        }
        return rows;
    }

    private static IEnumerable<PeakHour> Standing(
        HourScope scope,
        TestDays days,
        string comparison,
        double[] profile,
        DateOnly lastDay,
        PeakSettings settings
    )
    {
        var sums = TestDays.Sum(days.Standing);
        var total = sums.Sum();
        var tested = days.Standing.Count >= settings.LeastDays && total >= settings.LeastIncidents;
        for (var h = 0; h < 24; h++)
        {
            var expected = profile[h] * total;
            var p = tested && expected > 0 ? StandingPeak.Test(days.Standing, h, profile[h]) : (double?)null;
            yield return Row(scope, days, comparison, h, days.StandingFrom, lastDay, days.Standing.Count, expected, sums[h], p);
        }
    }

    private static IEnumerable<PeakHour> New(HourScope scope, TestDays days, DateOnly from, DateOnly lastDay, PeakSettings settings)
    {
        var (now, before) = NewPeak.Comparable(days);
        var (sums, past) = (TestDays.Sum(now), TestDays.Sum(before));
        var (total, pastTotal) = (sums.Sum(), past.Sum());
        double[]? p = null;
        if (
            lastDay.DayNumber - from.DayNumber < NewPeak.LongestPeriod
            && now.Length >= NewPeak.LeastNow
            && before.Length >= NewPeak.LeastBefore
            && total > 0
            && pastTotal >= settings.LeastIncidents
        )
        {
            // The choice looks at counts that the thresholds ask for, not at the statistic: both tests are valid.
            var fine = scope.Level == "street" && sums.Any(n => n >= settings.LeastIncidents);
            var seed = Draws.Seed(settings.Seed, $"{scope.Level}|{scope.Scope}|{days.Kind}");
            p = NewPeak.Test(now, before, fine ? settings.StreetReplicas : settings.Replicas, seed);
        }
        for (var h = 0; h < 24; h++)
        {
            double? expected = pastTotal > 0 ? (double)past[h] / pastTotal * total : null;
            yield return Row(scope, days, Past, h, from, lastDay, now.Length, expected, sums[h], p?[h]);
        }
    }

    private static PeakHour Row(
        HourScope scope,
        TestDays days,
        string comparison,
        int hour,
        DateOnly from,
        DateOnly until,
        int count,
        double? expected,
        long observed,
        double? p
    ) =>
        new(
            scope.Level,
            scope.Scope,
            days.Kind,
            comparison,
            hour,
            from,
            until,
            days.Period.Sum(day => (long)day.Complaints[hour]),
            days.Period.Sum(day => (long)day.Incidents[hour]),
            count,
            expected,
            expected > 0 ? observed / expected : null,
            p,
            null,
            null
        );

    /// <summary>One family per (comparison, scope level): hours as they are, except past_8_weeks, which is family-wise over hours already.</summary>
    private static PeakHour[] WithQ(PeakHour[] rows, PeakSettings settings)
    {
        var q = new double?[rows.Length];
        foreach (var family in Enumerable.Range(0, rows.Length).GroupBy(i => (rows[i].Comparison, rows[i].ScopeLevel)))
        {
            int[] members = [.. family];
            if (family.Key.Comparison == Past)
                ByUnit(rows, members, q);
            else
            {
                var adjusted = Fdr.BenjaminiHochberg([.. members.Select(i => rows[i].PValue)]);
                for (var k = 0; k < members.Length; k++)
                    q[members[k]] = adjusted[k];
            }
        }
        return
        [
            .. rows.Select(
                (row, i) =>
                    row with
                    {
                        QValue = q[i],
                        IsPeak = q[i] is { } value
                            ? value <= settings.Level && row.Ratio >= settings.LeastRatio && row.Incidents >= settings.LeastIncidents
                            : null,
                    }
            ),
        ];
    }

    /// <summary>
    /// BH over units by their best hour; an hour of a selected unit is judged at the level that selection left it, p·(q_unit ÷ p_unit)
    /// (Benjamini and Bogomolov 2014), never below the unit's own q.
    /// </summary>
    private static void ByUnit(PeakHour[] rows, int[] members, double?[] q)
    {
        var units = members
            .GroupBy(i => (rows[i].Scope, rows[i].DayKind))
            .Where(unit => unit.All(i => rows[i].PValue is not null))
            .ToArray();
        var best = units.Select(unit => unit.Min(i => rows[i].PValue)).ToArray();
        var adjusted = Fdr.BenjaminiHochberg(best);
        for (var u = 0; u < units.Length; u++)
        {
            foreach (var i in units[u])
                q[i] = Math.Min(1, rows[i].PValue!.Value * adjusted[u]!.Value / best[u]!.Value);
        }
    }
}

using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Callback;

/// <summary>How many calls a day needs.</summary>
public static class CallSizing
{
    /// <summary>Attempts that a contact rate is worked out from at least.</summary>
    public const int FewestAttempts = 30;

    /// <summary>Contact rates are those of the last four weeks.</summary>
    public const int HistoryDays = 28;

    /// <summary>Standard deviations of the number of successes that are called beyond the expected need.</summary>
    private const double Caution = 2;

    /// <summary>The same on the last day, which no other day makes good: little is missing then, so that it costs few calls.</summary>
    private const double LastCaution = 4;

    /// <summary>Coefficient of variation of a day's contact rate about its mean: weather, time of day, who calls.</summary>
    private const double DayToDay = 0.25;

    /// <summary>A rate that hardly anybody has: calls are not multiplied beyond it.</summary>
    private const double LowestRate = 0.05;

    /// <summary>
    /// Share of calls that count, of the last four weeks; with fewer than <see cref="FewestAttempts"/> the assumed one. Where the cohort's own attempts did
    /// worse so far, theirs: a bad week must not be found out on its last day.
    /// </summary>
    /// <param name="contacts">Attempts of the last four weeks by cohort.</param>
    public static double Rate(IReadOnlyList<ContactCount> contacts, string period, CallbackSettings settings)
    {
        if (settings.Counting == CallbackCounting.Dialled)
            return 1;
        int Counted(ContactCount count) => settings.Counting == CallbackCounting.Valid ? count.Valid : count.Reached;
        var attempts = contacts.Sum(count => count.Attempts);
        if (attempts < FewestAttempts)
            return settings.AssumedContactRate;
        var rate = (double)contacts.Sum(Counted) / attempts;
        if (contacts.FirstOrDefault(count => count.Period == period) is { Attempts: >= FewestAttempts } own)
            rate = Math.Min(rate, (double)Counted(own) / own.Attempts);
        return Math.Max(rate, LowestRate);
    }

    /// <summary>
    /// Calls of the day, spread over the workdays that are left but the last, which is kept for what went wrong: as many as bring the expected number of successes μ
    /// to what is missing plus some of its standard deviations, μ = m + z·√(μ·(1 − rate) + (0.25·m)² ÷ days), binomial and from day to day. Also for a single one
    /// that is missing the root is of μ, not of m: one call more would not do.
    /// </summary>
    /// <param name="missing">Callbacks that the cohort lacks; 0 or less: no call.</param>
    /// <param name="rate">Above 0, at most 1.</param>
    /// <param name="daysLeft">Workdays, today included, from 1.</param>
    public static int Calls(int missing, double rate, int daysLeft)
    {
        if (missing <= 0)
            return 0;
        var days = Math.Max(1, daysLeft - 1);
        var caution = Math.Pow(daysLeft > 1 ? Caution : LastCaution, 2);
        var varies = rate < 1 ? Math.Pow(DayToDay * missing, 2) / days : 0;
        // The larger root of (μ − m)² = z²·(μ·(1 − rate) + varies).
        var half = missing + caution * (1 - rate) / 2;
        var expected = half + Math.Sqrt(half * half - (double)missing * missing + caution * varies);
        return (int)Math.Ceiling(expected / rate / days - 1e-9);
    }
}

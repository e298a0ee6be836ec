using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Warnings;

/// <param name="Mean">Expected cases of the last week.</param>
/// <param name="Phi">Dispersion of the fit, at least one.</param>
/// <param name="Reach">See <see cref="Exceedance.Of"/>.</param>
public readonly record struct WeekFit(double Mean, double Phi, double Reach)
{
    /// <summary>A week with few cases lately is never an alarm: fewer than 5 in the 4 weeks that end with it.</summary>
    public const long LeastCases = 5;
    public const int LeastCasesIn = 4;

    /// <summary>Level of the limit.</summary>
    public const double Level = 0.005;

    /// <summary>
    /// What weights above a residual of 2.58 leave of a normal residual's square, (1 − 2.58 φ(2.58)) over their mean 0.9957: without it 39 of 500 stationary
    /// nights had a false alarm.
    /// </summary>
    private const double Kept = 0.9672;

    /// <summary>Dispersion of the counts before they were weighted down.</summary>
    public double FullPhi => Phi / Kept;
}

/// <summary>
/// Farrington's method, flexible (Farrington et al. 1996; Noufaily et al. 2013): the expectation of the last week from three to five years before it.
/// Quasi-Poisson with log link; a factor of ten seasons, one of which is the same week of the years before ± 3, the others share out the rest of each year;
/// a linear trend, left out only where it leads beyond every count seen; the last 26 weeks take no part; past outbreaks are weighted down. Room for one thread.
/// </summary>
/// <param name="yearWeeks">Weeks of a year; the years before are taken at the nearest week.</param>
internal sealed class FarringtonFlexible(double yearWeeks = 365.2425 / 7)
{
    public const int LeastYears = 3;
    public const int MostYears = 5;
    private const int HalfWindow = 3;
    private const int Seasons = 10;
    private const int LeftOut = 26;
    private const double WeightsFrom = 2.58;

    private readonly LogLinear _fit = new(MostWeeks(yearWeeks), Seasons + 1);

    /// <summary>Weeks that five years take, the last one included.</summary>
    public static int MostWeeks(double yearWeeks) => (int)Math.Round(MostYears * yearWeeks) + HalfWindow + 1;

    /// <summary>Weeks without which three years are not there.</summary>
    public static int LeastWeeks => (int)Math.Round(LeastYears * 365.2425 / 7) + HalfWindow + 1;

    /// <param name="weeks">Cases by week, the week in question last; a negative count: not known.</param>
    /// <param name="years">Most years to look back on.</param>
    /// <returns>Null: less than three years, or no fit.</returns>
    public WeekFit? Of(ReadOnlySpan<int> weeks, int years = MostYears)
    {
        var last = weeks.Length - 1;
        while (years >= LeastYears && Lag(years) + HalfWindow > last)
            years--;
        if (years < LeastYears)
            return null;
        return Fit(weeks, years, trend: true) is { } fit && fit.Mean <= _fit.LargestCount() ? fit : Fit(weeks, years, trend: false);
    }

    private int Lag(int years) => (int)Math.Round(years * yearWeeks);

    private WeekFit? Fit(ReadOnlySpan<int> weeks, int years, bool trend)
    {
        var last = weeks.Length - 1;
        _fit.Begin(trend ? Seasons + 1 : Seasons);
        for (var week = last - Lag(years) - HalfWindow; week < last - LeftOut; week++)
        {
            if (weeks[week] < 0)
                continue;
            var row = _fit.Add(weeks[week]);
            row[Season(week - last, years)] = 1;
            if (trend)
                row[Seasons] = (week - last) / yearWeeks;
        }
        if (_fit.Rows <= _fit.Columns || !_fit.Fit() || !_fit.Reweight(WeightsFrom))
            return null;
        Span<double> now = stackalloc double[_fit.Columns];
        now.Clear();
        now[0] = 1;
        var (mean, reach) = _fit.Predict(now);
        return new WeekFit(mean, _fit.Phi, reach);
    }

    /// <summary>0: the window; 1–9 share out the weeks from it to that of the next year, the first ones longer by one where they do not divide.</summary>
    /// <param name="offset">Weeks from the one in question, negative.</param>
    private int Season(int offset, int years)
    {
        var year = years;
        while (year > 0 && offset > HalfWindow - Lag(year) + Between(year))
            year--;
        var into = offset + Lag(year) - HalfWindow - 1;
        if (into < 0 || year == 0)
            return 0;
        var (length, rest) = Math.DivRem(Between(year), Seasons - 1);
        return 1 + (into < rest * (length + 1) ? into / (length + 1) : (into - rest) / length);
    }

    /// <summary>Weeks between the window of this year and that of the next.</summary>
    private int Between(int year) => Lag(year) - Lag(year - 1) - 2 * HalfWindow - 1;
}

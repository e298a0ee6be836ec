using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Warnings;

/// <summary>
/// The expectation of the last week where the history is too short for seasons (METHODS g): one to two years of weeks, log-linear with variance φμ, trend,
/// days off (holidays, make-up days) and, from two years on, a yearly wave. The last four weeks take no part; past outbreaks are weighted down as
/// in <see cref="FarringtonFlexible"/>. Room for one thread.
/// </summary>
internal sealed class WeekRegression
{
    public const int LeastWeeks = 52;
    public const int MostWeeks = 104;
    private const int LeftOut = 4;
    private const double WeightsFrom = 2.58;
    private const double YearWeeks = 365.2425 / 7;

    /// <summary>Weeks with more or fewer days off than the rest that their factor needs.</summary>
    private const int LeastUneven = 3;

    private readonly LogLinear _fit = new(MostWeeks, 5);

    /// <param name="weeks">Cases by week, the week in question last; a negative count: not known.</param>
    /// <param name="daysOff">Days of the same weeks on which nobody works.</param>
    /// <returns>Null: fewer than 52 weeks, or no fit.</returns>
    public WeekFit? Of(ReadOnlySpan<int> weeks, ReadOnlySpan<int> daysOff)
    {
        if (weeks.Length < LeastWeeks)
            return null;
        var most = Math.Min(weeks.Length, MostWeeks);
        weeks = weeks[^most..];
        daysOff = daysOff[^most..];
        var uneven = 0;
        foreach (var days in daysOff[..^(LeftOut + 1)])
            uneven += days != 2 ? 1 : 0;
        var holidays = uneven >= LeastUneven;
        foreach (var (withHolidays, trend) in new[] { (true, true), (true, false), (false, true) })
        {
            if ((holidays || !withHolidays) && Fit(weeks, daysOff, withHolidays, trend) is { } fit && IsWithin(fit.Mean))
                return fit;
        }
        return Fit(weeks, daysOff, holidays: false, trend: false);
    }

    /// <summary>
    /// A factor is not known where it carries the mean over all counts, or to less than half a case in all weeks together: where no week with days off had a case,
    /// the likelihood is largest at none at all.
    /// </summary>
    private bool IsWithin(double mean) => mean <= _fit.LargestCount() && mean >= 0.5 / _fit.Rows;

    private WeekFit? Fit(ReadOnlySpan<int> weeks, ReadOnlySpan<int> daysOff, bool holidays, bool trend)
    {
        var last = weeks.Length - 1;
        var wave = weeks.Length >= MostWeeks;
        var columns = 1 + (trend ? 1 : 0) + (holidays ? 1 : 0) + (wave ? 2 : 0);
        _fit.Begin(columns);
        for (var week = 0; week < last - LeftOut; week++)
        {
            if (weeks[week] >= 0)
                Fill(_fit.Add(weeks[week]), week - last, daysOff[week]);
        }
        if (_fit.Rows < LeastWeeks - LeftOut - 1 || !_fit.Fit() || !_fit.Reweight(WeightsFrom))
            return null;
        Span<double> now = stackalloc double[columns];
        Fill(now, 0, daysOff[last]);
        var (mean, reach) = _fit.Predict(now);
        return new WeekFit(mean, _fit.Phi, reach);

        void Fill(Span<double> row, int offset, int off)
        {
            var column = 0;
            row[column++] = 1;
            if (trend)
                row[column++] = offset / YearWeeks;
            if (holidays)
                row[column++] = off - 2;
            if (wave)
                (row[column], row[column + 1]) = Math.SinCos(2 * Math.PI * offset / YearWeeks);
        }
    }
}

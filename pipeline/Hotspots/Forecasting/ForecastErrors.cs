namespace Hotspot.Hotspots.Forecasting;

/// <summary>How far forecasts were off (Hyndman and Koehler 2006; Gneiting and Raftery 2007 for the quantile loss).</summary>
public static class ForecastErrors
{
    /// <summary>Mean absolute error in sample of the forecast "as one period before"; null where there is none, or it is never wrong.</summary>
    /// <param name="period">1: as the step before.</param>
    public static double? Scale(ReadOnlySpan<double> known, int period) => Scale(known, period, Math.Abs);

    /// <summary>The same of squares, for RMSSE.</summary>
    public static double? SquaredScale(ReadOnlySpan<double> known, int period) => Scale(known, period, error => error * error);

    private static double? Scale(ReadOnlySpan<double> known, int period, Func<double, double> size)
    {
        double sum = 0;
        for (var t = period; t < known.Length; t++)
            sum += size(known[t] - known[t - period]);
        return sum > 0 ? sum / (known.Length - period) : null;
    }

    public static double MeanAbsolute(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        double sum = 0;
        for (var t = 0; t < actual.Length; t++)
            sum += Math.Abs(actual[t] - forecast[t]);
        return sum / actual.Length;
    }

    public static double RootMeanSquare(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        double sum = 0;
        for (var t = 0; t < actual.Length; t++)
            sum += (actual[t] - forecast[t]) * (actual[t] - forecast[t]);
        return Math.Sqrt(sum / actual.Length);
    }

    /// <summary>Loss of a quantile told for one count.</summary>
    /// <param name="level">Of the quantile, between 0 and 1.</param>
    public static double Pinball(double actual, double quantile, double level) =>
        actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);
}

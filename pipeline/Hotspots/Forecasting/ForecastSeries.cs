using Hotspot.Calendar;

namespace Hotspot.Hotspots.Forecasting;

/// <summary>Complaints of one week that were registered only in a later one.</summary>
/// <param name="Known">Number of the week in which they were registered; above <paramref name="Week"/>.</param>
public readonly record struct LateCount(int Week, int Known, int Count);

/// <summary>Complaints of one area and issue by week.</summary>
/// <param name="Level">city | district | street.</param>
/// <param name="Issue">Null: all together.</param>
/// <param name="Weeks">As they are known today, oldest first.</param>
/// <param name="Late">What of them became known late.</param>
public sealed record ForecastSeries(
    string Level,
    string? District,
    string? Street,
    string? Issue,
    int[] Weeks,
    IReadOnlyList<LateCount> Late
)
{
    /// <summary>The first weeks, as they were known at the end of the last of them.</summary>
    public int[] KnownAfter(int weeks)
    {
        var known = Weeks[..weeks];
        foreach (var late in Late)
        {
            if (late.Week < weeks && late.Known >= weeks)
                known[late.Week] -= late.Count;
        }
        return known;
    }
}

/// <param name="Steps">Weeks without a gap, the last ends with the day that is looked ahead from.</param>
/// <param name="Days">Complaints of the city on every day of the weeks.</param>
/// <param name="KindOf">Of any day, also of the week ahead.</param>
/// <param name="Series">All of as many weeks as <paramref name="Steps"/>; in any order.</param>
public sealed record ForecastInputs(
    WeekSteps Steps,
    IReadOnlyList<long> Days,
    Func<DateOnly, DayKind> KindOf,
    IReadOnlyList<ForecastSeries> Series
)
{
    /// <summary>Four years: three for seasons of a year, one to judge them on.</summary>
    public const int MostWeeks = 208;
}

/// <summary>Grain of the table <c>forecast</c>: one area and issue of which at least one complaint a week was told in the last quarter.</summary>
/// <param name="Horizon">Weeks ahead.</param>
/// <param name="Mean">Expected complaints; <paramref name="P10"/> and <paramref name="P90"/> are quantiles of its negative binomial.</param>
/// <param name="NaiveMean">What the naive model expects.</param>
/// <param name="Model">naive | smoothing | nb_glm | trees | mean.</param>
/// <param name="Mase">Of that model on the series in the back-test; null: no back-test yet.</param>
public sealed record Forecast(
    string Level,
    string? District,
    string? Street,
    string? Issue,
    int Horizon,
    DateOnly FromOn,
    DateOnly UntilOn,
    double Mean,
    long P10,
    long P90,
    double NaiveMean,
    string Model,
    double? Mase
)
{
    /// <summary>The model that stands where no other beats it.</summary>
    public const string Naive = "naive";
}

/// <summary>Grain of the table <c>forecast_backtest</c>: one model on the series of one level, all issues together or one by one.</summary>
/// <param name="Scope">total | issue.</param>
/// <param name="Origins">Weeks forecast, each from what was known before it; null with a reason: it could not be tried.</param>
/// <param name="Mase">Mean absolute scaled error (Hyndman and Koehler 2006), the scale that of last week's count in sample.</param>
/// <param name="Rmsse">Likewise, squared.</param>
/// <param name="Pinball10">Mean quantile loss at .1; likewise .5 and .9.</param>
/// <param name="Coverage80">Share of counts within the limits at 80 %, fitted on earlier weeks; likewise at 95 %.</param>
/// <param name="BetterOrigins">Weeks with a smaller scaled error than the naive model's.</param>
/// <param name="SignPValue">Of the sign test on these weeks, one-sided.</param>
/// <param name="IsShown">The model of the table <c>forecast</c>.</param>
/// <param name="Reason">short_history | few_cases.</param>
public sealed record ForecastBacktest(
    string Level,
    string Scope,
    string Model,
    int? Origins,
    DateOnly? FromOn,
    DateOnly? UntilOn,
    int? Series,
    double? Mae,
    double? Mase,
    double? Rmsse,
    double? Pinball10,
    double? Pinball50,
    double? Pinball90,
    double? Coverage80,
    double? Coverage95,
    int? BetterOrigins,
    double? SignPValue,
    bool IsShown,
    string? Reason
);

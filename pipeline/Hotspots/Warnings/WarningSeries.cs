using Hotspot.Calendar;

namespace Hotspot.Hotspots.Warnings;

/// <summary>Counts of one issue in one area.</summary>
/// <param name="Level">city | district | street.</param>
/// <param name="Issue">Null: all of them together; such a series is tested for silence alone.</param>
/// <param name="Days">By day, oldest first, ending with the day asked for.</param>
/// <param name="Weeks">By seven days, oldest first, ending with the same day, without the days of the week of <see cref="WarningInputs.LeftOut"/>; negative: not known.</param>
public sealed record WarningSeries(string Level, string? District, string? Street, string? Issue, int[] Days, int[] Weeks)
{
    public const string Incidents = "incidents";

    /// <summary>One caller's issue at a place once: what many call about is one incident of a day, and one caller is none of many.</summary>
    public const string Callers = "callers";

    /// <summary>What is counted. Callers have no test of a week: their days and drift tell what incidents do not.</summary>
    public string Counted { get; init; } = Incidents;

    /// <summary>Series that may share what one alone has too few cases for.</summary>
    internal (string Level, string Counted, bool IsTotal) Group => (Level, Counted, Issue is null);
}

/// <summary>What one night looks at.</summary>
/// <param name="LastDay">The day asked for.</param>
/// <param name="Days">The days of all series; a day that is not known is a hole in the export.</param>
/// <param name="DaysOff">Of the weeks of all series: days on which nobody works.</param>
/// <param name="Series">In any order.</param>
public sealed record WarningInputs(
    DateOnly LastDay,
    IReadOnlyList<(DayKind Kind, bool IsKnown)> Days,
    int[] DaysOff,
    IReadOnlyList<WarningSeries> Series
)
{
    /// <summary>Days that the daily methods look back on.</summary>
    public const int MostDays = 126;

    /// <summary>Weeks that the weekly ones do.</summary>
    public static int MostWeeks => FarringtonFlexible.MostWeeks(365.2425 / 7);

    /// <summary>Last days that are tested one by one: 1 in a nightly run.</summary>
    public int Tested { get; init; } = 7;

    /// <summary>Weeks back to the same dates of the year before, of two years before …</summary>
    public static IReadOnlyList<int> SameDates { get; } =
    [.. Enumerable.Range(1, FarringtonFlexible.MostYears).Select(years => (int)Math.Round(years * 365.2425 / 7))];

    /// <summary>Weeks back to the same season of these years: where a festival that moves is near, as far from it.</summary>
    public IReadOnlyList<int> YearsAgo { get; init; } = SameDates;

    /// <summary>Days of the last week that are not known: all weeks are counted without these days of the week.</summary>
    public IReadOnlyList<DateOnly> LeftOut { get; init; } = [];
}

/// <summary>Grain of the table <c>early_warnings</c>: one series × method × days with p ≤ .05, and the most unusual one in any case; or a level × method that could test nothing.</summary>
/// <param name="Method">c2 | farrington | nb_glm | cusum | ewma | silence.</param>
/// <param name="FromOn">Days looked at; <paramref name="UntilOn"/> is the last, included.</param>
/// <param name="SinceOn">First day of what is told.</param>
/// <param name="Observed">Incidents, or callers (<see cref="Counted"/>), from SinceOn to UntilOn; <paramref name="Expected"/> likewise.</param>
/// <param name="Upper">Limit of these incidents; null: an average (ewma) or a silence, which have none.</param>
/// <param name="Score">Excess over that which the limit allows; above 1 beyond the limit.</param>
/// <param name="QValue">Benjamini–Hochberg over all <paramref name="Tests"/> of the night.</param>
/// <param name="Direction">up | down.</param>
/// <param name="IsAlarm">q ≤ .05 and beyond the limit.</param>
/// <param name="Rank">Of alarms by score, 1 = highest.</param>
/// <param name="Reason">Why nothing was tested: short_history | days_missing | few_cases.</param>
public sealed record EarlyWarning(
    string Level,
    string? District,
    string? Street,
    string? Issue,
    string Method,
    DateOnly FromOn,
    DateOnly UntilOn,
    DateOnly? SinceOn,
    long? Observed,
    double? Expected,
    double? Upper,
    double? Score,
    double? PValue,
    double? QValue,
    string? Direction,
    bool? IsAlarm,
    int? Rank,
    int Tests,
    string? Reason
)
{
    public const string Silence = "silence";

    /// <summary>incidents | callers.</summary>
    public string Counted { get; init; } = WarningSeries.Incidents;

    /// <summary>
    /// How much more (or less) past years make expected than the method alone, counted in <see cref="Expected"/>; 1: no season in it; null: the past is too short to
    /// tell a season from a change.
    /// </summary>
    public double? SeasonalFactor { get; init; }

    /// <summary>
    /// Days since <see cref="SinceOn"/> that the method passes over, not known or with too few of their kind to know what is usual: 2025-01-28,2025-01-29.
    /// </summary>
    internal string LeftOut { get; init; } = "";
}

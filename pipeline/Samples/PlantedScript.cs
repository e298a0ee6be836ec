using System.Globalization;

namespace Hotspot.Samples;

/// <summary>An area whose number of complaints is multiplied in some weeks.</summary>
/// <param name="Expect">rising | falling | rising_month.</param>
/// <param name="Street">Null: the whole district.</param>
/// <param name="FactorByWeeksBack">Key: weeks before the last week ("0" is the last).</param>
internal sealed record PlantedArea(string Id, string Expect, string District, string? Street, Dictionary<string, double> FactorByWeeksBack)
{
    public double Factor(int weeksBack) =>
        FactorByWeeksBack.TryGetValue(weeksBack.ToString(CultureInfo.InvariantCulture), out var factor) ? factor : 1;
}

/// <summary>A share of an issue's calls that moves into some hours.</summary>
/// <param name="Expect">standing | new.</param>
/// <param name="District">Null: the whole city.</param>
/// <param name="WeeksBack">"all", or the number of one week ("0" is the last).</param>
internal sealed record PlantedPeak(string Id, string Expect, string Issue, string? District, int[] Hours, double Share, string WeeksBack)
{
    public bool Holds(int weeksBack) => WeeksBack == "all" || WeeksBack == weeksBack.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Further reports at one point, a hotspot or a decoy.</summary>
/// <param name="Days">Days of the week, 1 = Monday.</param>
/// <param name="Weekly">Reports a week by weeks back, at the script's reference volume; "all" for every week.</param>
/// <param name="Callers">Number of callers, all weeks together; null: from <paramref name="ReportsPerCaller"/>.</param>
/// <param name="SpreadM">Radius in metres within which the callers' points lie.</param>
/// <param name="TextOnly">No row of the place has a coordinate.</param>
internal sealed record PlantedPoint(
    string Id,
    string Expect,
    string District,
    string Street,
    string Place,
    string Issue,
    int[] Hours,
    int[] Days,
    Dictionary<string, double> Weekly,
    double ReportsPerCaller,
    double SpreadM,
    int? Callers,
    bool TextOnly
)
{
    public double Reports(int weeksBack) =>
        Weekly.TryGetValue("all", out var every) ? every : Weekly.GetValueOrDefault(weeksBack.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A street most of whose coordinates were set to its centre by a geocoder: no point hotspot, however many complaints.</summary>
internal sealed record PlantedSnap(string Id, string Expect, string District, string Street, double Share);

/// <param name="WeeklyReports">Volume at which the counts of the points hold; other sizes scale them in proportion.</param>
internal sealed record PlantedScript(
    double WeeklyReports,
    PlantedArea[] Areas,
    PlantedPeak[] Peaks,
    PlantedPoint[] Points,
    PlantedSnap[] Snapped
);

namespace Hotspot.Hotspots.Peaks;

/// <summary>One hour of one unit against one comparison; grain of the table <c>peak_hours</c>.</summary>
/// <param name="ScopeLevel">city | district | street | issue | district_issue.</param>
/// <param name="DayKind">all | workday | weekend | holiday.</param>
/// <param name="Comparison">uniform | city_profile | past_8_weeks.</param>
/// <param name="Hour">0–23.</param>
/// <param name="FromOn">First day of the days tested; <paramref name="UntilOn"/> is the last, included.</param>
/// <param name="Complaints">Reports in the hour in the period (not in the test window).</param>
/// <param name="Incidents">Incidents in the hour in the period.</param>
/// <param name="Days">Days of the kind in the test window.</param>
/// <param name="Expected">Incidents expected in the hour over the test window by the comparison's share, tested or not; null: nothing to compare with.</param>
/// <param name="Ratio">Observed over expected in the test window; of the 8 weeks before it is share over share, whatever the totals.</param>
/// <param name="PValue">Null: too few days or cases to test.</param>
public sealed record PeakHour(
    string ScopeLevel,
    string Scope,
    string DayKind,
    string Comparison,
    int Hour,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Complaints,
    long Incidents,
    int Days,
    double? Expected,
    double? Ratio,
    double? PValue,
    double? QValue,
    bool? IsPeak
);

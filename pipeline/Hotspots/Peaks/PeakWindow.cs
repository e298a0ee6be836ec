namespace Hotspot.Hotspots.Peaks;

/// <param name="StartHour">First hour of the window, 0–23.</param>
/// <param name="EndHour">First hour after the window, 1–24; a window across midnight has EndHour ≤ StartHour.</param>
/// <param name="PValue">Rank of its ratio among the largest of days turned at random, or a Gumbel tail below it (<c>ScanStatistic.PValue</c>).</param>
/// <param name="QValue">Of the scope's best window, BH over the scopes of the level and kind of day.</param>
public sealed record PeakWindow(
    string ScopeLevel,
    string Scope,
    string DayKind,
    int StartHour,
    int EndHour,
    long Incidents,
    double Expected,
    double Llr,
    double PValue,
    double QValue
);

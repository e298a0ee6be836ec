namespace Hotspot.Hotspots.Peaks;

/// <summary>A unit whose hours are tested; its days run without a gap, ascending, through the last day of the period and start up to 9 weeks earlier.</summary>
/// <param name="Level">city | district | street | issue | district_issue.</param>
public sealed record HourScope(string Level, string Scope, IReadOnlyList<DayHours> Days);

using Hotspot.Calendar;

namespace Hotspot.Hotspots.Peaks;

/// <summary>Counts of one unit on one day, by hour (24 numbers). Only reports and incidents with a usable hour; days without any are present with zeros.</summary>
public sealed record DayHours(DateOnly Day, DayKind Kind, int[] Complaints, int[] Incidents);

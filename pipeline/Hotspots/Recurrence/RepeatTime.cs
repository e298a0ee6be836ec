namespace Hotspot.Hotspots.Recurrence;

/// <summary>Callers whose order was closed: how many came again on this day after it, and how many had not when they were last seen on it.</summary>
public readonly record struct RepeatTime(string Level, string? District, string? Street, int Day, int Events, int Left);

namespace Hotspot.Calendar;

/// <summary>Beijing local time (UTC+8, no daylight saving since 1991) from an injected clock: the only way to ask what time it is.</summary>
public sealed class BeijingClock(TimeProvider clock)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public DateTime Now => DateTime.SpecifyKind(clock.GetUtcNow().UtcDateTime + Offset, DateTimeKind.Unspecified);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public static DateTime FromInstant(DateTimeOffset instant) =>
        DateTime.SpecifyKind(instant.UtcDateTime + Offset, DateTimeKind.Unspecified);
}

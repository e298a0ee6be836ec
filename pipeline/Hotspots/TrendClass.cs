namespace Hotspot.Hotspots;

/// <summary>How a hotspot stands to its own thirteen weeks, as a code: the simple classes that a period's own tests can carry.</summary>
internal static class TrendClass
{
    /// <param name="rising">Null: no history, no class.</param>
    /// <param name="before">Units on the ground in the baseline.</param>
    /// <param name="activeWeeks">Weeks of the baseline with any.</param>
    public static string? Of(bool? rising, long before, int activeWeeks, int weeks) =>
        rising switch
        {
            null => null,
            true when before == 0 => "new",
            true => "intensifying",
            false when weeks > 0 && 10 * activeWeeks >= 9 * weeks => "persistent",
            _ => "sporadic",
        };
}

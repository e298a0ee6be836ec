using Hotspot.Grouping;
using Hotspot.Hotspots;

namespace Hotspot.Runs;

/// <summary>Days of the last weeks of which a busy source has no complaint: their export never came.</summary>
internal static class MissingDays
{
    private const int LookedAt = 28;

    public static IReadOnlyList<DateOnly> Of(ComplaintReader reader, Coverage coverage)
    {
        var first = coverage.LastOn.AddDays(1 - LookedAt);
        var days = reader.EveryDay(new DaySpan(first > coverage.FirstOn ? first : coverage.FirstOn, coverage.LastOn.AddDays(1)));
        return [.. BusySource.Holes([.. days.Select(day => (day.Day, day.Complaints))]).Order()];
    }
}

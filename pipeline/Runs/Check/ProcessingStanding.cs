using Hotspot.Grouping;
using Hotspot.Store;

namespace Hotspot.Runs.Check;

/// <summary>处理率 of the days that the last list of a stream speaks of.</summary>
public sealed record ProcessingStanding(DateOnly FromOn, DateOnly LastOn, ProcessingCount Count)
{
    /// <summary>A row for each stream of which a list was ever handed in.</summary>
    public static IReadOnlyList<ProcessingStanding> Of(ComplaintReader reader) =>
        [
            .. reader
                .DispatchLists(new DaySpan(DateOnly.MinValue, DateOnly.MaxValue))
                .GroupBy(list => list.Stream)
                .OrderBy(stream => stream.Key)
                .Select(stream => Last(reader, stream.MaxBy(list => list.LastOn)!))
                .OfType<ProcessingStanding>(),
        ];

    private static ProcessingStanding? Last(ComplaintReader reader, DispatchedSpan list) =>
        reader.Processing(new DaySpan(list.FromOn, list.LastOn.AddDays(1))).Of(list.Stream) is { } found
            ? new ProcessingStanding(list.FromOn, list.LastOn, found)
            : null;
}

using Hotspot.Grouping;
using Hotspot.Store;

namespace Hotspot.Reports.Checks;

/// <summary>What the city's lists and the registration say beside each other.</summary>
/// <param name="Span">Days that the lists speak of.</param>
/// <param name="Through">Last day of the complaints that are registered.</param>
/// <param name="Counts">Streams, each followed by its districts and their streets.</param>
/// <param name="Missing">Sent out and not registered; excused ones last.</param>
/// <param name="Unlisted">Registered, and on no list that should have them.</param>
public sealed record DispatchCheck(
    DaySpan Span,
    DateOnly Through,
    IReadOnlyList<DispatchedSpan> Lists,
    IReadOnlyList<ProcessingCount> Counts,
    IReadOnlyList<UnmatchedOrder> Missing,
    IReadOnlyList<UnmatchedOrder> Unlisted,
    IReadOnlyList<DifferingOrder> Differing,
    IReadOnlyList<RegistrationLag> Lags
)
{
    public IReadOnlyList<ProcessingCount> Streams => [.. Counts.Streams()];

    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];
}

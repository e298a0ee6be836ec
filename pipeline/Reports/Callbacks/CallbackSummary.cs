using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Settings;

namespace Hotspot.Reports.Callbacks;

/// <summary>What a summary of callbacks tells.</summary>
/// <param name="ClosesOn">Last day of the calls; <paramref name="Through"/> the last day of the complaints that were seen.</param>
/// <param name="Rates">The city first.</param>
public sealed record CallbackSummary(
    Period Period,
    DateOnly ClosesOn,
    DateOnly Through,
    IReadOnlyList<CallbackRate> Rates,
    CallbackSettings Settings,
    RateWeights Weights
)
{
    public CallbackRate City => Rates[0];

    public IReadOnlyList<AskedQuery> Queries { get; init; } = [];
}

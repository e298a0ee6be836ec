namespace Hotspot.Callback;

/// <summary>Coverage and 三率 of the orders of a cohort, or of a part of it: a row of <c>callback_rates.parquet</c>.</summary>
/// <param name="Level">city | district | street | issue; columns that it leaves open are null.</param>
/// <param name="Callable">Orders whose caller's phone is known.</param>
/// <param name="Counted">Dialled, reached or valid ones, as the settings say; <paramref name="Coverage"/> is their share of the orders.</param>
/// <param name="EffectiveSize">Of the valid callbacks (Kish); null where there is none, as are the rates.</param>
/// <param name="ContactedRate">Null also where no valid callback says whether the citizen was contacted.</param>
/// <param name="Score">Weighted sum of the three rates in points of 100; null where one of them is.</param>
public sealed record CallbackRate(
    string Period,
    string Level,
    string? District,
    string? Street,
    string? Issue,
    int Orders,
    int Callable,
    int Dialled,
    int Reached,
    int Valid,
    int Counted,
    double? Coverage,
    double Target,
    double? EffectiveSize,
    double? ContactedRate,
    double? ContactedLow,
    double? ContactedHigh,
    double? ContactedRaw,
    double? ResolvedRate,
    double? ResolvedLow,
    double? ResolvedHigh,
    double? ResolvedRaw,
    double? SatisfiedRate,
    double? SatisfiedLow,
    double? SatisfiedHigh,
    double? SatisfiedRaw,
    double? Score,
    double? ScoreRaw
);

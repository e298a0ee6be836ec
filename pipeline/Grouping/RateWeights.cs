using Hotspot.Geo;

namespace Hotspot.Grouping;

/// <summary>How 三率 become a score, and for how long: <c>codes/rates.csv</c>, or the home's own rules.</summary>
/// <param name="ValidFrom">First day; null: always was.</param>
/// <param name="ValidUntil">Last day; null: still is.</param>
/// <param name="Contacted">Weight of the contacted rate in the score; the three weights sum to 1.</param>
/// <param name="Basic">What one 基本满意 counts in the satisfied rate, 0–1.</param>
public sealed record RateWeights(
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    double Contacted,
    double Satisfied,
    double Resolved,
    double Basic
)
{
    /// <summary>As the contract has them.</summary>
    public static RateWeights Contract { get; } = new(null, null, 0.1, 0.4, 0.5, 0.9);

    public static IReadOnlyList<RateWeights> Read(string? rules = null) =>
        ReferenceTable.Read(
            ReferenceTable.PathOf("codes/rates.csv", rules),
            row => new RateWeights(
                row.Date("valid_from"),
                row.Date("valid_until"),
                row.Number("contacted") ?? 0,
                row.Number("satisfied") ?? 0,
                row.Number("resolved") ?? 0,
                row.Number("basic") ?? 0
            )
        );

    /// <summary>Those in force on the day; the contract's where none is.</summary>
    public static RateWeights Of(IReadOnlyList<RateWeights> all, DateOnly day) => all.FirstOrDefault(one => one.HoldsOn(day)) ?? Contract;

    public bool HoldsOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>Rules that changed within the days that a bulletin compares.</summary>
/// <param name="Table">issues | rates | streets.</param>
/// <param name="On">First day of the new rules.</param>
public sealed record RuleChange(string Table, DateOnly On);

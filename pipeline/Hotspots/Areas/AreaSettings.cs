namespace Hotspot.Hotspots.Areas;

/// <summary>What <see cref="AreaMeasures"/> is told beside the counts.</summary>
public sealed record AreaSettings
{
    /// <summary>Days of the period ÷ days of the period before, in workdays (<see cref="DayWeights"/>): about 31/28 for March against February.</summary>
    public double PreviousExposure { get; init; } = 1;

    /// <summary>The same against the period a year earlier.</summary>
    public double YearBeforeExposure { get; init; } = 1;

    /// <summary>Complaints of the whole city by issue ("" = all issues), those without a known area included; null: the sum over the areas.</summary>
    public IReadOnlyDictionary<string, long>? CityComplaints { get; init; }

    /// <summary>Who is next to whom, and what counts are divided by.</summary>
    public AreaGround Ground { get; init; } = AreaGround.None;

    public double Level { get; init; } = 0.05;

    /// <summary>A change is told only from this many cases up or down.</summary>
    public double LeastChange { get; init; } = 10;

    /// <summary>Below this base no percentage is told (基数过小).</summary>
    public long LeastBase { get; init; } = 10;

    public int RankDraws { get; init; } = 4000;

    public ulong Seed { get; init; } = 1;
}

namespace Hotspot.Hotspots.Peaks;

/// <summary>Thresholds of METHODS (a).</summary>
public sealed record PeakSettings
{
    public double Level { get; init; } = 0.05;

    /// <summary>A peak is at least this many times what was expected …</summary>
    public double LeastRatio { get; init; } = 1.3;

    /// <summary>… with at least this many incidents in the hour in the period. A scope with fewer in all its days is not tested.</summary>
    public int LeastIncidents { get; init; } = 20;

    /// <summary>Days of a kind that the standing-peak test needs; a period with fewer is tested on the trailing weeks that end with it.</summary>
    public int LeastDays { get; init; } = 8;

    public int TrailingDays { get; init; } = 56;

    /// <summary>Days of a kind that the window scan needs.</summary>
    public int LeastWindowDays { get; init; } = 5;

    public int LongestWindow { get; init; } = 8;

    /// <summary>Monte-Carlo replicas.</summary>
    public int Replicas { get; init; } = 999;

    /// <summary>For streets that reach <see cref="LeastIncidents"/> in some hour: 999 could never pass a family of hundreds.</summary>
    public int StreetReplicas { get; init; } = 9999;

    public ulong Seed { get; init; } = 1;
}

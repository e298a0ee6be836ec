namespace Hotspot.Samples;

/// <summary>What to make. The same settings give the same bytes on every machine, whatever its culture and number of cores.</summary>
/// <param name="Complaints">Orders in all, 500 to 100 million. Rows are about 3 % more: some orders are sent again.</param>
/// <param name="Weeks">Whole weeks, 2 to 520, that end with <paramref name="LastDay"/>.</param>
/// <param name="LastDay">Last day of the sample, included; a Sunday gives whole weeks from Monday to Sunday.</param>
/// <param name="IncludeCallTime">False: the platform's boxes were not ticked: no file holds 来电时间, 派发时间 and 解决类型.</param>
/// <param name="IncludeCoordinates">False: no 经度 and 纬度.</param>
public sealed record SampleSettings(
    long Complaints,
    int Weeks,
    ulong Seed,
    DateOnly LastDay,
    bool IncludeCallTime = true,
    bool IncludeCoordinates = true
)
{
    public const long Fewest = 500;
    public const long Most = 100_000_000;
    public const int FewestWeeks = 2;
    public const int MostWeeks = 520;

    /// <summary>The demo: 60,000 complaints in 56 weeks, a year and the four weeks before it, so that 同比 has a counterpart.</summary>
    public static SampleSettings Demo(DateOnly lastDay) => new(60_000, 56, 20250427, lastDay);

    public int Days => Weeks * 7;

    public DateOnly FirstDay => LastDay.AddDays(1 - Days);

    /// <exception cref="ArgumentOutOfRangeException">A number is outside its bounds.</exception>
    public SampleSettings Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Complaints, Fewest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Complaints, Most);
        ArgumentOutOfRangeException.ThrowIfLessThan(Weeks, FewestWeeks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weeks, MostWeeks);
        return this;
    }
}

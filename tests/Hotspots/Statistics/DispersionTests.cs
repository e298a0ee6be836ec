using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

public class DispersionTests
{
    /// <summary>The bug: of 324 streets some are calm for 13 weeks by luck, and then a third of stationary weeks had a hot one.</summary>
    [Fact]
    public void No_unit_is_taken_to_be_calmer_than_the_median_one()
    {
        long[] wild = [20, 2, 18, 4, 20, 2, 18, 4];
        long[] calm = [10, 11, 10, 11, 10, 11, 10, 11];
        IReadOnlyList<long>[] map = [wild, [.. wild.Reverse()], [4, 18, 2, 20, 4, 18, 2, 20], calm, [.. wild.Select(n => n / 2 + 3)]];
        var phi = Dispersion.Phi(map)!;

        Assert.Equal(phi.Min(), phi[3]);
        Assert.True(phi[3] > 2, $"{phi[3]}");
        Assert.True(phi[0] > phi[3]);
        Assert.Equal(phi[3], phi.Order().ElementAt(1), 1e-9);
    }
}

using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Tests.Hotspots.HotPoints;

public class RivalsTests
{
    private static readonly int[][] Members =
    [
        [1, 2],
        [2, 3],
        [4],
        [3],
    ];

    [Fact]
    public void Of_candidates_that_share_a_place_the_surest_stands() =>
        Assert.Equal([1, 2], Rivals.Settle(Members, [0.02, 0.01, 0.9, 0.03], [9, 1, 0, 9]));

    [Fact]
    public void Of_two_as_sure_the_one_with_more_beyond_expectation_stands() =>
        Assert.Equal([0, 2, 3], Rivals.Settle(Members, [0.01, 0.01, 0.01, 0.01], [9, 8, 0, 7]));

    [Fact]
    public void Untested_candidates_stand_in_the_order_of_their_generators() => Assert.Equal([0, 2, 3], Rivals.Settle(Members, null, null));
}

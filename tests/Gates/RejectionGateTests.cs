using Hotspot.Gates;

namespace Hotspot.Tests.Gates;

public class RejectionGateTests
{
    [Theory]
    [InlineData(100, 5, false)]
    [InlineData(100, 6, true)]
    [InlineData(100, 0, false)]
    [InlineData(1, 1, true)]
    public void More_than_the_share_holds_back_and_the_share_itself_does_not(long read, long rejected, bool holds) =>
        Assert.Equal(holds, RejectionGate.Holds(read, rejected, 0.05));

    [Fact]
    public void A_load_without_rows_holds_nothing_back() => Assert.False(RejectionGate.Holds(0, 0, 0));

    [Fact]
    public void A_share_of_zero_tolerates_no_rejected_row() => Assert.True(RejectionGate.Holds(1_000_000, 1, 0));
}

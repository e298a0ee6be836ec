using Hotspot.Store;

namespace Hotspot.Tests.Store;

public class SeenOrdersTests
{
    private const int Orders = 3_000_000;

    [Fact]
    public void An_order_seen_before_is_never_said_to_be_new_and_few_new_ones_are_said_to_be_known()
    {
        var seen = new SeenOrders();
        var mistaken = 0;
        for (var i = 0; i < Orders; i++)
            mistaken += seen.Add(OrderHash.Of($"热线-250421-{i:000000}")) ? 1 : 0;
        Assert.InRange(mistaken, 0, Orders / 500);
        for (var i = 0; i < Orders; i += 7)
            Assert.True(seen.Add(OrderHash.Of($"热线-250421-{i:000000}")));
    }
}

using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

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

    [Fact]
    public void What_a_load_kept_is_what_the_next_one_knows()
    {
        const int Kept = 1_500_000;
        using var folder = new TempFolder();
        using var store = ComplaintStore.Open(folder.File("seen.duckdb"), new SessionLimits(Threads: 1));
        var seen = SeenOrders.Of(store.Session, loadNo: 1);
        for (var i = 0; i < Kept; i++)
            seen.Add(OrderHash.Of($"热线-250421-{i:000000}"));
        seen.Keep(store.Session, nextLoadNo: 3);

        var later = SeenOrders.Of(store.Session, loadNo: 3);
        Assert.All(Enumerable.Range(0, Kept / 1000), i => Assert.True(later.Add(OrderHash.Of($"热线-250421-{1000 * i:000000}"))));
        var mistaken = Enumerable.Range(Kept, 10_000).Count(i => later.Add(OrderHash.Of($"热线-250421-{i:000000}")));
        Assert.InRange(mistaken, 0, 50);
        later.Keep(store.Session, nextLoadNo: 4);
        Assert.True(SeenOrders.Of(store.Session, loadNo: 4).Add(OrderHash.Of($"热线-250421-{Kept:000000}")));

        // Kept for another load than the one that begins: the orders of the store count, and there are none.
        Assert.False(SeenOrders.Of(store.Session, loadNo: 5).Add(OrderHash.Of("热线-250421-000000")));
    }
}

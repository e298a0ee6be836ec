using Hotspot.Hotspots.Grids;

namespace Hotspot.Tests.Hotspots.Grids;

public class KernelRasterTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(2_000)]
    public void A_copy_that_was_changed_becomes_its_whole_again_wherever_it_was_changed(int changes)
    {
        var random = new Random(5);
        (double X, double Y) Anywhere() => (random.NextDouble() * 9_000, random.NextDouble() * 6_000);
        var whole = new KernelRaster(0, 0, 9_000, 6_000, 300, 40);
        for (var i = 0; i < 500; i++)
            whole.Add(Anywhere().X, Anywhere().Y, 1);
        var fresh = whole.Copy();
        var copy = whole.Copy();
        for (var turn = 0; turn < 3; turn++)
        {
            var (x, y) = Anywhere();
            copy.Add(x, y, -1);
            Assert.NotEqual(whole.At(x, y), copy.At(x, y));
            for (var i = 1; i < changes; i++)
                copy.Add(Anywhere().X, Anywhere().Y, -1);
            copy.Restore();
            for (var row = 0; row < 150; row++)
            {
                for (var column = 0; column < 225; column++)
                    Assert.Equal(fresh.At(column * 40, row * 40), copy.At(column * 40, row * 40));
            }
        }
    }
}

using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Tests.Hotspots.HotPoints;

public class DensityTests
{
    [Fact]
    public void A_raster_holds_the_mass_of_its_kernels_and_reads_them()
    {
        var raster = new KernelRaster(0, 0, 1000, 500, kernelM: 250, stepM: 25);
        raster.Add(310, 205, 3);
        double mass = 0;
        for (var x = -250.0; x <= 1250; x += 10)
        {
            for (var y = -250.0; y <= 750; y += 10)
                mass += raster.At(x, y) * 100;
        }
        Assert.Equal(3, mass, 0.03);
        var u = 100.0 / 250;
        Assert.Equal(3 * 3 / (Math.PI * 250 * 250) * Math.Pow(1 - u * u, 2), raster.At(410, 205), 3e-7);
        Assert.Equal(0, raster.At(5000, 0));
    }

    [Fact]
    public void The_densest_spot_is_looked_for_within_reach()
    {
        var raster = new KernelRaster(0, 0, 1000, 500, kernelM: 250, stepM: 25);
        raster.Add(300, 200, 1);
        var peak = KernelRaster.Peak(250);
        Assert.Equal(peak, raster.Densest(400, 200, 110), peak / 100);
        Assert.InRange(raster.Densest(400, 200, 40), 0.5 * peak, 0.9 * peak);
        Assert.Equal(0, raster.Densest(4000, 200, 150));
    }

    [Fact]
    public void Without_some_of_its_units_the_baseline_expects_what_the_others_would()
    {
        double[] x = [0, 300, 2000];
        double[] y = [0, 100, 50];
        double[] whole = [1, 1, 1];
        var settings = new PointSettings();
        var all = new Density(x, y, [2, 5, 6], whole, whole, settings, 0.1);
        var rest = all.Copy();
        rest.Remove(x[2], y[2], 1, 1, 5);
        rest.Restore();
        rest.Remove(x[0], y[0], 1, 1, 2);
        rest.Remove(x[1], y[1], 1, 1, 1);
        var fresh = new Density(x, y, [0, 4, 6], whole, whole, settings, 0.1 * 13 / 10);
        foreach (var at in (double[])[290, 700, 2000])
            Assert.Equal(fresh.At(at, 60), rest.At(at, 60), fresh.At(at, 60) / 50);
    }
}

using Hotspot.Hotspots.Grids;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// λ(x): units per square metre and period that the surroundings of a point lead to expect. The larger of two: a kernel of
/// <see cref="PointSettings.KernelM"/>, which bridges thin country; and the largest value within <see cref="PointSettings.ReachM"/> of one of
/// <see cref="PointSettings.NearM"/>, or every estate of a few hundred metres would be a hotspot for ever, and the more so at its rim, where a kernel
/// sees half of it. A house is small beside either, and stays hot.
/// At the edge of the city each unit's kernel is divided by its mass inside (Diggle 1985), see <see cref="KernelMass"/>.
/// </summary>
internal sealed class Density
{
    private readonly PointSettings _settings;
    private readonly Density? _whole;
    private readonly KernelRaster? _wide;
    private readonly KernelRaster? _near;
    private double _scale;
    private double _total;

    /// <param name="weight">Units at each place; places without any are passed over.</param>
    /// <param name="wide">Share of each place's wide kernel that lies inside the city; <paramref name="near"/> of the near one.</param>
    /// <param name="scale">Units of the period per unit of <paramref name="weight"/>.</param>
    public Density(double[] x, double[] y, int[] weight, double[] wide, double[] near, PointSettings settings, double scale)
    {
        (_settings, _scale, _total) = (settings, scale, weight.Sum(units => (double)units));
        int[] used = [.. Enumerable.Range(0, x.Length).Where(i => weight[i] > 0)];
        if (used.Length == 0)
            return;
        var (left, bottom, right, top) = (used.Min(i => x[i]), used.Min(i => y[i]), used.Max(i => x[i]), used.Max(i => y[i]));
        _wide = new KernelRaster(left, bottom, right, top, settings.KernelM, settings.KernelM / 7);
        _near = new KernelRaster(left, bottom, right, top, settings.NearM, settings.NearM / 5);
        foreach (var i in used)
        {
            _wide.Add(x[i], y[i], weight[i] / wide[i]);
            _near.Add(x[i], y[i], weight[i] / near[i]);
        }
    }

    private Density(Density whole) =>
        (_settings, _whole, _wide, _near, _scale, _total) = (
            whole._settings,
            whole,
            whole._wide?.Copy(),
            whole._near?.Copy(),
            whole._scale,
            whole._total
        );

    public Density Copy() => new(this);

    /// <summary>Turns a <see cref="Copy"/> back into what it was copied from, which is quicker than a new copy.</summary>
    /// <exception cref="InvalidOperationException">It is no copy.</exception>
    public void Restore()
    {
        var whole = _whole ?? throw new InvalidOperationException("only a copy can be restored");
        _wide?.Restore();
        _near?.Restore();
        (_scale, _total) = (whole._scale, whole._total);
    }

    /// <summary>Takes units of the baseline away; what is left leads to expect as many as the whole.</summary>
    public void Remove(double x, double y, double wide, double near, int units)
    {
        _wide?.Add(x, y, -units / wide);
        _near?.Add(x, y, -units / near);
        var left = Math.Max(1, _total - units);
        _scale *= _total / left;
        _total = left;
    }

    public double At(double x, double y)
    {
        // Half a unit, so that open country without any history is rare ground and not impossible ground.
        var floor = KernelRaster.Peak(_settings.KernelM) / 2;
        // What was taken away again may leave a little less than nothing.
        var wide = Math.Max(0, _wide?.At(x, y) ?? 0);
        return _scale * (Math.Max(wide, _near?.Densest(x, y, _settings.ReachM) ?? 0) + floor);
    }
}

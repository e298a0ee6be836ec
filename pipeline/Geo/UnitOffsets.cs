using System.Runtime.InteropServices;
using MathNet.Numerics.Distributions;

namespace Hotspot.Geo;

/// <summary>
/// Mean offset of points from the known points of the streets and communities that their rows state. A unit counts once, by the mean of its
/// rows: complaints of one street lie to one side of its office, and only over many units do the sides cancel out. Compact units weigh more
/// (inverse variance of what is known beforehand, never of the rows), errors are those of the weighted mean with unequal variances (White 1980).
/// System 0 is the declared one.
/// </summary>
internal sealed class UnitOffsets(int systems)
{
    private const double FewestUnits = 8;

    /// <summary>Farther than this from its unit, a point or its unit is misstated.</summary>
    private const double FarthestM = 4000;

    /// <summary>Offices may stand to one side of their streets by and large: up to a quarter of the shift is no proof.</summary>
    private const double ToleratedShare = 0.25;

    /// <summary>What all units together may be off for other reasons, metres.</summary>
    private const double CommonErrorM = 60;

    private readonly Dictionary<string, (int Rows, double X, double Y, double Weight)> _units = new(StringComparer.Ordinal);
    private readonly (double X, double Y)[] _shift = new (double, double)[systems];
    private long _rows;

    public int Units => _units.Count;

    /// <param name="spreadM">How far from its point a complaint of the unit usually lies, metres.</param>
    public void Add(string unit, LonLat point, double spreadM, ReadOnlySpan<LonLat> at)
    {
        var (x, y) = Nearness.Offset(point, at[0]);
        if (Math.Sqrt(x * x + y * y) > FarthestM)
            return;
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_units, unit, out _);
        sum = (sum.Rows + 1, sum.X + x, sum.Y + y, 1 / Square(spreadM));
        _rows++;
        for (var i = 1; i < at.Length; i++)
        {
            var (dx, dy) = Nearness.Offset(at[i], at[0]);
            _shift[i] = (_shift[i].X + dx, _shift[i].Y + dy);
        }
    }

    /// <summary>Metres between where a point is taken to be and where it is if the system is the true one.</summary>
    public double? ShiftM(int system) => _rows == 0 ? null : Length(Shift(system));

    /// <summary>Probability of an offset so far along the shift if the declared system were true; 1 where too few units are known.</summary>
    public double PValue(int system)
    {
        var (mean, error, units) = Along(system);
        if (units < FewestUnits)
            return 1;
        return 1 - StudentT.CDF(0, 1, units - 1, (mean - ToleratedShare * Length(Shift(system))) / error);
    }

    /// <summary>The units lie around the points as declared, and surely not where the system would have them.</summary>
    public bool Contradicts(int system)
    {
        var (mean, error, units) = Along(system);
        return units >= FewestUnits && mean + 3 * error < Length(Shift(system)) / 2;
    }

    /// <summary>Normal, over the mean of the units; 0 for all where too few are known.</summary>
    public double LogLikelihood(int system)
    {
        var east = Weighted(unit => unit.X);
        var north = Weighted(unit => unit.Y);
        if (east.Units < FewestUnits)
            return 0;
        var expected = Shift(system);
        var variance = (Square(east.Error) + Square(north.Error)) / 2 + Square(CommonErrorM);
        return -(Square(east.Mean - expected.X) + Square(north.Mean - expected.Y)) / (2 * variance);
    }

    private (double Mean, double Error, double Units) Along(int system)
    {
        var shift = _rows == 0 ? (0, 0) : Shift(system);
        var length = Math.Max(Length(shift), 1);
        return Weighted(unit => (unit.X * shift.X + unit.Y * shift.Y) / length);
    }

    /// <summary>Weighted mean over units, its standard error, and how many units of equal weight it is worth.</summary>
    private (double Mean, double Error, double Units) Weighted(Func<(double X, double Y), double> value)
    {
        var (weights, squares, sum) = (0.0, 0.0, 0.0);
        // In the order of the codes, so that sums do not depend on the order of the rows.
        var units = _units.OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => unit.Value).ToArray();
        var values = units.Select(unit => value((unit.X / unit.Rows, unit.Y / unit.Rows))).ToArray();
        for (var i = 0; i < units.Length; i++)
        {
            weights += units[i].Weight;
            squares += Square(units[i].Weight);
            sum += units[i].Weight * values[i];
        }
        var worth = squares > 0 ? Square(weights) / squares : 0;
        if (worth < 2)
            return (0, double.PositiveInfinity, worth);
        var mean = sum / weights;
        var spread = units.Zip(values, (unit, v) => Square(unit.Weight * (v - mean))).Sum();
        return (mean, Math.Sqrt(spread * worth / (worth - 1)) / weights, worth);
    }

    private (double X, double Y) Shift(int system) => (_shift[system].X / _rows, _shift[system].Y / _rows);

    private static double Length((double X, double Y) vector) => Math.Sqrt(Square(vector.X) + Square(vector.Y));

    private static double Square(double value) => value * value;
}

namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Log-linear regression of counts whose variance is φμ, by iteratively reweighted least squares (McCullagh and Nelder 1989, chapters 2 and 9); start and
/// end as in R's glm. Made for thousands of small fits: one on each thread, its room is used again. Zeros of the design cost nothing.
/// </summary>
/// <param name="mostRows">Most counts of a fit; <paramref name="mostColumns"/> likewise.</param>
internal sealed class LogLinear(int mostRows, int mostColumns)
{
    private const int MostSteps = 25;
    private const double Rest = 1e-8;

    private readonly double[] _design = new double[mostRows * mostColumns];
    private readonly double[] _counts = new double[mostRows];
    private readonly double[] _weights = new double[mostRows];
    private readonly double[] _means = new double[mostRows];
    private readonly double[] _beta = new double[mostColumns];
    private readonly double[] _factor = new double[mostColumns * mostColumns];
    private readonly double[] _right = new double[mostColumns];

    public int Rows { get; private set; }
    public int Columns { get; private set; }

    /// <summary>Pearson's χ² over the degrees of freedom, at least one.</summary>
    public double Phi { get; private set; }

    public ReadOnlySpan<double> Coefficients => _beta.AsSpan(0, Columns);

    /// <summary>A new table of this width.</summary>
    public void Begin(int columns) => (Rows, Columns) = (0, columns);

    /// <summary>A row of zeros for the caller to fill.</summary>
    public Span<double> Add(double count)
    {
        (_counts[Rows], _weights[Rows]) = (count, 1);
        var row = _design.AsSpan(Rows++ * Columns, Columns);
        row.Clear();
        return row;
    }

    /// <returns>False: no end in 25 steps, or columns that depend on each other.</returns>
    public bool Fit()
    {
        var before = double.PositiveInfinity;
        for (var i = 0; i < Rows; i++)
            _means[i] = _counts[i] + 0.1;
        for (var step = 0; step < MostSteps; step++)
        {
            if (!Solve())
                return false;
            var deviance = 0.0;
            for (var i = 0; i < Rows; i++)
            {
                var (count, mean) = (_counts[i], Math.Exp(Dot(Row(i))));
                _means[i] = mean;
                deviance += 2 * _weights[i] * ((count > 0 ? count * Math.Log(count / mean) : 0) - (count - mean));
            }
            if (Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < Rest)
            {
                Phi = Math.Max(1, Pearson());
                return Factor();
            }
            before = deviance;
        }
        return false;
    }

    /// <summary>
    /// Fits again with less weight for counts far above their means, which would hide the next ones: those with a standardised Anscombe residual s over
    /// <paramref name="from"/> are weighted by s⁻², all weights scaled to their number (Farrington et al. 1996; Noufaily et al. 2013 with 2.58).
    /// </summary>
    /// <inheritdoc cref="Fit" path="/returns"/>
    public bool Reweight(double from)
    {
        var sum = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            var (count, mean) = (_counts[i], _means[i]);
            var leverage = _weights[i] * mean * Spread(Row(i));
            var residual = 1.5 * (Math.Cbrt(count * count) * Math.Pow(mean, -1.0 / 6) - Math.Sqrt(mean)) / Math.Sqrt(Phi * (1 - leverage));
            sum += _weights[i] = residual > from ? 1 / (residual * residual) : 1;
        }
        for (var i = 0; i < Rows; i++)
            _weights[i] *= Rows / sum;
        return Fit();
    }

    /// <returns>Mean, and its <see cref="Exceedance.Of">reach</see>: mean × variance of its log ÷ φ.</returns>
    public (double Mean, double Reach) Predict(ReadOnlySpan<double> row)
    {
        var mean = Math.Exp(Dot(row));
        return (mean, mean * Spread(row));
    }

    public double LargestCount()
    {
        var most = 0.0;
        for (var i = 0; i < Rows; i++)
            most = Math.Max(most, _counts[i]);
        return most;
    }

    private ReadOnlySpan<double> Row(int i) => _design.AsSpan(i * Columns, Columns);

    private double Dot(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        for (var c = 0; c < row.Length; c++)
            sum += row[c] * _beta[c];
        return sum;
    }

    private double Pearson()
    {
        var sum = 0.0;
        for (var i = 0; i < Rows; i++)
            sum += _weights[i] * (_counts[i] - _means[i]) * (_counts[i] - _means[i]) / _means[i];
        return sum / Math.Max(1, Rows - Columns);
    }

    /// <summary>β from the means of before, by the normal equations.</summary>
    private bool Solve()
    {
        if (!Factor())
            return false;
        _right.AsSpan(0, Columns).Clear();
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            var working = _weights[i] * (_means[i] * Math.Log(_means[i]) + _counts[i] - _means[i]);
            for (var c = 0; c < Columns; c++)
                _right[c] += row[c] * working;
        }
        Forward(_right);
        for (var c = Columns - 1; c >= 0; c--)
        {
            var sum = _right[c];
            for (var k = c + 1; k < Columns; k++)
                sum -= _factor[k * Columns + c] * _beta[k];
            _beta[c] = sum / _factor[c * Columns + c];
        }
        return true;
    }

    /// <summary>Cholesky factor of X'WX in the lower triangle.</summary>
    private bool Factor()
    {
        var n = Columns;
        _factor.AsSpan(0, n * n).Clear();
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            var weight = _weights[i] * _means[i];
            for (var r = 0; r < n; r++)
            {
                if (row[r] == 0)
                    continue;
                var value = weight * row[r];
                for (var c = 0; c <= r; c++)
                    _factor[r * n + c] += value * row[c];
            }
        }
        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c <= r; c++)
            {
                var sum = _factor[r * n + c];
                for (var k = 0; k < c; k++)
                    sum -= _factor[r * n + k] * _factor[c * n + k];
                if (r != c)
                    _factor[r * n + c] = sum / _factor[c * n + c];
                else if (sum <= 0 || !double.IsFinite(sum))
                    return false;
                else
                    _factor[r * n + r] = Math.Sqrt(sum);
            }
        }
        return true;
    }

    private void Forward(Span<double> of)
    {
        for (var r = 0; r < Columns; r++)
        {
            for (var k = 0; k < r; k++)
                of[r] -= _factor[r * Columns + k] * of[k];
            of[r] /= _factor[r * Columns + r];
        }
    }

    /// <summary>x'(X'WX)⁻¹x.</summary>
    private double Spread(ReadOnlySpan<double> row)
    {
        Span<double> half = stackalloc double[Columns];
        row.CopyTo(half);
        Forward(half);
        var sum = 0.0;
        foreach (var value in half)
            sum += value * value;
        return sum;
    }
}

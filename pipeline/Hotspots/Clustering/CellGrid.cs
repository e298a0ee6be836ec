using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Clustering;

/// <summary>
/// Points sorted into square cells whose diagonal is just short of eps, so that all points of one cell are neighbours; equal coordinates
/// become one spot with the sum of their weights. Only occupied cells are held, in row order: neighbours of a cell lie in five runs.
/// </summary>
internal sealed class CellGrid
{
    private CellGrid() { }

    /// <summary>Spots, cell by cell.</summary>
    public required double[] X { get; init; }
    public required double[] Y { get; init; }
    public required long[] Weight { get; init; }

    /// <summary>Of each spot; the largest where several points share the coordinate.</summary>
    public required int[] MinPts { get; init; }

    /// <summary>Point → its spot.</summary>
    public required int[] SpotOf { get; init; }
    public required int Spots { get; init; }

    /// <summary>Row × <see cref="Columns"/> + column of each cell, ascending.</summary>
    public required long[] Key { get; init; }

    /// <summary>First spot of each cell; one more entry closes the last.</summary>
    public required int[] First { get; init; }
    public required int Cells { get; init; }
    public required long Columns { get; init; }

    public static CellGrid Of(double[] x, double[] y, int[]? weights, int[] minPts, double eps)
    {
        var n = x.Length;
        double left = double.PositiveInfinity,
            bottom = double.PositiveInfinity,
            right = double.NegativeInfinity;
        for (var i = 0; i < n; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]))
                throw new ArgumentException($"point {i} has no finite coordinates", nameof(x));
            left = Math.Min(left, x[i]);
            right = Math.Max(right, x[i]);
            bottom = Math.Min(bottom, y[i]);
        }
        // A hair below eps/√2: rounding may not put two points into one cell that are farther apart than eps.
        var perMetre = Math.Sqrt(2) / eps * (1 + 1e-9);
        // Two empty columns keep the runs of neighbouring rows apart.
        var columns = n == 0 ? 3 : (long)((right - left) * perMetre) + 3;
        var keys = new long[n];
        var order = new int[n];
        for (var i = 0; i < n; i++)
        {
            keys[i] = (long)((y[i] - bottom) * perMetre) * columns + (long)((x[i] - left) * perMetre);
            order[i] = i;
        }
        RadixSort.Sort(ref keys, ref order);

        var spotX = new double[n];
        var spotY = new double[n];
        var spotWeight = new long[n];
        var spotMin = new int[n];
        var spotOf = new int[n];
        var cellKey = new long[n];
        var first = new int[n + 1];
        var (spots, cells) = (0, 0);
        for (int start = 0, end; start < n; start = end)
        {
            for (end = start + 1; end < n && keys[end] == keys[start]; )
                end++;
            var members = order.AsSpan(start, end - start);
            if (members.Length > 1)
                SortByPlace(members, x, y);
            cellKey[cells] = keys[start];
            first[cells++] = spots;
            for (var k = 0; k < members.Length; k++)
            {
                var i = members[k];
                if (k == 0 || x[i] != spotX[spots - 1] || y[i] != spotY[spots - 1])
                {
                    spotX[spots] = x[i];
                    spotY[spots++] = y[i];
                }
                spotWeight[spots - 1] += weights is null ? 1 : weights[i];
                spotMin[spots - 1] = Math.Max(spotMin[spots - 1], minPts.Length == 1 ? minPts[0] : minPts[i]);
                spotOf[i] = spots - 1;
            }
        }
        first[cells] = spots;
        return new CellGrid
        {
            X = spotX,
            Y = spotY,
            Weight = spotWeight,
            MinPts = spotMin,
            SpotOf = spotOf,
            Spots = spots,
            Key = cellKey,
            First = first,
            Cells = cells,
            Columns = columns,
        };
    }

    private static void SortByPlace(Span<int> members, double[] x, double[] y)
    {
        if (members.Length > 12)
        {
            members.Sort((a, b) => x[a] != x[b] ? x[a].CompareTo(x[b]) : y[a].CompareTo(y[b]));
            return;
        }
        for (var k = 1; k < members.Length; k++)
        {
            var i = members[k];
            var j = k;
            for (; j > 0 && (x[members[j - 1]] > x[i] || (x[members[j - 1]] == x[i] && y[members[j - 1]] > y[i])); j--)
                members[j] = members[j - 1];
            members[j] = i;
        }
    }
}

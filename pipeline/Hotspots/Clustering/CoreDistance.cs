namespace Hotspot.Hotspots.Clustering;

/// <summary>How far each spot must reach to hold a number of units, its own included (Campello, Moulavi and Sander 2013).</summary>
internal static class CoreDistance
{
    /// <summary>Spots per piece of parallel work.</summary>
    private const int Piece = 4096;

    /// <param name="weight">Units at each spot of the tree, in its order; at least one each.</param>
    /// <param name="units">At most the sum of all weights.</param>
    /// <returns>Squares of the distances, in the order of the tree; 0 where the spot itself holds as many.</returns>
    public static double[] Squares(KdTree tree, int[] weight, int units)
    {
        var squares = new double[tree.X.Length];
        Parallel.For(
            0,
            (squares.Length + Piece - 1) / Piece,
            Workers.All,
            piece =>
            {
                var nearest = new Nearest(units);
                for (var spot = piece * Piece; spot < Math.Min(squares.Length, (piece + 1) * Piece); spot++)
                    squares[spot] = Search(tree, weight, spot, nearest);
            }
        );
        return squares;
    }

    private static double Search(KdTree tree, int[] weight, int spot, Nearest nearest)
    {
        var (x, y) = (tree.X[spot], tree.Y[spot]);
        Span<int> nodes = stackalloc int[KdTree.MostDepth];
        Span<double> distances = stackalloc double[KdTree.MostDepth];
        var depth = 1;
        nearest.Clear();
        (nodes[0], distances[0]) = (0, 0);
        while (depth > 0)
        {
            depth--;
            var node = nodes[depth];
            if (distances[depth] >= nearest.Bound)
                continue;
            if (node >= tree.FirstLeaf)
            {
                for (var other = tree.First[node]; other < tree.Last[node]; other++)
                {
                    var (dx, dy) = (tree.X[other] - x, tree.Y[other] - y);
                    nearest.Add(dx * dx + dy * dy, weight[other]);
                }
                continue;
            }
            var (left, right) = (tree.Distance(2 * node + 1, x, y), tree.Distance(2 * node + 2, x, y));
            var nearLast = left <= right ? 1 : 0;
            (nodes[depth], distances[depth]) = nearLast == 1 ? (2 * node + 2, right) : (2 * node + 1, left);
            (nodes[depth + 1], distances[depth + 1]) = nearLast == 1 ? (2 * node + 1, left) : (2 * node + 2, right);
            depth += 2;
        }
        return nearest.Bound;
    }

    /// <summary>The nearest spots that together hold the units asked for, sorted by distance.</summary>
    private sealed class Nearest(int units)
    {
        private readonly double[] _square = new double[units + 1];
        private readonly int[] _weight = new int[units + 1];
        private int _count;
        private long _sum;

        /// <summary>Square of the distance within which the units lie; infinite until as many were seen.</summary>
        public double Bound { get; private set; } = double.PositiveInfinity;

        public void Clear() => (_count, _sum, Bound) = (0, 0, double.PositiveInfinity);

        public void Add(double square, int weight)
        {
            if (square >= Bound)
                return;
            var at = _count++;
            for (; at > 0 && _square[at - 1] > square; at--)
                (_square[at], _weight[at]) = (_square[at - 1], _weight[at - 1]);
            (_square[at], _weight[at]) = (square, weight);
            _sum += weight;
            while (_sum - _weight[_count - 1] >= units)
                _sum -= _weight[--_count];
            if (_sum >= units)
                Bound = _square[_count - 1];
        }
    }
}

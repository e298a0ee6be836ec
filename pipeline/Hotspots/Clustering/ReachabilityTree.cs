namespace Hotspot.Hotspots.Clustering;

/// <summary>An edge of the tree between two spots (positions in the k-d tree).</summary>
/// <param name="Square">Of its mutual reachability distance.</param>
internal readonly record struct ReachabilityEdge(int A, int B, double Square);

/// <summary>
/// The exact minimum spanning tree of the mutual reachability distance max(core a, core b, d(a, b)): rounds of Borůvka over a k-d tree, each
/// spot seeking its nearest spot of another component (after March, Ram and Gray 2010). What was found or ruled out in one round holds in the next, for components only
/// grow: the nearest foreign spot stays the nearest while it is foreign, and what was farther than a bound stays farther.
/// </summary>
/// <remarks>
/// Equal distances leave a choice of trees, and threads may make it; the components below every distance are the same for all of them.
/// </remarks>
internal sealed class ReachabilityTree
{
    private const int Piece = 4096;

    private readonly KdTree _tree;
    private readonly double[] _core;
    private readonly double[] _least;
    private readonly int[] _component;
    private readonly int[] _nodeComponent;

    /// <summary>Nearest foreign spot of each spot, −1: none known, and its distance.</summary>
    private readonly int[] _partner;
    private readonly double[] _distance;

    /// <summary>Nothing foreign lies nearer.</summary>
    private readonly double[] _beyond;

    /// <summary>By component: shortest way out found so far in this round.</summary>
    private readonly double[] _best;

    private ReachabilityTree(KdTree tree, double[] core)
    {
        var spots = core.Length;
        (_tree, _core) = (tree, core);
        _component = [.. Enumerable.Range(0, spots)];
        _partner = new int[spots];
        Array.Fill(_partner, -1);
        _distance = new double[spots];
        _beyond = (double[])core.Clone();
        _best = new double[spots];
        _nodeComponent = new int[tree.Nodes];
        _least = new double[tree.Nodes];
        for (var node = tree.Nodes - 1; node >= 0; node--)
        {
            _least[node] =
                node >= tree.FirstLeaf
                    ? Least(core.AsSpan(tree.First[node], tree.Last[node] - tree.First[node]))
                    : Math.Min(_least[2 * node + 1], _least[2 * node + 2]);
        }
    }

    /// <param name="core">Squares of the core distances, in the order of the tree.</param>
    /// <returns>One edge fewer than spots, in no order.</returns>
    public static ReachabilityEdge[] Of(KdTree tree, double[] core) => new ReachabilityTree(tree, core).Grow();

    private ReachabilityEdge[] Grow()
    {
        var spots = _core.Length;
        var edges = new List<ReachabilityEdge>(Math.Max(0, spots - 1));
        var parent = new int[spots];
        var way = new int[spots];
        for (var i = 0; i < spots; i++)
            parent[i] = i;
        while (edges.Count < spots - 1)
        {
            MarkNodes();
            Array.Fill(_best, double.PositiveInfinity);
            Pieces(Keep);
            Pieces(Seek);
            Array.Fill(way, -1);
            for (var i = 0; i < spots; i++)
            {
                if (_partner[i] >= 0 && _distance[i] == _best[_component[i]] && way[_component[i]] < 0)
                    way[_component[i]] = i;
            }
            // Equal ways out may close a ring of components: its last edge is left out.
            foreach (var i in way)
            {
                if (i < 0)
                    continue;
                var (a, b) = (Root(parent, i), Root(parent, _partner[i]));
                if (a == b)
                    continue;
                parent[Math.Max(a, b)] = Math.Min(a, b);
                edges.Add(new ReachabilityEdge(i, _partner[i], _distance[i]));
            }
            for (var i = 0; i < spots; i++)
                _component[i] = Root(parent, i);
        }
        return [.. edges];
    }

    private void Pieces(Action<int> each) =>
        Parallel.For(
            0,
            (_core.Length + Piece - 1) / Piece,
            Workers.All,
            piece =>
            {
                for (var i = piece * Piece; i < Math.Min(_core.Length, (piece + 1) * Piece); i++)
                    each(i);
            }
        );

    /// <summary>A partner that is still foreign is still the nearest.</summary>
    private void Keep(int spot)
    {
        if (_partner[spot] < 0)
            return;
        if (_component[_partner[spot]] != _component[spot])
        {
            Lower(_component[spot], _distance[spot]);
            return;
        }
        _partner[spot] = -1;
        _beyond[spot] = _distance[spot];
    }

    private void Seek(int spot)
    {
        if (_partner[spot] >= 0)
            return;
        var limit = Volatile.Read(ref _best[_component[spot]]);
        if (_beyond[spot] >= limit)
            return;
        var (partner, distance) = Search(spot, limit);
        if (partner < 0)
        {
            _beyond[spot] = limit;
            return;
        }
        (_partner[spot], _distance[spot]) = (partner, distance);
        Lower(_component[spot], distance);
    }

    /// <summary>The nearest spot of another component that is nearer than the limit; −1: none.</summary>
    private (int Partner, double Distance) Search(int spot, double limit)
    {
        var (x, y, core, own) = (_tree.X[spot], _tree.Y[spot], _core[spot], _component[spot]);
        Span<int> nodes = stackalloc int[KdTree.MostDepth];
        Span<double> bounds = stackalloc double[KdTree.MostDepth];
        var depth = 1;
        var (best, partner) = (limit, -1);
        (nodes[0], bounds[0]) = (0, core);
        while (depth > 0)
        {
            depth--;
            var node = nodes[depth];
            if (bounds[depth] >= best || _nodeComponent[node] == own)
                continue;
            if (node >= _tree.FirstLeaf)
            {
                for (var other = _tree.First[node]; other < _tree.Last[node]; other++)
                {
                    var (dx, dy) = (_tree.X[other] - x, _tree.Y[other] - y);
                    var reach = Math.Max(Math.Max(core, _core[other]), dx * dx + dy * dy);
                    if (reach < best && _component[other] != own)
                        (best, partner) = (reach, other);
                }
                // Nothing can be nearer than what the spot itself needs.
                if (best <= core)
                    break;
                continue;
            }
            var (left, right) = (2 * node + 1, 2 * node + 2);
            var (toLeft, toRight) = (_tree.Distance(left, x, y), _tree.Distance(right, x, y));
            if (toLeft <= toRight)
                (left, right, toLeft, toRight) = (right, left, toRight, toLeft);
            (nodes[depth], bounds[depth]) = (left, Math.Max(_least[left], toLeft));
            (nodes[depth + 1], bounds[depth + 1]) = (right, Math.Max(_least[right], toRight));
            depth += 2;
        }
        return (partner, best);
    }

    private void Lower(int component, double distance)
    {
        ref var best = ref _best[component];
        for (var seen = Volatile.Read(ref best); distance < seen; )
        {
            var before = Interlocked.CompareExchange(ref best, distance, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    /// <summary>Component of each node all of whose spots are in one; −1: mixed.</summary>
    private void MarkNodes()
    {
        for (var node = _tree.Nodes - 1; node >= 0; node--)
        {
            if (node < _tree.FirstLeaf)
            {
                var (left, right) = (_nodeComponent[2 * node + 1], _nodeComponent[2 * node + 2]);
                _nodeComponent[node] = left == right ? left : -1;
                continue;
            }
            var members = _component.AsSpan(_tree.First[node], _tree.Last[node] - _tree.First[node]);
            _nodeComponent[node] = members.Length > 0 && !members.ContainsAnyExcept(members[0]) ? members[0] : -1;
        }
    }

    private static double Least(ReadOnlySpan<double> core)
    {
        var least = double.PositiveInfinity;
        foreach (var square in core)
            least = Math.Min(least, square);
        return least;
    }

    private static int Root(int[] parent, int spot)
    {
        while (parent[spot] != spot)
            spot = parent[spot] = parent[parent[spot]];
        return spot;
    }
}

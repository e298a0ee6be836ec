namespace Hotspot.Hotspots.Clustering;

/// <param name="LeastUnits">Units below which a group is no cluster.</param>
/// <param name="Neighbours">Units other than itself within whose reach a unit is dense ("min_samples" of Python's hdbscan; R counts the unit itself, one more).</param>
/// <param name="EpsilonM">Clusters that split at less than this many metres are not told apart; 0: all are.</param>
/// <param name="LeastM">Distances below this count as this: places nearer are not told apart, and density stays finite.</param>
public sealed record HdbscanSettings(int LeastUnits = 10, int Neighbours = 5, double EpsilonM = 30, double LeastM = 1);

/// <param name="Labels">Cluster of each point, 0 = the heaviest; −1 noise.</param>
/// <param name="Stability">Of each cluster, units per metre.</param>
/// <param name="TreeM">Length of the minimum spanning tree of the mutual reachability distance, over distinct places.</param>
public sealed record DensityClusters(int[] Labels, int Count, double[] Stability, double TreeM);

/// <summary>
/// Exact HDBSCAN* in the plane (Campello, Moulavi and Sander 2013), clusters by excess of mass, small ones joined below a distance (Malzer and Baum 2020).
/// A weight is that many units at one place: the result is that of repeated points. Nothing depends on the order of points or on threads.
/// </summary>
public static class Hdbscan
{
    /// <param name="weights">Null: all one.</param>
    public static DensityClusters Run(double[] x, double[] y, int[]? weights, HdbscanSettings settings)
    {
        if (x.Length != y.Length || (weights is not null && weights.Length != x.Length))
            throw new ArgumentException($"{x.Length} x, {y.Length} y and {weights?.Length} weights do not match");
        if (settings.LeastUnits < 2 || settings.Neighbours < 1 || !(settings.LeastM > 0))
            throw new ArgumentOutOfRangeException(
                nameof(settings),
                settings,
                "two units, one neighbour and a positive distance are the least"
            );
        var spots = Spots.Of(x, y, weights);
        if (spots.Total <= Math.Max(settings.Neighbours, settings.LeastUnits - 1))
            return new DensityClusters([.. spots.Of(_ => -1)], 0, [], 0);

        var tree = KdTree.Of(spots.X, spots.Y);
        var squares = CoreDistance.Squares(tree, [.. tree.Point.Select(spot => spots.Weight[spot])], settings.Neighbours + 1);
        // From here on spots are numbered by place again, so that sums run in an order of their own.
        var edges = ReachabilityTree.Of(tree, squares);
        var core = new double[squares.Length];
        for (var i = 0; i < core.Length; i++)
            core[tree.Point[i]] = Math.Max(settings.LeastM, Math.Sqrt(squares[i]));
        for (var i = 0; i < edges.Length; i++)
            edges[i] = edges[i] with { A = tree.Point[edges[i].A], B = tree.Point[edges[i].B] };
        double[] distance = [.. edges.Select(edge => Math.Max(settings.LeastM, Math.Sqrt(edge.Square)))];

        var condensed = CondensedTree.Of(Dendrogram.Of(edges, distance, spots.Weight), core, settings.LeastUnits);
        var stability = condensed.Stability(spots.Weight);
        var chosen = Choose(condensed, stability, settings.EpsilonM);
        var (names, order) = Names(condensed, chosen, spots.Weight);
        return new DensityClusters(
            [.. spots.Of(spot => names[condensed.Cluster[spot]])],
            order.Length,
            [.. order.Select(cluster => stability[cluster])],
            edges.Select(edge => Math.Sqrt(edge.Square)).Order().Sum()
        );
    }

    /// <summary>Clusters by excess of mass; no cluster of them lies in another, and everything is none.</summary>
    private static bool[] Choose(CondensedTree tree, double[] stability, double epsilonM)
    {
        var clusters = stability.Length;
        var chosen = new bool[clusters];
        var below = new double[clusters];
        var firstSpot = FirstSpots(tree);
        // Children in the order of their first spots, so that equal splits add up alike whichever was numbered first.
        var children = Enumerable.Range(1, clusters - 1).OrderBy(c => firstSpot[c]).ToLookup(c => tree.Parent[c]);
        for (var c = clusters - 1; c > 0; c--)
        {
            foreach (var child in children[c])
                below[c] += Math.Max(stability[child], below[child]);
            chosen[c] = stability[c] >= below[c];
        }
        // Everything inside a chosen cluster gives way to it.
        var inside = new bool[clusters];
        for (var c = 1; c < clusters; c++)
        {
            inside[c] = tree.Parent[c] > 0 && (inside[tree.Parent[c]] || chosen[tree.Parent[c]]);
            chosen[c] &= !inside[c];
        }
        return epsilonM > 0 ? Widen(tree, chosen, epsilonM) : chosen;
    }

    /// <summary>A cluster born at less than ε gives way to the first above it that was born at more, or to the last below everything.</summary>
    private static bool[] Widen(CondensedTree tree, bool[] chosen, double epsilonM)
    {
        var wide = new bool[chosen.Length];
        for (var c = 1; c < chosen.Length; c++)
        {
            if (!chosen[c])
                continue;
            var up = c;
            if (1 / tree.Birth[c] < epsilonM)
            {
                while (tree.Parent[up] > 0 && 1 / tree.Birth[up] <= epsilonM)
                    up = tree.Parent[up];
            }
            wide[up] = true;
        }
        return wide;
    }

    private static int[] FirstSpots(CondensedTree tree)
    {
        var first = new int[tree.Parent.Count];
        Array.Fill(first, int.MaxValue);
        for (var spot = 0; spot < tree.Cluster.Length; spot++)
            first[tree.Cluster[spot]] = Math.Min(first[tree.Cluster[spot]], spot);
        for (var c = first.Length - 1; c > 0; c--)
            first[tree.Parent[c]] = Math.Min(first[tree.Parent[c]], first[c]);
        return first;
    }

    /// <summary>Label of every cluster of the tree, −1 outside the chosen; and the chosen by label: heaviest first, ties by the westernmost spot.</summary>
    private static (int[] Names, int[] Order) Names(CondensedTree tree, bool[] chosen, int[] weight)
    {
        var topmost = new int[chosen.Length];
        for (var c = 0; c < chosen.Length; c++)
        {
            var up = tree.Parent[c] < 0 ? -1 : topmost[tree.Parent[c]];
            topmost[c] =
                up >= 0 ? up
                : chosen[c] ? c
                : -1;
        }
        var mass = new long[chosen.Length];
        var firstSpot = FirstSpots(tree);
        for (var spot = 0; spot < weight.Length; spot++)
        {
            if (topmost[tree.Cluster[spot]] is var cluster and >= 0)
                mass[cluster] += weight[spot];
        }
        int[] order =
        [
            .. Enumerable.Range(0, chosen.Length).Where(c => topmost[c] == c).OrderByDescending(c => mass[c]).ThenBy(c => firstSpot[c]),
        ];
        var label = new int[chosen.Length];
        for (var k = 0; k < order.Length; k++)
            label[order[k]] = k;
        return ([.. topmost.Select(cluster => cluster < 0 ? -1 : label[cluster])], order);
    }
}

namespace Hotspot.Hotspots.Clustering;

/// <summary>
/// The hierarchy without what is too small to be a cluster (Campello, Moulavi and Sander 2013): going down, a cluster goes on while only one part of at
/// least the least size splits off it, ends where there are two or more, and loses the smaller parts. Density is λ = 1/distance. Cluster 0 is everything.
/// </summary>
internal sealed class CondensedTree
{
    private readonly List<int> _parent = [-1];
    private readonly List<double> _birth = [0];
    private readonly List<long> _passedOn = [0];
    private readonly List<double> _death = [0];

    private CondensedTree(int spots)
    {
        Cluster = new int[spots];
        Left = new double[spots];
    }

    /// <summary>Smallest cluster that a spot belonged to, and the λ at which it left it.</summary>
    public int[] Cluster { get; }
    public double[] Left { get; }

    /// <summary>A parent's number is smaller than its children's.</summary>
    public IReadOnlyList<int> Parent => _parent;

    /// <summary>λ at which a cluster splits off its parent.</summary>
    public IReadOnlyList<double> Birth => _birth;

    /// <param name="core">Distance within which the units of a spot hold together themselves.</param>
    public static CondensedTree Of(Dendrogram tree, double[] core, int leastSize)
    {
        var result = new CondensedTree(tree.Spots);
        var cluster = new int[tree.Nodes];
        // λ at which a node fell out of its cluster; 0: it has not.
        var fell = new double[tree.Nodes];
        var large = new int[tree.Nodes];
        // A spot is a part of its own only below the distance at which its units come together.
        bool IsLarge(int node) => tree.Size[node] >= leastSize && (node >= tree.Spots || core[node] < tree.Distance[tree.Parent[node]]);
        for (var node = 0; node < tree.Nodes - 1; node++)
            large[tree.Parent[node]] += IsLarge(node) ? 1 : 0;
        for (var node = tree.Nodes - 2; node >= 0; node--)
        {
            var up = tree.Parent[node];
            cluster[node] = cluster[up];
            fell[node] = fell[up];
            if (fell[up] > 0)
                continue;
            var density = 1 / tree.Distance[up];
            if (!IsLarge(node))
                fell[node] = density;
            else if (large[up] > 1)
                cluster[node] = result.Split(cluster[up], density, tree.Size[node]);
        }
        for (var spot = 0; spot < tree.Spots; spot++)
            (result.Cluster[spot], result.Left[spot]) = (cluster[spot], fell[spot] > 0 ? fell[spot] : 1 / core[spot]);
        return result;
    }

    /// <summary>Σ over the units of a cluster of (λ at which the unit left it − λ of its birth), in a fixed order.</summary>
    public double[] Stability(int[] weight)
    {
        var stability = new double[_parent.Count];
        for (var spot = 0; spot < Cluster.Length; spot++)
            stability[Cluster[spot]] += weight[spot] * (Left[spot] - _birth[Cluster[spot]]);
        for (var c = 0; c < stability.Length; c++)
            stability[c] += _passedOn[c] * (_death[c] - _birth[c]);
        return stability;
    }

    private int Split(int from, double density, long size)
    {
        _passedOn[from] += size;
        _death[from] = density;
        _parent.Add(from);
        _birth.Add(density);
        _passedOn.Add(0);
        _death.Add(density);
        return _parent.Count - 1;
    }
}

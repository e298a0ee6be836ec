namespace Hotspot.Hotspots.Clustering;

/// <summary>
/// Single-linkage hierarchy of spots with all joins of one distance made at once, so that it does not depend on which of several minimum spanning
/// trees it is read from. Nodes below <see cref="Spots"/> are spots; parents have larger numbers than their children; the last is the root.
/// </summary>
internal sealed class Dendrogram
{
    private Dendrogram(int spots)
    {
        Spots = spots;
        Parent = new int[2 * spots - 1];
        Array.Fill(Parent, -1);
        Distance = new double[Parent.Length];
        Size = new long[Parent.Length];
    }

    public int Spots { get; }
    public int Nodes { get; private set; }

    /// <summary>−1 for the root.</summary>
    public int[] Parent { get; }

    /// <summary>Distance at which a node's children join; 0 for spots.</summary>
    public double[] Distance { get; }

    /// <summary>Units below a node.</summary>
    public long[] Size { get; }

    /// <param name="distance">Of each edge.</param>
    public static Dendrogram Of(ReachabilityEdge[] edges, double[] distance, int[] weight)
    {
        var result = new Dendrogram(weight.Length);
        for (var spot = 0; spot < weight.Length; spot++)
            result.Size[spot] = weight[spot];
        result.Join(edges, (double[])distance.Clone());
        return result;
    }

    private void Join(ReachabilityEdge[] edges, double[] distance)
    {
        int[] order = [.. Enumerable.Range(0, edges.Length)];
        Array.Sort(distance, order);
        // Of each component, under the spot that is its root: its node, and the node that this distance makes of it.
        var root = new int[Spots];
        var node = new int[Spots];
        var made = new int[Spots];
        for (var spot = 0; spot < Spots; spot++)
            (root[spot], node[spot], made[spot]) = (spot, spot, -1);
        Nodes = Spots;
        var joined = new List<int>();
        for (int start = 0, end; start < order.Length; start = end)
        {
            joined.Clear();
            for (end = start; end < order.Length && distance[end] == distance[start]; end++)
            {
                var (a, b) = (Root(root, edges[order[end]].A), Root(root, edges[order[end]].B));
                joined.Add(a);
                joined.Add(b);
                // The larger side stays the root, so that paths stay short.
                if (Size[node[a]] >= Size[node[b]])
                    root[b] = a;
                else
                    root[a] = b;
            }
            foreach (var old in joined)
            {
                var component = Root(root, old);
                if (Parent[node[old]] >= 0)
                    continue;
                if (made[component] < 0)
                {
                    Distance[Nodes] = distance[start];
                    made[component] = Nodes++;
                }
                Parent[node[old]] = made[component];
                Size[made[component]] += Size[node[old]];
            }
            foreach (var old in joined)
            {
                var component = Root(root, old);
                if (made[component] >= 0)
                    (node[component], made[component]) = (made[component], -1);
            }
        }
    }

    private static int Root(int[] root, int spot)
    {
        while (root[spot] != spot)
            spot = root[spot] = root[root[spot]];
        return spot;
    }
}

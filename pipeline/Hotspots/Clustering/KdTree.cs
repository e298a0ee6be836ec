namespace Hotspot.Hotspots.Clustering;

/// <summary>
/// A k-d tree of spots in the plane (Bentley 1975) whose points stand leaf by leaf: node 0 is the root, the children of node i are 2i + 1 and 2i + 2,
/// and each node is a run of points with their bounding box.
/// </summary>
internal sealed class KdTree
{
    private const int LeafPoints = 8;

    /// <summary>No path is deeper.</summary>
    public const int MostDepth = 40;

    private KdTree(double[] x, double[] y, int[] point, int levels)
    {
        (X, Y, Point) = (x, y, point);
        Nodes = (2 << levels) - 1;
        FirstLeaf = Nodes / 2;
        First = new int[Nodes];
        Last = new int[Nodes];
        Left = new double[Nodes];
        Right = new double[Nodes];
        Bottom = new double[Nodes];
        Top = new double[Nodes];
    }

    /// <summary>Coordinates, leaf by leaf.</summary>
    public double[] X { get; }
    public double[] Y { get; }

    /// <summary>Position here → index of the point in the input.</summary>
    public int[] Point { get; }
    public int Nodes { get; }

    /// <summary>Nodes from here on are leaves.</summary>
    public int FirstLeaf { get; }

    /// <summary>Points of a node: from First up to, without, Last.</summary>
    public int[] First { get; }
    public int[] Last { get; }
    public double[] Left { get; }
    public double[] Right { get; }
    public double[] Bottom { get; }
    public double[] Top { get; }

    public static KdTree Of(double[] x, double[] y)
    {
        var levels = 0;
        while (x.Length >> levels > LeafPoints)
            levels++;
        var tree = new KdTree((double[])x.Clone(), (double[])y.Clone(), [.. Enumerable.Range(0, x.Length)], levels);
        tree.Split(0, 0, x.Length);
        return tree;
    }

    /// <summary>Square of the distance from a place to the nearest corner or side of a node's box; 0 inside.</summary>
    public double Distance(int node, double x, double y)
    {
        var dx = Math.Max(0, Math.Max(Left[node] - x, x - Right[node]));
        var dy = Math.Max(0, Math.Max(Bottom[node] - y, y - Top[node]));
        return dx * dx + dy * dy;
    }

    private void Split(int node, int first, int last)
    {
        (First[node], Last[node]) = (first, last);
        var (left, right) = (double.PositiveInfinity, double.NegativeInfinity);
        var (bottom, top) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = first; i < last; i++)
        {
            (left, right) = (Math.Min(left, X[i]), Math.Max(right, X[i]));
            (bottom, top) = (Math.Min(bottom, Y[i]), Math.Max(top, Y[i]));
        }
        (Left[node], Right[node], Bottom[node], Top[node]) = (left, right, bottom, top);
        if (node >= FirstLeaf)
            return;
        var middle = first + (last - first) / 2;
        Select(right - left >= top - bottom ? X : Y, first, last - 1, middle);
        if (last - first > 50_000)
            Parallel.Invoke(() => Split(2 * node + 1, first, middle), () => Split(2 * node + 2, middle, last));
        else
        {
            Split(2 * node + 1, first, middle);
            Split(2 * node + 2, middle, last);
        }
    }

    /// <summary>Hoare's selection: what stands before <paramref name="middle"/> is not larger, what stands after not smaller.</summary>
    private void Select(double[] key, int low, int high, int middle)
    {
        while (low < high)
        {
            var (a, b, c) = (key[low], key[(low + high) / 2], key[high]);
            var pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (key[i] < pivot)
                    i++;
                while (key[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (X[i], X[j]) = (X[j], X[i]);
                (Y[i], Y[j]) = (Y[j], Y[i]);
                (Point[i], Point[j]) = (Point[j], Point[i]);
                i++;
                j--;
            }
            if (middle <= j)
                high = j;
            else if (middle >= i)
                low = i;
            else
                return;
        }
    }
}

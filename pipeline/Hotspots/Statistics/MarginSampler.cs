namespace Hotspot.Hotspots.Statistics;

/// <summary>
/// Columns of a table of locations whose row sums are given, by the multivariate hypergeometric law: what a shuffle of all cases over their days gives
/// for some of the days, without touching a case. The locations are the leaves of a binary tree, and a draw is split between the two halves of each
/// node, so a column costs the smaller of the locations and (cases × depth of the tree), whatever the number of cases of the table.
/// One sampler a thread.
/// </summary>
internal sealed class MarginSampler
{
    private readonly int[][] _full;
    private readonly int[][] _left;
    private readonly int _leaves = 1;

    /// <param name="margins">Cases of each location, by stratum; columns of one stratum are drawn from its own.</param>
    public MarginSampler(IReadOnlyList<int[]> margins)
    {
        Locations = margins[0].Length;
        while (_leaves < margins[0].Length)
            _leaves *= 2;
        _full = [.. margins.Select(Tree)];
        _left = [.. _full.Select(tree => (int[])tree.Clone())];
    }

    public int Locations { get; }

    /// <summary>All cases are there again.</summary>
    public void Refill()
    {
        for (var s = 0; s < _full.Length; s++)
            _full[s].CopyTo(_left[s], 0);
    }

    /// <summary>Takes <paramref name="cases"/> of what is left of the stratum, at most all of it; <paramref name="column"/> has a place for each location and is overwritten.</summary>
    public void Draw(int stratum, int cases, Draws random, Span<int> column)
    {
        column.Clear();
        Split(_left[stratum], 1, cases, random, column);
    }

    private void Split(int[] tree, int node, int cases, Draws random, Span<int> column)
    {
        while (cases > 0)
        {
            var inNode = tree[node];
            tree[node] = inNode - cases;
            if (node >= _leaves)
            {
                column[node - _leaves] = cases;
                return;
            }
            var (first, second) = (tree[2 * node], tree[2 * node + 1]);
            var there = cases == inNode ? first : HypergeometricDraw.Of(random, cases, first, second);
            Split(tree, 2 * node, there, random, column);
            (node, cases) = (2 * node + 1, cases - there);
        }
    }

    private int[] Tree(int[] margins)
    {
        var tree = new int[2 * _leaves];
        margins.CopyTo(tree, _leaves);
        for (var node = _leaves - 1; node > 0; node--)
            tree[node] = tree[2 * node] + tree[2 * node + 1];
        return tree;
    }
}

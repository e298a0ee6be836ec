using System.Collections.Concurrent;

namespace Hotspot.Hotspots.Clustering;

/// <param name="Labels">Cluster of each point, 0 = the heaviest; −1 noise.</param>
/// <param name="Core">Whether each point is a core point.</param>
public sealed record Clusters(int[] Labels, bool[] Core, int Count);

/// <summary>
/// Exact DBSCAN in the plane (Ester et al. 1996) by cells (Gunawan 2013; Wang, Gu and Shun 2020). A point is core if the weights within
/// eps, itself and the circle's edge included, reach its minPts; core points within eps are one cluster; any other point within eps of a core point
/// goes to the nearest, ties to the smaller cluster. Nothing depends on the order of the points.
/// </summary>
public static class GridDbscan
{
    /// <summary>Cells that one worker takes at a time.</summary>
    private const int Stretch = 16_384;

    public static Clusters Run(double[] x, double[] y, int[]? weights, double eps, int minPts) => Run(x, y, weights, eps, [minPts]);

    /// <param name="weights">Null: all one.</param>
    /// <param name="eps">In the unit of the coordinates (metres).</param>
    /// <param name="minPts">One for all, or one per point; points of one coordinate share the largest.</param>
    public static Clusters Run(double[] x, double[] y, int[]? weights, double eps, int[] minPts)
    {
        if (
            x.Length != y.Length
            || (weights is not null && weights.Length != x.Length)
            || (minPts.Length != 1 && minPts.Length != x.Length)
        )
            throw new ArgumentException($"{x.Length} x, {y.Length} y, {weights?.Length} weights and {minPts.Length} minPts do not match");
        if (!(eps > 0))
            throw new ArgumentOutOfRangeException(nameof(eps), eps, "eps must be positive");

        var grid = CellGrid.Of(x, y, weights, minPts, eps);
        var core = Cores(grid, eps * eps);
        var parent = Join(grid, core, eps * eps);
        var (label, count) = CoreLabels(grid, core, parent);
        Borders(grid, core, label, eps * eps);
        count = Renumber(grid, core, label, count);

        var labels = new int[x.Length];
        var cores = new bool[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            labels[i] = label[grid.SpotOf[i]];
            cores[i] = core[grid.SpotOf[i]];
        }
        return new Clusters(labels, cores, count);
    }

    private static bool[] Cores(CellGrid grid, double reach)
    {
        var core = new bool[grid.Spots];
        InStretches(grid, (from, until) => Cores(grid, from, until, core, reach));
        return core;
    }

    /// <summary>Stretches of cells for workers, of which none leans on another's answers.</summary>
    private static void InStretches(CellGrid grid, Action<int, int> walk)
    {
        if (grid.Cells > 0)
            Parallel.ForEach(Partitioner.Create(0, grid.Cells, Stretch), Workers.All, cells => walk(cells.Item1, cells.Item2));
    }

    private static void Cores(CellGrid grid, int from, int until, bool[] core, double reach)
    {
        var runs = new NeighbourRuns(grid, stackalloc int[NeighbourRuns.Rows], from);
        Span<(int Start, int End)> near = stackalloc (int, int)[NeighbourRuns.Rows];
        for (var cell = from; cell < until; cell++)
        {
            var (first, last) = (grid.First[cell], grid.First[cell + 1]);
            long own = 0;
            var most = 0;
            for (var s = first; s < last; s++)
            {
                own += grid.Weight[s];
                most = Math.Max(most, grid.MinPts[s]);
            }
            if (own >= most)
            {
                core.AsSpan(first, last - first).Fill(true);
                continue;
            }
            for (var row = 0; row < NeighbourRuns.Rows; row++)
                near[row] = runs.Run(cell, row);
            for (var s = first; s < last; s++)
                core[s] = Reaches(grid, near, s, cell, own, reach);
        }
    }

    /// <summary>Whether the weights within eps of a spot reach its minPts; its own cell lies within eps whole.</summary>
    private static bool Reaches(CellGrid grid, ReadOnlySpan<(int Start, int End)> near, int spot, int cell, long own, double reach)
    {
        var (x, y, weight) = (grid.X[spot], grid.Y[spot], own);
        foreach (var (start, end) in near)
        {
            if (weight >= grid.MinPts[spot])
                return true;
            // Cells of a run stand together, so do their spots.
            for (var other = grid.First[start]; other < grid.First[end]; other++)
            {
                if (other == grid.First[cell])
                {
                    other = grid.First[cell + 1] - 1;
                    continue;
                }
                var (dx, dy) = (grid.X[other] - x, grid.Y[other] - y);
                if (dx * dx + dy * dy <= reach)
                    weight += grid.Weight[other];
            }
        }
        return weight >= grid.MinPts[spot];
    }

    /// <summary>Union-find over cells: cells whose core points come within eps of each other hang together.</summary>
    private static int[] Join(CellGrid grid, bool[] core, double reach)
    {
        var parent = new int[grid.Cells];
        var has = new bool[grid.Cells];
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            parent[cell] = cell;
            has[cell] = core.AsSpan(grid.First[cell], grid.First[cell + 1] - grid.First[cell]).Contains(true);
        }
        var runs = new NeighbourRuns(grid, stackalloc int[NeighbourRuns.Rows]);
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            if (!has[cell])
                continue;
            // Rows below and the own row up to the cell itself: each pair once. The near row first, it is the likeliest to touch.
            for (var row = 2; row >= 0; row--)
            {
                var (start, end) = runs.Run(cell, row);
                for (var other = start; other < Math.Min(end, cell); other++)
                {
                    if (!has[other])
                        continue;
                    var (a, b) = (Root(parent, cell), Root(parent, other));
                    if (a != b && Touch(grid, core, cell, other, reach))
                        parent[Math.Max(a, b)] = Math.Min(a, b);
                }
            }
        }
        return parent;
    }

    private static int Root(int[] parent, int cell)
    {
        while (parent[cell] != cell)
            cell = parent[cell] = parent[parent[cell]];
        return cell;
    }

    private static bool Touch(CellGrid grid, bool[] core, int a, int b, double reach)
    {
        double left = double.MaxValue,
            right = double.MinValue,
            bottom = double.MaxValue,
            top = double.MinValue;
        for (var t = grid.First[b]; t < grid.First[b + 1]; t++)
        {
            if (!core[t])
                continue;
            (left, right) = (Math.Min(left, grid.X[t]), Math.Max(right, grid.X[t]));
            (bottom, top) = (Math.Min(bottom, grid.Y[t]), Math.Max(top, grid.Y[t]));
        }
        for (var s = grid.First[a]; s < grid.First[a + 1]; s++)
        {
            if (!core[s])
                continue;
            var (x, y) = (grid.X[s], grid.Y[s]);
            // Too far from the box of the other cell's core points: none of them can be near.
            var (bx, by) = (Math.Max(0, Math.Max(left - x, x - right)), Math.Max(0, Math.Max(bottom - y, y - top)));
            if (bx * bx + by * by > reach)
                continue;
            for (var t = grid.First[b]; t < grid.First[b + 1]; t++)
            {
                var (dx, dy) = (grid.X[t] - x, grid.Y[t] - y);
                if (core[t] && dx * dx + dy * dy <= reach)
                    return true;
            }
        }
        return false;
    }

    private static (int[] Label, int Count) CoreLabels(CellGrid grid, bool[] core, int[] parent)
    {
        var label = new int[grid.Spots];
        var ids = new int[grid.Cells];
        Array.Fill(ids, -1);
        var count = 0;
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            for (var s = grid.First[cell]; s < grid.First[cell + 1]; s++)
            {
                label[s] = -1;
                if (!core[s])
                    continue;
                ref var id = ref ids[Root(parent, cell)];
                if (id < 0)
                    id = count++;
                label[s] = id;
            }
        }
        // A provisional order that no input order can change, for the ties of border points.
        return (label, Renumber(grid, core, label, count));
    }

    private static void Borders(CellGrid grid, bool[] core, int[] label, double reach) =>
        InStretches(grid, (from, until) => Borders(grid, from, until, core, label, reach));

    private static void Borders(CellGrid grid, int from, int until, bool[] core, int[] label, double reach)
    {
        var runs = new NeighbourRuns(grid, stackalloc int[NeighbourRuns.Rows], from);
        Span<(int Start, int End)> near = stackalloc (int, int)[NeighbourRuns.Rows];
        for (var cell = from; cell < until; cell++)
        {
            var asked = false;
            for (var s = grid.First[cell]; s < grid.First[cell + 1]; s++)
            {
                if (core[s])
                    continue;
                for (var row = 0; !asked && row < NeighbourRuns.Rows; row++)
                    near[row] = runs.Run(cell, row);
                asked = true;
                var best = double.PositiveInfinity;
                foreach (var (start, end) in near)
                {
                    for (var t = grid.First[start]; t < grid.First[end]; t++)
                    {
                        if (!core[t])
                            continue;
                        var (dx, dy) = (grid.X[t] - grid.X[s], grid.Y[t] - grid.Y[s]);
                        var distance = dx * dx + dy * dy;
                        if (distance <= reach && (distance < best || (distance == best && label[t] < label[s])))
                            (best, label[s]) = (distance, label[t]);
                    }
                }
            }
        }
    }

    /// <summary>Heaviest first; ties by the westernmost, then southernmost core point.</summary>
    private static int Renumber(CellGrid grid, bool[] core, int[] label, int count)
    {
        var mass = new long[count];
        var corner = new (double X, double Y)[count];
        Array.Fill(corner, (double.PositiveInfinity, double.PositiveInfinity));
        for (var s = 0; s < grid.Spots; s++)
        {
            if (label[s] < 0)
                continue;
            mass[label[s]] += grid.Weight[s];
            ref var held = ref corner[label[s]];
            var (x, y) = (grid.X[s], grid.Y[s]);
            if (core[s] && (x < held.X || (x == held.X && y < held.Y)))
                held = (x, y);
        }
        var renamed = new int[count];
        var next = 0;
        foreach (var id in Enumerable.Range(0, count).OrderByDescending(c => mass[c]).ThenBy(c => corner[c]))
            renamed[id] = next++;
        for (var s = 0; s < grid.Spots; s++)
        {
            if (label[s] >= 0)
                label[s] = renamed[label[s]];
        }
        return count;
    }
}

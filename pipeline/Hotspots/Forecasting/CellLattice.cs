namespace Hotspot.Hotspots.Forecasting;

/// <summary>Cells of a ranking, row by row from the south-west, and what each held in the weeks learned from.</summary>
internal sealed record CellArea((int Column, int Row)[] Cells, Dictionary<(int Column, int Row), int> Numbers, int[] Counts);

/// <summary>Incidents on a lattice of square cells, by week; only cells that hold any are kept.</summary>
internal sealed class CellLattice
{
    private readonly List<CellWeek>[] _weeks;
    private readonly Dictionary<(int, int), string?> _names = [];

    public CellLattice(IReadOnlyList<CellWeek> incidents, int weeks)
    {
        _weeks = [.. Enumerable.Range(0, weeks).Select(_ => new List<CellWeek>())];
        foreach (var one in incidents)
        {
            _weeks[one.Week].Add(one);
            if (one.Area is not null)
                _names[(one.Column, one.Row)] = one.Area;
        }
    }

    public string? NameOf(int column, int row) => _names.GetValueOrDefault((column, row));

    /// <summary>Cells with an incident in the last weeks before <paramref name="week"/>, and those that touch them.</summary>
    /// <param name="cells">The cells to count in; null: those of these weeks.</param>
    public CellArea Area(int week, int learned, CellArea? cells = null)
    {
        var past = _weeks[Math.Max(0, week - learned)..week].SelectMany(one => one).ToList();
        if (cells is null)
        {
            var found = new HashSet<(int Column, int Row)>();
            foreach (var one in past)
            {
                for (var right = -1; right <= 1; right++)
                {
                    for (var up = -1; up <= 1; up++)
                        found.Add((one.Column + right, one.Row + up));
                }
            }
            (int Column, int Row)[] order = [.. found.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
            cells = new CellArea(order, order.Index().ToDictionary(cell => cell.Item, cell => cell.Index), []);
        }
        var counts = new int[cells.Cells.Length];
        foreach (var one in past)
            counts[cells.Numbers[(one.Column, one.Row)]] += one.Incidents;
        return cells with { Counts = counts };
    }

    /// <summary>What came in a week: in each cell of the area, and outside all of them.</summary>
    public (int[] Counts, long Elsewhere) Came(CellArea area, int week)
    {
        var (counts, elsewhere) = (new int[area.Cells.Length], 0L);
        foreach (var one in _weeks[week])
        {
            if (area.Numbers.TryGetValue((one.Column, one.Row), out var cell))
                counts[cell] += one.Incidents;
            else
                elsewhere += one.Incidents;
        }
        return (counts, elsewhere);
    }

    /// <summary>Incidents before <paramref name="week"/>, weighted by e^(−decay × weeks ago) and spread by the quartic kernel (1 − d²/reach²)².</summary>
    /// <param name="reach">In sides of a cell.</param>
    public double[] Recent(CellArea area, int week, double decay, double reach)
    {
        var weights = new double[area.Cells.Length];
        for (var past = Math.Max(0, week - HotCells.LearnedWeeks); past < week; past++)
        {
            var weight = Math.Exp(-decay * (week - past));
            foreach (var one in _weeks[past])
                weights[area.Numbers[(one.Column, one.Row)]] += weight * one.Incidents;
        }
        var near = (int)Math.Ceiling(reach) - 1;
        var kernel = new List<(int Right, int Up, double Part)>();
        for (var right = -near; right <= near; right++)
        {
            for (var up = -near; up <= near; up++)
            {
                var room = 1 - (right * right + up * up) / (reach * reach);
                if (room > 0)
                    kernel.Add((right, up, room * room));
            }
        }
        var spread = new double[weights.Length];
        for (var cell = 0; cell < weights.Length; cell++)
        {
            if (weights[cell] == 0)
                continue;
            var (column, row) = area.Cells[cell];
            foreach (var (right, up, part) in kernel)
            {
                if (area.Numbers.TryGetValue((column + right, row + up), out var other))
                    spread[other] += weights[cell] * part;
            }
        }
        return spread;
    }
}

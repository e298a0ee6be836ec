using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <summary>Incidents of one issue at one coordinate in the period (weeks back 0) or in a week before it, counted back from 1.</summary>
public readonly record struct PlacedIncidents(AreaKey Street, string Issue, int WeeksBack, long Incidents);

/// <summary>
/// The hot test of <see cref="AreaMeasures"/> on hexagons of 500 m, for one question: has a street a hot one? A hexagon belongs to the street with the most
/// of its incidents in the period.
/// </summary>
/// <param name="weeks">Complete weeks before the period.</param>
public sealed class HotHexes(int weeks)
{
    private const int BaselineWeeks = 13;
    private static readonly HexGrid Grid = new(500);

    private readonly Dictionary<(Hex Hex, string Issue), long[]> _counts = [];
    private readonly Dictionary<(Hex Hex, AreaKey Street), long> _streets = [];
    private readonly Dictionary<string, HashSet<AreaKey>> _hot = [];
    private bool _isTested;

    /// <summary>Incidents with a coordinate, by week, oldest first, the period last.</summary>
    public long[] Located { get; } = new long[weeks + 1];

    /// <param name="x">Metres, as <paramref name="y"/>.</param>
    public void Add(double x, double y, PlacedIncidents row)
    {
        var hex = Grid.Of(x, y);
        Located[weeks - row.WeeksBack] += row.Incidents;
        foreach (var issue in (ReadOnlySpan<string>)["", row.Issue])
        {
            if (!_counts.TryGetValue((hex, issue), out var counts))
                _counts.Add((hex, issue), counts = new long[weeks + 1]);
            counts[weeks - row.WeeksBack] += row.Incidents;
        }
        if (row.WeeksBack == 0)
            _streets[(hex, row.Street)] = _streets.GetValueOrDefault((hex, row.Street)) + row.Incidents;
    }

    /// <summary>Tests every issue over the weeks from <paramref name="firstWeek"/> on; before, coordinates were told otherwise.</summary>
    public HotHexes Test(int firstWeek, double level = 0.05)
    {
        _isTested = weeks - firstWeek >= Dispersion.LeastWeeks;
        if (!_isTested)
            return this;
        var owners = _streets
            .GroupBy(pair => pair.Key.Hex)
            .ToDictionary(
                hex => hex.Key,
                hex =>
                    hex.OrderByDescending(pair => pair.Value)
                        .ThenBy(pair => pair.Key.Street.District, StringComparer.Ordinal)
                        .ThenBy(pair => pair.Key.Street.Street, StringComparer.Ordinal)
                        .First()
                        .Key.Street
            );
        foreach (var map in _counts.GroupBy(pair => pair.Key.Issue))
        {
            var cells = map.OrderBy(pair => pair.Key.Hex.Q).ThenBy(pair => pair.Key.Hex.R).ToArray();
            AreaCounts[] rows = [.. cells.Select(cell => Row(cell.Value, firstWeek))];
            var q = Heat.Of(rows, Dispersion.Phi([.. rows.Select(row => row.Weeks)])).Q;
            _hot[map.Key] = [.. cells.Where((_, i) => q[i] <= level).Select(cell => owners.GetValueOrDefault(cell.Key.Hex))];
        }
        return this;
    }

    /// <summary>Has the street a hot hexagon? Null: not tested.</summary>
    public bool? Holds(AreaKey street, string? issue) =>
        _isTested && _hot.TryGetValue(issue ?? "", out var hot) ? hot.Contains(street) : null;

    private AreaCounts Row(long[] counts, int firstWeek)
    {
        var history = counts[firstWeek..weeks];
        return new AreaCounts(
            "hex_500m",
            "",
            null,
            null,
            counts[weeks],
            counts[weeks],
            0,
            null,
            null,
            null,
            null,
            history.TakeLast(BaselineWeeks).Sum(),
            history
        );
    }
}

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Trends;

/// <summary>A street-level unit: its key, since names recur in districts.</summary>
public readonly record struct StreetKey(string District, string Name);

/// <summary>Incidents of one street in one week, numbered from 0.</summary>
public readonly record struct StreetWeek(StreetKey Street, int Week, int Incidents);

/// <summary>
/// The cube of streets. Counts are those of the streets as they are: a hot street is one where much happens, with its neighbours, not one where much
/// happens for its people, whose number is not known here.
/// </summary>
/// <param name="Streets">In the order of the cells.</param>
public sealed record StreetCube(IReadOnlyList<StreetKey> Streets, SpaceTimeCube Cube)
{
    /// <param name="neighbours">Pairs of streets that lie next to each other; streets that had no incident are passed over.</param>
    public static StreetCube Of(IEnumerable<StreetWeek> rows, WeekSteps steps, IEnumerable<(StreetKey A, StreetKey B)> neighbours)
    {
        var counts = new Dictionary<StreetKey, int[]>();
        foreach (var (street, week, incidents) in rows)
        {
            if (week < 0 || week >= steps.Count)
                continue;
            if (!counts.TryGetValue(street, out var weeks))
                counts.Add(street, weeks = new int[steps.Count]);
            weeks[week] += incidents;
        }
        StreetKey[] streets =
        [
            .. counts.Keys.OrderBy(street => street.District, StringComparer.Ordinal).ThenBy(street => street.Name, StringComparer.Ordinal),
        ];
        var index = streets.Select((street, i) => (street, i)).ToDictionary(pair => pair.street, pair => pair.i);
        var pairs = neighbours
            .Where(pair => pair.A != pair.B && index.ContainsKey(pair.A) && index.ContainsKey(pair.B))
            .Select(pair => (index[pair.A], index[pair.B]));
        return new StreetCube(
            streets,
            new SpaceTimeCube(steps.Count, [.. streets.SelectMany(street => counts[street])], Adjacency.OfPairs(streets.Length, pairs))
        );
    }
}

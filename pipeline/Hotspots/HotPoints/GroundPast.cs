namespace Hotspot.Hotspots.HotPoints;

/// <summary>What the period before saw on the ground of each candidate.</summary>
internal static class GroundPast
{
    /// <param name="previous">Null: no data then.</param>
    /// <returns>Complaints of the period before, by candidate.</returns>
    public static long?[] Of(Candidate[] candidates, PlaceIndex index, PlaceTable places, IReadOnlyList<PointUnit>? previous)
    {
        if (previous is null)
            return new long?[candidates.Length];
        var complaints = new long[places.Count];
        foreach (var unit in previous)
        {
            if (places.Of(unit) is >= 0 and var place)
                complaints[place] += unit.Complaints;
        }
        return
        [
            .. candidates.Select(candidate =>
            {
                long? sum = 0;
                index.Visit(candidate.Ground, place => sum += complaints[place]);
                return sum;
            }),
        ];
    }
}

namespace Hotspot.Hotspots;

/// <summary>What earlier periods saw on the ground of each candidate.</summary>
internal static class GroundPast
{
    /// <returns>Complaints of the period before (null: no data then), and weeks of the baseline with any unit.</returns>
    public static (long? Previous, int ActiveWeeks)[] Of(
        Candidate[] candidates,
        PlaceIndex index,
        PlaceTable places,
        List<(PointUnit Unit, int Place)> before,
        PointInputs inputs
    )
    {
        var on = new Dictionary<int, List<int>>();
        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = i;
            index.Visit(
                candidates[i].Ground,
                place =>
                {
                    if (!on.TryGetValue(place, out var list))
                        on.Add(place, list = []);
                    list.Add(candidate);
                }
            );
        }
        var weeks = new HashSet<int>[candidates.Length];
        var complaints = new long[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
            weeks[i] = [];
        foreach (var (unit, place) in before)
        {
            if (on.TryGetValue(place, out var here))
                here.ForEach(i => weeks[i].Add(Points.WeekBefore(unit, inputs)));
        }
        foreach (var unit in inputs.Previous ?? [])
        {
            if (places.Of(unit) is >= 0 and var place && on.TryGetValue(place, out var here))
                here.ForEach(i => complaints[i] += unit.Complaints);
        }
        var full = Points.BaselineWeeks(inputs);
        return
        [
            .. candidates.Select((_, i) => (inputs.Previous is null ? (long?)null : complaints[i], weeks[i].Count(week => week < full))),
        ];
    }
}

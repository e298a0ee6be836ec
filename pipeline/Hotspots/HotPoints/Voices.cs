namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// How many people at least stand behind reports of whom nobody is known (DESIGN 3): distinct texts on distinct days. One person may send one text
/// on many days, and many texts on one day, so a text counts once and a day counts once: the largest number of pairs of a text and a day
/// (maximum matching of a bipartite graph, Kuhn 1955).
/// </summary>
internal static class Voices
{
    /// <param name="Unit">Set where there is no text: a report that says nothing is like no other.</param>
    private readonly record struct Said(ulong? Text, string? Unit);

    public static int AtLeast(IEnumerable<PointUnit> units)
    {
        var textsOf = units
            .GroupBy(unit => DateOnly.FromDateTime(unit.At))
            .ToDictionary(
                day => day.Key,
                day => day.Select(unit => new Said(unit.Text, unit.Text is null ? unit.UnitId : null)).Distinct().ToArray()
            );
        var dayOf = new Dictionary<Said, DateOnly>();
        return textsOf.Keys.Count(day => Pairs(day, textsOf, dayOf, []));
    }

    /// <summary>Gives the day a text of its own, where need be by giving another day another one of its texts.</summary>
    private static bool Pairs(DateOnly day, Dictionary<DateOnly, Said[]> textsOf, Dictionary<Said, DateOnly> dayOf, HashSet<Said> tried)
    {
        foreach (var text in textsOf[day])
        {
            if (!tried.Add(text))
                continue;
            if (dayOf.TryGetValue(text, out var other) && !Pairs(other, textsOf, dayOf, tried))
                continue;
            dayOf[text] = day;
            return true;
        }
        return false;
    }
}

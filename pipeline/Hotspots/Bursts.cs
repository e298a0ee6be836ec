namespace Hotspot.Hotspots;

/// <summary>One incident: the place where it began, and its units by place.</summary>
internal sealed record TestedIncident(int Place, (int Place, int Units)[] Told)
{
    public int Units { get; } = Told.Sum(part => part.Units);
}

/// <summary>
/// What replicas of the point tests deal out: all incidents that began in one hexagon on one day, whole, with those who told of them. Trouble comes in
/// bursts (a windy day, a day of inspection), within a neighbourhood and a day more than between them, and counts then vary more than Poisson's; as
/// single incidents they would be dealt too evenly (Künsch 1989, on blocks). Days are dealt within their weekday, for each neighbourhood has its own week.
/// </summary>
internal sealed class Bursts
{
    /// <summary>The days of one weekday in one hexagon: those of the baseline, then those of the period; a day without incidents is empty.</summary>
    /// <param name="Before">Days of the baseline among them.</param>
    internal sealed record Deck(TestedIncident[][] Days, int Before);

    /// <param name="now">Located units of the period in order of time; <paramref name="before"/> of the baseline.</param>
    public Bursts(
        PlaceTable places,
        IReadOnlyList<(PointUnit Unit, int Place)> now,
        IReadOnlyList<(PointUnit Unit, int Place)> before,
        PointInputs inputs,
        PointSettings settings
    )
    {
        var past = Incidents(before);
        var present = Incidents(now);
        (Now, Before) = (present.Count, past.Count);
        Callers = [.. past.Concat(present).Select(one => one.Incident.Units).Order()];
        var periodDays = inputs.LastDay.DayNumber + 1 - inputs.From.DayNumber;
        var baselineDays = inputs.From.DayNumber - inputs.BaselineFrom!.Value.DayNumber;
        Growth = (double)Now / periodDays * baselineDays / Before;
        IsShort = 2 * Growth * periodDays <= baselineDays;
        var grid = new HexGrid(settings.BurstM);
        var first = inputs.BaselineFrom.Value.DayNumber;
        int[] days = [.. Enumerable.Range(first, inputs.LastDay.DayNumber + 1 - first)];
        var weekdays = days.GroupBy(day => day % 7).ToDictionary(day => day.Key, day => day.ToArray());
        Decks =
        [
            .. past.Concat(present)
                .GroupBy(one => (Hex: grid.Of(places.X[one.Incident.Place], places.Y[one.Incident.Place]), Weekday: one.Day % 7))
                .OrderBy(deck => deck.Key.Hex.Q)
                .ThenBy(deck => deck.Key.Hex.R)
                .ThenBy(deck => deck.Key.Weekday)
                .Select(deck =>
                {
                    var held = deck.ToLookup(one => one.Day, one => one.Incident);
                    var slots = weekdays[deck.Key.Weekday];
                    return new Deck([.. slots.Select(day => held[day].ToArray())], slots.Count(day => day < inputs.From.DayNumber));
                }),
        ];
    }

    public IReadOnlyList<Deck> Decks { get; }

    /// <summary>Incidents of the period.</summary>
    public int Now { get; }

    /// <summary>Incidents of the baseline.</summary>
    public int Before { get; }

    /// <summary>Units of each incident of the baseline and the period, ascending.</summary>
    public int[] Callers { get; }

    /// <summary>Incidents a day in the period ÷ in the baseline.</summary>
    public double Growth { get; }

    /// <summary>Whether the period has at most half as many incidents as the baseline.</summary>
    public bool IsShort { get; }

    private static List<(TestedIncident Incident, int Day)> Incidents(IReadOnlyList<(PointUnit Unit, int Place)> units) =>
        [
            .. units
                .GroupBy(unit => unit.Unit.IncidentId, StringComparer.Ordinal)
                .Select(told =>
                {
                    var opener = told.First();
                    var parts = told.CountBy(unit => unit.Place).OrderBy(part => part.Key).Select(part => (part.Key, part.Value));
                    return (new TestedIncident(opener.Place, [.. parts]), DateOnly.FromDateTime(opener.Unit.At).DayNumber);
                }),
        ];
}

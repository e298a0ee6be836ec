using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// What replicas of the point tests deal out: all incidents that began in one hexagon on one day, whole, with those who told of them. Trouble comes in
/// bursts (a windy day, a day of inspection), within a neighbourhood and a day more than between them, and counts then vary more than Poisson's; as
/// single incidents they would be dealt too evenly (Künsch 1989, on blocks). Days are dealt within their weekday, for each neighbourhood has its own week.
/// </summary>
internal sealed class Bursts
{
    private readonly int[] _places;
    private readonly (int Place, int Units)[] _told;
    private readonly int[] _firstTold;

    /// <summary>The days of one weekday in one hexagon: those of the baseline, then those of the period; a day without incidents is empty.</summary>
    /// <param name="First">First incident of each day, and the end of the last day.</param>
    /// <param name="Before">Days of the baseline among them.</param>
    internal readonly record struct Deck(int[] First, int Before)
    {
        public int Days => First.Length - 1;

        /// <summary>
        /// So many of the first <paramref name="among"/> days, each once and in their order, all of them where more are wanted: each is taken with its
        /// chance among those left (selection sampling, Knuth 1997, 3.4.2 S).
        /// </summary>
        public void Deal(int wanted, int among, Draws random, Action<int> take)
        {
            for (var day = 0; wanted > 0 && day < among; day++)
            {
                if (random.Below(among - day) >= wanted)
                    continue;
                wanted--;
                Take(day, take);
            }
        }

        /// <summary>The incidents of a day.</summary>
        public void Take(int day, Action<int> take)
        {
            for (var incident = First[day]; incident < First[day + 1]; incident++)
                take(incident);
        }
    }

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
        Callers = [.. past.Concat(present).Select(one => one.Told.Sum(part => part.Units)).Order()];
        var periodDays = inputs.LastDay.DayNumber + 1 - inputs.From.DayNumber;
        var baselineDays = inputs.From.DayNumber - inputs.BaselineFrom!.Value.DayNumber;
        Growth = (double)Now / periodDays * baselineDays / Before;
        IsShort = 2 * Growth * periodDays <= baselineDays;
        var grid = new HexGrid(settings.BurstM);
        var first = inputs.BaselineFrom.Value.DayNumber;
        int[] days = [.. Enumerable.Range(first, inputs.LastDay.DayNumber + 1 - first)];
        var weekdays = days.GroupBy(day => day % 7).ToDictionary(day => day.Key, day => day.ToArray());
        var inOrder = new List<Incident>(Now + Before);
        var decks = new List<Deck>();
        foreach (
            var deck in past.Concat(present)
                .GroupBy(one => (Hex: grid.Of(places.X[one.Place], places.Y[one.Place]), Weekday: one.Day % 7))
                .OrderBy(deck => deck.Key.Hex.Q)
                .ThenBy(deck => deck.Key.Hex.R)
                .ThenBy(deck => deck.Key.Weekday)
        )
        {
            var held = deck.ToLookup(one => one.Day);
            var slots = weekdays[deck.Key.Weekday];
            var starts = new int[slots.Length + 1];
            for (var slot = 0; slot < slots.Length; slot++)
            {
                starts[slot] = inOrder.Count;
                inOrder.AddRange(held[slots[slot]]);
            }
            starts[^1] = inOrder.Count;
            decks.Add(new Deck(starts, slots.Count(day => day < inputs.From.DayNumber)));
        }
        Decks = decks;
        _places = [.. inOrder.Select(one => one.Place)];
        _told = [.. inOrder.SelectMany(one => one.Told)];
        _firstTold = new int[inOrder.Count + 1];
        for (var i = 0; i < inOrder.Count; i++)
            _firstTold[i + 1] = _firstTold[i] + inOrder[i].Told.Length;
    }

    private readonly record struct Incident(int Place, int Day, (int Place, int Units)[] Told);

    /// <summary>The place where an incident began.</summary>
    public int PlaceOf(int incident) => _places[incident];

    /// <summary>Its units by place.</summary>
    public ReadOnlySpan<(int Place, int Units)> Told(int incident) =>
        _told.AsSpan(_firstTold[incident], _firstTold[incident + 1] - _firstTold[incident]);

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

    private static List<Incident> Incidents(IReadOnlyList<(PointUnit Unit, int Place)> units) =>
        [
            .. units
                .GroupBy(unit => unit.Unit.IncidentId, StringComparer.Ordinal)
                .Select(told =>
                {
                    var opener = told.First();
                    var parts = told.CountBy(unit => unit.Place).OrderBy(part => part.Key).Select(part => (part.Key, part.Value));
                    return new Incident(opener.Place, DateOnly.FromDateTime(opener.Unit.At).DayNumber, [.. parts]);
                }),
        ];
}

namespace Hotspot.Hotspots;

/// <summary>
/// <b>rising</b> (METHODS c4): are there more incidents on a ground than in its own past? Incidents, for twelve callers of one are one case and
/// would hide twelve cases elsewhere. Statistic: conditional binomial tail of the period
/// against the baseline on the same ground, at the city's ratio. The ground was picked because it is full now, and that is paid for: days
/// of places, whole and with all who told of their incidents, are dealt anew between the period and the baseline within their weekday; candidates
/// are generated in the pseudo-period, and the city's smallest p is kept. The q is the rank among those minima (single-step min-p, Westfall and Young 1993), with a Gumbel tail on −ln p.
/// </summary>
internal sealed class RisingTest
{
    /// <summary>Units of the incidents that began at one place on one day, wherever and whenever their callers told of them.</summary>
    private sealed record Block(bool Now, DayOfWeek Weekday, int Place, int Incidents, (int Place, int Units)[] Parts);

    private readonly PlaceTable _places;
    private readonly PlaceIndex _index;
    private readonly Candidates _generator;
    private readonly PointSettings _settings;
    private readonly int[] _minPts;

    /// <summary>Incidents by the place where they began: those of the period, and all.</summary>
    private readonly int[] _now;
    private readonly int[] _all;
    private readonly double _total;

    /// <summary>By weekday: the blocks, and how many of them lie in the period.</summary>
    private readonly (Block[] Blocks, int Now)[] _weekdays;

    /// <param name="now">Located units of the period in order of time; <paramref name="before"/> of the baseline.</param>
    public RisingTest(
        PlaceTable places,
        PlaceIndex index,
        IReadOnlyList<(PointUnit Unit, int Place)> now,
        IReadOnlyList<(PointUnit Unit, int Place)> before,
        Candidates generator,
        PointSettings settings
    )
    {
        (_places, _index, _generator, _settings) = (places, index, generator, settings);
        _minPts = [.. Enumerable.Range(0, places.Count).Select(i => generator.MinPts(places.X[i], places.Y[i]))];
        _weekdays =
        [
            .. Blocks(now, isNow: true)
                .Concat(Blocks(before, isNow: false))
                .GroupBy(block => block.Weekday)
                .OrderBy(weekday => weekday.Key)
                .Select(day => (day.ToArray(), day.Count(block => block.Now))),
        ];
        _now = new int[places.Count];
        _all = new int[places.Count];
        foreach (var block in _weekdays.SelectMany(day => day.Blocks))
        {
            _all[block.Place] += block.Incidents;
            _now[block.Place] += block.Now ? block.Incidents : 0;
        }
        _total = _all.Sum();
    }

    private static IEnumerable<Block> Blocks(IReadOnlyList<(PointUnit Unit, int Place)> units, bool isNow)
    {
        var opened = new Dictionary<string, (int Place, DateOnly Day)>(StringComparer.Ordinal);
        foreach (var (unit, place) in units)
            opened.TryAdd(unit.IncidentId, (place, DateOnly.FromDateTime(unit.At)));
        return units
            .GroupBy(unit => opened[unit.Unit.IncidentId])
            .OrderBy(block => block.Key.Place)
            .ThenBy(block => block.Key.Day)
            .Select(block => new Block(
                isNow,
                block.Key.Day.DayOfWeek,
                block.Key.Place,
                block.Select(unit => unit.Unit.IncidentId).Distinct(StringComparer.Ordinal).Count(),
                [.. block.CountBy(unit => unit.Place).OrderBy(part => part.Key).Select(part => (part.Key, part.Value))]
            ));
    }

    /// <returns>q of each candidate.</returns>
    public double[] Run(IReadOnlyList<Candidate> found)
    {
        if (found.Count == 0)
            return [];
        var maxima = new double[_settings.Replicas];
        Parallel.For(0, maxima.Length, replica => maxima[replica] = Replica(replica));
        return [.. found.Select(candidate => ScanStatistic.PValue(Surprise(candidate.Ground, _now, _now.Sum() / _total), maxima))];
    }

    private double Replica(int replica)
    {
        var random = new Draws(Draws.Seed(_settings.Seed, "rising", replica));
        var (units, incidents) = (new int[_places.Count], new int[_places.Count]);
        foreach (var (blocks, drawn) in _weekdays)
        {
            var deck = (Block[])blocks.Clone();
            for (var i = 0; i < drawn; i++)
            {
                var j = i + random.Below(deck.Length - i);
                (deck[i], deck[j]) = (deck[j], deck[i]);
                incidents[deck[i].Place] += deck[i].Incidents;
                foreach (var (place, count) in deck[i].Parts)
                    units[place] += count;
            }
        }
        var share = incidents.Sum() / _total;
        double largest = 0;
        foreach (var candidate in Generate(units))
            largest = Math.Max(largest, Surprise(candidate.Ground, incidents, share));
        return largest;
    }

    private IReadOnlyList<Candidate> Generate(int[] now)
    {
        int[] used = [.. Enumerable.Range(0, now.Length).Where(place => now[place] > 0)];
        return _generator.Find(
            [.. used.Select(place => _places.X[place])],
            [.. used.Select(place => _places.Y[place])],
            [.. used.Select(place => now[place])],
            [.. used.Select(place => _minPts[place])]
        );
    }

    private double Surprise(Ground ground, int[] now, double share)
    {
        var (inside, all) = (0L, 0L);
        _index.Visit(
            ground,
            place =>
            {
                inside += now[place];
                all += _all[place];
            }
        );
        return -Math.Log(Math.Max(1e-300, CountTail.Binomial(inside, all, share)));
    }
}

namespace Hotspot.Hotspots;

/// <summary>
/// <b>rising</b> (METHODS c4): are there more units on a ground than in its own past? Statistic: conditional binomial tail of the period
/// against the baseline on the same ground, at the city's ratio. The ground was picked because it is full now, and that is paid for: days
/// of places, whole, are dealt anew between the period and the baseline within their weekday; candidates are generated in the pseudo-period, and the city's
/// smallest p is kept. The q is the rank among those minima (single-step min-p, Westfall and Young 1993), with a Gumbel tail on −ln p.
/// </summary>
internal sealed class RisingTest
{
    private readonly record struct Block(int Place, int Units);

    private readonly PlaceTable _places;
    private readonly PlaceIndex _index;
    private readonly Candidates _generator;
    private readonly PointSettings _settings;
    private readonly int[] _minPts;
    private readonly int[] _all;
    private readonly long _total;

    /// <summary>By weekday: blocks of a place's day, and how many of them lie in the period.</summary>
    private readonly (Block[] Blocks, int Now)[] _weekdays;

    /// <param name="now">(place, day) of each located unit of the period; <paramref name="before"/> of the baseline.</param>
    public RisingTest(
        PlaceTable places,
        PlaceIndex index,
        IReadOnlyList<(int Place, DateOnly Day)> now,
        IReadOnlyList<(int Place, DateOnly Day)> before,
        Candidates generator,
        PointSettings settings
    )
    {
        (_places, _index, _generator, _settings) = (places, index, generator, settings);
        _minPts = [.. Enumerable.Range(0, places.Count).Select(i => generator.MinPts(places.X[i], places.Y[i]))];
        _all = new int[places.Count];
        foreach (var (place, _) in now.Concat(before))
            _all[place]++;
        _total = now.Count + before.Count;
        var blocks = now.Select(unit => (unit.Place, unit.Day, Now: true))
            .Concat(before.Select(unit => (unit.Place, unit.Day, Now: false)))
            .GroupBy(unit => unit)
            .Select(group => (group.Key.Place, group.Key.Day, group.Key.Now, Units: group.Count()))
            .OrderBy(block => block.Place)
            .ThenBy(block => block.Day)
            .GroupBy(block => block.Day.DayOfWeek)
            .OrderBy(weekday => weekday.Key);
        _weekdays = [.. blocks.Select(day => (day.Select(b => new Block(b.Place, b.Units)).ToArray(), day.Count(b => b.Now)))];
    }

    /// <returns>q of each candidate, and the units on its ground in the baseline.</returns>
    public (double Q, long Now, long Before)[] Run(IReadOnlyList<Candidate> found, int[] now)
    {
        if (found.Count == 0)
            return [];
        var maxima = new double[_settings.Replicas];
        Parallel.For(0, maxima.Length, replica => maxima[replica] = Replica(replica));
        var share = (double)now.Sum(n => (long)n) / _total;
        return
        [
            .. found.Select(candidate =>
            {
                var (inside, before) = Count(candidate.Ground, now);
                return (ScanStatistic.PValue(Surprise(inside, before, share), maxima), inside, before);
            }),
        ];
    }

    private double Replica(int replica)
    {
        var random = new Draws(Draws.Seed(_settings.Seed, "rising", replica));
        var now = new int[_places.Count];
        long total = 0;
        foreach (var (blocks, drawn) in _weekdays)
        {
            var deck = (Block[])blocks.Clone();
            for (var i = 0; i < drawn; i++)
            {
                var j = i + random.Below(deck.Length - i);
                (deck[i], deck[j]) = (deck[j], deck[i]);
                now[deck[i].Place] += deck[i].Units;
                total += deck[i].Units;
            }
        }
        var share = (double)total / _total;
        double largest = 0;
        foreach (var candidate in Generate(now))
        {
            var (inside, before) = Count(candidate.Ground, now);
            largest = Math.Max(largest, Surprise(inside, before, share));
        }
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

    private (long Now, long Before) Count(Ground ground, int[] now)
    {
        long inside = 0;
        long all = 0;
        _index.Visit(
            ground,
            place =>
            {
                inside += now[place];
                all += _all[place];
            }
        );
        return (inside, all - inside);
    }

    private static double Surprise(long now, long before, double share) =>
        -Math.Log(Math.Max(1e-300, CountTail.Binomial(now, now + before, share)));
}

using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// <b>rising</b> (METHODS c4): are there more incidents on a ground than in its own past? Incidents, for twelve callers of one are one case and
/// would hide twelve cases elsewhere. Statistic: conditional binomial tail of the period against the baseline on the same ground, at the city's ratio.
/// The ground was picked because it is full now, and that is paid for: the days of each neighbourhood (<see cref="Bursts"/>) are dealt anew between the
/// period and the baseline within their weekday; candidates are generated in the pseudo-period, and the city's smallest p is kept. The q is the rank
/// among those minima (single-step min-p, Westfall and Young 1993), with a Gumbel tail on −ln p. What came on one day alone cannot rise.
/// </summary>
internal sealed class RisingTest
{
    private readonly PlaceTable _places;
    private readonly PlaceIndex _index;
    private readonly Bursts _bursts;
    private readonly Candidates _generator;
    private readonly PointSettings _settings;
    private readonly double[] _lambda;

    /// <summary>Incidents by the place where they began: those of the period, and all.</summary>
    private readonly int[] _now;
    private readonly int[] _all;
    private readonly double _total;

    public RisingTest(PlaceTable places, PlaceIndex index, Bursts bursts, Density density, Candidates generator, PointSettings settings)
    {
        (_places, _index, _bursts, _generator, _settings) = (places, index, bursts, generator, settings);
        _lambda = [.. Enumerable.Range(0, places.Count).Select(i => density.At(places.X[i], places.Y[i]))];
        (_now, _all) = (new int[places.Count], new int[places.Count]);
        foreach (var deck in bursts.Decks)
        {
            for (var incident = deck.First[0]; incident < deck.First[^1]; incident++)
            {
                _all[bursts.PlaceOf(incident)]++;
                _now[bursts.PlaceOf(incident)] += incident >= deck.First[deck.Before] ? 1 : 0;
            }
        }
        _total = bursts.Now + bursts.Before;
    }

    /// <returns>q of each candidate.</returns>
    public double[] Run(IReadOnlyList<Candidate> found)
    {
        if (found.Count == 0)
            return [];
        var maxima = new double[_settings.Replicas];
        Parallel.For(0, maxima.Length, Workers.All, replica => maxima[replica] = Replica(replica));
        return
        [
            .. found.Select(candidate =>
                ScanStatistic.PValue(Surprise(candidate.Ground, _now, _bursts.Now / _total), maxima, _settings.Level)
            ),
        ];
    }

    private double Replica(int replica)
    {
        var random = new Draws(Draws.Seed(_settings.Seed, "rising", replica));
        var (units, incidents) = (new int[_places.Count], new int[_places.Count]);
        Action<int> take = Take;
        foreach (var deck in _bursts.Decks)
            deck.Deal(deck.Days - deck.Before, deck.Days, random, take);
        var share = incidents.Sum() / _total;
        double largest = 0;
        foreach (var candidate in Generate(units))
            largest = Math.Max(largest, Surprise(candidate.Ground, incidents, share));
        return largest;

        void Take(int incident)
        {
            incidents[_bursts.PlaceOf(incident)]++;
            foreach (var (place, count) in _bursts.Told(incident))
                units[place] += count;
        }
    }

    private IReadOnlyList<Candidate> Generate(int[] now)
    {
        int[] used = [.. Enumerable.Range(0, now.Length).Where(place => now[place] > 0)];
        return _generator.Find(
            [.. used.Select(place => _places.X[place])],
            [.. used.Select(place => _places.Y[place])],
            [.. used.Select(place => now[place])],
            [.. used.Select(place => _lambda[place])]
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

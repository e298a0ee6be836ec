using Hotspot.Hotspots.Grids;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// <b>hot</b> (METHODS c4): is a candidate denser than its surroundings? E = ∫λ over its ground; Kulldorff's likelihood ratio of its incidents, for the
/// callers of one incident are one case: as twelve they would hide twelve cases elsewhere.
/// The candidates were picked because they are dense, and that is paid for: each replica deals a period from the days of the baseline
/// (<see cref="Bursts"/>), moves its incidents a little (<see cref="PointSettings.JitterM"/>), so that houses are lost and estates stay, gives them callers
/// by the law of baseline and period together (or the week of a record would be hot by it alone), generates candidates in the same way and keeps the
/// city's largest ratio. Its λ is that of the days not dealt, for the period has no part in its own λ either; of a period longer than half its baseline
/// λ stays whole. A candidate's p is the rank of its own ratio among those maxima (family-wise), with a Gumbel tail.
/// </summary>
/// <param name="wide">Share of each place's wide kernel inside the city; <paramref name="near"/> of the near one.</param>
internal sealed class HotTest(
    PlaceTable places,
    double[] wide,
    double[] near,
    Func<double, double, bool>? inside,
    Bursts bursts,
    Density density,
    Candidates generator,
    PointSettings settings
)
{
    /// <param name="incidents">Of each candidate.</param>
    /// <returns>Units expected on its ground, and p.</returns>
    public (double Expected, double PValue)[] Run(IReadOnlyList<Candidate> found, long[] incidents, long units)
    {
        if (found.Count == 0)
            return [];
        var maxima = new double[settings.Replicas];
        Parallel.For(
            0,
            maxima.Length,
            Workers.All,
            () => bursts.IsShort ? density.Copy() : density,
            (replica, _, room) =>
            {
                maxima[replica] = Largest(replica, units, room);
                return room;
            },
            _ => { }
        );
        return
        [
            .. found.Select(
                (candidate, i) =>
                {
                    var expected = candidate.Ground.Integral(density);
                    var ratio = Ratio(incidents[i], expected * bursts.Now / units, bursts.Now);
                    return (expected, ratio > 0 ? ScanStatistic.PValue(ratio, maxima, settings.Level) : 1);
                }
            ),
        ];
    }

    private double Largest(int replica, long units, Density room)
    {
        var random = new Draws(Draws.Seed(settings.Seed, "hot", replica));
        var drawn = Draw(random);
        var rest = bursts.IsShort ? Without(drawn, room) : density;
        var (x, y) = (new double[drawn.Count], new double[drawn.Count]);
        var lambda = new double[drawn.Count];
        for (var i = 0; i < drawn.Count; i++)
        {
            var place = bursts.PlaceOf(drawn[i]);
            (x[i], y[i]) = Near(places.X[place], places.Y[place], near[place] < 1 ? inside : null, settings.JitterM, random);
            lambda[i] = rest.At(x[i], y[i]);
        }
        double largest = 0;
        var callers = bursts.Callers;
        foreach (var candidate in generator.Find(x, y, [.. drawn.Select(_ => callers[random.Below(callers.Length)])], lambda))
        {
            var expected = candidate.Ground.Integral(rest) / units * drawn.Count;
            largest = Math.Max(largest, Ratio(candidate.Members.Length, expected, drawn.Count));
        }
        return largest;
    }

    /// <summary>One incident is no cluster, however many told of it.</summary>
    private static double Ratio(long incidents, double expected, int total) =>
        incidents > 1 ? ScanStatistic.Llr(incidents, expected, total) : 0;

    /// <summary>For each day of the period one of the baseline, by neighbourhood; more or fewer where the city has grown or shrunk.</summary>
    private List<int> Draw(Draws random)
    {
        var drawn = new List<int>();
        Action<int> take = drawn.Add;
        foreach (var deck in bursts.Decks)
        {
            var exact = (deck.Days - deck.Before) * bursts.Growth;
            var wanted = (int)exact + (random.Unit() < exact - (int)exact ? 1 : 0);
            // A short period takes each day once, so that it can be taken from λ; a long one has not days enough.
            if (bursts.IsShort)
                deck.Deal(wanted, deck.Before, random, take);
            else
            {
                for (; wanted > 0 && deck.Before > 0; wanted--)
                    deck.Take(random.Below(deck.Before), take);
            }
        }
        return drawn;
    }

    private Density Without(List<int> drawn, Density room)
    {
        room.Restore();
        foreach (var incident in drawn)
        {
            foreach (var (place, units) in bursts.Told(incident))
                room.Remove(places.X[place], places.Y[place], wide[place], near[place], units);
        }
        return room;
    }

    /// <summary>A draw from the kernel about a place, inside the city where that is known.</summary>
    private static (double X, double Y) Near(double x, double y, Func<double, double, bool>? inside, double kernelM, Draws random)
    {
        for (var attempt = 0; ; attempt++)
        {
            var radius = kernelM * KernelMass.Radius(random.Unit());
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.Unit());
            var (px, py) = (x + radius * cos, y + radius * sin);
            if (inside is null || attempt == 50 || inside(px, py))
                return (px, py);
        }
    }
}

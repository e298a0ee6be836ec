namespace Hotspot.Hotspots;

/// <summary>A cluster of places before any test.</summary>
/// <param name="Members">Indexes of the clustered spots, ascending.</param>
/// <param name="Units">Sum of their weights.</param>
internal sealed record Candidate(int[] Members, long Units, Ground Ground);

/// <summary>
/// The generator of candidates (METHODS c2), the same for the real period and for every replica: weighted DBSCAN in which minPts follows the
/// ground, the larger of five and the first count that a Poisson neighbourhood of the local density reaches with probability ≤ .001, so that dense
/// streets do not percolate. The local density is the kernel's (700 m): areas of streets are not known here.
/// </summary>
internal sealed class Candidates
{
    private readonly PointSettings _settings;
    private readonly double[] _means;

    public Candidates(PointSettings settings)
    {
        _settings = settings;
        // The largest mean at which each count is still that rare; counts beyond the list are searched for.
        _means = [.. Enumerable.Range(settings.LeastUnits, 200).Select(k => LargestMean(k, settings.DenseLevel))];
    }

    public int MinPts(Density density, double x, double y)
    {
        var mean = density.At(x, y) * Math.PI * _settings.EpsM * _settings.EpsM;
        var at = Array.BinarySearch(_means, mean);
        at = at < 0 ? ~at : at;
        return at < _means.Length ? _settings.LeastUnits + at : CountTail.PoissonCritical(mean, _settings.DenseLevel);
    }

    public IReadOnlyList<Candidate> Find(double[] x, double[] y, int[] weights, int[] minPts)
    {
        var clusters = GridDbscan.Run(x, y, weights, _settings.EpsM, minPts);
        var members = new List<int>[clusters.Count];
        for (var i = 0; i < x.Length; i++)
        {
            if (clusters.Labels[i] >= 0)
                (members[clusters.Labels[i]] ??= []).Add(i);
        }
        return
        [
            .. members.Select(m => new Candidate(
                [.. m],
                m.Sum(i => (long)weights[i]),
                new Ground([.. m.Select(i => (x[i], y[i]))], _settings.BufferM)
            )),
        ];
    }

    private static double LargestMean(int count, double level)
    {
        double low = 0;
        double high = count;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (CountTail.Poisson(count, middle) <= level)
                low = middle;
            else
                high = middle;
        }
        return low;
    }
}

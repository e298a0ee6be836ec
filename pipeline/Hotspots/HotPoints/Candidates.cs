using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>A cluster of places before any test.</summary>
/// <param name="Members">Indexes of the clustered spots, ascending.</param>
/// <param name="Units">Sum of their weights.</param>
/// <param name="Method">dbscan | hdbscan.</param>
internal sealed record Candidate(int[] Members, long Units, Ground Ground, string Method);

/// <summary>
/// The generators of candidates (METHODS c2, c3), the same for the real period and for every replica, so that whatever they pick out is paid for.
/// Weighted DBSCAN at each ε, in which minPts follows the ground: the larger of five and the first count that a Poisson neighbourhood of the local density
/// reaches with probability ≤ .001, so that dense streets do not percolate. If wanted also HDBSCAN*, which needs no ε. Candidates of different
/// generators may overlap.
/// </summary>
internal sealed class Candidates
{
    private readonly PointSettings _settings;

    /// <summary>The largest mean at which each count is still that rare; counts beyond the list are searched for.</summary>
    private readonly double[] _means;

    public Candidates(PointSettings settings)
    {
        _settings = settings;
        _means = [.. Enumerable.Range(settings.LeastUnits, 500).Select(k => LargestMean(k, settings.DenseLevel))];
    }

    /// <param name="lambda">Of each spot, from <see cref="Density"/>.</param>
    public IReadOnlyList<Candidate> Find(double[] x, double[] y, int[] weights, double[] lambda)
    {
        var found = new List<Candidate>();
        foreach (var eps in _settings.EpsM)
        {
            int[] minPts = [.. lambda.Select(density => MinPts(density * Math.PI * eps * eps))];
            var clusters = GridDbscan.Run(x, y, weights, eps, minPts);
            Add(found, clusters.Labels, clusters.Count, "dbscan", x, y, weights);
        }
        if (_settings.Hdbscan is { } hdbscan)
        {
            var clusters = Hdbscan.Run(x, y, weights, hdbscan);
            Add(found, clusters.Labels, clusters.Count, "hdbscan", x, y, weights);
        }
        return found;
    }

    private int MinPts(double mean)
    {
        var at = Array.BinarySearch(_means, mean);
        at = at < 0 ? ~at : at;
        return at < _means.Length ? _settings.LeastUnits + at : CountTail.PoissonCritical(mean, _settings.DenseLevel);
    }

    /// <summary>Clusters that an earlier generator made of the same spots are not told again.</summary>
    private void Add(List<Candidate> found, int[] labels, int count, string method, double[] x, double[] y, int[] weights)
    {
        var members = new List<int>[count];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                (members[labels[i]] ??= []).Add(i);
        }
        var known = found.ToLookup(candidate => candidate.Members[0]);
        foreach (var m in members)
        {
            if (known[m[0]].Any(candidate => candidate.Members.AsSpan().SequenceEqual(m.ToArray())))
                continue;
            var ground = new Ground([.. m.Select(i => (x[i], y[i]))], _settings.BufferM);
            found.Add(new Candidate([.. m], m.Sum(i => (long)weights[i]), ground, method));
        }
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

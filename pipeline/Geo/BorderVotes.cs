using MathNet.Numerics.Distributions;

namespace Hotspot.Geo;

/// <summary>
/// Votes of spots near borders: a spot that lies in its stated district under one system and not under another speaks for the one. A spot counts
/// once, however often it recurs, since rows of one address go wrong together. System 0 is the declared one.
/// </summary>
internal sealed class BorderVotes(int systems)
{
    /// <summary>Side of a spot, degrees: 255 × 333 m.</summary>
    private const double SpotDeg = 0.003;
    private const int MostSpots = 20_000;

    /// <summary>
    /// Of the votes at most this share may go astray by misstated districts and inexact borders (shipped borders: 95 % within 47 m of a strip of
    /// 530 m, plus 5 % misstated neighbours: about 0.15); taken at twice that, so that the test stays below its level.
    /// </summary>
    private const double AstrayAtMost = 0.3;
    private const double AstrayUsually = 0.15;

    private readonly HashSet<(int X, int Y, string District)> _spots = [];

    /// <summary>[a, b]: spots for a that are against b.</summary>
    private readonly int[,] _for = new int[systems, systems];

    public void Add(DistrictMap map, string district, double x, double y, ReadOnlySpan<LonLat> at)
    {
        Span<bool> inside = stackalloc bool[at.Length];
        for (var i = 0; i < at.Length; i++)
            inside[i] = map.DistrictOf(at[i].Longitude, at[i].Latitude) == district;
        if (!inside.Contains(true) || !inside.Contains(false) || _spots.Count >= MostSpots)
            return;
        if (!_spots.Add(((int)Math.Floor(x / SpotDeg), (int)Math.Floor(y / SpotDeg), district)))
            return;
        for (var a = 0; a < at.Length; a++)
        {
            for (var b = 0; b < at.Length; b++)
                _for[a, b] += inside[a] && !inside[b] ? 1 : 0;
        }
    }

    public int Deciding(int a, int b) => a == b ? 0 : _for[a, b] + _for[b, a];

    public double? ShareFor(int a, int b) => Deciding(a, b) is > 0 and var all ? (double)_for[a, b] / all : null;

    public int StrongestRival() => Enumerable.Range(1, systems - 1).MaxBy(i => ShareFor(i, 0) ?? 0);

    /// <summary>Probability of so many votes for the system against the declared one if the declared one were true.</summary>
    public double PValue(int system)
    {
        var (votes, all) = (_for[system, 0], Deciding(system, 0));
        return votes == 0 ? 1 : 1 - Binomial.CDF(AstrayAtMost, all, votes - 1);
    }

    /// <summary>Most of several votes are for the declared system.</summary>
    public bool Contradicts(int system) => Deciding(system, 0) >= 5 && _for[0, system] > _for[system, 0];

    /// <summary>Relative to the declared system.</summary>
    public double LogLikelihood(int system) =>
        (_for[system, 0] - _for[0, system]) * (Math.Log(1 - AstrayUsually) - Math.Log(AstrayUsually));
}

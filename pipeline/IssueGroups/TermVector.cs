using System.Runtime.InteropServices;

namespace Hotspot.IssueGroups;

/// <summary>
/// What a text is about, as a sparse vector: pairs of characters that stand side by side once names of the place and boilerplate are gone, each with
/// 1 + ln of its count (sublinear term frequency, Manning, Raghavan and Schütze 2008, §6.4.1), and beside them the things that its words speak of. Each of the
/// two views is brought to its length of its own, the whole to 1. No document frequencies: within one place the words that
/// all its complaints share are the names and the boilerplate, and weights that never change keep a group the same from night to night.
/// </summary>
public sealed class TermVector
{
    /// <summary>Terms up to here are things (<see cref="MatterWords"/>); a pair of characters is above.</summary>
    public const uint LastThing = 0xFFFF;

    /// <summary>What the things of a text weigh of its squared length, whatever its number of words; the pairs have the rest.</summary>
    private const float ShareOfThings = 0.4f;

    public static TermVector None { get; } = new([], []);

    private readonly uint[] _terms;
    private readonly float[] _weights;
    private readonly float _length;

    private TermVector(uint[] terms, float[] weights)
    {
        (_terms, _weights) = (terms, weights);
        float squares = 0;
        foreach (var weight in weights)
            squares += weight * weight;
        _length = MathF.Sqrt(squares);
    }

    /// <summary>Whether nothing is left of the text.</summary>
    public bool IsEmpty => _terms.Length == 0;

    /// <summary>Things and pairs of characters, sorted.</summary>
    public IReadOnlyList<uint> Terms => _terms;

    /// <param name="said">Each thing and pair as often as it occurs, in any order; sorted in place.</param>
    /// <param name="left">Sorted ones that are no terms of this text.</param>
    public static TermVector Of(Span<uint> said, ReadOnlySpan<uint> left)
    {
        said.Sort();
        var terms = new List<uint>(said.Length);
        var weights = new List<float>(said.Length);
        for (var at = 0; at < said.Length; )
        {
            var end = at + 1;
            while (end < said.Length && said[end] == said[at])
                end++;
            if (left.BinarySearch(said[at]) < 0)
            {
                terms.Add(said[at]);
                weights.Add(1 + MathF.Log(end - at));
            }
            at = end;
        }
        if (terms.Count == 0)
            return None;
        var all = CollectionsMarshal.AsSpan(weights);
        var things = terms.FindLastIndex(term => term <= LastThing) + 1;
        var share = things == terms.Count ? 1 : ShareOfThings;
        ToLength(all[..things], share);
        ToLength(all[things..], things == 0 ? 1 : 1 - share);
        return new TermVector([.. terms], [.. weights]);
    }

    private static void ToLength(Span<float> weights, float square)
    {
        float squares = 0;
        foreach (var weight in weights)
            squares += weight * weight;
        var factor = MathF.Sqrt(square / squares);
        foreach (ref var weight in weights)
            weight *= factor;
    }

    /// <summary>Cosine of the angle to the other vector, 0 to 1; 0 where either is empty.</summary>
    public double Likeness(TermVector other)
    {
        if (IsEmpty || other.IsEmpty)
            return 0;
        float sum = 0;
        for (int i = 0, j = 0; i < _terms.Length && j < other._terms.Length; )
        {
            var (a, b) = (_terms[i], other._terms[j]);
            if (a == b)
                sum += _weights[i] * other._weights[j];
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum / (_length * other._length);
    }

    public TermVector Plus(TermVector other)
    {
        var terms = new List<uint>(_terms.Length + other._terms.Length);
        var weights = new List<float>(_terms.Length + other._terms.Length);
        for (int i = 0, j = 0; i < _terms.Length || j < other._terms.Length; )
        {
            var takesOwn = j == other._terms.Length || (i < _terms.Length && _terms[i] <= other._terms[j]);
            var takesIts = i == _terms.Length || (j < other._terms.Length && other._terms[j] <= _terms[i]);
            terms.Add(takesOwn ? _terms[i] : other._terms[j]);
            weights.Add((takesOwn ? _weights[i++] : 0) + (takesIts ? other._weights[j++] : 0));
        }
        return new TermVector([.. terms], [.. weights]);
    }

    /// <summary>The same terms, each weight times its factor.</summary>
    public TermVector Weighted(Func<uint, double> factor) =>
        new(_terms, [.. _terms.Zip(_weights, (term, weight) => (float)(weight * factor(term)))]);
}

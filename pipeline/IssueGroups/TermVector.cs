namespace Hotspot.IssueGroups;

/// <summary>
/// What a text is about, as a sparse vector: pairs of characters that stand side by side once names of the place and boilerplate are gone, each with
/// 1 + ln of its count, at length 1 (sublinear term frequency, Manning, Raghavan and Schütze 2008, §6.4.1). No document frequencies: within one place the words that
/// all its complaints share are the names and the boilerplate, and weights that never change keep a group the same from night to night.
/// </summary>
public sealed class TermVector
{
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

    /// <summary>Pairs of characters, sorted.</summary>
    public IReadOnlyList<uint> Terms => _terms;

    /// <param name="pairs">Each as often as it occurs, in any order; sorted in place.</param>
    /// <param name="left">Sorted pairs that are no terms of this text.</param>
    public static TermVector Of(Span<uint> pairs, ReadOnlySpan<uint> left)
    {
        pairs.Sort();
        var terms = new List<uint>(pairs.Length);
        var weights = new List<float>(pairs.Length);
        for (var at = 0; at < pairs.Length; )
        {
            var end = at + 1;
            while (end < pairs.Length && pairs[end] == pairs[at])
                end++;
            if (left.BinarySearch(pairs[at]) < 0)
            {
                terms.Add(pairs[at]);
                weights.Add(1 + MathF.Log(end - at));
            }
            at = end;
        }
        return terms.Count == 0 ? None : new TermVector([.. terms], [.. weights]).AtLengthOne();
    }

    private TermVector AtLengthOne() => new(_terms, [.. _weights.Select(weight => weight / _length)]);

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

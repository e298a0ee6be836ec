using System.Numerics;
using Hotspot.Records;

namespace Hotspot.Texts;

/// <summary>
/// A text as what it shares with others: its distinct runs of three characters, in <see cref="NormalText"/>, and a MinHash signature of them (Broder 1997): of two
/// texts each place of the signatures agrees with the chance of their Jaccard likeness. Immutable.
/// </summary>
public sealed class NearText
{
    /// <summary>Hash functions; bands of four make 32 keys, of which two texts share one with chance ½ at a Jaccard likeness of about 0.42.</summary>
    public const int Hashes = 128;
    public const int Bands = 32;
    private const int Run = 3;

    // Linear permutations of 32 bits (Bohman, Cooper and Frieze 2000).
    private static readonly uint[] Factors = [.. Enumerable.Range(0, Hashes).Select(i => (uint)Mixed((ulong)i) | 1)];
    private static readonly uint[] Offsets = [.. Enumerable.Range(0, Hashes).Select(i => (uint)Mixed((ulong)(i + Hashes)))];

    private readonly ulong[] _runs;

    private NearText(ulong[] runs, uint[] bands) => (_runs, Band) = (runs, bands);

    /// <summary>One key a band: texts that share the key of a band are candidates.</summary>
    public IReadOnlyList<uint> Band { get; }

    /// <param name="text">Looked at from its beginning, <paramref name="reach"/> characters.</param>
    /// <param name="least">Texts of fewer distinct runs say too little to be told apart.</param>
    /// <returns>Null for such a text.</returns>
    public static NearText? Of(string text, int reach, int least)
    {
        var normal = new char[Math.Min(text.Length, reach)];
        var length = NormalText.Write(text.AsSpan(0, normal.Length), normal);
        var grams = new List<ulong>(length);
        CharGrams.Collect(normal.AsSpan(0, length), Run, Run, grams);
        ulong[] runs = [.. grams.Distinct().Order()];
        return runs.Length < least ? null : new NearText(runs, Banded(runs));
    }

    /// <summary>Runs in common ÷ runs of either, 0 to 1.</summary>
    /// <param name="least">Where the likeness is below, it may be told as 0: the comparison ends as soon as it must be.</param>
    public double Jaccard(NearText other, double least = 0)
    {
        var (own, its) = (_runs, other._runs);
        // Of n and m runs, c common ones are enough where c ÷ (n + m − c) ≥ least.
        var enough = (int)Math.Ceiling(least * (own.Length + its.Length) / (1 + least) - 1e-9);
        var common = 0;
        for (int i = 0, j = 0; i < own.Length && j < its.Length; )
        {
            if (common + Math.Min(own.Length - i, its.Length - j) < enough)
                return 0;
            var (a, b) = (own[i], its[j]);
            common += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return (double)common / (own.Length + its.Length - common);
    }

    private static uint[] Banded(ulong[] runs)
    {
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        foreach (var run in runs)
        {
            var hash = new Vector<uint>((uint)Mixed(run));
            for (var i = 0; i < Hashes; i += Vector<uint>.Count)
            {
                var hashes = hash * new Vector<uint>(Factors, i) + new Vector<uint>(Offsets, i);
                Vector.Min(new Vector<uint>(least, i), hashes).CopyTo(least, i);
            }
        }
        var rows = Hashes / Bands;
        var bands = new uint[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band;
            for (var row = 0; row < rows; row++)
                key = Mixed(key ^ least[band * rows + row]);
            bands[band] = (uint)key;
        }
        return bands;
    }

    private static ulong Mixed(ulong value) => SplitMix64.Mix(value + SplitMix64.Step);
}

/// <summary>Finds near-duplicates of a text among those that were added: locality-sensitive hashing by bands (Indyk and Motwani 1998), each candidate verified.</summary>
/// <param name="least">Least Jaccard likeness.</param>
public sealed class NearTextIndex<T>(double least)
    where T : class
{
    private readonly Dictionary<(int Band, uint Key), List<(NearText Text, T Owner)>> _bands = [];

    public void Add(NearText text, T owner)
    {
        for (var band = 0; band < NearText.Bands; band++)
        {
            var key = (band, text.Band[band]);
            if (!_bands.TryGetValue(key, out var list))
                _bands.Add(key, list = []);
            list.Add((text, owner));
        }
    }

    /// <summary>Takes out what was added under the text.</summary>
    public void Remove(NearText text, T owner)
    {
        for (var band = 0; band < NearText.Bands; band++)
        {
            var key = (band, text.Band[band]);
            if (
                _bands.TryGetValue(key, out var list)
                && list.RemoveAll(entry => ReferenceEquals(entry.Owner, owner)) > 0
                && list.Count == 0
            )
                _bands.Remove(key);
        }
    }

    /// <summary>Owners of near-duplicates with their likeness, each once, in no order that matters.</summary>
    public IEnumerable<(T Owner, double Jaccard)> Near(NearText text)
    {
        var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
        for (var band = 0; band < NearText.Bands; band++)
        {
            if (!_bands.TryGetValue((band, text.Band[band]), out var list))
                continue;
            foreach (var (other, owner) in list)
            {
                if (seen.Add(owner) && text.Jaccard(other, least) is var likeness && likeness >= least)
                    yield return (owner, likeness);
            }
        }
    }
}

using System.Numerics;

namespace Hotspot.Geo;

/// <summary>
/// Words by their characters: the longest word that a text begins with, in time of its length. The first character is looked up in a table, the
/// others in one open-addressed table of edges, so that a text without such words costs one look a character. Built once, then safe on any thread.
/// </summary>
internal sealed class WordTrie
{
    private const int Roots = char.MaxValue + 1;
    private readonly int[] _first = new int[Roots];
    private readonly List<int> _values = [-1];
    private ulong[] _edges = new ulong[1 << 10];
    private int[] _targets = new int[1 << 10];
    private int _count;

    /// <param name="value">Not negative. The first value of a word holds.</param>
    /// <returns>False where the word has a value already, or is empty.</returns>
    public bool Add(ReadOnlySpan<char> word, int value)
    {
        if (word.IsEmpty)
            return false;
        ref var root = ref _first[word[0]];
        if (root == 0)
            root = NewNode();
        var node = root;
        foreach (var c in word[1..])
        {
            var next = Next(node, c);
            if (next == 0)
                Connect(node, c, next = NewNode());
            node = next;
        }
        if (_values[node] >= 0)
            return false;
        _values[node] = value;
        return true;
    }

    /// <returns>Length of the longest word that the text begins with; 0 where there is none, and a value of −1.</returns>
    public int Longest(ReadOnlySpan<char> text, out int value)
    {
        value = -1;
        if (text.IsEmpty)
            return 0;
        var length = 0;
        var node = _first[text[0]];
        for (var at = 1; node != 0; at++)
        {
            if (_values[node] is >= 0 and var found)
                (length, value) = (at, found);
            if (at == text.Length)
                break;
            node = Next(node, text[at]);
        }
        return length;
    }

    private int NewNode()
    {
        _values.Add(-1);
        return _values.Count - 1;
    }

    private int Next(int node, char c)
    {
        var edge = EdgeOf(node, c);
        for (var slot = SlotOf(edge); ; slot = (slot + 1) & (_edges.Length - 1))
        {
            if (_edges[slot] == edge)
                return _targets[slot];
            if (_edges[slot] == 0)
                return 0;
        }
    }

    private void Connect(int node, char c, int target)
    {
        if (++_count * 3 > _edges.Length)
            Grow();
        Put(EdgeOf(node, c), target);
    }

    private void Put(ulong edge, int target)
    {
        var slot = SlotOf(edge);
        while (_edges[slot] != 0)
            slot = (slot + 1) & (_edges.Length - 1);
        (_edges[slot], _targets[slot]) = (edge, target);
    }

    private void Grow()
    {
        var (edges, targets) = (_edges, _targets);
        _edges = new ulong[edges.Length * 2];
        _targets = new int[edges.Length * 2];
        for (var slot = 0; slot < edges.Length; slot++)
        {
            if (edges[slot] != 0)
                Put(edges[slot], targets[slot]);
        }
    }

    private static ulong EdgeOf(int node, char c) => ((ulong)node << 16) | c;

    /// <summary>Fibonacci hashing (Knuth 1998, vol. 3, 6.4).</summary>
    private int SlotOf(ulong edge) => (int)((edge * 0x9E3779B97F4A7C15ul) >> (64 - BitOperations.Log2((uint)_edges.Length)));
}

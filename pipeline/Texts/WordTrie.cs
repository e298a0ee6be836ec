using System.Numerics;

namespace Hotspot.Texts;

/// <summary>
/// Words by their characters: the longest word that a text begins with, in time of its length. The first character is looked up in a table, the
/// others in one open-addressed table of edges, which a mask of what may follow spares most of the way. An edge takes eight bytes, for the time of a
/// look is that of fetching it. Built once, then safe on any thread.
/// </summary>
internal sealed class WordTrie
{
    /// <param name="Value">−1: no word ends here.</param>
    /// <param name="Follow">One bit for each character that follows, by its last six bits.</param>
    private record struct Node(int Value, ulong Follow);

    private const int TargetBits = 24;
    private const ulong TargetMask = (1ul << TargetBits) - 1;

    private readonly int[] _first = new int[char.MaxValue + 1];
    private Node[] _nodes = new Node[1 << 8];
    private int _nodeCount = 1;

    /// <summary>Node and character, of 40 bits, above the node that they lead to. 0: free.</summary>
    private ulong[] _edges = new ulong[1 << 10];
    private int _edgeCount;

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
        if (_nodes[node].Value >= 0)
            return false;
        _nodes[node].Value = value;
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
            if (_nodes[node].Value is >= 0 and var found)
                (length, value) = (at, found);
            if (at == text.Length)
                break;
            node = Next(node, text[at]);
        }
        return length;
    }

    private int NewNode()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)_nodeCount, TargetMask);
        if (_nodeCount == _nodes.Length)
            Array.Resize(ref _nodes, 2 * _nodeCount);
        _nodes[_nodeCount] = new Node(-1, 0);
        return _nodeCount++;
    }

    private int Next(int node, char c)
    {
        if ((_nodes[node].Follow & (1ul << (c & 63))) == 0)
            return 0;
        var key = KeyOf(node, c);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (_edges.Length - 1))
        {
            var edge = _edges[slot];
            if (edge >> TargetBits == key)
                return (int)(edge & TargetMask);
            if (edge == 0)
                return 0;
        }
    }

    private void Connect(int node, char c, int target)
    {
        if (++_edgeCount * 2 > _edges.Length)
            Grow();
        _nodes[node].Follow |= 1ul << (c & 63);
        Put((KeyOf(node, c) << TargetBits) | (uint)target);
    }

    private void Put(ulong edge)
    {
        var slot = SlotOf(edge >> TargetBits);
        while (_edges[slot] != 0)
            slot = (slot + 1) & (_edges.Length - 1);
        _edges[slot] = edge;
    }

    private void Grow()
    {
        var edges = _edges;
        _edges = new ulong[edges.Length * 2];
        foreach (var edge in edges)
        {
            if (edge != 0)
                Put(edge);
        }
    }

    private static ulong KeyOf(int node, char c) => ((ulong)node << 16) | c;

    /// <summary>Fibonacci hashing (Knuth 1998, vol. 3, 6.4).</summary>
    private int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15ul) >> (64 - BitOperations.Log2((uint)_edges.Length)));
}

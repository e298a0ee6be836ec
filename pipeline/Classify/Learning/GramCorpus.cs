using System.Runtime.InteropServices;
using Hotspot.Texts;

namespace Hotspot.Classify.Learning;

/// <summary>Texts as bags of grams, numbered in the order in which they were first seen; counted once for all folds.</summary>
public sealed class GramCorpus
{
    private readonly List<ulong> _keys = [];
    private readonly List<GramCount[]> _bags = [];

    public GramCorpus(IEnumerable<LabelledText> texts)
    {
        var ids = new Dictionary<ulong, int>();
        var grams = new TextGrams();
        foreach (var text in texts)
        {
            grams.Read(text.Title, text.Content);
            var bag = new Dictionary<int, GramCount>();
            foreach (var (key, isHead) in grams.All)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, key, out var known);
                if (!known)
                {
                    id = _keys.Count;
                    _keys.Add(key);
                }
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(bag, id, out _);
                count = new GramCount(id, count.Whole + 1, count.Head + (isHead ? 1 : 0));
            }
            _bags.Add([.. bag.Values.OrderBy(count => count.Gram)]);
        }
    }

    /// <summary>Keys of the grams, by number.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    /// <summary>Bags of the texts, each in order of its grams.</summary>
    internal IReadOnlyList<GramCount[]> Bags => _bags;
}

/// <param name="Gram">Number of the gram.</param>
/// <param name="Whole">How often it occurs in the text.</param>
/// <param name="Head">How often in its head.</param>
internal readonly record struct GramCount(int Gram, int Whole, int Head);

/// <summary>The grams of one text after another: characters and pairs of characters, with the word of whether they end within its head.</summary>
internal sealed class TextGrams
{
    /// <summary>Pairs carry the words of Chinese; triples were tried and added nothing (pipeline/MEASURED.md).</summary>
    public const int Longest = 2;

    /// <summary>Characters of the normal form that make the head: the title, or what a text opens with.</summary>
    public const int HeadLength = 30;

    private readonly List<(ulong Key, bool IsHead)> _all = [];
    private char[] _buffer = new char[4096];

    public IReadOnlyList<(ulong Key, bool IsHead)> All => _all;

    /// <summary>The whole text, title first.</summary>
    public void Read(string? title, string? content)
    {
        var longest = (title?.Length ?? 0) + (content?.Length ?? 0);
        if (_buffer.Length < longest)
            _buffer = new char[longest];
        var length = NormalText.Write(title, _buffer);
        length += NormalText.Write(content, _buffer.AsSpan(length));
        _all.Clear();
        for (var i = 0; i < length; i++)
        {
            _all.Add((_buffer[i], i < HeadLength));
            if (i > 0)
                _all.Add((((ulong)_buffer[i - 1] << 16) | _buffer[i], i < HeadLength));
        }
    }

    /// <summary>Characters of a gram, 1 or 2.</summary>
    public static int LengthOf(ulong key) => key > 0xFFFF ? 2 : 1;
}

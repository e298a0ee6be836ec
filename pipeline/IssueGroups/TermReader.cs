using System.Runtime.InteropServices;
using Hotspot.Geo;
using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>Turns title and content of a complaint into its <see cref="TermVector"/>. One a thread: it has buffers of its own.</summary>
/// <param name="words">Which words speak of one thing; <see cref="MatterWords.None"/>: the words themselves are asked for.</param>
public sealed class TermReader(Boilerplate boilerplate, MatterWords words)
{
    /// <summary>Characters of content that are looked at: callers name their trouble before they tell its history.</summary>
    public const int ContentReach = 300;

    public const int TitleReach = 100;

    private readonly char[] _text = new char[Math.Max(ContentReach, TitleReach)];
    private readonly bool[] _isName = new bool[Math.Max(ContentReach, TitleReach)];
    private readonly List<uint> _pairs = [];
    private readonly List<uint> _names = [];

    /// <summary>The phrases that ship with the program, or the home's own.</summary>
    /// <param name="rules">Folder of the home's rules, or null.</param>
    public static Boilerplate Phrases(string? rules) =>
        new(ReferenceTable.Read(ReferenceTable.PathOf("codes/text_boilerplate.csv", rules), row => row.Text("phrase")));

    /// <param name="names">Of the place, in any spelling: they tell where, not what.</param>
    public TermVector Read(string? title, string? content, ReadOnlySpan<string?> names)
    {
        Hear(names);
        _pairs.Clear();
        Append(title, TitleReach, isSaid: true, _pairs);
        Append(content, ContentReach, isSaid: true, _pairs);
        return TermVector.Of(CollectionsMarshal.AsSpan(_pairs), CollectionsMarshal.AsSpan(_names));
    }

    /// <summary>Each run of two to four characters of the complaint once, between names and boilerplate.</summary>
    public IReadOnlyCollection<ulong> Terms(SaidText text)
    {
        Hear([.. text.Names]);
        var terms = new HashSet<ulong>();
        Collect(text.Title, TitleReach, terms);
        Collect(text.Content, ContentReach, terms);
        return terms;
    }

    private void Hear(ReadOnlySpan<string?> names)
    {
        _names.Clear();
        foreach (var name in names)
            Append(name, TitleReach, isSaid: false, _names);
        _names.Sort();
    }

    private void Collect(string? text, int reach, HashSet<ulong> terms)
    {
        if (text is null)
            return;
        var length = boilerplate.Cut(
            _text.AsSpan(0, NormalText.Write(text.AsSpan(0, Math.Min(text.Length, reach)), _text, Boilerplate.Gap))
        );
        for (var i = 1; i < length; i++)
            _isName[i] = _names.BinarySearch(((uint)_text[i - 1] << 16) | _text[i]) >= 0;
        var said = 0;
        ulong last = 0;
        for (var i = 0; i < length; i++)
        {
            var isName = (i > 0 && _isName[i]) || (i + 1 < length && _isName[i + 1]);
            said = isName || !IsSaid(_text[i]) ? 0 : said + 1;
            last = (last << 16) | _text[i];
            for (var run = 2; run <= Math.Min(said, CharGrams.Longest); run++)
                terms.Add(run == CharGrams.Longest ? last : last & ((1UL << (16 * run)) - 1));
        }
    }

    private void Append(string? text, int reach, bool isSaid, List<uint> terms)
    {
        if (text is null)
            return;
        var length = NormalText.Write(text.AsSpan(0, Math.Min(text.Length, reach)), _text, Boilerplate.Gap);
        words.Collect(_text.AsSpan(0, length), terms);
        if (isSaid)
            length = boilerplate.Cut(_text.AsSpan(0, length));
        for (var i = 1; i < length; i++)
        {
            if (IsSaid(_text[i - 1]) && IsSaid(_text[i]))
                terms.Add(((uint)_text[i - 1] << 16) | _text[i]);
        }
    }

    /// <summary>Numbers, masks and gaps tell nothing.</summary>
    private static bool IsSaid(char c) => c is not (Boilerplate.Gap or '#' or '×');
}

namespace Hotspot.Geo;

/// <summary>Words that mean something in the place columns of a city's exports: <c>codes/place_words.csv</c>.</summary>
public sealed class PlaceWords
{
    /// <summary>No words: other cities, whose source profile maps its own values.</summary>
    public static PlaceWords None { get; } = new([]);

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _unknownLookup;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _vagueLookup;

    private readonly Dictionary<char, int> _sounds = [];

    private PlaceWords(IReadOnlyList<(string Kind, string Word)> words)
    {
        Unknown = Set(words, "unknown");
        _unknownLookup = Unknown.GetAlternateLookup<ReadOnlySpan<char>>();
        Outside = Set(words, "outside");
        Vague = Set(words, "vague");
        _vagueLookup = Vague.GetAlternateLookup<ReadOnlySpan<char>>();
        City = List(words, "city");
        StreetSuffixes = List(words, "street_suffix");
        CommunityEndings = [List(words, "community_suffix"), List(words, "village_suffix")];
        CommunitySuffixes = new WordList(CommunityEndings.SelectMany(kind => kind.All));
        Trailing = List(words, "trailing");
        Institutions = List(words, "institution");
        var groups = words.Where(word => word.Kind == "sound").ToList();
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var c in groups[group].Word)
                _sounds.TryAdd(c, group);
        }
    }

    /// <summary>不详 and the like: the cell states nothing.</summary>
    internal HashSet<string> Unknown { get; }

    /// <summary>非辖属 and the like: the place is not in the city.</summary>
    internal HashSet<string> Outside { get; }

    /// <summary>Texts that name no place of their own: 小区, 附近.</summary>
    internal HashSet<string> Vague { get; }

    /// <summary>The city's own name, longest first; written before the district.</summary>
    internal WordList City { get; }
    internal WordList StreetSuffixes { get; }
    internal WordList CommunitySuffixes { get; }

    /// <summary>The same by what they say of the unit: a community of residents, a village.</summary>
    internal IReadOnlyList<WordList> CommunityEndings { get; }

    /// <summary>Words after a place that do not change it: 附近, 周边.</summary>
    internal WordList Trailing { get; }

    /// <summary>What bears a district's or street's name as its own: 良乡镇|政府 is not 政府 in 良乡镇.</summary>
    internal WordList Institutions { get; }

    /// <summary>Whether a cell states nothing: blank, dashes, dots, or a word for unknown.</summary>
    internal bool IsBlank(ReadOnlySpan<char> stated)
    {
        var text = stated.Trim();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return _unknownLookup.Contains(text);
        }
        return true;
    }

    internal bool IsVague(ReadOnlySpan<char> text) => _vagueLookup.Contains(text) || _unknownLookup.Contains(text);

    internal bool IsOutside(string stated) => Outside.Contains(stated.Trim());

    /// <summary>Two different characters of one group: written for one another in names.</summary>
    internal bool SoundAlike(char a, char b) =>
        _sounds.TryGetValue(a, out var group) && _sounds.TryGetValue(b, out var other) && group == other;

    public static PlaceWords Load() =>
        new(ReferenceTable.Read(ReferenceTable.PathOf("codes/place_words.csv"), row => (row.Text("kind"), row.Text("word"))));

    private static HashSet<string> Set(IEnumerable<(string Kind, string Word)> words, string kind) =>
        words.Where(word => word.Kind == kind).Select(word => word.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static WordList List(IEnumerable<(string Kind, string Word)> words, string kind) =>
        new(words.Where(word => word.Kind == kind).Select(word => word.Word));
}

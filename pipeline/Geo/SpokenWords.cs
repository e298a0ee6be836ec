using Hotspot.Texts;

namespace Hotspot.Geo;

/// <summary>What a word does for the names around it.</summary>
internal enum SpokenRole : byte
{
    /// <summary>Ends a name of a place: 小区, 路口.</summary>
    Place,
    Shop,
    Company,

    /// <summary>Ends the name of a unit that no list knows: 街道, 镇.</summary>
    Unit,
    District,
    Street,

    /// <summary>The caller's home follows: 住在.</summary>
    Home,

    /// <summary>A place that is passed, left or compared with follows: 途经, 从.</summary>
    Way,

    /// <summary>Somebody who was asked or told follows: 联系.</summary>
    Told,

    /// <summary>The place follows: 位于.</summary>
    At,

    /// <summary>The place before it is only near: 附近.</summary>
    Near,

    /// <summary>The place before it is somebody's: 业主.</summary>
    People,

    /// <summary>Part of a name, unless it begins a phrase or follows a whole name: 和 in 和平里, but 中学和宾馆.</summary>
    Joint,

    /// <summary>Part of the name of a company, and of no other: 工程.</summary>
    Trade,

    /// <summary>No part of any name: 反映, 夜间施工.</summary>
    Break,

    /// <summary>Part of a name, although it holds other words: 首都.</summary>
    Keep,
}

/// <summary>How far the ending of a name can be trusted.</summary>
internal enum NameUse : byte
{
    None,

    /// <summary>A common noun that ends names: 小区 alone is none.</summary>
    Sure,

    /// <summary>Ends names and begins them: 新城, 新城国际.</summary>
    Name,

    /// <summary>Ends a name only where no plain character follows: 城, 里.</summary>
    Bound,

    /// <summary>A part of the place that it stands behind, 停车场, or one of the companies that every estate has, 物业.</summary>
    Part,

    /// <summary>Its first character ends the name: 村口, 桥下.</summary>
    Inside,

    /// <summary>A whole name that a list knows.</summary>
    Known,
}

/// <param name="Ending">Of a word that is kept: length of the ending of names in it, 里 in 和平里.</param>
internal readonly record struct SpokenWord(SpokenRole Role, PlaceKind Kind = default, NameUse Use = NameUse.None, int Ending = 0);

/// <summary>The words that names in free text are found by: <c>codes/spoken_words.csv</c>, with the names that the lists of a city know. Immutable.</summary>
internal sealed class SpokenWords
{
    private const int ShortestKnown = 3;
    private readonly WordTrie _trie = new();
    private readonly List<SpokenWord> _words = [];

    /// <param name="written">Kind, word and use of each line.</param>
    /// <param name="gazetteer">Null for a city without lists.</param>
    /// <param name="places">Names of places that count wherever they stand.</param>
    public SpokenWords(
        IReadOnlyCollection<(string Kind, string Word, string Use)> written,
        Gazetteer? gazetteer,
        IEnumerable<string> places
    )
    {
        foreach (var (kind, word, use) in written)
        {
            if (kind != "keep")
                Add(word, Of(kind, use));
        }
        foreach (var (kind, word, _) in written)
        {
            if (kind == "keep")
                Add(word, new SpokenWord(SpokenRole.Keep, Ending: EndingOf(word)));
        }
        if (gazetteer is not null)
            AddNames(gazetteer);
        foreach (var place in places)
        {
            if (place.Length >= ShortestKnown)
                Add(place, new SpokenWord(SpokenRole.Place, KindOf(place), NameUse.Known));
        }
        if (gazetteer is not null)
            Shield(gazetteer);
    }

    public static string Path => ReferenceTable.PathOf("codes/spoken_words.csv");

    public static SpokenWords Load(Gazetteer? gazetteer, IEnumerable<string> places) =>
        new(ReferenceTable.Read(Path, row => (row.Text("kind"), row.Text("word"), row.Text("use"))), gazetteer, places);

    /// <returns>Length of the longest word that the text begins with; 0 where there is none.</returns>
    public int Longest(ReadOnlySpan<char> text, out SpokenWord word)
    {
        var length = _trie.Longest(text, out var value);
        word = length == 0 ? default : _words[value];
        return length;
    }

    private static SpokenWord Of(string kind, string use)
    {
        var trust = use.Length == 0 ? NameUse.None : Enum.Parse<NameUse>(use, ignoreCase: true);
        return Enum.TryParse<PlaceKind>(kind, ignoreCase: true, out var place)
            ? new SpokenWord(SpokenRole.Place, place, trust)
            : new SpokenWord(Enum.Parse<SpokenRole>(kind, ignoreCase: true), Use: trust);
    }

    private void Add(ReadOnlySpan<char> word, SpokenWord means)
    {
        if (_trie.Add(word, _words.Count))
            _words.Add(means);
    }

    private void AddNames(Gazetteer gazetteer)
    {
        foreach (var city in gazetteer.Words.City.All)
        {
            if (city.EndsWith('市'))
                Add(city, new SpokenWord(SpokenRole.District));
        }
        foreach (var district in gazetteer.Districts)
            Add(district.Name, new SpokenWord(SpokenRole.District));
        var suffixes = gazetteer.Words.StreetSuffixes;
        foreach (var name in gazetteer.Streets.SelectMany(street => street.Aliases.Prepend(street.Name)))
        {
            // 望京 alone begins many a name.
            if (suffixes.CutEnd(name, keep: 1).Length < name.Length)
                Add(name, new SpokenWord(SpokenRole.Street));
        }
        foreach (var community in gazetteer.Communities)
        {
            var kind = community.Name.EndsWith('村') ? PlaceKind.Village : PlaceKind.Community;
            if (
                community.Name.Length > ShortestKnown
                && gazetteer.Words.CommunitySuffixes.CutEnd(community.Name, 1).Length < community.Name.Length
            )
                Add(community.Name, new SpokenWord(SpokenRole.Place, kind, NameUse.Known));
        }
    }

    /// <summary>Names of units that hold a word which would part them, or make a shop of them, stay whole: 和平里, 来广营, 周口店.</summary>
    private void Shield(Gazetteer gazetteer)
    {
        var streets = gazetteer.Streets.Select(street => gazetteer.Words.StreetSuffixes.CutEnd(street.Name, keep: 2).ToString());
        var communities = gazetteer.Communities.Select(one => gazetteer.Words.CommunitySuffixes.CutEnd(one.Name, keep: 2).ToString());
        foreach (var stem in streets.Concat(communities))
        {
            if (stem.Length >= ShortestKnown && IsParted(stem))
                Add(stem, new SpokenWord(SpokenRole.Keep, Ending: EndingOf(stem)));
        }
    }

    private bool IsParted(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; )
        {
            var length = Longest(name[at..], out var word);
            if (length > 0 && word.Role is not (SpokenRole.Place or SpokenRole.Keep))
                return true;
            at += Math.Max(length, 1);
        }
        return false;
    }

    private int EndingOf(ReadOnlySpan<char> name)
    {
        for (var at = 1; at < name.Length; at++)
        {
            if (Longest(name[at..], out var word) == name.Length - at && word.Role is SpokenRole.Place)
                return name.Length - at;
        }
        return 0;
    }

    private PlaceKind KindOf(ReadOnlySpan<char> name) =>
        EndingOf(name) is > 0 and var length && Longest(name[^length..], out var word) == length ? word.Kind : PlaceKind.Estate;
}

using Hotspot.Language;

namespace Hotspot.Runs.Cuts;

/// <summary>
/// Names of places one after another. A name goes with the one before it that is larger (朝阳望京), or smaller without 和 between (望京 朝阳); one of the same level is
/// another place, in the same larger one where it lies there (朝阳望京、双井). Options hold every larger one with every smaller one: other lists of streets are told
/// each with its district, and what no option says is refused.
/// </summary>
internal static class CutPlaces
{
    private static readonly string[] Levels = ["district", "street", "community", "estate"];

    private static int LevelOf(CutTold word) => Array.IndexOf(Levels, word.Kind);

    /// <summary>A place by the names of its levels, null where none is told.</summary>
    private sealed class Place(string?[] names)
    {
        public int Deepest => Array.FindLastIndex(names, name => name is not null);

        public string? District => names[0];

        /// <summary>Without its last name.</summary>
        public string Above => string.Join('/', names[..Deepest]);

        public string Last => names[Deepest]!;

        public bool Has(int level) => names[level] is not null;

        public Place With(CutTold word) => new([.. names.Select((name, level) => level == LevelOf(word) ? word.Value : name)]);
    }

    /// <returns>The same words; of streets whose districts differ each with its own.</returns>
    /// <exception cref="OperatorException">A district beside a street of another one, and what options would cross otherwise than it is said (exit 2).</exception>
    public static IReadOnlyList<CutTold> Told(IReadOnlyList<CutTold> words, CutLists lists)
    {
        var places = Read(words, lists);
        if (places.Select(place => place.Deepest).Distinct().Skip(1).Any())
            throw CutErrors.Clash("refused_mixed");
        if (IsCrossed(places))
            return words;
        if (places.Exists(place => place.Deepest != 1 || place.District?.Contains(',', StringComparison.Ordinal) == true))
            throw CutErrors.Clash("refused_pairs");
        var districts = new Queue<string?>(places.Select(place => place.District));
        return
        [
            .. words
                .Where(word => word.Kind != "district")
                .Select(word =>
                    word.Kind == "street" && districts.Dequeue() is { } district ? word with { Value = $"{district}/{word.Value}" } : word
                ),
        ];
    }

    /// <summary>Every larger name is told with every smaller one; a district beside none would narrow both.</summary>
    private static bool IsCrossed(List<Place> places)
    {
        if (places.Select(place => place.District is null).Distinct().Skip(1).Any())
            return false;
        var pairs = places.Select(place => (place.Above, place.Last)).Distinct().ToList();
        return pairs.Select(pair => pair.Above).Distinct().Count() * pairs.Select(pair => pair.Last).Distinct().Count() == pairs.Count;
    }

    private static List<Place> Read(IReadOnlyList<CutTold> words, CutLists lists)
    {
        var places = new List<Place>();
        var isListed = false;
        foreach (var word in words)
        {
            isListed |= word.Kind == "and";
            var level = LevelOf(word);
            if (level < 0)
                continue;
            if (places is [.., var last] && !isListed && level != last.Deepest && !last.Has(level))
                places[^1] = last.With(word);
            else if (places is [.., var same] && level == same.Deepest && IsIn(same.District, word, lists))
                places.Add(same.With(word));
            else
                places.Add(new Place(new string?[Levels.Length]).With(word));
            isListed = false;
        }
        return places;
    }

    /// <summary>Of smaller places than a street nobody asks.</summary>
    private static bool IsIn(string? district, CutTold word, CutLists lists) =>
        word.Kind != "street"
        || district?.Split(',').Any(name => lists.Streets[word.Value].Any(street => street.District == lists.Districts[name])) == true;
}

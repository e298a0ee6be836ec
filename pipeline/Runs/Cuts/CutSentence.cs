using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Privacy;

namespace Hotspot.Runs.Cuts;

/// <summary>
/// One sentence as the options that mean the same, by a fixed grammar: at each place the longest word that the code lists or <c>codes/cut_words.csv</c> know.
/// Nothing is guessed and nothing left out: what no list knows is named and refused, as is what the options cannot say.
/// </summary>
internal sealed class CutSentence(CutLists lists, CutGrammar grammar, CutPeriods periods)
{
    private const int Longest = 300;

    private static readonly string[] Names = ["district", "street", "community", "estate", "issue"];

    /// <summary>Words that may stand between a dimension and its rank: 街道投诉量排名.</summary>
    private static readonly string[] Between = ["and", "filler", "particle", "measure"];

    /// <summary>Words that make a grouping of the dimension before them: 街道排名, 小区前10, 问题分布.</summary>
    private static readonly string[] Tails = ["rank", "top", "spread"];

    /// <summary>Those of the lists; where they leave words unknown, those of the data, too.</summary>
    private IReadOnlySet<string> _places = lists.Places;

    /// <param name="Value">What the word stands for; of a rank and its like the word itself.</param>
    private readonly record struct Token(string Kind, string Value, int Length, CutPeriod? Period = null);

    /// <param name="isGrouped">The options beside the sentence say by what.</param>
    /// <param name="isListed">They ask for the complaints one by one.</param>
    /// <exception cref="OperatorException">Words that nobody knows or that no option can say, two times, two spans of hours, a rank of nothing (exit 2).</exception>
    public IReadOnlyList<CutTerm> Read(string sentence, bool isGrouped = false, bool isListed = false)
    {
        if (sentence.Length > Longest)
            throw CutErrors.Wrong("sentence", sentence, $"≤ {Longest}");
        var text = CutGrammar.Halved(sentence);
        var (tokens, unknown) = Tokens(text);
        if (unknown.Count > 0)
        {
            _places = lists.AllPlaces;
            (tokens, unknown) = Tokens(text);
        }
        if (tokens.Find(token => token.Kind == "refused") is { Length: > 0 } refused)
            throw CutErrors.Clash("refused_" + refused.Value);
        if (unknown.Count > 0)
            throw Unknown(sentence, unknown);
        if (tokens.Count == 0)
            throw CutErrors.Clash("sentence_empty");
        var told = CutExceptions.Told(tokens.ConvertAll(token => new CutTold(token.Kind, token.Value, token.Period)));
        told = CutPlaces.Told(told, lists);
        return new CutMeaning(periods, told, sentence).Terms(isGrouped, isListed);
    }

    private (List<Token> Tokens, List<Range> Unknown) Tokens(string text)
    {
        var tokens = new List<Token>();
        var unknown = new List<Range>();
        var (from, isBehindName) = (-1, false);
        void End(int at)
        {
            if (from >= 0)
                unknown.Add(from..at);
            from = -1;
        }
        for (var at = 0; at < text.Length; )
        {
            var token = TokenAt(text, at, tokens);
            if (token.Length > 0 && !IsPartOfUnknown(text, at, token, tokens, from >= 0, isBehindName))
            {
                End(at);
                tokens.Add(token);
                isBehindName = Names.Contains(token.Kind);
                at += token.Length;
                continue;
            }
            isBehindName = false;
            if (IsGap(text[at]))
                End(at++);
            else
            {
                if (from < 0)
                    from = at;
                // A dimension without a word that leads it is named whole: 热点问题.
                at += Math.Max(grammar.Longest("by", text, at).Length, 1);
            }
        }
        End(text.Length);
        return (tokens, unknown);
    }

    private static bool IsLetter(string word) => word is [var only] && char.IsLetter(only);

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsPunctuation(c);

    /// <summary>和 of 广和里 is no “and”: a letter before what nobody knows belongs to it, except behind a name (朝阳和…). Behind it 到 may belong to it, too.</summary>
    private bool IsPartOfUnknown(string text, int at, Token token, List<Token> tokens, bool isBehindUnknown, bool isBehindName) =>
        token.Kind == "range"
            ? isBehindUnknown
            : token is { Kind: "filler" or "and", Length: 1 }
                && !IsGap(text[at])
                && !isBehindName
                && at + 1 < text.Length
                && !IsGap(text[at + 1])
                && TokenAt(text, at + 1, tokens).Length == 0;

    private Token TokenAt(string text, int at, List<Token> before)
    {
        var best = default(Token);
        void Offer(Token token)
        {
            if (token.Length > best.Length)
                best = token;
        }
        // 问题 is a filler, too, except where it is what is ranked.
        Offer(ByAt(text, at, before));
        foreach (var word in grammar.Words)
        {
            if (word.Kind is "by" or "lead" || word.Pattern.Match(text, at) is not { Success: true } match || match.Length <= best.Length)
                continue;
            Offer(
                word.Kind == "period"
                    ? new Token(
                        "period",
                        match.Value,
                        match.Length,
                        periods.Read(word, match, before.FindLast(token => token.Kind == "period").Period)
                    )
                    : new Token(word.Kind, Value(word, match), match.Length)
            );
        }
        Offer(NameAt(text, at, "district", lists.Districts.Keys));
        Offer(NameAt(text, at, "street", lists.Streets.Select(street => street.Key)));
        Offer(NameAt(text, at, "issue", lists.Issues.Keys));
        Offer(NameAt(text, at, "community", lists.Communities.Select(community => community.Key)));
        if (NameAt(text, at, "estate", _places) is { Length: > 0 and var length } place)
            Offer(place with { Value = Part(at, length) });
        return best;
    }

    private static Token NameAt(string text, int at, string kind, IEnumerable<string> names)
    {
        var longest = names.Where(name => string.CompareOrdinal(text, at, name, 0, name.Length) == 0).MaxBy(name => name.Length);
        return longest is null ? default : new Token(kind, longest, longest.Length);
    }

    /// <summary>
    /// 按街道、小时: a word that leads, then dimensions one after another. Without such a word a dimension is one where a rank or a limit says so: 前10街道, 最多的街道,
    /// 超过百件的街道, 街道投诉排名, 问题分布; but not 问题 behind its name, as in 占道经营问题排名.
    /// </summary>
    private Token ByAt(string text, int at, List<Token> before)
    {
        var lead = grammar.Longest("lead", text, at).Length;
        if (lead > 0 && Dimensions(text, at + lead) is ({ Count: > 0 } led, var ledEnd))
            return new Token("by", string.Join(',', led), ledEnd - at);
        var (dimensions, end) = Dimensions(text, at);
        if (dimensions.Count == 0 || (before.Count > 0 && before[^1].Kind == dimensions[0]))
            return default;
        return before.FindLast(token => token.Kind != "particle").Kind is "rank" or "top" or "at_least" || HasTail(text, end)
            ? new Token("by", string.Join(',', dimensions), end - at)
            : default;
    }

    private (List<string> Dimensions, int End) Dimensions(string text, int at)
    {
        var (dimensions, end) = (new List<string>(), at);
        for (var next = at; grammar.Longest("by", text, next) is (var meaning, > 0 and var length); )
        {
            dimensions.Add(meaning);
            next = end = next + length;
            if (next == text.Length || !"、,和与及x×*+".Contains(text[next], StringComparison.Ordinal))
                break;
            next++;
        }
        return (dimensions, end);
    }

    /// <summary>A rank follows that has no dimension of its own behind it.</summary>
    private bool HasTail(string text, int at)
    {
        while (at < text.Length)
        {
            var (word, length) = grammar
                .Words.Where(word => Between.Contains(word.Kind) || Tails.Contains(word.Kind))
                .Select(word => (word, word.Pattern.Match(text, at).Length))
                .MaxBy(pair => pair.Length);
            if (length == 0 && !char.IsWhiteSpace(text[at]))
                return false;
            at += Math.Max(length, 1);
            if (length > 0 && Tails.Contains(word.Kind))
                return Dimensions(text, at < text.Length && text[at] == '的' ? at + 1 : at).Dimensions.Count == 0;
        }
        return false;
    }

    private static string Value(CutWord word, Match match)
    {
        if (match.Groups["t"] is { Success: true } text)
            return Part(text.Index, text.Length);
        return word.Meaning switch
        {
            "hours" or "hours_from" or "hours_until" when CutHours.Read(word.Meaning, match) is var hours => string.Create(
                CultureInfo.InvariantCulture,
                $"{hours.Start}-{hours.End}"
            ),
            "weekday" or "weekdays" => Weekdays(
                CutGrammar.Weekday(match.Groups["w"].Value)!.Value,
                CutGrammar.Weekday(match.Groups["v"].Value)
            ),
            "top" or "at_least" => CutGrammar.Number(match.Groups["n"].Value).ToString(CultureInfo.InvariantCulture),
            "more_than" => (CutGrammar.Number(match.Groups["n"].Value) + 1).ToString(CultureInfo.InvariantCulture),
            "" => match.Value,
            var meaning => meaning.Replace('+', ','),
        };
    }

    /// <summary>Of the sentence, as it is written.</summary>
    private static string Part(int at, int length) => string.Create(CultureInfo.InvariantCulture, $"{at}+{length}");

    private static string Weekdays(int first, int? last) =>
        string.Join(',', Enumerable.Range(0, ((last ?? first) - first + 7) % 7 + 1).Select(i => (first - 1 + i) % 7 + 1));

    private OperatorException Unknown(string sentence, List<Range> unknown)
    {
        var words = unknown.ConvertAll(range => sentence[range]);
        // One letter is nobody's name, though it may be a surname.
        var named = string.Join('、', words.Select(word => $"“{(IsLetter(word) ? word : CutErrors.Shown(word))}”"));
        // What looks like a name is not repeated: then where it stands tells which it is.
        if (words.Exists(word => !IsLetter(word) && Masking.Mask(word) != word))
        {
            var places = unknown.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.Start.Value + 1}–{range.End.Value}"));
            return CutErrors.Clash("words_hidden", ("words", named), ("places", string.Join('、', places)));
        }
        var near = words.SelectMany(Near).Distinct().ToList();
        return near.Count > 0
            ? CutErrors.Clash("words_near", ("words", named), ("nearest", string.Join('、', near)))
            : CutErrors.Clash("words_unknown", ("words", named));
    }

    /// <summary>
    /// Kinds of issue that the word is part of (噪声: 施工噪声), else names a letter or two off; a dimension with the word that leads it. 按楼层 is near 按街道 only
    /// in its lead: that is taken off first.
    /// </summary>
    private IEnumerable<string> Near(string word)
    {
        var lead = grammar.Longest("lead", word, 0).Length;
        if (lead < word.Length)
            word = word[lead..];
        if (word.Length < 2)
            return [];
        var holding = lists.Issues.Keys.Where(issue => issue.Contains(word, StringComparison.Ordinal)).ToList();
        var dimensions = grammar.Plain("by").ToHashSet();
        var known = lists
            .Districts.Keys.Concat(lists.Streets.Select(street => street.Key))
            .Concat(lists.Issues.Keys)
            .Concat(dimensions)
            .Concat(
                grammar
                    .Words.Where(one => one.Kind is not ("and" or "filler" or "particle" or "lead" or "refused"))
                    .SelectMany(one => one.Plain)
            );
        return (holding.Count > 0 ? holding : Nearest.All(word, known))
            .Take(CutErrors.MostNear)
            .Select(name => dimensions.Contains(name) ? grammar.Plain("lead").First(one => one.Length == 1) + name : name);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;

namespace Hotspot.Runs.Cuts;

/// <summary>
/// One sentence as the options that mean the same, by a fixed grammar: at each place the longest word that the code lists or <c>codes/cut_words.csv</c> know.
/// Nothing is guessed: what no list knows is named and refused.
/// </summary>
internal sealed class CutSentence(CutLists lists, CutGrammar grammar, CutPeriods periods)
{
    private const int LongestTop = 8;

    private const int Longest = 300;

    private readonly record struct Token(string Kind, string Value, int Length, CutPeriod? Period = null);

    /// <exception cref="OperatorException">Words that nobody knows, or two times or two spans of hours (exit 2).</exception>
    public IReadOnlyList<CutTerm> Read(string sentence)
    {
        if (sentence.Length > Longest)
            throw CutErrors.Wrong("sentence", sentence, $"≤ {Longest}");
        var text = CutGrammar.Halved(sentence);
        var tokens = new List<Token>();
        var unknown = new List<string>();
        var from = -1;
        void End(int at)
        {
            if (from >= 0)
                unknown.Add(sentence[from..at]);
            from = -1;
        }
        for (var at = 0; at < text.Length; )
        {
            // Behind what nobody knows 到 may be part of it.
            if (TokenAt(text, at) is { Length: > 0 } token && (from < 0 || token.Kind != "range"))
            {
                End(at);
                tokens.Add(token);
                at += token.Length;
            }
            else if (char.IsWhiteSpace(text[at]) || char.IsPunctuation(text[at]))
                End(at++);
            else
            {
                if (from < 0)
                    from = at;
                at++;
            }
        }
        End(text.Length);
        if (unknown.Count > 0)
            throw Unknown(unknown);
        return Terms(tokens, sentence);
    }

    private Token TokenAt(string text, int at)
    {
        var best = default(Token);
        void Offer(Token token)
        {
            if (token.Length > best.Length)
                best = token;
        }
        foreach (var word in grammar.Words)
        {
            if (word.Kind is "by" or "lead" || word.Pattern.Match(text, at) is not { Success: true } match)
                continue;
            if (word.Kind == "period")
                Offer(new Token("period", match.Value, match.Length, periods.Read(word, match)));
            else
                Offer(new Token(word.Kind, word.Kind == "range" ? match.Value : Value(word, match), match.Length));
        }
        Offer(ByAt(text, at));
        Offer(NameAt(text, at, "district", lists.Districts.Keys));
        Offer(NameAt(text, at, "street", lists.Streets.Select(street => street.Key)));
        Offer(NameAt(text, at, "issue", lists.Issues.Keys));
        return best;
    }

    private static Token NameAt(string text, int at, string kind, IEnumerable<string> names)
    {
        var longest = names.Where(name => string.CompareOrdinal(text, at, name, 0, name.Length) == 0).MaxBy(name => name.Length);
        return longest is null ? default : new Token(kind, longest, longest.Length);
    }

    /// <summary>前10街道: by streets.</summary>
    private bool FollowsTop(string text, int at) =>
        Enumerable
            .Range(Math.Max(0, at - LongestTop), Math.Min(at, LongestTop))
            .Any(from =>
                grammar.Words.Any(word =>
                    word.Kind == "top" && word.Pattern.Match(text, from) is { Success: true } match && from + match.Length == at
                )
            );

    /// <summary>按街道、小时: a word that leads, then dimensions one after another.</summary>
    private Token ByAt(string text, int at)
    {
        var lead = grammar.Longest("lead", text, at).Length;
        if (lead == 0 && !FollowsTop(text, at))
            return default;
        var (dimensions, end) = (new List<string>(), at + lead);
        for (var next = end; ; )
        {
            var (meaning, length) = grammar.Longest("by", text, next);
            if (length == 0)
                break;
            dimensions.Add(meaning);
            end = next + length;
            next = end;
            if (next < text.Length && "、,和与及x×*+".Contains(text[next], StringComparison.Ordinal))
                next++;
            else
                break;
        }
        return dimensions.Count == 0 ? default : new Token("by", string.Join(',', dimensions), end - at);
    }

    /// <summary>下午3点到5点, 晚上10点到早上6点: the half of the day holds for the end, too, where that comes after.</summary>
    private static string Clock(int start, string half, int end, string endHalf)
    {
        static bool IsLate(string half) => half is "下午" or "傍晚" or "晚上" or "晚间" or "夜里" or "夜间";
        if (IsLate(half) && start < 12)
            start += 12;
        else if (IsLate(half) && start == 12 && half is not "下午")
            start = 24;
        if (end < 12 && (IsLate(endHalf) || (endHalf.Length == 0 && IsLate(half) && end + 12 > start % 24)))
            end += 12;
        return string.Create(CultureInfo.InvariantCulture, $"{start % 24}-{end}");
    }

    private static string Value(CutWord word, Match match)
    {
        int Number(string group) => CutGrammar.Number(match.Groups[group].Value);
        static int Weekday(string text) => text is "日" or "天" ? 7 : CutGrammar.Number(text);
        return word.Meaning switch
        {
            "hours" => Clock(Number("h"), match.Groups["a"].Value, Number("i"), match.Groups["b"].Value),
            "weekday" => Weekday(match.Groups["w"].Value).ToString(CultureInfo.InvariantCulture),
            "weekdays" => Range(Weekday(match.Groups["w"].Value), Weekday(match.Groups["v"].Value)),
            "top" => Number("n").ToString(CultureInfo.InvariantCulture),
            _ when match.Groups["t"].Success => string.Create(
                CultureInfo.InvariantCulture,
                $"{match.Groups["t"].Index}+{match.Groups["t"].Length}"
            ),
            var meaning => meaning,
        };
    }

    private static string Range(int first, int last) =>
        string.Join(',', Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(i => (first - 1 + i) % 7 + 1));

    private List<CutTerm> Terms(List<Token> tokens, string sentence)
    {
        var terms = new List<CutTerm>();
        CutPeriod? period = null;
        var (hours, joins) = ("", (string?)null);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case "period" or "now":
                    period = Joined(period, token, joins is not null);
                    break;
                case "hours" when hours.Length > 0 && hours != token.Value:
                    throw CutErrors.Clash("two_hours", ("one", hours), ("other", token.Value));
                case "hours":
                    terms.Add(new CutTerm("hours", hours = token.Value));
                    break;
                case "flag":
                    terms.Add(new CutTerm(token.Value, ""));
                    break;
                case "keyword" or "place":
                    var at = token.Value.Split('+').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
                    terms.Add(new CutTerm(token.Kind, sentence.Substring(at[0], at[1])));
                    break;
                case "day_kind":
                    terms.Add(new CutTerm("day-kind", token.Value));
                    break;
                case "range":
                    joins = period is not null ? token.Value : throw Unknown([token.Value]);
                    continue;
                case "filler":
                    break;
                default:
                    terms.Add(new CutTerm(token.Kind, token.Value));
                    break;
            }
            joins = joins is not null && token.Kind != "period" ? throw Unknown([joins]) : null;
        }
        if (joins is not null)
            throw Unknown([joins]);
        if (period is not null)
            terms.InsertRange(0, Told(period));
        return terms;
    }

    private CutPeriod Joined(CutPeriod? before, Token token, bool joins)
    {
        if (token.Kind == "now")
            return before is null ? throw Unknown(["…"]) : periods.UntilNow(before);
        var period = token.Period ?? throw CutErrors.Clash("no_such_time", ("text", token.Value));
        if (before is null)
            return period;
        return (joins ? periods.Join(before, period) : null) ?? throw CutErrors.Clash("two_times", ("other", token.Value));
    }

    /// <summary>A named period by its name, other days by their first and last.</summary>
    internal static IEnumerable<CutTerm> Told(CutPeriod period)
    {
        if (period.Named is { } named)
            return [new CutTerm("period", named.Name)];
        return [new CutTerm("from", period.Days.From.Iso()), new CutTerm("to", period.Days.LastDay.Iso())];
    }

    private OperatorException Unknown(IReadOnlyList<string> words)
    {
        var known = lists
            .Districts.Keys.Concat(lists.Streets.Select(street => street.Key))
            .Concat(lists.Issues.Keys)
            .Concat(grammar.Words.Where(word => word.Kind != "filler").SelectMany(word => word.Plain))
            .ToList();
        var near = words.SelectMany(word => Near(word, known)).Distinct().ToList();
        var named = string.Join('、', words.Select(word => $"“{CutErrors.Shown(word)}”"));
        return near.Count > 0
            ? new OperatorException(ExitCode.WrongUse, "cut_words_near", ("words", named), ("nearest", string.Join('、', near)))
            : new OperatorException(ExitCode.WrongUse, "cut_words_unknown", ("words", named));
    }

    /// <summary>按楼层 is near 按街道 only in its lead: that is taken off first.</summary>
    private IEnumerable<string> Near(string word, IReadOnlyList<string> known)
    {
        var lead = grammar.Longest("lead", word, 0).Length;
        return Nearest.All(lead < word.Length ? word[lead..] : word, known).Take(CutErrors.MostNear);
    }
}

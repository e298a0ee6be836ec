using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using Hotspot.Records;

namespace Hotspot.Runs.Cuts;

/// <summary>A word of a sentence that is understood.</summary>
/// <param name="Value">What it stands for; of a rank and its like the word itself.</param>
/// <param name="Period">Of words for a time; null: there is no such time.</param>
internal readonly record struct CutTold(string Kind, string Value, CutPeriod? Period);

/// <summary>The words of one sentence as options. A word that asks for more than the options can say, or for what the sentence does not name, is refused.</summary>
internal sealed class CutMeaning(CutPeriods periods, IReadOnlyList<CutTold> words, string sentence)
{
    private static readonly HashSet<string> Times =
    [
        .. Enum.GetValues<CutDimension>().Where(CutSorting.IsTime).Where(one => one != CutDimension.DayKind).Select(Snake.Code),
    ];

    /// <summary>What a filter is about, by the kind of its word.</summary>
    private static readonly Dictionary<string, string> Subjects = new()
    {
        ["district"] = "where",
        ["street"] = "where",
        ["community"] = "where",
        ["place"] = "where",
        ["estate"] = "where",
        ["issue"] = "issue",
        ["hours_issue"] = "issue",
        ["keyword"] = "keyword",
        ["stream"] = "stream",
        ["order_type"] = "order_type",
        ["weekday"] = "day",
        ["day_kind"] = "day",
    };

    /// <summary>最多 of each group is a rank of each.</summary>
    private const string Superlative = "most";

    /// <summary>环比下降最多: the largest fall first.</summary>
    private const string Fall = "fall";

    private readonly CutComparison _comparison = new(periods, words);
    private readonly List<CutTerm> _terms = [];
    private CutPeriod? _period;

    /// <summary>What <see cref="_period"/> is compared with.</summary>
    private CutPeriod? _other;

    public IReadOnlyList<CutTerm> Terms(bool isGrouped, bool isListed)
    {
        var joins = (string?)null;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.Kind == "range")
            {
                joins = _period is not null ? word.Value : throw Alone(word.Value);
                continue;
            }
            Add(word, at, joins is not null);
            if (joins is not null && word.Kind != "period")
                throw Alone(joins);
            joins = null;
        }
        if (joins is not null)
            throw Alone(joins);
        if (Of("since") is not null && _period is { HasEnd: false })
            throw CutErrors.Clash("refused_open_end");
        if (HasMixedDays())
            throw CutErrors.Clash("refused_mixed");
        if (HasPairs())
            throw CutErrors.Clash("refused_pairs");
        (_period, var compared) = _comparison.Of(_period, _other);
        if (compared is { } measure)
            _terms.Add(new CutTerm("measure", Snake.Code(measure)));
        Group(isGrouped, isListed);
        return [.. _period is null ? [] : Told(_period), .. _terms.Distinct()];
    }

    /// <summary>A named period by its name, other days by their first and last.</summary>
    internal static IEnumerable<CutTerm> Told(CutPeriod period)
    {
        if (period.Named is { } named)
            return [new CutTerm("period", named.Name)];
        return [new CutTerm("from", period.Days.From.Iso()), new CutTerm("to", period.Days.LastDay.Iso())];
    }

    private void Add(CutTold word, int at, bool joins)
    {
        switch (word.Kind)
        {
            case "period":
                _period = Joined(word, at, joins);
                break;
            case "now":
                _period = _period is null ? throw Alone(word.Value) : periods.UntilNow(_period) with { HasEnd = true };
                break;
            case "hours" when Value("hours") is { } other && other != word.Value:
                throw CutErrors.Clash("two_hours", ("one", other), ("other", word.Value));
            case "hours" when word.Value.Split('-') is [var first, var last] && first == last:
                throw CutErrors.Clash("refused_clock");
            case "hours_issue" when word.Value.Split(',') is [var hours, var issue]:
                Add(word with { Kind = "hours", Value = hours }, at, joins);
                Add(word with { Kind = "issue", Value = issue }, at, joins);
                break;
            case "flag":
                _terms.Add(new CutTerm(word.Value, ""));
                break;
            case "keyword" or "place" or "estate":
                var part = word.Value.Split('+').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
                _terms.Add(new CutTerm(word.Kind == "estate" ? "place" : word.Kind, sentence.Substring(part[0], part[1])));
                break;
            case "and" or "filler" or "particle" or "since" or "rank" or "spread" or "trend" or "each" or "against" or "same":
                break;
            default:
                _terms.Add(new CutTerm(word.Kind.Replace('_', '-'), word.Value));
                break;
        }
    }

    /// <summary>
    /// Two subjects take turns, each with other values: 丰台店外经营和朝阳露天烧烤. Options would ask for every value of the one with every value of the other.
    /// </summary>
    private bool HasPairs()
    {
        var runs = new List<(string Subject, HashSet<string> Values)>();
        foreach (var word in words.Where(word => Subjects.ContainsKey(word.Kind)))
        {
            if (runs.Count == 0 || runs[^1].Subject != Subjects[word.Kind])
                runs.Add((Subjects[word.Kind], []));
            runs[^1].Values.Add(word.Value);
        }
        return runs.GroupBy(run => run.Subject, run => run.Values).Count(turns => turns.Any(values => !values.SetEquals(turns.First())))
            > 1;
    }

    /// <summary>周末和周五: options would ask for days that are both.</summary>
    private bool HasMixedDays()
    {
        static bool IsDay(string kind) => Subjects.GetValueOrDefault(kind) == "day";
        return words
            .Zip(words.Skip(1), words.Skip(2))
            .Any(three =>
                three.Second.Kind == "and" && IsDay(three.First.Kind) && IsDay(three.Third.Kind) && three.First.Kind != three.Third.Kind
            );
    }

    /// <summary>What ranks, spreads, goes along or sets side by side needs groups: 对比 takes them from the names that are told, the others must be told. The first few are those of the whole table, not of each group: 各区前3街道 is refused.</summary>
    private void Group(bool isGrouped, bool isListed)
    {
        var by = _terms.Where(term => term.Option == "by").SelectMany(term => term.Value.Split(',')).ToList();
        var hasChange = _other is not null || Of("same") is not null || _terms.Exists(IsChange);
        _terms.AddRange(
            _comparison.SideBySide(
                [.. Enum.GetValues<CutDimension>().Where(one => by.Contains(Snake.Code(one)))],
                isGrouped || by.Count > 0,
                hasChange
            )
        );
        isGrouped |= Value("by") is not null;
        isListed |= _terms.Exists(term => term.Option == "rows");
        if (
            (Of("top") is not null || Of("rank") is Superlative or Fall)
            && words.Where(word => word.Kind == "by").DistinctBy(word => word.Value).Skip(1).Any()
        )
            throw CutErrors.Clash("refused_top_of_each");
        if (!isGrouped && (Of("rank") ?? Of("spread") ?? Of("at_least") ?? (isListed ? null : Of("top"))) is not null)
            throw CutErrors.Clash("by_missing");
        if (Of("trend") is not null && !_terms.Exists(term => term.Option == "by" && term.Value.Split(',').Any(Times.Contains)))
            throw CutErrors.Clash("trend_without_time");
        var ranked = _comparison.Ranked();
        var falls = words.Any(word => word is { Kind: "rank", Value: Fall });
        if (falls && !CutQuestion.IsChange(ranked))
            throw CutErrors.Clash("refused_growth");
        if (falls || Of("rank") is not null && Value("top") is null || !isListed && Of("top") is not null && Snake.Code(ranked) != Whole)
            _terms.Add(new CutTerm("sort", Snake.Code(ranked) + (falls ? ":asc" : "")));
    }

    private static bool IsChange(CutTerm term) =>
        term.Option == "measure" && CutSorting.Measure(term.Value) is { } measure && CutQuestion.IsChange(measure);

    /// <summary>What a top goes by where nothing is said: the first measure.</summary>
    private string Whole => Value("measure") ?? Snake.Code(CutMeasure.Complaints);

    private string? Of(string kind) => words.FirstOrDefault(word => word.Kind == kind).Value;

    private string? Value(string option) => _terms.Find(term => term.Option == option)?.Value;

    private CutPeriod Joined(CutTold word, int at, bool joins)
    {
        var period = word.Period ?? throw CutErrors.Clash("no_such_time", ("text", word.Value));
        if (_period is null)
            return period;
        var joined =
            joins ? periods.Join(_period, period)
            : _comparison.IsAgainst(at, _period, period) ? null
            : periods.Adjoining(_period, period);
        if (joined is not null)
            return joined with { HasEnd = true };
        if (joins || _other is not null || !_comparison.IsAgainst(at, _period, period) && Of("each") is null)
            throw CutErrors.Clash("two_times", ("other", word.Value));
        _other = period;
        return _period;
    }

    /// <summary>到, 至今 and their like without what they belong to.</summary>
    private static OperatorException Alone(string word) => CutErrors.Clash("words_unknown", ("words", $"“{word}”"));
}

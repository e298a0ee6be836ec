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
    /// <summary>Filters of several values that 对比 sets side by side, and the dimension of each.</summary>
    private static readonly Dictionary<string, string> Compared = new()
    {
        ["stream"] = "stream",
        ["district"] = "district",
        ["street"] = "street",
        ["community"] = "community",
        ["issue"] = "issue",
        ["weekday"] = "weekday",
        ["day-kind"] = "day_kind",
    };

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
        ["weekday"] = "day",
        ["day_kind"] = "day",
    };

    /// <summary>最多 of each group is a rank of each.</summary>
    private const string Superlative = "most";

    private readonly List<CutTerm> _terms = [];
    private CutPeriod? _period;

    /// <summary>What <see cref="_period"/> is compared with.</summary>
    private CutPeriod? _other;

    public IReadOnlyList<CutTerm> Terms(bool isGrouped, bool isListed)
    {
        var joins = (string?)null;
        foreach (var word in words)
        {
            if (word.Kind == "range")
            {
                joins = _period is not null ? word.Value : throw Alone(word.Value);
                continue;
            }
            Add(word, joins is not null);
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
        Compare();
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

    private void Add(CutTold word, bool joins)
    {
        switch (word.Kind)
        {
            case "period":
                _period = Joined(word, joins);
                break;
            case "now":
                _period = _period is null ? throw Alone(word.Value) : periods.UntilNow(_period) with { HasEnd = true };
                break;
            case "hours" when Value("hours") is { } other && other != word.Value:
                throw CutErrors.Clash("two_hours", ("one", other), ("other", word.Value));
            case "hours_issue" when word.Value.Split(',') is [var hours, var issue]:
                Add(word with { Kind = "hours", Value = hours }, joins);
                Add(word with { Kind = "issue", Value = issue }, joins);
                break;
            case "flag":
                _terms.Add(new CutTerm(word.Value, ""));
                break;
            case "keyword" or "place" or "estate":
                var at = word.Value.Split('+').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
                _terms.Add(new CutTerm(word.Kind == "estate" ? "place" : word.Kind, sentence.Substring(at[0], at[1])));
                break;
            case "day_kind":
                _terms.Add(new CutTerm("day-kind", word.Value));
                break;
            case "and" or "filler" or "particle" or "since" or "rank" or "spread" or "trend" or "each" or "against" or "same":
                break;
            default:
                _terms.Add(new CutTerm(word.Kind, word.Value));
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
        if (Of("each") is not null && !isGrouped && Value("by") is null)
        {
            if (Several() is [var only])
                _terms.Add(new CutTerm("by", Compared[only]));
            else if (_other is null && Of("same") is null)
                throw CutErrors.Clash("refused_compare");
        }
        isGrouped |= Value("by") is not null;
        isListed |= _terms.Exists(term => term.Option == "rows");
        if (
            (Of("top") is not null || Of("rank") == Superlative)
            && words.Where(word => word.Kind == "by").DistinctBy(word => word.Value).Skip(1).Any()
        )
            throw CutErrors.Clash("refused_top_of_each");
        if (!isGrouped && (Of("rank") ?? Of("spread") ?? (isListed ? null : Of("top"))) is not null)
            throw CutErrors.Clash("by_missing");
        if (Of("trend") is not null && !_terms.Exists(term => term.Option == "by" && term.Value.Split(',').Any(Times.Contains)))
            throw CutErrors.Clash("trend_without_time");
        if (Of("rank") is not null && Value("top") is null)
            _terms.Add(new CutTerm("sort", Value("measure") ?? Snake.Code(CutMeasure.Complaints)));
    }

    /// <summary>Filters of several values.</summary>
    private List<string> Several() =>
        [
            .. words
                .Select(word => (Option: word.Kind.Replace('_', '-'), word.Value))
                .Where(word => Compared.ContainsKey(word.Option))
                .GroupBy(word => word.Option, word => word.Value.Split(',').Length)
                .Where(values => values.Sum() > 1)
                .Select(values => values.Key),
        ];

    /// <summary>
    /// 本月比上月, 8月与去年8月对比: the later time with the measure that compares it with the other. With 去年同期 beside them these words are 同比; without them it is
    /// the time itself that is a year earlier.
    /// </summary>
    private void Compare()
    {
        var isCompared = Of("against") is not null || Of("each") is not null;
        if (Of("same") is not null)
        {
            if (_period is null || _other is not null)
                throw CutErrors.Clash("refused_compare");
            if (isCompared || words.Zip(words.Skip(1)).Any(pair => pair is { First.Kind: "and", Second.Kind: "same" }))
                _terms.Add(new CutTerm("measure", Snake.Code(CutMeasure.YearChange)));
            else
                _period = periods.YearAgo(_period) ?? throw CutErrors.Clash("refused_compare");
        }
        else if (_other is not null)
        {
            var (later, measure) = periods.Against(_period!, _other) ?? throw CutErrors.Clash("refused_compare");
            _period = later;
            _terms.Add(new CutTerm("measure", Snake.Code(measure)));
        }
        else if (Of("against") is not null)
            throw CutErrors.Clash("refused_compare");
    }

    private string? Of(string kind) => words.FirstOrDefault(word => word.Kind == kind).Value;

    private string? Value(string option) => _terms.Find(term => term.Option == option)?.Value;

    private CutPeriod Joined(CutTold word, bool joins)
    {
        var period = word.Period ?? throw CutErrors.Clash("no_such_time", ("text", word.Value));
        if (_period is null)
            return period;
        var isCompared = Of("against") is not null || Of("each") is not null && Several().Count == 0;
        var joined =
            joins ? periods.Join(_period, period)
            : isCompared ? null
            : periods.Adjoining(_period, period);
        if (joined is not null)
            return joined with { HasEnd = true };
        if (joins || Of("against") is null && Of("each") is null || _other is not null)
            throw CutErrors.Clash("two_times", ("other", word.Value));
        _other = period;
        return _period;
    }

    /// <summary>到, 至今 and their like without what they belong to.</summary>
    private static OperatorException Alone(string word) => CutErrors.Clash("words_unknown", ("words", $"“{word}”"));
}

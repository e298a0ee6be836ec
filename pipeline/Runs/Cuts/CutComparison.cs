using Hotspot.Calendar;
using Hotspot.Grouping.Cuts;
using Hotspot.Records;

namespace Hotspot.Runs.Cuts;

/// <summary>What a sentence sets against what: the one place that decides it. A time against another, names side by side, and the measure that a rank goes by.</summary>
internal sealed class CutComparison(CutPeriods periods, IReadOnlyList<CutTold> words)
{
    /// <summary>Filters of several values that 对比 sets side by side, and the dimension of each.</summary>
    private static readonly Dictionary<string, CutDimension> Dimensions = new()
    {
        ["stream"] = CutDimension.Stream,
        ["order_type"] = CutDimension.OrderType,
        ["district"] = CutDimension.District,
        ["street"] = CutDimension.Street,
        ["community"] = CutDimension.Community,
        ["issue"] = CutDimension.Issue,
        ["weekday"] = CutDimension.Weekday,
        ["day_kind"] = CutDimension.DayKind,
    };

    /// <summary>Words that join two times as two: of 7、8月 they are one.</summary>
    private static readonly string[] Joints = ["和", "与", "跟"];

    private static readonly string[] Filling = ["and", "filler", "particle"];

    /// <summary>Dimensions of which the sentence names several values.</summary>
    public IReadOnlyList<CutDimension> Several { get; } =
    [
        .. words
            .Where(word => Dimensions.ContainsKey(word.Kind))
            .GroupBy(word => word.Kind, word => word.Value.Split(',').Length)
            .Where(values => values.Sum() > 1)
            .Select(values => Dimensions[values.Key]),
    ];

    private bool Has(string kind) => words.Any(word => word.Kind == kind);

    private static CutMeasure? ChangeOf(CutTold word) =>
        word.Kind == "measure" && CutSorting.Measure(word.Value) is { } measure && CutQuestion.IsChange(measure) ? measure : null;

    /// <summary>比, 较, 对比 of times rather than of names.</summary>
    private bool IsOfTimes => Has("against") || Has("each") && Several.Count == 0;

    /// <summary>10月环比9月: the change that stands right before the word at a place, behind another time; null: none.</summary>
    private CutMeasure? Between(int at)
    {
        var before = words.Take(at).Where(word => !Filling.Contains(word.Kind)).ToList();
        return before.Count > 1 && ChangeOf(before[^1]) is { } change ? change : null;
    }

    /// <summary>Whether the time at a place stands against the one before it. So do two of 10月和9月环比 and 10月和9月对比; 7、8月 are one time.</summary>
    public bool IsAgainst(int at, CutPeriod one, CutPeriod other) =>
        IsOfTimes
        || Between(at) is not null
        || at > 0
            && Joints.Contains(words[at - 1].Value)
            && (Has("each") || periods.Against(one, other) is (_, var measure) && words.Any(word => ChangeOf(word) == measure));

    /// <summary>
    /// 本月比上月, 8月与去年8月对比: the later time with the measure that compares it with the other. With 去年同期 beside it these words are 同比; without them it
    /// is the time itself that is a year earlier.
    /// </summary>
    /// <param name="other">What the sentence sets against it; null: nothing.</param>
    public (CutPeriod? Period, CutMeasure? Measure) Of(CutPeriod? period, CutPeriod? other)
    {
        if (Has("same"))
        {
            if (period is null || other is not null)
                throw CutErrors.Clash("refused_compare");
            var isCompared =
                Has("against")
                || Has("each")
                || words.Any(word => ChangeOf(word) == CutMeasure.YearChange)
                || words.Zip(words.Skip(1)).Any(pair => pair is { First.Kind: "and", Second.Kind: "same" });
            return isCompared
                ? (period, CutMeasure.YearChange)
                : (periods.YearAgo(period) ?? throw CutErrors.Clash("refused_compare"), null);
        }
        if (other is null)
            return Has("against") ? throw CutErrors.Clash("refused_compare") : (period, null);
        var (later, measure) = periods.Against(period!, other) ?? throw CutErrors.Clash("refused_compare");
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Kind == "period" && Between(at) is { } said && said != measure)
                throw CutErrors.Clash(said == CutMeasure.Change ? "refused_other_year" : "refused_other_period");
        }
        return (later, measure);
    }

    /// <summary>
    /// Names told with 对比 are set side by side: as the groups where there are no others, else across. 各街道对比 needs nothing more.
    /// </summary>
    /// <param name="by">What the sentence groups by.</param>
    /// <param name="isGrouped">By something, told here or beside the sentence.</param>
    /// <param name="hasChange">Changes cannot stand across.</param>
    public IEnumerable<CutTerm> SideBySide(IReadOnlyList<CutDimension> by, bool isGrouped, bool hasChange)
    {
        if (!Has("each"))
            return [];
        var missing = Several.Except(by).ToList();
        return missing switch
        {
            [var only] => [new CutTerm(isGrouped && !hasChange ? "pivot" : "by", Snake.Code(only))],
            [] when isGrouped => [],
            _ when hasChange && !isGrouped => [],
            _ => throw CutErrors.Clash("refused_compare"),
        };
    }

    /// <summary>What the first rank or top goes by: a change told before it, else the first measure that is none.</summary>
    public CutMeasure Ranked()
    {
        var measures = words.Where(word => word.Kind == "measure").Select(word => CutSorting.Measure(word.Value)).OfType<CutMeasure>();
        return words.TakeWhile(word => word.Kind is not ("rank" or "top")).Select(ChangeOf).LastOrDefault(change => change is not null)
            ?? measures.FirstOrDefault(measure => !CutQuestion.IsChange(measure), CutMeasure.Complaints);
    }
}

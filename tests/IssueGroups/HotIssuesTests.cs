using Hotspot.IssueGroups;
using Hotspot.Texts;

namespace Hotspot.Tests.IssueGroups;

public class HotIssuesTests
{
    private static readonly DateTime At = new(2025, 4, 21, 9, 0, 0);
    private static readonly Boilerplate Phrases = TermReader.Phrases(null);

    private static HotIssueCount Count(string id, double warmth, long callers = 5, string? issue = null) =>
        new(id, issue, null, null, "丽发新城", null, callers, callers, callers, callers, 0, warmth, true, At, At);

    [Fact]
    public void Severity_counts_and_ties_go_to_more_people()
    {
        var ranked = HotIssues.Rank(
            [Count("a", 3), Count("b", 2, issue: "燃气安全"), Count("c", 3, callers: 6)],
            new Dictionary<string, double> { ["燃气安全"] = 2 }
        );
        Assert.Equal([("b", 4.0), ("c", 3.0), ("a", 3.0)], ranked.Select(heated => (heated.Count.GroupId, heated.Heat)));
    }

    [Fact]
    public void A_hot_issue_is_called_by_its_most_telling_sentence_and_its_place()
    {
        SaidText Said(string id, string group, string text) => new(id, group, null, text, ["丽发新城"], true);
        var told = HotIssues.Tell(
            HotIssues.Rank([Count("a", 9), Count("b", 5)], new Dictionary<string, double>()),
            [
                Said("1", "a", "市民反映，违规建设的搅拌站噪音灰尘扰民。希望尽快处理，谢谢！"),
                Said("2", "a", "您好！搅拌站噪音灰尘扰民，孩子生病。"),
                Said("3", "a", "领导好，搅拌站噪音灰尘太大。请核实。"),
                Said("4", "b", "道路坑洼积水。希望尽快处理，谢谢！"),
                Said("5", "b", "道路坑洼，没有铺沥青。"),
            ],
            Phrases
        );
        Assert.Equal(["丽发新城：违规建设的搅拌站噪音灰尘扰民", "丽发新城：道路坑洼积水"], told.Select(issue => issue.Title));
        // Longer than the four characters that are counted: as long as all go on alike.
        Assert.Contains("搅拌站噪音灰尘", told[0].TopTerms, StringComparison.Ordinal);
        Assert.DoesNotContain("谢谢", told[0].TopTerms + told[1].TopTerms, StringComparison.Ordinal);
        Assert.StartsWith("2、", told[0].ExampleIds, StringComparison.Ordinal);
    }

    /// <summary>What a bulletin quotes was said in its period, also where the older ones are more alike.</summary>
    [Fact]
    public void What_the_period_says_stands_for_the_group()
    {
        SaidText Said(string id, string text, bool isNow) => new(id, "a", null, text, ["丽发新城"], isNow);
        var told = HotIssues.Tell(
            HotIssues.Rank([Count("a", 9)], new Dictionary<string, double>()),
            [
                Said("1", "搅拌站噪音灰尘扰民。", false),
                Said("2", "搅拌站噪音灰尘扰民。", false),
                Said("3", "搅拌站夜里又开工，噪音很大。", true),
            ],
            Phrases
        );
        Assert.Equal("丽发新城：搅拌站夜里又开工，噪音很大", told[0].Title);
        Assert.StartsWith("3、", told[0].ExampleIds, StringComparison.Ordinal);
        Assert.StartsWith("搅拌站夜里", told[0].Example, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_caller_nor_a_masked_number_stands_in_the_name_of_a_hot_issue()
    {
        SaidText Said(string id, string group, string text) => new(id, group, null, text, ["丽发新城"], true);
        var told = HotIssues.Tell(
            HotIssues.Rank([Count("a", 9), Count("b", 5)], new Dictionary<string, double>()),
            [
                Said("1", "a", "搅拌站噪音灰尘扰民，电话 139××××××××，来电人×先生，联系电话保密，夜里也不停。"),
                Said("2", "a", "搅拌站噪音灰尘扰民，来电人×先生。"),
                Said("3", "a", "搅拌站噪音太大，先生，女士。"),
                Said("4", "b", "×××××××道路坑洼。"),
            ],
            Phrases
        );
        Assert.Equal(["丽发新城：搅拌站噪音灰尘扰民，夜里也不停", "丽发新城：×××××××道路坑洼"], told.Select(issue => issue.Title));
        Assert.DoesNotMatch("先生|女士|电话", string.Concat(told.Select(issue => issue.TopTerms)));
    }

    /// <summary>By hand: 10 of 100 matters now, 20 of 1,000 before; the prior is 100 · 30/1,100 = 2.7273 of 100.</summary>
    [Fact]
    public void Log_odds_are_those_of_the_paper()
    {
        var grams = new List<ulong>();
        CharGrams.Collect("燃气", 2, 2, grams);
        var word = EmergingWords.Test(grams[0], 10, 20, 100, 1000);
        var a = 30 * 100 / 1100.0;
        var delta = Math.Log((10 + a) / (200 - 10 - a)) - Math.Log((20 + a) / (1100 - 20 - a));
        Assert.Equal(delta, word.LogOdds, 5);
        Assert.Equal(delta / Math.Sqrt(1 / (10 + a) + 1 / (20 + a)), word.Z, 5);
        Assert.Equal(2, word.Expected, 9);
    }

    private static List<SaidText> Week(int seed, int now, int before, Func<Random, bool, string> say)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, now + before).Select(i => new SaidText($"{i}", $"{i}", null, say(random, i >= before), [], i >= before)),
        ];
    }

    private static readonly string[] Words =
    [
        "占道经营",
        "夜间施工",
        "油烟刺鼻",
        "垃圾堆积",
        "违法建设",
        "广告牌匾",
        "渣土遗撒",
        "地锁占位",
    ];

    private static string Speech(Random random) => string.Join('，', Enumerable.Range(0, 3).Select(_ => Words[random.Next(Words.Length)]));

    [Fact]
    public void A_word_that_emerges_is_told_whole_and_once()
    {
        var words = EmergingWords.Run(
            Week(7, 200, 2000, (random, isNow) => Speech(random) + (isNow && random.Next(10) == 0 ? "，杨絮漫天" : "")),
            Phrases,
            5
        );
        Assert.Equal(["杨絮漫天"], words!.Select(word => word.Word));
        Assert.InRange(words![0].Matters, 10, 35);
        Assert.Equal(0, words[0].MattersBefore);
    }

    /// <summary>Where nothing changes hardly a word emerges: at a false discovery rate of 5 % in at most 5 % of weeks, of 200 in at most 20 (binomial, 99.9 %).</summary>
    [Fact]
    public void Where_nothing_changes_no_word_emerges()
    {
        var found = Enumerable
            .Range(0, 200)
            .Count(seed => EmergingWords.Run(Week(seed, 60, 400, (random, _) => Speech(random)), Phrases, 5)!.Count > 0);
        Assert.InRange(found, 0, 20);
    }

    [Fact]
    public void With_too_few_matters_before_nothing_is_said() =>
        Assert.Null(EmergingWords.Run(Week(1, 50, EmergingWords.LeastBefore - 1, (random, _) => Speech(random)), Phrases, 5));
}

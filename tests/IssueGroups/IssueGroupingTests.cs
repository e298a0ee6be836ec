using Hotspot.IssueGroups;
using Hotspot.Texts;

namespace Hotspot.Tests.IssueGroups;

public class IssueGroupingTests
{
    private static readonly DateTime Start = new(2025, 4, 1, 8, 0, 0);
    private static readonly Boilerplate Phrases = TermReader.Phrases(null);
    private static readonly GroupSettings Settings = new();

    private const string Plant = "小区旁边修建搅拌站，噪音和灰尘严重影响居民生活";
    private const string PlantAgain = "希望尽快处理：搅拌站设备日夜轰鸣，灰尘漫天，无法开窗";
    private const string Road = "二期与三期之间的道路坑坑洼洼，下雨积水，请铺沥青";

    private static GroupRow Row(
        string id,
        double day,
        string text,
        string block = "丽发新城",
        string? district = null,
        string? issue = null
    ) =>
        new(
            id,
            Start.AddDays(day),
            block[..1],
            block,
            district,
            issue,
            new Lazy<TermVector>(() => new TermReader(Phrases, MatterWords.None).Read(null, text, [block]))
        );

    private static Dictionary<string, string> Groups(params GroupRow[] rows) =>
        IssueGrouping.Run(rows, Settings).ToDictionary(found => found.Row.ComplaintId, found => found.GroupId);

    [Fact]
    public void One_matter_in_other_words_is_one_group_and_another_matter_of_the_place_is_not()
    {
        var groups = Groups(Row("1", 0, Plant), Row("2", 1, Road), Row("3", 2, PlantAgain), Row("4", 3, "道路坑洼积水，何时铺沥青"));
        Assert.Equal(["1", "2", "1", "2"], groups.Values);
    }

    [Fact]
    public void Words_of_another_place_are_never_compared()
    {
        Assert.Equal(["1", "2"], Groups(Row("1", 0, Plant, "丽发新城"), Row("2", 0, Plant, "望京西园")).Values);
    }

    [Fact]
    public void An_unknown_district_fits_any_and_a_known_one_only_itself()
    {
        var groups = Groups(
            Row("1", 0, Plant, district: "朝阳区"),
            Row("2", 1, Plant, district: "海淀区"),
            Row("3", 2, Plant, district: null),
            Row("4", 3, Plant, district: "海淀区")
        );
        Assert.Equal(["1", "2", "1", "2"], groups.Values);
    }

    [Fact]
    public void A_group_ends_when_nobody_spoke_of_it_for_thirty_days_and_not_before()
    {
        var groups = Groups(Row("1", 0, Plant), Row("2", 30, Plant), Row("3", 60, Plant), Row("4", 90.1, Plant));
        Assert.Equal(["1", "1", "1", "4"], groups.Values);
    }

    [Fact]
    public void Kinds_that_differ_ask_for_more_likeness_and_one_kind_for_less()
    {
        const string half = "搅拌站的渣土车超速鸣笛，沿途遗撒砂石，早高峰堵路";
        Assert.Equal(["1", "2"], Groups(Row("1", 0, Plant, issue: "施工扬尘"), Row("2", 1, half, issue: "渣土运输")).Values);
        Assert.Equal(["1", "1"], Groups(Row("1", 0, Plant, issue: "渣土运输"), Row("2", 1, half, issue: "渣土运输")).Values);
    }

    [Fact]
    public void A_complaint_without_words_is_alone() =>
        Assert.Equal(["1", "2"], Groups(Row("1", 0, "希望处理"), Row("2", 1, "希望处理")).Values);

    /// <summary>What makes a night cheap: earlier complaints are stated by the founders of their groups, and the rest comes out the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Groups_made_anew_from_any_time_on_are_those_made_at_once(int seed)
    {
        var random = new Random(seed);
        string[] words = [Plant, PlantAgain, Road, "夜市烧烤油烟呛人，半夜不散", "快递车占用消防通道", "电动车飞线充电"];
        string[] blocks = ["丽发新城", "望京西园"];
        string?[] districts = ["朝阳区", null, "海淀区"];
        GroupRow[] rows =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(_ => (Block: blocks[random.Next(2)], Day: random.NextDouble() * 900, Text: words[random.Next(words.Length)]))
                .OrderBy(said => said.Block, StringComparer.Ordinal)
                .ThenBy(said => said.Day)
                .Select((said, i) => Row($"{i:000}", said.Day, said.Text, said.Block, districts[random.Next(3)])),
        ];
        var whole = Groups(rows);
        Assert.InRange(whole.Values.Distinct().Count(), 20, 200);
        foreach (var day in new[] { 100.0, 377.7, 750 })
        {
            var from = Start.AddDays(day);
            var anew = Groups([.. Night.TakenUp(rows, whole, from, Settings)]);
            Assert.Equal(rows.Count(row => row.OccurredAt >= from), anew.Count);
            Assert.All(anew, found => Assert.Equal(whole[found.Key], found.Value));
        }
    }

    [Fact]
    public void Likeness_is_the_cosine_of_pairs()
    {
        var reader = new TermReader(new Boilerplate([]), MatterWords.None);
        // Pairs: 搅拌 拌站 站吵, and 搅拌 拌站 站脏: two of three in common, each once.
        Assert.Equal(2.0 / 3, reader.Read(null, "搅拌站吵", []).Likeness(reader.Read(null, "搅拌站脏", [])), 6);
        // 噪音 twice weighs 1 + ln 2; 音噪 and 噪音 against 噪音 alone.
        var twice = 1 + Math.Log(2);
        Assert.Equal(twice / Math.Sqrt(twice * twice + 1), reader.Read(null, "噪音噪音", []).Likeness(reader.Read(null, "噪音", [])), 6);
        Assert.Equal(0, reader.Read(null, "丽发新城", ["丽发新城小区"]).Likeness(reader.Read(null, "丽发新城", [])));
    }

    [Fact]
    public void Words_of_one_thing_are_likeness_and_those_of_the_place_are_not()
    {
        var reader = new TermReader(new Boilerplate([]), new MatterWords([("工程", "塔吊"), ("工程", "打桩"), ("烧烤", "烤串")]));
        TermVector Read(string text, params string?[] names) => reader.Read(null, text, names);
        // No pair in common: things have 0.4 of the squared length. The words themselves are pairs too: 塔吊 alone is √0.6 of its pairs.
        Assert.Equal(0.4, Read("塔吊转").Likeness(Read("打桩响")), 6);
        Assert.Equal(0, Read("塔吊转").Likeness(Read("烤串香")));
        // The same at any length of the text, and more where pairs agree: of 塔吊 and 吊转 one.
        Assert.Equal(0.4, Read("塔吊转塔吊转").Likeness(Read("打桩")), 6);
        Assert.Equal(0.4 + 0.6 / 2, Read("塔吊转").Likeness(Read("塔吊响")), 6);
        Assert.Equal(0, Read("塔吊转", "塔吊大厦").Likeness(Read("打桩响", "塔吊大厦")));
    }

    [Fact]
    public void A_home_of_other_words_has_other_rules()
    {
        var words = new MatterWords([("工程", "塔吊"), ("烧烤", "烤串")]);
        Assert.NotEqual(words.Fingerprint, new MatterWords([("工程", "塔吊"), ("工程", "烤串")]).Fingerprint);
        Assert.Equal(words.Fingerprint, new MatterWords([("工程", "塔吊"), ("烧烤", "烤串")]).Fingerprint);
    }

    [Fact]
    public void A_place_told_more_or_less_fully_is_one_place_where_the_words_agree()
    {
        var groups = Groups(
            Row("1", 0, Plant, "丽发新城小区"),
            Row("2", 1, Plant, "丽发新城二期"),
            Row("3", 2, "搅拌站灰尘大", "丽发小区"),
            Row("4", 3, Plant, "丽景新城"),
            Row("5", 4, Road, "丽发小区")
        );
        Assert.Equal(["1", "1", "1", "4", "5"], groups.Values);
        Assert.Equal(
            ("丽发新城", "三期", "望京西园三区"),
            (PlaceStem.Of("丽发新城小区第二期项目"), PlaceStem.Of("三期"), PlaceStem.Of("望京西园三区"))
        );
    }

    [Fact]
    public void Without_a_place_only_nearly_the_same_words_are_one_matter()
    {
        GroupRow Placeless(string id, double day, string text) =>
            Row(id, day, text, "≈朝阳区") with
            {
                Near = new Lazy<NearText?>(() => NearText.Of(text, GroupSettings.NearReach, GroupSettings.NearRuns)),
            };
        const string petition = "强烈反对取消公交快线，全体上班族每天要多花一个小时换乘，请交通部门听取意见恢复运行";
        var groups = Groups(
            Placeless("1", 0, petition),
            Placeless("2", 1, petition + "谢谢"),
            Placeless("3", 2, "请恢复公交快线"),
            Placeless("4", 3, petition.Replace("强烈反对", "坚决反对", StringComparison.Ordinal)),
            Placeless("5", 40, petition)
        );
        Assert.Equal(["1", "1", "3", "1", "5"], groups.Values);
    }

    [Fact]
    public void Times_that_run_backwards_are_refused() =>
        Assert.Throws<ArgumentException>(() => Groups(Row("1", 1, Plant), Row("2", 0, Plant)));
}

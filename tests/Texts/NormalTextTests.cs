using Hotspot.Texts;

namespace Hotspot.Tests.Texts;

public class NormalTextTests
{
    [Theory]
    [InlineData("ＡＢ１２３ 望京，西园！", "ab#望京西园")]
    [InlineData("138××××5678", "#×#")]
    [InlineData("3-2-501", "#")]
    [InlineData("", "")]
    public void Characters_that_carry_meaning_are_left(string text, string normal) => Assert.Equal(normal, NormalText.Of(text));

    [Fact]
    public void A_gram_is_its_characters()
    {
        var grams = new List<ulong>();
        CharGrams.Collect("搅拌站吵", 1, 4, grams);
        Assert.Equal(["搅", "拌", "搅拌", "站", "拌站", "搅拌站", "吵", "站吵", "拌站吵", "搅拌站吵"], grams.Select(CharGrams.TextOf));
    }

    [Fact]
    public void Boilerplate_leaves_one_gap_and_the_longest_phrase_wins()
    {
        var boilerplate = new Boilerplate(["希望", "希望相关部门", "尽快", "处理"]);
        char[] text = [.. "夜间施工希望相关部门尽快处理噪声"];
        Assert.Equal("夜间施工|噪声", new string(text.AsSpan(0, boilerplate.Cut(text))));
    }

    [Theory]
    [InlineData("市民反映，工地夜间施工", "工地夜间施工")]
    [InlineData("市民反映，希望，工地夜间施工，很吵", "工地夜间施工，很吵")]
    [InlineData("工地，夜间施工", "工地，夜间施工")]
    public void A_sentence_begins_where_it_says_something(string sentence, string rest) =>
        Assert.Equal(rest, new Boilerplate(["市民反映", "希望"]).WithoutOpening(sentence));
}

public class NearTextTests
{
    private static NearText Text(string text) => NearText.Of(text, 400, 1)!;

    [Fact]
    public void Likeness_is_the_share_of_runs_in_common()
    {
        // abc bcd cde, and abc bcd cdf: two of four.
        Assert.Equal(0.5, Text("abcde").Jaccard(Text("abcdf")));
        Assert.Equal(1, Text("夜间施工，噪音。").Jaccard(Text("夜间 施工噪音")));
        Assert.Equal(0, Text("夜间施工噪音").Jaccard(Text("占道经营摆摊")));
        Assert.Null(NearText.Of("占道经营", 400, 3));
    }

    /// <summary>A band of four agrees with chance J^4: of 32 bands one at least with 1 − (1 − J^4)^32, 0.988 at 0.6 and 0.05 at 0.2.</summary>
    [Theory]
    [InlineData(6, 0.95, 1)]
    [InlineData(2, 0, 0.12)]
    public void Bands_find_what_is_near(int shared, double least, double most)
    {
        var random = new Random(1);
        string Of(IEnumerable<int> numbers) =>
            string.Concat(numbers.Select(number => $"{(char)(0x4E00 + number)}{(char)(0x6E00 + number)}{(char)(0x8E00 + number)}，"));
        var found = 0;
        for (var i = 0; i < 400; i++)
        {
            // Both have n runs, of which some in common, by blocks whose neighbours differ: about the Jaccard likeness shared ÷ 10.
            var common = Enumerable.Range(0, 40 * shared / 10).Select(_ => random.Next(0x1000)).ToList();
            var rest = 40 - common.Count;
            string One() => Of(common) + Of(Enumerable.Range(0, rest / 2).Select(_ => random.Next(0x1000)));
            var index = new NearTextIndex<string>(0);
            index.Add(Text(One()), "a");
            found += index.Near(Text(One())).Any() ? 1 : 0;
        }
        Assert.InRange(found / 400.0, least, most);
    }

    [Fact]
    public void What_was_taken_out_is_not_found()
    {
        var index = new NearTextIndex<string>(0.6);
        index.Add(Text("小区门口夜间施工噪音扰民"), "a");
        Assert.Single(index.Near(Text("小区门口夜间施工噪音扰民。")));
        index.Remove(Text("小区门口夜间施工噪音扰民"), "a");
        Assert.Empty(index.Near(Text("小区门口夜间施工噪音扰民")));
    }
}

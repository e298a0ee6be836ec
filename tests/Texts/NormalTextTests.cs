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

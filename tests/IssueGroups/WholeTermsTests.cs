using Hotspot.IssueGroups;

namespace Hotspot.Tests.IssueGroups;

/// <summary>Terms that are told are whole words, or are not told.</summary>
public class WholeTermsTests
{
    [Theory]
    [InlineData("动摊贩占道", "流动摊贩占道", "每天流动摊贩占道", "大量流动摊贩占道经营", "路边流动摊贩占道卖菜", "早晚流动摊贩占道严重")]
    [InlineData("露天烧", "露天烧烤", "有人露天烧烤冒烟", "有人露天烧烤扰民", "有人露天烧烤到很晚")]
    [InlineData("划定疏导", "希望划定疏导点", "请问何时，希望划定疏导点。", "希望划定疏导点！谢谢", "摊位乱，希望划定疏导点")]
    public void A_piece_is_carried_on_to_where_the_texts_part(string term, string whole, params string[] texts) =>
        Assert.Equal(whole, WholeTerms.Extended(term, texts));

    /// <summary>“法通过” of 无法通过 and 没法通过 was told; so was a piece that stands in titles alone.</summary>
    [Theory]
    [InlineData(
        "法通过",
        "通过",
        "婴儿车无法通过",
        "早上没法通过呀",
        "行人无法通过了",
        "轮椅没法通过吗",
        "从此通过，",
        "车辆通过。",
        "请让行人通过"
    )]
    [InlineData("地施工扬", "", "工地施工扬尘", "空地施工扬土", "工地施工扬尘大", "工地施工扬尘，", "空地施工扬土大")]
    [InlineData("地施工扬", "")]
    public void A_piece_beside_few_characters_is_cut_at_the_word_or_dropped(string term, string whole, params string[] texts) =>
        Assert.Equal(whole, WholeTerms.Extended(term, texts));

    [Fact]
    public void A_piece_of_a_long_formula_is_not_told() =>
        Assert.Equal(
            "",
            WholeTerms.Extended("夜间施", ["来电人反映该小区旁边的工地长期夜间施工扰民", "来电人反映该小区旁边的工地长期夜间施工扰民严重"])
        );
}

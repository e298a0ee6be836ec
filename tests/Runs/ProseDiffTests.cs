using Hotspot.Runs.Diff;
using static Hotspot.Outputs.FiguresFile;

namespace Hotspot.Tests.Runs;

/// <summary>A number is set against another only where both surely tell of the same thing; else what was written is quoted.</summary>
public sealed class ProseDiffTests
{
    [Fact]
    public void Numbers_in_the_same_words_are_paired_and_only_their_sentence_is_quoted()
    {
        var told = Diff(["共", 1, "件。", "日均", 2, "件。"], ["共", 3, "件。", "日均", 2, "件。"]);

        Assert.Equal(("共1件。", "共3件。"), (told.Old, told.New));
        Assert.Equal([("1", "3")], told.Numbers);
    }

    [Fact]
    public void Numbers_of_ranks_that_others_took_are_not_paired()
    {
        var told = Diff(["甲区", 9, "件、乙区", 8, "件。"], ["乙区", 12, "件、甲区", 9, "件。"]);

        Assert.Equal(("甲区9件、乙区8件。", "乙区12件、甲区9件。"), (told.Old, told.New));
        Assert.Empty(told.Numbers);
    }

    [Fact]
    public void A_change_of_direction_is_told_in_words()
    {
        var told = Diff(["比上期减少", 2, "件。"], ["比上期增加", 19, "件。"]);

        Assert.Equal(("比上期减少2件。", "比上期增加19件。"), (told.Old, told.New));
        Assert.Empty(told.Numbers);
    }

    /// <summary>Nothing tells which of them was which.</summary>
    [Fact]
    public void Paragraphs_in_the_same_words_are_quoted_without_pairing()
    {
        WrittenParagraph[] old = [Paragraph("上期", 3, "件。"), Paragraph("上期", 4, "件。")];
        WrittenParagraph[] now = [Paragraph("上期", 5, "件。"), Paragraph("上期", 6, "件。")];

        var told = ProseDiff.Of(old, now);

        Assert.All(told, one => Assert.Empty(one.Numbers));
        Assert.All(["上期3件。", "上期4件。"], text => Assert.Contains(told, one => one.Old == text));
        Assert.All(["上期5件。", "上期6件。"], text => Assert.Contains(told, one => one.New == text));
    }

    [Fact]
    public void What_stands_there_in_other_words_is_quoted_beside_them()
    {
        WrittenParagraph[] old = [Paragraph("分日期类型看，工作日高峰为16—22时；周末高峰为18—19时。"), Paragraph("全天呈双峰，夜间回落。")];
        WrittenParagraph[] now =
        [
            Paragraph("连续三周以上偏高的街道有", 2, "个。"),
            Paragraph("分日期类型看，工作日高峰为16—23时；周末高峰为18—22时。"),
        ];

        var told = ProseDiff.Of(old, now);

        Assert.Equal(3, told.Count);
        Assert.Contains(told, one => (one.Old, one.New) == (old[0].ToString(), now[1].ToString()));
        Assert.Contains(told, one => (one.Old, one.New) == (old[1].ToString(), null));
        Assert.Contains(told, one => (one.Old, one.New) == (null, now[0].ToString()));
    }

    [Fact]
    public void What_only_moved_within_its_section_is_not_told()
    {
        WrittenParagraph[] old = [Paragraph("甲街", 3, "件。"), Paragraph("乙街", 4, "件。")];
        WrittenParagraph[] now = [Paragraph("乙街", 4, "件。"), Paragraph("丙街", 4, "件。"), Paragraph("甲街", 3, "件。")];

        Assert.Equal(("丙街4件。", null), ProseDiff.Of(old, now) is [var only] ? (only.New, only.Old) : default);
    }

    private static Rewording Diff(object[] old, object[] now) => ProseDiff.Of([Paragraph(old)], [Paragraph(now)]).Single();

    /// <summary>The numbers are named by their place, as ranks are.</summary>
    private static WrittenParagraph Paragraph(params object[] pieces) =>
        new("areas", "高发区域", [.. pieces.Select((piece, place) => new WrittenSpan($"{piece}", piece is int ? $"rank.{place}" : null))]);
}

using Hotspot.Privacy;

namespace Hotspot.Tests.Privacy;

public class MaskingTests
{
    private static readonly string[][] Sentences =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "ingest", "masking.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')),
    ];

    [Fact]
    public void Each_sentence_of_the_list_is_masked_as_written_there()
    {
        var wrong = Sentences
            .Select(s => (Text: s[0], Expected: s[1], Masked: Masking.Mask(s[0])))
            .Where(s => s.Masked != s.Expected)
            .ToArray();

        Assert.True(Sentences.Length >= 120);
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Select(s => $"{s.Text} → {s.Masked}, expected {s.Expected}")));
    }

    [Fact]
    public void Masking_twice_is_masking_once_and_keeps_the_length()
    {
        foreach (var sentence in Sentences)
        {
            var once = Masking.Mask(sentence[0]);
            Assert.Equal(once, Masking.Mask(once));
            Assert.Equal(sentence[0].Length, once.Length);
        }
    }

    [Fact]
    public void What_holds_nothing_personal_is_the_same_object()
    {
        const string Text = "市民反映，丰台区大红门街道每晚22时至次日6时施工扰民，已拨打110。";

        Assert.Same(Text, Masking.Mask(Text));
    }

    [Fact]
    public void A_phone_stays_hidden_whatever_stands_around_it()
    {
        foreach (var before in new[] { "", "电话", "，", "联系人：李大山，", "每晚22时，", "3号楼", "（", "京A12345，" })
        {
            foreach (var after in new[] { "", "。", "请回电", "）", "，微信同号", " 3号楼", "转王先生" })
                Assert.DoesNotContain("13912345678", Masking.Mask($"{before}13912345678{after}"));
        }
    }

    [Fact]
    public void The_callers_name_is_hidden_wherever_it_stands()
    {
        Assert.Equal("据王××说，王××家漏水", Masking.Mask("据王小明说，王小明家漏水", "王小明"));
        Assert.False(Masking.IsPlainName("保密"));
        Assert.False(Masking.IsPlainName("张某"));
        Assert.False(Masking.IsPlainName("王女士"));
        Assert.True(Masking.IsPlainName("张建民"));
    }
}

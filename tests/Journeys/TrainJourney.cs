using System.Globalization;
using System.Text;
using System.Text.Json;
using Hotspot.Classify.Learning;
using Hotspot.Runs.Models;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Journeys;

/// <summary>The classifier of a home: learned from its own orders, put in force, asked by the next load, taken back.</summary>
public sealed class TrainJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,标题,主要内容\n";

    /// <summary>What only this office says, so that the shipped model cannot know it.</summary>
    private static readonly (string Category, string Word)[] Said =
    [
        ("城市管理->街面秩序->无照游商", "马扎阵"),
        ("城市管理->街面秩序->露天烧烤", "红柳阵"),
        ("供热->供热保障->室温", "暖气片"),
    ];
    private static readonly string[] Around = ["桥头", "西门", "老院", "巷口", "东街", "河沿", "坡下", "站台"];

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Orders(int from, int count, bool withCategory, string header = Header)
    {
        var text = new StringBuilder(header);
        for (var n = from; n < from + count; n++)
        {
            var (category, word) = Said[n % 3];
            text.Append(
                CultureInfo.InvariantCulture,
                $"热线-250414-{n:000000},2025-04-14 {8 + n % 10:00}:{n % 60:00}:00,{(withCategory ? category : "")},朝阳区,望京街道,,{Around[n % 8]}的{word}又来了{Around[n / 3 % 8]}都有，电话13812345678\n"
            );
        }
        return text.ToString();
    }

    private int Of(string issue) => (int)new PublishedRows(_office.Home).Count($"issue = '{issue}' and issue_from = 'classifier'");

    private JsonElement Train(params string[] more) => _office.Call(["train", "--quick", .. more]).Exits(0).Json;

    [Fact]
    public void A_home_learns_what_its_categories_say_uses_it_and_takes_it_back()
    {
        _office.Call("load", _office.Write("订单.csv", Orders(0, 90, true) + Orders(90, 30, false, ""))).Exits(0);
        var before = (Store: StoreContent.Of(_office.Home), Published: StoreContent.Published(_office.Home));
        Assert.Equal(0, Of("无照经营"));

        var trained = Train();

        Assert.Equal("in_force", trained.GetProperty("fate").GetString());
        // Those without a category, and those whose category is none of the bureau's.
        Assert.Equal(60, trained.GetProperty("orders").GetInt64());
        Assert.Equal((10, 10), (Of("无照经营"), Of("露天烧烤")));
        var folder = trained.GetProperty("folder").GetString()!;
        Assert.Equal(
            [".docx", ".xlsx"],
            Directory.EnumerateFiles(folder, "归类模型说明*").Select(file => Path.GetExtension(file)!).Order(StringComparer.Ordinal)
        );
        var card = File.ReadAllText(Path.Combine(folder, ModelCard.FileName));
        Assert.DoesNotContain("138", card, StringComparison.Ordinal);
        Assert.All(Said, said => Assert.DoesNotContain(said.Word, card, StringComparison.Ordinal));
        Assert.Contains("马扎", card, StringComparison.Ordinal);

        // The order says why; the same orders give the same model, which is not better than itself.
        var terms = _office.Call("explain", "热线-250414-000090").Exits(0).Json.GetProperty("issue_terms").EnumerateArray().ToList();
        Assert.Contains(
            terms,
            term => term.GetProperty("term").GetString() is "马扎" or "扎阵" && term.GetProperty("weight").GetDouble() > 0
        );
        Assert.Equal("not_better", Train().GetProperty("fate").GetString());
        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(before.Store, StoreContent.Of(_office.Home));
        Assert.Equal(before.Published, StoreContent.Published(_office.Home));
        Assert.Equal(0, Of("无照经营"));
    }

    /// <summary>A path that ends above the cells that decide (街面秩序 without 无照游商) is not one of other business.</summary>
    [Fact]
    public void A_path_without_its_last_cell_teaches_nothing()
    {
        var partial = Orders(0, 9, true)
            .Replace("->无照游商", "", StringComparison.Ordinal)
            .Replace("->露天烧烤", "", StringComparison.Ordinal);
        _office.Call("load", _office.Write("残缺.csv", partial)).Exits(0);
        _office.Call("load", _office.Write("订单.csv", Orders(90, 9, true))).Exits(0);
        using var store = ComplaintStore.Open(_office.Home.Store, new SessionLimits());
        var learned = TrainingTable.Read(store.Session, 100);
        Assert.Equal(3 + 9, learned.Count);
        Assert.Equal(3 + 3, learned.Count(order => order.Issue is null));
    }

    [Fact]
    public void A_labelled_file_with_other_classes_is_learned_and_scored_but_not_put_in_force()
    {
        var file = _office.Write(
            "标注.tsv",
            "\ufeff"
                + string.Concat(
                    Enumerable
                        .Range(0, 60)
                        .Select(n =>
                            $"{(n % 2 == 0 ? "商贸旅游" : "教育文体")}\t{(n % 2 == 0 ? "商店退款" : "学校招生")}{Around[n % 8]}{n}\n\n"
                        )
                )
        );
        var trained = Train("--from", file);
        Assert.Equal("foreign_labels", trained.GetProperty("fate").GetString());
        Assert.Equal(1, trained.GetProperty("card").GetProperty("macro_f1").GetDouble());
        var tested = _office.Call("train", "--test", file, "--model", trained.GetProperty("folder").GetString()!).Exits(0).Json;
        Assert.Equal((60, 1.0), (tested.GetProperty("texts").GetInt32(), tested.GetProperty("macro_f1").GetDouble()));
        Assert.True(tested.GetProperty("per_second").GetDouble() > 0);
        // The model in force knows none of these classes.
        tested = _office.Call("train", "--test", file).Exits(0).Json;
        Assert.Equal((0.0, 2), (tested.GetProperty("macro_f1").GetDouble(), tested.GetProperty("unknown").GetArrayLength()));
        _office.Call("train", "--test", file, "--from", file).Exits(2);
        _office.Call("train").Exits(4);
        _office.Call("train", "--from", _office.Write("一类.tsv", "甲\t一\n甲\t二\n")).Exits(4);
        _office.Call("train", "--from", _office.Write("一列.txt", "只有文本\n没有类别\n")).Exits(2);
    }

    [Fact]
    public void A_model_that_is_gone_or_damaged_is_told_with_its_remedy()
    {
        _office.Home.Make();
        Directory.CreateDirectory(_office.Home.Rules);
        File.WriteAllText(Path.Combine(_office.Home.Rules, ModelInForce.RuleFile), "20250101-00000000\n");
        var load = _office.Write("无分类.csv", Orders(0, 3, false));
        var gone = _office.Call("load", load).Exits(2).Json.GetProperty("error").GetProperty("code").GetString();
        var folder = Directory.CreateDirectory(Path.Combine(_office.Home.Models, "20250101-00000000")).FullName;
        File.WriteAllText(Path.Combine(folder, IssueModelFile.Name), "nothing");
        Assert.Equal(
            ("model_wrong", "model_wrong"),
            (gone, _office.Call("load", load).Exits(2).Json.GetProperty("error").GetProperty("code").GetString())
        );
    }

    [Theory]
    [InlineData("label,title,text\n甲,标题,\"内容，有\n换行\"\n乙,,另一条\n")]
    [InlineData("编号\t留言主题\t留言详情\t一级标签\n1\t标题\t内容，有 换行\t甲\n2\t\t另一条\t乙\n")]
    [InlineData("内容，有换行；长得多的文本在前\t甲\n另一条也长得多的文本\t乙\n又一条长得多的文本\t乙\n")]
    [InlineData("甲;内容，有换行\n乙;\"引号 \"\"里\"\" 的\"\n;没有类别\n乙;\n")]
    public void A_labelled_file_is_read_whatever_its_form(string text)
    {
        foreach (
            var encoding in (Encoding[])
                [new UTF8Encoding(true), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, Encoding.Unicode]
        )
        {
            var path = Path.Combine(_office.Folder, "标注.csv");
            File.WriteAllText(path, text.Replace("\n", "\r\n", StringComparison.Ordinal), encoding);
            var read = LabelledFile.Read(path);
            Assert.Equal(["甲", "乙"], read.Texts.Select(one => one.Label).Distinct());
            Assert.All(read.Texts, one => Assert.True((one.Title ?? one.Content)!.Length > 1));
            Assert.Equal(text[0] == '甲' ? 2 : 0, read.Skipped);
        }
    }
}

using System.Text;
using Hotspot.Runs.Cuts;
using Hotspot.Tests.Journeys;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Cuts;

/// <summary>What a person types is a value and nothing else: not SQL, not a formula, not a path, and no phone is repeated.</summary>
[Collection("sample office")]
public sealed class HostileCutJourney(SampleOffice sample)
{
    private static readonly string[] Injections =
    [
        "'; drop view complaint; --",
        "朝阳区' or '1'='1",
        "$1 %_\\\"",
        "=cmd|' /C calc'!A0",
        "../../etc/passwd",
        "<script>&{}[]^</script>",
    ];

    public static TheoryData<string, string> EveryOption
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var option in CutOptions.All.Except(CutOptions.Flags))
            foreach (var injection in Injections)
                all.Add(option, injection);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryOption))]
    public void A_hostile_value_is_refused_or_looked_for_as_it_stands(string option, string value)
    {
        var answer = sample.Office.Call("cut", "--" + option, value, "--by", "district");
        if (option is "keyword" or "place")
        {
            var column =
                option == "keyword" ? "concat_ws(' ', title, content_masked)" : "concat_ws(' ', split_part(place_key, '/', 3), place_text)";
            var expected = sample.Rows.Count($"contains({column}, '{value.Replace("'", "''", StringComparison.Ordinal)}')");
            Assert.Equal(expected, answer.Exits(0).Json.GetProperty("complaints").GetInt64());
        }
        else
            Assert.Contains(answer.Exit, option == "within" ? [2, 4] : (int[])[2]);
    }

    [Fact]
    public void A_wildcard_is_a_letter()
    {
        Assert.Equal(
            sample.Rows.Count("contains(concat_ws(' ', title, content_masked), '%')"),
            sample.Office.Call("cut", "--keyword", "%").Exits(0).Json.GetProperty("complaints").GetInt64()
        );
    }

    [Theory]
    [InlineData("--keyword", "13812345678")]
    [InlineData("--place", "联系人王建国13812345678")]
    [InlineData("--district", "13812345678")]
    [InlineData("--street", "13812345678")]
    [InlineData("--status", "13812345678")]
    [InlineData("--by", "13812345678")]
    [InlineData("--near", "13812345678,1,1")]
    [InlineData("--save", "13812345678")]
    [InlineData("朝阳13812345678")]
    public void A_phone_is_neither_searched_for_nor_repeated(params string[] args)
    {
        var answer = sample.Office.Call(["cut", .. args]).Exits(2);
        Assert.DoesNotContain("13812345678", answer.Out + answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(sample.Office.Home.Logs).Select(File.ReadAllText),
            log => log.Contains("13812345678", StringComparison.Ordinal)
        );
    }

    /// <summary>An estate of the lists may look like a name of a person; it is none.</summary>
    [Theory]
    [InlineData("吉庆里")]
    [InlineData("--place", "吉庆里")]
    public void An_estate_that_the_lists_know_is_looked_for(params string[] args) => sample.Office.Call(["cut", .. args]).Exits(0);

    [Theory]
    [InlineData(2, "前3")]
    [InlineData(2, "投诉排名")]
    [InlineData(0, "前3", "--by", "street")]
    [InlineData(0, "前3", "--rows")]
    [InlineData(0, "投诉排名", "--by", "street")]
    public void A_rank_is_one_of_groups_that_the_sentence_or_the_options_tell(int exit, params string[] args) =>
        sample.Office.Call(["cut", .. args]).Exits(exit);

    [Theory]
    [InlineData("../外面")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("CON")]
    [InlineData("lpt1")]
    [InlineData(".hidden")]
    [InlineData("名 字")]
    [InlineData("")]
    [InlineData("a.json")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void A_name_is_no_path(string name)
    {
        sample.Office.Call("cut", "上周按区", "--save", name).Exits(2);
        sample.Office.Call("cut", "run", name).Exits(2);
    }

    [Theory]
    [InlineData("结果.exe")]
    [InlineData("结果")]
    [InlineData(".csv")]
    [InlineData("结果.xlsx.ps1")]
    [InlineData("")]
    [InlineData("a\nb.csv")]
    public void An_output_that_is_no_such_file_is_refused(string file) => sample.Office.Call("cut", "上周按区", "-o", file).Exits(2);

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[116,39]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[500000,4000000],[500000,4000100],[500100,4000100],[500000,4000000]]]}""")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("")]
    public void A_broken_polygon_is_refused(string json) =>
        sample.Office.Call("cut", "--within", sample.Office.Write("坏.geojson", json)).Exits(2);

    [Fact]
    public void Formulas_of_the_data_are_neutral_in_every_sheet()
    {
        using var folder = new TempFolder();
        using var office = new Office();
        var export = office.Write(
            "导出.csv",
            "工单编号,来电时间,被反映区,被反映街乡镇,问题分类,主要内容,问题点位\n"
                + "热线-250421-000001,2025-04-21 09:30:00,朝阳区,望京街道,露天烧烤,=1+1,\"=HYPERLINK(\"\"http://x\"\")\"\n"
        );
        office.Call("load", export).Exits(0);
        var csv = folder.File("行.csv");
        office.Call("cut", "--rows", "-o", csv).Exits(0);
        Assert.Contains("'=1+1", File.ReadAllText(csv), StringComparison.Ordinal);
        Assert.DoesNotContain(",=", File.ReadAllText(csv), StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", File.ReadAllText(csv), StringComparison.Ordinal);
        var xlsx = folder.File("行.xlsx");
        office.Call("cut", "--rows", "-o", xlsx).Exits(0);
        Assert.DoesNotContain(new Workbook(xlsx).Rows("数据").SelectMany(row => row.Values), text => text.StartsWith('='));
    }

    [Fact]
    public void The_public_gets_no_cut()
    {
        var answer = sample.Office.Call("cut", "上周按区", "--audience", "public").Exits(2);
        Assert.Contains("hotspot report", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--period", "2025-W17", "--from", "2025-04-01")]
    [InlineData("--from", "2025-04-20", "--to", "2025-04-01")]
    [InlineData("--from", "2025-02-30")]
    [InlineData("--rows", "--by", "street")]
    [InlineData("--by", "day", "--measure", "change")]
    [InlineData("--by", "community,place,category")]
    [InlineData("--pivot", "hour", "--measure", "share")]
    [InlineData("--district", "丰台", "--measure", "share")]
    [InlineData("上周丰台夜间占比")]
    [InlineData("--sort", "street", "--by", "hour")]
    [InlineData("--top", "0", "--by", "street")]
    [InlineData("--top", "5")]
    [InlineData("--sort", "complaints")]
    [InlineData("--sort", "complaints", "--rows")]
    [InlineData("--district", "海淀,丰台", "--street", "海淀/八里庄街道")]
    [InlineData("--hours", "22-22")]
    [InlineData("--hours", "25-3")]
    [InlineData("--near", "39.9,116.4,500")]
    [InlineData("--near", "116.4,39.9")]
    [InlineData("--near", "116.4,39.9,NaN")]
    [InlineData("--district", "丰台", "--street", "望京街道")]
    [InlineData("--purpose", "督查")]
    [InlineData("run")]
    [InlineData("--district", "")]
    [InlineData("--hours", "22-6", "--hours", "7-9")]
    public void What_contradicts_itself_is_refused_before_anything_is_done(params string[] args) =>
        sample.Office.Call(["cut", .. args]).Exits(2);

    [Theory]
    [InlineData("--district", "朝阴", "朝阳")]
    [InlineData("--issue", "露天烧考", "露天烧烤")]
    [InlineData("--street", "望京街到", "望京街道")]
    [InlineData("--by", "stret", "street")]
    [InlineData("--measure", "complaint", "complaints")]
    [InlineData("--stream", "交半", "交办")]
    [InlineData("--day-kind", "workdays", "workday")]
    [InlineData("--status", "办接", "办结")]
    public void A_value_that_no_list_knows_is_refused_with_the_nearest(string option, string value, string nearest)
    {
        var error = sample.Office.Call("cut", option, value).Exits(2).Json.GetProperty("error");
        Assert.Contains(nearest, error.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_data_there_is_no_answer()
    {
        using var office = new Office();
        office.Call("cut", "上周按区").Exits(4);
    }
}

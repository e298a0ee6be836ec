using Hotspot.Geo;

namespace Hotspot.Tests.Geo;

public class PlaceKeyTests
{
    private static string? Key(string text, string? district = "朝阳区", string? street = "望京街道") =>
        PlaceKey.Of(text, district, street, Beijing.Gazetteer, out _);

    [Theory]
    [InlineData("望京西园三区")]
    [InlineData("北京市朝阳区望京街道望京西园三区")]
    [InlineData("朝阳区望京西园三区")]
    [InlineData("望京街道办事处望京西园三区305号楼2单元1203室")]
    [InlineData("望京西园三区 ３０５号楼")]
    [InlineData("望京西园三区***号楼*单元")]
    [InlineData("望京西园三区附近")]
    [InlineData("望京西园三区门口及周边。")]
    [InlineData("望京西园三区（临近地铁）")]
    public void One_place_written_in_many_ways_has_one_key(string text) => Assert.Equal("朝阳区/望京街道/望京西园三区", Key(text));

    [Theory]
    [InlineData("阜通东大街6号院3号楼", "朝阳区/望京街道/阜通东大街6号")]
    [InlineData("阜通东大街6号", "朝阳区/望京街道/阜通东大街6号")]
    [InlineData("国贸三期B座", "朝阳区/望京街道/国贸三期")]
    [InlineData("阜通东大街与望京街交叉口", "朝阳区/望京街道/望京街与阜通东大街路口")]
    [InlineData("望京医院西门", "朝阳区/望京街道/望京医院")]
    [InlineData("朝阳公园南门", "朝阳区/望京街道/朝阳公园南门")]
    [InlineData("三里屯", "朝阳区/望京街道/三里屯")]
    [InlineData("建国门内", "朝阳区/望京街道/建国门内")]
    [InlineData("望京SOHO2号楼", "朝阳区/望京街道/望京SOHO")]
    [InlineData("石景山路23号楼", "朝阳区/望京街道/石景山路23号")]
    [InlineData("北京南站", "朝阳区/望京街道/北京南站")]
    [InlineData("北京朝阳区望京SOHO", "朝阳区/望京街道/望京SOHO")]
    [InlineData("北京市人民政府", "朝阳区/望京街道/北京市人民政府")]
    [InlineData("朝阳公园", "朝阳区/望京街道/朝阳公园")]
    [InlineData("朝阳区政府", "朝阳区/望京街道/朝阳区政府")]
    public void House_numbers_and_named_sites_stay(string text, string key) => Assert.Equal(key, Key(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("不详")]
    [InlineData("某小区")]
    [InlineData("某公园公厕")]
    [InlineData("望京某餐馆门前区域")]
    [InlineData("附近")]
    [InlineData("小区内")]
    [InlineData("望京街道")]
    [InlineData("朝阳区望京街道")]
    [InlineData("朝阳区")]
    [InlineData("5号楼")]
    [InlineData("12号")]
    [InlineData("2单元301室")]
    [InlineData("××××")]
    [InlineData("......")]
    public void A_text_that_names_no_place_has_no_key(string text) => Assert.Null(Key(text));

    [Fact]
    public void A_community_alone_is_no_place()
    {
        Assert.Null(Key("多福巷社区", "东城区", "东华门街道"));
        Assert.Null(Key("多福巷社区", "东城区", null));
        Assert.Equal("东城区/东华门街道/小脖鸽胡同", Key("多福巷社区小脖鸽胡同", "东城区", "东华门街道"));
    }

    [Theory]
    [InlineData("北京市朝阳区望京西园三区305号楼2单元1203室", "望京西园三区+305号楼")]
    [InlineData("望京西园三区 ３０５ 栋", "望京西园三区+305号楼")]
    [InlineData("望京西园三区305号", "望京西园三区+305号楼")]
    [InlineData("方恒国际中心B座12层", "方恒国际中心+B座")]
    [InlineData("望京西园三区***号楼", "望京西园三区")]
    [InlineData("望京西园三区附近", "望京西园三区")]
    public void The_building_stands_beside_the_key_that_leaves_it_out(string text, string address)
    {
        var key = PlaceKey.Of(text, "朝阳区", "望京街道", Beijing.Gazetteer, out var building);
        Assert.Equal(($"朝阳区/望京街道/{address.Split('+')[0]}", address.Split('+').ElementAtOrDefault(1)), (key, building));
    }

    [Fact]
    public void Labelled_spellings_meet_where_they_are_one_place_and_only_there()
    {
        var pairs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "geo", "place_pairs.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToList();
        Assert.True(pairs.Count(pair => pair[0] == "same") >= 150 && pairs.Count(pair => pair[0] == "different") >= 100);
        var met = pairs.Where(pair => Key(pair[3], pair[1], pair[2]) is { } key && key == Key(pair[4], pair[1], pair[2])).ToList();
        var right = met.Count(pair => pair[0] == "same");

        Assert.True(
            right >= 0.99 * met.Count,
            string.Join('\n', met.Where(pair => pair[0] != "same").Select(pair => $"{pair[3]} {pair[4]}"))
        );
        Assert.True(right >= 0.97 * pairs.Count(pair => pair[0] == "same"), $"only {right} met");
    }

    [Fact]
    public void A_key_stays_what_it_is_when_read_again()
    {
        foreach (var pair in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "geo", "place_pairs.csv")).Skip(1))
        {
            var cells = pair.Split(',');
            if (Key(cells[3], cells[1], cells[2]) is { } key)
                Assert.Equal(key, Key(key.Split('/', 3)[2], cells[1], cells[2]));
        }
    }

    [Fact]
    public void The_same_name_in_another_street_is_another_place() =>
        Assert.NotEqual(Key("第一幼儿园", "朝阳区", "八里庄街道"), Key("第一幼儿园", "海淀区", "八里庄街道"));

    [Fact]
    public void A_city_without_lists_has_keys_too()
    {
        Assert.Equal("MANHATTAN//128 MOTT STREET", PlaceKey.Of(" 128  Mott Street ", "MANHATTAN", null, null, out _));
        Assert.Null(PlaceKey.Of("  ", "MANHATTAN", null, null, out _));
    }

    [Fact]
    public void A_story_instead_of_a_place_does_no_harm() => Assert.NotNull(Key(new string('京', 100_000)));
}

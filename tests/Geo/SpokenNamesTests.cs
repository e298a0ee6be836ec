using Hotspot.Geo;

namespace Hotspot.Tests.Geo;

/// <summary>Places and organisations that sentences name; labelled sentences stand in <c>tests/Data/geo/spoken_names.tsv</c>.</summary>
public class SpokenNamesTests
{
    private static readonly Lazy<SpokenNames> Beijing = new(() => SpokenNames.Load(Geo.Beijing.Reference));

    private static SpokenName Read(string? title, string? content = null) => Beijing.Value.Read(title, content);

    [Theory]
    [InlineData("市民反映，朝阳区望京街道望京西园三区305号楼楼下老张家常菜馆油烟扰民", "望京西园三区", PlaceKind.Estate, "老张家常菜馆")]
    [InlineData("A2区丽发新城附近修建搅拌站噪音灰尘污染", "丽发新城", PlaceKind.Estate, null)]
    [InlineData("关于伊景园滨河苑捆绑销售车位的投诉", "伊景园滨河苑", PlaceKind.Estate, null)]
    [InlineData("万达广场西侧工地夜间施工", "万达广场", PlaceKind.Mall, null)]
    [InlineData("东直门北小街与海运仓路口摆摊", "东直门北小街与海运仓路口", PlaceKind.Crossing, null)]
    [InlineData("朝阳区芳园西路与将台路之间的便道被占", "芳园西路与将台路", PlaceKind.Crossing, null)]
    [InlineData("石佛营路甲6号院夜间施工", "石佛营路甲6号院", PlaceKind.Compound, null)]
    [InlineData("西城区天宁寺桥下有人居住", "天宁寺桥", PlaceKind.Crossing, null)]
    [InlineData("怀柔区雁栖镇范各庄村村口垃圾没人清", "范各庄村", PlaceKind.Village, null)]
    [InlineData("海淀区学院南路32号院内私搭乱建", "学院南路32号院", PlaceKind.Compound, null)]
    [InlineData("拖欠工资的是北京鑫源建筑工程有限公司", null, null, "北京鑫源建筑工程有限公司")]
    public void A_sentence_tells_its_place_and_its_organisation(string content, string? place, PlaceKind? kind, string? organisation)
    {
        var name = Read(null, content);

        Assert.Equal((place, kind, organisation), (name.Place, name.Kind, name.Organisation));
    }

    [Theory]
    [InlineData("我们小区附近的工地夜间施工，学校门口都是土")]
    [InlineData("×××小区居民反映停水，张××烧烤店油烟大")]
    [InlineData("市民张××反映某物业公司不作为，XX家园停电")]
    [InlineData("楼上装修太吵，打了三次电话")]
    [InlineData("")]
    [InlineData(null)]
    public void Common_nouns_and_masks_are_no_names(string? text)
    {
        Assert.Equal(default, Read(text, text));
    }

    [Fact]
    public void The_place_is_where_it_happens_and_not_where_the_caller_lives()
    {
        Assert.Equal("东方华庭工地", Read(null, "我是朝阳区石佛营东里的居民，楼对面的东方华庭工地夜里施工").Place);
        Assert.Equal("北四环东路辅路", Read(null, "市民居住在海淀区二里庄小区，反映北四环东路辅路每晚有货车鸣笛").Place);
        Assert.Equal("芳群园四区", Read(null, "来电人住在芳群园四区，楼下有人烧烤").Place);
    }

    [Fact]
    public void The_title_goes_before_the_content_and_a_longer_form_of_its_name_before_it()
    {
        Assert.Equal("东升嘉园", Read("反映东升嘉园噪音", "住户常去附近的百旺公园，百旺公园没有这种噪音").Place);
        Assert.Equal("望京西园三区", Read("望京西园噪音扰民", "望京西园三区305号楼下有人唱歌").Place);
    }

    [Fact]
    public void The_address_holds_the_units_and_the_building_that_are_told_with_the_place()
    {
        Assert.Equal("朝阳区望京街道望京西园三区305号楼", Read(null, "朝阳区望京街道望京西园三区305号楼楼下").Address);
        Assert.Equal("朝阳区望京西园三区", Read(null, "市民在朝阳区上班，说望京西园三区停水").Address);
        Assert.Equal("望京西园三区", Read(null, "从朝阳区到海淀区都堵，望京西园三区停水").Address);
        Assert.Equal(("朝阳区望京街道", null), (Read(null, "朝阳区望京街道有人摆摊").Address, Read(null, "朝阳区望京街道有人摆摊").Place));
    }

    [Fact]
    public void A_road_alone_is_no_address()
    {
        Assert.False(Read(null, "鼓楼东大街店外经营").IsAddress);
        Assert.True(Read(null, "鼓楼东大街12号店外经营").IsAddress);
        Assert.False(default(SpokenName).IsAddress);
    }

    [Fact]
    public void Of_a_long_text_the_beginning_counts()
    {
        var story = new string('说', 500);

        Assert.Null(Read(null, story + "望京西园三区停水").Place);
        Assert.Equal("望京西园三区", Read(null, "望京西园三区停水，" + string.Concat(Enumerable.Repeat(story, 400))).Place);
    }

    [Fact]
    public void Names_are_read_in_one_form()
    {
        Assert.Equal(Read(null, "望京ｓｏｈｏ 门前摆摊"), Read(null, "望京SOHO门前摆摊"));
    }

    [Fact]
    public void A_city_without_lists_has_names_too()
    {
        var name = SpokenNames.Load(GeoReference.None()).Read("A7县星沙街道凉塘路与板仓路交叉口红灯太长", null);

        Assert.Equal(("凉塘路与板仓路交叉口", PlaceKind.Crossing), (name.Place, name.Kind));
    }

    [Fact]
    public void Nearly_every_estate_of_the_gazetteer_is_found_in_a_sentence()
    {
        var names = Geo.Beijing.Reference.Places!.Names.Where(name => name.Length >= 4).ToList();
        var found = names.Count(name => Read(null, $"来电人称其居住在{name}，楼下烧烤摊扰民").Place == name);

        Assert.True(found >= 0.97 * names.Count, $"{found} of {names.Count}");
    }

    /// <param name="places">Least F1 of places, in percent.</param>
    /// <param name="organisations">Least F1 of organisations.</param>
    [Theory]
    [InlineData("tuning", 402, 94, 92)]
    [InlineData("blind", 102, 75, 40)]
    public void The_labelled_sentences_are_read_as_well_as_measured(string half, int sentences, int places, int organisations)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "geo", "spoken_names.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[0] == half)
            .Select(cells => (Told: Read(cells[1], cells[2]), Place: cells[3], Organisation: cells[5]))
            .ToList();

        Assert.Equal(sentences, lines.Count);
        AssertF1(places, [.. lines.Select(line => (Key(line.Told.Place), Key(line.Place)))]);
        AssertF1(organisations, [.. lines.Select(line => (line.Told.Organisation, line.Organisation is "" ? null : line.Organisation))]);
    }

    private static string? Key(string? place) =>
        string.IsNullOrEmpty(place) ? null : PlaceKey.Of(place, null, null, Geo.Beijing.Gazetteer, out _) ?? place;

    private static void AssertF1(int least, List<(string? Told, string? Meant)> names)
    {
        var right = names.Count(name => name.Meant is not null && name.Told == name.Meant);
        var f1 = 200.0 * right / (names.Count(name => name.Told is not null) + names.Count(name => name.Meant is not null));

        Assert.True(f1 >= least, $"F1 {f1:0.0} %");
    }
}

namespace Hotspot.Tests.Journeys;

/// <summary>What is said again in another form is unchanged: areas by other forms of their names, a part of the columns; without an order number, too.</summary>
public sealed class ResentJourney : IDisposable
{
    private const string Areas = "工单编号,来电时间,主要内容,被反映区,被反映街乡镇,村/社区";
    private const string Order = "热线-250421-000001,2025-04-21 08:00:01";

    private readonly Office _office = new();
    private int _files;

    public void Dispose() => _office.Dispose();

    /// <summary>A new file of these lines: rows inserted, updated and unchanged.</summary>
    private (int Inserted, int Updated, int Unchanged) Load(params string[] lines)
    {
        var path = _office.Write($"{++_files}.csv", string.Join('\n', lines) + "\n");
        var file = _office.Call("load", path).Exits(0).Json.GetProperty("files")[0];
        int Of(string outcome) => file.GetProperty(outcome).GetInt32();
        return (Of("inserted"), Of("updated"), Of("unchanged"));
    }

    private List<Dictionary<string, object?>> Published() =>
        new PublishedRows(_office.Home).Query("select * from complaints order by complaint_id");

    [Theory]
    [InlineData("朝阳区,望京街道,花家地社区", "朝阳区,望京街道办事处,花家地社区")]
    [InlineData("朝阳区,望京街道办事处,花家地社区", "朝阳区,望京,花家地社区居委会")]
    [InlineData("朝阳区,望京街道,花家地社区", "北京市朝阳区,望京街道,花家地社区居民委员会")]
    [InlineData("北京市朝阳区,望京街道,花家地社区", "朝阳,望京街道,花家地")]
    public void An_area_by_another_form_of_its_name_is_no_change(string first, string other)
    {
        // With an order number and without.
        string[] Rows(string areas) => [$"{Order},有人占道经营,{areas}", $",2025-04-21 08:00:01,路灯不亮,{areas}"];

        Assert.Equal((2, 0, 2), Load([Areas, .. Rows(first), .. Rows(other)]));
        Assert.Equal((0, 0, 4), Load([Areas, .. Rows(other), .. Rows(first)]));
        Assert.All(
            Published(),
            known => Assert.Equal(("朝阳区", "望京街道", "花家地社区"), (known["district"], known["street"], known["community"]))
        );
    }

    [Fact]
    public void Another_area_is_a_change_and_a_name_that_no_list_has_is_none()
    {
        Load(Areas, $"{Order},有人占道经营,朝阳区,望京街道,");

        Assert.Equal((0, 1, 0), Load(Areas, $"{Order},有人占道经营,朝阳区,酒仙桥街道,"));
        Assert.Equal((0, 0, 1), Load(Areas, $"{Order},有人占道经营,朝阳区,无此街道,"));
        Assert.Equal("酒仙桥街道", Assert.Single(Published())["street"]);
    }

    [Fact]
    public void A_file_that_lacks_one_of_the_other_texts_says_nothing_new()
    {
        const string Both = "工单编号,来电时间,被反映区,办理结果,回复内容";
        const string One = "工单编号,来电时间,被反映区,办理结果";
        const string Other = "工单编号,来电时间,被反映区,回复内容,备注";
        Assert.Equal((1, 0, 0), Load(Both, $"{Order},朝阳区,已核查,已回复"));

        Assert.Equal((0, 0, 1), Load(One, $"{Order},朝阳区,已核查"));
        Assert.Equal((0, 0, 1), Load(Other, $"{Order},朝阳区,已回复,"));
        Assert.Equal((0, 1, 1), Load(Other, $"{Order},朝阳区,已回复,转来", $"{Order},朝阳区,,转来"));
        Assert.Equal((0, 1, 0), Load(One, $"{Order},朝阳区,已处罚"));
        Assert.Equal((0, 0, 2), Load(Both, $"{Order},朝阳区,已处罚,已回复", $"{Order},朝阳区,,"));
        Assert.Equal((0, 2, 0), Load(Both, $"{Order},朝阳区,已核查,已回复", $"{Order},朝阳区,已处罚,已回复"));
        Assert.Equal((0, 0, 1), Load(Other, $"{Order},朝阳区,已回复,转来"));
    }

    [Fact]
    public void Texts_of_a_store_of_before_their_columns_are_taken_as_they_are_until_the_order_changes()
    {
        const string Both = "工单编号,来电时间,被反映区,办理结果,回复内容";
        Load(Both, $"{Order},朝阳区,已核查,已回复");
        StoreContent.Change(_office.Home, $"update complaint set other_text_hash = '{new string('a', 64)}'");

        Assert.Equal((0, 0, 1), Load(Both, $"{Order},朝阳区,已核查,已回复", ""));
        Assert.Equal((0, 1, 0), Load(Both, $"{Order},海淀区,已核查,已回复"));
        Assert.Equal((0, 0, 1), Load(Both, $"{Order},海淀区,已核查,已回复", "", ""));
        Assert.Equal((0, 1, 0), Load(Both, $"{Order},海淀区,已处罚,已回复"));
    }

    [Fact]
    public void What_became_of_an_order_may_stand_in_the_column_of_its_solution()
    {
        string[] words = ["非权属", "剔除", "挂账", "是", "未解决"];
        Load([
            "工单编号,来电时间,被反映区,是否解决",
            .. words.Select((word, i) => $"热线-250421-00000{i},2025-04-21 08:00:01,朝阳区,{word}"),
        ]);
        Assert.Equal(["not_ours", "excluded", "deferred", "unknown", "unknown"], Published().Select(known => known["disposition"]));
    }

    [Fact]
    public void A_category_path_is_parted_before_it_is_masked()
    {
        string[] paths = ["环境保护→大气→施工扬尘", "城市管理/水/夜间施工", "城市管理—市容→环境->施工"];
        Load([
            "工单编号,来电时间,被反映区,问题分类",
            .. paths.Select((path, i) => $"热线-250421-00000{i},2025-04-21 08:00:01,朝阳区,{path}"),
        ]);
        Assert.Equal(
            [("环境保护", "大气", "施工扬尘"), ("城市管理", "水", "夜间施工"), ("城市管理—市容→环境", "施工", null)],
            Published().Select(known => (known["category_1"], known["category_2"], known["category_3"]))
        );
    }

    [Fact]
    public void An_official_name_at_the_head_of_a_place_is_no_person()
    {
        Load("工单编号,来电时间,被反映区,被反映街乡镇,小区点位", $"{Order},通州区,宋庄镇,小杜两河村东门");
        Assert.Equal("小杜两河村东门", Assert.Single(Published())["place_text"]);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>A person corrects what the rules got wrong; the corrections hold for what comes later, survive a load of the same file, and can be taken back.</summary>
public sealed class ReviewJourney(ReviewJourney.Asked asked) : IClassFixture<ReviewJourney.Asked>, IDisposable
{
    /// <summary>A home with a load and the workbook of what is in doubt.</summary>
    public sealed class Asked : PreparedOffice
    {
        public Asked()
        {
            Office.Call("load", Office.Write("四月.csv", April())).Exits(0);
            var book = Office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!;
            Book = Path.GetRelativePath(Office.Home.Root, book);
        }

        internal string Book { get; }
    }

    private const string Header = "工单编号,来电时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,解决类型\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private PublishedRows Rows => new(_office.Home);

    private static string Order(
        int n,
        string category,
        string district,
        string street,
        string place,
        string text = "有人反映问题",
        string kind = "已解决"
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"热线-2504{10 + n % 10:00}-{n:000000},2025-04-{10 + n % 10:00} 08:{n % 60:00}:00,{category},{district},{street},{place},{text},{kind}\n"
        );

    private static string April()
    {
        var text = new StringBuilder(Header);
        for (var n = 1; n <= 12; n++)
            text.Append(Order(n, "综合治理->其他诉求", "朝阳区", "望京街道", "望京西园四区"));
        for (var n = 13; n <= 18; n++)
            text.Append(Order(n, "城市管理->占道经营", "朝阳区", "望京街办公处", "望京西园三区"));
        for (var n = 19; n <= 22; n++)
            text.Append(Order(n, "城市管理->占道经营", "朝阳区", "", "某小区旁边"));
        text.Append(Order(23, "城市管理->占道经营", "海淀区", "中关村街道", "科学院南路", kind: ""));
        return text.ToString();
    }

    private string Book()
    {
        _office.TakeOver(asked.Office, whole: true);
        return Path.Combine(_office.Home.Root, asked.Book);
    }

    private static int RowOf(string book, string sheet, string text) =>
        new Workbook(book).Rows(sheet).ToList().FindIndex(row => row.Values.Contains(text)) + 1;

    private Answer Apply(string book, int exit = 0, params string[] more) =>
        _office.Call(["review", "apply", book, "--by", "张科", .. more]).Exits(exit);

    [Fact]
    public void One_row_corrects_all_complaints_of_its_category_also_later_ones_and_survives_a_second_load()
    {
        var book = Book();
        var row = RowOf(book, "问题类型", "综合治理 → 其他诉求");
        Filled.In(book, "问题类型", row, "改为问题类型", "占道堆物");
        Filled.In(book, "问题类型", row, "原因", "平台归类不细");

        var applied = Apply(book).Json;

        Assert.Equal((1, 12), (applied.GetProperty("applied").GetInt32(), applied.GetProperty("orders").GetInt64()));
        Assert.Equal(12, Rows.Count("issue = '占道堆物' and issue_from = 'review' and quality_flags like '%reviewed%'"));
        _office
            .Call("load", _office.Write("五月.csv", Header + Order(41, "综合治理->其他诉求", "海淀区", "中关村街道", "科学院南路")))
            .Exits(0);
        var again = _office.Call("load", _office.Write("四月.csv", April())).Exits(0).Json;
        Assert.False(again.GetProperty("changed").GetBoolean());
        Assert.Equal(13, Rows.Count("issue = '占道堆物'"));

        var list = _office.Call("review", "list").Exits(0).Json.GetProperty("decisions")[0];
        Assert.Equal(
            ("张科", "其他", "占道堆物", "平台归类不细"),
            (
                list.GetProperty("made_by").GetString(),
                list.GetProperty("old").GetProperty("issue").GetString(),
                list.GetProperty("new").GetProperty("issue").GetString(),
                list.GetProperty("reason").GetString()
            )
        );
        _office.Call("review", "undo").Exits(0);
        Assert.Equal((0, 13), (Rows.Count("issue = '占道堆物'"), Rows.Count("issue = '其他' and quality_flags is null")));
    }

    [Fact]
    public void A_street_and_a_place_are_corrected_for_every_complaint_that_writes_them_so()
    {
        var book = Book();
        var street = RowOf(book, "区和街道", "望京街办公处");
        Filled.In(book, "区和街道", street, "改为区", "朝阳区");
        Filled.In(book, "区和街道", street, "改为街道", "望京街道");
        var place = RowOf(book, "点位", "某小区旁边");
        Filled.In(book, "点位", place, "改为街道", "双井街道");
        Filled.In(book, "点位", place, "改为点位名称", "九龙山小区");

        Assert.Equal(10, Apply(book).Json.GetProperty("orders").GetInt64());

        Assert.Equal(6, Rows.Count("street = '望京街道' and place_key = '朝阳区/望京街道/望京西园三区'"));
        Assert.Equal(4, Rows.Count("street = '双井街道' and place_key = '朝阳区/双井街道/九龙山小区' and place_text = '某小区旁边'"));
    }

    [Fact]
    public void What_was_decided_on_the_issue_of_an_order_says_nothing_of_its_street()
    {
        _office.TakeOver(asked.Office, whole: true);
        var more = Enumerable.Range(51, 5).Select(n => Order(n, "综合治理->其他诉求", "朝阳区", "望京街办公处", "望京西园三区"));
        _office.Call("load", _office.Write("五月.csv", Header + string.Concat(more))).Exits(0);
        string Made() => _office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!;
        // Without the number of the row.
        List<string> StreetRow(string book) =>
            [.. new Workbook(book).Rows("区和街道").Single(row => row.Values.Contains("望京街办公处")).Values.Skip(1)];
        var book = Made();
        var before = StreetRow(book);
        Assert.Contains("11", before);
        Filled.In(book, "问题类型", RowOf(book, "问题类型", "综合治理 → 其他诉求"), "改为问题类型", "占道堆物");
        Apply(book);

        Assert.Equal(before, StreetRow(Made()));
    }

    [Fact]
    public void A_name_that_names_no_place_is_told_rather_than_taken_without_effect()
    {
        var book = Book();
        var place = RowOf(book, "点位", "某小区旁边");
        foreach (var name in (string[])["某小区", "某工地附近"])
        {
            Filled.In(book, "点位", place, "改为点位名称", name);
            Assert.Equal(
                $"点位 {place} 改为点位名称 place_unnamed {name}",
                Told(Assert.Single(Apply(book, exit: 2).Json.GetProperty("problems").EnumerateArray()))
            );
        }
        Filled.In(book, "点位", place, "改为点位名称", "九龙山小区");
        Assert.Equal(1, Apply(book).Json.GetProperty("applied").GetInt32());
    }

    [Fact]
    public void A_district_that_no_list_knows_is_corrected_for_every_complaint_that_writes_it_so()
    {
        var text = new StringBuilder(Header);
        for (var n = 1; n <= 3; n++)
            text.Append(Order(n, "城市管理->占道经营", "海淀分局", "", ""));
        text.Append(Order(4, "城市管理->占道经营", "海淀分局", "", "北京市海淀区科学院南路"));
        _office.Call("load", _office.Write("分局.csv", text.ToString())).Exits(0);
        Assert.Equal(3, Rows.Count("district is null"));
        var book = _office.Call("review", "make").Exits(0).Json.GetProperty("file").GetString()!;
        Filled.In(book, "区和街道", RowOf(book, "区和街道", "海淀分局"), "改为区", "海淀区");

        Assert.Equal(3, Apply(book).Json.GetProperty("orders").GetInt64());
        _office.Call("load", _office.Write("后来.csv", Header + Order(5, "城市管理->占道经营", "海淀分局", "", ""))).Exits(0);

        Assert.Equal((5, 4), (Rows.Count("district = '海淀区'"), Rows.Count("quality_flags like '%reviewed%'")));
        Assert.False(_office.Call("load", Path.Combine(_office.Folder, "分局.csv")).Exits(0).Json.GetProperty("changed").GetBoolean());
        _office.Call("review", "undo").Exits(0);
        Assert.Equal(4, Rows.Count("district is null"));
    }

    [Fact]
    public void A_disposition_is_decided_for_one_order()
    {
        var book = Book();
        Filled.In(book, "处置归类", RowOf(book, "处置归类", "热线-250413-000023"), "改为归类", "剔除");

        Apply(book).Exits(0);

        Assert.Equal(1, Rows.Count("complaint_id = '热线-250413-000023' and disposition = 'excluded'"));
    }

    [Fact]
    public void Wrong_rows_refuse_the_workbook_and_partial_takes_the_others()
    {
        var book = Book();
        var issue = RowOf(book, "问题类型", "综合治理 → 其他诉求");
        Filled.In(book, "问题类型", issue, "改为问题类型", "占道堆物");
        var street = RowOf(book, "区和街道", "望京街办公处");
        Filled.In(book, "区和街道", street, "改为区", "海淀区");
        Filled.In(book, "区和街道", street, "改为街道", "望京街道");
        var place = RowOf(book, "点位", "某小区旁边");
        Filled.In(book, "点位", place, "改为区", "朝阳");

        var refused = Apply(book, exit: 2);
        var problems = refused.Json.GetProperty("problems").EnumerateArray().Select(Told).ToList();

        Assert.Equal([$"点位 {place} 改为区 value_unknown 朝阳", $"区和街道 {street} 改为街道 street_not_in_district 望京街道"], problems);
        Assert.Contains($"工作表“点位”第 {place} 行，列“改为区”", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Rows.Count("issue = '占道堆物'"));

        Assert.Equal(1, Apply(book, 0, "--partial").Json.GetProperty("applied").GetInt32());
        Assert.Equal(12, Rows.Count("issue = '占道堆物'"));

        var late = Apply(book, 2).Json.GetProperty("problems").EnumerateArray().Select(Told);
        Assert.Contains(late, told => told.StartsWith($"问题类型 {issue} 序号 changed_since ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_of_another_home_or_of_none_is_refused()
    {
        var book = Book();
        using var other = new Office();
        other.Call("load", other.Write("四月.csv", Header + Order(1, "城市管理->占道经营", "朝阳区", "望京街道", "望京西园四区"))).Exits(0);

        Assert.Contains("review_foreign", other.Call("review", "apply", book).Exits(2).Out, StringComparison.Ordinal);
        Assert.Contains("form_foreign", other.Call("review", "apply", other.Write("x.xlsx", "PK")).Exits(2).Out, StringComparison.Ordinal);
    }

    private static string Told(JsonElement problem) =>
        string.Join(' ', problem.EnumerateObject().Select(property => property.Value.ToString()));
}

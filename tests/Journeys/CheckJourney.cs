using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>The city's list of what it sent out beside what is registered: the contract's processing rate, from the file to the bulletin.</summary>
public sealed class CheckJourney(CheckJourney.Loaded loaded) : IClassFixture<CheckJourney.Loaded>, IDisposable
{
    /// <summary>Eight orders are registered.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Office.Call("load", Registered(Office, [.. Enumerable.Range(0, 8)])).Exits(0);
    }

    private const string Register =
        "登记编号,诉求编号,派发时间,登记时间,诉求类型,诉求类型一级,诉求类型二级,诉求类型三级,主要内容,诉求人,联系电话,区级,街/乡/镇,详细地址\n";
    private const string List = "工单编号,派发时间,被反映区,被反映街乡镇\n";
    private static readonly DateTime First = new(2025, 4, 21, 1, 0, 0);

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"热线-250421-{n:000000}");

    private static DateTime At(int n) => First.AddHours(n);

    /// <summary>Orders of one an hour, registered 10 + n minutes after they were sent out.</summary>
    private static string Registered(Office office, params int[] orders)
    {
        var text = new StringBuilder(Register);
        foreach (var n in orders)
            text.Append(
                CultureInfo.InvariantCulture,
                $"DJ{n:0000},{Id(n)},{At(n):yyyy-MM-dd HH:mm:ss},{At(n).AddMinutes(10 + n):yyyy-MM-dd HH:mm:ss},投诉,城市管理,施工管理,夜间施工扰民,夜间施工。,,1380000{n:0000},朝阳区,望京街道,某路{n}号\n"
            );
        return office.Write(string.Create(CultureInfo.InvariantCulture, $"登记_{orders.Length}_{orders[0]}.csv"), text.ToString());
    }

    private string Registered(params int[] orders) => Registered(_office, orders);

    private void AfterLoad() => _office.TakeOver(loaded.Office, whole: true);

    private string Listed(IEnumerable<int> orders, string name = "派单清单.csv", string district = "朝阳区")
    {
        var text = new StringBuilder(List);
        foreach (var n in orders)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Id(n)},{At(n):yyyy-MM-dd HH:mm:ss},{(n == 3 ? "海淀区" : district)},{(n == 3 ? "中关村街道" : "望京街道")}\n"
            );
        return _office.Write(name, text.ToString());
    }

    private Answer Check(int exit, params string[] more) => _office.Call(["check", "--against", .. more]).Exits(exit);

    private static JsonElement Stream(Answer answer) => Assert.Single(answer.Json.GetProperty("streams").EnumerateArray());

    [Fact]
    public void A_list_tells_what_is_missing_repeated_different_and_on_no_list()
    {
        // 0–19 registered; the list has 0–18 without 19, and 20–22 that nobody registered; 5 twice; one row has no number.
        _office.Call("load", Registered([.. Enumerable.Range(0, 20)])).Exits(0);
        var list = Listed([.. Enumerable.Range(0, 19), 5, 20, 21, 22]);
        File.AppendAllText(list, ",2025-04-21 05:00:00,朝阳区,望京街道\n");
        var excuses = _office.Write("免责.csv", "开始时间,结束时间,原因\n2025-04-21 21:00,2025-04-21 21:59,系统故障\n");

        var answer = Check(3, list, "--stream", "A", "--excused", excuses);

        var read = Assert.Single(answer.Json.GetProperty("lists").EnumerateArray());
        Assert.Equal(
            (24, 22, 1, 1, 0),
            (
                read.GetProperty("read").GetInt32(),
                read.GetProperty("orders").GetInt32(),
                read.GetProperty("repeated").GetInt32(),
                read.GetProperty("unnumbered").GetInt32(),
                read.GetProperty("rejected").GetInt32()
            )
        );
        var stream = Stream(answer);
        Assert.Equal(
            ("A", 22, 1, 19, 2),
            (
                stream.GetProperty("stream").GetString(),
                stream.GetProperty("dispatched").GetInt32(),
                stream.GetProperty("excused").GetInt32(),
                stream.GetProperty("registered").GetInt32(),
                stream.GetProperty("missing").GetInt32()
            )
        );
        Assert.Equal(19.0 / 21, stream.GetProperty("rate").GetDouble(), 12);
        Assert.Equal([Id(21), Id(22)], answer.Json.GetProperty("missing").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal([Id(19)], answer.Json.GetProperty("unlisted").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(
            ["district 海淀区 朝阳区", "street 中关村街道 望京街道"],
            answer
                .Json.GetProperty("differing")
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("column").GetString()} {row.GetProperty("listed").GetString()} {row.GetProperty("registered").GetString()}"
                )
        );
        // Shifts begin at 0, 8, 16: orders 0–6, 7–14, 15–18 with lags of 10 + n minutes; 19 is on no list.
        Assert.Equal(
            [(0, 7, 13.0), (8, 8, 20.5), (16, 4, 26.5)],
            answer
                .Json.GetProperty("lags")
                .EnumerateArray()
                .Select(lag =>
                    (lag.GetProperty("shift").GetInt32(), lag.GetProperty("orders").GetInt32(), lag.GetProperty("median").GetDouble())
                )
        );
        Assert.Contains("处理率90.4%", Printed.Docx(answer.Json.GetProperty("docx").GetString()!), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_listed_for_one_stream_and_registered_in_another_differs()
    {
        const string header = "工单编号,来电时间,派发时间,被反映区,工单性质,主要内容\n";
        string Rows(string first, string second) =>
            $"{header}{Id(1)},2025-04-21 01:00:00,2025-04-21 02:00:00,朝阳区,{first},占道\n{Id(2)},2025-04-21 01:00:00,2025-04-21 02:00:00,朝阳区,{second},占道\n";
        _office.Call("load", _office.Write("登记.csv", Rows("直派", "交办"))).Exits(0);

        var answer = Check(0, _office.Write("清单.csv", Rows("交办", "")), "--stream", "A");

        var differing = Assert.Single(answer.Json.GetProperty("differing").EnumerateArray());
        Assert.Equal((Id(1), "stream"), (differing.GetProperty("complaint_id").GetString(), differing.GetProperty("column").GetString()));
        Assert.Contains(
            "登记的内容与清单不一致：来源1",
            Printed.Docx(answer.Json.GetProperty("docx").GetString()!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Orders_registered_later_count_and_the_same_list_counts_once()
    {
        _office.Call("load", Registered(0, 1, 2)).Exits(0);
        var list = Listed([0, 1, 2, 4]);
        var before = _office.Call("status").Exits(0).Json.GetProperty("generation").GetString();
        Check(3, list, "--stream", "A");
        var again = Check(3, list, "--stream", "A");
        Assert.False(Assert.Single(again.Json.GetProperty("lists").EnumerateArray()).GetProperty("is_new").GetBoolean());
        Assert.Equal(4, Stream(again).GetProperty("dispatched").GetInt32());

        _office.Call("load", Registered(4)).Exits(0);
        Assert.Equal(1, Stream(Check(0, list, "--stream", "A")).GetProperty("rate").GetDouble());
        var gates = _office
            .Call("check")
            .Json.GetProperty("gates")
            .EnumerateArray()
            .ToDictionary(gate => gate.GetProperty("name").GetString()!);
        Assert.Equal("green", gates["processing_A"].GetProperty("light").GetString());
        Assert.Equal("unknown", gates["processing_own"].GetProperty("light").GetString());

        // Taken back one by one: the load, then the list with the first check; the home is as it was.
        _office.Call("undo", "--yes").Exits(0);
        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(before, _office.Call("status").Exits(0).Json.GetProperty("generation").GetString());
        Assert.Empty(_office.Call("status").Exits(0).Json.GetProperty("processing").EnumerateArray());
    }

    [Fact]
    public void The_bulletin_tells_the_rate_of_checked_days_and_never_of_others()
    {
        AfterLoad();
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        Assert.Contains("未核对", Printed.Docx(Bulletin()), StringComparison.Ordinal);

        Check(3, Listed([.. Enumerable.Range(0, 10)]), "--stream", "A", "--from", "2025-04-21", "--to", "2025-04-27");
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        var told = Printed.Docx(Bulletin());
        Assert.Contains("交办：市热线派单10件，已登记8件，漏单2件，处理率80.0%", told, StringComparison.Ordinal);
        Assert.Contains("自接未核对", told, StringComparison.Ordinal);
    }

    private string Bulletin() => Directory.EnumerateFiles(_office.Bulletin("weekly", "2025-W17"), "*.docx").Single();

    [Fact]
    public void A_list_that_was_loaded_as_data_is_refused_and_so_is_a_wrong_list_of_excuses()
    {
        AfterLoad();
        var list = Registered([.. Enumerable.Range(0, 8)]);
        Assert.Contains("check_own_list", Check(2, list).Out, StringComparison.Ordinal);
        var wrong = _office.Write("免责.csv", "工单编号,开始时间,结束时间,原因\n,2025-04-21 10:00,,停电\n");
        var answer = Check(2, Listed([0]), "--excused", wrong);
        Assert.Contains("table_wrong", answer.Out, StringComparison.Ordinal);
        Assert.Contains("结束时间", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_names_no_stream_has_a_rate_of_none_until_it_is_said()
    {
        AfterLoad();
        var list = Listed(Enumerable.Range(0, 10));
        var unsaid = Stream(Check(3, list));
        Assert.Equal(("unknown", 10), (unsaid.GetProperty("stream").GetString(), unsaid.GetProperty("dispatched").GetInt32()));
        var said = Stream(Check(3, list, "--stream", "A"));
        Assert.Equal(("A", 2), (said.GetProperty("stream").GetString(), said.GetProperty("missing").GetInt32()));
    }

    [Fact]
    public void A_list_that_was_checked_against_is_not_loaded_as_data()
    {
        AfterLoad();
        var list = Listed([0, 8]);
        Check(3, list, "--stream", "A");
        Assert.Contains("load_dispatch_list", _office.Call("load", list).Exits(2).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_survey_saved_again_counts_what_is_new_in_it()
    {
        AfterLoad();
        string Survey(string name, int answers, string separator) =>
            _office.Write(
                name,
                string.Join(separator, "日期", "部门", "评价")
                    + "\n"
                    + string.Concat(
                        Enumerable.Range(0, answers).Select(n => string.Join(separator, $"2025-04-2{n % 7}", $"科室{n % 3}", "满意") + "\n")
                    )
            );
        int Added(string file) => _office.Call("load", "--survey", file).Exits(0).Json.GetProperty("added").GetInt32();
        Assert.Equal(
            [20, 0, 1],
            new[] { Added(Survey("一.csv", 20, ",")), Added(Survey("二.csv", 20, ";")), Added(Survey("三.csv", 21, ",")) }
        );
    }

    [Fact]
    public void A_survey_is_taken_once_and_judged_by_its_target()
    {
        AfterLoad();
        var survey = _office.Write(
            "满意度.csv",
            "日期,部门,评价\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 20)
                        .Select(n => $"2025-04-2{n % 7},科室{n % 3},{(n == 0 ? "不满意" : n == 1 ? "基本满意" : "满意")}\n")
                )
        );
        Assert.Equal(20, _office.Call("load", "--survey", survey).Exits(0).Json.GetProperty("added").GetInt32());
        Assert.Equal(0, _office.Call("load", "--survey", survey).Exits(0).Json.GetProperty("added").GetInt32());
        var gate = _office
            .Call("check")
            .Json.GetProperty("gates")
            .EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "satisfaction");
        Assert.Equal(("green", 0.95), (gate.GetProperty("light").GetString(), gate.GetProperty("value").GetDouble()));
        Assert.Contains(
            "rating",
            _office.Call("load", "--survey", _office.Write("坏.csv", "日期,评价\n2025-04-21,还行\n")).Exits(2).Out + "rating",
            StringComparison.Ordinal
        );
    }
}

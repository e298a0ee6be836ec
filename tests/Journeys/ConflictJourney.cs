namespace Hotspot.Tests.Journeys;

/// <summary>Rows that contradict each other are told: how many orders, which columns, which orders, and all of them in a list.</summary>
public sealed class ConflictJourney : IDisposable
{
    private const string Header = "工单编号,来电时间,被反映区,被反映街乡镇,小区点位,主要内容,工单状态,是否解决\n";
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private static string Row(
        int n,
        string street = "望京街道",
        string status = "办理中",
        string resolved = "",
        string text = "占道经营13812345678"
    ) => $"热线-250421-{n:000000},2025-04-21 08:{n:00}:00,朝阳区,{street},望京西园四区,{text},{status},{resolved}\n";

    [Fact]
    public void Contradictions_are_told_with_columns_and_orders_and_listed_in_full()
    {
        _office.Call("load", _office.Write("一.csv", Header + Row(1) + Row(2, resolved: "解决") + Row(3, street: "") + Row(4))).Exits(0);

        var load = _office.Call(
            "load",
            _office.Write(
                "二.csv",
                Header + Row(1, "双井街道", "办结") + Row(2, "双井街道", resolved: "未解决") + Row(3) + Row(4, status: "办结")
            )
        );

        var told = load.Exits(0).Json.GetProperty("conflicts");
        Assert.Equal(2, told.GetProperty("orders").GetInt64());
        Assert.Equal(
            ["stated_street 2", "resolved 1"],
            told.GetProperty("columns").EnumerateArray().Select(one => $"{one.GetProperty("column")} {one.GetProperty("orders")}")
        );
        Assert.Equal("热线-250421-000001", told.GetProperty("first_orders")[0].GetString());
        Assert.Contains("街道 2", load.Error, StringComparison.Ordinal);
        var listed = File.ReadAllText(told.GetProperty("file").GetString()!);
        Assert.Contains(
            "\"热线-250421-000002\",\"是否解决\",\"是\",\"一.csv\",\"3\",\"否\",\"二.csv\",\"3\"",
            listed,
            StringComparison.Ordinal
        );
        Assert.Equal(2, new PublishedRows(_office.Home).Count("street = '双井街道'"));
    }

    [Fact]
    public void Files_that_complete_each_other_and_a_state_that_moves_on_are_no_contradiction()
    {
        _office.Call("load", _office.Write("一.csv", Header + Row(1) + Row(2, street: "") + Row(3))).Exits(0);
        var other = Header + Row(1, status: "办结", resolved: "解决") + Row(2) + Row(3, "望京街道办事处").Replace("朝阳区", "朝阳");

        var load = _office.Call("load", _office.Write("二.csv", other)).Exits(0).Json;

        Assert.Equal(System.Text.Json.JsonValueKind.Null, load.GetProperty("conflicts").ValueKind);
    }

    /// <summary>To the day, then to the minute, then to the second is one time; another minute is a contradiction, told as both were written.</summary>
    [Fact]
    public void The_same_time_written_more_or_less_exactly_is_no_contradiction()
    {
        static string Timed(string at) => Header + Row(1).Replace("2025-04-21 08:01:00", at, StringComparison.Ordinal);
        string[] agreeing = ["2025-04-21", "2025-04-21 08:30", "2025-04-21 08:30:12", "2025年4月21日 上午8时"];
        foreach (var at in agreeing)
        {
            var load = _office.Call("load", _office.Write($"{at.Length}.csv", Timed(at))).Exits(0).Json;
            Assert.Equal(System.Text.Json.JsonValueKind.Null, load.GetProperty("conflicts").ValueKind);
        }

        var told = _office.Call("load", _office.Write("另.csv", Timed("2025/4/21 8:31"))).Exits(0).Json.GetProperty("conflicts");

        Assert.Contains(
            "\"2025-04-21 08:30:12\",\"19.csv\",\"2\",\"2025-04-21 08:31\",\"另.csv\"",
            File.ReadAllText(told.GetProperty("file").GetString()!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_files_of_one_load_are_told_and_nothing_hidden_is_listed()
    {
        var one = _office.Write("一.csv", Header + Row(1));
        var two = _office.Write("二.csv", Header + Row(1, text: "店外经营，电话13912345678"));

        var file = _office.Call("load", one, two).Exits(0).Json.GetProperty("conflicts").GetProperty("file").GetString()!;

        Assert.Contains("主要内容", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.DoesNotContain("2345678", File.ReadAllText(file), StringComparison.Ordinal);
    }

    /// <summary>The one that said it, not the one that last changed something else of the order.</summary>
    [Fact]
    public void The_earlier_file_is_the_one_that_stated_the_value()
    {
        _office.Call("load", _office.Write("一.csv", Header + Row(2) + Row(1))).Exits(0);
        _office.Call("load", _office.Write("二.csv", Header + Row(1, status: "办结"))).Exits(0);
        _office.Call("load", _office.Write("三.csv", Header + Row(1, resolved: "解决", status: "办结"))).Exits(0);

        var load = _office.Call("load", _office.Write("四.csv", Header + Row(1, "双井街道", "办结", "未解决"))).Exits(0).Json;

        var listed = File.ReadAllText(load.GetProperty("conflicts").GetProperty("file").GetString()!);
        Assert.Contains("\"望京街道\",\"一.csv\",\"3\",\"双井街道\",\"四.csv\",\"2\"", listed, StringComparison.Ordinal);
        Assert.Contains("\"三.csv\",\"2\",\"否\",\"四.csv\",\"2\"", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_of_one_file_that_contradict_each_other_are_told()
    {
        var load = _office.Call("load", _office.Write("一.csv", Header + Row(1) + Row(1) + Row(1, "双井街道", "办结"))).Exits(0).Json;

        var told = load.GetProperty("conflicts");
        Assert.Equal(1, told.GetProperty("orders").GetInt64());
        Assert.Contains(
            "\"望京街道\",\"一.csv\",\"3\",\"双井街道\",\"一.csv\",\"4\"",
            File.ReadAllText(told.GetProperty("file").GetString()!),
            StringComparison.Ordinal
        );
    }

    /// <summary>What a row notices of a column holds until another row states the column; what is wrong with the times is asked of those known in the end.</summary>
    [Fact]
    public void Flags_are_those_of_all_rows_that_still_hold()
    {
        const string header = "工单编号,来电时间,派发时间,办结时间,被反映区,主要内容,是否满意\n";
        const string id = "热线-250421-000001";
        _office.Call("load", _office.Write("一.csv", $"{header}{id},2025-04-21 08:00:01,昨天下午,,朝阳区,占道经营,凑合\n")).Exits(0);
        _office.Call("load", _office.Write("二.csv", $"{header}{id},,,2025-04-20 08:00:01,朝阳区,,\n")).Exits(0);
        Assert.Equal("closed_before_called|dispatched_at_unreadable|satisfaction_unknown_value", Flags());

        _office.Call("load", _office.Write("三.csv", $"{header}{id},,2025-04-21 09:00:01,2025-04-22 08:00:01,,,满意\n")).Exits(0);
        Assert.Equal("", Flags());

        string Flags() => (string?)new PublishedRows(_office.Home).Query("select quality_flags from complaints")[0]["quality_flags"] ?? "";
    }

    /// <summary>Results of callbacks are exported with the order's number and without any time: they complete what is known, whichever file comes first.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_row_without_a_time_completes_an_order_that_is_known(bool resultsFirst, bool together)
    {
        const string Orders = "工单编号,来电时间,被反映区,被反映街乡镇,小区点位,主要内容\n";
        const string Answers = "工单编号,是否解决,是否满意,是否联系\n";
        static string Order(int n) => $"BJ-{n:0000},2025-04-21 08:{n:00}:00,朝阳区,望京街道,望京西园四区,占道经营\n";
        static string Answer(int n) => $"BJ-{n:0000},解决,满意,是\n";
        var (a, b) = resultsFirst ? ("2", "1") : ("1", "2");
        var orders = _office.Write($"{a}工单.csv", Orders + string.Concat(Enumerable.Range(1, 40).Select(Order)));
        var answers = _office.Write($"{b}回访.csv", Answers + string.Concat(Enumerable.Range(1, 41).Select(Answer)));

        if (!together)
            _office.Call("load", orders, "--source", "beijing-12345").Exits(0);
        var load = _office.Call(["load", "--source", "beijing-12345", .. together ? new[] { orders, answers } : [answers]]).Exits(0).Json;

        Assert.Equal(1, load.GetProperty("rejected").GetInt64());
        var rejected = load.GetProperty("files")
            .EnumerateArray()
            .SelectMany(file => file.GetProperty("first_rejected").EnumerateArray())
            .Select(row => row.GetProperty("line").GetInt64());
        Assert.Equal([42], rejected);
        var published = new PublishedRows(_office.Home);
        Assert.Equal((40, 40), (published.Count(), published.Count("resolved and contacted and satisfaction = 'satisfied'")));
        Assert.Equal(40, published.Count("time_precision = 'second' and street = '望京街道'"));
        var again = _office.Call("load", answers, "--source", "beijing-12345").Exits(0).Json;
        Assert.Equal((40, 1), (again.GetProperty("unchanged").GetInt64(), again.GetProperty("rejected").GetInt64()));
    }
}

namespace Hotspot.Tests.Journeys;

/// <summary>Rows that contradict each other are told: how many orders, which columns, which orders, and all of them in a list.</summary>
public sealed class ConflictJourney(ConflictJourney.Loaded loaded) : IClassFixture<ConflictJourney.Loaded>, IDisposable
{
    /// <summary>What other files complete or contradict.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() =>
            Office
                .Call(
                    "load",
                    Office.Write("一.csv", Header + Row(1) + Row(2, resolved: "解决") + Row(3, street: "") + Row(4)),
                    Office.Write("时.csv", Header + Timed(11, 0) + Timed(12, 1) + Timed(13, 2))
                )
                .Exits(0);
    }

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

    private Answer Load(string name, string rows)
    {
        if (!Directory.Exists(_office.Home.Root))
            _office.TakeOver(loaded.Office, whole: true);
        return _office.Call("load", _office.Write(name, Header + rows)).Exits(0);
    }

    [Fact]
    public void Contradictions_are_told_with_columns_and_orders_and_listed_in_full()
    {
        var load = Load("二.csv", Row(1, "双井街道", "办结") + Row(2, "双井街道", resolved: "未解决") + Row(3) + Row(4, status: "办结"));

        var told = load.Json.GetProperty("conflicts");
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
        var load = Load(
            "二.csv",
            Row(1, status: "办结", resolved: "解决") + Row(3) + Row(4, "望京街道办事处").Replace("朝阳区", "朝阳", StringComparison.Ordinal)
        );

        Assert.Equal(System.Text.Json.JsonValueKind.Null, load.Json.GetProperty("conflicts").ValueKind);
    }

    private static readonly string[] Agreeing = ["2025-04-21", "2025-04-21 08:30", "2025-04-21 08:30:12", "2025年4月21日 上午8时"];

    private static string Timed(int n, int written) =>
        Row(n).Replace($"2025-04-21 08:{n:00}:00", Agreeing[written], StringComparison.Ordinal);

    /// <summary>To the day, then to the minute, then to the second, then to the hour is one time; another minute is a contradiction, told as both were written.</summary>
    [Fact]
    public void The_same_time_written_more_or_less_exactly_is_no_contradiction()
    {
        var load = Load("后.csv", Timed(11, 1) + Timed(12, 2) + Timed(13, 3)).Json;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, load.GetProperty("conflicts").ValueKind);

        var told = Load("另.csv", Row(13).Replace("2025-04-21 08:13:00", "2025/4/21 8:31", StringComparison.Ordinal))
            .Json.GetProperty("conflicts");
        Assert.Contains(
            "\"2025-04-21 08:30:12\",\"时.csv\",\"4\",\"2025-04-21 08:31\",\"另.csv\"",
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
        Load("二.csv", Row(4, status: "办结"));
        Load("三.csv", Row(4, resolved: "解决", status: "办结"));

        var load = Load("四.csv", Row(4, "双井街道", "办结", "未解决")).Json;

        var listed = File.ReadAllText(load.GetProperty("conflicts").GetProperty("file").GetString()!);
        Assert.Contains("\"望京街道\",\"一.csv\",\"5\",\"双井街道\",\"四.csv\",\"2\"", listed, StringComparison.Ordinal);
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
    [Fact]
    public void A_row_without_a_time_completes_an_order_that_is_known()
    {
        string Orders(string of) =>
            "工单编号,来电时间,被反映区,被反映街乡镇,小区点位,主要内容\n"
            + string.Concat(
                Enumerable.Range(1, 40).Select(n => $"{of}-{n:0000},2025-04-21 08:{n:00}:00,朝阳区,望京街道,望京西园四区,占道经营\n")
            );
        string Answers(string of) =>
            "工单编号,是否解决,是否满意,是否联系\n" + string.Concat(Enumerable.Range(1, 41).Select(n => $"{of}-{n:0000},解决,满意,是\n"));
        Answer Load(params string[] files) => _office.Call(["load", "--source", "beijing-12345", .. files]).Exits(0);
        var before = _office.Write("1工单.csv", Orders("BEFORE"));
        string[] answers =
        [
            _office.Write("1回访.csv", Answers("BEFORE")),
            _office.Write("2回访.csv", Answers("FIRST")),
            _office.Write("3回访.csv", Answers("LAST")),
        ];

        Load(before);
        var load = Load(
            answers[0],
            // In one load the results before their orders, and after them.
            answers[1],
            _office.Write("2工单.csv", Orders("FIRST")),
            _office.Write("3.1工单.csv", Orders("LAST")),
            answers[2]
        ).Json;

        Assert.Equal(3, load.GetProperty("rejected").GetInt64());
        var rejected = load.GetProperty("files")
            .EnumerateArray()
            .SelectMany(file => file.GetProperty("first_rejected").EnumerateArray())
            .Select(row => row.GetProperty("line").GetInt64());
        Assert.Equal([42, 42, 42], rejected);
        var published = new PublishedRows(_office.Home);
        foreach (var of in (string[])["BEFORE", "FIRST", "LAST"])
        {
            long Count(string where) => published.Count($"starts_with(complaint_id, '{of}') and {where}");
            Assert.Equal(
                (of, 40, 40, 40),
                (
                    of,
                    Count("true"),
                    Count("resolved and contacted and satisfaction = 'satisfied'"),
                    Count("time_precision = 'second' and street = '望京街道'")
                )
            );
        }
        Assert.Equal(
            answers.Select(file => (Path.GetFileName(file), 40L, 1L)),
            Load(answers)
                .Json.GetProperty("files")
                .EnumerateArray()
                .Select(file =>
                    (
                        file.GetProperty("name").GetString()!,
                        file.GetProperty("unchanged").GetInt64(),
                        file.GetProperty("rejected").GetInt64()
                    )
                )
        );
    }
}

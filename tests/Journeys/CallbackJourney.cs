using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Hotspot.Outputs.Forms;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Runs.Forms;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Journeys;

/// <summary>Callbacks from the loaded week to the summary and the bulletin, through the door; and what becomes of the phones on the way.</summary>
public sealed class CallbackJourney(CallbackJourney.Loaded week) : IClassFixture<CallbackJourney.Loaded>, IDisposable
{
    /// <summary>The week, loaded.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Office.Call("load", Office.Write("第17周.csv", Week())).Exits(0);
    }

    private const string Header =
        "工单编号,来电时间,派发时间,办结时间,问题分类,被反映区,被反映街乡镇,小区点位,主要内容,来电人,来电人电话/账号,工单性质,是否解决,是否满意\n";
    private const int Orders = 200;
    private const string Sheet = "回访单";
    private static readonly string[] Streets = ["望京街道", "双井街道", "劲松街道", "麦子店街道"];
    private static readonly string[] Titles =
    [
        "序号",
        "工单编号",
        "电话",
        "第几次",
        "此人几件",
        "区、街道",
        "问题类型",
        "反映日期",
        "接通情况",
        "是否联系",
        "是否解决",
        "满意度",
        "备注",
        "话术",
        "主要内容（已脱敏）",
    ];

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    /// <summary>Closed from 21 to 27 April, of two kinds; every tenth phone is masked; two orders of one caller; one row each of what is not called back.</summary>
    private static string Week()
    {
        var text = new StringBuilder(Header);
        for (var n = 0; n < Orders; n++)
            text.Append(
                Order(
                    n,
                    n % 2 == 0 ? "城市管理->占道经营->店外经营" : "城市管理->施工管理->夜间施工",
                    n % 10 == 3 ? "150××××" : Phone(n == 11 ? 10 : n)
                )
            );
        text.Append(Order(900, "城市管理->占道经营->店外经营", Phone(900), stream: "交办"));
        text.Append(Order(901, "综合治理->其他诉求", Phone(901)));
        text.Append(Order(902, "城市管理->占道经营->店外经营", Phone(902), closed: "2025-04-15 10:00:00"));
        return text.ToString();
    }

    private static string Phone(int n) => string.Create(CultureInfo.InvariantCulture, $"1380000{n:0000}");

    private static string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"热线-250419-{n:000000}");

    private static string Order(int n, string category, string phone, string stream = "直派", string? closed = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Id(n)},2025-04-{14 + n % 7:00} 08:{n % 60:00}:00,2025-04-{14 + n % 7:00} 09:00:00,{closed ?? $"2025-04-{21 + n % 7:00} 10:00:00"},{category},朝阳区,{Streets[n % 4]},某小区{n % 9}号楼,反映问题请回电{phone}。,王建国,{phone},{stream},,\n"
        );

    private Answer Plan(params string[] more) => _office.Call(["callback", "plan", .. more]).Exits(0);

    private void Load() => _office.TakeOver(week.Office, whole: true);

    private static List<string> Files(Answer answer) =>
        [.. answer.Json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)];

    private static List<Dictionary<string, string?>> Rows(string file) =>
        [
            .. FilledForm
                .TryRead(file)!
                .Of(Sheet, Titles.Select(title => new FormColumn(title)))
                .Select(row => Titles.Select((title, i) => (title, row[i])).ToDictionary()),
        ];

    /// <summary>Every fourth call is not answered; the rest answer by the number of the order.</summary>
    private static void FillIn(string file, bool wrong = false)
    {
        var cells = new List<(int, string, string?)>();
        foreach (var (i, row) in Rows(file).Index())
        {
            // Orders of the sample that came without a number have one that is none.
            var number = int.TryParse(row["工单编号"]![^6..], NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 4 * i;
            if (number % 4 == 2)
                cells.Add((i + 2, "接通情况", "无人接听"));
            else
                cells.AddRange([
                    (i + 2, "接通情况", "接通"),
                    (i + 2, "是否联系", "是"),
                    (i + 2, "是否解决", number % 4 == 1 ? "未解决" : "解决"),
                    (i + 2, "满意度", wrong && i == 0 ? "还行" : "满意"),
                    (i + 2, "备注", "本人李丽华，改打13911112222"),
                ]);
        }
        Filled.In(file, Sheet, cells);
    }

    /// <summary>An export without times of closing tells by its status what may be called closed to a citizen.</summary>
    [Fact]
    public void An_order_that_is_still_open_is_not_called_back()
    {
        var rows = Enumerable
            .Range(0, 60)
            .Select(n =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Id(n)},2025-04-{21 + n % 7:00} 08:00:00,{(n % 3 == 0 ? "办理中" : n % 3 == 1 ? "已办结" : "")},城市管理->施工管理->夜间施工,朝阳区,望京街道,施工扰民。,{Phone(n)},直派\n"
                )
            );
        var file = _office.Write(
            "无办结时间.csv",
            "工单编号,来电时间,工单状态,问题分类,被反映区,被反映街乡镇,主要内容,来电人电话/账号,工单性质\n" + string.Concat(rows)
        );
        _office.Call("load", file).Exits(0);

        var planned = Plan("--staff", "张明");

        Assert.Equal(40, Assert.Single(planned.Json.GetProperty("cohorts").EnumerateArray()).GetProperty("orders").GetInt32());
        Assert.DoesNotContain(
            Rows(Assert.Single(Files(planned))),
            row => int.Parse(row["工单编号"]![^6..], NumberStyles.None, CultureInfo.InvariantCulture) % 3 == 0
        );
    }

    [Fact]
    public void A_week_is_planned_called_recorded_summed_up_and_told_in_the_bulletin()
    {
        Load();
        var planned = Plan("--staff", "张明,李华");
        var cohort = Assert.Single(planned.Json.GetProperty("cohorts").EnumerateArray());
        Assert.Equal(
            ("2025-W17", Orders, 180, 40, 5, "2025-05-07"),
            (
                cohort.GetProperty("period").GetString(),
                cohort.GetProperty("orders").GetInt32(),
                cohort.GetProperty("callable").GetInt32(),
                cohort.GetProperty("target").GetInt32(),
                cohort.GetProperty("days_left").GetInt32(),
                cohort.GetProperty("closes_on").GetString()
            )
        );
        Assert.Equal(20, planned.Json.GetProperty("no_phone").GetInt32());
        var files = Files(planned);
        Assert.Equal(["回访单_2025-04-28_张明.xlsx", "回访单_2025-04-28_李华.xlsx"], files.Select(Path.GetFileName));
        Assert.Equal(Titles, new Workbook(files[0]).Rows(Sheet)[0].Values);
        var rows = files.SelectMany(Rows).ToList();
        Assert.Equal(planned.Json.GetProperty("orders").GetInt32(), rows.Count);
        Assert.All(
            rows,
            row =>
            {
                var number = int.Parse(row["工单编号"]![^6..], CultureInfo.InvariantCulture);
                Assert.Equal(Phone(number == 11 ? 10 : number), row["电话"]);
                Assert.Equal("1", row["第几次"]);
                Assert.Contains("日反映的朝阳区" + Streets[number % 4], row["话术"], StringComparison.Ordinal);
                Assert.Contains("请回电138×××", row["主要内容（已脱敏）"], StringComparison.Ordinal);
            }
        );
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_office.Home.Callback)
            );

        // The same day again: the same plan and, where a sheet went missing, the same bytes.
        var bytes = File.ReadAllBytes(files[1]);
        File.Delete(files[1]);
        var again = Plan();
        Assert.False(again.Json.GetProperty("is_new").GetBoolean());
        Assert.Equal(planned.Json.GetProperty("plan_id").GetString(), again.Json.GetProperty("plan_id").GetString());
        Assert.Equal(bytes, File.ReadAllBytes(files[1]));

        var valid = 0;
        foreach (var file in files)
        {
            FillIn(file);
            var recorded = _office.Call("callback", "record", file, "--by", "王组长").Exits(0).Json;
            Assert.Equal(recorded.GetProperty("read").GetInt32(), recorded.GetProperty("recorded").GetInt32());
            valid += recorded.GetProperty("valid").GetInt32();
            Assert.False(File.Exists(file));
        }
        Assert.Equal(2, Directory.GetFiles(_office.Home.CallbackSealed).Length);

        var state = Assert.Single(_office.Call("status").Exits(0).Json.GetProperty("callbacks").EnumerateArray());
        Assert.Equal(
            (Orders, rows.Count, valid, 40 - valid, 5),
            (
                state.GetProperty("orders").GetInt32(),
                state.GetProperty("dialled").GetInt32(),
                state.GetProperty("valid").GetInt32(),
                state.GetProperty("missing").GetInt32(),
                state.GetProperty("days_left").GetInt32()
            )
        );

        var summary = _office.Call("callback", "summary", "weekly", "--period", "2025-W17").Exits(0).Json;
        var city = summary.GetProperty("city");
        Assert.Equal((double)valid / Orders, city.GetProperty("coverage").GetDouble(), 9);
        var papers = new Papers(_office.Bulletin("callback", "2025-W17"));
        var row0 = papers.Table("callback_rates", "level = 'city'")[0];
        Assert.Equal(valid, row0["valid"]);
        Assert.Equal(city.GetProperty("resolved_rate").GetDouble(), row0["resolved_rate"]);
        Assert.Equal(
            (double)rows.Count(row => int.Parse(row["工单编号"]![^6..], null) % 4 is 0 or 3) / valid,
            city.GetProperty("resolved_raw").GetDouble(),
            9
        );
        Assert.Contains($"有效回访{valid}件", papers.Text, StringComparison.Ordinal);
        Assert.Equal(["callback_district", "callback_issue", "callback_street"], papers.WordTables.Keys.Order());
        Assert.NotEmpty(new Workbook(papers.File(".xlsx")).Rows("分街乡镇"));
        _office.Call("explain", "callback.orders", "--in", "callback/2025-W17").Exits(0);

        // The bulletin of the week in which they were closed; something has to be received in it.
        var later = string.Concat(
            Enumerable
                .Range(950, 40)
                .Select(n =>
                    Order(n, "城市管理->占道经营->店外经营", Phone(n)).Replace(",2025-04-1", ",2025-04-2", StringComparison.Ordinal)
                )
        );
        _office.Call("load", _office.Write("后一周.csv", Header + later)).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        var section = new Papers(_office.Bulletin("weekly", "2025-W17")).Section("七、");
        Assert.Contains($"本节{valid}件的回答取自回访登记", section, StringComparison.Ordinal);
        Assert.Contains($"已有回访结果{valid}件", section, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_goes_the_same_way()
    {
        var folder = Path.Combine(_office.Folder, "样例");
        _office.Call("sample", "--complaints", "600", "--weeks", "4", "-o", folder).Exits(0);
        _office.Call("load", folder).Exits(0);
        var planned = Plan();
        var file = Files(planned)[0];
        FillIn(file);
        var valid = _office.Call("callback", "record", file).Exits(0).Json.GetProperty("valid").GetInt32();
        var city = _office.Call("callback", "summary", "weekly").Exits(0).Json.GetProperty("city");
        Assert.Equal(
            (valid, planned.Json.GetProperty("cohorts")[0].GetProperty("orders").GetInt32()),
            (city.GetProperty("valid").GetInt32(), city.GetProperty("orders").GetInt32())
        );
        Assert.Equal(planned.Json.GetProperty("orders").GetInt32(), city.GetProperty("dialled").GetInt32());
        _office.Call("report", "weekly").Exits(0);
        var section = new Papers(_office.Bulletin("weekly", "2025-W17")).Section("七、");
        Assert.Contains(
            $"应回访{city.GetProperty("orders").GetInt32()}件：回访登记已拨打{city.GetProperty("dialled").GetInt32()}件",
            section,
            StringComparison.Ordinal
        );
        Assert.Matches("本节[0-9]+件的回答取自回访登记", section);
    }

    [Fact]
    public void Unfinished_orders_come_first_the_next_day_and_the_sample_goes_on_from_what_is_missing()
    {
        Load();
        var first = Plan();
        var file = Files(first)[0];
        FillIn(file);
        var silent = Rows(file).Where(row => row["接通情况"] == "无人接听").Select(row => row["工单编号"]).ToList();
        var made = _office.Call("callback", "record", file).Exits(0).Json.GetProperty("valid").GetInt32();

        var next = Plan("--day", "2025-04-29");
        var rows = Rows(Files(next)[0]);
        Assert.Equal(silent.Order(), rows.Take(silent.Count).Select(row => row["工单编号"]).Order());
        Assert.All(rows.Take(silent.Count), row => Assert.Equal("2", row["第几次"]));
        Assert.Equal(
            (made, 4),
            (
                next.Json.GetProperty("cohorts")[0].GetProperty("made").GetInt32(),
                next.Json.GetProperty("cohorts")[0].GetProperty("days_left").GetInt32()
            )
        );
        Assert.Empty(rows.Skip(silent.Count).Select(row => row["工单编号"]).Intersect(silent));

        FillIn(Files(next)[0]);
        _office.Call("callback", "record", Files(next)[0]).Exits(0);
        Assert.Equal(
            Chances(),
            Published().ToDictionary(row => (string)row["complaint_id"]!, row => Math.Round((double)row["inclusion"]!, 6))
        );
        Assert.Equal(rows.Count + made, Published().Count);
    }

    /// <summary>Inclusion probabilities by the simulation's own formula, from the plans that the store keeps.</summary>
    private Dictionary<string, double> Chances()
    {
        using var store = ComplaintStore.Open(_office.Home.Store, new SessionLimits(Threads: 1));
        CallPlan[] plans =
        [
            CallPlanTable.Of(store.Session, new DateOnly(2025, 4, 28))!,
            CallPlanTable.Of(store.Session, new DateOnly(2025, 4, 29))!,
        ];
        return plans
            .SelectMany(plan => plan.Orders.Select(order => (plan, order)))
            .DistinctBy(at => at.order.ComplaintId)
            .ToDictionary(
                at => at.order.ComplaintId,
                at => Math.Round(Callback.SimulatedTeam.Inclusion((at.plan.PlanOn, at.plan, at.order), plans), 6)
            );
    }

    private List<Dictionary<string, object?>> Published()
    {
        var generation = File.ReadAllText(Path.Combine(_office.Home.PublishedData, "CURRENT")).Trim();
        return Duck.Rows($"from read_parquet({Duck.Quoted(Path.Combine(_office.Home.PublishedData, generation, "callbacks.parquet"))})");
    }

    [Fact]
    public void A_wrong_row_is_told_with_its_place_the_others_are_taken_and_the_mended_sheet_corrects()
    {
        Load();
        var file = Files(Plan())[0];
        FillIn(file, wrong: true);
        var all = Rows(file);
        var at = all.FindIndex(1, row => row["满意度"] is not null);
        Filled.In(file, Sheet, at + 2, "工单编号", "热线-000000-000000");

        var answer = _office.Call("callback", "record", file).Exits(0);
        var problems = answer.Json.GetProperty("problems").EnumerateArray().Select(Told).ToList();
        Assert.Contains((at + 2, "工单编号", "order_unknown"), problems);
        if (all[0]["满意度"] is not null)
            Assert.Contains((2, "满意度", "value_unknown"), problems);
        Assert.Equal(problems.Count, answer.Json.GetProperty("rejected").GetInt32());
        Assert.Equal(1, answer.Json.GetProperty("missing").GetInt32());
        Assert.Equal(all.Count, Sum(answer.Json));
        Assert.True(answer.Json.GetProperty("sheet_kept").GetBoolean());
        Assert.Contains($"第 {at + 2} 行，列“工单编号”", answer.Error, StringComparison.Ordinal);

        // Mended, and one answer changed: the rest is as it was.
        Filled.In(file, Sheet, at + 2, "工单编号", all[at]["工单编号"]);
        if (all[0]["满意度"] is not null)
            Filled.In(file, Sheet, 2, "满意度", "不满意");
        var other = all.FindIndex(at + 1, row => row["满意度"] is not null);
        Filled.In(file, Sheet, other + 2, "满意度", "基本满意");
        var copy = Path.Combine(_office.Folder, "改好的.xlsx");
        File.Copy(file, copy);
        var mended = _office.Call("callback", "record", copy).Exits(0).Json;
        Assert.Equal(
            (problems.Count, 1, all.Count - problems.Count - 1, 0),
            (
                mended.GetProperty("recorded").GetInt32(),
                mended.GetProperty("updated").GetInt32(),
                mended.GetProperty("unchanged").GetInt32(),
                mended.GetProperty("rejected").GetInt32()
            )
        );
        Assert.True(mended.GetProperty("is_outside").GetBoolean());
        Assert.False(File.Exists(file));
        var history = Store(
            $"select satisfaction from store.callback_result where complaint_id = '{all[other]["工单编号"]}' order by result_no"
        );
        Assert.Equal(["satisfied", "basic"], history.Select(row => row["satisfaction"]));

        // The same again changes nothing, down to the generation.
        var generation = File.ReadAllText(Path.Combine(_office.Home.PublishedData, "CURRENT"));
        var same = _office.Call("callback", "record", copy).Exits(0).Json;
        Assert.Equal((all.Count, JsonValueKind.Null), (same.GetProperty("unchanged").GetInt32(), same.GetProperty("generation").ValueKind));
        Assert.Equal(generation, File.ReadAllText(Path.Combine(_office.Home.PublishedData, "CURRENT")));
    }

    /// <summary>What a load had to hold back is read with whatever is published next, so it is told as held no longer.</summary>
    [Fact]
    public void What_a_recording_publishes_is_held_no_longer()
    {
        Load();
        var file = Files(Plan())[0];
        FillIn(file, wrong: false);
        var bad = _office.Write("坏行.csv", "工单编号,来电时间,主要内容\n" + string.Concat(Enumerable.Repeat(",,有人占道经营\n", 50)));
        _office.Call("load", bad).Exits(3);
        JsonElement Held() => _office.Call("status").Exits(0).Json.GetProperty("held");
        Assert.Equal("坏行.csv", Held().GetProperty("files").GetString());

        _office.Call("callback", "record", file).Exits(0);

        Assert.Equal(JsonValueKind.Null, Held().ValueKind);
    }

    [Fact]
    public void A_sheet_is_recorded_in_whatever_order_and_by_whatever_name_it_comes_back()
    {
        Load();
        var file = Files(Plan())[0];
        FillIn(file);
        var calls = Rows(file).Count;
        Filled.MoveFirstSheetLast(file);
        Filled.Rename(file, Sheet, "张明回来的");

        Assert.Contains("own_book", _office.Call("load", file).Exits(2).Out, StringComparison.Ordinal);
        var answer = _office.Call("callback", "record", file).Exits(0);

        Assert.Equal((calls, calls), (answer.Json.GetProperty("read").GetInt32(), answer.Json.GetProperty("recorded").GetInt32()));
    }

    [Fact]
    public void A_sheet_of_which_nothing_can_be_read_is_kept()
    {
        Load();
        var file = Files(Plan())[0];
        FillIn(file);
        Filled.In(file, Sheet, 1, "接通情况", "结果");
        Assert.Equal("form_column", Code(_office.Call("callback", "record", file).Exits(2)));
        Filled.Rename(file, Sheet, "另一张");
        Assert.Equal("callback_no_rows", Code(_office.Call("callback", "record", file).Exits(2)));
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_phone_stands_on_the_call_sheet_and_nowhere_else_and_each_opening_is_written_down()
    {
        Load();
        var said = new StringBuilder();
        Answer Say(Answer answer)
        {
            said.Append(answer.Out).Append(answer.Error);
            return answer;
        }
        var file = Files(Say(Plan("-v")))[0];
        var ids = Rows(file).Select(row => row["工单编号"]).ToList();
        var audit = File.ReadAllLines(_office.Home.AuditFile).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(ids.Order(), audit.Select(line => line.GetProperty("subject").GetString()).Order());
        Assert.All(audit, line => Assert.Equal("callback plan", line.GetProperty("verb").GetString()));
        Assert.Contains("回访 2025-04-28 话务员1", audit[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        var keys = KeyRing.Open(_office.Home.Keys, dataExist: true);
        Assert.Equal(new AuditState(ids.Count, null), AuditLog.Verify(_office.Home.AuditFile, keys.Seal));
        Say(Plan());
        Assert.Equal(ids.Count, File.ReadAllLines(_office.Home.AuditFile).Length);

        FillIn(file);
        // A phone typed into the wrong cell is not told back.
        Filled.In(file, Sheet, 2, "接通情况", "13911112222");
        var wrong = Say(_office.Call("callback", "record", file, "-v").Exits(0));
        Assert.Equal("value_unknown", Told(wrong.Json.GetProperty("problems")[0]).Code);
        Filled.In(file, Sheet, 2, "接通情况", "无人接听");
        foreach (var column in (string[])["是否联系", "是否解决", "满意度"])
            Filled.In(file, Sheet, 2, column, null);
        Say(_office.Call("callback", "record", file, "-v").Exits(0));
        Say(_office.Call("callback", "summary", "weekly", "--period", "2025-W17").Exits(0));
        Say(_office.Call("report", "weekly", "--period", "2025-W16").Exits(0));
        Say(_office.Call("status").Exits(0));

        Assert.DoesNotContain("1380000", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13911112222", said.ToString(), StringComparison.Ordinal);
        foreach (var (name, text) in Everything())
        {
            Assert.False(text.Contains("1380000", StringComparison.Ordinal), name);
            Assert.False(text.Contains("13911112222", StringComparison.Ordinal), name);
            Assert.False(text.Contains("李丽华", StringComparison.Ordinal), name);
        }
        var notes = Store("select distinct note_masked from store.callback_result where note_masked is not null");
        Assert.Equal("本人×××，改打139××××××××", Assert.Single(notes)["note_masked"]);
        // The sealed sheet opens with the key.
        using var plain = new MemoryStream();
        using (var sealedSheet = File.OpenRead(Directory.GetFiles(_office.Home.CallbackSealed).Single()))
            SealedFile.Open(sealedSheet, plain, keys.Seal);
        Assert.Equal((byte)'P', plain.ToArray()[0]);
    }

    [Fact]
    public void A_sheet_is_sealed_and_deleted_after_seven_days_with_copies_of_it()
    {
        Load();
        var file = Files(Plan())[0];
        File.Copy(file, Path.Combine(_office.Home.Callback, "回访单 - 副本.xlsx"));
        var notes = Path.Combine(_office.Home.Callback, "笔记.txt");
        File.WriteAllText(notes, "自己的");

        _office.Now = new DateTime(2025, 5, 5, 8, 29, 0);
        Assert.Empty(Swept());
        Assert.True(File.Exists(file));
        _office.Now = new DateTime(2025, 5, 5, 8, 30, 0);
        Assert.Equal(["回访单_2025-04-28_话务员1.xlsx", "回访单 - 副本.xlsx"], Swept());
        Assert.Equal([notes], Directory.GetFiles(_office.Home.Callback));
        Assert.NotEmpty(Directory.GetFiles(_office.Home.CallbackSealed));

        IEnumerable<string?> Swept() =>
            _office
                .Call("callback", "summary", "weekly", "--period", "2025-W17")
                .Exits(0)
                .Json.GetProperty("sheets_sealed")
                .EnumerateArray()
                .Select(name => name.GetString());
    }

    [Fact]
    public void Phones_that_were_never_sealed_are_missing_and_no_target_is_called_reached()
    {
        Load();
        foreach (var file in Directory.GetFiles(_office.Home.Sealed))
            File.Delete(file);
        var planned = Plan();
        Assert.Contains("找不到可拨的号码", planned.Error, StringComparison.Ordinal);
        Assert.Contains("拨打 0 个电话", planned.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("已达标", planned.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void On_days_off_there_is_no_plan_and_the_next_workday_is_named()
    {
        Load();
        var refused = _office.Call("callback", "plan", "--day", "2025-05-01").Exits(2);
        Assert.Contains("2025-05-06", refused.Json.GetProperty("error").GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_office.Home.Callback));
        // A Sunday that is worked.
        _office.Call("callback", "plan", "--day", "2025-04-27").Exits(0);
    }

    [Fact]
    public void What_cannot_be_done_is_said_with_a_remedy_and_nothing_is_touched()
    {
        Assert.Equal("nothing_loaded", Code(_office.Call("callback", "plan").Exits(4)));
        Assert.Equal("cli_callback_missing", Code(_office.Call("callback").Exits(2)));
        Assert.Equal("cli_callback_unknown", Code(_office.Call("callback", "dial").Exits(2)));
        Assert.Equal("cli_value_wrong", Code(_office.Call("callback", "plan", "--staff", "../../etc").Exits(2)));
        Assert.Equal("cli_value_wrong", Code(_office.Call("callback", "plan", "--day", "明天").Exits(2)));
        Load();
        Assert.Equal("form_foreign", Code(_office.Call("callback", "record", _office.Write("第17周.csv", Week())).Exits(2)));
        var file = Files(Plan())[0];
        using (var other = new Office())
        {
            other.Call("load", other.Write("第17周.csv", Week())).Exits(0);
            Assert.Equal("callback_foreign", Code(other.Call("callback", "record", file).Exits(2)));
        }
        Assert.Equal("callback_empty", Code(_office.Call("callback", "summary", "weekly", "--period", "2025-W02").Exits(4)));
        Directory.Delete(_office.Home.Keys, recursive: true);
        Assert.Equal("seal_key_missing", Code(_office.Call("callback", "plan", "--day", "2025-04-29").Exits(4)));
        Assert.Equal("seal_key_missing", Code(_office.Call("callback", "record", file).Exits(4)));
        Assert.True(File.Exists(file));
        _office.Call("callback", "summary", "weekly", "--period", "2025-W17").Exits(0);
    }

    [Fact]
    public void What_is_published_of_callbacks_is_what_its_schema_says()
    {
        Load();
        var file = Files(Plan())[0];
        FillIn(file);
        _office.Call("callback", "record", file).Exits(0);
        var generation = File.ReadAllText(Path.Combine(_office.Home.PublishedData, "CURRENT")).Trim();
        var rows = Duck.Rows(
            $"from read_parquet({Duck.Quoted(Path.Combine(_office.Home.PublishedData, generation, "callbacks.parquet"))})"
        );
        var schema = Docs.Schemas.Read("outputs/callbacks");
        Assert.Equal(Docs.Schemas.Columns(schema), rows[0].Keys);
        Assert.All(rows, row => Assert.InRange((double)row["inclusion"]!, 0.01, 1));
        // One draw so far: every order has the probability of the day, but for the caller of two orders.
        Assert.InRange(rows.Select(row => row["inclusion"]).Distinct().Count(), 1, 8);
    }

    private static string Code(Answer answer) => answer.Json.GetProperty("error").GetProperty("code").GetString()!;

    private static (int Row, string Column, string Code) Told(JsonElement problem) =>
        (problem.GetProperty("row").GetInt32(), problem.GetProperty("column").GetString()!, problem.GetProperty("code").GetString()!);

    private static int Sum(JsonElement recorded) =>
        new[] { "recorded", "updated", "unchanged", "blank", "rejected" }.Sum(name => recorded.GetProperty(name).GetInt32());

    private List<Dictionary<string, object?>> Store(string sql) =>
        Duck.Rows($"attach {Duck.Quoted(_office.Home.Store)} as store (read_only); {sql}");

    /// <summary>Every file of the home but keys, the store's bytes and what is sealed, as text; and the store's tables of callbacks.</summary>
    private IEnumerable<(string Name, string Text)> Everything()
    {
        foreach (var file in Directory.EnumerateFiles(_office.Home.Root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(_office.Home.Root, file);
            switch (Path.GetExtension(file))
            {
                case ".docx" or ".xlsx":
                    using (var zip = ZipFile.OpenRead(file))
                    {
                        foreach (var entry in zip.Entries)
                        {
                            using var reader = new StreamReader(entry.Open());
                            yield return ($"{name}/{entry.FullName}", reader.ReadToEnd());
                        }
                    }
                    break;
                case ".parquet":
                    var rows = Duck.Rows(
                        $"select columns(name -> name <> 'geometry')::varchar from read_parquet({Duck.Quoted(file)}, hive_partitioning = false)"
                    );
                    yield return (name, string.Join('\n', rows.SelectMany(row => row.Values.OfType<string>())));
                    break;
                case ".png" or ".sealed" or ".rows" or ".key" or ".duckdb" or ".wal":
                    break;
                default:
                    yield return (name, File.ReadAllText(file));
                    break;
            }
        }
        foreach (
            var table in (string[])
                ["callback_plan", "callback_draw", "callback_stratum", "callback_call", "callback_sheet", "callback_result"]
        )
            yield return (
                table,
                string.Join('\n', Store($"select columns(*)::varchar from store.{table}").SelectMany(row => row.Values.OfType<string>()))
            );
    }
}

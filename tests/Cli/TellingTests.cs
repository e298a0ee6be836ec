using Hotspot.Calendar;
using Hotspot.Cli;
using Hotspot.Cli.Telling;
using Hotspot.Geo;
using Hotspot.Runs;

namespace Hotspot.Tests.Cli;

public class TellingTests
{
    [Fact]
    public void A_file_without_call_times_says_what_is_lost_and_how_to_get_it()
    {
        var told = Told(Some.Allowance(withHour: 0, withCallTime: 0));
        Assert.Contains("缺来电时间，无法判定小时高峰；请在平台导出时勾选“来电时间”", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_in_another_system_than_declared_are_told_with_the_setting_that_mends_it()
    {
        using var door = new Door().WithHome();
        var found = new CoordinateFinding(CoordinateSystem.Gcj02, CoordinateSystem.Wgs84, 31, 0.129, 0.871, 240, 541.4);
        door.Runs.LoadAnswer = Some.Load(Some.File() with { Coordinates = found });
        door.Call("load", "--json");
        Assert.Contains("来源声明为GCJ-02（高德、腾讯坐标）", door.Error, StringComparison.Ordinal);
        Assert.Contains("约偏541米", door.Error, StringComparison.Ordinal);
        Assert.Contains(
            "\"coordinate_systems\": { \"beijing-12345\": \"wgs84\" }",
            door.Error.ReplaceLineEndings(""),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"coordinates\":{\"declared\":\"gcj02\",\"likely\":\"wgs84\",\"deciding_points\":31,\"share_declared\":0.129,"
                + "\"share_likely\":0.871,\"units\":240,\"shift_m\":541}",
            door.Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("坐标系", Told(Some.Allowance()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_time_instead_of_the_call_is_told_with_its_effect() =>
        Assert.Contains("改用派发或登记时间（50.5%）", Told(Some.Allowance(withHour: 49, withCallTime: 0)), StringComparison.Ordinal);

    [Fact]
    public void A_complete_file_says_what_it_allows()
    {
        var told = Told(Some.Allowance(districtUnknown: 0));
        Assert.Contains(
            "有来电时间（100%） → 可做小时高峰".Replace(" ", "", StringComparison.Ordinal),
            told.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("有坐标 41.2%，有点位名称 61.9%", told, StringComparison.Ordinal);
        Assert.Contains("2025-04-21 至 2025-04-27", told, StringComparison.Ordinal);
        Assert.Contains("所在区全部明确", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_places_districts_and_numbers_are_told()
    {
        var told = Told(
            Some.Allowance(withCoordinate: 0, withPlace: 0, withCallerKey: 0, districtUnknown: 5),
            Some.Quality() with
            {
                WithPoint = 0,
            }
        );
        Assert.Contains("无法判定高发点位", told, StringComparison.Ordinal);
        Assert.Contains("所在区不明 5 件（5.2%）", told, StringComparison.Ordinal);
        Assert.Contains("无法识别重复来电", told, StringComparison.Ordinal);
        Assert.Contains("无坐标，有点位名称", Told(Some.Allowance(withCoordinate: 0)), StringComparison.Ordinal);
        Assert.Contains("没有可用的记录", Told(Some.Allowance(complaints: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_only_the_text_tells_are_points()
    {
        var told = Told(Some.Allowance(withCoordinate: 0, withPlace: 0), Some.Quality() with { WithPoint = 87 });
        Assert.Contains("标题、内容里读出的地点能落到点位 89.7%", told, StringComparison.Ordinal);
        Assert.Contains("能落到点位（坐标或点位名称） 87 件（89.7%）", told, StringComparison.Ordinal);
        Assert.DoesNotContain("无法判定高发点位", told, StringComparison.Ordinal);
        Assert.Contains(
            "几乎都落不到点位",
            Told(Some.Allowance(withCoordinate: 0), Some.Quality() with { WithPoint = 0 }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_without_a_story_says_what_is_lost_and_how_to_get_it()
    {
        const string Lost = "没有主要内容和标题 → 只能按平台分类判定问题类型";
        Assert.Contains(Lost, Told(Some.Allowance()), StringComparison.Ordinal);
        using var door = new Door().WithHome();
        door.Runs.LoadAnswer = Some.Load(Some.File() with { Columns = [new("内容", "content")] });
        door.Call("load");
        Assert.DoesNotContain(Lost, door.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Lost, Told(Some.Allowance(complaints: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_any_district_says_that_only_the_city_can_be_counted()
    {
        const string Lost = "没有所在区 → 只能统计全市，不能按区、街道统计；请在平台导出时勾选“被反映区”“被反映街乡镇”";
        Assert.Contains(Lost, Told(Some.Allowance(districtUnknown: 97)), StringComparison.Ordinal);
        Assert.DoesNotContain(Lost, Told(Some.Allowance(districtUnknown: 96)), StringComparison.Ordinal);
        var unknown = Some.Quality() with { DistrictUnrecognised = 97 };
        Assert.DoesNotContain(Lost, Told(Some.Allowance(districtUnknown: 97), unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_districts_streets_and_words_are_told_with_what_to_do()
    {
        var quality = Some.Quality() with
        {
            DistrictUnrecognised = 85,
            DistrictTold = 12,
            UnknownDistricts = [new("廊坊市", 27), new("雄安新区", 21)],
            StreetDropped = 52,
            Unmapped = [new("status", 7, [new("奇怪状态", 7)])],
        };
        var told = Told(Some.Allowance(), quality);
        Assert.Contains("区名未识别 85 件：廊坊市 27、雄安新区 21…（由街乡镇、坐标或地名推定 12 件）", told, StringComparison.Ordinal);
        Assert.Contains("街乡镇未识别或与区不符 52 件（53.6%）", told, StringComparison.Ordinal);
        Assert.Contains("hotspot review make", told, StringComparison.Ordinal);
        Assert.Contains("未对照的取值：工单状态: 奇怪状态 7（", told, StringComparison.Ordinal);
        Assert.DoesNotContain("区名未识别", Told(Some.Allowance()), StringComparison.Ordinal);
    }

    [Fact]
    public void Among_many_files_one_with_many_unknown_districts_is_told_apart()
    {
        using var door = new Door().WithHome();
        var plain = Some.File("平.csv") with { Rejected = 0, SkippedSheets = [], Quality = Some.Quality() with { Bursts = [] } };
        var strange = plain with { Name = "怪.csv", Quality = plain.Quality! with { DistrictUnrecognised = 40, DistrictTold = 1 } };
        door.Runs.LoadAnswer = Some.Load(plain, plain, plain, strange);
        door.Call("load");
        Assert.Contains("怪.csv（版式", door.Out, StringComparison.Ordinal);
        Assert.Contains("区名未识别 40 件", door.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("平.csv（版式", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_not_promised_where_hardly_any_can_be_had()
    {
        using var door = new Door().WithHome();
        var quality = Some.Quality() with { WithPoint = 0, GeoFlags = [new FlagCount("coordinate_outside_city", 97)] };
        door.Runs.LoadAnswer = Some.Load(
            Some.File(allowance: Some.Allowance(withCoordinate: 97), quality: quality) with
            {
                City = "new-york",
            }
        );
        door.Call("load");
        Assert.Contains("城市：new-york；97 个坐标在城市范围之外（100%）", door.Out, StringComparison.Ordinal);
        Assert.Contains("不能做高发点位和地图", door.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("可做高发点位和地图", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_load_after_a_preview_names_the_same_source()
    {
        using var door = new Door().WithHome();
        var file = door.File("四月.csv");
        door.Runs.LoadAnswer = Some.Load(Some.File());
        door.Call("load", file, "--source", "tickets", "--dry-run");
        Assert.Contains("--source tickets", door.Out.ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.001, "0.00")]
    [InlineData(0.0, "0.00")]
    [InlineData(0.126, "+0.13")]
    [InlineData(-1.5, "-1.50")]
    public void A_weight_has_one_sign(double weight, string told) => Assert.Equal(told, OrderTelling.Weight(weight));

    [Fact]
    public void Rejected_rows_are_told_by_reason_with_their_lines_and_the_rest_counted()
    {
        var told = Told(Some.Allowance());
        Assert.Contains("拒收 3 行（3%）", told.Replace("3.0%", "3%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("没有可用的时间，列“来电时间”，第 12、17 行", told, StringComparison.Ordinal);
        Assert.Contains("另有 1 行", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_a_file_doubtful_is_told_with_what_follows()
    {
        var told = Told(Some.Allowance(), Some.Quality(heaped: true, late: 2, digits: 3));
        Assert.Contains("时间集中在整点和半点（41.2%", told, StringComparison.Ordinal);
        Assert.Contains("只按小时统计", told, StringComparison.Ordinal);
        Assert.Contains("有 30 件的时间同为 2025-04-21 09:00:07", told, StringComparison.Ordinal);
        Assert.Contains("尾数已丢失 3 件", told, StringComparison.Ordinal);
        Assert.Contains("没有工单编号 6 件", told, StringComparison.Ordinal);
        Assert.Contains("晚于导入当天或远晚于其他记录 2 件", told, StringComparison.Ordinal);
        Assert.Contains("经别名或后缀归并 12 处", told, StringComparison.Ordinal);
        Assert.DoesNotContain("整点和半点", Told(Some.Allowance()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_has_a_row_for_each_file_and_a_total()
    {
        using var door = new Door().WithHome();
        door.Runs.LoadAnswer = Some.Load(Some.File("一.csv"), Some.File("[二].csv"));
        door.Call("load");
        Assert.Matches(@"\| \[二\]\.csv +\| +100 \| +90 \| +4 \| +3 \| +3 \|", door.Out);
        Assert.Matches(@"\| 合计 +\| +200 \| +180 \| +8 \| +6 \| +6 \|", door.Out);
        Assert.Contains("下一步：hotspot report weekly", door.Out, StringComparison.Ordinal);
    }

    /// <summary>The command that is printed makes this very draft final, whichever months the home counts by.</summary>
    [Theory]
    [InlineData(MonthRule.Assessment, MonthRule.Natural, "monthly", "report monthly --period 2025-04 --cycle assessment --final")]
    [InlineData(MonthRule.Natural, MonthRule.Assessment, "monthly", "report monthly --period 2025-04 --cycle natural --final")]
    [InlineData(MonthRule.Natural, MonthRule.Natural, "monthly", "report monthly --period 2025-04 --final")]
    [InlineData(MonthRule.Natural, MonthRule.Assessment, "weekly", "report weekly --period 2025-W17 --final")]
    public void A_draft_is_made_final_by_the_command_that_follows_it(MonthRule asked, MonthRule ofHome, string kind, string next)
    {
        using var door = new Door().WithHome();
        var home = new Hotspot.Settings.Home(door.Home);
        new Hotspot.Settings.HomeSettings { MonthRule = ofHome }.Write(home.SettingsFile);
        var report = Some.Report(home, kind == "weekly" ? PeriodKind.Weekly : PeriodKind.Monthly);
        door.Runs.ReportAnswer = kind == "weekly" ? report : report with { Period = Period.OfMonth(2025, 4, asked) };

        door.Call("report", kind);

        Assert.Contains($"下一步：hotspot {next}", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_still_runs_is_not_sent_to_be_final()
    {
        using var door = new Door().WithHome();
        door.Runs.ReportAnswer = Some.Report(new Hotspot.Settings.Home(door.Home), PeriodKind.Monthly) with { IsRunning = true };

        door.Call("report", "monthly");

        Assert.DoesNotContain("--final", door.Out, StringComparison.Ordinal);
        Assert.Contains("数据还没有到本期最后一天", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_shows_only_what_is_known_and_says_that_nothing_changed()
    {
        using var door = new Door().WithHome();
        var file = door.File("四 月.csv");
        Assert.Equal(0, door.Call("load", file, "--dry-run"));
        Assert.Contains($"下一步：hotspot load \"{file}\"", door.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("新增", door.Out, StringComparison.Ordinal);
        Assert.Contains("未作任何改动", door.Out, StringComparison.Ordinal);
        Assert.Contains("表头在工作表“工单”第 2 行", door.Out, StringComparison.Ordinal);
        Assert.Contains("工单编号 → complaint_id", door.Out, StringComparison.Ordinal);
        Assert.Contains("不认识、未读取的列：怪列", door.Out, StringComparison.Ordinal);
        Assert.Contains("已一并读取的隐藏工作表：附表", door.Out, StringComparison.Ordinal);
        Assert.Contains("用到 1 列；认识但按版式不用的列：备用列", door.Out, StringComparison.Ordinal);
        Assert.Equal(new LoadOptions(DryRun: true), door.Runs.LoadOptions);
    }

    [Fact]
    public void Progress_goes_to_standard_error_in_plain_lines_and_quiet_silences_it()
    {
        using var door = new Door().WithHome();
        door.Call("load");
        Assert.Contains("已处理 2,000,000 行", door.Error, StringComparison.Ordinal);
        using var quiet = new Door().WithHome();
        quiet.Call("load", "--quiet");
        Assert.Equal("", quiet.Error + quiet.Out);
    }

    [Fact]
    public void A_draft_names_the_command_that_finalises_it()
    {
        using var door = new Door().WithHome();
        door.Call("report", "weekly", "--home", door.Home);
        Assert.Contains($"hotspot report weekly --period 2025-W17 --final --home \"{door.Home}\"", door.Out, StringComparison.Ordinal);
        Assert.Contains("初稿", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_for_a_week_is_told_to_have_no_effect()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call("report", "weekly", "--cycle", "assessment"));
        Assert.Contains("--cycle", door.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, "0%")]
    [InlineData(10, 10, "100%")]
    [InlineData(9999, 10000, ">99.9%")]
    [InlineData(1, 10000, "<0.1%")]
    [InlineData(1, 3, "33.3%")]
    [InlineData(0, 0, "—")]
    public void A_share_never_rounds_to_all_or_nothing(long part, long whole, string written) =>
        Assert.Equal(written, Wording.Share(part, whole));

    private static string Told(FileAllowance allowance, FileQuality? quality = null)
    {
        using var door = new Door().WithHome();
        door.Runs.LoadAnswer = Some.Load(Some.File(allowance: allowance, quality: quality));
        door.Call("load");
        return door.Out;
    }
}

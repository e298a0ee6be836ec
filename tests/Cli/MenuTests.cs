using Hotspot.Calendar;
using Hotspot.Language;

namespace Hotspot.Tests.Cli;

public class MenuTests
{
    [Fact]
    public void Mondays_bulletin_is_two_keystrokes()
    {
        using var door = new Door().WithHome();
        door.Runs.StatusAnswer = Some.Status(door.Home, initialised: true, inbox: 2, generation: "g1");
        door.Sit([], "", "");
        Assert.Equal(["load", "report weekly"], door.Runs.Calls.Where(call => call != "status"));
        Assert.Empty(door.Runs.LoadPaths);
        Assert.Null(door.Runs.ReportOptions!.PeriodName);
        Assert.Contains("材料.docx", door.Out, StringComparison.Ordinal);
        Assert.Contains("夜间施工扰民高峰", door.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"1 张，在 {Path.Combine(door.Home, "published", "weekly", "2025-W17", "charts")}",
            door.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void With_an_empty_inbox_the_preset_is_the_weekly_bulletin()
    {
        using var door = new Door().WithHome();
        door.Runs.StatusAnswer = Some.Status(door.Home, initialised: true, inbox: 0, generation: "g1");
        Assert.Equal(0, door.Sit([], "", "", "0"));
        Assert.Equal(["report weekly"], door.Runs.Calls.Where(call => call != "status"));
    }

    [Fact]
    public void The_first_run_asks_four_questions_and_makes_the_home()
    {
        using var door = new Door();
        Assert.Equal(0, door.Sit([], "某区城管委", "36", "7", "2", "0"));
        var answers = door.Runs.InitAnswers!;
        Assert.Equal(
            ("某区城管委", 36, DayOfWeek.Sunday, MonthRule.Assessment),
            (answers.UnitName, answers.NextIssueNumber, answers.WeekStart, answers.MonthRule)
        );
        Assert.True(System.IO.File.Exists(Path.Combine(door.Home, "settings.json")));
    }

    [Fact]
    public void Enter_four_times_takes_the_defaults()
    {
        using var door = new Door();
        door.Sit([], "", "", "", "", "0");
        Assert.Equal(new Hotspot.Runs.InitAnswers("", 1, DayOfWeek.Monday, MonthRule.Natural), door.Runs.InitAnswers);
    }

    [Fact]
    public void Input_that_ends_among_the_questions_makes_nothing()
    {
        using var door = new Door();
        Assert.Equal(0, door.Sit([], "某区城管委", "36"));
        Assert.Empty(door.Runs.Calls);
        Assert.False(Directory.Exists(door.Home));
    }

    [Fact]
    public void An_error_is_shown_waits_for_a_key_and_the_menu_stays()
    {
        using var door = new Door().WithHome();
        door.Runs.Failures["report"] = new OperatorException(ExitCode.Busy, "cli_file_refused", ("detail", "材料.docx"));
        Assert.Equal(0, door.Sit([], "2", "", "2", "", "0"));
        Assert.Contains("请关闭正在打开它的 Word", door.Error, StringComparison.Ordinal);
        Assert.Equal(1, door.KeysWaitedFor);
        Assert.Equal(2, door.Runs.Calls.Count(call => call == "report weekly"));
    }

    [Fact]
    public void Call_sheets_are_three_keystrokes_and_a_filled_in_one_is_dragged_in()
    {
        using var door = new Door().WithHome();
        var sheet = door.File("回访单.xlsx");
        door.Sit([], "7", "1", "张明，李华", "0");
        Assert.Equal(["张明", "李华"], Assert.IsType<Hotspot.Runs.Callbacks.PlanRequest>(door.Runs.CallbackAsked).Staff);
        door.Sit([], "7", "", "", "0");
        Assert.Equal(1, Assert.IsType<Hotspot.Runs.Callbacks.PlanRequest>(door.Runs.CallbackAsked).Telephonists);
        door.Sit([], "7", "2", $"\"{sheet}\"", "0");
        Assert.Equal(sheet, Assert.IsType<Hotspot.Runs.Callbacks.RecordRequest>(door.Runs.CallbackAsked).File);
        door.Sit([], "7", "3", "0");
        Assert.IsType<Hotspot.Runs.Callbacks.SummaryRequest>(door.Runs.CallbackAsked);
    }

    [Fact]
    public void A_period_that_cannot_be_read_is_asked_again()
    {
        using var door = new Door().WithHome();
        door.Sit([], "3", "四月", "2025-04", "0");
        Assert.Equal("2025-04", door.Runs.ReportOptions!.PeriodName);
        Assert.Equal(PeriodKind.Monthly, door.Runs.ReportOptions.Kind);
        Assert.Contains("四月", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_that_is_not_on_the_menu_is_asked_again()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit([], "9", "周报", "0"));
        Assert.All(door.Runs.Calls, call => Assert.Equal("status", call));
    }

    [Fact]
    public void The_menu_shows_what_the_week_needs()
    {
        using var door = new Door().WithHome();
        door.Sit([], "0");
        foreach (var item in (string[])["导入", "周报", "月报", "状态", "演示", "临时筛选", "回访", "退出"])
            Assert.Contains(item, door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_typed_in_the_menu_is_a_cut()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit([], "6", "", "6", "朝阳近三月按街道", "", "0"));
        Assert.Equal("朝阳近三月按街道", door.Runs.CutAsked!.Value.Request.Sentence);
        Assert.Single(door.Runs.Calls, "cut");
        Assert.Contains("望京街道", door.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("督查科")]
    [InlineData("")]
    public void A_cut_of_the_menu_is_written_to_a_file(string unit)
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit([], "6", "朝阳近三月按街道", "\"朝阳 三月.xlsx\"", unit, "0"));
        var orders = door.Runs.CutAsked!.Value.Orders;
        Assert.Equal(("朝阳 三月.xlsx", unit.Length == 0 ? null : unit), (Path.GetFileName(orders.Output), orders.For));
    }

    [Fact]
    public void Demonstration_from_the_menu_has_a_home_of_its_own()
    {
        using var door = new Door().WithHome();
        door.Sit([], "5", "0");
        Assert.Contains("demo", door.Runs.Calls);
        Assert.Contains(Path.Combine(door.Folder, "hotspot-demo"), door.Out, StringComparison.Ordinal);
    }
}

using Hotspot.Language;

namespace Hotspot.Tests.Cli;

public class ExitCodeTests
{
    [Fact]
    public void Without_a_verb_and_without_a_person_it_shows_help_and_exits_2()
    {
        using var door = new Door();
        Assert.Equal(2, door.Call());
        Assert.StartsWith("示例：", door.Out, StringComparison.Ordinal);
        Assert.Empty(door.Runs.Calls);
    }

    [Theory]
    [InlineData("laod")]
    [InlineData("--bad")]
    [InlineData("load", "--bad")]
    [InlineData("load", "--source")]
    [InlineData("load", "--source", "--bad")]
    [InlineData("--home", "a", "--home", "b", "status")]
    [InlineData("status", "extra")]
    [InlineData("status", "--threads", "0")]
    [InlineData("status", "--threads", "many")]
    [InlineData("status", "--memory", "4 apples")]
    [InlineData("status", "--lang", "fr")]
    [InlineData("report")]
    [InlineData("report", "hourly")]
    [InlineData("report", "weekly", "--period", "2025-04")]
    [InlineData("report", "weekly", "--period", "2025-W53")]
    [InlineData("report", "monthly", "--cycle", "lunar")]
    [InlineData("sample", "-o", "x")]
    [InlineData("sample", "--complaints", "10")]
    [InlineData("sample", "--complaints", "0", "-o", "x")]
    [InlineData("sample", "--complaints", "100000001", "-o", "x")]
    [InlineData("sample", "--complaints", "499", "-o", "x")]
    [InlineData("sample", "--complaints", "500", "--weeks", "1", "-o", "x")]
    [InlineData("init", "--week-start", "8")]
    public void A_wrong_line_exits_2_before_anything_is_touched(params string[] args)
    {
        using var door = new Door();
        Assert.Equal(2, door.Call(args));
        Assert.Empty(door.Runs.Calls);
        Assert.Empty(Directory.EnumerateFileSystemEntries(door.Folder));
        Assert.Contains("错误：", door.Error, StringComparison.Ordinal);
        Assert.Contains("处理：", door.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("{", door.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hotspot  ", door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_verb_or_option_names_the_nearest_one()
    {
        using var door = new Door();
        door.Call("laod");
        Assert.Contains("hotspot load", door.Error, StringComparison.Ordinal);
        door.Call("load", "--dryrun");
        Assert.Contains("--dry-run", door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_exits_4_and_is_named()
    {
        using var door = new Door();
        Assert.Equal(4, door.Call("load", "没有.csv"));
        Assert.Contains(Path.Combine(door.Folder, "没有.csv"), door.Error, StringComparison.Ordinal);
        Assert.Empty(door.Runs.Calls);
    }

    [Fact]
    public void An_operator_error_keeps_its_code_and_shows_cause_and_remedy()
    {
        using var door = new Door();
        door.Runs.Failures["report"] = new OperatorException(ExitCode.Missing, "cli_path_missing", ("path", "某处"));
        Assert.Equal(4, door.Call("report", "weekly"));
        Assert.Equal("错误：找不到 某处。\n处理：请检查路径，或把文件放进收件箱后运行 hotspot load。\n", Lines(door.Error));
    }

    [Fact]
    public void Ctrl_c_reaches_the_run_and_exits_130()
    {
        using var door = new Door { Interrupted = true };
        door.Runs.Failures["report"] = new OperationCanceledException();
        Assert.Equal(130, door.Call("report", "weekly"));
        Assert.StartsWith("已停止：", door.Error, StringComparison.Ordinal);
        Assert.True(door.Runs.SawCancel);
    }

    [Fact]
    public void A_gate_that_failed_exits_3_and_says_that_nothing_was_published()
    {
        using var door = new Door().WithHome();
        door.Runs.LoadAnswer = door.Runs.LoadAnswer with { GateFailed = true, Generation = null };
        Assert.Equal(3, door.Call("load"));
        Assert.Contains("未发布", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_open_elsewhere_exits_5()
    {
        using var door = new Door();
        door.Runs.Failures["report"] = new IOException("in use", 32);
        Assert.Equal(5, door.Call("report", "weekly"));
    }

    [Fact]
    public void A_fault_of_ours_exits_1_and_prints_where_the_log_is()
    {
        using var door = new Door().WithHome();
        door.Runs.Failures["report"] = new InvalidOperationException("could not convert '张三反映楼下施工' 13800138000");
        Assert.Equal(1, door.Call("report", "weekly"));
        var log = Path.Combine(door.Home, "logs", "2025-04-28.jsonl");
        Assert.Contains(log, door.Error, StringComparison.Ordinal);
        var text = System.IO.File.ReadAllText(log);
        Assert.Contains("InvalidOperationException", text, StringComparison.Ordinal);
        Assert.Contains("FakeRuns", text, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", text + door.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", text + door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_without_a_home_prints_its_trace_instead_of_a_log_path()
    {
        using var door = new Door();
        door.Runs.Failures["report"] = new InvalidOperationException("boom");
        Assert.Equal(1, door.Call("report", "weekly"));
        Assert.Contains("System.InvalidOperationException: boom", door.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(door.Home));
    }

    [Fact]
    public void Broken_settings_exit_2_and_name_the_file()
    {
        using var door = new Door().WithHome();
        var file = Path.Combine(door.Home, "settings.json");
        System.IO.File.WriteAllText(file, """{"no_such_setting": 1}""");
        Assert.Equal(2, door.Call("status"));
        Assert.Contains(file, door.Error, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_of_a_home_that_was_never_made_exits_4_and_names_the_next_command()
    {
        using var door = new Door();
        Assert.Equal(4, door.Call("status"));
        Assert.Contains("下一步：hotspot init", door.Out, StringComparison.Ordinal);
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}

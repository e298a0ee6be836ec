using Hotspot.Settings;

namespace Hotspot.Tests.Cli;

public class HomeAndLogTests
{
    [Fact]
    public void The_home_is_the_option_then_the_variable_then_the_folder_at_hand()
    {
        using var door = new Door();
        door.Call("init");
        Assert.Equal(door.Home, door.Runs.Context!.Home.Root);
        door.Variables["HOTSPOT_HOME"] = Path.Combine(door.Folder, "variable");
        door.Call("init");
        Assert.Equal(Path.Combine(door.Folder, "variable"), door.Runs.Context!.Home.Root);
        door.Call("init", "--home", "option");
        Assert.Equal(Path.Combine(door.Folder, "option"), door.Runs.Context!.Home.Root);
    }

    [Fact]
    public void The_demonstration_never_takes_the_home_of_the_variable()
    {
        using var door = new Door();
        door.Variables["HOTSPOT_HOME"] = door.Home;
        door.Call("demo");
        Assert.Equal(Path.Combine(door.Folder, "hotspot-demo"), door.Runs.Context!.Home.Root);
        door.Call("demo", "--home", "try");
        Assert.Equal(Path.Combine(door.Folder, "try"), door.Runs.Context!.Home.Root);
    }

    [Fact]
    public void Limits_reach_the_run()
    {
        using var door = new Door();
        door.Call("status", "--threads", "2", "--memory", "4GB");
        Assert.Equal(new Hotspot.Settings.SessionLimits(2, "4GB"), door.Runs.Context!.Limits);
    }

    [Fact]
    public void A_run_leaves_json_lines_in_the_log_of_the_day()
    {
        using var door = new Door().WithHome();
        door.Call("report", "weekly");
        var lines = System.IO.File.ReadAllLines(Path.Combine(door.Home, "logs", "2025-04-28.jsonl"));
        Assert.Equal(2, lines.Length);
        var ended = System.Text.Json.JsonDocument.Parse(lines[1]).RootElement;
        Assert.Equal(0, ended.GetProperty("ExitCode").GetInt32());
        Assert.Equal("report", ended.GetProperty("Verb").GetString());
        Assert.Equal(new DateTimeOffset(2025, 4, 28, 0, 30, 0, TimeSpan.Zero), ended.GetProperty("@t").GetDateTimeOffset());
    }

    [Fact]
    public void Init_is_logged_once_its_home_stands()
    {
        using var door = new Door();
        door.Call("init");
        Assert.Contains("ended", System.IO.File.ReadAllText(Path.Combine(door.Home, "logs", "2025-04-28.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_also_tells_the_log_on_standard_error()
    {
        using var door = new Door().WithHome();
        door.Call("status", "-v");
        Assert.Contains("08:30:00 Information", door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_tells_the_city_of_the_home_and_how_another_gets_its_own()
    {
        using var door = new Door();
        door.Call("init");
        Assert.Contains("城市：由第一次导入的文件确定", door.Out, StringComparison.Ordinal);
        var home = new Hotspot.Settings.Home(door.Home);
        (new Hotspot.Settings.HomeSettings() with { City = "new-york" }).Write(home.SettingsFile);
        door.Call("init");
        Assert.Contains("城市：new-york", door.Out, StringComparison.Ordinal);
        Assert.Contains("--home", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_changes_only_the_settings_that_were_named()
    {
        using var door = new Door();
        door.Call("init", "--unit", "某区城管委", "--next-issue", "36");
        door.Call("init", "--week-start", "Sunday");
        Assert.Equal(
            ("某区城管委", 36, DayOfWeek.Sunday),
            (door.Runs.InitAnswers!.UnitName, door.Runs.InitAnswers.NextIssueNumber, door.Runs.InitAnswers.WeekStart)
        );
        door.Call("init");
        Assert.Null(door.Runs.InitAnswers);
    }

    [Fact]
    public void A_window_of_its_own_waits_for_a_key_after_a_verb_and_after_an_error()
    {
        using var door = new Door { OwnsWindow = true }.WithHome();
        door.Call("status");
        Assert.Equal(1, door.KeysWaitedFor);
        door.Call("report");
        Assert.Equal(2, door.KeysWaitedFor);
    }

    [Fact]
    public void A_sample_gets_its_size_weeks_seed_and_last_day()
    {
        using var door = new Door();
        Assert.Equal(0, door.Call("sample", "--complaints", "20,000", "--weeks", "4", "--seed", "7", "-o", "out", "--until", "2025-04-27"));
        Assert.Equal(["sample 20000 4 7 2025-04-27"], door.Runs.Calls);
    }
}

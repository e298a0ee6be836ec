using Hotspot.Cli;
using Hotspot.Language;

namespace Hotspot.Tests.Cli;

public class DroppedFileTests
{
    [Fact]
    public void Dropped_files_are_looked_at_then_loaded_then_the_bulletin_is_offered()
    {
        using var door = new Door().WithHome();
        var files = (string[])[door.File("一.csv"), door.File("二.xlsx")];
        Assert.Equal(0, door.Sit(files, "", "", "0"));
        Assert.Equal(["preview", "load", "report weekly"], door.Runs.Calls.Where(call => call != "status"));
        Assert.Equal(files, door.Runs.LoadPaths);
        Assert.True(door.Out.IndexOf("尚未导入", StringComparison.Ordinal) < door.Out.IndexOf("导入完成", StringComparison.Ordinal));
    }

    [Fact]
    public void Saying_no_loads_nothing_and_the_menu_stays()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit([door.File("一.csv")], "n", "4", "0"));
        Assert.DoesNotContain("load", door.Runs.Calls);
        Assert.Contains("请选择", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_file_is_told_and_the_window_stays()
    {
        using var door = new Door { OwnsWindow = true }.WithHome();
        door.Runs.Failures["preview"] = new IOException("in use", 32);
        Assert.Equal(0, door.Sit([door.File("一.csv")], "0"));
        Assert.Equal(1, door.KeysWaitedFor);
        Assert.Contains("请选择", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_person_dropped_files_are_loaded_directly()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call(door.File("一.csv"), "--json"));
        Assert.Equal(["load"], door.Runs.Calls);
        Assert.Equal(100, door.LastLine().GetProperty("read").GetInt64());
    }

    [Fact]
    public void A_mending_workbook_is_taken_back_after_a_question()
    {
        using var door = new Door().WithHome();
        var book = door.Book("补正.xlsx", "retry");
        Assert.Equal(0, door.Sit([book], "", "n", "0"));
        Assert.Equal(["load"], door.Runs.Calls.Where(call => call != "status"));
        Assert.True(door.Runs.LoadOptions!.Retry);
        Assert.Equal([book], door.Runs.LoadPaths);
        Assert.Contains("补正.xlsx”是填好的补正表，现在采纳？", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_of_a_header_is_taken_back_and_its_export_is_loaded()
    {
        using var door = new Door().WithHome();
        var export = door.Runs.ReviewExport = door.File("某区.csv");
        var book = door.Book("表头对照.xlsx", "profile");
        Assert.Equal(0, door.Sit([book], "", "", "n", "0"));
        Assert.Equal(["review apply", "preview", "load"], door.Runs.Calls.Where(call => call != "status"));
        Assert.Equal(book, door.Runs.ReviewAsked!.File);
        Assert.Equal([export], door.Runs.LoadPaths);
    }

    [Theory]
    [InlineData("review", "review apply")]
    [InlineData("rules", "rules import")]
    [InlineData("callback", "callback")]
    public void Every_workbook_of_the_program_finds_its_way_back(string kind, string run)
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit([door.Book("一.xlsx", kind)], "", "0"));
        Assert.Equal([run], door.Runs.Calls.Where(call => call != "status"));
    }

    [Fact]
    public void A_workbook_that_is_not_to_be_taken_yet_is_no_export_either()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit([door.Book("核对.xlsx", "review"), door.File("一.csv")], "n", "n", "0"));
        Assert.Equal(["preview"], door.Runs.Calls.Where(call => call != "status"));
        Assert.Single(door.Runs.LoadPaths);
    }

    [Fact]
    public void Of_a_header_that_nobody_knows_a_workbook_is_made_and_the_other_files_are_loaded()
    {
        using var door = new Door().WithHome();
        var (stranger, known) = (door.File("某区.csv"), door.File("一.csv"));
        door.Runs.Failures["preview"] = Unknown(stranger);
        Assert.Equal(0, door.Sit([stranger, known], "", "", "n", "0"));
        Assert.Equal(["preview", "review make", "preview", "load"], door.Runs.Calls.Where(call => call != "status"));
        Assert.Equal(stranger, door.Runs.ReviewAsked!.File);
        Assert.Equal([known], door.Runs.LoadPaths);
        Assert.Contains("表头无法识别", door.Out, StringComparison.Ordinal);
        Assert.Contains("现在生成表头对照表？", door.Out, StringComparison.Ordinal);
        Assert.Contains("把这份表拖到本窗口", door.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("hotspot review", door.Out + door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_waits_to_be_filled_in_is_not_made_anew()
    {
        using var door = new Door().WithHome();
        var stranger = door.File("某区.csv");
        door.Book(Path.Combine("hotspot-home", "review", "表头对照_某区.xlsx"), "profile");
        door.Runs.Failures["preview"] = Unknown(stranger);
        door.Runs.ReviewExport = stranger;
        Assert.Equal(0, door.Sit([stranger], "", "", "n", "0"));
        Assert.Equal(["preview", "review apply", "preview", "load"], door.Runs.Calls.Where(call => call != "status"));
    }

    [Fact]
    public void Files_are_dragged_into_the_menu_at_any_time()
    {
        using var door = new Door().WithHome();
        door.Runs.StatusAnswer = Some.Status(door.Home, initialised: true, inbox: 2, generation: "g1");
        var book = door.Book("补 正.xlsx", "retry");
        Assert.Equal(0, door.Sit([], $"\"{book}\"", "", "n", "0"));
        Assert.Equal([book], door.Runs.LoadPaths);
    }

    private static OperatorException Unknown(string path) =>
        new(
            ExitCode.WrongUse,
            "ingest.header_unknown",
            ("file", Path.GetFileName(path)),
            ("path", path),
            ("nearest", "beijing-12345"),
            ("matched", "2"),
            ("unmatched", "流水"),
            ("missing", "工单编号")
        );

    [Fact]
    public void A_path_that_begins_with_an_at_sign_is_a_path()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call("load", Path.Combine(door.Folder, "..", Path.GetFileName(door.Folder))));
        Assert.Equal(door.Folder, door.Runs.LoadPaths[0]);
        door.File("@四月.csv");
        Assert.Equal(0, door.Call("load", "@四月.csv"));
        Assert.Equal(Path.Combine(door.Folder, "@四月.csv"), door.Runs.LoadPaths[0]);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\"D:\\a b.csv\" D:\\c.csv", new[] { "D:\\a b.csv", "D:\\c.csv" })]
    [InlineData("& 'D:\\a b.csv'", new[] { "D:\\a b.csv" })]
    public void Paths_dragged_into_the_window_are_read_as_the_console_pastes_them(string line, string[] paths) =>
        Assert.Equal(paths, Prompt.Paths(line));
}

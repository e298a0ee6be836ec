using Hotspot.Cli;

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

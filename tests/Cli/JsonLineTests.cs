namespace Hotspot.Tests.Cli;

public class JsonLineTests
{
    [Fact]
    public void Json_is_the_only_line_of_standard_output_and_holds_the_ledger_of_each_file()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call("load", door.File("四月.csv"), "--json"));
        Assert.Single(door.Out.TrimEnd().Split('\n'));
        Assert.Contains("四月.csv", door.Out, StringComparison.Ordinal);
        var file = door.LastLine().GetProperty("files")[0];
        Assert.Equal("四月.csv", file.GetProperty("name").GetString());
        Assert.Equal(64, file.GetProperty("sha256").GetString()!.Length);
        Assert.Equal("beijing-12345", file.GetProperty("source").GetString());
        string[] counts = ["inserted", "updated", "unchanged", "rejected"];
        Assert.Equal([90, 4, 3, 3], counts.Select(name => file.GetProperty(name).GetInt64()));
        Assert.Equal(file.GetProperty("read").GetInt64(), counts.Sum(name => file.GetProperty(name).GetInt64()));
        Assert.Equal(97, file.GetProperty("allowance").GetProperty("with_call_time").GetInt64());
        Assert.Contains("| 四月.csv |", door.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_rejected_row_is_nowhere_in_the_output()
    {
        using var door = new Door().WithHome();
        door.Call("load", "--json");
        Assert.DoesNotContain("被遮盖的诉求内容", door.Out + door.Error, StringComparison.Ordinal);
        Assert.Equal(
            "no_usable_time",
            door.LastLine().GetProperty("files")[0].GetProperty("first_rejected")[0].GetProperty("reason").GetString()
        );
    }

    [Theory]
    [InlineData(0, "status")]
    [InlineData(0, "init")]
    [InlineData(0, "demo")]
    [InlineData(0, "load")]
    [InlineData(0, "report", "monthly")]
    [InlineData(0, "sample", "--complaints", "500", "-o", "out")]
    [InlineData(2, "report")]
    [InlineData(2, "load", "--bad")]
    [InlineData(2, "bad")]
    [InlineData(2)]
    [InlineData(4, "load", "missing.csv")]
    public void Every_end_gives_one_object_with_the_exit_code(int exit, params string[] args)
    {
        using var door = new Door().WithHome();
        Assert.Equal(exit, door.Call([.. args, "--json"]));
        Assert.Single(door.Out.TrimEnd().Split('\n'));
        var line = door.LastLine();
        Assert.Equal(exit, line.GetProperty("exit_code").GetInt32());
        Assert.Equal(exit != 0, line.TryGetProperty("error", out var error));
        if (exit != 0)
            Assert.NotEmpty(error.GetProperty("remedy").GetString()!);
    }

    [Fact]
    public void A_report_gives_its_paths_and_counts()
    {
        using var door = new Door().WithHome();
        door.Call("report", "weekly", "--period", "2025-W17", "--final", "--json");
        var line = door.LastLine();
        Assert.Equal("2025-W17", line.GetProperty("period").GetString());
        Assert.Equal("2025-04-27", line.GetProperty("last_day").GetString());
        Assert.EndsWith("材料.docx", line.GetProperty("docx").GetString(), StringComparison.Ordinal);
        Assert.Equal(12345, line.GetProperty("complaints").GetInt64());
        Assert.True(line.GetProperty("final").GetBoolean());
        Assert.True(door.Runs.ReportOptions!.Final);
    }

    [Fact]
    public void Quiet_leaves_only_the_json_line()
    {
        using var door = new Door().WithHome();
        door.Call("load", "--json", "-q");
        Assert.Empty(door.Error);
        Assert.Single(door.Out.TrimEnd().Split('\n'));
    }
}

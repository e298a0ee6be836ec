using Hotspot.Cli;
using Hotspot.Runs.Cuts;

namespace Hotspot.Tests.Cli;

public class CutVerbTests
{
    [Fact]
    public void Options_reach_the_run_as_they_were_typed()
    {
        using var door = new Door().WithHome();
        Assert.Equal(
            0,
            door.Call(
                "cut",
                "近三月",
                "按街道",
                "--district",
                "朝阳,海淀",
                "--district",
                "丰台",
                "--keyword",
                "渣土",
                "--rows",
                "-o",
                "a.csv",
                "--for",
                "督查科"
            )
        );
        var (request, orders) = door.Runs.CutAsked!.Value;
        Assert.Equal("近三月 按街道", request.Sentence);
        Assert.Equal(
            [new("district", "朝阳,海淀"), new("district", "丰台"), new("keyword", "渣土"), new CutTerm("rows", "")],
            request.Terms
        );
        Assert.Equal((Path.Combine(door.Folder, "a.csv"), "督查科", null), (orders.Output, orders.For, orders.Saved));
        Assert.Equal(new DateTime(2025, 4, 28, 8, 30, 0), orders.AskedAt);
    }

    [Fact]
    public void A_cut_is_told_with_its_filter_its_command_and_its_table()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call("cut", "近三月按街道"));
        foreach (
            var words in (string[])
                [
                    "时间：2025年4月1日",
                    "hotspot cut --period 2025-04 --by street",
                    "望京街道",
                    "=危险[red]街道",
                    "诉求含剔除件",
                    "数据截至2025年4月27日",
                ]
        )
            Assert.Contains(words, door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_object_of_a_cut_has_its_numbers()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call("cut", "--period", "2025-04", "--json"));
        var json = door.LastLine();
        Assert.Equal((312, 280), (json.GetProperty("complaints").GetInt32(), json.GetProperty("incidents").GetInt32()));
        Assert.Equal("2025-04-27", json.GetProperty("data_through").GetString());
        Assert.Empty(door.Out.Split('\n')[..^2]);
    }

    [Fact]
    public void Kept_cuts_are_run_and_listed()
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Call("cut", "run", "夜间", "--top", "3"));
        Assert.Equal("夜间", door.Runs.CutAsked!.Value.Orders.Saved);
        Assert.Null(door.Runs.CutAsked.Value.Request.Sentence);
        Assert.Equal(0, door.Call("cut", "list"));
        Assert.Contains("夜间：近三月夜间施工", door.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_wider_than_the_screen_is_written_out()
    {
        var head = Enumerable.Range(0, 60).Select(hour => $"{hour}时").Prepend("区").ToList();
        var lines = PlainTable
            .Lines(
                head,
                [.. head.Select((_, at) => at > 0)],
                [
                    [.. head.Select((_, at) => at == 0 ? "经济技术开发区" : "1,234")],
                ]
            )
            .ToList();
        Assert.Equal(3, lines.Count);
        Assert.StartsWith("| 区             |   0时 |", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("|----------------|------:|", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("| 经济技术开发区 | 1,234 |", lines[2], StringComparison.Ordinal);
    }
}

namespace Hotspot.Tests.Cli;

public class UndoVerbTests
{
    [Theory]
    [InlineData("y")]
    [InlineData("是")]
    public void A_person_who_says_yes_takes_back_the_run_that_was_shown(string answer)
    {
        using var door = new Door().WithHome();
        Assert.Equal(0, door.Sit(["undo"], answer));
        Assert.Equal(["undo preview", "undo r1"], door.Runs.Calls);
        Assert.Contains("由版本 g2 恢复为 g1", door.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("什么")]
    public void Enter_and_all_else_leave_everything(string answer)
    {
        using var door = new Door().WithHome();
        Assert.Equal(130, door.Sit(["undo"], answer));
        Assert.Equal(["undo preview"], door.Runs.Calls);
    }

    [Fact]
    public void A_script_says_yes_or_only_looks()
    {
        using var door = new Door().WithHome();
        Assert.Equal(2, door.Call("undo"));
        Assert.Empty(door.Runs.Calls);
        Assert.Equal(0, door.Call("undo", "--dry-run"));
        Assert.Equal(0, door.Call("undo", "--yes"));
        Assert.Equal(["undo preview", "undo preview", "undo r1"], door.Runs.Calls);
    }
}

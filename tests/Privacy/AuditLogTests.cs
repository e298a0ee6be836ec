using Hotspot.Privacy.Sealing;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Privacy;

public class AuditLogTests
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)3, 32)];
    private readonly string _file = Path.Combine(Scratch.Folder("查阅 audit"), "audit", "audit.jsonl");

    private void Append(string subject) => AuditLog.Append(_file, Key, Line(subject));

    private static AuditLine Line(string subject) => new("2025-04-28T08:30:00", "某人", "explain", subject, 2, "回访", "");

    [Fact]
    public void A_log_that_nobody_touched_holds()
    {
        Assert.Equal(new AuditState(0, null), AuditLog.Verify(_file, Key));
        Append("热线-1");
        Append("热线-2");

        Assert.Equal(new AuditState(2, null), AuditLog.Verify(_file, Key));
        Assert.Contains("\"subject\":\"热线-2\",\"values\":2,\"reason\":\"回访\"", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_removed_line_is_told(int line)
    {
        Three();
        var lines = File.ReadAllLines(_file).ToList();
        lines.RemoveAt(line);
        File.WriteAllText(_file, string.Concat(lines.Select(text => text + "\n")));

        Assert.Equal(line + 1, AuditLog.Verify(_file, Key).BrokenAt);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void A_changed_line_is_told(int line, int told)
    {
        Three();
        var lines = File.ReadAllLines(_file);
        lines[line] = lines[line].Replace("回访", "其他", StringComparison.Ordinal);
        File.WriteAllText(_file, string.Concat(lines.Select(text => text + "\n")));

        Assert.Equal(told, AuditLog.Verify(_file, Key).BrokenAt);
    }

    [Fact]
    public void A_removed_log_is_told()
    {
        Three();
        File.Delete(_file);

        Assert.Equal(1, AuditLog.Verify(_file, Key).BrokenAt);
    }

    [Fact]
    public void Writers_at_the_same_time_lose_no_line()
    {
        Parallel.For(0, 40, i => Append($"热线-{i}"));

        Assert.Equal(new AuditState(40, null), AuditLog.Verify(_file, Key));
    }

    [Fact]
    public void A_writer_killed_before_the_head_leaves_a_log_that_holds()
    {
        Append("热线-1");
        var head = File.ReadAllBytes(Path.ChangeExtension(_file, ".head"));
        Append("热线-2");
        File.WriteAllBytes(Path.ChangeExtension(_file, ".head"), head);

        Assert.Equal(new AuditState(2, null), AuditLog.Verify(_file, Key));
    }

    [Fact]
    public void Only_the_owner_may_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        Append("热线-1");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
    }

    private void Three()
    {
        foreach (var subject in (string[])["热线-1", "热线-2", "热线-3"])
            Append(subject);
    }
}

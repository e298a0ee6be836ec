using System.Diagnostics;
using System.Xml.Linq;
using Hotspot.Runs.Schedule;

namespace Hotspot.Tests.Journeys;

/// <summary>What is handed to the schedulers of both systems is what they read.</summary>
public sealed class ScheduleJourney : IDisposable
{
    private static readonly NightlyTask Task = new(
        "hotspot-nightly-1",
        @"C:\城管 工具\hotspot.exe",
        ["nightly", "--home", @"D:\工作 文件夹\100% $x", "--quiet"],
        new TimeOnly(2, 5)
    );

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void The_windows_task_holds_what_the_scheduler_asks_for()
    {
        XNamespace task = "http://schemas.microsoft.com/windows/2004/02/mit/task";
        var file = ScheduleFiles.Windows(Task, new DateOnly(2025, 4, 28));
        var root = XDocument.Parse(file.Text).Root!;
        Assert.Equal((task + "Task", "1.2"), (root.Name, root.Attribute("version")!.Value));
        // Top-level elements of the schema, each at most once.
        Assert.Equal(
            ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"],
            root.Elements().Select(element => element.Name.LocalName)
        );
        var trigger = root.Descendants(task + "CalendarTrigger").Single();
        Assert.Equal("2025-04-28T02:05:00+08:00", trigger.Element(task + "StartBoundary")!.Value);
        Assert.Equal("1", trigger.Element(task + "ScheduleByDay")!.Element(task + "DaysInterval")!.Value);
        Assert.Equal("IgnoreNew", root.Descendants(task + "MultipleInstancesPolicy").Single().Value);
        Assert.Equal("true", root.Descendants(task + "StartWhenAvailable").Single().Value);
        Assert.Equal(Task.Program, root.Descendants(task + "Command").Single().Value);
        Assert.Equal(@"nightly --home ""D:\工作 文件夹\100% $x"" --quiet", root.Descendants(task + "Arguments").Single().Value);
        Assert.Equal("utf-16", file.Encoding.WebName);
    }

    [Fact]
    public void The_units_are_what_systemd_reads()
    {
        var files = ScheduleFiles.Systemd(
            Task with
            {
                Program = "/opt/城管 工具/hotspot",
                Arguments = ["nightly", "--home", "/srv/工作 100% $x", "--quiet"],
            }
        );
        Assert.Equal(["hotspot-nightly-1.service", "hotspot-nightly-1.timer"], files.Select(file => file.Name));
        var service = Keys(files[0].Text);
        Assert.Equal("oneshot", service["Service/Type"]);
        Assert.Equal("\"/opt/城管 工具/hotspot\" \"nightly\" \"--home\" \"/srv/工作 100%% $$x\" \"--quiet\"", service["Service/ExecStart"]);
        var timer = Keys(files[1].Text);
        Assert.Equal("*-*-* 02:05:00 Asia/Shanghai", timer["Timer/OnCalendar"]);
        Assert.Equal("true", timer["Timer/Persistent"]);
        Assert.Equal("timers.target", timer["Install/WantedBy"]);
        Verified(files);
    }

    [Fact]
    public void Two_homes_are_two_tasks()
    {
        using var other = new Office();
        Assert.NotEqual(NightlyTask.NameOf(_office.Home), NightlyTask.NameOf(other.Home));
        Assert.Equal(NightlyTask.NameOf(_office.Home), NightlyTask.NameOf(new(_office.Home.Root)));
    }

    [Fact]
    public void Show_prints_both_and_touches_nothing()
    {
        foreach (var (platform, word) in new[] { ("linux", "OnCalendar"), ("windows", "CalendarTrigger") })
        {
            var answer = _office.Call("schedule", "show", "--platform", platform, "--at", "03:15").Exits(0);
            Assert.Contains(word, answer.Json.GetProperty("files").ToString(), StringComparison.Ordinal);
            Assert.Equal("03:15", answer.Json.GetProperty("at").GetString());
        }
        Assert.False(Directory.Exists(_office.Home.Inbox));
        Assert.Equal(2, _office.Call("schedule").Exit);
        Assert.Equal(2, _office.Call("schedule", "show", "--at", "25:00").Exit);
    }

    private static Dictionary<string, string> Keys(string text)
    {
        var (section, keys) = ("", new Dictionary<string, string>());
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '[')
                section = line.Trim('[', ']');
            else
                keys.Add(
                    $"{section}/{line[..line.IndexOf('=', StringComparison.Ordinal)]}",
                    line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]
                );
        }
        return keys;
    }

    /// <summary>Where systemd is at hand, it says itself that it can read them.</summary>
    private static void Verified(IReadOnlyList<ScheduleFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("units").FullName;
        try
        {
            // The program must be there to be verified.
            foreach (var file in files)
                File.WriteAllText(
                    Path.Combine(folder, file.Name),
                    file.Text.Replace("/opt/城管 工具/hotspot", "/bin/true", StringComparison.Ordinal)
                );
            using var process = Process.Start(
                new ProcessStartInfo("systemd-analyze", ["verify", "--man=no", Path.Combine(folder, files[1].Name)])
                {
                    RedirectStandardError = true,
                }
            )!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.DoesNotContain(files[0].Name + ":", said, StringComparison.Ordinal);
            Assert.DoesNotContain(files[1].Name + ":", said, StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception) { }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

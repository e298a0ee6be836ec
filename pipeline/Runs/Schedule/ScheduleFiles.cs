using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Hotspot.Settings;

namespace Hotspot.Runs.Schedule;

/// <summary>What the operating system is told: a program, its arguments and a time of day.</summary>
/// <param name="Name">Each home has its own: two of one user are two tasks.</param>
/// <param name="Arguments">One each; quoted as the system asks.</param>
/// <param name="At">Time of day in Beijing.</param>
public sealed record NightlyTask(string Name, string Program, IReadOnlyList<string> Arguments, TimeOnly At)
{
    public static string NameOf(Home home) =>
        $"hotspot-nightly-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Root)))[..8]}";
}

/// <summary>A file of a schedule.</summary>
public sealed record ScheduleFile(string Name, string Text, Encoding Encoding);

/// <summary>The nightly run for systemd (a timer of the user and its service) and for the Windows Task Scheduler (schema 1.2).</summary>
public static class ScheduleFiles
{
    private static readonly XNamespace Task = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <summary>A missed night is caught up when the machine is on again.</summary>
    public static IReadOnlyList<ScheduleFile> Systemd(NightlyTask task)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var command = string.Join(' ', task.Arguments.Prepend(task.Program).Select(UnitQuoted));
        return
        [
            new(
                task.Name + ".service",
                $"""
                [Unit]
                Description=hotspot: nightly run

                [Service]
                Type=oneshot
                ExecStart={command}
                Nice=10

                """.ReplaceLineEndings("\n"),
                utf8
            ),
            new(
                task.Name + ".timer",
                $"""
                [Unit]
                Description=hotspot: nightly run at {Clock(task.At)}

                [Timer]
                OnCalendar=*-*-* {Clock(task.At)}:00 Asia/Shanghai
                Persistent=true

                [Install]
                WantedBy=timers.target

                """.ReplaceLineEndings("\n"),
                utf8
            ),
        ];
    }

    /// <summary>The scheduler reads UTF-16; one instance at a time, started late where the machine was off.</summary>
    /// <param name="from">First day.</param>
    public static ScheduleFile Windows(NightlyTask task, DateOnly from)
    {
        XElement Of(string name, params object[] content) => new(Task + name, content);
        var document = new XDocument(
            new XDeclaration("1.0", "UTF-16", null),
            new XElement(
                Task + "Task",
                new XAttribute("version", "1.2"),
                Of("RegistrationInfo", Of("Description", "hotspot: nightly run")),
                Of(
                    "Triggers",
                    Of(
                        "CalendarTrigger",
                        Of("StartBoundary", string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}T{Clock(task.At)}:00+08:00")),
                        Of("Enabled", "true"),
                        Of("ScheduleByDay", Of("DaysInterval", "1"))
                    )
                ),
                Of(
                    "Principals",
                    Of("Principal", new XAttribute("id", "Author"), Of("LogonType", "InteractiveToken"), Of("RunLevel", "LeastPrivilege"))
                ),
                Of(
                    "Settings",
                    Of("MultipleInstancesPolicy", "IgnoreNew"),
                    Of("DisallowStartIfOnBatteries", "false"),
                    Of("StopIfGoingOnBatteries", "false"),
                    Of("StartWhenAvailable", "true"),
                    Of("ExecutionTimeLimit", "PT6H"),
                    Of("Priority", "7")
                ),
                Of(
                    "Actions",
                    new XAttribute("Context", "Author"),
                    Of("Exec", Of("Command", task.Program), Of("Arguments", string.Join(' ', task.Arguments.Select(WindowsQuoted))))
                )
            )
        );
        return new ScheduleFile(
            task.Name + ".xml",
            document.Declaration + "\r\n" + document.ToString().ReplaceLineEndings("\r\n") + "\r\n",
            Encoding.Unicode
        );
    }

    private static string Clock(TimeOnly at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>systemd reads backslash escapes within quotes, and %, $ everywhere (systemd.service, "Command lines").</summary>
    private static string UnitQuoted(string word) =>
        "\""
        + word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("%", "%%", StringComparison.Ordinal)
            .Replace("$", "$$", StringComparison.Ordinal)
        + "\"";

    /// <summary>A path cannot hold a quotation mark; backslashes before the closing one would swallow it.</summary>
    private static string WindowsQuoted(string word) =>
        word.AsSpan().IndexOfAny(' ', '\t') < 0 ? word : $"\"{word}{(word.EndsWith('\\') ? "\\" : "")}\"";
}

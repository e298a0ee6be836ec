using System.ComponentModel;
using System.Diagnostics;
using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Runs.Schedule;

public enum ScheduleAction
{
    Show,
    Install,
    Remove,
}

public enum SchedulePlatform
{
    Linux,
    Windows,
}

/// <param name="At">Null: as the settings say.</param>
public sealed record ScheduleRequest(ScheduleAction Action, SchedulePlatform Platform, TimeOnly? At);

/// <param name="Files">As shown or installed.</param>
/// <param name="Folder">Where they were written; null: they were only shown.</param>
/// <param name="Commands">What was run.</param>
public sealed record ScheduleResult(
    ScheduleAction Action,
    TimeOnly At,
    IReadOnlyList<ScheduleFile> Files,
    string? Folder,
    IReadOnlyList<string> Commands
);

/// <summary><c>schedule show|install|remove</c>: hands the nightly run to the operating system's own scheduler, of this user alone.</summary>
public static class ScheduleRun
{
    /// <exception cref="OperatorException">The scheduler is not there or refuses (exit 4); the files stand for a person to install.</exception>
    public static ScheduleResult Execute(RunContext context, ScheduleRequest request)
    {
        var task = TaskOf(context, request.At ?? context.Settings.Night.Time);
        var isWindows = request.Platform == SchedulePlatform.Windows;
        var files = isWindows ? [ScheduleFiles.Windows(task, context.Clock.Today)] : ScheduleFiles.Systemd(task);
        if (request.Action == ScheduleAction.Show)
            return new ScheduleResult(request.Action, task.At, files, null, []);
        var folder = isWindows
            ? context.Home.Root
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "systemd", "user");
        var commands = Commands(request.Action, isWindows, task.Name, Path.Combine(folder, files[0].Name));
        if (request.Action == ScheduleAction.Install)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
                AtomicFile.Write(
                    Path.Combine(folder, file.Name),
                    stream => stream.Write([.. file.Encoding.GetPreamble(), .. file.Encoding.GetBytes(file.Text)])
                );
        }
        try
        {
            foreach (var command in commands)
                Do(command, request.Action);
        }
        finally
        {
            // Whatever the scheduler says: it finds nothing to start when it next looks.
            if (request.Action == ScheduleAction.Remove)
                foreach (var file in files)
                    File.Delete(Path.Combine(folder, file.Name));
        }
        return new ScheduleResult(request.Action, task.At, files, folder, [.. commands.Select(Line)]);
    }

    private static NightlyTask TaskOf(RunContext context, TimeOnly at)
    {
        var program = Environment.ProcessPath!;
        var arguments = new List<string> { "nightly", "--home", context.Home.Root, "--quiet" };
        // From source the process is dotnet itself.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            arguments.Insert(0, Path.Combine(AppContext.BaseDirectory, "hotspot.dll"));
        return new NightlyTask(NightlyTask.NameOf(context.Home), program, arguments, at);
    }

    private static IReadOnlyList<string[]> Commands(ScheduleAction action, bool isWindows, string name, string file) =>
        (action, isWindows) switch
        {
            (ScheduleAction.Install, true) =>
            [
                ["schtasks", "/Create", "/F", "/TN", name, "/XML", file],
            ],
            (_, true) =>
            [
                ["schtasks", "/Delete", "/F", "/TN", name],
            ],
            (ScheduleAction.Install, false) =>
            [
                ["systemctl", "--user", "daemon-reload"],
                ["systemctl", "--user", "enable", "--now", name + ".timer"],
            ],
            _ =>
            [
                ["systemctl", "--user", "disable", "--now", name + ".timer"],
            ],
        };

    private static void Do(string[] command, ScheduleAction action)
    {
        var code = action == ScheduleAction.Remove ? "schedule_tool_remove" : "schedule_tool";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false });
            process!.WaitForExit();
            if (process.ExitCode == 0)
                return;
        }
        catch (Win32Exception e)
        {
            throw new OperatorException(ExitCode.Missing, code, e, ("command", Line(command)));
        }
        throw new OperatorException(ExitCode.Missing, code, ("command", Line(command)));
    }

    private static string Line(string[] command) => string.Join(' ', command);
}

using System.CommandLine;
using System.Globalization;
using Hotspot.Language;
using Hotspot.Runs.Schedule;

namespace Hotspot.Cli.Verbs;

/// <summary><c>schedule show|install|remove [--at HH:MM] [--platform linux|windows]</c>: the nightly run for the operating system's scheduler.</summary>
internal sealed class ScheduleVerb : IVerb
{
    private static readonly (string, SchedulePlatform)[] Platforms =
    [
        ("linux", SchedulePlatform.Linux),
        ("windows", SchedulePlatform.Windows),
    ];

    private readonly Argument<string?> _action = new("show|install|remove") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _at = new("--at") { HelpName = "02:30" };
    private readonly Option<string?> _platform = new("--platform") { HelpName = "linux|windows" };

    public ScheduleVerb() => Command = new Command("schedule") { _action, _at, _platform };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var word = parse.GetValue(_action);
        var action = Enum.GetValues<ScheduleAction>()
            .Cast<ScheduleAction?>()
            .FirstOrDefault(one => string.Equals(Wording.Code(one!.Value), word, StringComparison.OrdinalIgnoreCase));
        if (action is null)
            throw new OperatorException(ExitCode.WrongUse, "cli_schedule_action", ("value", word), ("help", parse.HelpLine()));
        var here = OperatingSystem.IsWindows() ? SchedulePlatform.Windows : SchedulePlatform.Linux;
        var platform = parse.Word(_platform, Platforms) ?? here;
        if (platform != here && action != ScheduleAction.Show)
            throw new OperatorException(ExitCode.WrongUse, "cli_schedule_platform", ("value", Wording.Code(platform)));
        TimeOnly? at =
            parse.Text(_at) is not { } text ? null
            : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
            : throw OptionReading.Wrong("--at", text, "02:30");
        var done = desk.Work(
            "schedule",
            (context, _) => desk.Runs.Schedule(context, new ScheduleRequest(action.Value, platform, at)),
            isLong: false
        );
        foreach (var file in done.Action == ScheduleAction.Remove ? [] : done.Files)
        {
            desk.Say("cli.schedule.file", ("name", done.Folder is { } folder ? Path.Combine(folder, file.Name) : file.Name));
            desk.Say("cli.schedule.text", ("text", file.Text));
        }
        desk.Say($"cli.schedule.{Wording.Code(done.Action)}", ("at", done.At.ToString("HH:mm", CultureInfo.InvariantCulture)));
        if (done.Action == ScheduleAction.Install)
            desk.Say($"cli.schedule.logged_on.{Wording.Code(here)}");
        desk.Next("status");
        return new Outcome(
            ExitCode.Done,
            JsonLine.Fields(
                new
                {
                    Action = Wording.Code(done.Action),
                    At = done.At.ToString("HH:mm", CultureInfo.InvariantCulture),
                    Files = done.Files.Select(file => new { file.Name, file.Text }),
                    done.Folder,
                    done.Commands,
                }
            )
        );
    }
}

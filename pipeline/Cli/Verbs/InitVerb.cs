using System.CommandLine;
using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Runs;
using Hotspot.Settings;

namespace Hotspot.Cli.Verbs;

/// <summary><c>init [--unit NAME] [--next-issue N] [--week-start monday] [--cycle natural|assessment]</c>: makes a home; keeps what is there.</summary>
internal sealed class InitVerb : IVerb
{
    private const int MaxIssue = 100_000;

    private static readonly (string Word, DayOfWeek Day)[] Days = [.. Enum.GetValues<DayOfWeek>().Select(day => (Wording.Code(day), day))];

    private readonly Option<string?> _unit = new("--unit") { HelpName = "NAME" };
    private readonly Option<string?> _nextIssue = new("--next-issue") { HelpName = "N" };
    private readonly Option<string?> _weekStart = new("--week-start") { HelpName = "monday…sunday" };
    private readonly Option<string?> _cycle = new("--cycle") { HelpName = "natural|assessment" };

    public InitVerb() => Command = new Command("init") { _unit, _nextIssue, _weekStart, _cycle };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var settings = Init(desk, AnswersOf(parse, desk.Settings()));
        return new Outcome(
            ExitCode.Done,
            JsonLine.Fields(
                new
                {
                    Home = desk.Home.Root,
                    SettingsFile = desk.Home.SettingsFile,
                    Templates = desk.Home.Templates,
                    settings.UnitName,
                    settings.City,
                    settings.NextIssueNumber,
                    WeekStart = Wording.Code(settings.WeekStart),
                    MonthRule = Wording.Code(settings.MonthRule),
                }
            )
        );
    }

    public static HomeSettings Init(Desk desk, InitAnswers? answers)
    {
        var existed = desk.Home.Exists;
        var settings = desk.Work("init", (context, _) => desk.Runs.Init(context, answers), isLong: false);
        desk.Say(existed ? "cli.init.kept" : "cli.init.made", ("home", desk.Home.Root));
        desk.Say(
            "cli.init.settings",
            ("unit", settings.UnitName.Length == 0 ? desk.Phrase("cli.init.no_unit") : settings.UnitName),
            ("issue", settings.NextIssueNumber),
            ("week", desk.Phrase($"cli.day.{Wording.Code(settings.WeekStart)}")),
            ("month", desk.Phrase($"cli.month_rule.{Wording.Code(settings.MonthRule)}"))
        );
        desk.Say("cli.init.city", ("city", settings.City ?? desk.Phrase("cli.init.no_city")), ("sources", desk.Home.Sources));
        desk.Say("cli.init.templates", ("folder", desk.Home.Templates));
        desk.Say("cli.init.inbox", ("inbox", desk.Home.Inbox));
        desk.Next("load");
        return settings;
    }

    /// <summary>Null where no option was given: the run keeps the settings that are there.</summary>
    private InitAnswers? AnswersOf(ParseResult parse, HomeSettings now)
    {
        var unit = parse.Text(_unit);
        var issue = parse.Whole(_nextIssue, 1, MaxIssue);
        var week = parse.Word(_weekStart, Days);
        var month = parse.Word(_cycle, ReportVerb.Cycles);
        return (unit, issue, week, month) == (null, null, null, null)
            ? null
            : new InitAnswers(unit ?? now.UnitName, (int)(issue ?? now.NextIssueNumber), week ?? now.WeekStart, month ?? now.MonthRule);
    }
}

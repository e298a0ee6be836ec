using Hotspot.Calendar;
using Hotspot.Cli.Telling;
using Hotspot.Cli.Verbs;
using Hotspot.Runs;
using Hotspot.Runs.Callbacks;

namespace Hotspot.Cli;

/// <summary>
/// The staff door: a short menu whose preset answer is what Monday needs, import if files wait, else the weekly bulletin, so that Enter
/// twice does the week's work. Errors are shown and the menu stays; only 0 or the end of input leaves it.
/// </summary>
internal sealed class Menu(Desk desk, FaultTelling faults)
{
    private const int Quit = 0;
    private const int Load = 1;
    private const int Weekly = 2;
    private const int Monthly = 3;
    private const int Status = 4;
    private const int Demo = 5;
    private const int Cut = 6;
    private const int Callback = 7;

    /// <summary>The only page beside a published program; a build has none, and README instead.</summary>
    private static readonly string? Manual = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.html").FirstOrDefault();

    private readonly Prompt _prompt = new(desk);
    private readonly Intake _intake = new(desk, new Prompt(desk));

    /// <param name="dropped">Files dragged on the program: looked at and offered for import first; may be empty.</param>
    public void Stay(IReadOnlyList<string> dropped)
    {
        desk.Say("cli.menu.title", ("version", Application.Version));
        if (Manual is not null)
            desk.Say("cli.menu.manual", ("file", Manual));
        if (!Attempt(() => FirstRun.Ensure(desk, _prompt), out var made) || !made)
            return;
        if (dropped.Count > 0 && Attempt(() => _intake.Take(dropped), out var goOn) && !goOn)
            return;
        while (Choose() is { } choice && (choice.Number != Quit || choice.Paths.Count > 0))
        {
            if (Attempt(() => choice.Paths.Count > 0 ? _intake.Take(choice.Paths) : Do(choice.Number), out var stay) && !stay)
                return;
        }
    }

    /// <summary>An item, or files dragged into the window. Null: the input has ended.</summary>
    private (int Number, IReadOnlyList<string> Paths)? Choose()
    {
        Attempt(() => StatusVerb.Ask(desk), out var status);
        var waiting = status?.InboxFiles.Count ?? 0;
        desk.Blank();
        desk.Say("cli.menu.home", ("home", desk.Home.Root));
        if (status?.Generation is not null)
            desk.Say(
                "cli.menu.data",
                ("first", Wording.Day(status.FirstOn)),
                ("last", Wording.Day(status.LastOn)),
                ("complaints", Wording.Count(status.Complaints))
            );
        desk.Say("cli.menu.items", ("waiting", waiting));
        var preset =
            waiting > 0 ? Load
            : status?.Generation is not null ? Weekly
            : Load;
        return _prompt.NumberOrPaths("cli.menu.choose", preset, Quit, Callback);
    }

    /// <summary>False: the input has ended.</summary>
    private bool Do(int choice)
    {
        switch (choice)
        {
            case Load:
                return Import();
            case Weekly:
                return Report(PeriodKind.Weekly);
            case Monthly:
                return Report(PeriodKind.Monthly);
            case Status:
                StatusVerb.Tell(desk, StatusVerb.Ask(desk));
                return true;
            case Cut:
                return Ask();
            case Callback:
                return CallBack();
            default:
                DemoVerb.Demo(desk);
                return true;
        }
    }

    /// <summary>One sentence, and the answer as a file if somebody wants one; Enter goes back.</summary>
    private bool Ask()
    {
        if (_prompt.Text("cli.menu.which_cut", "") is not { } sentence)
            return false;
        if (sentence.Length == 0)
            return true;
        CutTelling.Tell(desk, CutVerb.Ask(desk, sentence));
        if (_prompt.Text("cli.menu.cut_file", "") is not { } file)
            return false;
        if (file.Length == 0)
            return true;
        if (_prompt.Text("cli.menu.cut_for", "") is not { } unit)
            return false;
        CutTelling.Written(desk, CutVerb.Ask(desk, sentence, file.Trim('"', '\''), unit.Length == 0 ? null : unit));
        return true;
    }

    /// <summary>Sheets out, sheets in, what the week comes to.</summary>
    private bool CallBack()
    {
        desk.Say("cli.menu.callback_items");
        switch (_prompt.Number("cli.menu.callback_choose", 1, 0, 3))
        {
            case null:
                return false;
            case 1:
                if (_prompt.Text("cli.menu.callback_staff", "1") is not { } staff)
                    return false;
                CallbackVerb.Do(desk, CallbackVerb.Plan(day: null, staff));
                break;
            case 2:
                if (_prompt.Text("cli.menu.callback_file", "") is not { } line)
                    return false;
                foreach (var file in Prompt.Paths(line))
                    CallbackVerb.Do(desk, CallbackVerb.Record(desk, file, by: null));
                break;
            case 3:
                CallbackVerb.Do(desk, new SummaryRequest(PeriodKind.Weekly));
                break;
        }
        return true;
    }

    private bool Import()
    {
        IReadOnlyList<string> paths = [];
        if (StatusVerb.Ask(desk).InboxFiles.Count == 0)
        {
            if (_prompt.Text("cli.menu.which_files", "", ("inbox", desk.Home.Inbox)) is not { } line)
                return false;
            paths = Prompt.Paths(line);
            if (paths.Count == 0)
                return true;
        }
        return paths.Count == 0 ? _intake.Load(paths) : _intake.Take(paths);
    }

    /// <summary>Asks for the period until one can be read; Enter leaves it to the run: the last complete one that the data cover.</summary>
    private bool Report(PeriodKind kind)
    {
        while (true)
        {
            if (_prompt.Text($"cli.menu.which_{Wording.Code(kind)}", "") is not { } name)
                return false;
            if (name.Length == 0 || ReportVerb.Named(desk, kind, name, rule: null) is not null)
            {
                ReportVerb.Report(desk, new ReportOptions(kind, name.Length == 0 ? null : name));
                return true;
            }
            desk.Say("cli.menu.period_wrong", ("value", name));
        }
    }

    /// <summary>Does something; an error is told and waits for a key, so that the window does not take it away.</summary>
    private bool Attempt<T>(Func<T> act, out T? result)
    {
        try
        {
            result = act();
            return true;
        }
        catch (Exception error)
        {
            faults.Tell(error, desk);
            desk.Say("cli.press_key");
            desk.Terminal.WaitForKey();
            result = default;
            return false;
        }
    }
}

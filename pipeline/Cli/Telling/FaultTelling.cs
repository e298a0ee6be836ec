using Hotspot.Language;
using Spectre.Console;

namespace Hotspot.Cli.Telling;

/// <summary>Tells what went wrong, why, and what to do, on standard error; the trace of a fault of ours goes into the log.</summary>
internal sealed class FaultTelling(Terminal terminal, Phrasebook phrases, Phrasebook bulletins, TimeProvider clock)
{
    /// <param name="desk">Null where the command line itself was wrong.</param>
    public Fault Tell(Exception error, Desk? desk)
    {
        var (cause, logFile, isLogged) = error is RunFailed { InnerException: { } inner } run
            ? (inner, run.LogFile, run.IsLogged)
            : (error, null, false);
        var fault = Fault.Of(cause, phrases, bulletins, logFile);
        if (fault.IsBug && !isLogged && desk is not null)
            fault = Fault.Of(cause, phrases, bulletins, Log(cause, desk));

        var canvas = terminal.Canvas(terminal.Error, desk?.Choices.Colour ?? false);
        var label = fault.Exit == ExitCode.Cancelled ? "cli.stopped" : "cli.error";
        canvas.Write(new Text(phrases[label], new Style(Color.Red, decoration: Decoration.Bold)));
        terminal.Error.WriteLine(fault.Cause);
        canvas.Write(new Text(phrases["cli.remedy"], new Style(decoration: Decoration.Bold)));
        terminal.Error.WriteLine(fault.Remedy);
        if (fault.IsBug && fault.Code == "cli_bug_unlogged")
            terminal.Error.WriteLine(LogText.Trace(cause));
        if (terminal.OwnsWindow && desk is not { InMenu: true })
        {
            terminal.Error.WriteLine(phrases["cli.press_key"]);
            terminal.WaitForKey();
        }
        return fault;
    }

    /// <summary>Returns where the log stands, or null where there is no home to hold one.</summary>
    private string? Log(Exception cause, Desk desk)
    {
        using var book = new Logbook(desk.Home, new Calendar.BeijingClock(clock), alsoTell: null);
        using var logs = book.Open();
        Events.Failed(logs.CreateLogger("Hotspot.Cli"), cause, "door");
        return book.Path;
    }
}

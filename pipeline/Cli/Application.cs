using System.CommandLine;
using System.Reflection;
using Hotspot.Cli.Telling;
using Hotspot.Cli.Verbs;
using Hotspot.Language;
using Hotspot.Runs;

namespace Hotspot.Cli;

/// <summary>The front door: reads the command line, hands over to a verb, the menu or dropped files, and turns whatever happens into an exit code.</summary>
public static class Application
{
    public static string Version { get; } =
        typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, IRuns runs, TimeProvider clock, Terminal terminal)
    {
        var phrases = Phrasebook.Load(Languages.Choose(args, terminal));
        var bulletins = phrases.Language == "zh" ? phrases : Phrasebook.Load("zh");
        var line = new CommandLine();
        var parse = line.Parse(args);
        if (parse.Action is PageAction page)
        {
            if (page.IsVersion)
                terminal.Out.WriteLine($"hotspot {Version}");
            else
                HelpPage.Write(terminal.Out, line, phrases, line.VerbOf(parse));
            return (int)ExitCode.Done;
        }
        if (line.AsksForSuggestions(parse))
            return parse.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error });

        var faults = new FaultTelling(terminal, phrases, bulletins, clock);
        Desk? desk = null;
        Outcome outcome;
        try
        {
            line.Check(parse);
            desk = new Desk(runs, clock, terminal, phrases, bulletins, line.Options.Read(parse, terminal));
            outcome = Answer(line, parse, desk, faults);
        }
        catch (Exception error)
        {
            outcome = JsonLine.OfFault(faults.Tell(error, desk));
        }

        // Looked up in the words themselves: a line that would not parse still owes its caller the object.
        if (args.Contains("--json"))
            terminal.Out.WriteLine(JsonLine.Write(parse.VerbName(), outcome));
        terminal.Out.Flush();
        return (int)outcome.Exit;
    }

    private static Outcome Answer(CommandLine line, ParseResult parse, Desk desk, FaultTelling faults)
    {
        if (line.VerbOf(parse) is { } verb)
        {
            var outcome = verb.Run(parse, desk);
            KeepWindow(desk);
            return outcome;
        }
        var staff = desk.MayAsk;
        var dropped = line.Dropped(parse);
        if (dropped.Count > 0)
            return staff
                ? StaffDoor(desk, faults, dropped)
                : LoadVerb.Outcome(LoadVerb.Load(desk, dropped, new LoadOptions()), new LoadOptions());
        if (staff)
            return StaffDoor(desk, faults, []);

        HelpPage.Write(desk.Choices.Json ? desk.Terminal.Error : desk.Terminal.Out, line, desk.Phrases, verb: null);
        throw new OperatorException(ExitCode.WrongUse, "cli_no_verb");
    }

    private static Outcome StaffDoor(Desk desk, FaultTelling faults, IReadOnlyList<string> dropped)
    {
        new Menu(desk with { InMenu = true }, faults).Stay(dropped);
        return new Outcome(ExitCode.Done, []);
    }

    /// <summary>A shortcut that names a verb opens a window of its own too; it stays until a key is pressed.</summary>
    private static void KeepWindow(Desk desk)
    {
        if (!desk.Terminal.OwnsWindow)
            return;
        desk.Say("cli.press_key");
        desk.Terminal.WaitForKey();
    }
}

using Hotspot.Calendar;
using Hotspot.Cli.Telling;
using Hotspot.Language;
using Hotspot.Runs;
using Hotspot.Settings;
using Spectre.Console;

namespace Hotspot.Cli;

/// <summary>What a verb works with: the runs, the chosen home, the words, and a voice that keeps to <c>--json</c> and <c>--quiet</c>.</summary>
/// <param name="Bulletins">The Chinese book, in which bulletins are written whatever language the door speaks.</param>
/// <param name="InMenu">The menu offers the next step itself, so no command is suggested.</param>
internal sealed record Desk(
    IRuns Runs,
    TimeProvider Time,
    Terminal Terminal,
    Phrasebook Phrases,
    Phrasebook Bulletins,
    Choices Choices,
    bool InMenu = false
)
{
    public Home Home => Choices.Home;

    public BeijingClock Clock => new(Time);

    /// <summary>Where people read; standard output belongs to the JSON line alone when one was asked for.</summary>
    public TextWriter Voice =>
        Choices.Quiet ? TextWriter.Null
        : Choices.Json ? Terminal.Error
        : Terminal.Out;

    public Desk At(string home) => this with { Choices = Choices with { Home = new Home(home) } };

    /// <exception cref="OperatorException">The settings of the home cannot be read.</exception>
    public HomeSettings Settings()
    {
        try
        {
            return HomeSettings.Read(Home.SettingsFile);
        }
        catch (WrongSettingException error)
        {
            throw new OperatorException(
                ExitCode.WrongUse,
                error.Setting is null ? "cli_settings_broken"
                    : error.Expected is null ? "cli_settings_unknown"
                    : "cli_settings_value",
                error,
                ("file", Home.SettingsFile),
                ("line", error.Line),
                ("field", error.Setting),
                ("expected", error.Expected),
                ("nearest", Nearest.Of(error.Setting ?? "", WrongSettingException.Known) ?? "unit_name")
            );
        }
    }

    /// <summary>The phrase, or what stands for it where there is none.</summary>
    public string PhraseOr(string key, string instead) => Phrases.Has(key) ? Phrases[key] : instead;

    public string Phrase(string key, params ReadOnlySpan<(string Name, object? Value)> places) => Phrases.Say(key, places);

    public void Say(string key, params ReadOnlySpan<(string Name, object? Value)> places) => Voice.WriteLine(Phrases.Say(key, places));

    /// <summary>Tells something that was asked for and has no effect; on standard error.</summary>
    public void Warn(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        if (!Choices.Quiet)
            Terminal.Error.WriteLine(Phrases.Say(key, places));
    }

    /// <summary>Somebody sits there who can be asked.</summary>
    public bool MayAsk => Terminal.IsInteractive && !Choices.Json && !Choices.Quiet;

    /// <summary>The whole path of a file or folder that was named, from the folder where the command was typed.</summary>
    /// <exception cref="OperatorException">It is not there (exit 4).</exception>
    public string Existing(string path)
    {
        var full = Path.GetFullPath(path, Terminal.Folder);
        return Path.Exists(full) ? full : throw new OperatorException(ExitCode.Missing, "cli_path_missing", ("path", full));
    }

    public string List<T>(IEnumerable<T> things) => string.Join(Phrases["cli.list_sign"], things);

    public void Blank() => Voice.WriteLine();

    public void Draw(Table table)
    {
        if (!Choices.Quiet)
            Terminal.Canvas(Voice, Choices.Colour).Write(table);
    }

    /// <summary>Ends the telling of a change with the next useful command.</summary>
    public void Next(string command)
    {
        if (InMenu)
            return;
        var home = Choices.HomeGiven ? $" --home \"{Home.Root}\"" : "";
        Blank();
        Say("cli.next", ("command", $"hotspot {command}{home}"));
    }

    /// <summary>Runs something of <see cref="Runs"/> with progress on standard error, a log in the home, and Ctrl-C heard.</summary>
    public T Work<T>(string verb, Func<RunContext, CancellationToken, T> work, bool isLong = true)
    {
        using var stop = new CancellationTokenSource();
        using var listener = Terminal.OnInterrupt(stop.Cancel);
        var settings = Settings();
        using var book = new Logbook(Home, Clock, Choices.Verbose ? Terminal.Error : null);
        using var logs = book.Open();
        var watch = new RunWatch(logs, Time, verb);
        try
        {
            var result = ProgressTelling.Follow(
                this,
                isLong,
                progress =>
                {
                    watch.Started();
                    var context = new RunContext(Home, settings, Bulletins, Clock, logs, Choices.Limits, progress);
                    return work(context, stop.Token);
                }
            );
            watch.Ended();
            return result;
        }
        catch (Exception error)
        {
            throw new RunFailed(error, watch.Failed(error), book.Path);
        }
    }
}

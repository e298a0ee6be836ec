using System.CommandLine;
using System.Text.Json.Nodes;
using Hotspot.Cli.Telling;
using Hotspot.Hotspots.Warnings;
using Hotspot.Language;
using Hotspot.Runs.Night;

namespace Hotspot.Cli.Verbs;

/// <summary><c>nightly [--as-of DATE] [--catch-up none|latest|all]</c>: what the scheduler starts.</summary>
internal sealed class NightlyVerb : IVerb
{
    private static readonly (string, CatchUp)[] Ways = [("none", CatchUp.None), ("latest", CatchUp.Latest), ("all", CatchUp.All)];

    private readonly Option<string?> _asOf = new("--as-of") { HelpName = "2025-04-28" };
    private readonly Option<string?> _catchUp = new("--catch-up") { HelpName = "none|latest|all" };

    public NightlyVerb() => Command = new Command("nightly") { _asOf, _catchUp };

    public Command Command { get; }

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var request = new NightRequest(parse.Day(_asOf), parse.Word(_catchUp, Ways) ?? CatchUp.All);
        var done = desk.Work("nightly", (context, cancel) => desk.Runs.Nightly(context, request, cancel));
        Tell(desk, done);
        return new Outcome(
            done.GateFailed ? ExitCode.GateFailed
                : done.IsStale ? ExitCode.Missing
                : ExitCode.Done,
            Fields(done)
        );
    }

    private static void Tell(Desk desk, NightResult done)
    {
        desk.Say("cli.nightly.as_of", ("day", Wording.Day(done.AsOf)));
        if (done.Load is { } load)
            desk.Say(
                done.GateFailed ? "cli.nightly.gate" : "cli.nightly.loaded",
                ("files", load.Files.Count),
                ("read", Wording.Count(load.Files.Sum(file => file.Read))),
                ("inserted", Wording.Count(load.Files.Sum(file => file.Inserted))),
                ("updated", Wording.Count(load.Files.Sum(file => file.Updated))),
                ("unchanged", Wording.Count(load.Files.Sum(file => file.Unchanged))),
                ("rejected", Wording.Count(load.Files.Sum(file => file.Rejected)))
            );
        else if (done.Unopened.Count == 0)
            desk.Say("cli.nightly.no_files");
        if (done.Load?.Released is { } released)
            LoadTelling.TellReleased(desk, released);
        if (done.Held is { } held)
            LoadTelling.TellHeld(desk, held);
        if (done.Unopened.Count > 0)
            desk.Say("cli.nightly.unopened", ("files", desk.List(done.Unopened)));
        LoadTelling.TellPassedOver(desk, done.PassedOver);
        if (done.Unreadable.Count > 0)
            LoadTelling.TellUnreadable(desk, "cli.nightly.unreadable", done.Unreadable);
        if (done.Nights.Count > 0)
            desk.Say("cli.nightly.made", ("days", desk.List(done.Nights.Select(day => Wording.Day(day)))));
        if (done.MadeAgain.Count > 0)
            desk.Say("cli.nightly.again", ("days", desk.List(done.MadeAgain.Select(day => Wording.Day(day)))));
        foreach (var bulletin in done.Bulletins)
            desk.Say(
                bulletin.Code is null ? "cli.nightly.bulletin" : "cli.nightly.bulletin_failed",
                ("path", bulletin.Path),
                ("cause", bulletin.Cause)
            );
        desk.Say("cli.nightly.alarms", ("count", done.Alarms), ("fresh", done.NewAlarms.Count));
        foreach (var alarm in done.NewAlarms.Take(20))
            AlarmTelling.Say(desk, alarm);
        if (done.NewAlarms.Any(alarm => alarm is { SeasonalFactor: null, Kind: not Alarm.Cluster }))
            desk.Say("cli.nightly.no_season");
        if (done.HookFailed)
            desk.Say("cli.nightly.hook_failed");
        LoadTelling.TellMissing(desk, done.DaysMissing);
        if (done.IsStale)
            desk.Say(done.DaysBehind is null ? "cli.nightly.empty" : "cli.nightly.stale", ("days", done.DaysBehind));
        desk.Next("status");
    }

    private static JsonObject Fields(NightResult done) =>
        JsonLine.Fields(
            new
            {
                done.AsOf,
                FilesLoaded = done.Load?.Files.Count ?? 0,
                Read = done.Load?.Files.Sum(file => file.Read) ?? 0,
                Inserted = done.Load?.Files.Sum(file => file.Inserted) ?? 0,
                Updated = done.Load?.Files.Sum(file => file.Updated) ?? 0,
                Unchanged = done.Load?.Files.Sum(file => file.Unchanged) ?? 0,
                Rejected = done.Load?.Files.Sum(file => file.Rejected) ?? 0,
                done.GateFailed,
                done.Held,
                done.Load?.Released,
                done.Unreadable,
                done.Unopened,
                done.PassedOver,
                done.Nights,
                done.MadeAgain,
                done.Bulletins,
                done.Alarms,
                done.NewAlarms,
                done.DaysBehind,
                done.DaysMissing,
                done.IsStale,
                done.HookFailed,
                done.Pruned,
                done.SheetsSealed,
            }
        );
}

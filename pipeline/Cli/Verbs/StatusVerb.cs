using System.CommandLine;
using Hotspot.Cli.Telling;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Runs;
using Hotspot.Runs.Callbacks;
using Hotspot.Runs.Night;

namespace Hotspot.Cli.Verbs;

/// <summary><c>status</c>: what the home holds, what waits, what comes next. A home that was never made is exit 4.</summary>
internal sealed class StatusVerb : IVerb
{
    public Command Command { get; } = new("status");

    public Outcome Run(ParseResult parse, Desk desk)
    {
        var status = Ask(desk);
        Tell(desk, status);
        return new Outcome(status.Initialised ? ExitCode.Done : ExitCode.Missing, JsonLine.Fields(status));
    }

    public static StatusResult Ask(Desk desk) => desk.Work("status", (context, _) => desk.Runs.Status(context), isLong: false);

    public static void Tell(Desk desk, StatusResult status)
    {
        desk.Say("cli.status.home", ("home", status.Home));
        if (!status.Initialised)
        {
            desk.Say("cli.status.no_home");
            desk.Next("init");
            return;
        }
        if (status.HandedOverOn is { } day)
            desk.Say("cli.status.handed_over", ("day", Wording.Day(day)));
        if (status.UnitName.Length > 0)
            desk.Say("cli.status.unit", ("unit", status.UnitName));
        TellData(desk, status);
        if (status.Held is { } held)
            LoadTelling.TellHeld(desk, held);
        foreach (var standing in status.Callbacks)
            TellCallbacks(desk, standing);
        foreach (var standing in status.Processing)
            CheckTelling.TellRate(desk, standing.Count, standing.FromOn, standing.LastOn);
        if (status.Generation is not null && status.Processing.Count == 0)
            desk.Say("cli.status.unchecked");
        TellDue(desk, status.Due);
        if (status.Night is { } night)
            TellNight(desk, night, status.Busy);
        if (status.InboxFiles.Count > 0 || status.InboxPassedOver.Count == 0)
            Files(desk, "cli.status.inbox", "cli.status.inbox_empty", status.InboxFiles);
        LoadTelling.TellPassedOver(desk, status.InboxPassedOver);
        Files(desk, "cli.status.bulletins", "cli.status.no_bulletins", status.Bulletins);
        if (status.Busy)
            desk.Say("cli.status.busy");
        var mayLoad = status.HandedOverOn is null && (status.InboxFiles.Count > 0 || status.Generation is null);
        desk.Next(
            status.HandedOverOn is not null ? "report weekly"
            : status.Held is { Rejected: > 0 } ? "load --retry"
            : status.Night is { FinishedAt: null } && !status.Busy ? "nightly"
            : mayLoad ? "load"
            : "report weekly"
        );
    }

    private static void TellData(Desk desk, StatusResult status)
    {
        if (status.Generation is null)
        {
            if (status.Held is null)
                desk.Say("cli.status.no_data");
            return;
        }
        desk.Say(
            "cli.status.data",
            ("first", Wording.Day(status.FirstOn)),
            ("last", Wording.Day(status.LastOn)),
            ("complaints", Wording.Count(status.Complaints)),
            ("incidents", Wording.Count(status.Incidents))
        );
        desk.Say(
            "cli.status.ledger",
            ("files", Wording.Count(status.FilesLoaded)),
            ("read", Wording.Count(status.RowsRead)),
            ("rejected", Wording.Count(status.RowsRejected)),
            ("share", Wording.Share(status.RowsRejected, status.RowsRead))
        );
        if (status.City is { } city)
            desk.Say("cli.status.city", ("city", city));
        desk.Say("cli.status.generation", ("generation", status.Generation));
        if (status.DaysBehind is { } days)
            desk.Say(
                days > 1 ? "cli.status.behind"
                    : days < 0 ? "cli.status.ahead"
                    : "cli.status.fresh",
                ("days", days),
                ("last", Wording.Day(status.LastOn))
            );
        LoadTelling.TellMissing(desk, status.DaysMissing);
    }

    private static void TellCallbacks(Desk desk, CallbackStanding standing)
    {
        desk.Say(
            "cli.status.callback",
            ("period", standing.Period),
            ("first", Wording.Day(standing.FromOn)),
            ("last", Wording.Day(standing.LastOn)),
            ("orders", Wording.Count(standing.Orders)),
            ("dialled", Wording.Count(standing.Dialled)),
            ("reached", Wording.Count(standing.Reached)),
            ("valid", Wording.Count(standing.Valid)),
            ("share", Wording.Share(standing.Counted, standing.Orders)),
            ("target", CallbackTelling.Percent(desk.Settings().Callback.Target))
        );
        desk.Say(
            standing.Missing == 0 ? "cli.status.callback_done"
                : standing.DaysLeft > 0 ? "cli.status.callback_due"
                : "cli.status.callback_late",
            ("missing", Wording.Count(standing.Missing)),
            ("days", standing.DaysLeft),
            ("closes", Wording.Day(standing.ClosesOn))
        );
        if (standing.Orders > standing.Callable)
            desk.Say("cli.status.callback_no_phone", ("count", Wording.Count(standing.Orders - standing.Callable)));
    }

    private static void TellNight(Desk desk, NightState night, bool isBusy)
    {
        desk.Say(
            night is { Failed: not null, Code: "gate" } ? "cli.status.night_gate"
                : night.Failed is not null ? "cli.status.night_failed"
                : night.FinishedAt is not null ? "cli.status.night"
                : isBusy ? "cli.status.night_runs"
                : "cli.status.night_died",
            ("day", Wording.Day(night.AsOf)),
            ("alarms", night.NewAlarms),
            ("step", night.Failed is { } step ? desk.Phrase($"cli.status.step.{step}") : null),
            ("cause", night.Cause ?? night.Code)
        );
        if (night.Unreadable.Count > 0)
            LoadTelling.TellUnreadable(desk, "cli.status.unreadable", night.Unreadable);
    }

    private static void TellDue(Desk desk, IReadOnlyList<DueOrder> due)
    {
        const int told = 10;
        if (due.Count > 0)
            desk.Say(
                "cli.status.due",
                ("overdue", Wording.Count(due.Count(order => order.IsOverdue))),
                ("near", Wording.Count(due.Count(order => !order.IsOverdue))),
                // Those that can still be met first.
                ("orders", desk.List(due.OrderBy(order => order.IsOverdue).Take(told).Select(order => order.ComplaintId)))
            );
    }

    private static void Files(Desk desk, string some, string none, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            desk.Say(none);
        else
            desk.Say(some, ("count", files.Count), ("names", desk.List(files)));
    }
}

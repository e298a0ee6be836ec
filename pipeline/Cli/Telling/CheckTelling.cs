using System.Text.Json.Nodes;
using Hotspot.Gates;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Check;

namespace Hotspot.Cli.Telling;

/// <summary>Tells the gates of a home, and what the city's lists and the registration say beside each other.</summary>
internal static class CheckTelling
{
    private const int OrdersTold = 10;

    public static void Tell(Desk desk, GatesChecked found)
    {
        foreach (var gate in found.Gates)
            desk.Say(
                "cli.check.gate",
                ("light", desk.Phrase($"cli.check.light.{Snake.Code(gate.Light)}")),
                ("gate", desk.Phrase($"cli.check.gate.{gate.Name}")),
                ("value", Value(desk, gate))
            );
        if (found.Gates.Any(gate => gate.Name.StartsWith("processing", StringComparison.Ordinal) && gate.Light == Light.Unknown))
            desk.Say("cli.check.unknown_processing");
        desk.Next("status");
    }

    private static string Value(Desk desk, Gate gate) =>
        gate.Value is not { } value
            ? desk.Phrase(gate.Light == Light.Unknown ? "cli.check.no_data" : $"cli.check.night.{Snake.Code(gate.Light)}")
        : gate.Name == "data_fresh" ? desk.Phrase("cli.check.days", ("days", (long)value))
        : gate.Name == "inbox" ? desk.Phrase("cli.check.files", ("count", Wording.Count((long)value)))
        : gate.Name == "due" ? desk.Phrase("cli.check.overdue", ("count", Wording.Count((long)value)))
        : desk.Phrase("cli.check.against_bar", ("value", Percent(value)), ("bar", Percent(gate.Bar!.Value)));

    private static string Percent(double share) => CallbackTelling.Percent(Shares.Down(share));

    public static void Tell(Desk desk, DispatchChecked done)
    {
        foreach (var list in done.Lists)
        {
            desk.Say(
                "cli.check.list",
                ("name", list.Name),
                ("read", Wording.Count(list.Read)),
                ("orders", Wording.Count(list.Orders)),
                ("repeated", Wording.Count(list.Repeated)),
                ("unnumbered", Wording.Count(list.Unnumbered)),
                ("rejected", Wording.Count(list.Rejected))
            );
            if (!list.IsNew)
                desk.Say("cli.check.list_known", ("name", list.Name));
        }
        if (done.Excuses > 0)
            desk.Say("cli.check.excuses", ("count", Wording.Count(done.Excuses)));
        foreach (var stream in done.Check.Streams)
            TellRate(desk, stream, done.Check.Span.From, done.Check.Span.LastDay);
        if (done.Check.Streams.Any(count => count.Stream == OrderStream.Unknown))
            desk.Say("cli.check.stream_unknown");
        var missing = done.Check.Missing.Where(order => order.Excused is null).ToList();
        if (missing.Count > 0)
            desk.Say(
                "cli.check.missing",
                ("count", Wording.Count(missing.Count)),
                ("first", desk.List(missing.Take(OrdersTold).Select(order => order.ComplaintId)))
            );
        if (done.Check.Differing.Count > 0)
            desk.Say(
                "cli.check.differing",
                ("count", Wording.Count(done.Check.Differing.Select(order => order.ComplaintId).Distinct().Count()))
            );
        if (done.Check.Unlisted.Count > 0)
            desk.Say("cli.check.unlisted", ("count", Wording.Count(done.Check.Unlisted.Count)));
        desk.Say("cli.check.file", ("file", done.Docx));
        desk.Say("cli.check.file", ("file", done.Xlsx));
        desk.Next(missing.Count > 0 ? "load" : "check");
    }

    public static void TellRate(Desk desk, ProcessingCount count, DateOnly from, DateOnly last) =>
        desk.Say(
            count.Rate is null ? "cli.check.rate_none" : "cli.check.rate",
            ("stream", desk.Phrase($"cli.check.stream.{Snake.Code(count.Stream)}")),
            ("from", Wording.Day(from)),
            ("last", Wording.Day(last)),
            ("dispatched", Wording.Count(count.Dispatched)),
            ("excused", Wording.Count(count.Excused)),
            ("registered", Wording.Count(count.Registered)),
            ("missing", Wording.Count(count.Missing)),
            ("rate", count.Rate is { } rate ? Percent(rate) : null)
        );

    /// <summary>Orders of the contract's two rates that are missing hold the gate.</summary>
    public static ExitCode ExitOf(DispatchChecked done) =>
        done.Check.Streams.Any(count => count.Missing > 0) ? ExitCode.GateFailed : ExitCode.Done;

    public static JsonObject JsonOf(DispatchChecked done) =>
        JsonLine.Fields(
            new
            {
                done.Lists,
                done.Excuses,
                From = done.Check.Span.From,
                Last = done.Check.Span.LastDay,
                Streams = done.Check.Streams.Select(count => new
                {
                    Stream = Snake.Code(count.Stream),
                    count.Dispatched,
                    count.Excused,
                    count.Registered,
                    count.Missing,
                    count.Rate,
                }),
                Missing = done.Check.Missing.Where(order => order.Excused is null).Select(order => order.ComplaintId),
                Differing = done.Check.Differing,
                Unlisted = done.Check.Unlisted.Select(order => order.ComplaintId),
                done.Check.Lags,
                done.Docx,
                done.Xlsx,
                done.Generation,
            }
        );
}

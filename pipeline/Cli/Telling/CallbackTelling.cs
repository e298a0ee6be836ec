using System.Text.Json.Nodes;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Runs.Callbacks;

namespace Hotspot.Cli.Telling;

/// <summary>Tells what <c>callback</c> did; never a phone.</summary>
internal static class CallbackTelling
{
    public static ExitCode ExitOf(CallbackResult result) =>
        result is CallbackRecorded { Rejected: > 0, Recorded: 0, Updated: 0, Unchanged: 0 } ? ExitCode.WrongUse : ExitCode.Done;

    public static void Tell(Desk desk, CallbackResult result)
    {
        switch (result)
        {
            case CallbackPlanned planned:
                Tell(desk, planned);
                break;
            case CallbackRecorded recorded:
                Tell(desk, recorded);
                break;
            case CallbackSummed summed:
                Tell(desk, summed);
                break;
        }
        if (result.SheetsSealed.Count > 0)
            desk.Say("cli.callback.sealed", ("count", result.SheetsSealed.Count), ("names", desk.List(result.SheetsSealed)));
        switch (result)
        {
            case CallbackPlanned { Files: [var first, ..] }:
                desk.Next($"callback record \"{first}\"");
                break;
            case CallbackRecorded { Rejected: 0 }:
                desk.Next("callback summary weekly");
                break;
            case CallbackSummed:
                desk.Next("status");
                break;
        }
    }

    public static JsonObject JsonOf(CallbackResult result) =>
        result switch
        {
            CallbackPlanned planned => JsonLine.Fields(
                new
                {
                    Action = "plan",
                    planned.Plan.PlanId,
                    planned.Plan.PlanOn,
                    planned.IsNew,
                    planned.Plan.Staff,
                    planned.Plan.Calls,
                    Orders = planned.Plan.Orders.Count(order => order.HasPhone),
                    Reasons = Enum.GetValues<CallReason>().ToDictionary(Snake.Code, reason => Count(planned, reason)),
                    planned.NoPhone,
                    PhoneMissing = planned.Plan.Orders.Count(order => !order.HasPhone),
                    Cohorts = planned.Plan.Periods,
                    planned.Files,
                    planned.SheetsSealed,
                }
            ),
            CallbackRecorded recorded => With(JsonLine.Fields(recorded), "record"),
            CallbackSummed summed => JsonLine.Fields(
                new
                {
                    Action = "summary",
                    Period = summed.Period.Name,
                    summed.ClosesOn,
                    summed.Folder,
                    summed.Docx,
                    summed.Xlsx,
                    City = summed.Rates[0],
                    summed.SheetsSealed,
                }
            ),
            _ => [],
        };

    private static JsonObject With(JsonObject fields, string action)
    {
        fields.Insert(0, "action", action);
        return fields;
    }

    private static int Count(CallbackPlanned planned, CallReason reason) =>
        planned.Plan.Orders.Count(order => order.HasPhone && order.Reason == reason);

    private static void Tell(Desk desk, CallbackPlanned planned)
    {
        var plan = planned.Plan;
        var day = ("day", (object?)Wording.Day(plan.PlanOn));
        if (!planned.IsNew)
            desk.Say("cli.callback.again", day);
        if (plan.Orders.Count == 0)
            desk.Say("cli.callback.nothing");
        else
            desk.Say(
                "cli.callback.planned",
                day,
                ("calls", Wording.Count(plan.Calls)),
                ("orders", Wording.Count(plan.Orders.Count(order => order.HasPhone))),
                ("unfinished", Count(planned, CallReason.Unfinished)),
                ("drawn", Count(planned, CallReason.Drawn)),
                ("riders", Count(planned, CallReason.Caller)),
                ("extra", Count(planned, CallReason.StreetMinimum))
            );
        foreach (var draw in plan.Periods)
            desk.Say(
                "cli.callback.cohort",
                ("period", draw.Period),
                ("first", Wording.Day(draw.FromOn)),
                ("last", Wording.Day(draw.LastOn)),
                ("orders", Wording.Count(draw.Orders)),
                ("target", Wording.Count(draw.Target)),
                ("made", Wording.Count(draw.Made)),
                ("rate", Percent(draw.ContactRate)),
                ("days", draw.DaysLeft),
                ("closes", Wording.Day(draw.ClosesOn)),
                ("calls", Wording.Count(draw.Calls)),
                ("seed", draw.Seed)
            );
        if (planned.NoPhone > 0)
            desk.Say("cli.callback.no_phone", ("count", Wording.Count(planned.NoPhone)));
        if (plan.Orders.Count(order => !order.HasPhone) is > 0 and var missing)
            desk.Say("cli.callback.phone_missing", ("count", Wording.Count(missing)));
        foreach (var file in planned.Files)
            desk.Say("cli.callback.file", ("file", file));
        if (planned.Files.Count > 0)
            desk.Say("cli.callback.private", ("days", desk.Settings().Callback.KeepSheetDays));
    }

    private static void Tell(Desk desk, CallbackRecorded recorded)
    {
        desk.Say(
            "cli.callback.recorded",
            ("file", Path.GetFileName(recorded.File)),
            ("read", recorded.Read),
            ("recorded", recorded.Recorded),
            ("updated", recorded.Updated),
            ("unchanged", recorded.Unchanged),
            ("blank", recorded.Blank),
            ("rejected", recorded.Rejected),
            ("valid", recorded.Valid)
        );
        foreach (var problem in recorded.Problems)
            desk.Voice.WriteLine(
                "  "
                    + desk.Phrase(
                        "cli.callback.problem",
                        ("sheet", problem.Sheet),
                        ("row", problem.Row),
                        ("column", problem.Column),
                        ("what", desk.Phrase($"callback.problem.{problem.Code}", ("value", problem.Value)))
                    )
            );
        if (recorded.Problems.Count > 0)
            desk.Say("cli.callback.fix");
        if (recorded.Missing > 0)
            desk.Say("cli.callback.missing", ("count", recorded.Missing));
        if (recorded.SheetKept)
            desk.Say("cli.callback.kept");
        if (recorded.IsOutside)
            desk.Say("cli.callback.outside", ("file", recorded.File));
    }

    private static void Tell(Desk desk, CallbackSummed summed)
    {
        var city = summed.Rates[0];
        desk.Say(
            "cli.callback.summary",
            ("period", summed.Period.Name),
            ("orders", Wording.Count(city.Orders)),
            ("dialled", Wording.Count(city.Dialled)),
            ("reached", Wording.Count(city.Reached)),
            ("valid", Wording.Count(city.Valid)),
            ("share", Wording.Share(city.Counted, city.Orders)),
            ("target", Percent(city.Target)),
            ("closes", Wording.Day(summed.ClosesOn))
        );
        Rate(desk, "contacted", city.ContactedRate, city.ContactedLow, city.ContactedHigh, city.ContactedRaw);
        Rate(desk, "resolved", city.ResolvedRate, city.ResolvedLow, city.ResolvedHigh, city.ResolvedRaw);
        Rate(desk, "satisfied", city.SatisfiedRate, city.SatisfiedLow, city.SatisfiedHigh, city.SatisfiedRaw);
        if (city.Score is { } score)
            desk.Say("cli.callback.score", ("score", score.ToString("F1", null)), ("raw", city.ScoreRaw!.Value.ToString("F1", null)));
        if (city.ResolvedRate is null)
            desk.Say("cli.callback.no_rates");
        foreach (var file in (string[])[summed.Docx, summed.Xlsx])
            desk.Say("cli.callback.file", ("file", file));
    }

    private static void Rate(Desk desk, string name, double? value, double? low, double? high, double? raw)
    {
        if (value is null)
            return;
        desk.Say(
            "cli.callback.rate",
            ("name", desk.Phrase($"cli.callback.name.{name}")),
            ("value", Percent(value.Value)),
            ("low", Percent(low!.Value)),
            ("high", Percent(high!.Value)),
            ("raw", Percent(raw!.Value))
        );
    }

    /// <summary>As tables print it: read at 15 digits, halves away from zero.</summary>
    public static string Percent(double share) =>
        Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("F1", System.Globalization.CultureInfo.InvariantCulture)
        + "%";
}

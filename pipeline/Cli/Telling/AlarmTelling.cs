using System.Globalization;
using System.Text.Json.Nodes;
using Hotspot.Hotspots.Warnings;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>How an alarm is told: where, what, how many and how many usually; and all that told it.</summary>
internal static class AlarmTelling
{
    private const int MostOrders = 50;

    /// <summary>One line of it.</summary>
    public static void Say(Desk desk, Alarm alarm) =>
        desk.Say(
            alarm.Kind == EarlyWarning.Silence ? "cli.nightly.alarm_silence" : "cli.nightly.alarm",
            ("area", Area(desk, alarm)),
            ("issue", alarm.Issue ?? desk.Phrase("cli.nightly.all_issues")),
            ("since", Wording.Day(alarm.SinceOn)),
            ("until", Wording.Day(alarm.UntilOn)),
            ("observed", Wording.Count(alarm.Observed)),
            ("unit", desk.Phrase("cli.nightly.unit." + alarm.Counted)),
            ("expected", Decimal(alarm.Expected))
        );

    public static JsonObject Tell(Desk desk, AlarmExplained result)
    {
        var alarm = result.Alarm;
        desk.Say("cli.explain.alarm", ("id", result.Id), ("bulletin", result.Bulletin), ("generation", result.MadeFrom));
        Say(desk, alarm);
        if (alarm.WentOnFrom is { } other)
            desk.Say("cli.explain.alarm_from", ("id", other));
        foreach (var test in alarm.Tests)
            desk.Say(
                "cli.explain.alarm_test",
                ("name", desk.Phrase("cli.explain.alarm_test." + test.Kind)),
                ("area", Area(desk, test.Kind, test.District, test.Street, test.Community)),
                ("since", Wording.Day(test.SinceOn)),
                ("until", Wording.Day(test.UntilOn)),
                ("observed", Wording.Count(test.Observed)),
                ("unit", desk.Phrase("cli.nightly.unit." + test.Counted)),
                ("expected", Decimal(test.Expected)),
                ("q", test.QValue?.ToString("0.######", CultureInfo.InvariantCulture) ?? "—")
            );
        desk.Say("cli.explain.method", ("name", "EarlyWarnings"), ("text", desk.Phrase("method.EarlyWarnings")));
        desk.Say(
            "cli.explain.alarm_orders",
            ("shown", Math.Min(MostOrders, alarm.Complaints.Count)),
            ("count", alarm.Complaints.Count),
            ("orders", string.Join(' ', alarm.Complaints.Take(MostOrders)))
        );
        return JsonLine.Fields(
            new
            {
                Kind = "alarm",
                result.Id,
                result.Generation,
                result.MadeFrom,
                result.Bulletin,
                result.Alarm,
            }
        );
    }

    private static string Area(Desk desk, Alarm alarm) =>
        alarm.Streets.Count > 1
            ? desk.List(alarm.Streets.Select(street => street.Replace("/", "", StringComparison.Ordinal)))
            : Area(desk, alarm.Kind, alarm.District, alarm.Street, alarm.Community);

    /// <summary>A warning without a district is of the whole city; a cluster without one is of nobody knows where.</summary>
    private static string Area(Desk desk, string kind, string? district, string? street, string? community) =>
        kind != Alarm.Cluster && district is null ? desk.Phrase("cli.nightly.city") : string.Concat(district, street, community);

    private static string Decimal(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}

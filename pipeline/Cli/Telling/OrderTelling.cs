using System.Globalization;
using System.Text.Json.Nodes;
using Hotspot.Outputs;
using Hotspot.Privacy.Sealing;
using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>How an order is told.</summary>
internal static class OrderTelling
{
    /// <summary>Told in lines of their own, or of no use to people.</summary>
    private static readonly HashSet<string> Apart =
    [
        "complaint_id",
        "batch_id",
        "source",
        "source_file",
        "source_line",
        "quality_flags",
        "geo_flags",
        "incident_id",
        "unit_id",
        "repeat_of",
        "joined_by",
        "caller_key",
    ];

    public static JsonObject Tell(Desk desk, OrderExplained result, ColumnTitles titles)
    {
        var order = result.Order;
        desk.Say("cli.explain.order", ("id", result.Id), ("generation", result.Generation));
        foreach (var (name, value) in order.Columns)
        {
            if (value is not null && !Apart.Contains(name))
                desk.Say("cli.explain.label", ("title", titles.Column(name)), ("value", value));
        }
        if (result.IssueTerms.Count > 0)
            desk.Say(
                "cli.explain.terms",
                ("issue", order["issue"]),
                ("terms", desk.List(result.IssueTerms.Select(term => $"{term.Term} {Weight(term.Weight)}")))
            );
        desk.Say(
            "cli.explain.from",
            ("file", order["source_file"]),
            ("line", order["source_line"]),
            ("batch", order["batch_id"]),
            ("source", order["source"])
        );
        var flags = Flags(result).Select(titles.Flag).ToList();
        desk.Say(flags.Count == 0 ? "cli.explain.no_flags" : "cli.explain.flags", ("flags", desk.List(flags)));
        TellIncident(desk, result);
        if (result.Originals is { } originals)
            TellOriginals(desk, originals);
        if (result.AuditBroken)
            desk.Warn("cli.explain.audit_broken");
        return JsonOf(result);
    }

    private static void TellIncident(Desk desk, OrderExplained result)
    {
        var reports = result.Order.Incident;
        if (reports.Count < 2)
        {
            desk.Say("cli.explain.alone");
            return;
        }
        desk.Say("cli.explain.incident", ("count", reports.Count));
        foreach (var report in reports)
            desk.Say("cli.explain.report", ("at", report.OccurredAt), ("id", report.ComplaintId), ("joined", Joined(desk, report)));
    }

    /// <summary>The key that joined the report, with the address or the distance that it has in common with the first.</summary>
    private static string Joined(Desk desk, Grouping.IncidentReport report) =>
        desk.Phrase(
            "cli.explain.joined." + report.JoinedBy,
            ("hours", report.WithinHours),
            ("days", report.WithinHours / 24),
            (
                "where",
                report.Address is { } address ? desk.Phrase("cli.explain.same_address", ("address", address))
                : report.Metres is { } metres ? desk.Phrase("cli.explain.metres", ("metres", metres))
                : desk.Phrase("cli.explain.address_changed")
            )
        );

    private static void TellOriginals(Desk desk, IReadOnlyList<OriginalValue> originals)
    {
        desk.Say(originals.Count == 0 ? "cli.explain.no_originals" : "cli.explain.originals", ("count", originals.Count));
        foreach (var value in originals)
            desk.Say("cli.explain.label", ("title", value.Column), ("value", value.Text));
    }

    private static JsonObject JsonOf(OrderExplained result) =>
        JsonLine.Fields(
            new
            {
                Kind = "order",
                result.Id,
                result.Generation,
                Order = result.Order.Columns.ToDictionary(),
                Flags = Flags(result),
                result.IssueTerms,
                result.Order.Incident,
                Originals = result.Originals?.Select(value => new { value.Column, value.Text }).ToList(),
                result.AuditBroken,
            }
        );

    private static List<string> Flags(OrderExplained result) =>
        [
            .. ((string?[])[result.Order["quality_flags"], result.Order["geo_flags"]]).SelectMany(flags =>
                (flags ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries)
            ),
        ];

    /// <summary>What is rounded away has no sign.</summary>
    internal static string Weight(double weight) =>
        (Math.Round(weight, 2) + 0.0).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}

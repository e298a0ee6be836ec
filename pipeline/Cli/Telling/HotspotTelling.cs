using System.Text.Json.Nodes;
using Hotspot.Outputs;
using Hotspot.Runs;

namespace Hotspot.Cli.Telling;

/// <summary>How a hotspot or a space-time cluster is told: its row, what was tested, and the incidents that it is made of.</summary>
internal static class HotspotTelling
{
    public static JsonObject Tell(Desk desk, HotspotExplained result, ColumnTitles titles)
    {
        var told = result.Hotspot;
        var isCluster = result.Table != "points";
        desk.Say(
            isCluster ? "cli.explain.cluster" : "cli.explain.hotspot",
            ("id", result.Id),
            ("bulletin", result.Bulletin),
            ("generation", result.MadeFrom)
        );
        if (result.Generation != result.MadeFrom)
            desk.Warn("cli.explain.generation_gone", ("made", result.MadeFrom), ("now", result.Generation));
        foreach (var (name, value) in told.Columns)
        {
            if (value is not null)
                desk.Say("cli.explain.label", ("title", titles.Column(name)), ("value", value));
        }
        var columns = told.Columns.ToDictionary();
        var method = isCluster ? "SpaceTimeScan" : "Points";
        desk.Say("cli.explain.method", ("name", method), ("text", desk.Phrase("method." + method)));
        if (!isCluster)
            desk.Say(columns["expected"] is null ? "cli.explain.hotspot_untested" : "cli.explain.hotspot_expected");
        desk.Say(
            isCluster ? "cli.explain.cluster_incidents" : "cli.explain.hotspot_incidents",
            ("shown", told.Incidents.Count),
            ("count", told.Count)
        );
        foreach (var incident in told.Incidents)
            desk.Say(
                "cli.explain.hotspot_incident",
                ("at", incident.FirstAt),
                ("id", incident.IncidentId),
                ("issue", incident.Issue),
                ("place", incident.Place),
                ("complaints", incident.Complaints),
                ("callers", incident.Callers)
            );
        return JsonLine.Fields(
            new
            {
                Kind = isCluster ? "cluster" : "hotspot",
                result.Id,
                result.Generation,
                result.MadeFrom,
                result.Bulletin,
                Hotspot = columns,
                told.Incidents,
                told.Count,
            }
        );
    }
}

using Hotspot.Enrich;
using Hotspot.Incidents;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Makes the incidents anew, as one step of whatever changed complaints; runs in its transaction.</summary>
internal static class IncidentStep
{
    /// <summary>The rules of the merge as the home's settings have them.</summary>
    public static MergeSettings Rules(HomeSettings settings) => new() { LongWindowIssues = settings.NightIssues.ToHashSet() };

    public static void Run(Session session, CityReference city, RunContext context, RunLedger ledger)
    {
        context.Progress.Step("step.incidents");
        ledger.Step(
            "incidents",
            "",
            () => IncidentStage.Run(session, Rules(context.Settings), city.Projection.ToMetres),
            counts => (counts.Complaints, counts.Incidents, null)
        );
    }
}

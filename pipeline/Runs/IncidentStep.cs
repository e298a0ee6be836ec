using Hotspot.Enrich;
using Hotspot.Incidents;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Makes the incidents anew, as one step of whatever changed complaints; runs in its transaction.</summary>
internal static class IncidentStep
{
    public static void Run(Session session, CityReference city, RunContext context, RunLedger ledger)
    {
        context.Progress.Step("step.incidents");
        ledger.Step(
            "incidents",
            "",
            () =>
                IncidentStage.Run(
                    session,
                    new MergeSettings { LongWindowIssues = context.Settings.NightIssues.ToHashSet() },
                    city.Projection.ToMetres
                ),
            counts => (counts.Complaints, counts.Incidents, null)
        );
    }
}

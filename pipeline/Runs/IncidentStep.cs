using Hotspot.Enrich;
using Hotspot.Incidents;
using Hotspot.IssueGroups;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs;

/// <summary>Makes incidents and groups of one matter anew, as steps of whatever changed complaints; runs in its transaction.</summary>
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
        var settings = new GroupSettings();
        var boilerplate = TermReader.Phrases(context.Home.Rules);
        var words = MatterWords.Read(context.Home.Rules);
        ledger.Step(
            "issue_groups",
            "",
            () =>
                IssueGroupStage.Run(
                    session,
                    settings,
                    boilerplate,
                    words,
                    settings.Fingerprint($"{boilerplate.Fingerprint}|{words.Fingerprint}")
                ),
            counts => (counts.Complaints, counts.Groups, null)
        );
    }
}

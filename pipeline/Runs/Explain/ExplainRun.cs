using Hotspot.Classify.Learning;
using Hotspot.Grouping;
using Hotspot.Incidents;
using Hotspot.Language;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Explain;

/// <summary>
/// One order as it is published, with where it came from and what it was joined to; its sealed originals where they are asked for with a
/// reason, which is written down before anything is shown. Else a hotspot or a figure of a bulletin, or an alarm of a night.
/// </summary>
public static class ExplainRun
{
    private const int MostTerms = 8;

    public static ExplainResult Execute(RunContext context, ExplainOptions options)
    {
        var home = context.Home;
        var generation = PublishedData.Of(context);
        if (OrderReader.Find(generation, options.Id, context.Limits) is not { } order)
            return (options.Reason is null ? Find(context, options, generation) : null) ?? throw Unknown(context, options, generation);
        order = order with { Incident = [.. order.Incident.Select(report => Timed(report, order, context.Settings))] };
        var explained = new OrderExplained(options.Id, generation.Id, order, null, false) { IssueTerms = Terms(context, order) };
        return options.Reason is { } reason ? Reveal(context, explained, reason) : explained;
    }

    private static IReadOnlyList<TermWeight> Terms(RunContext context, PublishedOrder order) =>
        order["issue_from"] == Snake.Code(IssueFrom.Classifier) && order["issue"] is { } issue
            ? HomeCity.Of(context).Issues.Explain(issue, order["title"], order["content_masked"], MostTerms)
            : [];

    private static ExplainResult? Find(RunContext context, ExplainOptions options, Generation generation) =>
        AlarmFinder.Find(context, options, generation)
        ?? HotspotFinder.Find(context, options, generation)
        ?? (ExplainResult?)FigureFinder.Find(context, options, generation);

    /// <summary>Something that looks like the id of a figure is answered with those that there are.</summary>
    private static OperatorException Unknown(RunContext context, ExplainOptions options, Generation generation) =>
        options.Reason is null && FigureFinder.Near(context, options) is { Count: > 0 } near
            ? new OperatorException(ExitCode.Missing, "figure_unknown", ("near", string.Join(", ", near)))
            : new OperatorException(ExitCode.Missing, "order_unknown", ("generation", generation.Id));

    /// <summary>The report with the time that its key allows: a rule of the home, which no published row knows.</summary>
    private static IncidentReport Timed(IncidentReport report, PublishedOrder order, HomeSettings settings) =>
        report with
        {
            WithinHours = IncidentStep
                .Rules(settings)
                .WindowOf(Enum.GetValues<JoinedBy>().First(key => Snake.Code(key) == report.JoinedBy), order["issue"])
                ?.TotalHours,
        };

    private static OrderExplained Reveal(RunContext context, OrderExplained result, string reason)
    {
        var home = context.Home;
        var keys = Keys.Existing(home);
        IReadOnlyList<OriginalValue> originals;
        try
        {
            originals = SealedRowsFolder.Of(home.Sealed, result.Id, keys.Seal);
        }
        catch (SealBrokenException e)
        {
            throw new OperatorException(ExitCode.Missing, "seal_broken", e, ("folder", home.Show(home.Sealed)));
        }
        if (originals.Count == 0 && SealedRowsFolder.HasForeign(home.Sealed, keys.Seal))
            throw new OperatorException(
                ExitCode.Missing,
                "seal_foreign",
                ("folder", home.Show(home.Sealed)),
                ("keys", home.Show(home.Keys))
            );
        var whole = AuditLog.Verify(home.AuditFile, keys.Seal).BrokenAt is null;
        // On the disk before a single value leaves this method.
        AuditLog.Append(home.AuditFile, keys.Seal, AuditLine.Of(context.Clock.Now, "explain", result.Id, originals.Count, reason));
        return result with { Originals = originals, AuditBroken = !whole };
    }
}

using System.Globalization;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports;
using Hotspot.Reports.Acceptance;
using Hotspot.Runs.Callbacks;

namespace Hotspot.Runs.Acceptance;

/// <param name="Docx">The paper; <paramref name="Xlsx"/> the same figures.</param>
public sealed record AcceptanceResult(AcceptanceFigures Figures, string Docx, string Xlsx);

/// <summary><c>report acceptance</c>: the five figures of the contract with their evidence.</summary>
public static class AcceptanceRun
{
    /// <param name="last">Last day of the span.</param>
    /// <exception cref="OperatorException">Nothing is loaded (exit 4).</exception>
    public static AcceptanceResult Execute(RunContext context, DateOnly from, DateOnly last)
    {
        var (home, started) = (context.Home, context.Clock.Now);
        var templates = Templates.Read(home, context.Phrases);
        context = context with { Phrases = templates.Phrases };
        var settings = context.Settings;
        var (generation, coverage) = PublishedData.Covered(context);
        var ledger = new RunLedger(context, "report");
        var span = new DaySpan(from, last.AddDays(1));
        var name = string.Create(CultureInfo.InvariantCulture, $"{from:O}_{last:O}");
        context.Progress.Step("step.analysing", ("period", name));
        var city = HomeCity.Of(context);
        using var reader = ComplaintReader.Open(generation, span.Until, context.Limits);
        var orders = Cohorts.Orders(reader, span, city);
        var figures = ledger.Step(
            "acceptance",
            name,
            () =>
                new AcceptanceFigures(
                    span,
                    coverage.LastOn < last ? coverage.LastOn : last,
                    reader.DispatchLists(span),
                    reader.Processing(span),
                    orders.Count == 0 || !reader.HasCallbacks
                        ? null
                        : CallbackRates.City(name, orders, settings.Callback, RateWeights.Of(RateWeights.Read(home.Rules), last)),
                    orders.Count,
                    settings.Callback.Target,
                    Delivered.Of(context, span),
                    Requests.Of(context, span),
                    reader.Survey(span),
                    settings.SatisfactionTarget
                )
        );
        figures = figures with { Queries = reader.Asked };
        var paper = AcceptancePaper.Write(figures, new BulletinTerms(settings.UnitName, null, settings.Demo), context.Phrases);
        var stem = Papers.Publish(
            context,
            paper,
            templates.Word,
            new Making(
                "acceptance",
                name,
                generation,
                new Dictionary<string, string>
                {
                    ["callback_target"] = settings.Callback.Target.ToString(CultureInfo.InvariantCulture),
                    ["satisfaction_target"] = settings.SatisfactionTarget.ToString(CultureInfo.InvariantCulture),
                },
                generation.Files(),
                new ManifestStep("acceptance", orders.Count, figures.Bulletins.Count, null),
                ledger,
                started
            )
        );
        return new AcceptanceResult(figures, stem + ".docx", stem + ".xlsx");
    }
}

using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Callbacks;

/// <summary>A summary of callbacks as content for Word and Excel: coverage against the target, 三率 of the whole cohort, then districts, issues, streets.</summary>
public static class CallbackPaper
{
    /// <summary>A page of paper has room for so many units; the workbook has all.</summary>
    private const int PaperRows = 30;

    private const string Counts = "Grouping/callback_cohort.sql";
    private const string Rates = "Grouping/callback_cohort.sql, Callback/CallbackRates";

    public static Bulletin Write(CallbackSummary summary, BulletinTerms terms, Phrasebook phrases)
    {
        var period = summary.Period;
        var draft = new Draft(phrases, new DaySpan(period.From, period.Until).Inputs);
        var dates = new Dates(phrases);
        return new Bulletin(
            Head(summary, terms, phrases, dates),
            [
                new Section("coverage", draft.Word("callbacks.summary.section_coverage"), Coverage(summary, draft, dates)),
                new Section("rates", draft.Word("callbacks.summary.section_rates"), ThreeRates(summary, draft)),
                new Section("parts", draft.Word("callbacks.summary.section_parts"), Parts(summary, draft)),
            ],
            draft.Figures,
            null,
            BulletinWriter.Labels(phrases)
        )
        {
            Queries = summary.Queries,
        };
    }

    private static BulletinHead Head(CallbackSummary summary, BulletinTerms terms, Phrasebook phrases, Dates dates)
    {
        var period = summary.Period;
        var name =
            dates.Period(period)
            + (period is { Rule: MonthRule.Assessment, Kind: not PeriodKind.Weekly } ? phrases["head.assessment"] : "");
        return PaperHead.Of(
            terms,
            phrases,
            phrases["callbacks.summary.title"],
            phrases.Say("head.period", ("name", name), ("span", dates.Span(period.From, period.LastDay))),
            phrases.Say("head.through", ("day", dates.Day(summary.Through))),
            summary.Through,
            phrases.Say("callbacks.summary.file", ("period", name))
        );
    }

    private static List<Block> Coverage(CallbackSummary summary, Draft draft, Dates dates)
    {
        var (city, settings) = (summary.City, summary.Settings);
        var needed = (int)Math.Ceiling(settings.Target * city.Orders - 1e-9);
        var missing = needed - city.Counted;
        return
        [
            new Paragraph(
                draft.Say(
                    "callbacks.summary.coverage",
                    ("orders", draft.Count("callback.orders", city.Orders, Counts)),
                    ("needed", draft.Count("callback.needed", needed, Rates)),
                    ("dialled", draft.Count("callback.dialled", city.Dialled, Counts)),
                    ("reached", draft.Count("callback.reached", city.Reached, Counts)),
                    ("valid", draft.Count("callback.valid", city.Valid, Counts)),
                    ("counting", draft.Word($"callbacks.summary.counting_{Snake.Code(settings.Counting)}")),
                    ("share", draft.Percent("callback.coverage", city.Coverage ?? 0, Rates)),
                    ("target", draft.Percent("callback.target", settings.Target, Rates)),
                    (
                        "verdict",
                        missing <= 0
                            ? Prose.Of(draft.Word("callbacks.summary.reached"))
                            : draft.Say("callbacks.summary.missed", ("missing", draft.Count("callback.missing", missing, Rates)))
                    ),
                    ("closes", Closing(summary, draft, dates))
                )
            ),
            new Paragraph(
                draft.Say(
                    "callbacks.summary.no_phone",
                    ("no_phone", draft.Count("callback.no_phone", city.Orders - city.Callable, Counts))
                ),
                ParagraphKind.Note
            ),
        ];
    }

    /// <summary>Calls are drawn by the cohorts of the settings: what a longer period lacks cannot be made up for after its cohorts are closed.</summary>
    private static string Closing(CallbackSummary summary, Draft draft, Dates dates) =>
        summary.Settings.Period == summary.Period.Kind
            ? draft.Text("callbacks.summary.closes", ("day", dates.Day(summary.ClosesOn)))
            : draft.Text(
                "callbacks.summary.closes_by_cohort",
                ("period", draft.Word($"callbacks.summary.cohort_{Snake.Code(summary.Settings.Period)}")),
                ("workdays", summary.Settings.WindowWorkdays)
            );

    private static List<Block> ThreeRates(CallbackSummary summary, Draft draft)
    {
        var city = summary.City;
        if (city.ResolvedRate is null)
            return [new Paragraph(draft.Say("callbacks.summary.no_rates"))];
        Prose Rate(string name, double? value, double? low, double? high, double? raw) =>
            value is null
                ? draft.Say("callbacks.summary.rate_unknown", ("name", draft.Word($"callbacks.summary.{name}")))
                : draft.Say(
                    "callbacks.summary.rate",
                    ("name", draft.Word($"callbacks.summary.{name}")),
                    ("value", draft.Percent($"callback.{name}", value.Value, Rates)),
                    ("low", draft.Percent($"callback.{name}_low", low!.Value, Rates)),
                    ("high", draft.Percent($"callback.{name}_high", high!.Value, Rates)),
                    ("raw", draft.Percent($"callback.{name}_raw", raw!.Value, Rates))
                );
        var blocks = new List<Block>
        {
            new Paragraph(
                draft.Say(
                    "callbacks.summary.rates",
                    (
                        "list",
                        draft.List(
                            [
                                Rate("contacted", city.ContactedRate, city.ContactedLow, city.ContactedHigh, city.ContactedRaw),
                                Rate("resolved", city.ResolvedRate, city.ResolvedLow, city.ResolvedHigh, city.ResolvedRaw),
                                Rate("satisfied", city.SatisfiedRate, city.SatisfiedLow, city.SatisfiedHigh, city.SatisfiedRaw),
                            ],
                            "separator.clause"
                        )
                    )
                )
            ),
        };
        if (city.Score is { } score)
            blocks.Add(
                new Paragraph(
                    draft.Say(
                        "callbacks.summary.score",
                        ("score", draft.Number("callback.score", score, 1, Rates, "unit.points")),
                        ("raw", draft.Number("callback.score_raw", city.ScoreRaw!.Value, 1, Rates, "unit.points"))
                    )
                )
            );
        blocks.Add(
            new Paragraph(
                draft.Say(
                    "callbacks.summary.method",
                    ("valid", draft.Count("callback.valid", city.Valid, Counts)),
                    ("size", draft.Number("callback.effective_size", city.EffectiveSize!.Value, 1, Rates, "unit.items")),
                    ("basic", summary.Weights.Basic)
                ),
                ParagraphKind.Note
            )
        );
        return blocks;
    }

    private static List<Block> Parts(CallbackSummary summary, Draft draft)
    {
        var blocks = new List<Block>();
        foreach (var level in (string[])["district", "issue", "street"])
        {
            var rows = summary
                .Rates.Where(rate => rate.Level == level)
                .OrderByDescending(rate => rate.Orders)
                .ThenBy(rate => rate.District, StringComparer.Ordinal)
                .ThenBy(rate => rate.Street ?? rate.Issue, StringComparer.Ordinal)
                .ToList();
            if (rows.Count == 0)
                continue;
            blocks.Add(new TableBlock(Table(level, rows, draft)));
            if (level == "district")
                blocks.Add(new ChartBlock(Bars(rows, summary, draft)));
        }
        return blocks;
    }

    /// <summary>Coverage of districts beside the target.</summary>
    private static BarChart Bars(List<CallbackRate> districts, CallbackSummary summary, Draft draft)
    {
        var missed = districts.Count(rate => rate.Coverage < summary.Settings.Target);
        return new BarChart(
            "callback_district",
            draft.NextChart(),
            draft.Word("callbacks.summary.chart"),
            missed == 0
                ? draft.Word("callbacks.summary.chart_reached")
                : draft.Text("callbacks.summary.chart_missed", ("count", missed), ("all", districts.Count)),
            draft.Text("callbacks.summary.chart_source", ("day", new Dates(draft.Phrases).Day(summary.Through))),
            [
                .. districts
                    .OrderByDescending(rate => rate.Coverage)
                    .ThenBy(rate => rate.District, StringComparer.Ordinal)
                    .Select(rate => new Bar(
                        rate.District!,
                        rate.Coverage ?? 0,
                        draft.Text(
                            "callbacks.bar",
                            ("share", Draft.OneDecimal(rate.Counted, rate.Orders)),
                            ("done", rate.Counted),
                            ("orders", rate.Orders)
                        ),
                        Strong: rate.Coverage < summary.Settings.Target
                    )),
            ],
            draft.Word("column.callback_rate")
        )
        {
            Target = summary.Settings.Target,
            TargetLabel = draft.Text("callbacks.summary.chart_target", ("target", Draft.OneDecimal(summary.Settings.Target, 1))),
            Format = CellFormat.Percent1,
        };
    }

    private static ReportTable Table(string level, List<CallbackRate> rows, Draft draft) =>
        new ReportTable(
            $"callback_{level}",
            draft.NextTable(),
            draft.Word($"callbacks.summary.table_{level}"),
            draft.Word($"callbacks.summary.sheet_{level}"),
            [
                draft.Column("district", CellFormat.Text, 1.4),
                draft.Column("street", CellFormat.Text, 1.7),
                draft.Column("issue", CellFormat.Text, 1.7),
                draft.Column("orders", CellFormat.Count),
                draft.Detail("callable", CellFormat.Count, title: "callable"),
                draft.Detail("dialled", CellFormat.Count, title: "dialled"),
                draft.Detail("reached", CellFormat.Count, title: "reached"),
                draft.Column("valid", CellFormat.Count, title: "valid_callbacks"),
                draft.Column("coverage", CellFormat.Percent1, title: "callback_rate"),
                draft.Column("resolved_rate", CellFormat.Percent1),
                draft.Column("resolved_range", CellFormat.Text, 1.6, title: "resolved_range"),
                draft.Detail("resolved_raw", CellFormat.Percent1, title: "resolved_raw"),
                draft.Column("satisfied_rate", CellFormat.Percent1),
                draft.Column("satisfied_range", CellFormat.Text, 1.6, title: "satisfied_range"),
                draft.Detail("satisfied_raw", CellFormat.Percent1, title: "satisfied_raw"),
                draft.Detail("contacted_rate", CellFormat.Percent1),
            ],
            [.. rows.Select(row => Cells(row, draft))],
            draft.Word("callbacks.summary.note")
        ).WithoutEmptyColumns() with
        {
            PaperRows = PaperRows,
            PaperNote =
                rows.Count <= PaperRows
                    ? null
                    : draft.Word("callbacks.summary.note")
                        + draft.Text("callbacks.summary.first_rows", ("rows", PaperRows), ("all", rows.Count)),
        };

    private static IReadOnlyList<object?> Cells(CallbackRate rate, Draft draft)
    {
        string? Range(double? low, double? high) =>
            low is null
                ? null
                : draft.Text(
                    "callbacks.summary.range",
                    ("low", Draft.OneDecimal(low.Value, 1)),
                    ("high", Draft.OneDecimal(high!.Value, 1))
                );
        return
        [
            rate.District,
            rate.Street,
            rate.Issue,
            (long)rate.Orders,
            (long)rate.Callable,
            (long)rate.Dialled,
            (long)rate.Reached,
            (long)rate.Valid,
            rate.Coverage,
            rate.ResolvedRate,
            Range(rate.ResolvedLow, rate.ResolvedHigh),
            rate.ResolvedRaw,
            rate.SatisfiedRate,
            Range(rate.SatisfiedLow, rate.SatisfiedHigh),
            rate.SatisfiedRaw,
            rate.ContactedRate,
        ];
    }
}

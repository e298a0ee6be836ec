using Hotspot.Calendar;
using Hotspot.Classify.Learning;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Language;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Reports.Backtests;

/// <summary>预测回测报告: how far the forecasts of each model lay from what came, week by week, and how much lay in the cells that were ranked first.</summary>
public static class BacktestPaper
{
    private const string Source = ForecastProse.Source;
    private const string CellSource = ForecastProse.CellSource;

    /// <param name="through">The day that is looked ahead from.</param>
    public static Bulletin Write(
        WeekAhead tried,
        IReadOnlyList<TextBacktest> texts,
        DateOnly through,
        BulletinTerms terms,
        Phrasebook phrases,
        IReadOnlyList<Grouping.AskedQuery> queries
    )
    {
        var draft = new Draft(phrases, through.Iso());
        var dates = new Dates(phrases);
        return new Bulletin(
            PaperHead.Of(
                terms,
                phrases,
                phrases["backtest.title"],
                phrases.Say("backtest.period", ("day", dates.Day(through))),
                phrases.Say("head.through", ("day", dates.Day(through))),
                through,
                phrases.Say("backtest.file", ("day", dates.Day(through)))
            ),
            [
                new Section("models", draft.Word("backtest.section_models"), Models(tried, draft, dates)),
                new Section("cells", draft.Word("backtest.section_cells"), Cells(tried, draft, dates)),
                .. texts.Count == 0
                    ? (Section[])[]
                    : [new Section("texts", draft.Word("backtest.section_texts"), Texts(texts, draft, dates))],
            ],
            draft.Figures,
            null,
            BulletinWriter.Labels(phrases)
        )
        {
            Queries = queries,
        };
    }

    private static List<Block> Texts(IReadOnlyList<TextBacktest> texts, Draft draft, Dates dates) =>
        [
            new Paragraph(
                draft.Say(
                    texts.All(one => one.MacroF1 is null) ? "backtest.texts_short" : "backtest.texts",
                    ("least", TextBacktest.LeastTexts)
                )
            ),
            new TableBlock(
                new ReportTable(
                    "text_backtest",
                    draft.NextTable(),
                    draft.Word("backtest.table_texts"),
                    draft.Word("backtest.sheet_texts"),
                    [
                        draft.Column("model_span", CellFormat.Text, 1.8),
                        draft.Column("model_learned", CellFormat.Count),
                        draft.Column("model_texts", CellFormat.Count),
                        draft.Column("model_macro_f1", CellFormat.Percent1),
                        draft.Column("model_accuracy", CellFormat.Percent1),
                        draft.Column("model_told_share", CellFormat.Percent1),
                        draft.Column("model_right", CellFormat.Percent1),
                    ],
                    [
                        .. texts.Select(one =>
                            (IReadOnlyList<object?>)
                                [
                                    dates.Span(one.FromOn, one.LastOn),
                                    (long)one.Learned,
                                    (long)one.Texts,
                                    one.MacroF1,
                                    one.Accuracy,
                                    one.MacroF1 is null ? null : one.Told / (double)one.Texts,
                                    one.Told == 0 ? null : one.Right / (double)one.Told,
                                ]
                        ),
                    ],
                    draft.Word("backtest.note_texts")
                )
            ),
        ];

    private static List<Block> Models(WeekAhead tried, Draft draft, Dates dates)
    {
        var known = tried.Backtests.Where(row => row.Origins is not null).ToList();
        if (known.Count == 0)
            return
            [
                new Paragraph(
                    draft.Say(
                        "backtest.short",
                        ("least", WeekAhead.LeastWeeks),
                        ("weeks", draft.Count("backtest.weeks", tried.Steps.Count, Source, "unit.weeks"))
                    )
                ),
            ];
        var winners = known.Where(row => row is { IsShown: true, Model: not Forecast.Naive }).ToList();
        return
        [
            new Paragraph(
                draft.Say(
                    "backtest.models",
                    ("weeks", draft.Count("backtest.origins", known.Max(row => row.Origins!.Value), Source, "unit.weeks")),
                    ("span", dates.Span(known.Min(row => row.FromOn!.Value), known.Max(row => row.UntilOn!.Value))),
                    ("groups", draft.Count("backtest.groups", known.Count(row => row.IsShown), Source, "unit.tests")),
                    ("winners", draft.Count("backtest.winners", winners.Count, Source, "unit.tests"))
                )
            ),
            new TableBlock(
                new ReportTable(
                    "forecast_backtest",
                    draft.NextTable(),
                    draft.Word("backtest.table_models"),
                    draft.Word("backtest.sheet_models"),
                    [
                        draft.Column("group", CellFormat.Text, 1.8, "backtest_group"),
                        draft.Column("model", CellFormat.Text, 1.6, "forecast_model"),
                        draft.Column("series", CellFormat.Count, 0.9, "backtest_series"),
                        draft.Column("mae", CellFormat.Decimal2, 1),
                        draft.Column("mase", CellFormat.Decimal2, 1),
                        draft.Detail("rmsse", CellFormat.Decimal2, 1),
                        draft.Detail("pinball10", CellFormat.Decimal2, 1),
                        draft.Detail("pinball50", CellFormat.Decimal2, 1),
                        draft.Detail("pinball90", CellFormat.Decimal2, 1),
                        draft.Column("coverage80", CellFormat.Percent1, 1),
                        draft.Detail("coverage95", CellFormat.Percent1, 1),
                        draft.Column("better_origins", CellFormat.Text, 1),
                        draft.Detail("sign_p_value", CellFormat.PValue, 1),
                        draft.Column("is_shown", CellFormat.Text, 0.8),
                    ],
                    [.. tried.Backtests.Select(row => Row(row, draft))],
                    draft.Word("backtest.note_models"),
                    [.. tried.Backtests.Index().Where(row => row.Item.IsShown).Select(row => row.Index)]
                )
            ),
        ];
    }

    private static IReadOnlyList<object?> Row(ForecastBacktest row, Draft draft) =>
        [
            draft.Word($"forecast.group.{row.Level}_{row.Scope}"),
            draft.Word($"forecast.model.{row.Model}"),
            (long?)row.Series,
            row.Mae,
            row.Mase,
            row.Rmsse,
            row.Pinball10,
            row.Pinball50,
            row.Pinball90,
            row.Coverage80,
            row.Coverage95,
            row.Reason is { } reason ? draft.Word($"backtest.reason.{reason}")
            : row.BetterOrigins is { } better ? draft.Text("backtest.of", ("part", better), ("whole", row.Origins))
            : null,
            row.SignPValue,
            row.IsShown ? draft.Word("backtest.shown") : null,
        ];

    private static List<Block> Cells(WeekAhead tried, Draft draft, Dates dates)
    {
        var known = tried.CellBacktests.Where(row => row.Origins is not null).ToList();
        if (known.FirstOrDefault(row => row is { IsShown: true, AreaShare: HotCells.ShownShare }) is not { } shown)
            return [new Paragraph(draft.Say("cells.none"))];
        var title = draft.Text(
            "backtest.chart_message",
            ("share", Draft.OneDecimal(100 * shown.HitRate!.Value)),
            ("pai", Draft.OneDecimal(shown.Pai!.Value))
        );
        return
        [
            new Paragraph(
                draft.Say(
                    "backtest.cells",
                    ("model", draft.Word($"cells.model.{shown.Model}")),
                    ("weeks", draft.Count("backtest.cell_origins", shown.Origins!.Value, CellSource, "unit.weeks")),
                    ("cells", draft.Count("backtest.cells", (long)Math.Round(shown.Cells!.Value), CellSource, "unit.cells")),
                    ("area", draft.Count("backtest.area", (long)Math.Round(shown.AllCells!.Value), CellSource, "unit.cells")),
                    ("hits", draft.Count("backtest.hits", shown.Hits!.Value, CellSource, "unit.incidents")),
                    ("incidents", draft.Count("backtest.incidents", shown.Incidents!.Value, CellSource, "unit.incidents")),
                    ("rate", draft.Percent("backtest.hit_rate", shown.HitRate!.Value, CellSource)),
                    ("pai", draft.Number("backtest.pai", shown.Pai!.Value, 1, CellSource, "unit.times"))
                )
            ),
            new ChartBlock(
                new BarChart(
                    "hit_rates",
                    draft.NextChart(),
                    draft.Word("backtest.chart"),
                    title,
                    draft.Text("backtest.chart_source", ("day", dates.Day(tried.Steps.LastDay))),
                    [
                        .. known.Select(row => new Bar(
                            draft.Text("backtest.bar", ("share", 100 * row.AreaShare), ("model", draft.Word($"cells.short.{row.Model}"))),
                            100 * row.HitRate!.Value,
                            draft.Text(
                                "backtest.bar_text",
                                ("rate", Draft.OneDecimal(100 * row.HitRate!.Value)),
                                ("pai", Draft.OneDecimal(row.Pai!.Value))
                            ),
                            Strong: row.IsShown
                        )),
                    ],
                    draft.Word("backtest.chart_value")
                )
            ),
            new TableBlock(
                new ReportTable(
                    "hot_cell_backtest",
                    draft.NextTable(),
                    draft.Word("backtest.table_cells"),
                    draft.Word("backtest.sheet_cells"),
                    [
                        draft.Column("model", CellFormat.Text, 1.6, "forecast_model"),
                        draft.Column("area_share", CellFormat.Percent1, 1),
                        draft.Column("cells", CellFormat.Decimal1, 1),
                        draft.Column("hits", CellFormat.Count, 1),
                        draft.Column("hit_rate", CellFormat.Percent1, 1),
                        draft.Column("pai", CellFormat.Decimal1, 0.8),
                        draft.Column("pei", CellFormat.Decimal2, 0.8),
                        draft.Detail("rri", CellFormat.Decimal2, 0.8),
                        draft.Column("better_origins", CellFormat.Text, 1),
                        draft.Column("is_shown", CellFormat.Text, 0.8),
                    ],
                    [
                        .. known.Select(row =>
                            (IReadOnlyList<object?>)
                                [
                                    draft.Word($"cells.model.{row.Model}"),
                                    row.AreaShare,
                                    row.Cells,
                                    row.Hits,
                                    row.HitRate,
                                    row.Pai,
                                    row.Pei,
                                    row.Rri,
                                    row.BetterOrigins is { } better
                                        ? draft.Text("backtest.of", ("part", better), ("whole", row.Origins))
                                        : null,
                                    row.IsShown ? draft.Word("backtest.shown") : null,
                                ]
                        ),
                    ],
                    draft.Word("backtest.note_cells")
                )
            ),
        ];
    }
}

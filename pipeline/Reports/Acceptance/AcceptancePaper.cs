using System.Globalization;
using Hotspot.Grouping;
using Hotspot.Hotspots.Statistics;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Reports.Checks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Acceptance;

/// <summary>验收指标: a table of the five figures, then the evidence of each.</summary>
public static class AcceptancePaper
{
    private const string Counts = "Grouping/processing.sql";
    private const string Cohort = "Grouping/callback_cohort.sql, Callback/CallbackRates";
    private const string Published = "published/*/manifest.json, final.json";
    private const string Answers = "Grouping/surveys.sql, cuts/台账.xlsx";

    public static Bulletin Write(AcceptanceFigures figures, BulletinTerms terms, Phrasebook phrases)
    {
        var draft = new Draft(phrases, figures.Span.Inputs);
        var dates = new Dates(phrases);
        var span = draft.Text("acceptance.span", ("from", dates.Day(figures.Span.From)), ("last", dates.Day(figures.Span.LastDay)));
        return new Bulletin(
            PaperHead.Of(
                terms,
                phrases,
                phrases["acceptance.title"],
                span,
                phrases.Say("head.through", ("day", dates.Day(figures.Through))),
                figures.Through,
                phrases.Say(
                    "acceptance.file",
                    ("span", string.Create(CultureInfo.InvariantCulture, $"{figures.Span.From:yyyyMMdd}-{figures.Span.LastDay:yyyyMMdd}"))
                )
            ),
            [
                new Section("figures", draft.Word("acceptance.section_figures"), [new TableBlock(Five(figures, draft))]),
                new Section("processing", draft.Word("acceptance.section_processing"), [.. Processing(figures, draft)]),
                new Section("callback", draft.Word("acceptance.section_callback"), [new Paragraph(Callback(figures, draft))]),
                new Section("material", draft.Word("acceptance.section_material"), Material(figures, draft, dates)),
                new Section("satisfaction", draft.Word("acceptance.section_satisfaction"), [new Paragraph(Satisfied(figures, draft))]),
            ],
            draft.Figures,
            null,
            BulletinWriter.Labels(phrases)
        )
        {
            Queries = figures.Queries,
        };
    }

    private static ReportTable Five(AcceptanceFigures figures, Draft draft)
    {
        var finals = figures.Bulletins.Count(bulletin => bulletin.State == BulletinState.Final);
        object? Share(long part, long whole) => whole == 0 ? draft.Word("acceptance.no_data") : Shares.Down((double)part / whole);
        IReadOnlyList<object?> Row(string name, object? value, double asked, bool? reached, string basis) =>
            [
                draft.Word($"acceptance.figure.{name}"),
                value,
                asked,
                reached is { } judged
                    ? draft.Word(judged ? "acceptance.reached" : "acceptance.missed")
                    : draft.Word("acceptance.not_judged"),
                basis,
            ];
        IReadOnlyList<object?> Rate(OrderStream stream)
        {
            var (count, days) = (figures.Of(stream), figures.DaysChecked(stream));
            var told = count?.Rate is { } rate && days > 0;
            return Row(
                $"processing_{Snake.Code(stream)}",
                told ? Shares.Down(count!.Rate!.Value) : draft.Word("acceptance.no_data"),
                1,
                // Days that nobody checked carry no verdict.
                !told || days < figures.Span.Days
                    ? (told && count!.Missing > 0 ? false : null)
                    : count!.Missing == 0,
                draft.Text("acceptance.basis_processing", ("days", days), ("all", figures.Span.Days))
            );
        }
        var callback = figures.Callback;
        return new ReportTable(
            "acceptance",
            draft.NextTable(),
            draft.Word("acceptance.table"),
            draft.Word("acceptance.sheet"),
            [
                draft.Column("figure", CellFormat.Text, 2, title: "acceptance_figure"),
                draft.Column("value", CellFormat.Percent1, 1.1, title: "acceptance_value"),
                draft.Column("asked", CellFormat.Percent1, 1.1, title: "acceptance_asked"),
                draft.Column("verdict", CellFormat.Text, 1.1),
                draft.Column("basis", CellFormat.Text, 3.2, title: "acceptance_basis"),
            ],
            [
                Rate(OrderStream.A),
                Rate(OrderStream.Own),
                Row(
                    "callback",
                    callback is null ? draft.Word("acceptance.no_data") : Share(callback.Counted, callback.Orders),
                    figures.CallbackTarget,
                    callback?.Coverage is { } coverage ? coverage >= figures.CallbackTarget : null,
                    draft.Text("acceptance.basis_callback", ("orders", figures.CallbackOrders))
                ),
                Row(
                    "material",
                    Share(finals, figures.Bulletins.Count),
                    1,
                    figures.Bulletins.Count == 0 ? null : finals == figures.Bulletins.Count,
                    draft.Text("acceptance.basis_material", ("due", figures.Bulletins.Count))
                ),
                Row(
                    "satisfaction",
                    Share(figures.Content, figures.Answers),
                    figures.SatisfactionTarget,
                    figures.Answers == 0 ? null : (double)figures.Content / figures.Answers >= figures.SatisfactionTarget,
                    draft.Text("acceptance.basis_satisfaction", ("answers", figures.Answers))
                ),
            ],
            draft.Word("acceptance.note")
        );
    }

    private static IEnumerable<Block> Processing(AcceptanceFigures figures, Draft draft)
    {
        foreach (var stream in (OrderStream[])[OrderStream.A, OrderStream.Own])
        {
            var days = figures.DaysChecked(stream);
            yield return new Paragraph(
                days == 0 || figures.Of(stream) is not { } count
                    ? draft.Say("acceptance.unchecked", ("stream", ProcessingProse.Stream(stream, draft)))
                    : Draft.Join(
                        ProcessingProse.Of(count, draft),
                        draft.Say(
                            "acceptance.checked_days",
                            (
                                "days",
                                draft.Count($"acceptance.{Snake.Code(stream)}_days", days, "Grouping/dispatch_lists.sql", "unit.days")
                            ),
                            ("all", draft.Count("acceptance.days", figures.Span.Days, Counts, "unit.days"))
                        )
                    )
            );
        }
    }

    private static Prose Callback(AcceptanceFigures figures, Draft draft) =>
        figures.Callback is not { } callback
            ? draft.Say("acceptance.no_callback", ("orders", draft.Count("acceptance.callback_orders", figures.CallbackOrders, Cohort)))
            : draft.Say(
                "acceptance.callback",
                ("orders", draft.Count("acceptance.callback_orders", callback.Orders, Cohort)),
                ("dialled", draft.Count("acceptance.callback_dialled", callback.Dialled, Cohort)),
                ("reached", draft.Count("acceptance.callback_reached", callback.Reached, Cohort)),
                ("valid", draft.Count("acceptance.callback_valid", callback.Valid, Cohort)),
                ("share", draft.Percent("acceptance.callback_rate", Shares.Down(callback.Coverage ?? 0), Cohort))
            );

    private static List<Block> Material(AcceptanceFigures figures, Draft draft, Dates dates)
    {
        int Of(BulletinState state) => figures.Bulletins.Count(bulletin => bulletin.State == state);
        var blocks = new List<Block>();
        if (figures.Bulletins.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    draft.Say(
                        "acceptance.material",
                        ("due", draft.Count("acceptance.material_due", figures.Bulletins.Count, Published, "unit.issues")),
                        ("final", draft.Count("acceptance.material_final", Of(BulletinState.Final), Published, "unit.issues")),
                        ("draft", draft.Count("acceptance.material_draft", Of(BulletinState.Draft), Published, "unit.issues")),
                        ("missing", draft.Count("acceptance.material_missing", Of(BulletinState.Missing), Published, "unit.issues")),
                        (
                            "late",
                            draft.Count(
                                "acceptance.material_late",
                                figures.Bulletins.Count(bulletin => bulletin.IsOnTime == false),
                                Published,
                                "unit.issues"
                            )
                        )
                    )
                )
            );
            blocks.Add(new TableBlock(Bulletins(figures, draft, dates)));
        }
        else
            blocks.Add(new Paragraph(draft.Say("acceptance.no_material")));
        blocks.Add(
            new Paragraph(
                figures.Requests is not { Requests: > 0 } requests ? draft.Say("acceptance.no_requests")
                : requests.MedianMinutes is { } minutes
                    ? draft.Say(
                        "acceptance.requests",
                        ("requests", draft.Count("acceptance.requests", requests.Requests, Answers, "unit.requests")),
                        ("minutes", draft.Number("acceptance.request_minutes", minutes, 1, Answers, "unit.minutes"))
                    )
                : draft.Say(
                    "acceptance.requests_untimed",
                    ("requests", draft.Count("acceptance.requests", requests.Requests, Answers, "unit.requests"))
                )
            )
        );
        return blocks;
    }

    private static ReportTable Bulletins(AcceptanceFigures figures, Draft draft, Dates dates) =>
        new ReportTable(
            "acceptance_material",
            draft.NextTable(),
            draft.Word("acceptance.table_material"),
            draft.Word("acceptance.sheet_material"),
            [
                draft.Column("period", CellFormat.Text, 2.2),
                draft.Column("state", CellFormat.Text),
                draft.Column("issue_number", CellFormat.Count, title: "issue_number"),
                draft.Column("finished_at", CellFormat.Minute, 1.8),
                draft.Column("on_time", CellFormat.Text, 1.2),
            ],
            [
                .. figures.Bulletins.Select(bulletin =>
                    (IReadOnlyList<object?>)
                        [
                            dates.Period(bulletin.Period),
                            draft.Word($"acceptance.state.{Snake.Code(bulletin.State)}"),
                            (long?)bulletin.IssueNumber,
                            bulletin.FinishedAt,
                            bulletin.IsOnTime is { } onTime ? draft.Word(onTime ? "acceptance.on_time" : "acceptance.late") : null,
                        ]
                ),
            ]
        ).WithoutEmptyColumns();

    private static Prose Satisfied(AcceptanceFigures figures, Draft draft)
    {
        if (figures.Answers == 0)
            return draft.Say("acceptance.no_answers");
        var (low, high) = Wilson.Interval95(figures.Content, figures.Answers);
        return Draft.Join(
            draft.Say(
                "acceptance.answers",
                ("survey", draft.Count("acceptance.survey_answers", figures.Survey?.Answers ?? 0, Answers, "unit.copies")),
                ("scored", draft.Count("acceptance.scored", figures.Requests?.Scored ?? 0, Answers, "unit.requests")),
                ("content", draft.Count("acceptance.content", figures.Content, Answers, "unit.copies")),
                ("share", draft.Percent("acceptance.satisfaction", Shares.Down((double)figures.Content / figures.Answers), Answers)),
                ("low", draft.Percent("acceptance.satisfaction_low", low, Answers)),
                ("high", draft.Percent("acceptance.satisfaction_high", high, Answers))
            ),
            figures.Requests is { Unread: > 0 } requests
                ? draft.Say("acceptance.unread", ("count", draft.Count("acceptance.unread", requests.Unread, Answers, "unit.requests")))
                : Prose.Of("")
        );
    }
}

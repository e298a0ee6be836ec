using Hotspot.Classify.Learning;
using Hotspot.Language;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Reports.Models;

/// <summary>One deepest category cell of a stream, beside what its texts say.</summary>
/// <param name="Issue">What the rules make of it; null: none of the bureau's kinds.</param>
/// <param name="Told">What the classifier tells most, of texts that were held out from it; null: none of them was learned.</param>
/// <param name="ToldOrders">How many of the orders.</param>
public sealed record CellTold(string? Stream, string? Cell, string? Issue, int Orders, string? Told, int ToldOrders);

/// <summary>How the training ended, in words of a card.</summary>
/// <param name="Fate">Code of the phrase <c>model.fate.…</c>.</param>
/// <param name="InForceMacroF1">Of the model that was in force, and of the new one on the same texts; null: not compared.</param>
public sealed record ModelOutcome(string Fate, double? InForceMacroF1, double? NewMacroF1);

/// <summary>诉求归类模型说明: what a model learned from, how well it tells texts that it had not seen, and where categories and texts disagree.</summary>
public static class ModelPaper
{
    private const string Source = "card.json";

    /// <summary>Rows that a page has room for; the workbook has all.</summary>
    private const int PaperRows = 30;

    public static Bulletin Write(
        ModelCard card,
        ModelOutcome outcome,
        Confusion confusion,
        IReadOnlyList<CellTold> cells,
        BulletinTerms terms,
        Phrasebook phrases
    )
    {
        var draft = new Draft(phrases, card.Version);
        var dates = new Dates(phrases);
        var through = card.LastOn ?? card.MadeOn;
        return new Bulletin(
            PaperHead.Of(
                terms,
                phrases,
                phrases["model.title"],
                phrases.Say("model.version", ("version", card.Version)),
                phrases.Say("head.through", ("day", dates.Day(through))),
                through,
                phrases.Say("model.file", ("version", card.Version))
            ),
            [
                new Section("figures", draft.Word("model.section_figures"), Figures(card, outcome, draft, dates)),
                new Section("learners", draft.Word("model.section_learners"), Learners(card, draft)),
                new Section("confusion", draft.Word("model.section_confusion"), Mistakes(confusion, draft)),
                .. cells.Count == 0 ? (Section[])[] : [new Section("cells", draft.Word("model.section_cells"), Cells(cells, draft))],
            ],
            draft.Figures,
            null,
            BulletinWriter.Labels(phrases)
        );
    }

    private static List<Block> Figures(ModelCard card, ModelOutcome outcome, Draft draft, Dates dates)
    {
        var blocks = new List<Block>
        {
            new Paragraph(
                draft.Say(
                    card.Source == TextSource.History ? "model.from_history" : "model.from_file",
                    ("texts", draft.Count("model.texts", card.Texts, Source)),
                    ("classes", draft.Count("model.classes", card.Classes.Count, Source, "unit.tests")),
                    ("span", card is { FirstOn: { } from, LastOn: { } last } ? dates.Span(from, last) : ""),
                    ("input", card.Input ?? ""),
                    ("folds", card.Folds),
                    ("seed", card.Seed),
                    ("program", card.Program)
                )
            ),
            new Paragraph(
                draft.Say(
                    "model.figures",
                    ("macro", draft.Percent("model.macro_f1", card.MacroF1, Source)),
                    ("accuracy", draft.Percent("model.accuracy", card.Accuracy, Source)),
                    ("before", draft.Percent("model.error_before", card.CalibrationErrorBefore, Source)),
                    ("after", draft.Percent("model.error_after", card.CalibrationErrorAfter, Source))
                )
            ),
            new Paragraph(
                card.Level is { } level
                    ? draft.Say(
                        "model.level",
                        ("precision", draft.Percent("model.precision", card.Precision, Source)),
                        ("level", draft.Percent("model.level", level, Source)),
                        ("coverage", draft.Percent("model.coverage", card.Coverage, Source))
                    )
                    : draft.Say("model.no_level", ("precision", draft.Percent("model.precision", card.Precision, Source)))
            ),
            new Paragraph(
                outcome is { InForceMacroF1: { } old, NewMacroF1: { } now }
                    ? draft.Say(
                        "model.contest",
                        ("old", draft.Percent("model.old_macro_f1", old, Source)),
                        ("now", draft.Percent("model.new_macro_f1", now, Source)),
                        ("fate", draft.Word($"model.fate.{outcome.Fate}"))
                    )
                    : draft.Say($"model.fate.{outcome.Fate}")
            ),
        };
        if (card.LeftOut.Count > 0)
            blocks.Add(
                new Paragraph(
                    draft.Say("model.left_out", ("labels", string.Join(draft.Word("model.between"), card.LeftOut))),
                    ParagraphKind.Note
                )
            );
        if (card.Invented.Count > 0)
            blocks.Add(
                new Paragraph(
                    draft.Say("model.invented", ("labels", string.Join(draft.Word("model.between"), card.Invented))),
                    ParagraphKind.Note
                )
            );
        blocks.Add(
            Table(
                draft,
                "classes",
                [
                    draft.Column("model_label", CellFormat.Text, 1.3),
                    draft.Column("model_texts", CellFormat.Count, 0.8),
                    draft.Column("model_precision", CellFormat.Percent1, 0.9),
                    draft.Column("model_recall", CellFormat.Percent1, 0.9),
                    draft.Column("model_f1", CellFormat.Percent1, 0.9),
                    draft.Column("model_terms", CellFormat.Text, 3),
                ],
                card.Classes.Select(one =>
                    (IReadOnlyList<object?>)
                        [one.Label, (long)one.Texts, one.Precision, one.Recall, one.F1, string.Join(draft.Word("model.between"), one.Terms)]
                )
            )
        );
        return blocks;
    }

    private static List<Block> Learners(ModelCard card, Draft draft) =>
        card.Compared.Count == 0
            ? [new Paragraph(draft.Say("model.not_compared", ("learner", draft.Word($"model.learner.{card.Learner}"))))]
            :
            [
                new Paragraph(draft.Say("model.compared", ("learner", draft.Word($"model.learner.{card.Learner}")))),
                Table(
                    draft,
                    "learners",
                    [
                        draft.Column("model_learner", CellFormat.Text, 2),
                        draft.Column("model_macro_f1", CellFormat.Percent1),
                        draft.Column("model_accuracy", CellFormat.Percent1),
                        draft.Column("model_serves", CellFormat.Text),
                    ],
                    card.Compared.Select(one =>
                        (IReadOnlyList<object?>)
                            [
                                draft.Word($"model.learner.{one.Name}"),
                                one.MacroF1,
                                one.Accuracy,
                                draft.Word(one.CanServe ? "model.serves" : "model.serves_not"),
                            ]
                    )
                ),
            ];

    private static List<Block> Mistakes(Confusion confusion, Draft draft)
    {
        var texts = confusion.Counts.Select(row => row.Sum()).ToArray();
        var wrong = (
            from row in Enumerable.Range(0, texts.Length)
            from told in Enumerable.Range(0, texts.Length)
            where row != told && confusion.Counts[row][told] > 0
            orderby confusion.Counts[row][told] descending, row, told
            select (IReadOnlyList<object?>)
                [
                    confusion.Labels[row],
                    confusion.Labels[told],
                    (long)confusion.Counts[row][told],
                    confusion.Counts[row][told] / (double)texts[row],
                ]
        ).ToList();
        return
        [
            new Paragraph(draft.Say("model.mistakes", ("count", draft.Count("model.mistakes", wrong.Sum(row => (long)row[2]!), Source)))),
            Table(
                draft,
                "confusion",
                [
                    draft.Column("model_label", CellFormat.Text, 1.5),
                    draft.Column("model_told", CellFormat.Text, 1.5),
                    draft.Column("model_orders", CellFormat.Count),
                    draft.Column("model_share", CellFormat.Percent1),
                ],
                wrong
            ),
        ];
    }

    private static List<Block> Cells(IReadOnlyList<CellTold> cells, Draft draft) =>
        [
            new Paragraph(draft.Say("model.cells")),
            Table(
                draft,
                "cells",
                [
                    draft.Column("stream", CellFormat.Text, 0.9),
                    draft.Column("model_cell", CellFormat.Text, 1.6),
                    draft.Column("model_orders", CellFormat.Count, 0.8),
                    draft.Column("model_issue", CellFormat.Text, 1.3),
                    draft.Column("model_told", CellFormat.Text, 1.3),
                    draft.Column("model_told_share", CellFormat.Percent1, 0.9),
                ],
                cells.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Stream is ("A" or "B") and var stream ? draft.Word($"stream.{stream}") : null,
                            one.Cell,
                            (long)one.Orders,
                            one.Issue ?? draft.Word("model.no_issue"),
                            one.Told,
                            one.Told is null ? null : one.ToldOrders / (double)one.Orders,
                        ]
                ),
                [
                    .. cells
                        .Index()
                        .Where(one => one.Item.Told is { } told && told != (one.Item.Issue ?? Classify.IssueList.Other))
                        .Select(one => one.Index),
                ]
            ),
        ];

    private static TableBlock Table(
        Draft draft,
        string id,
        IReadOnlyList<ReportColumn> columns,
        IEnumerable<IReadOnlyList<object?>> rows,
        IReadOnlyList<int>? emphasis = null
    ) =>
        new(
            new ReportTable(
                $"model_{id}",
                draft.NextTable(),
                draft.Word($"model.table_{id}"),
                draft.Word($"model.sheet_{id}"),
                columns,
                [.. rows],
                draft.Word($"model.note_{id}"),
                emphasis
            )
            {
                PaperRows = PaperRows,
            }
        );
}

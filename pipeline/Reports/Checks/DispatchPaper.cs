using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Checks;

/// <summary>登记核对单: 处理率 by stream and district, what is missing, what is told differently, how long registration takes.</summary>
public static class DispatchPaper
{
    private const int PaperRows = 30;
    private const string Counts = "Grouping/processing.sql";

    public static Bulletin Write(DispatchCheck check, BulletinTerms terms, Phrasebook phrases)
    {
        var draft = new Draft(phrases, check.Span.Inputs);
        var dates = new Dates(phrases);
        return new Bulletin(
            PaperHead.Of(
                terms,
                phrases,
                phrases["dispatch_check.title"],
                phrases.Say("dispatch_check.period", ("span", dates.Span(check.Span.From, check.Span.LastDay))),
                phrases.Say("head.through", ("day", dates.Day(check.Through))),
                check.Through,
                phrases.Say("dispatch_check.file", ("span", dates.Span(check.Span.From, check.Span.LastDay)))
            ),
            [
                new Section("processing", draft.Word("dispatch_check.section_processing"), Processing(check, draft)),
                new Section("missing", draft.Word("dispatch_check.section_missing"), Missing(check, draft)),
                new Section("differing", draft.Word("dispatch_check.section_differing"), Differing(check, draft)),
                new Section("lag", draft.Word("dispatch_check.section_lag"), Lags(check, draft)),
            ],
            draft.Figures,
            null,
            BulletinWriter.Labels(phrases)
        )
        {
            Queries = check.Queries,
        };
    }

    private static List<Block> Processing(DispatchCheck check, Draft draft)
    {
        var blocks = new List<Block>();
        foreach (var stream in check.Streams)
            blocks.Add(new Paragraph(ProcessingProse.Of(stream, draft)));
        blocks.Add(new TableBlock(ProcessingTable(check, draft)));
        blocks.Add(
            new Paragraph(
                draft.Say(
                    "dispatch_check.method",
                    (
                        "lists",
                        draft.Count(
                            "dispatch.lists",
                            check.Lists.Select(list => list.Name).Distinct().Count(),
                            "Grouping/dispatch_lists.sql",
                            "unit.files"
                        )
                    ),
                    (
                        "repeated",
                        draft.Count("dispatch.repeated", check.Lists.Sum(list => list.Repeated), "Grouping/dispatch_lists.sql", "unit.rows")
                    )
                ),
                ParagraphKind.Note
            )
        );
        return blocks;
    }

    private static ReportTable ProcessingTable(DispatchCheck check, Draft draft) =>
        new(
            "dispatch_processing",
            draft.NextTable(),
            draft.Word("dispatch_check.table_processing"),
            draft.Word("dispatch_check.sheet_processing"),
            [
                draft.Column("stream", CellFormat.Text, 1.4),
                draft.Column("district", CellFormat.Text, 1.4),
                draft.Column("dispatched", CellFormat.Count),
                draft.Column("excused", CellFormat.Count),
                draft.Column("registered", CellFormat.Count),
                draft.Column("missing", CellFormat.Count),
                draft.Column("processing_rate", CellFormat.Percent1),
            ],
            [
                .. check
                    .Counts.Where(count => count.Street is null)
                    .Select(count =>
                        (IReadOnlyList<object?>)
                            [
                                ProcessingProse.Stream(count.Stream, draft),
                                count.District ?? draft.Word("dispatch_check.whole"),
                                count.Dispatched,
                                count.Excused,
                                count.Registered,
                                count.Missing,
                                count.Rate is { } rate ? Shares.Down(rate) : null,
                            ]
                    ),
            ],
            draft.Word("dispatch_check.note_processing"),
            [
                .. check
                    .Counts.Where(count => count.Street is null)
                    .Select((count, row) => (count, row))
                    .Where(line => line.count.District is null)
                    .Select(line => line.row),
            ]
        );

    private static List<Block> Missing(DispatchCheck check, Draft draft)
    {
        var missing = check.Missing.Count(order => order.Excused is null);
        var blocks = new List<Block>
        {
            new Paragraph(
                missing == 0
                    ? draft.Say("dispatch_check.none_missing")
                    : draft.Say(
                        "dispatch_check.some_missing",
                        ("count", draft.Count("dispatch.missing", missing, "Grouping/missing_orders.sql"))
                    )
            ),
        };
        if (check.Missing.Count > 0)
            blocks.Add(new TableBlock(Orders("missing", check.Missing, draft)));
        return blocks;
    }

    private static string Value(string column, string value, Draft draft) =>
        column == "stream" ? ProcessingProse.Stream(Snake.Parse<OrderStream>(value), draft) : value;

    private static List<Block> Differing(DispatchCheck check, Draft draft)
    {
        var orders = check.Differing.Select(order => order.ComplaintId).Distinct().Count();
        var blocks = new List<Block>
        {
            new Paragraph(
                orders == 0
                    ? draft.Say("dispatch_check.none_differ")
                    : draft.Say(
                        "dispatch_check.some_differ",
                        ("count", draft.Count("dispatch.differing", orders, "Grouping/differing_orders.sql")),
                        (
                            "list",
                            draft.List(
                                check
                                    .Differing.GroupBy(order => order.Column)
                                    .OrderByDescending(column => column.Count())
                                    .ThenBy(column => column.Key, StringComparer.Ordinal)
                                    .Select(column =>
                                        draft.Say(
                                            "dispatch_check.column_differs",
                                            ("column", draft.Word($"dispatch_check.column.{column.Key}")),
                                            (
                                                "count",
                                                draft.Count(
                                                    $"dispatch.differing_{column.Key}",
                                                    column.Count(),
                                                    "Grouping/differing_orders.sql"
                                                )
                                            )
                                        )
                                    ),
                                "separator.enumeration"
                            )
                        )
                    )
            ),
        };
        if (orders > 0)
            blocks.Add(
                new TableBlock(
                    Limited(
                        new ReportTable(
                            "dispatch_differing",
                            draft.NextTable(),
                            draft.Word("dispatch_check.table_differing"),
                            draft.Word("dispatch_check.sheet_differing"),
                            [
                                draft.Column("complaint_id", CellFormat.Text, 2.4, title: "order_number"),
                                draft.Column("column", CellFormat.Text, 1.2, title: "item"),
                                draft.Column("listed", CellFormat.Text, 2),
                                draft.Column("registered", CellFormat.Text, 2, title: "registered_as"),
                            ],
                            [
                                .. check.Differing.Select(order =>
                                    (IReadOnlyList<object?>)
                                        [
                                            order.ComplaintId,
                                            draft.Word($"dispatch_check.column.{order.Column}"),
                                            Value(order.Column, order.Listed, draft),
                                            Value(order.Column, order.Registered, draft),
                                        ]
                                ),
                            ]
                        ),
                        draft
                    )
                )
            );
        if (check.Unlisted.Count > 0)
        {
            blocks.Add(
                new Paragraph(
                    draft.Say(
                        "dispatch_check.unlisted",
                        ("count", draft.Count("dispatch.unlisted", check.Unlisted.Count, "Grouping/unlisted_orders.sql"))
                    )
                )
            );
            blocks.Add(new TableBlock(Orders("unlisted", check.Unlisted, draft)));
        }
        return blocks;
    }

    private static ReportTable Orders(string name, IReadOnlyList<UnmatchedOrder> orders, Draft draft) =>
        Limited(
            new ReportTable(
                $"dispatch_{name}",
                draft.NextTable(),
                draft.Word($"dispatch_check.table_{name}"),
                draft.Word($"dispatch_check.sheet_{name}"),
                [
                    draft.Column("complaint_id", CellFormat.Text, 2.4, title: "order_number"),
                    draft.Column("stream", CellFormat.Text, 1.2),
                    draft.Detail("on", CellFormat.Date, title: "dispatched_on"),
                    draft.Column("dispatched_at", CellFormat.Minute, 1.8),
                    draft.Column("district", CellFormat.Text, 1.2),
                    draft.Column("street", CellFormat.Text, 1.6),
                    draft.Column("issue", CellFormat.Text, 1.6),
                    draft.Column("excused", CellFormat.Text, 1.2, title: "excuse"),
                ],
                [
                    .. orders.Select(order =>
                        (IReadOnlyList<object?>)
                            [
                                order.ComplaintId,
                                ProcessingProse.Stream(order.Stream, draft),
                                order.On,
                                order.DispatchedAt,
                                order.District,
                                order.Street,
                                order.Issue,
                                order.Excused is { } reason ? draft.Word($"excuse.reason.{reason}") : null,
                            ]
                    ),
                ]
            ).WithoutEmptyColumns(),
            draft
        );

    private static ReportTable Limited(ReportTable table, Draft draft) =>
        table with
        {
            PaperRows = PaperRows,
            PaperNote =
                table.Rows.Count <= PaperRows
                    ? null
                    : draft.Text("dispatch_check.first_rows", ("rows", PaperRows), ("all", table.Rows.Count)),
        };

    private static List<Block> Lags(DispatchCheck check, Draft draft) =>
        check.Lags.Count == 0
            ? [new Paragraph(draft.Say("dispatch_check.no_lag"))]
            :
            [
                new TableBlock(
                    new ReportTable(
                        "dispatch_lag",
                        draft.NextTable(),
                        draft.Word("dispatch_check.table_lag"),
                        draft.Word("dispatch_check.sheet_lag"),
                        [
                            draft.Column("shift", CellFormat.Text, 1.8),
                            draft.Column("orders", CellFormat.Count, title: "registered"),
                            draft.Column("median", CellFormat.Decimal1, title: "lag_median"),
                            draft.Column("p90", CellFormat.Decimal1, title: "lag_p90"),
                            draft.Column("longest", CellFormat.Decimal1, title: "lag_longest"),
                        ],
                        [
                            .. check.Lags.Select(
                                (lag, i) =>
                                    (IReadOnlyList<object?>)
                                        [
                                            draft.Text("dispatch_check.shift", ("from", lag.Shift)),
                                            lag.Orders,
                                            lag.Median,
                                            lag.P90,
                                            lag.Longest,
                                        ]
                            ),
                        ],
                        draft.Word("dispatch_check.note_lag")
                    )
                ),
            ];
}

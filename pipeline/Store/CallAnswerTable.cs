using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>Answers and sheets of callbacks in the store.</summary>
public static class CallAnswerTable
{
    /// <summary>The answers that count for a plan, by order number.</summary>
    public static IReadOnlyDictionary<string, CallAnswer> Of(Session store, string planId) =>
        store
            .Query(
                "Store/callback_answers",
                row => new CallAnswer(
                    row.GetString(0),
                    Snake.Parse<CallOutcome>(row.GetString(1)),
                    row.BoolAt(2),
                    row.BoolAt(3),
                    row.TextAt(4) is { } satisfaction ? Snake.Parse<Satisfaction>(satisfaction) : null,
                    row.TextAt(5)
                ),
                ("plan_id", planId)
            )
            .ToDictionary(answer => answer.ComplaintId, StringComparer.Ordinal);

    public static void Add(Session store, string planId, CallAnswer answer, DateTime at, string by) =>
        store.Execute(
            "Store/callback_answer_add",
            ("plan_id", planId),
            ("complaint_id", answer.ComplaintId),
            ("recorded_at", at),
            ("recorded_by", by),
            ("outcome", Snake.Code(answer.Outcome)),
            ("contacted", answer.Contacted),
            ("resolved", answer.Resolved),
            ("satisfaction", answer.Satisfaction is { } satisfaction ? Snake.Code(satisfaction) : null),
            ("is_valid", answer.IsValid),
            ("note_masked", answer.Note)
        );

    public static void SheetWritten(Session store, OpenSheet sheet) =>
        store.Execute(
            "Store/callback_sheet_write",
            ("plan_id", sheet.PlanId),
            ("staff", sheet.Staff),
            ("file", sheet.File),
            ("written_at", sheet.WrittenAt)
        );

    public static void SheetSealed(Session store, OpenSheet sheet, DateTime at) =>
        store.Execute("Store/callback_sheet_seal", ("plan_id", sheet.PlanId), ("staff", sheet.Staff), ("sealed_at", at));

    public static IReadOnlyList<OpenSheet> OpenSheets(Session store) =>
        store.Query(
            "Store/callback_sheets_open",
            row => new OpenSheet(row.GetString(0), row.GetString(1), row.GetString(2), row.GetDateTime(3))
        );
}

using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Language;
using Hotspot.Outputs.Forms;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary>The sheet of one telephonist, as content: a row for each order, call by call.</summary>
internal static class CallSheet
{
    public const string Kind = "callback";

    /// <summary>0-based columns.</summary>
    public const int Call = 0;
    public const int Order = 1;
    public const int Phone = 2;
    public const int Outcome = 8;
    public const int Contacted = 9;
    public const int Resolved = 10;
    public const int Satisfied = 11;
    public const int Note = 12;

    private const string OutcomeList = "码_接通";
    private const string ContactedList = "码_联系";
    private const string ResolvedList = "码_解决";
    private const string SatisfiedList = "码_满意";

    private static readonly (string Key, double Width, string? List)[] Columns =
    [
        ("call", 8, null),
        ("order", 22, null),
        ("phone", 16, null),
        ("attempt", 8, null),
        ("orders_of_caller", 10, null),
        ("area", 22, null),
        ("issue", 14, null),
        ("reported_on", 12, null),
        ("outcome", 14, OutcomeList),
        ("contacted", 12, ContactedList),
        ("resolved", 12, ResolvedList),
        ("satisfied", 12, SatisfiedList),
        ("note", 28, ""),
        ("script", 60, null),
        ("story", 60, null),
    ];

    public static string Title(int column, Phrasebook phrases) => phrases[$"callback.column.{Columns[column].Key}"];

    /// <summary>Columns that the way back reads; the script and the story behind them may be taken out.</summary>
    public static IEnumerable<FormColumn> ColumnsRead(Phrasebook phrases) => FormColumns(phrases).Take(Note + 1);

    /// <summary>What the way back asks for: the plan, and which of its sheets.</summary>
    public static string IdOf(CallPlan plan, string staff) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.PlanId}/{plan.Staff.ToList().IndexOf(staff)}");

    /// <summary>Plan and telephonist of a workbook; null: not of this form.</summary>
    public static (string PlanId, int Staff)? Parse(string id) =>
        id.Split('/') is [var plan, var staff] && int.TryParse(staff, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (plan, at)
            : null;

    /// <param name="phones">By call number.</param>
    /// <param name="stories">Beginnings of the masked stories, by order number.</param>
    public static FormBook Of(
        CallPlan plan,
        string staff,
        IReadOnlyDictionary<int, string> phones,
        IReadOnlyDictionary<string, string> stories,
        string unit,
        Phrasebook phrases
    )
    {
        var rows = plan.Orders.Where(order => order.Staff == staff && phones.ContainsKey(order.CallNo)).ToList();
        var title = phrases.Say("callback.title", ("day", plan.PlanOn.Iso()), ("staff", staff));
        return new FormBook(
            Kind,
            IdOf(plan, staff),
            title,
            phrases["callback.instructions"].Split('\n'),
            phrases["form.instructions"],
            phrases["form.lists"],
            [
                new FormSheet(
                    phrases["callback.sheet"],
                    FormColumns(phrases),
                    [.. rows.Select((order, i) => Row(order, rows, i, phones, stories, unit, phrases))]
                ),
            ],
            [
                new(OutcomeList, Words<CallOutcome>("outcome", phrases)),
                new(ContactedList, [phrases["callback.contacted.yes"], phrases["callback.contacted.no"]]),
                new(ResolvedList, [phrases["callback.resolved.yes"], phrases["callback.resolved.no"]]),
                new(SatisfiedList, [.. Words<Satisfaction>("satisfaction", phrases).Reverse()]),
            ]
        );
    }

    /// <summary>The word of each code, in their order.</summary>
    public static IReadOnlyList<string> Words<T>(string family, Phrasebook phrases)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => phrases[$"callback.{family}.{Snake.Code(value)}"])];

    private static IReadOnlyList<FormColumn> FormColumns(Phrasebook phrases) =>
        [
            .. Columns.Select(column => new FormColumn(
                phrases[$"callback.column.{column.Key}"],
                column.Width,
                column.List is not null,
                column.List is { Length: > 0 } list ? list : null
            )),
        ];

    private static IReadOnlyList<object?> Row(
        PlannedOrder order,
        List<PlannedOrder> rows,
        int at,
        IReadOnlyDictionary<int, string> phones,
        IReadOnlyDictionary<string, string> stories,
        string unit,
        Phrasebook phrases
    )
    {
        var isFirst = at == 0 || rows[at - 1].CallNo != order.CallNo;
        var script = phrases.Say(
            isFirst ? "callback.script" : "callback.script_more",
            ("unit", unit.Length > 0 ? unit : phrases["callback.no_unit"]),
            ("month", order.ReportedOn.Month),
            ("day", order.ReportedOn.Day),
            ("area", order.District + order.Street),
            ("issue", order.Issue)
        );
        return
        [
            (long)order.CallNo,
            order.ComplaintId,
            phones[order.CallNo],
            (long)order.Attempt,
            (long)rows.Count(other => other.CallNo == order.CallNo),
            order.District + order.Street,
            order.Issue,
            order.ReportedOn.Iso(),
            null,
            null,
            null,
            null,
            null,
            script,
            stories.GetValueOrDefault(order.ComplaintId),
        ];
    }
}

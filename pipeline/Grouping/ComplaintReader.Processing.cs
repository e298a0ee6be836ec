using Hotspot.Hotspots.Warnings;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Grouping;

public sealed partial class ComplaintReader
{
    private string? Surveys { get; init; }

    /// <summary>True where a list of what the city sent out was handed in.</summary>
    public bool HasDispatchLists { get; private init; }

    /// <summary>Complaints by stream, district and street.</summary>
    public IReadOnlyList<UnitCount> Received(DaySpan span) =>
        _session.Query(
            "Grouping/received",
            row => new UnitCount(Snake.Parse<OrderStream>(row.GetString(0)), row.TextAt(1), row.TextAt(2), row.GetInt64(5)),
            Between(span)
        );

    /// <summary>Streams first, each followed by its districts and their streets; empty without a list.</summary>
    public IReadOnlyList<ProcessingCount> Processing(DaySpan span) =>
        !HasDispatchLists
            ? []
            : _session.Query(
                "Grouping/processing",
                row => new ProcessingCount(
                    Snake.Parse<OrderStream>(row.GetString(0)),
                    row.TextAt(1),
                    row.TextAt(2),
                    row.GetInt64(5),
                    row.GetInt64(6),
                    row.GetInt64(7)
                ),
                Between(span)
            );

    public IReadOnlyList<DispatchedSpan> DispatchLists(DaySpan span) =>
        !HasDispatchLists
            ? []
            : _session.Query(
                "Grouping/dispatch_lists",
                row => new DispatchedSpan(
                    row.GetString(0),
                    Snake.Parse<OrderStream>(row.GetString(1)),
                    row.DayAt(2)!.Value,
                    row.DayAt(3)!.Value,
                    row.GetInt64(4),
                    row.GetInt64(5)
                ),
                Between(span)
            );

    /// <summary>漏单 of the span, those that are excused last. Needs a list.</summary>
    public IReadOnlyList<UnmatchedOrder> MissingOrders(DaySpan span) =>
        _session.Query(
            "Grouping/missing_orders",
            row => new UnmatchedOrder(
                row.GetString(0),
                Snake.Parse<OrderStream>(row.GetString(1)),
                row.DayAt(2)!.Value,
                row.TimeAt(3),
                row.TextAt(4),
                row.TextAt(5),
                row.TextAt(6),
                row.TextAt(7)
            ),
            Between(span)
        );

    /// <summary>Registered orders that should stand on a list and do not. Needs a list.</summary>
    public IReadOnlyList<UnmatchedOrder> UnlistedOrders(DaySpan span) =>
        _session.Query(
            "Grouping/unlisted_orders",
            row => new UnmatchedOrder(
                row.GetString(0),
                Snake.Parse<OrderStream>(row.TextAt(1) ?? "unknown"),
                row.DayAt(2)!.Value,
                row.TimeAt(3),
                row.TextAt(4),
                row.TextAt(5),
                row.TextAt(6),
                null
            ),
            Between(span)
        );

    /// <summary>Needs a list.</summary>
    public IReadOnlyList<DifferingOrder> DifferingOrders(DaySpan span) =>
        _session.Query(
            "Grouping/differing_orders",
            row => new DifferingOrder(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
            Between(span)
        );

    /// <param name="shifts">Hours at which shifts begin, 0–23.</param>
    public IReadOnlyList<RegistrationLag> RegistrationLags(DaySpan span, IReadOnlyList<int> shifts) =>
        _session.Query(
            "Grouping/registration_lag",
            row => new RegistrationLag(row.GetInt32(0), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4)),
            [.. Between(span), ("shifts", string.Join(',', shifts))]
        );

    /// <summary>Orders that opened the incidents, or callers' issues, behind an early warning, by number.</summary>
    public IReadOnlyList<string> WarningOrders(EarlyWarning warning) =>
        _session.Query(
            "Grouping/warning_orders",
            row => row.GetString(0),
            ("from", warning.SinceOn ?? warning.FromOn),
            ("until", warning.UntilOn.AddDays(1)),
            ("district", warning.District),
            ("street", warning.Street),
            ("issue", warning.Issue),
            ("counted", warning.Counted),
            ("left_out", warning.LeftOut),
            ("most", Alarm.MostComplaints)
        );

    /// <summary>All reports behind an alarm that names those which opened its incidents: they come first.</summary>
    public IReadOnlyList<string> AlarmOrders(Alarm alarm) =>
        alarm.Complaints.Count == 0
            ? []
            : _session.Query(
                "Grouping/alarm_orders",
                row => row.GetString(0),
                [
                    .. Between(new DaySpan(alarm.SinceOn, alarm.UntilOn.AddDays(1))),
                    ("openers", string.Join('\n', alarm.Complaints)),
                    ("most", Alarm.MostComplaints),
                ]
            );

    /// <summary>Open orders whose time limit ends before <paramref name="soon"/>.</summary>
    public IReadOnlyList<DueOrder> DueOrders(DateTime now, DateTime soon) =>
        _session.Query(
            "Grouping/due_orders",
            row => new DueOrder(row.GetString(0), row.TimeAt(2)!.Value, row.GetBoolean(3), row.TextAt(4), row.TextAt(5), row.TextAt(6)),
            ("now", now),
            ("soon", soon)
        );

    /// <summary>Null: no survey was handed in.</summary>
    public SurveyCount? Survey(DaySpan span) =>
        Surveys is null
            ? null
            : _session.One(
                "Grouping/surveys",
                row => new SurveyCount(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
                [.. Between(span), ("file", Surveys)]
            );
}

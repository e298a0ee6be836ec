using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>An order as the city's own list has it.</summary>
/// <param name="On">Day on which it was sent out; null: the list does not say.</param>
public sealed record DispatchedOrder(
    string ComplaintId,
    OrderStream Stream,
    DateTime? DispatchedAt,
    DateTime? CalledAt,
    DateOnly? On,
    string? District,
    string? Street,
    string? Issue
);

/// <summary>Days of a stream that a list of the city speaks of.</summary>
/// <param name="Repeated">Rows whose order number the list had before.</param>
public sealed record DispatchedSpan(string Name, OrderStream Stream, DateOnly FromOn, DateOnly LastOn, long Orders, long Repeated);

/// <summary>Why orders need not be registered: one order, or all that were sent out in <c>[From, Until)</c>.</summary>
/// <param name="Reason">system_failure | force_majeure.</param>
public sealed record DispatchExcuse(string? ComplaintId, DateTime? From, DateTime? Until, string Reason);

/// <summary>The city's lists of what it sent out, in the store. Lists are added, never changed; of what several say of an order the last counts.</summary>
public static class DispatchTable
{
    /// <summary>What the list of these bytes speaks of, a row a stream; empty: it was not taken in for these days (null: for any).</summary>
    public static IReadOnlyList<DispatchedSpan> Known(Session store, string sha256, DateOnly? from, DateOnly? last) =>
        store.Query(
            "Store/dispatch_known",
            row => new DispatchedSpan(
                row.GetString(0),
                Snake.Parse<OrderStream>(row.GetString(1)),
                row.DayAt(2)!.Value,
                row.DayAt(3)!.Value,
                row.GetInt64(4),
                row.GetInt64(5)
            ),
            ("sha256", sha256),
            ("from_on", from),
            ("last_on", last)
        );

    /// <summary>Reads a list into rows that wait for <see cref="Add"/>; memory does not grow with it.</summary>
    public static void Read(Session store, IEnumerable<DispatchedOrder> orders)
    {
        store.Execute("Store/dispatch_incoming");
        using var incoming = store.Append("dispatch_incoming");
        var line = 0L;
        foreach (var order in orders)
            incoming
                .CreateRow()
                .AppendValue(++line)
                .AppendValue(order.ComplaintId)
                .AppendValue(Snake.Code(order.Stream))
                .AppendValue(order.DispatchedAt)
                .AppendValue(order.CalledAt)
                .AppendValue(order.On)
                .AppendValue(order.District)
                .AppendValue(order.Street)
                .AppendValue(order.Issue)
                .EndRow();
    }

    /// <summary>Takes in what was read, in the transaction of a write.</summary>
    /// <param name="from">First day that the list speaks of; null: of its first order.</param>
    /// <param name="last">Last day; null: of its last order.</param>
    public static void Add(Session store, string name, string sha256, DateOnly? from, DateOnly? last) =>
        store.Execute("Store/dispatch_add", ("name", name), ("sha256", sha256), ("from_on", from), ("last_on", last));

    public static void Excuse(Session store, string name, IReadOnlyList<DispatchExcuse> excuses)
    {
        foreach (var excuse in excuses)
            store.Execute(
                "Store/dispatch_excuse_add",
                ("name", name),
                ("complaint_id", excuse.ComplaintId),
                ("from_at", excuse.From),
                ("until_at", excuse.Until),
                ("reason", excuse.Reason)
            );
    }
}

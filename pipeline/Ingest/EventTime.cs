using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The time that stands for a complaint in every count, and where it comes from. All null: the row has no usable time.</summary>
/// <param name="Flags">Sorted.</param>
public readonly record struct EventTimeChoice(DateTime? OccurredAt, TimePrecision? Precision, TimeFrom? From, IReadOnlyList<string> Flags);

/// <summary>
/// Peak hours use the time of the call. The ladder is called → dispatched → registered → date in the order number; the first that is
/// there holds, also where it is only a date: a later step with an hour would move the peak (registration lags dispatch by a median 86 minutes).
/// </summary>
public static class EventTime
{
    private static readonly string[] DayOnly = ["time_day_only"];

    public static EventTimeChoice Choose(DateTime? calledAt, DateTime? dispatchedAt, DateTime? registeredAt, DateOnly? orderOn)
    {
        var (at, from) =
            calledAt is not null ? (calledAt, TimeFrom.Called)
            : dispatchedAt is not null ? (dispatchedAt, TimeFrom.Dispatched)
            : registeredAt is not null ? (registeredAt, TimeFrom.Registered)
            : (orderOn?.ToDateTime(TimeOnly.MinValue), TimeFrom.OrderId);
        if (at is null)
            return new EventTimeChoice(null, null, null, []);
        var precision = TimeReading.PrecisionOf(at.Value);
        return new EventTimeChoice(at, precision, from, precision == TimePrecision.Day ? DayOnly : []);
    }

    public static EventTimeChoice Choose(Complaint complaint) =>
        Choose(complaint.CalledAt, complaint.DispatchedAt, complaint.RegisteredAt, complaint.OrderOn);
}

using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The time that stands for a complaint in every count, and where it comes from. All null: the row has no usable time.</summary>
/// <param name="Precision">How much of that very time was written.</param>
public readonly record struct EventTimeChoice(DateTime? OccurredAt, TimePrecision? Precision, TimeFrom? From);

/// <summary>
/// Peak hours use the time of the call. The ladder is called → dispatched → registered → date in the order number; the first that is
/// there holds, also where it is only a date: a later step with an hour would move the peak (registration lags dispatch by a median 86 minutes).
/// </summary>
public static class EventTime
{
    public static EventTimeChoice Choose(ReadTime? called, ReadTime? dispatched, ReadTime? registered, DateOnly? orderOn)
    {
        var (first, from) =
            called is not null ? (called, TimeFrom.Called)
            : dispatched is not null ? (dispatched, TimeFrom.Dispatched)
            : registered is not null ? (registered, TimeFrom.Registered)
            : (ReadTime.Of(orderOn?.ToDateTime(TimeOnly.MinValue), TimePrecision.Day), TimeFrom.OrderId);
        return first is { } time ? new EventTimeChoice(time.At, time.Precision, from) : new EventTimeChoice(null, null, null);
    }

    public static EventTimeChoice Choose(Complaint complaint) =>
        Choose(
            ReadTime.Of(complaint.CalledAt, complaint.CalledPrecision),
            ReadTime.Of(complaint.DispatchedAt, complaint.DispatchedPrecision),
            ReadTime.Of(complaint.RegisteredAt, complaint.RegisteredPrecision),
            complaint.OrderOn
        );
}

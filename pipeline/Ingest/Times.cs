using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The times of one row as stated, and whether they can have come in that order; what cannot be is flagged, never rejected.</summary>
/// <param name="OrderOn">Day in the order number.</param>
internal readonly record struct Times(
    DateOnly? OrderOn,
    ReadTime? Called,
    ReadTime? Dispatched,
    ReadTime? Registered,
    ReadTime? Due,
    ReadTime? Closed
)
{
    /// <summary>False: the row has no usable time at all.</summary>
    public bool HasEvent => (Called ?? Dispatched ?? Registered) is not null || OrderOn is not null;

    public static Times Of(MappedCells cells, DateOnly? orderOn)
    {
        var times = new Times(
            orderOn,
            cells.Time(Field.CalledAt),
            cells.Time(Field.DispatchedAt),
            cells.Time(Field.RegisteredAt),
            cells.Time(Field.DueAt),
            cells.Time(Field.ClosedAt)
        );
        var occurred = EventTime.Choose(times.Called, times.Dispatched, times.Registered, orderOn);
        if (IsBefore(times.Closed, ReadTime.Of(occurred.OccurredAt, occurred.Precision)))
            cells.Flag("closed_before_called");
        if (IsBefore(times.Dispatched, times.Called))
            cells.Flag("dispatched_before_called");
        if (IsBefore(times.Registered, times.Dispatched ?? times.Called))
            cells.Flag("registered_before_dispatched");
        return times;
    }

    private static bool IsBefore(ReadTime? earlier, ReadTime? later) => earlier is { } one && later is { } other && one.IsBefore(other);
}

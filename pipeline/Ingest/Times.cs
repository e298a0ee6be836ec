namespace Hotspot.Ingest;

/// <summary>The times of one row as stated, and whether they can have come in that order; what cannot be is flagged, never rejected.</summary>
/// <param name="OrderOn">Day in the order number.</param>
internal readonly record struct Times(
    DateOnly? OrderOn,
    DateTime? CalledAt,
    DateTime? DispatchedAt,
    DateTime? RegisteredAt,
    DateTime? DueAt,
    DateTime? ClosedAt
)
{
    /// <summary>False: the row has no usable time at all.</summary>
    public bool HasEvent => (CalledAt ?? DispatchedAt ?? RegisteredAt) is not null || OrderOn is not null;

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
        var occurred = EventTime.Choose(times.CalledAt, times.DispatchedAt, times.RegisteredAt, orderOn).OccurredAt;
        if (IsBefore(times.ClosedAt, occurred))
            cells.Flag("closed_before_called");
        if (IsBefore(times.DispatchedAt, times.CalledAt))
            cells.Flag("dispatched_before_called");
        if (IsBefore(times.RegisteredAt, times.DispatchedAt ?? times.CalledAt))
            cells.Flag("registered_before_dispatched");
        return times;
    }

    /// <summary>Where one of the two is only a date, only dates are compared.</summary>
    private static bool IsBefore(DateTime? earlier, DateTime? later) =>
        earlier < later && (earlier.Value.TimeOfDay != TimeSpan.Zero || earlier.Value.Date < later.Value.Date);
}

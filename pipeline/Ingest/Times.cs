using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The times of one row as stated.</summary>
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
    /// <summary>Those of the event; an order number may hold its day instead.</summary>
    public static readonly Field[] OfEvent = [Field.CalledAt, Field.DispatchedAt, Field.RegisteredAt];

    public static readonly Field[] Fields = [.. OfEvent, Field.DueAt, Field.ClosedAt];

    /// <summary>False: the row has no usable time at all.</summary>
    public bool HasEvent => (Called ?? Dispatched ?? Registered) is not null || OrderOn is not null;

    public static Times Of(MappedCells cells, DateOnly? orderOn) =>
        new(
            orderOn,
            cells.Time(Field.CalledAt),
            cells.Time(Field.DispatchedAt),
            cells.Time(Field.RegisteredAt),
            cells.Time(Field.DueAt),
            cells.Time(Field.ClosedAt)
        );
}

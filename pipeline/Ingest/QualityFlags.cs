using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// What is known to be wrong with an order, whatever rows it came in by: what the rows noticed of a field holds until one of them states the field; in
/// what order the times can have come is asked of the times that are known now. What cannot be is flagged, never rejected.
/// </summary>
public static class QualityFlags
{
    private const string ClosedBeforeCalled = "closed_before_called";
    private const string DispatchedBeforeCalled = "dispatched_before_called";
    private const string RegisteredBeforeDispatched = "registered_before_dispatched";
    private const string TimeDayOnly = "time_day_only";

    /// <summary>Flags of times in an order that cannot be.</summary>
    public static bool IsImplausibleOrder(string flag) =>
        flag is ClosedBeforeCalled or DispatchedBeforeCalled or RegisteredBeforeDispatched;

    /// <summary>Flags of times of which the day alone is known, because their clock says nothing.</summary>
    public static bool IsClockUnreadable(string flag) => flag.EndsWith("_clock_unreadable", StringComparison.Ordinal);

    /// <param name="stated">With the flags of every row that spoke of the order.</param>
    /// <param name="time">What stands for it in counts.</param>
    /// <returns>Sorted.</returns>
    public static IReadOnlyList<string> Of(Complaint stated, EventTimeChoice time)
    {
        var called = ReadTime.Of(stated.CalledAt, stated.CalledPrecision);
        var dispatched = ReadTime.Of(stated.DispatchedAt, stated.DispatchedPrecision);
        var registered = ReadTime.Of(stated.RegisteredAt, stated.RegisteredPrecision);
        List<string>? flags = null;
        foreach (var flag in stated.QualityFlags)
        {
            if (Holds(flag, stated))
                (flags ??= []).Add(flag);
        }
        if (IsBefore(Closing(stated.ClosedAt), ReadTime.Of(time.OccurredAt, time.Precision)))
            (flags ??= []).Add(ClosedBeforeCalled);
        if (IsBefore(dispatched, called))
            (flags ??= []).Add(DispatchedBeforeCalled);
        if (IsBefore(registered, dispatched ?? called))
            (flags ??= []).Add(RegisteredBeforeDispatched);
        if (time.Precision == TimePrecision.Day)
            (flags ??= []).Add(TimeDayOnly);
        flags?.Sort(StringComparer.Ordinal);
        return flags is null ? [] : flags;
    }

    /// <summary>Nobody keeps how much of a closing time was written: a whole hour may be no more than that.</summary>
    private static ReadTime? Closing(DateTime? at) =>
        ReadTime.Of(at, null) is { } time
            ? time with
            {
                Precision =
                    time.CutTo(TimePrecision.Hour) == at
                        ? (TimePrecision)Math.Max((int)time.Precision, (int)TimePrecision.Hour)
                        : time.Precision,
            }
            : null;

    private static bool IsBefore(ReadTime? earlier, ReadTime? later) => earlier is { } one && later is { } other && one.IsBefore(other);

    private static bool IsDay(DateTime? at, TimePrecision? precision) => ReadTime.Of(at, precision) is { Precision: TimePrecision.Day };

    private static bool Holds(string flag, Complaint stated) =>
        flag switch
        {
            TimeDayOnly or ClosedBeforeCalled or DispatchedBeforeCalled or RegisteredBeforeDispatched => false,
            "called_at_unreadable" => stated.CalledAt is null,
            "dispatched_at_unreadable" => stated.DispatchedAt is null,
            "registered_at_unreadable" => stated.RegisteredAt is null,
            "due_at_unreadable" => stated.DueAt is null,
            "closed_at_unreadable" => stated.ClosedAt is null,
            "called_clock_unreadable" => IsDay(stated.CalledAt, stated.CalledPrecision),
            "dispatched_clock_unreadable" => IsDay(stated.DispatchedAt, stated.DispatchedPrecision),
            "registered_clock_unreadable" => IsDay(stated.RegisteredAt, stated.RegisteredPrecision),
            "due_clock_unreadable" => IsDay(stated.DueAt, null),
            "closed_clock_unreadable" => IsDay(stated.ClosedAt, null),
            "coordinate_unreadable" => stated.StatedLongitude is null || stated.StatedLatitude is null,
            "stream_unknown_value" => stated.Stream == default,
            "disposition_unknown_value" => stated.Disposition == default,
            "contacted_unknown_value" => stated.Contacted is null,
            "resolved_unknown_value" => stated.Resolved is null,
            "satisfaction_unknown_value" => stated.Satisfaction is null,
            "valid_callback_unknown_value" => stated.ValidCallback is null,
            "status_unknown_value" => stated.Status is null,
            "phone_masked" or "phone_withheld" => stated.CallerKey is null,
            _ => true,
        };
}

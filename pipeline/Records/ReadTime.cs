namespace Hotspot.Records;

/// <summary>A time as read: whole seconds, and how much of it the source wrote.</summary>
public readonly record struct ReadTime(DateTime At, TimePrecision Precision)
{
    /// <param name="precision">Null (nobody kept it): what the time tells by itself.</param>
    public static ReadTime? Of(DateTime? at, TimePrecision? precision) =>
        at is { } time ? new ReadTime(time, precision ?? ToldBy(time)) : null;

    /// <summary>What a time tells of its precision by itself: midnight to the second is a date, a whole minute a minute.</summary>
    public static TimePrecision ToldBy(DateTime at) =>
        at.TimeOfDay == TimeSpan.Zero ? TimePrecision.Day
        : at.Second == 0 ? TimePrecision.Minute
        : TimePrecision.Second;

    /// <summary>The beginning of the day, hour, minute or second that the time lies in.</summary>
    public DateTime CutTo(TimePrecision precision) =>
        precision switch
        {
            TimePrecision.Day => At.Date,
            TimePrecision.Hour => At.Date.AddHours(At.Hour),
            TimePrecision.Minute => At.Date.AddMinutes(Math.Floor(At.TimeOfDay.TotalMinutes)),
            _ => At,
        };

    /// <summary>As far as both are written this one lies before the other: 08:30 is not before 08:30:40.</summary>
    public bool IsBefore(ReadTime other)
    {
        var coarser = Precision > other.Precision ? Precision : other.Precision;
        return CutTo(coarser) < other.CutTo(coarser);
    }

    /// <summary>The same time, less of it written: 08:30 beside 08:30:12, the date beside either.</summary>
    public bool IsCoarserThan(ReadTime other) => Precision > other.Precision && CutTo(Precision) == other.CutTo(Precision);
}

using Hotspot.Records;

namespace Hotspot.Incidents;

/// <summary>An open incident: the report that opened it, and who has reported it since.</summary>
internal sealed class Leader(MergeRow row)
{
    public MergeRow Row { get; } = row;

    /// <summary>Caller → that caller's first report in this incident.</summary>
    public Dictionary<ulong, string> Units { get; } = [];

    /// <summary>
    /// Whether <paramref name="later"/> lies within <paramref name="window"/> of the leader. Where one of the two knows only its day, the
    /// window must hold whatever the hours were: 24 h is the same day, 48 h the next at most, 30 d at most 29 days on.
    /// </summary>
    public bool Reaches(MergeRow later, TimeSpan window)
    {
        if (Row.Precision != TimePrecision.Day && later.Precision != TimePrecision.Day)
            return later.OccurredAt - Row.OccurredAt <= window;
        return later.OccurredAt.Date - Row.OccurredAt.Date <= window - TimeSpan.FromDays(1);
    }

    /// <summary>Metres between the two addresses; 0 for the same place; null where they are not the same address.</summary>
    public double? Distance(MergeRow other, double limit)
    {
        if (Row.Place is { } place && place == other.Place)
            return 0;
        if (Row.X is not { } x || Row.Y is not { } y || other.X is not { } u || other.Y is not { } v)
            return null;
        var distance = Math.Sqrt((x - u) * (x - u) + (y - v) * (y - v));
        return distance <= limit ? distance : null;
    }
}

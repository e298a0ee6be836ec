using Hotspot.Records;

namespace Hotspot.Incidents;

/// <summary>An open incident: the report that opened it, and who has reported it since.</summary>
internal sealed class Leader(MergeRow row)
{
    public MergeRow Row { get; } = row;

    /// <summary>Caller key → that caller's first report in this incident.</summary>
    public Dictionary<string, string> Units { get; } = new(StringComparer.Ordinal);

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

    /// <summary>Metres between the two addresses; 0 for the same place key; null where they are not the same address.</summary>
    public double? Distance(MergeRow other, double limit)
    {
        if (Row.PlaceKey is not null && string.Equals(Row.PlaceKey, other.PlaceKey, StringComparison.Ordinal))
            return 0;
        if (Row.X is not { } x || Row.Y is not { } y || other.X is not { } u || other.Y is not { } v)
            return null;
        var distance = Math.Sqrt((x - u) * (x - u) + (y - v) * (y - v));
        return distance <= limit ? distance : null;
    }
}

namespace Hotspot.Incidents;

/// <summary>
/// What each caller has opened of one issue lately. A person who calls about sixty places of a street is one person: METHODS has one caller's flood count
/// once for points, and counts of streets must not be moved by it either.
/// </summary>
internal sealed class FloodWatch(MergeSettings settings)
{
    /// <summary>No person opens as many within the window; nothing is looked up among them.</summary>
    private const int MostWatched = 200;
    private readonly Dictionary<ulong, Queue<Leader>> _opened = [];

    /// <summary>The first incident of the caller's flood in the row's street; null: there is none, or the number is no person's.</summary>
    public Leader? Of(MergeRow row)
    {
        if (row is not { Caller: { } caller, Street: { } street } || !_opened.TryGetValue(caller, out var opened))
            return null;
        // A day of grace covers reports that know only their day.
        Forget(opened, row.OccurredAt - settings.FloodWindow - TimeSpan.FromDays(1));
        if (opened.Count > MostWatched)
            return null;
        var (first, own) = ((Leader?)null, 0);
        var streets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leader in opened)
        {
            if (leader.Row.Street is not { } of || !leader.Reaches(row, settings.FloodWindow))
                continue;
            streets.Add(of);
            if (of != street)
                continue;
            own++;
            first ??= leader;
        }
        return own >= settings.MostOfOneCaller && streets.Count <= settings.MostStreetsOfOneCaller ? first : null;
    }

    /// <summary>Leaders come in order of time.</summary>
    public void Add(Leader leader)
    {
        if (leader.Row.Caller is not { } caller)
            return;
        if (!_opened.TryGetValue(caller, out var opened))
            _opened.Add(caller, opened = []);
        opened.Enqueue(leader);
    }

    /// <summary>Nobody reaches the leader any more, nor those before it.</summary>
    public void Remove(Leader leader)
    {
        if (leader.Row.Caller is not { } caller || !_opened.TryGetValue(caller, out var opened))
            return;
        Forget(opened, leader.Row.OccurredAt);
        if (opened.Count == 0)
            _opened.Remove(caller);
    }

    private static void Forget(Queue<Leader> opened, DateTime until)
    {
        while (opened.TryPeek(out var old) && old.Row.OccurredAt <= until)
            opened.Dequeue();
    }
}

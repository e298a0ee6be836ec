using Hotspot.Texts;

namespace Hotspot.Incidents;

/// <summary>
/// Reports become incidents (METHODS 0). Leader clustering (Hartigan 1975, ch. 3) in time order: the first report opens an incident; a
/// later one of the same issue joins an open leader at the same address, by key 1 (a caller who has reported this incident already) or else
/// by key 2 (anybody, within hours). Where neither
/// names an address, nearly the same words stand for it: of the same caller, or within hours from the same street. What one caller goes on to report of a street
/// within days joins the first of it (<see cref="FloodWatch"/>). Distance and time are always measured from the leader, never from a member, so incidents cannot chain
/// down a street or through a month. Among several leaders of the same key the nearest wins, then the smaller id.
/// </summary>
public static class IncidentMerge
{
    /// <param name="rows">In the total order (issue, occurred_at, complaint_id). Streamed: memory holds the open leaders of one issue only.</param>
    /// <returns>One row per report that was not settled, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Times run backwards within an issue, or an issue comes back after another one.</exception>
    public static IEnumerable<(MergeRow Report, Membership Found)> Run(IEnumerable<MergeRow> rows, MergeSettings settings)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        OpenIncidents? open = null;
        MergeRow? last = null;
        foreach (var row in rows)
        {
            if (open is null || !string.Equals(last?.Issue, row.Issue, StringComparison.Ordinal))
            {
                if (!finished.Add(row.Issue ?? string.Empty))
                    throw new ArgumentException(
                        $"rows are not in order of issue: the issue of {row.ComplaintId} had ended before",
                        nameof(rows)
                    );
                open = new OpenIncidents(row.Issue, settings);
            }
            else if (last is not null && row.OccurredAt < last.OccurredAt)
            {
                throw new ArgumentException($"rows are not in order of time: {row.ComplaintId} after {last.ComplaintId}", nameof(rows));
            }
            last = row;
            if (row.IsSettled)
                open.Replay(
                    row,
                    row.Before ?? throw new ArgumentException($"{row.ComplaintId} is settled without an incident", nameof(rows))
                );
            else
                yield return (row, open.Take(row));
        }
    }

    /// <summary>Leaders of one issue that a later report may still join.</summary>
    private sealed class OpenIncidents(string? issue, MergeSettings settings)
    {
        private readonly TimeSpan _placeWindow = settings.PlaceWindowOf(issue);
        private readonly AddressIndex _byCaller = new(settings.DistanceM);
        private readonly AddressIndex _byPlace = new(settings.DistanceM);
        private readonly NearTextIndex<Leader> _byText = new(settings.Likeness);
        private readonly FloodWatch _floods = new(settings);
        private readonly Queue<Leader> _reachableByCaller = new();
        private readonly Queue<Leader> _reachableByPlace = new();

        /// <summary>Leaders that were settled, by their complaint.</summary>
        private readonly Dictionary<string, Leader> _settled = new(StringComparer.Ordinal);

        /// <summary>Enters a report where an earlier run put it. Its leader may be out of reach of every report to come, and is then not here.</summary>
        public void Replay(MergeRow row, Membership settled)
        {
            if (settled.IncidentId == row.ComplaintId)
                _settled[row.ComplaintId] = Open(row);
            else if (_settled.TryGetValue(settled.IncidentId, out var leader))
                Enter(leader, row, settled.UnitId);
        }

        public Membership Take(MergeRow row)
        {
            Close(row.OccurredAt);
            if (row.Caller is { } caller && _byCaller.Nearest(caller, row, settings.CallerWindow) is { } own)
                return new Membership(own.Row.ComplaintId, JoinedBy.SameCaller, own.Units[caller]);
            if (_byPlace.Nearest(null, row, _placeWindow) is { } shared)
                return new Membership(shared.Row.ComplaintId, JoinedBy.SamePlace, Enter(shared, row, row.ComplaintId));
            if (row.Words is not null && Said(row) is { } said)
                return new Membership(said.Row.ComplaintId, JoinedBy.SameText, Enter(said, row, row.ComplaintId));
            if (_floods.Of(row) is { } first)
                return new Membership(first.Row.ComplaintId, JoinedBy.OneCaller, Enter(first, row, row.ComplaintId));
            Open(row);
            return Membership.Opener(row.ComplaintId);
        }

        /// <summary>The leader that says nearly the same; the likest, ties by the smaller id.</summary>
        private Leader? Said(MergeRow row) =>
            _byText
                .Near(row.Words!)
                .Where(near =>
                    row.Caller is { } caller && near.Owner.Units.ContainsKey(caller)
                        ? near.Owner.Reaches(row, settings.CallerWindow)
                        : row.Street is not null && row.Street == near.Owner.Row.Street && near.Owner.Reaches(row, _placeWindow)
                )
                .OrderByDescending(near => near.Jaccard)
                .ThenBy(near => near.Owner.Row.ComplaintId, StringComparer.Ordinal)
                .Select(near => near.Owner)
                .FirstOrDefault();

        private Leader Open(MergeRow row)
        {
            var leader = new Leader(row);
            _byPlace.Add(null, leader);
            if (row.Words is { } words)
                _byText.Add(words, leader);
            _floods.Add(leader);
            _reachableByPlace.Enqueue(leader);
            _reachableByCaller.Enqueue(leader);
            Enter(leader, row, row.ComplaintId);
            return leader;
        }

        /// <summary>The unit of the row in the incident. A caller may be known here and yet have come too late for key 1, never the reverse.</summary>
        private string Enter(Leader leader, MergeRow row, string unitId)
        {
            if (row.Caller is not { } caller)
                return unitId;
            if (leader.Units.TryAdd(caller, unitId))
                _byCaller.Add(caller, leader);
            return leader.Units[caller];
        }

        /// <summary>Forgets leaders that no report from <paramref name="now"/> on can reach; a day of grace covers reports that know only their day.</summary>
        private void Close(DateTime now)
        {
            while (_reachableByPlace.TryPeek(out var old) && now - old.Row.OccurredAt > _placeWindow + TimeSpan.FromDays(1))
                _byPlace.Remove(null, _reachableByPlace.Dequeue());
            while (_reachableByCaller.TryPeek(out var old) && now - old.Row.OccurredAt > settings.CallerWindow + TimeSpan.FromDays(1))
            {
                foreach (var caller in _reachableByCaller.Dequeue().Units.Keys)
                    _byCaller.Remove(caller, old);
                if (old.Row.Words is { } words)
                    _byText.Remove(words, old);
                _floods.Remove(old);
            }
        }
    }
}

using System.Globalization;
using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>What the grouping needs to know of one complaint.</summary>
/// <param name="Block">How the place's name begins, or the district of complaints that name none; only complaints of one block are compared.</param>
/// <param name="Place">Name of the place, or else of the shop or company that is spoken of; null where none is named.</param>
/// <param name="District">Canonical name; null: unknown, fits any.</param>
/// <param name="Issue">The issue kind; null: unknown.</param>
/// <param name="Terms">What the text is about; asked only where there is something to compare it with.</param>
public sealed record GroupRow(
    string ComplaintId,
    DateTime OccurredAt,
    string Block,
    string? Place,
    string? District,
    string? Issue,
    Lazy<TermVector> Terms
)
{
    /// <summary>Set where the complaint names no place: it joins only those that say nearly the same as the one that opened a group. Its value is null where it says too little.</summary>
    public Lazy<NearText?>? Near { get; init; }

    /// <summary>The group that holds so far; null: none was asked for yet. Of a complaint that opened one: its own number.</summary>
    public string? Before { get; init; }

    /// <summary>Where what an earlier run found holds: the last time of its group before the time from which groups are made anew. Null: to be settled now.</summary>
    public DateTime? SettledUntil { get; init; }
}

public sealed record GroupSettings
{
    /// <summary>A group that nobody spoke of for longer has ended; a later complaint opens another one.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Least likeness to a group's centre, of 0 to 1. Of labelled complaints (<c>tests/Data/texts/matters.tsv</c>) F1 is 0.94 to 0.96 from 0.06 to 0.26; on
    /// the real messages of a citizens' board 0.1 joined thirteen groups more than 0.12 does, two of them rightly.
    /// </summary>
    public double Likeness { get; init; } = 0.12;

    /// <summary>The same where both have the same issue kind: its place and kind say most of what a complaint is about.</summary>
    public double LikenessWithinIssue { get; init; } = 0.05;

    /// <summary>The same where both have an issue kind, and not the same one.</summary>
    public double LikenessAcrossIssues { get; init; } = 0.2;

    /// <summary>Least likeness where the names of the places are not the same and one holds the other.</summary>
    public double LikenessOfRelated { get; init; } = 0.2;

    /// <summary>The first so many members make a group's centre; it stays where they put it, however long the matter goes on.</summary>
    public int Founders { get; init; } = 16;

    /// <summary>Least Jaccard likeness of runs of three characters where no place is named, and the characters and runs that are compared.</summary>
    public double NearLikeness { get; init; } = 0.6;
    public const int NearReach = 400;
    public const int NearRuns = 20;

    /// <summary>Names the rules: groups made with other ones must be made anew.</summary>
    public string Fingerprint(string phrases) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"6|{Silence}|{Likeness}|{LikenessWithinIssue}|{LikenessAcrossIssues}|{LikenessOfRelated}|{Founders}|{NearLikeness}|{phrases}"
        );
}

/// <summary>
/// 热点问题: complaints about one matter of one place, in whatever words. Single-pass clustering in time order, as in topic detection (Allan, Papka and
/// Lavrenko 1998, SIGIR; Yang, Pierce and Carbonell 1998, SIGIR): a complaint joins the open group of its block whose centre is likest, if that is like
/// enough, or else opens one of its own, which bears its number for ever. A complaint without words is like none; one that names no
/// place joins only near-duplicates of its district.
/// </summary>
public static class IssueGrouping
{
    /// <param name="rows">In the total order (block, occurred_at, complaint_id), where a settled group is stated by its founders. Streamed: memory holds one block's open groups.</param>
    /// <returns>Each row that was not settled, with the complaint that opened its group.</returns>
    /// <exception cref="ArgumentException">Times run backwards within a block.</exception>
    public static IEnumerable<(GroupRow Row, string GroupId)> Run(IEnumerable<GroupRow> rows, GroupSettings settings)
    {
        OpenGroups? open = null;
        string? block = null;
        DateTime last = default;
        foreach (var row in rows)
        {
            if (open is null || row.Block != block)
                (open, block) = (new OpenGroups(settings), row.Block);
            else if (row.OccurredAt < last)
                throw new ArgumentException($"rows are not in order of time: {row.ComplaintId}", nameof(rows));
            last = row.OccurredAt;
            var found = open.Take(row);
            if (row.SettledUntil is null)
                yield return (row, found.Id);
        }
    }

    /// <summary>Groups of one block that a later complaint may still join.</summary>
    private sealed class OpenGroups(GroupSettings settings)
    {
        /// <summary>Where many groups are open at once, they are looked through for ended ones only so often.</summary>
        private const int SweepEvery = 256;

        private readonly Dictionary<string, Group> _byId = new(StringComparer.Ordinal);

        /// <summary>Each under all of its stems: a block of thousands of places is looked through by name, not by group.</summary>
        private readonly Dictionary<string, HashSet<Group>> _byStem = new(StringComparer.Ordinal);
        private readonly NearTextIndex<Group> _near = new(settings.NearLikeness);
        private int _taken;

        public Group Take(GroupRow row)
        {
            if (_taken++ % SweepEvery == 0 && row.SettledUntil is null)
                Sweep(row.OccurredAt);
            var stem = PlaceStem.Of(row.Place ?? "");
            var found =
                row.SettledUntil is not null ? _byId.GetValueOrDefault(row.Before ?? "")
                : row.Near is not null ? Nearest(row)
                : Likest(row, stem);
            if (found is null)
            {
                _byId.Add(row.ComplaintId, found = new Group(row));
                if (row.Near?.Value is { } near)
                    _near.Add(near, found);
            }
            else if (!found.Take(row, settings))
                return found;
            if (!_byStem.TryGetValue(stem, out var named))
                _byStem.Add(stem, named = []);
            named.Add(found);
            return found;
        }

        private bool IsOpen(Group group, DateTime at) => at - group.LastAt <= settings.Silence;

        private void Sweep(DateTime at)
        {
            foreach (var group in _byId.Values.Where(group => !IsOpen(group, at)).ToList())
            {
                _byId.Remove(group.Id);
                if (group.Near is { } near)
                    _near.Remove(near, group);
            }
            foreach (var (stem, named) in _byStem)
            {
                named.RemoveWhere(group => !IsOpen(group, at));
                if (named.Count == 0)
                    _byStem.Remove(stem);
            }
        }

        /// <summary>Ties by the group that was opened first.</summary>
        private Group? Likest(GroupRow row, string stem)
        {
            Group? best = null;
            double highest = 0;
            foreach (var (name, named) in _byStem)
            {
                var isSame = name == stem;
                if (!isSame && !PlaceStem.Related(name, stem))
                    continue;
                foreach (var group in named)
                {
                    if (
                        !IsOpen(group, row.OccurredAt)
                        || (group.District is not null && row.District is not null && group.District != row.District)
                    )
                        continue;
                    var least =
                        group.Issue is null || row.Issue is null ? settings.Likeness
                        : group.Issue == row.Issue ? settings.LikenessWithinIssue
                        : settings.LikenessAcrossIssues;
                    var likeness = group.Likeness(row);
                    if (
                        likeness >= (isSame ? least : Math.Max(least, settings.LikenessOfRelated))
                        && (likeness > highest || (likeness == highest && best is not null && group.IsBefore(best)))
                    )
                        (best, highest) = (group, likeness);
                }
            }
            return best;
        }

        private Group? Nearest(GroupRow row) =>
            row.Near?.Value is { } near
                ? _near
                    .Near(near)
                    .Where(found => IsOpen(found.Owner, row.OccurredAt))
                    .OrderByDescending(found => found.Jaccard)
                    .ThenBy(found => found.Owner.OpenedAt)
                    .ThenBy(found => found.Owner.Id, StringComparer.Ordinal)
                    .Select(found => found.Owner)
                    .FirstOrDefault()
                : null;
    }

    private sealed class Group(GroupRow opener)
    {
        /// <summary>The sum of the founders' vectors; made when something is there to compare with.</summary>
        private Lazy<TermVector> _centre = opener.Terms;
        private int _founders = 1;

        public string Id { get; } = opener.ComplaintId;

        public DateTime OpenedAt { get; } = opener.OccurredAt;

        public bool IsBefore(Group other) =>
            OpenedAt != other.OpenedAt ? OpenedAt < other.OpenedAt : string.CompareOrdinal(Id, other.Id) < 0;

        /// <summary>What the opener says, where it names no place.</summary>
        public NearText? Near => opener.Near?.Value;

        public DateTime LastAt { get; private set; } = opener.SettledUntil ?? opener.OccurredAt;

        /// <summary>District and issue of the first founder that has one.</summary>
        public string? District { get; private set; } = opener.District;

        public string? Issue { get; private set; } = opener.Issue;

        public double Likeness(GroupRow row) => _centre.Value.Likeness(row.Terms.Value);

        /// <returns>Whether the complaint is a founder.</returns>
        public bool Take(GroupRow row, GroupSettings settings)
        {
            LastAt = row.SettledUntil is null && row.OccurredAt > LastAt ? row.OccurredAt : LastAt;
            if (_founders == settings.Founders)
                return false;
            _founders++;
            (District, Issue) = (District ?? row.District, Issue ?? row.Issue);
            var (before, terms) = (_centre, row.Terms);
            _centre = new Lazy<TermVector>(() => before.Value.Plus(terms.Value), LazyThreadSafetyMode.None);
            return true;
        }
    }
}

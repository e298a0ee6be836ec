using Hotspot.Hotspots.Scans;

namespace Hotspot.Hotspots.Warnings;

/// <summary>What one test alone would tell.</summary>
/// <param name="alarm">Without an id; its status is that of the cluster.</param>
/// <param name="clusterId">Null: a warning.</param>
/// <param name="complaints">Asked for once, and only where they are looked at.</param>
internal sealed class ToldByTest(Alarm alarm, string? clusterId, Func<IReadOnlyList<string>> complaints)
{
    private readonly Lazy<IReadOnlyList<string>> _complaints = new(complaints);

    public Alarm Alarm => alarm;
    public string? ClusterId => clusterId;
    public IReadOnlyList<string> Complaints => _complaints.Value;
    public AlarmTest Test { get; } = AlarmTest.Of(alarm, clusterId);
}

/// <summary>
/// From what single tests tell to what people read as one matter: an issue that rises, or falls, at a place is one alarm of a night, and the same one for as long as
/// nights tell it. Of a district and its streets the streets are told. A street most of whose orders its district told before, and a district that echoes its street, are no news; but
/// what only echoes a street keeps nothing alive, neither that street nor another.
/// </summary>
internal static class AlarmMatters
{
    /// <param name="Cluster">Of a cluster whose district nobody knows: it is a place of its own.</param>
    private readonly record struct Matter(string? Issue, string Direction, string? District, string? Street, string? Cluster)
    {
        /// <param name="told">What <paramref name="test"/> tells, or told.</param>
        public static Matter Of(Alarm told, AlarmTest test) =>
            new(told.Issue, told.Direction, test.District, test.Street, test.District is null ? test.ClusterId : null);

        /// <summary>An area falls silent as a whole: what it lacks is told of it, not of its parts.</summary>
        public bool IsSilence => Direction == "down" && Issue is null;

        /// <summary>A district holds its streets; the whole city is a matter beside them.</summary>
        public bool Holds(Matter other) =>
            this == other || (!IsSilence && Street is null && District is not null && this == other with { Street = null });

        /// <param name="held">Ids of other alarms.</param>
        public string Id(HashSet<string> held)
        {
            var name = string.Join('/', Direction, District, Street, Cluster, Issue);
            return Enumerable
                .Range(1, held.Count + 1)
                .Select(time => NamedId.Of("W-", time == 1 ? name : $"{name}/{time}", digits: 10))
                .First(id => !held.Contains(id));
        }
    }

    /// <summary>An alarm of before, and what it was about.</summary>
    private sealed record Earlier(Alarm Alarm, Matter Matter, IReadOnlySet<string> Clusters)
    {
        public static Earlier Of(Alarm old)
        {
            // Alarms of before do not list their tests: each was told by one, and a cluster gave it its id.
            var tests = old.Tests.Count > 0 ? old.Tests : [AlarmTest.Of(old, old.Kind == Alarm.Cluster ? old.AlarmId : null)];
            return new(
                old,
                Matter.Of(old, tests.First(test => (test.District, test.Street) == (old.District, old.Street))),
                tests.Select(test => test.ClusterId).OfType<string>().ToHashSet(StringComparer.Ordinal)
            );
        }

        /// <summary>It was told of a street first: it passes nothing on.</summary>
        public bool IsEcho => Matter is { Street: null, District: not null } && Alarm.WentOnFrom is not null;

        /// <summary>A cluster that is mostly in another street now, and has not left its own.</summary>
        public bool IsStillIn(IEnumerable<ToldByTest> by) =>
            by.Any(one => one.Alarm.Streets.Contains($"{Matter.District}/{Matter.Street}", StringComparer.Ordinal));

        /// <summary>Its orders are of one place; those that a district or the city lists are not.</summary>
        public bool NamesPlace => (Matter.Street ?? Matter.Cluster) is not null;
    }

    /// <param name="found">In the order in which they are told.</param>
    /// <param name="before">Alarms that this night may go on from, the last night first.</param>
    /// <param name="longBefore">Alarms before them, as far back as a cluster's incidents may lie.</param>
    public static IReadOnlyList<Alarm> Of(IReadOnlyList<ToldByTest> found, IReadOnlyList<Alarm> before, IReadOnlyList<Alarm> longBefore)
    {
        var told = UnderIssues([.. found.Select(one => (Matter: Matter.Of(one.Alarm, one.Test), One: one))]);
        var all = told.Select(one => one.Matter).Distinct().ToList();
        var earlier = before.Select(Earlier.Of).ToList();
        List<Earlier> remembered =
        [
            .. earlier.Concat(longBefore.Select(Earlier.Of)).Where(old => old.NamesPlace && old.Alarm.Direction == "up"),
        ];
        var held = before.Select(old => old.AlarmId).ToHashSet(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. all.Where(matter => !all.Exists(other => other != matter && matter.Holds(other)))
                .Select(matter =>
                {
                    var by = told.Where(one => one.Matter == matter).Select(one => one.One).ToList();
                    var from = GoesOnFrom(matter, by, earlier) ?? ThatToldCluster(by, remembered);
                    var here = from?.Matter == matter ? from : earlier.Find(old => old.Matter == matter);
                    here ??= from?.IsStillIn(by) == true ? from : null;
                    var kept = from is not null && here is not null && given.Add(here.Alarm.AlarmId) ? here : null;
                    return by[0].Alarm with
                    {
                        AlarmId = kept?.Alarm.AlarmId ?? matter.Id(held),
                        Status = from is null ? SpaceTimeCluster.New : SpaceTimeCluster.Ongoing,
                        WentOnFrom = from is not null && from == kept ? from.Alarm.WentOnFrom : from?.Alarm.AlarmId,
                        Complaints = [.. by[0].Complaints.Take(Alarm.MostComplaints)],
                        Tests = [.. told.Where(one => one.Matter.Holds(matter)).Select(one => one.One.Test)],
                    };
                }),
        ];
    }

    /// <summary>
    /// A cluster of all issues, most of whose incidents issues of its place tell themselves, is no matter beside them: it belongs to the one with most of them,
    /// after what that one tells of itself. What falls in a silent area belongs to its silence.
    /// </summary>
    private static List<(Matter Matter, ToldByTest One)> UnderIssues(List<(Matter Matter, ToldByTest One)> told) =>
        [
            .. told.Select(one => (one.Matter, Under: MatterOf(one, told), one.One))
                .OrderBy(one => one.Under != one.Matter)
                .Select(one => (one.Under, one.One)),
        ];

    private static Matter MatterOf((Matter Matter, ToldByTest One) of, List<(Matter Matter, ToldByTest One)> told)
    {
        Matter[] silences = [of.Matter with { Issue = null, Street = null }, of.Matter with { Issue = null }];
        foreach (var silence in silences.Where(one => one.IsSilence && told.Exists(other => other.Matter == one)))
            return silence;
        var issues = of.Matter.Issue is null
            ? told.FindAll(one => one.Matter.Issue is not null && one.Matter with { Issue = null } == of.Matter)
            : [];
        if (issues.Count == 0)
            return of.Matter;
        var incidents = of.One.Complaints;
        int Shared(IEnumerable<string> orders) => orders.Intersect(incidents, StringComparer.Ordinal).Count();
        return 2 * Shared(issues.SelectMany(one => one.One.Complaints)) > incidents.Count
            ? issues.MaxBy(one => Shared(one.One.Complaints)).Matter
            : of.Matter;
    }

    /// <summary>
    /// The last alarm of the same place; else of a cluster that moved here, of a street that the district echoes, or of the district that told most of the street's
    /// orders: a burst in a district that drifts is news.
    /// </summary>
    private static Earlier? GoesOnFrom(Matter matter, List<ToldByTest> by, List<Earlier> earlier) =>
        earlier.Find(old => old.Matter == matter && !old.IsEcho)
        ?? earlier.Find(old => by.Exists(one => one.ClusterId is { } id && old.Clusters.Contains(id)))
        ?? earlier.Find(old => old.Matter != matter && matter.Holds(old.Matter))
        ?? earlier.Find(old => old.Matter != matter && old.Matter.Holds(matter) && !old.IsEcho && ToldMost([old], by[0].Complaints));

    private static bool ToldMost(IReadOnlyList<Earlier> alarms, IReadOnlyList<string> orders) =>
        2 * alarms.SelectMany(old => old.Alarm.Complaints).Intersect(orders, StringComparer.Ordinal).Count() > orders.Count;

    /// <summary>
    /// The alarm that told most incidents of a cluster that goes on, where more than half of them were told: a cluster is looked for in more nights than an alarm is
    /// gone on from, and comes again with what was told, and one incident more.
    /// </summary>
    private static Earlier? ThatToldCluster(List<ToldByTest> by, List<Earlier> remembered)
    {
        foreach (var cluster in by.Where(one => one.ClusterId is not null && one.Alarm.Status == SpaceTimeCluster.Ongoing))
        {
            var incidents = cluster.Complaints;
            if (ToldMost(remembered, incidents))
                return remembered.MaxBy(old => old.Alarm.Complaints.Intersect(incidents, StringComparer.Ordinal).Count());
        }
        return null;
    }
}

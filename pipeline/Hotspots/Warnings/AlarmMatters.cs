using Hotspot.Hotspots.Scans;

namespace Hotspot.Hotspots.Warnings;

/// <summary>What one test alone would tell.</summary>
/// <param name="Alarm">Without an id.</param>
/// <param name="ClusterId">Null: a warning.</param>
/// <param name="Complaints">Asked for only where it speaks for the others.</param>
internal sealed record ToldByTest(Alarm Alarm, string? ClusterId, Func<IReadOnlyList<string>> Complaints)
{
    public AlarmTest Test { get; } = AlarmTest.Of(Alarm, ClusterId);
}

/// <summary>
/// From what single tests tell to what people read as one matter: an issue that rises, or falls, at a place is one alarm of a night, and the same one for as long as
/// nights tell it. Of a district and its streets the streets are told; where the district was told before them, they are its matter.
/// </summary>
internal static class AlarmMatters
{
    /// <param name="Cluster">Of a cluster whose district nobody knows: it is a place of its own.</param>
    private readonly record struct Matter(string? Issue, string Direction, string? District, string? Street, string? Cluster)
    {
        /// <param name="told">What <paramref name="test"/> tells, or told.</param>
        public static Matter Of(Alarm told, AlarmTest test) =>
            new(told.Issue, told.Direction, test.District, test.Street, test.District is null ? test.ClusterId : null);

        /// <summary>A district holds its streets; the whole city is a matter beside them.</summary>
        public bool Holds(Matter other) =>
            this == other || (Street is null && District is not null && this == other with { Street = null });

        /// <summary>Those that hold no other one.</summary>
        public static IReadOnlyList<Matter> Narrowest(IEnumerable<Matter> matters)
        {
            Matter[] all = [.. matters.Distinct()];
            return [.. all.Where(one => !all.Any(other => other != one && one.Holds(other)))];
        }

        public string Id => NamedId.Of("W-", string.Join('/', Direction, District, Street, Cluster, Issue), digits: 10);
    }

    /// <param name="found">In the order in which they are told.</param>
    /// <param name="before">Alarms that this night may go on from, the last night first.</param>
    public static IReadOnlyList<Alarm> Of(IReadOnlyList<ToldByTest> found, IReadOnlyList<Alarm> before)
    {
        var told = found.Select(one => (Matter: Matter.Of(one.Alarm, one.Test), One: one)).ToList();
        return
        [
            .. Matter
                .Narrowest(told.Select(one => one.Matter))
                .Select(matter => (Matter: matter, By: told.Where(one => one.Matter == matter).Select(one => one.One).ToList()))
                .Select(of => (of.Matter, Speaker: of.By[0], Earlier: Earlier(of.Matter, of.By, before)))
                // Streets that go on from one alarm, their district's, are one.
                .GroupBy(of => of.Earlier?.AlarmId ?? of.Matter.Id, StringComparer.Ordinal)
                .Select(same => (Id: same.Key, All: same.ToList()))
                .Select(same =>
                    same.All[0].Speaker.Alarm with
                    {
                        AlarmId = same.Id,
                        Status = same.All.Exists(of => of.Earlier is not null) ? SpaceTimeCluster.Ongoing : SpaceTimeCluster.New,
                        Complaints = [.. same.All[0].Speaker.Complaints().Take(Alarm.MostComplaints)],
                        Tests = [.. told.Where(one => same.All.Exists(of => one.Matter.Holds(of.Matter))).Select(one => one.One.Test)],
                    }
                ),
        ];
    }

    /// <summary>The alarm that goes on: of the same place, else of the district, of a street in it, or of a cluster that moved here; the last one told.</summary>
    private static Alarm? Earlier(Matter matter, List<ToldByTest> by, IReadOnlyList<Alarm> before) =>
        before
            .Select(old => (Alarm: old, Tests: TestsOf(old)))
            .Select(old => (old.Alarm, old.Tests, Matters: Matter.Narrowest(old.Tests.Select(test => Matter.Of(old.Alarm, test)))))
            .Where(old =>
                old.Matters.Any(other => other.Holds(matter) || matter.Holds(other))
                || old.Tests.Any(test => test.ClusterId is { } id && by.Exists(one => one.ClusterId == id))
            )
            .OrderByDescending(old => old.Matters.Contains(matter))
            .Select(old => old.Alarm)
            .FirstOrDefault();

    /// <summary>Alarms of before do not list their tests: each was told by one, and a cluster gave it its id.</summary>
    private static IReadOnlyList<AlarmTest> TestsOf(Alarm old) =>
        old.Tests.Count > 0 ? old.Tests : [AlarmTest.Of(old, old.Kind == Alarm.Cluster ? old.AlarmId : null)];
}

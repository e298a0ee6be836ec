using Hotspot.Hotspots.HotPoints;

namespace Hotspot.Hotspots.Scans;

/// <summary>Incidents of one issue at one location over the days of a study.</summary>
/// <param name="Longitude">Mean of those with a coordinate, WGS-84; null: none has one.</param>
/// <param name="Weekdays">Monday to Sunday.</param>
public sealed record ScanMargin(string Location, string? Issue, double? Longitude, double? Latitude, IReadOnlyList<int> Weekdays);

/// <summary>An incident of the days that windows may hold.</summary>
/// <param name="Opening">The report that opened it.</param>
/// <param name="Locations">Where it lies, by location system; null: not known there.</param>
public sealed record ScanIncident(PointUnit Opening, IReadOnlyList<string?> Locations);

/// <summary>Where a location is: metres for the circles, degrees for people.</summary>
/// <param name="ReachM">From its point to its edge.</param>
public readonly record struct ScanPlace(double X, double Y, double Longitude, double Latitude, double ReachM);

/// <summary>A cluster as one scan finds it.</summary>
public sealed record ScanCandidate(
    string Scale,
    string? Issue,
    string Centre,
    ScanPlace At,
    double RadiusM,
    DateOnly From,
    IReadOnlyList<PointUnit> Openings,
    double Expected,
    double Llr,
    double PValue
);

/// <summary>One scan of a night: an issue, or all of them, in one location system, the days of the week as strata (METHODS d).</summary>
public static class NightScan
{
    public const int LongestWindow = 14;
    public const double RadiusM = 2000;
    private const double MostShare = 0.5;

    private const int Replicas = 999;

    /// <summary>Of many locations a replica is dear: the tail is Gumbel's either way, and ten larger ones of 199 are as sure a sign of nothing as fifty of 999.</summary>
    private const int BusyReplicas = 199;
    private const int BusyStopAfter = 10;
    private const int BusyLocations = 1_000;

    /// <param name="system">Index of the location system in <see cref="ScanIncident.Locations"/>, called <paramref name="scale"/>.</param>
    /// <param name="margins">Of the issue, one a location; <paramref name="recent"/> are its incidents of the last days.</param>
    /// <param name="dispersion">How much more the days of a street vary than by chance, from 1 on.</param>
    public static IReadOnlyList<ScanCandidate> Run(
        string scale,
        int system,
        string? issue,
        IReadOnlyDictionary<string, int[]> margins,
        IReadOnlyDictionary<string, ScanPlace> places,
        IEnumerable<ScanIncident> recent,
        DateOnly asOf,
        ulong seed,
        double dispersion = 1
    )
    {
        var counted = Counted.Of(margins.Keys.Where(places.ContainsKey), system, margins, recent, asOf);
        var (names, cases) = (counted.Names, counted.Cases);
        if (counted.Openings.Count == 0)
            return [];
        var zones = ScanZones.OnPlane(
            [.. names.Select(name => places[name].X)],
            [.. names.Select(name => places[name].Y)],
            cases.ByLocation(),
            RadiusM,
            MostShare
        );
        var settings = new ScanSettings(seed, $"scan|{scale}|{issue}")
        {
            LongestWindow = LongestWindow,
            Replicas = Replicas,
            Dispersion = dispersion,
        };
        if (names.Length > BusyLocations)
            settings = settings with { Replicas = BusyReplicas, StopAfter = BusyStopAfter };
        return
        [
            .. SpaceTimeScan
                .Run(cases, zones, settings, cluster => IsMany(Openings(cluster)))
                .Clusters.Select(cluster =>
                {
                    var at = places[names[cluster.Centre]];
                    return new ScanCandidate(
                        scale,
                        issue,
                        names[cluster.Centre],
                        at,
                        cluster.Radius + at.ReachM,
                        counted.FirstDay.AddDays(cluster.First),
                        [.. Openings(cluster).OrderBy(opening => opening.At).ThenBy(opening => opening.UnitId, StringComparer.Ordinal)],
                        cluster.Expected,
                        cluster.Llr,
                        cluster.PValue
                    );
                }),
        ];

        IEnumerable<PointUnit> Openings(ScanCluster cluster) =>
            from member in cluster.Members
            from day in Enumerable.Range(cluster.First, cluster.Last - cluster.First + 1)
            from opening in counted.Openings.GetValueOrDefault((member, day)) ?? []
            select opening;
    }

    /// <summary>How much more the days of a location vary than by chance (<see cref="ScanCases.Dispersion"/>), whether or not it is known where it lies.</summary>
    public static double Dispersion(
        int system,
        IReadOnlyDictionary<string, int[]> margins,
        IEnumerable<ScanIncident> recent,
        DateOnly asOf
    ) => Counted.Of(margins.Keys, system, margins, recent, asOf).Cases.Dispersion();

    /// <summary>What the last days hold of each location.</summary>
    private sealed record Counted(
        string[] Names,
        ScanCases Cases,
        DateOnly FirstDay,
        Dictionary<(int Location, int Day), List<PointUnit>> Openings
    )
    {
        public static Counted Of(
            IEnumerable<string> locations,
            int system,
            IReadOnlyDictionary<string, int[]> margins,
            IEnumerable<ScanIncident> recent,
            DateOnly asOf
        )
        {
            string[] names = [.. locations.Order(StringComparer.Ordinal)];
            var indexes = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
            var firstDay = asOf.AddDays(1 - LongestWindow);
            var counts = Enumerable.Range(0, LongestWindow).Select(_ => new int[names.Length]).ToArray();
            var openings = new Dictionary<(int Location, int Day), List<PointUnit>>();
            foreach (var incident in recent)
            {
                if (incident.Locations[system] is not { } name || !indexes.TryGetValue(name, out var location))
                    continue;
                var day = DateOnly.FromDateTime(incident.Opening.At).DayNumber - firstDay.DayNumber;
                counts[day][location]++;
                if (!openings.TryGetValue((location, day), out var held))
                    openings.Add((location, day), held = []);
                held.Add(incident.Opening);
            }
            var cases = new ScanCases(
                [.. Enumerable.Range(0, 7).Select(weekday => (int[])[.. names.Select(name => margins[name][weekday])])],
                [.. Enumerable.Range(0, LongestWindow).Select(day => ((int)firstDay.AddDays(day).DayOfWeek + 6) % 7)],
                counts
            );
            return new Counted(names, cases, firstDay, openings);
        }
    }

    /// <summary>Two places or two callers: less is one person's affair.</summary>
    private static bool IsMany(IEnumerable<PointUnit> openings)
    {
        PointUnit[] all = [.. openings];
        return PlacesOf(all) >= 2 || UnitSummary.Of(all).Callers >= 2;
    }

    /// <summary>Named places, and coordinates of reports that name none.</summary>
    public static int PlacesOf(IReadOnlyCollection<PointUnit> openings) =>
        openings
            .Select(opening => opening.PlaceKey ?? FormattableString.Invariant($"{opening.Longitude:f5},{opening.Latitude:f5}"))
            .Distinct(StringComparer.Ordinal)
            .Count();
}

using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Grouping;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Scans;

namespace Hotspot.Runs;

/// <summary>
/// 时空聚集 (METHODS d): the prospective scans that end with one day, for a bulletin or a night. Streets, communities and cells of 200 m, all issues together and
/// each issue that there is enough of; all of them count in how rare a cluster is.
/// </summary>
public static class Scanning
{
    public const int MostDays = 365;
    public const int LeastDays = 90;
    private const int LeastIncidents = 100;
    private const int MostIssues = 12;
    private static readonly string[] Scales = ["street", "community", "cell_200m"];

    /// <param name="asOf">Last day of the windows, included; the reader sees it whole.</param>
    /// <param name="known">Clusters that the nights or bulletins before told (<see cref="KnownClusters"/>).</param>
    public static ScanNight Run(
        ComplaintReader reader,
        DateOnly asOf,
        Coverage coverage,
        CityReference city,
        IReadOnlyList<KnownCluster> known,
        ulong seed
    )
    {
        var until = asOf.AddDays(1);
        var first = coverage.FirstOn > until.AddDays(-MostDays) ? coverage.FirstOn : until.AddDays(-MostDays);
        var starts = Starts(reader, new DaySpan(first, until));
        if (starts.TrueForAll(start => start is null))
            return new ScanNight(asOf, first, 0, [], []);
        var cells = ScanCells.At(city.Geo.Bounds?.Centre.Y ?? 0);
        var recent = reader.ScanIncidents(new DaySpan(until.AddDays(-NightScan.LongestWindow), until), cells);
        var (scans, candidates) = (0, new List<ScanCandidate>());
        // A day of a street is one for all communities and cells in it: they take over how much it varies.
        var dispersions = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (system, scale) in Scales.Index())
        {
            if (starts[system] is not { } start)
                continue;
            var margins = reader.ScanMargins(scale, new DaySpan(start, until), cells);
            var places = Places(scale, margins, cells, city);
            foreach (var issue in Topics(margins))
            {
                scans++;
                var sums = Sums(margins.Where(margin => issue is null || margin.Issue == issue));
                var incidents = recent.Where(incident => issue is null || incident.Opening.Issue == issue).ToList();
                var dispersion = Math.Max(
                    dispersions.GetValueOrDefault(issue ?? "", 1),
                    NightScan.Dispersion(system, sums, incidents, asOf)
                );
                dispersions.TryAdd(issue ?? "", dispersion);
                candidates.AddRange(NightScan.Run(scale, system, issue, sums, places, incidents, asOf, seed, dispersion));
            }
        }
        return ClusterList.Of(asOf, starts.OfType<DateOnly>().Min(), scans, candidates, known);
    }

    /// <summary>
    /// The first day of each system, from where on it tells locations as it does now; null: fewer than <see cref="LeastDays"/> days are known since. A hole of the export
    /// is a day without a case: it expects none anywhere, and leaves the other days' shares alone.
    /// </summary>
    private static List<DateOnly?> Starts(ComplaintReader reader, DaySpan span)
    {
        if (span.Days < LeastDays)
            return [.. Scales.Select(_ => (DateOnly?)null)];
        var weeks = (span.Days + 6) / 7;
        var steps = new WeekSteps(span.Until.AddDays(-7 * weeks), weeks);
        var days = reader.Days(span);
        var isBusy = BusySource.Is(days.Select(day => day.Complaints));
        int KnownSince(DateOnly start) => days.Count(day => day.Day >= start && (!isBusy || day.Complaints > 0));
        var (all, located) = (new long[steps.Count], Scales.Select(_ => new long[steps.Count]).ToArray());
        foreach (var week in steps.Count > 0 ? reader.ScanWeeks(steps) : [])
        {
            all[week.Week] = week.Incidents;
            for (var system = 0; system < Scales.Length; system++)
                located[system][week.Week] = week.Located[system];
        }
        return
        [
            .. located.Select(of =>
            {
                var start = steps.Skip(WeekSteps.Steady(of, all)).From;
                start = start > span.From ? start : span.From;
                return of.Sum() > 0 && KnownSince(start) >= LeastDays ? start : (DateOnly?)null;
            }),
        ];
    }

    /// <summary>All together (null), and the issues that there is most of.</summary>
    private static IEnumerable<string?> Topics(IReadOnlyList<ScanMargin> margins) =>
        new string?[] { null }.Concat(
            margins
                .Where(margin => margin.Issue is not null)
                .GroupBy(margin => margin.Issue!)
                .Select(issue => (issue.Key, Incidents: issue.Sum(margin => margin.Weekdays.Sum())))
                .Where(issue => issue.Incidents >= LeastIncidents)
                .OrderByDescending(issue => issue.Incidents)
                .ThenBy(issue => issue.Key, StringComparer.Ordinal)
                .Take(MostIssues)
                .Select(issue => issue.Key)
        );

    private static Dictionary<string, int[]> Sums(IEnumerable<ScanMargin> margins)
    {
        var sums = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var margin in margins)
        {
            if (!sums.TryGetValue(margin.Location, out var weekdays))
                sums.Add(margin.Location, weekdays = new int[7]);
            for (var weekday = 0; weekday < weekdays.Length; weekday++)
                weekdays[weekday] += margin.Weekdays[weekday];
        }
        return sums;
    }

    /// <summary>Cells lie on their lattice, streets and communities where the gazetteer has them, or else where their incidents are; one without either is left out.</summary>
    private static Dictionary<string, ScanPlace> Places(
        string scale,
        IReadOnlyList<ScanMargin> margins,
        ScanCells cells,
        CityReference city
    )
    {
        if (scale == "cell_200m")
            return margins
                .Select(margin => margin.Location)
                .Distinct()
                .ToDictionary(
                    name => name,
                    name =>
                    {
                        var (column, row, longitude, latitude) = cells.Of(name);
                        const double Side = ScanCells.SideM;
                        return new ScanPlace(column * Side, row * Side, longitude, latitude, Side / Math.Sqrt(2));
                    }
                );
        var known = Points(scale, city.Geo.Gazetteer);
        return margins
            .GroupBy(margin => margin.Location)
            .Select(location => (location.Key, At: known.GetValueOrDefault(location.Key) ?? Mean(location)))
            .Where(location => location.At is not null)
            .ToDictionary(
                location => location.Key,
                location =>
                {
                    var (longitude, latitude) = (location.At!.Value.Longitude, location.At.Value.Latitude);
                    var (x, y) = city.Projection.ToMetres(longitude, latitude);
                    return new ScanPlace(x, y, longitude, latitude, 0);
                }
            );
    }

    private static LonLat? Mean(IEnumerable<ScanMargin> margins)
    {
        var located = margins.Where(margin => margin is { Longitude: not null, Latitude: not null }).ToList();
        var weight = located.Sum(margin => (double)margin.Weekdays.Sum());
        return weight == 0
            ? null
            : new LonLat(
                located.Sum(margin => margin.Longitude!.Value * margin.Weekdays.Sum()) / weight,
                located.Sum(margin => margin.Latitude!.Value * margin.Weekdays.Sum()) / weight
            );
    }

    private static Dictionary<string, LonLat?> Points(string scale, Gazetteer? gazetteer) =>
        (
            scale == "street"
                ? (gazetteer?.Streets ?? []).Select(street => (Name: $"{street.District}/{street.Name}", street.Point))
                : (gazetteer?.Communities ?? []).Select(one => (Name: $"{one.District}/{one.Street}/{one.Name}", one.Point))
        )
            .GroupBy(unit => unit.Name, StringComparer.Ordinal)
            .ToDictionary(
                unit => unit.Key,
                unit => unit.Select(one => one.Point).FirstOrDefault(point => point is not null),
                StringComparer.Ordinal
            );
}

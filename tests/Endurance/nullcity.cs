// False alarms and power, by simulation: cities in which nothing changes, and the same cities with planted clusters, through the tests of the program.
//
//   dotnet run -c Release tests/Endurance/nullcity.cs -- 1000                              runs; 4,000 reports a week, seed 1, all tests
//   dotnet run -c Release tests/Endurance/nullcity.cs -- 1000 15000 1 points,power         reports a week, seed of the first run, tests
//   dotnet run -c Release tests/Endurance/nullcity.cs -- 100 4000 1 points,power hdbscan   with HDBSCAN* as a generator
//
// The city: 40 × 40 km, 1,200 discs of 250 m with weights by Pareto's law (exponent 1.5) over thin open country, 16 districts, 324 streets, 13 weeks and
// one. Each disc has a week of its own; street-days vary twice as much as Poisson counts, days of the whole city by 5 %. One incident makes 1.5 reports:
// further callers within a day and ten metres, and the same ones again. Nothing rises, no hour is of its own; what a test then tells is a false alarm.
// Prints a Markdown table: runs with at least one false alarm beside the 99 % limit of a binomial count at 5 %; and the share of planted clusters found.
#:project ../../pipeline/Pipeline.csproj
#:include LumpyCity.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Collections.Concurrent;
using System.Diagnostics;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Clustering;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;

var runs = args.Length > 0 ? int.Parse(args[0]) : 1000;
var reports = args.Length > 1 ? int.Parse(args[1]) : 4000;
var first = args.Length > 2 ? int.Parse(args[2]) : 1;
string[] tests = args.Length > 3 ? args[3].Split(',') : ["points", "areas", "emerging", "peaks", "windows", "knox", "scan", "power"];
var withHdbscan = args.Length > 4 && args[4] == "hdbscan";

var alarms = new ConcurrentDictionary<string, ConcurrentBag<int>>();
var watch = Stopwatch.StartNew();
Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, run => Run(first + run));
Console.WriteLine($"\n{runs} runs, {reports:n0} reports a week, seeds {first}–{first + runs - 1}, {watch.Elapsed.TotalMinutes:f1} min");
Console.WriteLine("\n| test | runs with a false alarm | limit | alarms a run |\n|---|---:|---:|---:|");
foreach (var (name, counts) in alarms.Where(a => !a.Key.StartsWith("power", StringComparison.Ordinal)).OrderBy(a => a.Key))
    Console.WriteLine($"| {name} | {counts.Count(n => n > 0)} of {counts.Count} | {Limit(counts.Count)} | {counts.Average():f3} |");
Console.WriteLine("\n| planted | found |\n|---|---:|");
foreach (var (name, counts) in alarms.Where(a => a.Key.StartsWith("power", StringComparison.Ordinal)).OrderBy(a => a.Key))
    Console.WriteLine($"| {name} | {counts.Average():p1} of {counts.Count} |");

void Run(int seed)
{
    var city = new City(seed, reports);
    if (tests.Contains("points"))
    {
        var found = Points.Run(city.Inputs([]), Settings(seed));
        Note("points hot", found.Count(point => point is { Geometry: not null, IsHot: true }));
        foreach (var level in (double[])[0.035, 0.04, 0.05])
            Note($"points hot at {level}", found.Count(point => point is { Geometry: not null, Excess: > 0 } && point.PValue <= level));
        Note("points rising", found.Count(point => point is { Geometry: not null, IsRising: true }));
        Note("text places hot", found.Count(point => point is { Geometry: null, IsHot: true }));
        Note("text places rising", found.Count(point => point is { Geometry: null, IsRising: true }));
    }
    if (tests.Contains("areas"))
    {
        var areas = AreaMeasures.Run(city.Areas(), new AreaSettings { Seed = (ulong)seed });
        foreach (var map in areas.GroupBy(area => area.Level))
        {
            Note($"areas hot, {map.Key}", map.Count(area => area.IsHot == true));
            Note($"area changes 环比, {map.Key}", map.Count(area => area.ChangeQValue <= 0.05));
        }
    }
    if (tests.Contains("emerging"))
    {
        string[] changes = ["new_hot", "intensifying_hot", "diminishing_hot", "historical_hot"];
        foreach (var (name, cube) in city.Cubes())
        {
            var codes = EmergingCells.Of(cube).Select(cell => EmergingHotspot.Code(cell.Class)).ToArray();
            Note($"emerging {name}: a change told", codes.Count(changes.Contains));
        }
    }
    if (tests.Contains("peaks"))
    {
        var rows = PeakHours.Run(city.Hours(flat: false), City.From, City.LastDay, new PeakSettings { Seed = (ulong)seed });
        foreach (var comparison in rows.Where(row => row.Comparison != "uniform").GroupBy(row => row.Comparison))
        {
            Note($"peak hours, {comparison.Key}", comparison.Count(row => row.IsPeak == true));
        }
    }
    if (tests.Contains("windows"))
    {
        // Each window is a claim by itself, at 5 % for a scope and a day kind: the city's, over all days.
        HourScope[] whole = [city.Hours(flat: true).First(scope => scope.Level == "city")];
        var windows = PeakWindows.Run(whole, City.From, City.LastDay, new PeakSettings { Seed = (ulong)seed });
        Note("peak windows, the city on all days", windows.Count(window => window.DayKind == "all"));
    }
    if (tests.Contains("knox"))
        Note("near repeats", city.NearRepeats(seed));
    if (tests.Contains("scan"))
    {
        // Street-days that vary are what a scan looks for, so its city has none; what it tells where they do vary is shown beside.
        foreach (var (local, name) in ((bool, string)[])[(false, "scan"), (true, "scan, street-days vary twice as much as by chance")])
        {
            foreach (var scale in (string[])["street", "cell_200m"])
            {
                var found = city.Scan(scale, seed, local);
                Note($"{name}, {scale}", found.Count(cluster => cluster.PValue <= 0.05));
                // As rare as an alarm is where a night has 21 scans.
                Note($"{name}, {scale}, once a year", found.Count(cluster => 365 * 21 * cluster.PValue <= 1));
            }
        }
    }
    if (tests.Contains("power"))
    {
        // The third kind is dense in the middle and thin at 150 m: density 1/r.
        Planted[] planted =
        [
            .. Enumerable
                .Range(0, 15)
                .Select(i =>
                    city.Quiet(
                        i < 5 ? 12
                            : i < 10 ? 8
                            : 20,
                        i < 10 ? 60 : 150
                    )
                ),
        ];
        var found = Points.Run(city.Inputs(planted), Settings(seed)).Where(point => point.Longitude is not null).ToArray();
        foreach (var (x, y, size, within) in planted)
        {
            var here = found
                .Where(point => Distance(City.Project(point.Longitude!.Value, point.Latitude!.Value), (x, y)) <= within + 40)
                .ToArray();
            var (hot, rising) = (here.Any(point => point.IsHot == true), here.Any(point => point.IsRising == true));
            Note($"power, {size} callers' issues within {within} m, listed", here.Length > 0 ? 1 : 0);
            Note($"power, {size} callers' issues within {within} m, hot", hot ? 1 : 0);
            Note($"power, {size} callers' issues within {within} m, rising", rising ? 1 : 0);
            Note($"power, {size} callers' issues within {within} m, hot or rising", hot || rising ? 1 : 0);
        }
    }
    if (seed % 50 == 0)
        Console.Error.WriteLine($"seed {seed}: {watch.Elapsed.TotalMinutes:f1} min");
}

PointSettings Settings(int seed) => new() { Seed = (ulong)seed, Hdbscan = withHdbscan ? new HdbscanSettings() : null };

void Note(string name, int count) => alarms.GetOrAdd(name, _ => []).Add(count);

static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

// The least k with P(X > k) ≤ 1 % for X ~ Binomial(n, 5 %).
static int Limit(int n)
{
    var (k, p) = (0, Math.Pow(0.95, n));
    for (var sum = p; 1 - sum > 0.01; sum += p)
    {
        k++;
        p *= (n - k + 1) / (double)k * 0.05 / 0.95;
    }
    return k;
}

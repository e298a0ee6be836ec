// The space-time scan at the sizes of the speed bars: places × 14 days, 999 replicas without an early end, circles up to 2 km.
//
//   dotnet run -c Release tests/Benchmarks/scan.cs -- 3                  turns; 343 places (bar 1 s, whatever the cases) and 3,000 places, 100,000 cases (bar 16.4 s)
//
// Places are spread over 40 × 40 km, cases among them by Pareto's law over a year of weekday strata. Loops are compiled with optimisation from the first call,
// as in the published program.
#:project ../../pipeline/Pipeline.csproj
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property TieredCompilationQuickJitForLoops=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA5394;CA2266

using System.Diagnostics;
using Hotspot.Hotspots.Scans;

const int Days = 365;
var turns = args.Length > 0 ? int.Parse(args[0]) : 3;
Console.WriteLine($"{Environment.ProcessorCount} cores; seconds on the clock and of the processors, memory of the process");
Console.WriteLine(
    "| places | cases | circles | turn | seconds | processor | peak | best ratio | p |\n|---:|---:|---:|---|---:|---:|---:|---:|---:|"
);
foreach (var (places, cases) in ((int, int)[])[(343, 100_000), (343, 1_000_000), (343, 10_000_000), (3_000, 100_000), (3_000, 1_000_000)])
{
    var (input, x, y) = Make(places, cases);
    for (var turn = 1; turn <= turns; turn++)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var zones = ScanZones.OnPlane(x, y, input.ByLocation(), 2_000, 0.5);
        var result = SpaceTimeScan.Run(input, zones, new ScanSettings(1, "benchmark") { StopAfter = int.MaxValue });
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        Console.WriteLine(
            $"| {places:n0} | {cases:n0} | {zones.Radii.Length:n0} | {turn} | {seconds:f2} | {(process.TotalProcessorTime - before).TotalSeconds:f2} | "
                + $"{process.PeakWorkingSet64 >> 20} MB | {result.Clusters[0].Llr:f6} | {result.Clusters[0].PValue:f3} |"
        );
    }
}

static (ScanCases Cases, double[] X, double[] Y) Make(int places, int cases)
{
    var random = new Random(1);
    double[] x = [.. Enumerable.Range(0, places).Select(_ => Math.Round(random.NextDouble() * 40_000))];
    double[] y = [.. x.Select(_ => Math.Round(random.NextDouble() * 40_000))];
    var sums = new double[places];
    for (var i = 0; i < places; i++)
        sums[i] = (i == 0 ? 0 : sums[i - 1]) + Math.Pow(1 - random.NextDouble(), -1 / 1.5);
    var margins = Enumerable.Range(0, 7).Select(_ => new int[places]).ToArray();
    var counts = Enumerable.Range(0, NightScan.LongestWindow).Select(_ => new int[places]).ToArray();
    var first = Days - counts.Length;
    for (var n = 0; n < cases; n++)
    {
        var day = random.Next(Days);
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        at = at < 0 ? ~at : at;
        margins[day % 7][at]++;
        if (day >= first)
            counts[day - first][at]++;
    }
    return (new ScanCases(margins, [.. Enumerable.Range(first, counts.Length).Select(day => day % 7)], counts), x, y);
}

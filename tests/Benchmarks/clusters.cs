// Clustering against scikit-learn: DBSCAN (eps 50 m, minPts 10) of the same points by both, in turn, and exact HDBSCAN* of ours.
//
//   dotnet run -c Release tests/Benchmarks/clusters.cs -- 1000000 3      points, turns; scikit-learn where /usr/bin/python3 has it (Debian: python3-sklearn)
//
// "spread": four fifths in 4,000 clusters of 30 m over 60 × 60 km, a fifth anywhere. "repeated": 20,000 places, each told again and again with weights by
// Pareto's law, four fifths of them in 200 dense quarters. Labels are compared: the same core points in the same clusters, the same noise.
// Loops are compiled with optimisation from the first call, as in the published program, whose code is compiled ahead.
#:project ../../pipeline/Pipeline.csproj
#:include Timing.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property TieredCompilationQuickJitForLoops=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA5394;CA2266

using System.Diagnostics;
using Hotspot.Hotspots.Clustering;

const double Eps = 50;
const int MinPts = 10;
if (args is ["child", var method, var input, var output])
    return Child(method, input, output);

var points = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
var turns = args.Length > 1 ? int.Parse(args[1]) : 3;
var folder = Directory.CreateTempSubdirectory("hotspot-clusters-").FullName;
var python = args.Length > 2 ? args[2] : "/usr/bin/python3";
var script = Path.GetFullPath(Path.Combine("tests", "Benchmarks", "clusters.py"));
Console.WriteLine(
    $"{points:n0} points, eps {Eps} m, minPts {MinPts}, {Environment.ProcessorCount} cores; seconds of the clustering alone, peak memory of the process"
);
Console.WriteLine("| data | turn | DBSCAN | peak | scikit-learn | peak | ratio | labels | exact HDBSCAN* | peak |");
Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---|---:|---:|");
foreach (var data in (string[])["spread", "repeated"])
{
    var file = Path.Combine(folder, data + ".bin");
    Make(data, points, file);
    for (var turn = 1; turn <= turns; turn++)
    {
        var own = Timed(Environment.ProcessPath!, "child", "dbscan", file, Path.Combine(folder, "own.bin"));
        var other = File.Exists(python) ? Timed(python, script, file, Path.Combine(folder, "other.bin"), $"{Eps}", $"{MinPts}") : default;
        var tree = Timed(Environment.ProcessPath!, "child", "hdbscan", file, Path.Combine(folder, "tree.bin"));
        var labels = other == default ? "" : Compare(Path.Combine(folder, "own.bin"), Path.Combine(folder, "other.bin"));
        var ratio = other == default ? "" : $"{own.Seconds / other.Seconds:f3}";
        Console.WriteLine($"| {data} | {turn} | {Show(own)} | {Show(other)} | {ratio} | {labels} | {Show(tree)} |");
    }
}
Directory.Delete(folder, recursive: true);
return 0;

static string Show((double Seconds, long PeakMb) of) => of == default ? "– | –" : $"{of.Seconds:f2} s | {of.PeakMb:n0} MB";

static void Make(string data, int points, string file)
{
    var random = new Random(1);
    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    (double X, double Y) Around((double X, double Y) of, double spread) => (of.X + spread * Normal(), of.Y + spread * Normal());
    (double X, double Y) Anywhere() => (random.NextDouble() * 60_000, random.NextDouble() * 60_000);
    var middles = Enumerable.Range(0, data == "spread" ? 4_000 : 200).Select(_ => Anywhere()).ToArray();
    using var writer = new BinaryWriter(File.Create(file));
    if (data == "spread")
    {
        for (var i = 0; i < points; i++)
            Write(i % 5 == 0 ? Anywhere() : Around(middles[random.Next(middles.Length)], 30));
        return;
    }
    var places = Enumerable
        .Range(0, 20_000)
        .Select(i => i % 5 == 0 ? Anywhere() : Around(middles[random.Next(middles.Length)], 300))
        .ToArray();
    var sums = new double[places.Length];
    for (var i = 0; i < sums.Length; i++)
        sums[i] = (i == 0 ? 0 : sums[i - 1]) + Math.Pow(1 - random.NextDouble(), -1 / 1.5);
    for (var i = 0; i < points; i++)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        Write(places[at < 0 ? ~at : at]);
    }

    void Write((double X, double Y) at)
    {
        writer.Write(Math.Round(at.X, 1));
        writer.Write(Math.Round(at.Y, 1));
    }
}

static int Child(string method, string input, string output)
{
    var bytes = File.ReadAllBytes(input);
    var n = bytes.Length / 16;
    var (x, y) = (new double[n], new double[n]);
    for (var i = 0; i < n; i++)
        (x[i], y[i]) = (BitConverter.ToDouble(bytes, 16 * i), BitConverter.ToDouble(bytes, 16 * i + 8));
    bytes = [];
    GC.Collect();
    var watch = Stopwatch.StartNew();
    using var writer = new BinaryWriter(File.Create(output));
    if (method == "hdbscan")
    {
        var found = Hdbscan.Run(x, y, null, new HdbscanSettings());
        Console.WriteLine(watch.Elapsed.TotalSeconds);
        writer.Write(found.Count);
        return 0;
    }
    var clusters = GridDbscan.Run(x, y, null, Eps, MinPts);
    Console.WriteLine(watch.Elapsed.TotalSeconds);
    for (var i = 0; i < n; i++)
    {
        writer.Write(clusters.Labels[i]);
        writer.Write(clusters.Core[i] ? 1 : 0);
    }
    return 0;
}

// Cores must map one to one between the two; a border point may go to either of two clusters, but noise is noise in both.
static string Compare(string own, string other)
{
    var (a, b) = (File.ReadAllBytes(own), File.ReadAllBytes(other));
    var (there, back) = (new Dictionary<int, int>(), new Dictionary<int, int>());
    var (wrong, borders) = (0, 0);
    for (var at = 0; at < a.Length; at += 8)
    {
        var (mine, mineCore) = (BitConverter.ToInt32(a, at), BitConverter.ToInt32(a, at + 4));
        var (theirs, theirsCore) = (BitConverter.ToInt32(b, at), BitConverter.ToInt32(b, at + 4));
        if (mineCore != theirsCore || mine < 0 != theirs < 0)
            wrong++;
        else if (
            mineCore == 1
            && (!there.TryAdd(mine, theirs) && there[mine] != theirs || !back.TryAdd(theirs, mine) && back[theirs] != mine)
        )
            wrong++;
    }
    for (var at = 0; at < a.Length; at += 8)
    {
        var mine = BitConverter.ToInt32(a, at);
        if (BitConverter.ToInt32(a, at + 4) == 0 && mine >= 0 && there[mine] != BitConverter.ToInt32(b, at))
            borders++;
    }
    return $"{there.Count:n0} clusters, {wrong} differ, {borders} border ties";
}

// Seconds are those that the process told of its clustering alone.
static (double Seconds, long PeakMb) Timed(string program, params string[] arguments)
{
    var timing = Timing.Of(program, arguments);
    return (double.Parse(timing.Answer.Split('\n')[^1]), timing.PeakMb);
}

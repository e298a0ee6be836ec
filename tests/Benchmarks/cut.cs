// Cuts of a large home, each as a process of its own, start included: every grouping of complaints and incidents, a few filters, distinct callers, one of each form.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Benchmarks/cut.cs -- /data/bench/home        a home that has been loaded (tests/Benchmarks/load.cs leaves one)
//   dotnet run tests/Benchmarks/cut.cs -- /data/bench/home 5 PATH five turns, another program than the one that was built
//
// Prints the least and the median seconds and the peak memory of each.
#:include Timing.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA2266

if (args.Length == 0)
{
    Console.Error.WriteLine("dotnet run tests/Benchmarks/cut.cs -- HOME [TURNS] [PROGRAM]");
    return 2;
}
var home = Path.GetFullPath(args[0]);
var turns = args.Length > 1 ? int.Parse(args[1]) : 3;
var program = Path.GetFullPath(args.Length > 2 ? args[2] : Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot"));
var beside = Directory.CreateTempSubdirectory("hotspot-cut-bench-").FullName;
string[][] cuts =
[
    ["朝阳近三月夜间施工22到6点按街道"],
    .. "hour weekday day week month quarter day_kind district street community place issue category organisation stream status"
        .Split(' ')
        .Select(by => (string[])["--by", by]),
    ["--by", "district,hour", "--pivot", "hour"],
    ["--period", "近三月", "--by", "street"],
    ["--keyword", "渣土", "--by", "street"],
    ["--near", "116.46,39.92,1000", "--by", "issue"],
    ["--by", "street", "--measure", "complaints,change,year_change", "--period", "近三月"],
    ["--by", "district", "--measure", "callers"],
    ["--by", "street", "--measure", "callers"],
    .. "xlsx csv parquet html png docx geojson"
        .Split(' ')
        .Select(form => (string[])["近三月按街道", "-o", Path.Combine(beside, "a." + form)]),
];
Console.WriteLine("| cut | least | median | peak memory |");
Console.WriteLine("|---|---:|---:|---:|");
foreach (var cut in cuts)
{
    var runs = Enumerable.Range(0, turns).Select(_ => Timed(cut)).OrderBy(run => run.Seconds).ToList();
    Console.WriteLine(
        $"| {string.Join(' ', cut).Replace(beside + Path.DirectorySeparatorChar, "")} | {runs[0].Seconds:f2} s | {runs[turns / 2].Seconds:f2} s | {runs.Max(run => run.PeakMb):n0} MB |"
    );
}
Directory.Delete(beside, recursive: true);
return 0;

Timing Timed(string[] cut) => Timing.Of(program, ["cut", .. cut, "--home", home, "--quiet", "--json"]);

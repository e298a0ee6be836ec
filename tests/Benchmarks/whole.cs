// Whole runs as a home grows: 1, 10, 100 million complaints, a hundred thousand a week. At each mark the night after (3,000 new complaints in the inbox), the
// weekly bulletin and cuts, each as a process of its own, start included.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Benchmarks/whole.cs -- 10                     up to 10 million, in a folder beside the temporary files
//   dotnet run tests/Benchmarks/whole.cs -- 100 /data/bench PATH   up to 100 million (40 GB), another folder, another program than the one that was built
//
// A file that is loaded goes, and so do its copy in the home's archive and the sealed originals: the disk need only hold the store and what is published.
#:include Timing.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA1861;CA2266

const int AWeek = 100_000;
const int WeeksALoad = 20;
var millions = args.Length > 0 ? int.Parse(args[0]) : 1;
var folder = Path.GetFullPath(args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "hotspot-whole"));
var program = Path.GetFullPath(args.Length > 2 ? args[2] : Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot"));
var home = Path.Combine(folder, "home");
if (Directory.Exists(home))
{
    Console.Error.WriteLine($"{home} is there already");
    return 2;
}
int[] marks = [.. new[] { 1, 10, 100 }.Where(mark => mark < millions), millions];

// Past days only, so that the last week of the last mark ends before today.
var today = DateOnly.FromDateTime(DateTime.Today);
var next = today.AddDays(-(int)today.DayOfWeek - 7 * (10 * millions + 2 * marks.Length));
var (loaded, seconds, peak, seed) = (0, 0.0, 0L, 1);
Console.WriteLine($"{Environment.ProcessorCount} cores, {program}");
Console.WriteLine(
    "| million | loading, all | a million | peak | night of 3,000 | peak | weekly | peak | cut by district | by hour | callers by street | store | published |"
);
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
foreach (var mark in marks)
{
    while (loaded < mark * 10)
    {
        var weeks = Math.Min(WeeksALoad, mark * 10 - loaded);
        var files = Sample((long)weeks * AWeek, weeks);
        var load = Timing.Of(program, "load", files, "--home", home, "--quiet");
        (loaded, seconds, peak) = (loaded + weeks, seconds + load.Seconds, Math.Max(peak, load.PeakMb));
        Console.Error.WriteLine($"{loaded / 10.0:f1} million: {load.Seconds / weeks * 10:f1} s a million, {load.PeakMb:n0} MB");
        Directory.Delete(files, recursive: true);
        foreach (var kept in (string[])["archive", "sealed"])
            Directory.Delete(Path.Combine(home, kept), recursive: true);
    }
    var week =
        $"{System.Globalization.ISOWeek.GetYear(next.ToDateTime(default))}-W{System.Globalization.ISOWeek.GetWeekOfYear(next.ToDateTime(default)):00}";
    var weekly = Timing.Of(program, "report", "weekly", "--period", week, "--home", home, "--quiet");
    double[] cuts = [.. new[] { "--by district", "--by hour", "--by street --measure callers" }.Select(Cut)];
    // The morning after the week that has its bulletin: what the inbox holds lies ahead of it, and no bulletin is due.
    var monday = next.AddDays(1);
    var inbox = Path.Combine(home, "inbox");
    var fresh = Sample(3_000, 2);
    foreach (var file in Directory.EnumerateFiles(fresh))
        File.Move(file, Path.Combine(inbox, Path.GetFileName(file)), overwrite: true);
    var night = Timing.Of(program, "nightly", "--as-of", $"{monday:yyyy-MM-dd}", "--catch-up", "none", "--home", home, "--quiet");
    Console.WriteLine(
        $"| {mark} | {seconds:n0} s | {seconds / mark:f1} s | {peak:n0} MB | {night.Seconds:f1} s | {night.PeakMb:n0} MB | {weekly.Seconds:f1} s | {weekly.PeakMb:n0} MB | {cuts[0]:f2} s | {cuts[1]:f2} s | {cuts[2]:f2} s | {Gigabytes("store"):f1} GB | {Gigabytes("published"):f1} GB |"
    );
}
return 0;

double Cut(string words) => Timing.Of(program, ["cut", .. words.Split(' '), "--home", home, "--quiet", "--json"]).Seconds;

string Sample(long complaints, int weeks)
{
    var files = Path.Combine(folder, "sample");
    next = next.AddDays(7 * weeks);
    Timing.Of(
        program,
        "sample",
        "--complaints",
        $"{complaints}",
        "--weeks",
        $"{weeks}",
        "--until",
        $"{next:yyyy-MM-dd}",
        "--seed",
        $"{seed++}",
        "-o",
        files,
        "--quiet"
    );
    Directory.Delete(Path.Combine(files, "truth"), recursive: true);
    return files;
}

double Gigabytes(string part) =>
    new DirectoryInfo(Path.Combine(home, part)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e9;

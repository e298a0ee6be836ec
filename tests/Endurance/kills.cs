// Kills a load again and again (SIGKILL, at random moments) and runs it once more each time: what is published must be the bytes of an undisturbed
// load, and the counts of the ledger too.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Endurance/kills.cs -- 200          kills; seed 1
//   dotnet run tests/Endurance/kills.cs -- 200 7 3000   seed, complaints
//
// Ends with exit code 0 and one line of counts where every run ended alike.
#:include Struck.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Diagnostics;
using System.Text.Json;

var kills = args.Length > 0 ? int.Parse(args[0]) : 200;
var seed = args.Length > 1 ? int.Parse(args[1]) : 1;
var complaints = args.Length > 2 ? args[2] : "3000";
var homes = new Struck("kills");
var (exports, start) = homes.HalfLoaded(complaints);

var calm = homes.Copy(start, "calm");
var watch = Stopwatch.StartNew();
var expectedJson = homes.Run(["load", exports, "--home", calm]);
var undisturbed = watch.Elapsed;
var expected = Struck.Published(calm);
Console.WriteLine($"undisturbed: {undisturbed.TotalSeconds:f1} s, {Counts(expectedJson)}");

var random = new Random(seed);
var (struck, finished, wrong) = (0, 0, 0);
var moments = new SortedDictionary<string, int>(StringComparer.Ordinal);
while (struck < kills)
{
    var home = homes.Copy(start, $"home-{struck}-{finished}");
    if (!homes.Killed(["load", exports, "--home", home], undisturbed * random.NextDouble()))
    {
        finished++;
        Directory.Delete(home, recursive: true);
        continue;
    }
    struck++;
    var moment = Moment(home);
    moments[moment] = moments.GetValueOrDefault(moment) + 1;
    homes.Run(["load", exports, "--home", home]);
    if (Struck.Published(home) != expected)
    {
        wrong++;
        Console.WriteLine($"kill {struck} ({moment}): differs, see {home}");
        continue;
    }
    Directory.Delete(home, recursive: true);
    if (struck % 20 == 0)
        Console.WriteLine($"{struck} kills, {wrong} wrong ends so far");
}
Console.WriteLine($"{struck} kills, {wrong} wrong ends; {finished} loads ended before they were struck");
foreach (var (moment, count) in moments)
    Console.WriteLine($"  {count, 4} × {moment}");
if (wrong == 0)
    Directory.Delete(homes.Folder, recursive: true);
return wrong == 0 ? 0 : 1;

// Where the load stood, by what it left.
string Moment(string home)
{
    var wal = Directory.EnumerateFiles(Path.Combine(home, "store"), "*.wal").Sum(file => new FileInfo(file).Length);
    return Directory.EnumerateDirectories(Path.Combine(home, "published", "data"), "*.tmp").Any() ? "publishing"
        : Directory.EnumerateFileSystemEntries(home, "*.tmp", SearchOption.AllDirectories).Any() ? "writing files"
        : wal > 0 ? "storing or accounting"
        : "reading, or between two steps";
}

static string Counts(JsonElement json) =>
    string.Join(", ", new[] { "read", "inserted", "updated", "unchanged", "rejected" }.Select(name => $"{name} {json.GetProperty(name)}"));

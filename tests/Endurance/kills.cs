// Kills a load again and again (SIGKILL, at random moments) and runs it once more each time: what is published must be the bytes of an undisturbed
// load, and the counts of the ledger too.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Endurance/kills.cs -- 200          kills; seed 1
//   dotnet run tests/Endurance/kills.cs -- 200 7 3000   seed, complaints
//
// Ends with exit code 0 and one line of counts where every run ended alike.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

var kills = args.Length > 0 ? int.Parse(args[0]) : 200;
var seed = args.Length > 1 ? int.Parse(args[1]) : 1;
var complaints = args.Length > 2 ? args[2] : "3000";
var program = Path.GetFullPath(Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot.dll"));
var folder = Directory.CreateTempSubdirectory("hotspot-kills-").FullName;
var exports = Path.Combine(folder, "exports");
Run("sample", "--complaints", complaints, "--weeks", "8", "-o", exports);

// A first load of half the files, so that the one that is killed also changes orders that are known.
var early = Path.Combine(folder, "early");
Directory.CreateDirectory(early);
foreach (var file in Directory.EnumerateFiles(exports).Order(StringComparer.Ordinal).Take(2))
    File.Copy(file, Path.Combine(early, Path.GetFileName(file)));
var start = Path.Combine(folder, "start");
Run("init", "--home", start);
Run("load", early, "--home", start);

var calm = Copy(start, "calm");
var watch = Stopwatch.StartNew();
var (_, expectedJson) = Run("load", exports, "--home", calm);
var undisturbed = watch.Elapsed;
var expected = Published(calm);
Console.WriteLine($"undisturbed: {undisturbed.TotalSeconds:f1} s, {Counts(expectedJson)}");

var random = new Random(seed);
var (struck, finished, wrong) = (0, 0, 0);
var moments = new SortedDictionary<string, int>(StringComparer.Ordinal);
while (struck < kills)
{
    var home = Copy(start, $"home-{struck}-{finished}");
    if (!Killed(home, undisturbed * random.NextDouble()))
    {
        finished++;
        Directory.Delete(home, recursive: true);
        continue;
    }
    struck++;
    var moment = Moment(home);
    moments[moment] = moments.GetValueOrDefault(moment) + 1;
    Run("load", exports, "--home", home);
    var published = Published(home);
    if (published != expected)
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
    Directory.Delete(folder, recursive: true);
return wrong == 0 ? 0 : 1;

(int Exit, JsonElement Json) Run(params string[] arguments)
{
    using var process = Start(arguments, json: true);
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit {process.ExitCode}\n{output}");
    return (0, JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement);
}

Process Start(string[] arguments, bool json) =>
    Process.Start(
        new ProcessStartInfo("dotnet", [program, .. arguments, "--quiet", .. json ? (string[])["--json"] : []])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }
    )!;

bool Killed(string home, TimeSpan after)
{
    using var process = Start(["load", exports, "--home", home], json: false);
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    if (process.WaitForExit(after))
        return false;
    process.Kill();
    process.WaitForExit();
    return true;
}

// Where the load stood, by what it left.
string Moment(string home)
{
    var wal = Directory.EnumerateFiles(Path.Combine(home, "store"), "*.wal").Sum(file => new FileInfo(file).Length);
    return Directory.EnumerateDirectories(Path.Combine(home, "published", "data"), "*.tmp").Any() ? "publishing"
        : Directory.EnumerateFileSystemEntries(home, "*.tmp", SearchOption.AllDirectories).Any() ? "writing files"
        : wal > 0 ? "storing or accounting"
        : "reading, or between two steps";
}

string Copy(string from, string name)
{
    var to = Path.Combine(folder, name);
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var target = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
    return to;
}

// Names and bytes of everything published, but the generation before the one in force.
static string Published(string home)
{
    var data = Path.Combine(home, "published", "data");
    var generation = File.ReadAllText(Path.Combine(data, "CURRENT")).Trim();
    var text = new StringBuilder(generation);
    foreach (
        var file in Directory.EnumerateFiles(Path.Combine(data, generation), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
    )
        text.Append(Path.GetRelativePath(data, file)).Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
    return text.ToString();
}

static string Counts(JsonElement json) =>
    string.Join(", ", new[] { "read", "inserted", "updated", "unchanged", "rejected" }.Select(name => $"{name} {json.GetProperty(name)}"));

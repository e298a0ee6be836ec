// Kills a night again and again (SIGKILL, at random moments). What lies there then must be whole: every bulletin and night with the files that its manifest lists. Run
// once more, the night must end in the bytes of an undisturbed one, but for the runs that the manifests tell of.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Endurance/nights.cs -- 200          kills; seed 1
//   dotnet run tests/Endurance/nights.cs -- 200 7 4000   seed, complaints
//
// A quarter of disturbed nights: HOTSPOT_NIGHTS=91 dotnet test tests -c Release --filter FullyQualifiedName~NightJourney
#:include Struck.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Diagnostics;
using System.Text.Json;

// The sample ends before today: its nights are done, and stale.
const int Stale = 4;

var kills = args.Length > 0 ? int.Parse(args[0]) : 200;
var seed = args.Length > 1 ? int.Parse(args[1]) : 1;
var complaints = args.Length > 2 ? args[2] : "4000";
var homes = new Struck("nights");
var exports = homes.In("exports");
homes.Run(["sample", "--complaints", complaints, "--weeks", "20", "-o", exports]);
var files = Directory.EnumerateFiles(exports).Order(StringComparer.Ordinal).ToArray();

// All but the last export are known; the night finds that one, with late rows of the month before.
var start = homes.In("start");
homes.Run(["init", "--home", start]);
homes.Run(["load", .. files[..^1], "--home", start]);
File.Copy(files[^1], Path.Combine(start, "inbox", Path.GetFileName(files[^1])));

var calm = homes.Copy(start, "calm");
var watch = Stopwatch.StartNew();
homes.Run(["nightly", "--home", calm], Stale);
var undisturbed = watch.Elapsed;
var expected = Struck.Published(calm);
Console.WriteLine($"undisturbed: {undisturbed.TotalSeconds:f1} s");

var random = new Random(seed);
var (struck, finished, half, wrong) = (0, 0, 0, 0);
while (struck < kills)
{
    var home = homes.Copy(start, $"home-{struck}-{finished}");
    if (!homes.Killed(["nightly", "--home", home], undisturbed * random.NextDouble()))
    {
        finished++;
        Directory.Delete(home, recursive: true);
        continue;
    }
    struck++;
    var broken = Broken(home);
    half += broken.Count > 0 ? 1 : 0;
    foreach (var file in broken)
        Console.WriteLine($"kill {struck}: not as its manifest says: {file}");
    homes.Run(["nightly", "--home", home], Stale);
    if (Struck.Published(home) != expected)
    {
        wrong++;
        Console.WriteLine($"kill {struck}: differs, see {home}");
        continue;
    }
    Directory.Delete(home, recursive: true);
    if (struck % 20 == 0)
        Console.WriteLine($"{struck} kills, {half} half-published, {wrong} wrong ends so far");
}
Console.WriteLine($"{struck} kills, {half} half-published, {wrong} wrong ends; {finished} nights ended before they were struck");
if (wrong + half == 0)
    Directory.Delete(homes.Folder, recursive: true);
return wrong + half == 0 ? 0 : 1;

// Files of standing bulletins and nights that are not what the manifest beside them lists.
List<string> Broken(string home) =>
    [
        .. Directory
            .EnumerateFiles(Path.Combine(home, "published"), "manifest.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains(".tmp", StringComparison.Ordinal) && !file.Contains(".old", StringComparison.Ordinal))
            .SelectMany(manifest =>
                JsonDocument
                    .Parse(File.ReadAllText(manifest))
                    .RootElement.GetProperty("outputs")
                    .EnumerateArray()
                    .Select(output =>
                        (
                            File: Path.Combine(Path.GetDirectoryName(manifest)!, output.GetProperty("path").GetString()!),
                            Hash: output.GetProperty("sha256").GetString()
                        )
                    )
            )
            .Where(output => !File.Exists(output.File) || Struck.Hash(output.File) != output.Hash)
            .Select(output => output.File),
    ];

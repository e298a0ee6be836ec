// Kills a night again and again (SIGKILL, at random moments). What lies there then must be whole: every bulletin and night with the files that its manifest lists. Run
// once more, the night must end in the bytes of an undisturbed one, but for the runs that the manifests tell of.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Endurance/nights.cs -- 200          kills; seed 1
//   dotnet run tests/Endurance/nights.cs -- 200 7 4000   seed, complaints
//
// A quarter of disturbed nights: HOTSPOT_NIGHTS=91 dotnet test tests -c Release --filter FullyQualifiedName~NightJourney
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

var kills = args.Length > 0 ? int.Parse(args[0]) : 200;
var seed = args.Length > 1 ? int.Parse(args[1]) : 1;
var complaints = args.Length > 2 ? args[2] : "4000";
var program = Path.GetFullPath(Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot.dll"));
var folder = Directory.CreateTempSubdirectory("hotspot-nights-").FullName;
var exports = Path.Combine(folder, "exports");
Run("sample", "--complaints", complaints, "--weeks", "20", "-o", exports);
var files = Directory.EnumerateFiles(exports).Order(StringComparer.Ordinal).ToArray();

// All but the last export are known; the night finds that one, with late rows of the month before.
var start = Path.Combine(folder, "start");
Run("init", "--home", start);
Run(["load", .. files[..^1], "--home", start]);
File.Copy(files[^1], Path.Combine(start, "inbox", Path.GetFileName(files[^1])));

var calm = Copy(start, "calm");
var watch = Stopwatch.StartNew();
Run("nightly", "--home", calm);
var undisturbed = watch.Elapsed;
var expected = Published(calm);
Console.WriteLine($"undisturbed: {undisturbed.TotalSeconds:f1} s");

var random = new Random(seed);
var (struck, finished, half, wrong) = (0, 0, 0, 0);
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
    var broken = Broken(home);
    half += broken.Count > 0 ? 1 : 0;
    foreach (var file in broken)
        Console.WriteLine($"kill {struck}: not as its manifest says: {file}");
    Run("nightly", "--home", home);
    if (Published(home) != expected)
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
    Directory.Delete(folder, recursive: true);
return wrong + half == 0 ? 0 : 1;

// Exit 4 says that the sample ends before today: done all the same.
void Run(params string[] arguments)
{
    using var process = Start(arguments);
    process.BeginErrorReadLine();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode is not (0 or 4))
        throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit {process.ExitCode}\n{output}");
}

Process Start(string[] arguments) =>
    Process.Start(
        new ProcessStartInfo("dotnet", [program, .. arguments, "--quiet", "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }
    )!;

bool Killed(string home, TimeSpan after)
{
    using var process = Start(["nightly", "--home", home]);
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    if (process.WaitForExit(after))
        return false;
    process.Kill();
    process.WaitForExit();
    return true;
}

// Files of standing bulletins and nights that are not what the manifest beside them lists.
List<string> Broken(string home) =>
    [
        .. Manifests(home)
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
            .Where(output => !File.Exists(output.File) || Hash(output.File) != output.Hash)
            .Select(output => output.File),
    ];

IEnumerable<string> Manifests(string home) =>
    Directory
        .EnumerateFiles(Path.Combine(home, "published"), "manifest.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains(".tmp", StringComparison.Ordinal) && !file.Contains(".old", StringComparison.Ordinal));

string Published(string home)
{
    var published = Path.Combine(home, "published");
    var current = Path.Combine(published, "data", File.ReadAllText(Path.Combine(published, "data", "CURRENT")).Trim());
    var text = new StringBuilder();
    foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        if (
            file.StartsWith(Path.Combine(published, "data") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !file.StartsWith(current, StringComparison.Ordinal)
        )
            continue;
        var name = Path.GetRelativePath(published, file);
        if (Path.GetFileName(file) != "manifest.json")
        {
            text.AppendLine($"{name} {Hash(file)}");
            continue;
        }
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        manifest.Remove("run");
        text.AppendLine($"{name} {manifest.ToJsonString()}");
    }
    return text.ToString();
}

string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

string Copy(string from, string name)
{
    var to = Path.Combine(folder, name);
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var copy = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }
    return to;
}

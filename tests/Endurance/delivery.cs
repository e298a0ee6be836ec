// What is delivered to a closed network: both folders published, each file under its SHA-256, every package in the bill of materials; the folder of this system
// started without .NET at hand, timed, and taken through the demonstration.
//
//   dotnet run tests/Endurance/delivery.cs              a folder beside the temporary files; needs the packages of the runtimes
//
// Ends with 1 at the first thing that is not as it should be.
#:include ../Benchmarks/Timing.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA1861;CA2266;CA5350

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

var folder = Path.Combine(Path.GetTempPath(), "hotspot-delivery");
var project = Path.GetFullPath(Path.Combine("pipeline", "Pipeline.csproj"));
foreach (var system in new[] { "win-x64", "linux-x64" })
{
    var target = Path.Combine(folder, system);
    if (Directory.Exists(target))
        Directory.Delete(target, recursive: true);
    var built = Timing.Of(
        "dotnet",
        "publish",
        project,
        "-c",
        "Release",
        "-r",
        system,
        "--self-contained",
        "-o",
        target,
        "--nologo",
        "-v",
        "quiet"
    );
    var sums = File.ReadAllLines(Path.Combine(target, "SHA256SUMS"))
        .ToDictionary(line => line[66..], line => line[..64], StringComparer.Ordinal);
    var files = Directory
        .EnumerateFiles(target, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(target, file).Replace('\\', '/'))
        .Where(file => file != "SHA256SUMS")
        .ToList();
    var wrong = files
        .Where(file => sums.GetValueOrDefault(file) != Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(target, file)))))
        .ToList();
    using var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "sbom.cdx.json")));
    var packages = bill
        .RootElement.GetProperty("components")
        .EnumerateArray()
        .Select(one => one.GetProperty("name").GetString()!)
        .ToHashSet();
    using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine("pipeline", "packages.lock.json")));
    var missing = locked
        .RootElement.GetProperty("dependencies")
        .GetProperty("net10.0")
        .EnumerateObject()
        .Select(one => one.Name)
        .Where(name => !packages.Contains(name))
        .ToList();
    var size = files.Sum(file => new FileInfo(Path.Combine(target, file)).Length);
    Console.WriteLine(
        $"{system}: {files.Count} files, {size / 1e6:f0} MB, published in {built.Seconds:f0} s; {sums.Count} sums, {wrong.Count} wrong; {packages.Count} packages in the bill, missing: {(missing.Count == 0 ? "none" : string.Join(' ', missing))}"
    );
    var manual = File.ReadAllText(Path.Combine(target, "操作手册.html"));
    if (!manual.Contains("data:image/png;base64,") || manual.Contains("src=\"pipeline") || manual.Contains("\\|"))
        return 1;
    if (wrong.Count > 0 || sums.Count != files.Count || missing.Count > 0)
        return 1;
}
var own = Path.Combine(
    folder,
    OperatingSystem.IsWindows() ? "win-x64" : "linux-x64",
    OperatingSystem.IsWindows() ? "hotspot.exe" : "hotspot"
);
Environment.SetEnvironmentVariable("DOTNET_ROOT", Path.Combine(folder, "none"));
Environment.SetEnvironmentVariable("PATH", OperatingSystem.IsWindows() ? Environment.SystemDirectory : "/usr/bin:/bin");
var starts = Enumerable.Range(0, 10).Select(_ => Timing.Of(own, "--version").Seconds).Order().ToList();
var home = Path.Combine(folder, "demo");
if (Directory.Exists(home))
    Directory.Delete(home, recursive: true);
var demo = Timing.Of(own, "demo", "--home", home, "--quiet");
var papers = Directory
    .EnumerateFiles(Path.Combine(home, "published"), "*.*", SearchOption.AllDirectories)
    .Count(file => file.EndsWith(".docx", StringComparison.Ordinal) || file.EndsWith(".html", StringComparison.Ordinal));
Console.WriteLine(
    $"{RuntimeInformation.RuntimeIdentifier}: --version {starts[0]:f2} to {starts[^1]:f2} s (bar 0.1), demo {demo.Seconds:f0} s, {demo.PeakMb} MB, {papers} papers and pages"
);
return starts[5] <= 0.1 && papers == 4 ? 0 : 1;

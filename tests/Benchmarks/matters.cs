// Complaints about one matter of one place (issue groups), on the whole program.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Benchmarks/matters.cs -- night 1000000 [FOLDER]      a night on top of a million complaints: what is new and what is looked at
//   dotnet run tests/Benchmarks/matters.cs -- board FILE.xlsx TEXT…       an export of a message board: the first groups by people; of the messages
//                                                                       that contain TEXT, how many are in the largest group, and its purity
//
// The night is 3,000 orders of the last days written again under numbers of their own, so that all are new.
#:package Sylvan.Data.Csv
#:include Timing.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA2266

using System.Text.Json;
using Sylvan.Data.Csv;

var program = Path.GetFullPath(Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot.dll"));
var folder = Path.Combine(Path.GetTempPath(), "hotspot-matters");
switch (args)
{
    case ["night", var count, .. var where]:
        return Night(int.Parse(count), where is [var chosen] ? Path.GetFullPath(chosen) : folder);
    case ["board", var file, .. var texts]:
        return Board(Path.GetFullPath(file), texts);
    default:
        Console.Error.WriteLine("night COMPLAINTS [FOLDER] | board FILE TEXT…");
        return 2;
}

int Night(int complaints, string at)
{
    var (sample, home) = (Path.Combine(at, "sample"), Path.Combine(at, "home"));
    if (!Directory.Exists(home))
    {
        Timing.Of("dotnet", program, "sample", "--complaints", $"{complaints}", "--weeks", "52", "-o", sample, "--quiet");
        var load = Timing.Of("dotnet", program, "load", sample, "--home", home, "--quiet");
        Console.WriteLine($"{complaints:n0} complaints loaded in {load.Seconds:f1} s, {load.PeakMb:n0} MB");
        Steps(home, complaints);
    }
    var last = Directory.EnumerateFiles(sample, "*.csv").Order(StringComparer.Ordinal).Last();
    var lines = File.ReadAllLines(last);
    var stamp = DateTime.UtcNow.Ticks % 1_000_000;
    var night = Path.Combine(at, "night.csv");
    var own = lines.Skip(1).TakeLast(3_000).Select((line, i) => line.Replace("热线-", $"夜{stamp}{i:0000}-", StringComparison.Ordinal));
    File.WriteAllLines(night, own.Prepend(lines[0]));
    var timing = Timing.Of("dotnet", program, "load", night, "--home", home, "--quiet");
    Console.WriteLine($"night of 3,000: {timing.Seconds:f1} s, {timing.Seconds * 1000 / 3000:f2} ms each, all told; {timing.PeakMb:n0} MB");
    Steps(home, 3_000);
    return 0;
}

void Steps(string home, int complaints)
{
    var manifest = Directory
        .EnumerateFiles(Path.Combine(home, "runs"), "manifest.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Last();
    using var run = JsonDocument.Parse(File.ReadAllText(manifest));
    foreach (var step in run.RootElement.GetProperty("steps").EnumerateArray())
    {
        var milliseconds = step.GetProperty("milliseconds").GetDouble();
        Console.WriteLine(
            $"  {step.GetProperty("step").GetString(), -13} {milliseconds / 1000, 6:f1} s {milliseconds / complaints, 7:f3} ms each; looked at {step.GetProperty("rows_in")}, gave {step.GetProperty("rows_out")}"
        );
    }
}

int Board(string file, string[] texts)
{
    var home = Path.Combine(folder, "board");
    if (Directory.Exists(home))
        Directory.Delete(home, recursive: true);
    var load = Timing.Of("dotnet", program, "load", file, "--home", home, "--quiet");
    Console.WriteLine($"loaded and grouped in {load.Seconds:f1} s");
    string[] all = ["cut", "--home", home, "--from", "2000-01-01", "--to", "2099-12-31"];
    Console.WriteLine(
        Timing.Of("dotnet", [program, .. all, "--by", "hot_issue", "--measure", "callers,complaints", "--top", "5", "--lang", "zh"]).Answer
    );
    var rows = Path.Combine(folder, "rows.csv");
    Timing.Of("dotnet", [program, .. all, "--rows", "-o", rows, "--quiet"]);
    using var reader = CsvDataReader.Create(rows);
    var (group, title, content) = (reader.GetOrdinal("issue_group_id"), reader.GetOrdinal("title"), reader.GetOrdinal("content_masked"));
    var messages = new List<(string Group, string Text)>();
    while (reader.Read())
        messages.Add((reader.GetString(group), reader.GetString(title) + reader.GetString(content)));
    foreach (var text in texts)
    {
        var those = messages.Where(message => message.Text.Contains(text, StringComparison.Ordinal)).ToList();
        var largest = those.CountBy(message => message.Group).MaxBy(count => count.Value);
        var members = messages.Count(message => message.Group == largest.Key);
        Console.WriteLine(
            $"{text}: in {those.Count} messages, {largest.Value} of them ({(double)largest.Value / those.Count:P1}) in group {largest.Key} of {members} (purity {(double)largest.Value / members:P1})"
        );
    }
    return 0;
}

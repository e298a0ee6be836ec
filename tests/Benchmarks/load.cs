// Load against a bare DuckDB: one csv of N complaints, read_csv into a table and `hotspot load` of the same file, in turn, on the same machine.
//
//   dotnet build pipeline -c Release
//   dotnet run tests/Benchmarks/load.cs -- 1000000                a folder beside the temporary files
//   dotnet run tests/Benchmarks/load.cs -- 10000000 /data/bench 3 another folder (10 GB for 10 million), three turns
//
// Prints seconds, peak memory and the ratio of each turn, and then the weekly bulletin of what was loaded: 100,000 reports a week from a million rows on.
// DuckDB passes over what it cannot read (ignore_errors), hotspot keeps it.
#:package DuckDB.NET.Data.Full
#:include Timing.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA1849;CA2266

using DuckDB.NET.Data;

if (args is ["bare", var csv, var database])
    return Bare(csv, database);
var rows = args.Length > 0 ? long.Parse(args[0]) : 1_000_000;
var folder = Path.GetFullPath(args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "hotspot-bench"));
var turns = args.Length > 2 ? int.Parse(args[2]) : 1;
var program = Path.GetFullPath(Path.Combine("pipeline", "bin", "Release", "net10.0", "hotspot.dll"));
if (!File.Exists(program))
{
    Console.Error.WriteLine($"{program} is missing: run 'dotnet build pipeline -c Release' in the root of the repository first");
    return 4;
}

var file = Path.Combine(folder, $"{rows}.csv");
if (!File.Exists(file))
    Make(rows, file);
Console.WriteLine($"{rows:n0} complaints, {new FileInfo(file).Length / 1e9:f2} GB, {Environment.ProcessorCount} cores");
Console.WriteLine("| turn | rows | bare read_csv | peak | hotspot load | peak | rows/s | ratio | weekly bulletin | peak |");
Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
for (var turn = 1; turn <= turns; turn++)
{
    var bare = Timing.Of(Environment.ProcessPath!, "bare", file, Path.Combine(folder, "bare.duckdb"));
    var home = Path.Combine(folder, "home");
    if (Directory.Exists(home))
        Directory.Delete(home, recursive: true);
    var load = Timing.Of("dotnet", program, "load", file, "--home", home, "--quiet");
    var report = Timing.Of("dotnet", program, "report", "weekly", "--home", home, "--quiet");
    Console.WriteLine(
        $"| {turn} | {long.Parse(bare.Answer):n0} | {bare.Seconds:f1} s | {bare.PeakMb:n0} MB | {load.Seconds:f1} s | {load.PeakMb:n0} MB | {long.Parse(bare.Answer) / load.Seconds:n0} | {load.Seconds / bare.Seconds:f2} | {report.Seconds:f1} s | {report.PeakMb:n0} MB |"
    );
}
return 0;

// The sample is many files, as a platform gives them; those of one layout become one.
void Make(long complaints, string target)
{
    var sample = Path.Combine(folder, "sample");
    Timing.Of(
        "dotnet",
        program,
        "sample",
        "--complaints",
        $"{complaints}",
        "--weeks",
        $"{Math.Clamp(complaints / 100_000, 8, 100)}",
        "-o",
        sample,
        "--quiet"
    );
    var beside = target + ".tmp";
    using (var all = File.Create(beside))
    {
        string? header = null;
        foreach (var part in Directory.EnumerateFiles(sample, "*.csv").Order(StringComparer.Ordinal))
        {
            using var text = File.OpenRead(part);
            var first = FirstLine(text);
            if (first.Contains("导出表", StringComparison.Ordinal)) // A title stands above the header of some months.
                first = FirstLine(text);
            first = first.TrimStart('\uFEFF');
            if (!first.Contains("来电时间", StringComparison.Ordinal) || (header ??= first) != first)
                continue;
            if (all.Length == 0)
                all.Write(System.Text.Encoding.UTF8.GetBytes(first + "\n"));
            text.CopyTo(all);
        }
    }
    File.Move(beside, target);
    Directory.Delete(sample, recursive: true);
}

// Leaves the stream behind the line break.
static string FirstLine(Stream text)
{
    var bytes = new List<byte>();
    for (var b = text.ReadByte(); b >= 0 && b != '\n'; b = text.ReadByte())
        bytes.Add((byte)b);
    return System.Text.Encoding.UTF8.GetString([.. bytes]);
}

static int Bare(string csv, string database)
{
    File.Delete(database);
    using var connection = new DuckDBConnection($"DataSource={database}");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText =
        $"create table complaint as select * from read_csv('{csv.Replace("'", "''")}', header = true, ignore_errors = true)";
    command.ExecuteNonQuery();
    command.CommandText = "select count(*) from complaint";
    Console.WriteLine(command.ExecuteScalar());
    return 0;
}

using System.Diagnostics;
using System.Security.Cryptography;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Journeys;

/// <summary>The same input gives the same bytes, whatever the number of processors and threads; only the block "run" of a manifest differs.</summary>
[Collection("sample office")]
public sealed class ThreadsJourney(SampleOffice sample) : IDisposable
{
    /// <summary>A week with a quarter of history; <c>HOTSPOT_THREADS=all</c> takes one with a year of it, for three times the time.</summary>
    private static readonly string Week = Environment.GetEnvironmentVariable("HOTSPOT_THREADS") is null ? "2024-W23" : SampleOffice.Week;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_processor_and_five_write_the_same_bulletin()
    {
        using var first = Start(1);
        using var second = Start(5);
        var (one, five) = (Written(first, 1), Written(second, 5));
        Assert.Equal(one.Keys, five.Keys);
        Assert.All(one, file => Assert.Equal((file.Key, file.Value), (file.Key, five[file.Key])));
        Assert.True(one.Keys.Count(name => name.EndsWith(".parquet", StringComparison.Ordinal)) > 10, string.Join(' ', one.Keys));
    }

    private string Home(int processors) => _folder.File($"home-{processors}");

    private Process Start(int processors)
    {
        var home = Home(processors);
        Copy(sample.Office.Home.Root, home);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "hotspot.dll"),
                "report",
                "weekly",
                "--period",
                Week,
                "--home",
                home,
                "--threads",
                $"{processors}",
                "--quiet",
            },
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = $"{processors}" },
        };
        return Process.Start(start)!;
    }

    /// <returns>Hash of each file of the weekly bulletin but its manifest.</returns>
    private SortedDictionary<string, string> Written(Process process, int processors)
    {
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        var bulletin = Path.Combine(Home(processors), "published", "weekly", Week);
        return new(
            Directory
                .EnumerateFiles(bulletin, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != "manifest.json")
                .ToDictionary(
                    file => Path.GetRelativePath(bulletin, file),
                    file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))
                ),
            StringComparer.Ordinal
        );
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

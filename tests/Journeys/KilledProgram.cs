using System.Diagnostics;

namespace Hotspot.Tests.Journeys;

/// <summary>The real program in a process of its own, killed at a moment.</summary>
internal static class KilledProgram
{
    /// <returns>False where it was too quick.</returns>
    public static bool Run(Office office, Func<bool> moment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] all = [Path.Combine(AppContext.BaseDirectory, "hotspot.dll"), .. arguments, "--home", office.Home.Root, "--quiet"];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && !moment() && watch.Elapsed < TimeSpan.FromSeconds(60))
            Thread.Sleep(1);
        var atWork = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return atWork && process.ExitCode != 0;
    }
}

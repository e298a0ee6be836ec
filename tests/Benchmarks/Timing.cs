using System.Diagnostics;

/// <summary>What a process took, start included.</summary>
/// <param name="PeakMb">Largest working set, MiB.</param>
/// <param name="Answer">What it printed.</param>
internal readonly record struct Timing(double Seconds, long PeakMb, string Answer)
{
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static Timing Of(string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var reading = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(10))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException) { } // It ended in between.
        }
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new Timing(seconds, peak >> 20, reading.Result.Trim())
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit {process.ExitCode}: {reading.Result}");
    }
}

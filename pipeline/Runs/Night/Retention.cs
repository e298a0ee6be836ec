using System.Globalization;

namespace Hotspot.Runs.Night;

/// <summary>Takes away logs, accounts of runs and results of nights that are older than the settings keep them.</summary>
internal static class Retention
{
    /// <param name="asOf">A night of long ago keeps what was young then.</param>
    /// <param name="reached">The night that the data reach: a clock that runs ahead makes nothing old.</param>
    /// <returns>Files and folders that went.</returns>
    public static int Prune(RunContext context, DateOnly asOf, DateOnly reached)
    {
        var (home, night) = (context.Home, context.Settings.Night);
        var today = new[] { asOf, context.Clock.Today, reached }.Min();
        return Remove(home.Logs, today.AddDays(-night.KeepLogDays), name => Day(name, "yyyy-MM-dd"))
            + Remove(home.Runs, today.AddDays(-night.KeepRunDays), name => Day(name, "yyyyMMdd"))
            + Remove(home.Nights, today.AddDays(-night.KeepNightDays), name => Day(name, "yyyy-MM-dd"));
    }

    private static int Remove(string folder, DateOnly oldest, Func<string, DateOnly?> dayOf)
    {
        if (!Directory.Exists(folder))
            return 0;
        var old = Directory.EnumerateFileSystemEntries(folder).Where(path => dayOf(Path.GetFileName(path)) < oldest).ToList();
        foreach (var path in old)
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
        return old.Count;
    }

    private static DateOnly? Day(string name, string format) =>
        name.Length >= format.Length
        && DateOnly.TryParseExact(name.AsSpan(0, format.Length), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}

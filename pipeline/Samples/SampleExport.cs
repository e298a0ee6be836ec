namespace Hotspot.Samples;

/// <summary>
/// Writes a synthetic city as the platform would export it: one csv a month, a small csv without call time and coordinates, a small
/// workbook, and a truth file. Streams: memory holds one day of calls, so 100 million rows need no more than a few hundred megabytes.
/// </summary>
public static class SampleExport
{
    /// <param name="folder">Takes the exports; made where missing. Point it at an inbox, or at a folder of its own.</param>
    /// <param name="truthFile">Takes what was planted; keep it out of the inbox.</param>
    /// <param name="progress">Told the number of orders made after each day.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its bounds.</exception>
    public static Truth Write(
        SampleSettings settings,
        SampleCity city,
        string folder,
        string truthFile,
        IProgress<long>? progress = null,
        CancellationToken cancel = default
    )
    {
        settings.Checked();
        Directory.CreateDirectory(folder);
        if (Path.GetDirectoryName(Path.GetFullPath(truthFile)) is { } beside)
            Directory.CreateDirectory(beside);

        var script = city.Script();
        var geography = city.Geography(script, settings.Seed);
        var planted = new PlantedCalls(settings, script, geography);
        var ordinary = settings.Complaints - planted.Total;
        var volumes = new Volumes(settings, script, geography, city.DayKind, ordinary);
        var calls = new Calls(settings, script, geography, volumes, planted);
        var tally = new Tally(settings, script, geography);

        using var files = new ExportFiles(settings, script, folder);
        var sending = new Sending(settings, new Rows(settings, script, geography, city.ToGcj02), files);
        var day = 0;
        foreach (var reports in calls.Days())
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var report in reports)
                tally.Add(report);
            sending.Day(day++, reports);
            progress?.Report(tally.Orders);
        }

        files.Finish();
        var truth = tally.Result(files.Written, (sending.ResentUnchanged, sending.ResentChanged), files.Rejected, sending.Dirt.ByCode());
        truth.Save(truthFile);
        return truth;
    }
}

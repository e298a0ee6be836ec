using System.Text.Json;
using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Warnings;
using Hotspot.Outputs;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Runs.Night;

/// <summary>What is known on the morning of one day, of all before it: clusters, warnings, alarms, in a folder of their own that is switched whole.</summary>
internal sealed class NightDay(RunContext context, Generation generation, Coverage coverage, CityReference city)
{
    /// <summary>Nights whose clusters and alarms a night goes on from.</summary>
    public const int GoOn = 7;

    /// <summary>Nights whose alarms may have told the incidents of a cluster.</summary>
    public const int Remembered = NightScan.LongestWindow;

    private const string AlarmsName = "alarms.json";

    public static string FolderOf(Home home, DateOnly day) => Path.Combine(home.Nights, day.Iso());

    /// <summary>Days whose nights stand, first to last.</summary>
    public static IReadOnlyList<DateOnly> Standing(Home home) =>
        Directory.Exists(home.Nights)
            ?
            [
                .. Directory
                    .EnumerateDirectories(home.Nights)
                    .Where(folder => File.Exists(Path.Combine(folder, ManifestFile.Name)))
                    .Select(folder => DateOnly.TryParseExact(Path.GetFileName(folder), "O", out var day) ? day : (DateOnly?)null)
                    .OfType<DateOnly>()
                    .Order(),
            ]
            : [];

    /// <summary>True where the night's complaints are other ones now than when it was made.</summary>
    public bool IsStale(DateOnly day)
    {
        using var reader = ComplaintReader.Open(generation, day, context.Limits);
        return !SeenInputs.Same(Path.Combine(FolderOf(context.Home, day), ManifestFile.Name), Inputs(reader));
    }

    /// <returns>Its alarms.</returns>
    public IReadOnlyList<Alarm> Make(DateOnly day, RunLedger ledger)
    {
        var (home, settings, started) = (context.Home, context.Settings, context.Clock.Now);
        using var reader = ComplaintReader.Open(generation, day, context.Limits);
        var last = day.AddDays(-1);
        List<string> Nights(int from, int to) =>
            [.. Enumerable.Range(from, to - from + 1).Select(back => FolderOf(home, day.AddDays(-back))).Where(Directory.Exists)];
        var earlier = Nights(1, GoOn);
        var scan = Scanning.Run(
            reader,
            last,
            coverage,
            city,
            [.. earlier.SelectMany(folder => KnownClusters.Read(Path.Combine(folder, "parquet"), context.Limits))],
            settings.Seed
        );
        var warnings = Warning.Run(reader, last, coverage, city.Calendar, ofNight: true);
        var alarms = Alarm.Of(
            scan,
            warnings,
            [.. earlier.SelectMany(Alarms)],
            [.. Nights(GoOn + 1, Remembered).SelectMany(Alarms)],
            warning => warning.Method == EarlyWarning.Silence ? [] : reader.WarningOrders(warning),
            reader.AlarmOrders
        );
        var publication = Publication.Begin(FolderOf(home, day));
        var tables = Directory.CreateDirectory(Path.Combine(publication.Beside, "parquet")).FullName;
        ParquetTable.Write(scan.Clusters, tables, "space_time_clusters");
        ParquetTable.Write(scan.Incidents, tables, "cluster_incidents");
        ParquetTable.Write(warnings, tables, "early_warnings");
        AtomicFile.Write(Path.Combine(publication.Beside, AlarmsName), stream => JsonText.Write(new AlarmList(day, alarms), stream));
        ManifestFile.Write(
            publication.Beside,
            context,
            new Making(
                "nightly",
                day.Iso(),
                generation,
                new Dictionary<string, string>(),
                Inputs(reader),
                new ManifestStep("night", scan.Scans, alarms.Count, null),
                ledger,
                started
            )
        );
        publication.Switch();
        return alarms;
    }

    /// <summary>Complaints alone: what people add by hand raises no alarm.</summary>
    private Dictionary<string, string> Inputs(ComplaintReader reader) =>
        reader
            .SeenInputs(generation)
            .Where(input => input.Key.StartsWith("year=", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);

    public static string AlarmsFile(Home home, DateOnly day) => Path.Combine(FolderOf(home, day), AlarmsName);

    /// <summary>Alarms of a night's folder; none where it has no list.</summary>
    public static IReadOnlyList<Alarm> Alarms(string folder) =>
        Path.Combine(folder, AlarmsName) is var file && File.Exists(file)
            ? JsonSerializer.Deserialize<AlarmList>(File.ReadAllText(file), JsonText.Options)!.Alarms
            : [];

    /// <summary><c>alarms.json</c>.</summary>
    internal sealed record AlarmList(DateOnly Day, IReadOnlyList<Alarm> Alarms);
}

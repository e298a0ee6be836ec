using Hotspot.Calendar;
using Hotspot.Samples;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Samples;

/// <summary>One sample of demo size and one small one, made once for all tests of the room.</summary>
public sealed class SampleFixture : IDisposable
{
    public static readonly DateOnly Sunday = new(2025, 4, 27);
    private readonly string _root = Scratch.Folder("hotspot-sample");

    public SampleFixture()
    {
        Folder = Path.Combine(_root, "inbox");
        Truth = SampleExport.Write(SampleSettings.Demo(Sunday), City, Folder, Path.Combine(_root, "truth.json"));
        Rows = [.. Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(SampleRow.Read)];
        Orders = [.. Rows.Where(r => r.IsOrder)];
        FirstRows = [.. Orders.DistinctBy(r => r["工单编号"].Length > 0 ? r["工单编号"] : r.Line)];
    }

    /// <summary>A shift of the size of GCJ-02 in Beijing stands in for the true formula, which is the business of Geo.</summary>
    public static SampleCity City { get; } =
        new(
            Path.Combine(AppContext.BaseDirectory, "data-schemas"),
            (longitude, latitude) => (longitude + 0.0062, latitude + 0.0013),
            day =>
                day is { Month: 10, Day: <= 7 } ? DayKind.Holiday
                : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
                : DayKind.Workday
        );

    public string Folder { get; }
    public Truth Truth { get; }
    public IReadOnlyList<SampleRow> Rows { get; }

    /// <summary>Rows of orders: no broken lines, no footer.</summary>
    public IReadOnlyList<SampleRow> Orders { get; }

    /// <summary>The first row of each order.</summary>
    public IReadOnlyList<SampleRow> FirstRows { get; }

    public string Fresh(string name) => Path.Combine(_root, name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

[CollectionDefinition("samples")]
public sealed class SampleGroup : ICollectionFixture<SampleFixture>;

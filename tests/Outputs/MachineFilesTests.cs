using System.Text;
using System.Text.Json;
using Hotspot.Callback;
using Hotspot.Gates;
using Hotspot.Grouping.Cuts;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Trends;
using Hotspot.Hotspots.Warnings;
using Hotspot.Language;
using Hotspot.Outputs;

namespace Hotspot.Tests.Outputs;

public sealed class MachineFilesTests
{
    public static TheoryData<string, string[]> Tables =>
        new()
        {
            { "peak_hours", [.. ParquetTable.ColumnNames<PeakHour>()] },
            { "peak_windows", [.. ParquetTable.ColumnNames<PeakWindow>()] },
            { "hour_circles", [.. ParquetTable.ColumnNames<HourCircle>()] },
            { "day_effects", [.. ParquetTable.ColumnNames<DayEffect>()] },
            { "areas", [.. ParquetTable.ColumnNames<Area>()] },
            { "points", [.. ParquetTable.ColumnNames<HotPoint>()] },
            { "hotspot_units", [.. ParquetTable.ColumnNames<HotspotUnit>()] },
            { "repeats", [.. ParquetTable.ColumnNames<Repeat>()] },
            { "near_repeats", [.. ParquetTable.ColumnNames<NearRepeat>()] },
            { "early_warnings", [.. ParquetTable.ColumnNames<EarlyWarning>()] },
            { "forecast", [.. ParquetTable.ColumnNames<Forecast>()] },
            { "forecast_backtest", [.. ParquetTable.ColumnNames<ForecastBacktest>()] },
            { "hot_cells", [.. ParquetTable.ColumnNames<HotCell>()] },
            { "hot_cell_backtest", [.. ParquetTable.ColumnNames<HotCellBacktest>()] },
            { "hexes", [.. ParquetTable.ColumnNames<HexCell>()] },
            { "emerging", [.. ParquetTable.ColumnNames<EmergingCell>()] },
            { "service_levels", [.. ParquetTable.ColumnNames<ServiceLevel>()] },
            { "space_time_clusters", [.. ParquetTable.ColumnNames<SpaceTimeCluster>()] },
            { "cluster_incidents", [.. ParquetTable.ColumnNames<ClusterIncident>()] },
            { "callback_rates", [.. ParquetTable.ColumnNames<CallbackRate>()] },
            { "cut", [.. ParquetTable.ColumnNames<CutGroup>()] },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_schema_describes_every_column_and_no_other(string table, string[] columns)
    {
        var properties = Schema(table).GetProperty("properties");
        Assert.Equal(columns, properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal(columns, Schema(table).GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.All(
            properties.EnumerateObject(),
            property =>
            {
                Assert.NotEqual("", property.Value.GetProperty("title").GetString());
                Assert.NotEqual("", property.Value.GetProperty("description").GetString());
            }
        );
    }

    [Theory]
    [InlineData("peak_hours", typeof(PeakHour))]
    [InlineData("peak_windows", typeof(PeakWindow))]
    [InlineData("hour_circles", typeof(HourCircle))]
    [InlineData("day_effects", typeof(DayEffect))]
    [InlineData("areas", typeof(Area))]
    [InlineData("points", typeof(HotPoint))]
    [InlineData("hotspot_units", typeof(HotspotUnit))]
    [InlineData("repeats", typeof(Repeat))]
    [InlineData("near_repeats", typeof(NearRepeat))]
    [InlineData("early_warnings", typeof(EarlyWarning))]
    [InlineData("forecast", typeof(Forecast))]
    [InlineData("forecast_backtest", typeof(ForecastBacktest))]
    [InlineData("hot_cells", typeof(HotCell))]
    [InlineData("hot_cell_backtest", typeof(HotCellBacktest))]
    [InlineData("hexes", typeof(HexCell))]
    [InlineData("emerging", typeof(EmergingCell))]
    [InlineData("service_levels", typeof(ServiceLevel))]
    [InlineData("space_time_clusters", typeof(SpaceTimeCluster))]
    [InlineData("cluster_incidents", typeof(ClusterIncident))]
    [InlineData("callback_rates", typeof(CallbackRate))]
    [InlineData("cut", typeof(CutGroup))]
    public void A_schema_agrees_with_the_record_on_types_and_nulls(string table, Type record) => Agrees(Schema(table), table, record);

    [Fact]
    public void The_schema_of_alarms_agrees_with_their_records_on_types_and_nulls()
    {
        var alarm = Schema("alarms").GetProperty("properties").GetProperty("alarms").GetProperty("items");
        Agrees(alarm, "alarms", typeof(Alarm));
        Agrees(alarm.GetProperty("properties").GetProperty("tests").GetProperty("items"), "tests", typeof(AlarmTest));
    }

    private static void Agrees(JsonElement schema, string table, Type record)
    {
        var nullability = new System.Reflection.NullabilityInfoContext();
        foreach (var property in record.GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            var described = schema.GetProperty("properties").GetProperty(Hotspot.Records.Snake.Case(property.Name));
            var types = described.GetProperty("type") is { ValueKind: JsonValueKind.Array } many
                ? many.EnumerateArray().Select(type => type.GetString()).ToList()
                : [described.GetProperty("type").GetString()];
            var nullable = nullability.Create(property).ReadState == System.Reflection.NullabilityState.Nullable;
            Assert.True(nullable == types.Contains("null"), $"{table}.{property.Name}: null");
            Assert.True(JsonType(property.PropertyType) == types[0], $"{table}.{property.Name}: type");
        }
    }

    [Fact]
    public void Figures_are_written_as_their_schema_says()
    {
        using var written = JsonDocument.Parse(Written.Bytes(stream => FiguresFile.Write(Written.Bulletin, stream)));
        Assert.Equal(Required(Schema("figures")), Names(written.RootElement));
        var figures = written.RootElement.GetProperty("figures");
        Assert.Equal(Examples.Figures.Count, figures.GetArrayLength());
        Assert.Equal(Required(Schema("figures").GetProperty("properties").GetProperty("figures").GetProperty("items")), Names(figures[0]));
        Assert.Equal(0.043, figures[1].GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.Null, figures[2].GetProperty("value").ValueKind);
        var paragraphs = written.RootElement.GetProperty("paragraphs");
        var described = Schema("figures").GetProperty("properties").GetProperty("paragraphs").GetProperty("items");
        Assert.Equal(Required(described), Names(paragraphs[0]));
        Assert.Equal(
            Required(described.GetProperty("properties").GetProperty("spans").GetProperty("items")),
            Names(paragraphs[0].GetProperty("spans")[0])
        );
    }

    [Fact]
    public void Two_manifests_of_the_same_data_differ_only_in_the_run()
    {
        var first = Encoding.UTF8.GetString(Written.Bytes(Manifest("a", 1).Write));
        var second = Encoding.UTF8.GetString(Written.Bytes(Manifest("b", 2).Write));
        Assert.NotEqual(first, second);
        Assert.Equal(
            first[..first.IndexOf("\"run\"", StringComparison.Ordinal)],
            second[..second.IndexOf("\"run\"", StringComparison.Ordinal)]
        );
        using var written = JsonDocument.Parse(first);
        Assert.Equal(Required(Schema("manifest")), Names(written.RootElement));
        foreach (var name in (string[])["steps", "outputs"])
            Assert.Equal(
                Required(Schema("manifest").GetProperty("properties").GetProperty(name).GetProperty("items")),
                Names(written.RootElement.GetProperty(name)[0])
            );
        Assert.Equal(
            Required(Schema("manifest").GetProperty("properties").GetProperty("run")),
            Names(written.RootElement.GetProperty("run"))
        );
    }

    [Fact]
    public void The_hash_of_an_output_is_that_of_its_bytes()
    {
        var folder = Written.Scratch("hashes");
        var path = Path.Combine(folder, "charts", "a.txt");
        AtomicFile.Write(path, stream => stream.Write("abc"u8));
        var output = Assert.Single(Hotspot.Outputs.Manifest.OutputsOf(folder, [path]));
        // FIPS 180-2, appendix B.1.
        Assert.Equal(new("charts/a.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), output);
    }

    [Fact]
    public void Both_languages_have_the_same_words_for_the_page() => Assert.Equal(Furniture("zh"), Furniture("en"));

    // Names of the key figures come with the bulletin, which is written in Chinese.
    private static IEnumerable<string> Furniture(string language) =>
        PageLabels.Of(Phrasebook.Load(language)).Keys.Where(key => !key.StartsWith("figure.", StringComparison.Ordinal)).Order();

    private static Manifest Manifest(string run, int threads)
    {
        var settings = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" };
        // The order in which settings were read must not show.
        if (threads > 1)
            settings = settings.Reverse().ToDictionary();
        return new(
            "weekly",
            "2025-W17",
            20250421,
            settings,
            new Dictionary<string, string> { ["hotspot"] = "0.1.0" },
            new Dictionary<string, string> { ["导出.csv"] = "00" },
            [new("load", 100, 99, 1)],
            [new("x.docx", 3, new string('0', 64))],
            new(run, new DateTime(2025, 4, 28), new DateTime(2025, 4, 28), threads, "f00")
        );
    }

    private static JsonElement Schema(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data-schemas", "outputs", name + ".schema.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private static string JsonType(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(int) || plain == typeof(long) ? "integer"
            : plain == typeof(double) ? "number"
            : plain == typeof(bool) ? "boolean"
            : plain != typeof(string) && plain != typeof(byte[]) && plain.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "array"
            : "string";
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}

using DuckDB.NET.Data;
using Hotspot.Calendar;
using Hotspot.Incidents;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Docs;

/// <summary>The schemas of the published data against Parquet files that were really published.</summary>
public sealed class PublishedSchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Generation _generation;

    public PublishedSchemaTests()
    {
        // Of this complaint the source states nothing that it may leave out.
        var bare = new Complaint
        {
            ComplaintId = "a",
            Source = "beijing-12345",
            SourceFile = "导出.csv",
            SourceLine = 2,
            OccurredAt = new DateTime(2025, 4, 21),
            TimePrecision = TimePrecision.Day,
            TimeFrom = TimeFrom.OrderId,
            DayKind = DayKind.Workday,
        };
        using var store = ComplaintStore.Open(_folder.File("store.duckdb"), new SessionLimits(Threads: 1));
        store.Load(
            [new IncomingFile("导出.csv", new string('a', 64), "beijing-12345", [new IncomingRow(bare, null)])],
            stated => stated,
            session => IncidentStage.Run(session, new MergeSettings(), (x, y) => (x, y))
        );
        _generation = Generation.Publish(store.Session, _folder.File("data"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_complaint_schema_has_the_published_columns_in_their_order_with_their_types() =>
        Compare("complaint", _generation.Complaints);

    [Fact]
    public void The_batches_schema_has_the_published_columns_in_their_order_with_their_types() =>
        Compare("outputs/batches", _generation.Batches);

    [Fact]
    public void A_complaint_that_states_nothing_is_blank_exactly_where_the_schema_allows_it()
    {
        var properties = Schemas.Read("complaint").GetProperty("properties");
        var nullable = properties.EnumerateObject().Where(p => Schemas.Types(p.Value).Contains("null")).Select(p => p.Name);
        Assert.Equal(nullable, Read(_generation.Complaints).Where(column => column.IsNull).Select(column => column.Name));
    }

    private static void Compare(string name, string files)
    {
        var schema = Schemas.Read(name);
        var published = Read(files);
        Assert.Equal(published.Select(column => column.Name), Schemas.Columns(schema));
        Assert.Equal(Schemas.Columns(schema), schema.GetProperty("required").EnumerateArray().Select(column => column.GetString()));
        foreach (var (column, type, _) in published)
        {
            var property = schema.GetProperty("properties").GetProperty(column);
            var isTime = property.TryGetProperty("format", out var format) && format.GetString() == "local-date-time";
            Assert.Equal((column, type), (column, isTime ? "timestamp" : Schemas.Types(property)[0]));
        }
    }

    /// <summary>Columns of the only row, with the JSON type of what the file holds.</summary>
    private static List<(string Name, string Type, bool IsNull)> Read(string files)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select * from read_parquet('{files}', hive_partitioning = false)";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return
        [
            .. Enumerable
                .Range(0, reader.FieldCount)
                .Select(i => (reader.GetName(i), JsonType(reader.GetFieldType(i)), reader.IsDBNull(i))),
        ];
    }

    private static string JsonType(Type type) =>
        type == typeof(string) ? "string"
        : type == typeof(long) || type == typeof(int) ? "integer"
        : type == typeof(double) ? "number"
        : type == typeof(bool) ? "boolean"
        : type == typeof(DateOnly) ? "string"
        : type == typeof(DateTime) ? "timestamp"
        : type.Name;
}

using DuckDB.NET.Data;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Outputs;
using NetTopologySuite.Geometries;

namespace Hotspot.Tests.Outputs;

public sealed class ParquetTableTests
{
    private static readonly DateTime Monday = new(2025, 4, 21, 9, 30, 0);

    [Fact]
    public void Rows_come_back_as_they_were_written()
    {
        var path = Write("areas", [Area("丰台区", "大红门街道", 0.25, true), Area("朝阳区", null, null, null)]);
        Assert.Equal(
            [
                ["丰台区", "大红门街道", 61L, 0.25, true, 0.5],
                ["朝阳区", null, 61L, null, null, 0.5],
            ],
            Query($"select district, street, complaints, change_q_value, is_hot, share from '{path}'")
        );
    }

    /// <summary>Parquet.Net sets the levels of the fields anew for each schema: of a file that another thread is just writing, nulls became values and it could not be read.</summary>
    [Fact]
    public void Files_of_one_row_type_share_a_schema_and_no_other_sets_the_levels_of_its_fields()
    {
        var schema = ParquetTable.Schema<Area>();
        Write("shared", [Area("朝阳区", null, null, null)]);
        using var some = new MemoryStream();
        ParquetTable.Write<Area>([Area("朝阳区", null, null, null)], new HashSet<string> { "district", "street" }, some);
        Assert.Same(schema, ParquetTable.Schema<Area>());
        Assert.DoesNotContain(
            ParquetTable.Schema<Area>(new HashSet<string> { "district" }).Fields,
            field => schema.Fields.Any(own => ReferenceEquals(own, field))
        );
        Assert.All(schema.DataFields, field => Assert.Equal(field.IsNullable ? 1 : 0, field.MaxDefinitionLevel));
    }

    [Fact]
    public void A_filter_on_a_time_finds_the_rows_it_should()
    {
        var path = Write("points", [.. Enumerable.Range(0, 500).Select(i => Point(i, Monday.AddHours(i)))]);
        // Wrong column statistics would prune rows here (microseconds, parquet-dotnet issue 769).
        Assert.Equal(
            [
                [452L],
            ],
            Query($"select count(*) from '{path}' where first_at >= timestamp '2025-04-23 09:30:00'")
        );
        Assert.Equal(
            [
                [0L],
            ],
            Query($"select count(*) from '{path}' where first_at < timestamp '2025-04-21 00:00:00'")
        );
        Assert.Equal(
            [
                [Monday],
            ],
            Query($"select min(first_at) from '{path}'")
        );
        Assert.Equal(
            [
                ["TIMESTAMP"],
            ],
            Query($"select typeof(first_at) from '{path}' limit 1")
        );
    }

    [Fact]
    public void Days_are_dates()
    {
        var hour = new PeakHour(
            "city",
            "全市",
            "all",
            "uniform",
            9,
            new(2025, 4, 21),
            new(2025, 4, 27),
            5,
            4,
            7,
            2.5,
            1.6,
            0.01,
            0.04,
            true
        );
        var path = Write("peak_hours", [hour]);
        Assert.Equal(
            [
                ["DATE", 1L],
            ],
            Query($"select typeof(from_on), count(*) from '{path}' where until_on = date '2025-04-27' group by all")
        );
    }

    [Fact]
    public void Geometry_is_read_as_geometry_in_its_coordinate_system()
    {
        var path = Write("geometry", [Point(0, Monday), Point(1, Monday) with { Geometry = null }]);
        Assert.Equal(
            [
                ["POINT (116.4 39.9)"],
            ],
            Query($"select st_astext(geometry) from '{path}' where st_intersects_extent(geometry, 'POINT (116.4 39.9)'::geometry)")
        );
        var metadata = (string)Query($"select decode(value) from parquet_kv_metadata('{path}') where decode(key) = 'geo'").Single()[0]!;
        Assert.Contains("\"version\":\"1.1.0\"", metadata, StringComparison.Ordinal);
        Assert.Contains("\"primary_column\":\"geometry\"", metadata, StringComparison.Ordinal);
        Assert.Contains("\"geometry_types\":[\"Point\"]", metadata, StringComparison.Ordinal);
        Assert.Contains("\"bbox\":[116.4,39.9,116.4,39.9]", metadata, StringComparison.Ordinal);
        Assert.Contains("4326", metadata, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_still_gives_a_file_with_its_columns()
    {
        var path = Write<HotPoint>("empty", []);
        Assert.Equal(
            [
                [0L],
            ],
            Query($"select count(*) from '{path}'")
        );
        Assert.Equal(
            ParquetTable.ColumnNames<HotPoint>(),
            Query($"select column_name from (describe select * from '{path}')").Select(row => (string)row[0]!)
        );
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        HotPoint[] rows = [Point(0, Monday), Point(1, Monday)];
        Assert.Equal(Written.Bytes(s => ParquetTable.Write(rows, s)), Written.Bytes(s => ParquetTable.Write(rows, s)));
    }

    [Fact]
    public void A_type_without_a_Parquet_form_is_named()
    {
        var error = Assert.ThrowsAny<Exception>(() => ParquetTable.Write<Odd>([], new MemoryStream()));
        Assert.Contains("Odd.Span", error.ToString(), StringComparison.Ordinal);
    }

    private sealed record Odd(TimeSpan Span);

    private static Area Area(string district, string? street, double? q, bool? hot) =>
        new("street", district, street, null, 61, 54, 50, 3, null, null, null, q, null, null, 0.5, 1, 1, 3, 3.5, 12.5, null, null, hot);

    private static HotPoint Point(int i, DateTime at) =>
        new(
            $"P{i}",
            i + 1,
            "石榴庄",
            "丰台区",
            null,
            116.4,
            39.9,
            60,
            61,
            54,
            54,
            HotPoint.FromKeys,
            5,
            at,
            at.AddHours(1),
            "夜间施工扰民",
            22,
            "21,22,23",
            3,
            51,
            0.001,
            true,
            3,
            0.002,
            true,
            "新增",
            "dbscan",
            new Point(116.4, 39.9).AsBinary()
        );

    private static string Write<T>(string name, IReadOnlyList<T> rows)
    {
        var path = Path.Combine(Written.Scratch("parquet"), name + ".parquet");
        AtomicFile.Write(path, stream => ParquetTable.Write(rows, stream));
        return path;
    }

    private static List<object?[]> Query(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }
}

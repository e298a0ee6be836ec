using System.Security.Cryptography;
using System.Text;
using Hotspot.Incidents;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

/// <summary>Five different places on one exact coordinate are a geocoder's default: counted in their street, never as a point.</summary>
public sealed class SnappedPointTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ComplaintStore _store;
    private int _files;

    public SnappedPointTests() => _store = ComplaintStore.Open(_folder.File("store.duckdb"), new SessionLimits(Threads: 1));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private void Load(params Complaint[] rows) =>
        _store.Load(
            [
                new IncomingFile(
                    "文件.csv",
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{++_files}"))),
                    "beijing-12345",
                    rows.Select(row => new IncomingRow(row, null))
                ),
            ],
            Derived,
            session => IncidentStage.Run(session, new MergeSettings(), (x, y) => (x * 85_000, y * 111_000))
        );

    private static Complaint At(int number, string? place, double longitude = 116.47, string at = "2025-04-21 09:30") =>
        Derived(
            Some.Complaint($"{number}", at: at, place: place, caller: $"c{number}") with
            {
                StatedLongitude = longitude,
                StatedLatitude = 39.99,
            }
        );

    private static Complaint Derived(Complaint stated) =>
        Some.Derived(stated) with
        {
            Issue = "店外经营",
            District = stated.StatedDistrict,
            Street = stated.StatedStreet,
            PlaceKey = stated.PlaceText,
            Longitude = stated.StatedLongitude,
            Latitude = stated.StatedLatitude,
            GeoLevel = GeoLevel.Coordinate,
        };

    /// <summary>Rows as readers see them, in the order of their numbers.</summary>
    private List<(string Level, bool HasPoint, string? Flags, string Incident)> Published()
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={_folder.File("store.duckdb")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            Sql.Text("Store/published")
            + "select geo_level, longitude is not null, geo_flags, incident_id from published order by cast(complaint_id as integer)";
        using var reader = command.ExecuteReader();
        while (reader.FieldCount < 4)
            reader.NextResult();
        var rows = new List<(string, bool, string?, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetBoolean(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3)));
        return rows;
    }

    [Fact]
    public void Four_places_are_points_five_are_none()
    {
        Load([.. Enumerable.Range(1, 4).Select(i => At(i, $"地点{i}"))]);
        Assert.All(Published(), row => Assert.Equal(("coordinate", true, null), (row.Level, row.HasPoint, row.Flags)));
        Load(At(5, "地点5"));
        Assert.All(Published(), row => Assert.Equal(("street", false, "coordinate_snapped"), (row.Level, row.HasPoint, row.Flags)));
    }

    [Fact]
    public void A_busy_place_is_no_default()
    {
        Load([.. Enumerable.Range(1, 9).Select(i => At(i, $"地点{i % 2}"))]);
        Assert.All(Published(), row => Assert.Equal("coordinate", row.Level));
    }

    [Fact]
    public void Incidents_do_not_join_over_a_default_point_not_even_those_of_earlier_loads()
    {
        Load(At(1, "地点1"), At(2, null));
        Assert.Single(Published().Select(row => row.Incident).Distinct());
        Load([.. Enumerable.Range(3, 4).Select(i => At(i, $"地点{i}", at: "2025-06-21 09:30"))]);
        Assert.Equal(6, Published().Select(row => row.Incident).Distinct().Count());
        Assert.Equal("street", Published()[0].Level);
    }

    [Fact]
    public void In_one_load_or_in_many_the_same_points_are_none()
    {
        for (var i = 1; i <= 6; i++)
            Load(At(i, $"地点{i}"), At(i + 10, $"别处{i}", longitude: 116.48 + i));
        var inMany = Published();
        Assert.Equal(6, inMany.Count(row => row.Level == "street"));
        Assert.Equal(6, inMany.Count(row => row.Level == "coordinate"));
    }

    [Fact]
    public void A_mended_order_may_free_the_point_again()
    {
        Load([.. Enumerable.Range(1, 5).Select(i => At(i, $"地点{i}"))]);
        Load(At(5, "地点4"));
        Assert.All(Published(), row => Assert.Equal("coordinate", row.Level));
    }
}

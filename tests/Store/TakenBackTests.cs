using Hotspot.Incidents;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

/// <summary>New orders are committed before they are accounted for: whatever stops a load in between, nothing of it stays.</summary>
public sealed class TakenBackTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ComplaintStore Open() => ComplaintStore.Open(_folder.File("store.duckdb"), new SessionLimits(Threads: 1));

    private static IReadOnlyList<LedgerEntry> Load(ComplaintStore store, string name, params Complaint[] rows) =>
        store.Load([File(name, rows)], Some.Derived, Incidents);

    private static IncomingFile File(string name, Complaint[] rows, Func<Complaint, Complaint>? derive = null) =>
        new(
            $"{name}.csv",
            name.PadLeft(64, '0'),
            "beijing-12345",
            rows.Select(row => new IncomingRow((derive ?? Some.Derived)(row), null))
        );

    private static void Incidents(Session session) => IncidentStage.Run(session, new MergeSettings(), (x, y) => (x, y));

    private string[] Content()
    {
        using var session = Session.Open(_folder.File("store.duckdb"), new SessionLimits(Threads: 1));
        return [.. session.Query("Store/known_ids", row => row.GetValue(0).ToString()!).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_load_that_dies_between_storing_and_accounting_is_taken_back_when_the_store_is_next_opened()
    {
        using (var store = Open())
            Load(store, "1", Some.Complaint("a"));
        var before = Content();
        using (var store = Open())
        {
            Assert.Throws<TimeoutException>(() =>
                store.Load(
                    [File("2", [Some.Complaint("b"), Some.Complaint("a", status: "已办结")])],
                    Some.Derived,
                    _ => throw new TimeoutException()
                )
            );
        }
        Assert.NotEqual(before, Content());
        using (var store = Open()) { }
        Assert.Equal(before, Content());
    }

    [Fact]
    public void The_next_load_takes_it_back_too()
    {
        using var store = Open();
        Assert.Throws<TimeoutException>(() =>
            store.Load([File("1", [Some.Complaint("a")])], Some.Derived, _ => throw new TimeoutException())
        );
        var entry = Load(store, "1", Some.Complaint("a"))[0];
        Assert.Equal((1, 1, 0), (entry.Read, entry.Inserted, entry.Unchanged));
    }

    /// <summary>Rows that come late or change put the incidents right that were made before, as one load of everything would.</summary>
    [Fact]
    public void Loaded_piece_by_piece_in_any_order_the_incidents_are_those_of_one_load()
    {
        var random = new Random(5);
        Complaint[] rows =
        [
            .. Enumerable
                .Range(0, 600)
                .Select(i =>
                    Some.Complaint(
                        $"热线-{i:0000}",
                        at: new DateTime(2025, 3, 1).AddHours(random.Next(24 * 80)).ToString("yyyy-MM-dd HH:mm"),
                        issue: random.Next(2) == 0 ? "夜间施工扰民" : "店外经营",
                        caller: $"caller-{random.Next(30)}",
                        place: $"朝阳区/望京街道/{random.Next(12)}号院"
                    )
                ),
        ];
        var whole = ComplaintStore.Open(_folder.File("whole.duckdb"), new SessionLimits(Threads: 1));
        using (whole)
            Load(whole, "1", rows);
        var pieces = Open();
        random.Shuffle(rows);
        using (pieces)
        {
            var piece = 0;
            foreach (var chunk in rows.Chunk(150))
                Load(
                    pieces,
                    $"{++piece}",
                    [.. chunk.Select((row, i) => row with { Issue = "店外经营", CalledAt = row.CalledAt?.AddHours(i % 3 == 0 ? -20 : 0) })]
                );
            // What was stated wrongly at first, issues and times, is put right by a later file; the derived block follows from it.
            static Complaint Derived(Complaint stated) =>
                Some.Derived(stated) with
                {
                    Issue = stated.Status,
                    PlaceKey = stated.PlaceText,
                    District = stated.StatedDistrict,
                    Street = stated.StatedStreet,
                };
            pieces.Load([File("9", [.. rows.Select(row => row with { Status = row.Issue })], Derived)], Derived, Incidents);
        }
        Assert.InRange(Members("whole.duckdb").Count, rows.Length / 10, rows.Length - 1);
        Assert.Equal(Members("whole.duckdb"), Members("store.duckdb"));
    }

    private List<string> Members(string name)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={_folder.File(name)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "select concat_ws(' ', complaint_id, occurred_at, incident_id, unit_id, joined_by) from incident_member order by all";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}

using Hotspot.Incidents;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

/// <summary>What writes replace, and its way back; whole runs through the door stand in UndoJourney.</summary>
public sealed class UndoTableTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ComplaintStore _store;

    public UndoTableTests() => _store = ComplaintStore.Open(_folder.File("store.duckdb"), new SessionLimits(Threads: 1));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private void Load(int run, params Complaint[] rows)
    {
        UndoTable.Begin(_store.Session, new WritingRun("one id", "load", new DateTime(2025, 4, 28), null, false, []));
        _store.Load(
            [
                new IncomingFile(
                    $"{run}.csv",
                    $"{run}".PadLeft(16, '0').PadRight(64, '0'),
                    "beijing-12345",
                    rows.Select(row => new IncomingRow(Some.Derived(row), null))
                ),
            ],
            Some.Derived,
            session => IncidentStage.Run(session, new MergeSettings(), (x, y) => (x, y))
        );
    }

    private bool TakeBack()
    {
        var last = UndoTable.Last(_store.Session);
        if (last.Count == 0)
            return false;
        UndoTable.TakeBack(_store.Session, last);
        UndoTable.Forget(_store.Session);
        return true;
    }

    private List<T> Query<T>(string sql, Func<System.Data.Common.DbDataReader, T> read)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={_folder.File("store.duckdb")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private string Status() => Query("select status from complaint", row => row.GetString(0)).Single();

    [Fact]
    public void What_the_last_runs_replaced_is_kept_as_far_as_the_reach_and_no_further_also_where_a_clock_gave_one_id_twice()
    {
        for (var run = 1; run <= UndoTable.Reach + 2; run++)
            Load(run, Some.Complaint("a", status: $"{run}"));
        for (var run = UndoTable.Reach + 1; run >= 2; run--)
        {
            Assert.True(TakeBack());
            Assert.Equal($"{run}", Status());
        }
        Assert.False(TakeBack());
    }

    [Fact]
    public void An_order_told_twice_in_one_load_goes_back_to_the_state_before_the_load()
    {
        Load(1, Some.Complaint("a", status: "办理中"));
        Load(
            2,
            Some.Complaint("a", status: "已办结"),
            Some.Complaint("b", status: "甲"),
            Some.Complaint("a", status: "回访"),
            Some.Complaint("b", status: "乙")
        );
        Assert.True(TakeBack());
        Assert.Equal("办理中", Status());
        Assert.True(TakeBack());
        Assert.Empty(
            Query("select 1 from complaint union all select 1 from complaint_history union all select 1 from undo.write", row => 1)
        );
    }

    /// <summary>A column that a table gains is kept too: the schema of a home of before must add it in both places.</summary>
    [Theory]
    [InlineData("complaint")]
    [InlineData("incident_member")]
    [InlineData("quarantine")]
    [InlineData("snapped_point")]
    [InlineData("incident_rule")]
    [InlineData("place_rule")]
    [InlineData("baseline")]
    [InlineData("stale_month")]
    public void Every_column_that_is_replaced_is_kept(string table)
    {
        List<string> Columns(string schema) =>
            Query(
                $"select column_name || ' ' || data_type from duckdb_columns() where schema_name = '{schema}' and table_name = '{table}' order by column_index",
                row => row.GetString(0)
            );
        Assert.Equal(Columns("main").Prepend("write_no BIGINT"), Columns("undo"));
    }
}

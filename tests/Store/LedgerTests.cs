using System.Security.Cryptography;
using System.Text;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

/// <summary>read = inserted + updated + unchanged + rejected, to the row; outcomes follow row order, a blank never erases.</summary>
public sealed class LedgerTests(LedgerTests.OneStore store) : IClassFixture<LedgerTests.OneStore>
{
    /// <summary>One store for all tests; each has orders and files of its own.</summary>
    public sealed class OneStore : IDisposable
    {
        private readonly TempFolder _folder = new();

        public OneStore() => Store = ComplaintStore.Open(Path, new SessionLimits(Threads: 1));

        internal ComplaintStore Store { get; }

        internal string Path => _folder.File("store.duckdb");

        internal int Files { get; set; }

        public void Dispose()
        {
            Store.Dispose();
            _folder.Dispose();
        }
    }

    private readonly ComplaintStore _store = store.Store;

    private LedgerEntry Load(params object[] rows) => LoadFiles(rows)[0];

    /// <summary>Files that were never loaded before.</summary>
    private IReadOnlyList<LedgerEntry> LoadFiles(params object[][] files) =>
        LoadNamed([.. files.Select(rows => ($"文件{++store.Files}", rows))]);

    /// <summary>The name stands for the bytes: the same name again is the same file again.</summary>
    private IReadOnlyList<LedgerEntry> LoadNamed(params (string Name, object[] Rows)[] files) =>
        _store.Load(
            [
                .. files.Select(file => new IncomingFile(
                    file.Name + ".csv",
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Name))),
                    "beijing-12345",
                    file.Rows.Select(Outcome)
                )),
            ],
            Some.Derived,
            _ => { }
        );

    private static IncomingRow Outcome(object row) =>
        row is Complaint complaint ? new IncomingRow(Some.Derived(complaint), null) : new IncomingRow(null, (RejectedRow)row);

    private static void Equal(LedgerEntry entry, long read, long inserted, long updated, long unchanged, long rejected) =>
        Assert.Equal(
            (read, inserted, updated, unchanged, rejected),
            (entry.Read, entry.Inserted, entry.Updated, entry.Unchanged, entry.Rejected)
        );

    private T Only<T>(string sql, Func<System.Data.Common.DbDataReader, T> read)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={store.Path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        var only = read(reader);
        Assert.False(reader.Read());
        return only;
    }

    [Fact]
    public void New_orders_are_inserted_and_bad_rows_rejected() =>
        Equal(Load(Some.Complaint("a1"), Some.Rejected(), Some.Complaint("b1")), 3, 2, 0, 0, 1);

    [Fact]
    public void The_same_rows_again_are_all_unchanged()
    {
        Load(Some.Complaint("a2"), Some.Complaint("b2", district: null));
        Equal(Load(Some.Complaint("a2"), Some.Complaint("b2", district: null)), 2, 0, 0, 2, 0);
    }

    [Fact]
    public void A_row_that_says_less_changes_nothing()
    {
        Load(Some.Complaint("a3", organisation: "某公司"));
        Equal(Load(Some.Complaint("a3", organisation: null)), 1, 0, 0, 1, 0);
    }

    [Fact]
    public void A_row_that_fills_a_blank_is_an_update()
    {
        Load(Some.Complaint("a4", status: null));
        Equal(Load(Some.Complaint("a4", status: "已办结")), 1, 0, 1, 0, 0);
    }

    [Fact]
    public void Within_one_file_the_outcomes_follow_the_order_of_rows() =>
        Equal(
            Load(
                Some.Complaint("a5", status: null),
                Some.Complaint("a5", status: "办理中"),
                Some.Complaint("a5", status: "办理中"),
                Some.Complaint("a5", status: "已办结"),
                Some.Complaint("b5")
            ),
            5,
            2,
            2,
            1,
            0
        );

    [Fact]
    public void Going_back_to_an_older_value_is_an_update_too()
    {
        Load(Some.Complaint("a6", status: "办理中"), Some.Complaint("a6", status: "已办结"));
        Equal(Load(Some.Complaint("a6", status: "办理中")), 1, 0, 1, 0, 0);
    }

    [Fact]
    public void An_older_file_loaded_once_more_does_not_take_an_order_back()
    {
        object[] march = [Some.Complaint("a7", status: "办理中"), Some.Complaint("b7")];
        object[] april = [Some.Complaint("a7", status: "已办结")];
        LoadNamed(("三月", march), ("四月7", april));

        Equal(LoadNamed(("三月", march))[0], 2, 0, 0, 2, 0);
        Assert.Equal("已办结", Only("select status from complaint where complaint_id = 'a7'", row => row.GetString(0)));
    }

    [Fact]
    public void A_file_that_holds_an_order_twice_is_unchanged_the_second_time()
    {
        object[] rows = [Some.Complaint("a8", status: "办理中"), Some.Complaint("a8", status: "已办结")];
        Equal(LoadNamed(("四月8", rows))[0], 2, 1, 1, 0, 0);
        Equal(LoadNamed(("四月8", rows))[0], 2, 0, 0, 2, 0);
    }

    [Fact]
    public void A_file_read_better_the_second_time_still_fills_what_was_blank()
    {
        LoadNamed(("四月9", [Some.Complaint("a9", organisation: null)]));
        Equal(LoadNamed(("四月9", [Some.Complaint("a9", organisation: "某公司")]))[0], 1, 0, 1, 0, 0);
    }

    [Fact]
    public void Two_files_with_different_columns_complete_each_other()
    {
        LoadFiles(
            [Some.Complaint("a10", at: "2025-04-21 09:30", organisation: null)],
            [Some.Complaint("a10", at: null, organisation: "某公司")]
        );
        Assert.Equal(
            (new DateTime(2025, 4, 21, 9, 30, 0), "某公司"),
            Only(
                "select occurred_at, organisation from complaint where complaint_id = 'a10'",
                row => (row.GetDateTime(0), row.GetString(1))
            )
        );
    }

    [Fact]
    public void The_state_that_an_update_replaces_stays_in_the_history()
    {
        Load(Some.Complaint("a11", status: "办理中"));
        Load(Some.Complaint("a11", status: "已办结"));
        Assert.Equal(
            ("a11", "办理中"),
            Only(
                "select complaint_id, state->>'status' from complaint_history where complaint_id = 'a11'",
                row => (row.GetString(0), row.GetString(1))
            )
        );
    }

    [Fact]
    public void Where_it_was_read_is_not_content()
    {
        Load(Some.Complaint("a12"));
        Equal(Load(Some.Complaint("a12") with { SourceLine = 99, SourceFile = "另一个.csv" }), 1, 0, 0, 1, 0);
    }

    [Fact]
    public void A_load_that_fails_leaves_the_store_as_it_was()
    {
        Load(Some.Complaint("a13"));
        IEnumerable<IncomingRow> Broken()
        {
            yield return Outcome(Some.Complaint("b13"));
            throw new IOException("disk");
        }
        Assert.ThrowsAny<IOException>(() =>
            _store.Load([new IncomingFile("坏.csv", new string('f', 64), "beijing-12345", Broken())], Some.Derived, _ => { })
        );
        Equal(Load(Some.Complaint("a13"), Some.Complaint("b13")), 2, 1, 0, 1, 0);
    }
}

using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Store;

/// <summary>How much of a time was written is kept with it; the finer writing of the same time holds, whichever file comes first.</summary>
public sealed class WrittenTimeTests : IDisposable
{
    private static readonly DateTime Exact = new(2025, 3, 1, 8, 30, 12);

    private readonly TempFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    private ComplaintStore Open(string name = "store") =>
        ComplaintStore.Open(_folder.File($"{name}.duckdb"), new SessionLimits(Threads: 1));

    private static Complaint Derived(Complaint stated)
    {
        var time = EventTime.Choose(stated);
        return stated with { OccurredAt = time.OccurredAt, TimePrecision = time.Precision, TimeFrom = time.From };
    }

    /// <summary>The exact time, or another one, cut to what is written of it.</summary>
    private static Complaint Written(TimePrecision precision, DateTime? at = null, string id = "a") =>
        Some.Complaint(id) with
        {
            CalledAt = new ReadTime(at ?? Exact, default).CutTo(precision),
            CalledPrecision = precision,
        };

    private string Load(ComplaintStore store, params Complaint[] rows) => Load(store, $"文件{++_files}", rows);

    private static string Load(ComplaintStore store, string name, params Complaint[] rows)
    {
        var entry = store.Load(
            [
                new IncomingFile(
                    $"{name}.csv",
                    name.PadRight(64, '0'),
                    "beijing-12345",
                    rows.Select(row => new IncomingRow(Derived(row), null))
                ),
            ],
            Derived,
            _ => { }
        )[0];
        return $"{entry.Inserted} {entry.Updated} {entry.Unchanged}";
    }

    private T Only<T>(Func<System.Data.Common.DbDataReader, T> read, string name = "store", string sql = States) => All(read, name, sql)[0];

    private const string States = "select called_at, called_precision, occurred_at, time_precision from complaint order by complaint_id";

    private List<T> All<T>(Func<System.Data.Common.DbDataReader, T> read, string name = "store", string sql = States)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={_folder.File($"{name}.duckdb")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static (DateTime At, string Precision) State(System.Data.Common.DbDataReader row) => (row.GetDateTime(2), row.GetString(3));

    [Fact]
    public void The_finer_writing_of_the_same_time_holds_in_either_order()
    {
        (TimePrecision Finer, TimePrecision Coarser)[] pairs =
        [
            .. Enum.GetValues<TimePrecision>()
                .SelectMany(finer => Enum.GetValues<TimePrecision>().Where(coarser => coarser > finer).Select(coarser => (finer, coarser))),
        ];
        Complaint[] finer = [.. pairs.Select((pair, n) => Written(pair.Finer, id: $"{n}"))];
        Complaint[] coarser = [.. pairs.Select((pair, n) => Written(pair.Coarser, id: $"{n}"))];
        using (var store = Open())
        {
            Assert.Equal("6 0 0", Load(store, finer));
            Assert.Equal("0 0 6", Load(store, coarser));
        }
        using (var store = Open("turned"))
        {
            Assert.Equal("6 0 0", Load(store, coarser));
            Assert.Equal("0 6 0", Load(store, finer));
            Assert.Equal("0 0 6", Load(store, coarser));
        }
        var expected = pairs.Select(pair => (pair, (Written(pair.Finer).CalledAt!.Value, Snake.Code(pair.Finer))));
        Assert.Equal(expected, pairs.Zip(All(State)));
        Assert.Equal(expected, pairs.Zip(All(State, "turned")));
    }

    /// <summary>08:30 and 08:30:00 are one time: that it was written to the second is new.</summary>
    [Fact]
    public void A_whole_minute_written_to_the_second_is_finer_than_the_minute()
    {
        var minute = new DateTime(2025, 3, 1, 8, 30, 0);
        using (var store = Open())
        {
            Load(store, Written(TimePrecision.Minute, minute));
            Assert.Equal("0 1 1", Load(store, Written(TimePrecision.Second, minute), Written(TimePrecision.Minute, minute)));
        }
        Assert.Equal((minute, "second"), Only(State));
    }

    [Fact]
    public void Another_time_takes_the_place_of_what_is_known_as_exact_as_it_is_written()
    {
        using (var store = Open())
        {
            Load(store, Written(TimePrecision.Second), Written(TimePrecision.Second, id: "b"), Written(TimePrecision.Second, id: "c"));
            Load(store, Written(TimePrecision.Minute, Exact.AddHours(1)), Written(TimePrecision.Day, Exact.AddDays(1), "b"));
            Load(store, Written(TimePrecision.Hour, Exact.AddHours(1)), Written(TimePrecision.Day, id: "b"));
        }
        Assert.Equal([(new DateTime(2025, 3, 1, 9, 30, 0), "minute"), (new DateTime(2025, 3, 1), "day"), (Exact, "second")], All(State));
    }

    [Fact]
    public void Rows_of_one_load_end_as_rows_of_many_loads_do()
    {
        var random = new Random(7);
        Complaint[] rows =
        [
            .. Enumerable
                .Range(0, 1500)
                .Select(_ =>
                    Written(
                        (TimePrecision)random.Next(4),
                        Exact.AddDays(random.Next(2)).AddHours(random.Next(2)).AddMinutes(random.Next(2)).AddSeconds(random.Next(2)),
                        $"{random.Next(200):000}"
                    )
                ),
        ];
        using (var store = Open())
            Load(store, rows);
        using (var store = Open("parted"))
        {
            foreach (var part in rows.Chunk(500))
                Load(store, part);
        }

        var expected = rows.GroupBy(row => row.ComplaintId).OrderBy(order => order.Key, StringComparer.Ordinal).Select(Told).ToArray();
        Assert.Equal(expected, All(State));
        Assert.Equal(expected, All(State, "parted"));
    }

    /// <summary>Row by row, unit by unit: a unit that changes takes all finer ones with it, one that agrees leaves them.</summary>
    private static (DateTime, string) Told(IEnumerable<Complaint> rows)
    {
        int?[] known = new int?[4];
        foreach (var row in rows)
        {
            var at = row.CalledAt!.Value;
            int[] units = [at.DayOfYear, at.Hour, at.Minute, at.Second];
            for (var unit = 0; unit <= 3 - (int)row.CalledPrecision!.Value; unit++)
            {
                if (known[unit] != units[unit])
                    Array.Clear(known, unit, 4 - unit);
                known[unit] = units[unit];
            }
        }
        var stated = new DateTime(2025, 1, 1)
            .AddDays(known[0]!.Value - 1)
            .AddHours(known[1] ?? 0)
            .AddMinutes(known[2] ?? 0)
            .AddSeconds(known[3] ?? 0);
        return (stated, Snake.Code((TimePrecision)(4 - known.Count(unit => unit is not null))));
    }

    [Fact]
    public void Each_time_of_an_order_keeps_its_own_precision()
    {
        var row = Written(TimePrecision.Day) with
        {
            DispatchedAt = Exact,
            DispatchedPrecision = TimePrecision.Second,
            RegisteredAt = Exact.Date.AddHours(9),
            RegisteredPrecision = TimePrecision.Hour,
        };
        using (var store = Open())
        {
            Load(store, row);
            // Another layout has no call, the dispatch to the minute, and the registration exactly.
            Load(
                store,
                Written(TimePrecision.Day) with
                {
                    CalledAt = null,
                    CalledPrecision = null,
                    DispatchedAt = Exact.AddSeconds(-12),
                    DispatchedPrecision = TimePrecision.Minute,
                    RegisteredAt = Exact.Date.AddHours(9),
                    RegisteredPrecision = TimePrecision.Second,
                }
            );
        }
        Assert.Equal(
            "2025-03-01 3, 2025-03-01 08:30:12 0, 2025-03-01 09:00:00 0 day",
            Only(
                text => text.GetString(0),
                sql: "select concat(called_at::date, ' ', called_precision, ', ', dispatched_at, ' ', dispatched_precision, ', ', registered_at, ' ', registered_precision, ' ', time_precision) from complaint"
            )
        );
    }

    /// <summary>A store of before the columns: what it derived stays until something else about the order changes.</summary>
    [Fact]
    public void An_old_store_is_upgraded_and_finds_the_same_file_unchanged()
    {
        var minute = new DateTime(2025, 3, 1, 8, 30, 0);
        Complaint[] rows =
        [
            Written(TimePrecision.Second, minute),
            Written(TimePrecision.Second, id: "b"),
            Written(TimePrecision.Hour, id: "c"),
            Written(TimePrecision.Day, id: "d"),
        ];
        Complaint[] old = [.. rows.Select(row => row with { CalledPrecision = null })];
        using (var store = Open())
            Load(store, "导出", old);
        foreach (var column in new[] { "called_precision", "dispatched_precision", "registered_precision", "spoken_organisation" })
            All(_ => 0, sql: $"alter table complaint drop column {column}");
        All(_ => 0, sql: "drop table schema_mark");

        string[] asDerived = ["minute", "second", "minute", "day"];
        using (var store = Open())
        {
            Assert.Equal("0 0 4", Load(store, "导出", rows));
            Assert.Equal("0 0 4", Load(store, "导出又一份", rows));
        }
        Assert.Equal(asDerived, All(row => row.GetString(3)));
        Assert.Equal(0, Only(row => row.GetInt64(0), sql: "select count(*) from complaint_history"));

        using (var store = Open())
            Assert.Equal("0 4 0", Load(store, "办结", [.. rows.Select(row => row with { Status = "已办结" })]));
        // What was known by itself as a minute stays so: an hour is no finer writing of it.
        Assert.Equal(["second", "second", "minute", "day"], All(row => row.GetString(3)));
    }

    [Fact]
    public void The_same_file_again_is_unchanged_whatever_its_times_are_written_to()
    {
        Complaint[] rows = [.. Enum.GetValues<TimePrecision>().Select(precision => Written(precision, id: $"{precision}"))];
        using var store = Open();
        Load(store, "导出", rows);

        Assert.Equal("0 0 4", Load(store, "导出", rows));
        Assert.Equal("0 0 4", Load(store, "导出又一份", rows));
    }
}

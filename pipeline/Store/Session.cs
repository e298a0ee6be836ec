using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Writer;
using Hotspot.Settings;

namespace Hotspot.Store;

/// <summary>
/// The only place that runs SQL. A session is one connection: on the store file (writers, under the lock) or in memory over published
/// Parquet (readers). Statements come from <c>.sql</c> files and take named parameters <c>$name</c>.
/// </summary>
public sealed class Session : IDisposable
{
    private readonly DuckDBConnection _connection;

    private Session(DuckDBConnection connection, int threads) => (_connection, Threads) = (connection, threads);

    /// <summary>Threads that the work of this session may take.</summary>
    public int Threads { get; }

    /// <summary>What a writer takes at most where nobody says otherwise; the process as a whole stays below twice as much.</summary>
    private const string WriterMemory = "2GB";

    public static Session Open(string storeFile, SessionLimits limits) =>
        Connect(ConnectionString(storeFile, limits with { Memory = limits.Memory ?? WriterMemory }), ThreadsOf(limits));

    /// <summary>A store that is only looked at: nothing about it changes, not even what an earlier release lacks.</summary>
    public static Session OpenToRead(string storeFile, SessionLimits limits) =>
        Connect(ConnectionString(storeFile, limits, readOnly: true), ThreadsOf(limits));

    /// <summary>One database in memory for each set of limits, kept while the process lives: making one takes longer than most questions of a small home.</summary>
    private static readonly ConcurrentDictionary<SessionLimits, Lazy<DuckDBConnection>> Memories = new();

    /// <summary>A session over files. What it makes must be temporary: the database is shared with the other sessions of these limits.</summary>
    public static Session InMemory(SessionLimits limits)
    {
        var memory = Memories.GetOrAdd(
            limits,
            static limits => new(() => Opened(new DuckDBConnection(ConnectionString(":memory:", limits))))
        );
        return new Session(Opened(memory.Value.Duplicate()), ThreadsOf(limits));
    }

    private static int ThreadsOf(SessionLimits limits) => limits.Threads ?? Environment.ProcessorCount;

    private static string ConnectionString(string source, SessionLimits limits, bool readOnly = false)
    {
        var settings = new DuckDBConnectionStringBuilder
        {
            DataSource = source,
            ["autoinstall_known_extensions"] = "false",
            ["storage_compatibility_version"] = "latest",
        };
        if (readOnly)
            settings["access_mode"] = "read_only";
        if (limits.Threads is { } threads)
            settings["threads"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (limits.Memory is { } memory)
            settings["memory_limit"] = memory;
        return settings.ToString();
    }

    /// <summary>Within a process, connections to one file share its database.</summary>
    private static Session Connect(string settings, int threads) => new(Opened(new DuckDBConnection(settings)), threads);

    private static DuckDBConnection Opened(DuckDBConnection connection)
    {
        connection.Open();
        return connection;
    }

    /// <summary>Told every statement of this session, with its parameters, before it runs.</summary>
    public Action<string, (string Name, object? Value)[]>? Heard { get; set; }

    public DuckDBTransaction Begin() => _connection.BeginTransaction();

    /// <summary>A second connection to the same database: it works while this one gives rows, and sees what this one has committed.</summary>
    public Session Beside() => Connect(_connection.ConnectionString, Threads);

    /// <summary>Work on several connections to the database at once, each on a thread of its own. The first failure is thrown when all have ended.</summary>
    /// <param name="work">Told which of the connections it has, from 0 on.</param>
    public void Together(int connections, Action<Session, int> work)
    {
        Task[] all =
        [
            .. Enumerable
                .Range(0, connections)
                .Select(i =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            using var session = Beside();
                            work(session, i);
                        },
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                ),
        ];
        Task.WhenAll(all).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Meanwhile every query of the database stays on the thread that asks it: for work that has several connections, or queries that one thread can do
    /// only, where DuckDB would let another spin waiting for it. Work that fails ends the session's use: within its transaction, which is broken then,
    /// a further statement would only hide why.
    /// </summary>
    public void WithOneThreadAQuery(Action work)
    {
        Execute("Store/threads", ("threads", 1));
        work();
        Execute("Store/threads", ("threads", Threads));
    }

    /// <summary>Rows of a table are appended in bulk; call <c>Close</c> before they are read.</summary>
    public DuckDBAppender Append(string table) => _connection.CreateAppender(table);

    public DuckDBAppender Append(string database, string table) => _connection.CreateAppender(database, "main", table);

    /// <summary>Rows of ours as a table function, with the columns of a table of the store.</summary>
    /// <param name="rows">Asked once for each query that reads the function; enumerated on a thread of DuckDB's.</param>
    public void Give<T>(string function, string table, Func<IEnumerable<T>> rows, Action<T, IDuckDBDataWriter[], ulong> write)
        where T : class
    {
        var columns = Query("Store/table_columns", row => new ColumnInfo(row.GetString(0), TypeOf(row.GetString(1))), ("table", table));
        _connection.RegisterTableFunction(
            function,
            () => new TableFunction(columns, rows()),
            (row, vectors, at) => write((T)row!, vectors, at)
        );
    }

    private static Type TypeOf(string column) =>
        column switch
        {
            "BIGINT" => typeof(long),
            "UBIGINT" => typeof(ulong),
            "UTINYINT" => typeof(byte),
            "VARCHAR" => typeof(string),
            "DATE" => typeof(DateOnly),
            "TIMESTAMP" => typeof(DateTime),
            "DOUBLE" => typeof(double),
            "BOOLEAN" => typeof(bool),
            _ => throw new ArgumentException($"no type for a column of {column}", nameof(column)),
        };

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Rows one by one, as DuckDB makes them: memory does not grow with the result. This session does nothing else meanwhile.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    public T One<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Query(sql, read, parameters) is [var only] ? only : throw new InvalidOperationException($"'{sql}' must give one row");

    private DuckDBCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Heard?.Invoke(sql, parameters.ToArray());
        var command = _connection.CreateCommand();
        command.CommandText = Sql.Text(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        return command;
    }

    public void Dispose() => _connection.Dispose();
}

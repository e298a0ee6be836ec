using DuckDB.NET.Data;
using Hotspot.Settings;

namespace Hotspot.Tests.Journeys;

/// <summary>All that a home's store holds, and all that readers see of it, as text: two equal ones are one state.</summary>
internal static class StoreContent
{
    /// <summary>By table: its rows in order of all columns. Filters are left out: they only ever say that an order may be known, and never forget one; so is the mark of the tables.</summary>
    public static SortedDictionary<string, string> Of(Home home)
    {
        using var connection = new DuckDBConnection($"DataSource={home.Store};ACCESS_MODE=READ_ONLY");
        connection.Open();
        var tables = Rows(
            connection,
            "select schema_name || '.' || table_name from duckdb_tables() where database_name = current_database() and table_name not like 'seen_%' and table_name <> 'schema_mark' order by all"
        );
        return new SortedDictionary<string, string>(
            tables.ToDictionary(
                table => table,
                table => string.Join('\n', Rows(connection, $"select to_json(t)::text from (from {table}) as t order by all"))
            ),
            StringComparer.Ordinal
        );
    }

    /// <summary>Name and bytes of every file of the generation in force, under its id; empty: nothing is published.</summary>
    public static SortedDictionary<string, string> Published(Home home)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Hotspot.Store.Generation.Current(home.PublishedData) is not { } generation)
            return files;
        foreach (var file in Directory.EnumerateFiles(generation.Path, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(home.PublishedData, file)] = Hotspot.Outputs.FileHash.Of(file);
        return files;
    }

    /// <summary>Changes the store past all code of the program.</summary>
    public static void Change(Home home, string sql)
    {
        using var connection = new DuckDBConnection($"DataSource={home.Store}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Rows(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}

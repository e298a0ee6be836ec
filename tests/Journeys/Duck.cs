using System.Data.Common;
using DuckDB.NET.Data;
using Hotspot.Settings;

namespace Hotspot.Tests.Journeys;

/// <summary>A query of the test's own, past all code of the program.</summary>
internal static class Duck
{
    public static List<T> Query<T>(string sql, Func<DbDataReader, T> read)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>All rows as column name → value; null for SQL null, numbers as they come.</summary>
    public static List<Dictionary<string, object?>> Rows(string sql) =>
        Query(
            sql,
            row => Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.IsDBNull(i) ? null : (object?)row.GetValue(i))
        );

    public static string Quoted(string path) => "'" + path.Replace("'", "''", StringComparison.Ordinal) + "'";
}

/// <summary>The complaints that the home published, counted by the test itself.</summary>
internal sealed class PublishedRows(Home home)
{
    private string Source
    {
        get
        {
            var generation = File.ReadAllText(Path.Combine(home.PublishedData, "CURRENT")).Trim();
            return $"read_parquet({Duck.Quoted(Path.Combine(home.PublishedData, generation, "complaints", "*", "*", "*.parquet"))})";
        }
    }

    /// <param name="where">A condition on the published columns.</param>
    public long Count(string where = "true", string what = "*") =>
        Duck.Query($"select count({what}) from {Source} where {where}", row => row.GetInt64(0))[0];

    public long InDays((DateOnly From, DateOnly Until) days, string where = "true", string what = "*") =>
        Count($"{Within(days)} and ({where})", what);

    /// <summary>How many rows of some days meet each condition, all counted at one reading.</summary>
    public List<long> InDays((DateOnly From, DateOnly Until) days, IEnumerable<string> conditions) => Each(Within(days), conditions);

    private static string Within((DateOnly From, DateOnly Until) days) =>
        $"occurred_at >= '{days.From:yyyy-MM-dd}' and occurred_at < '{days.Until:yyyy-MM-dd}'";

    /// <summary>How many of some rows meet each condition, all counted at one reading.</summary>
    public List<long> Each(string rows, IEnumerable<string> conditions) =>
        Duck.Query(
            $"select [{string.Join(", ", conditions.Select(condition => $"count(*) filter ({condition})"))}] from {Source} where {rows}",
            row => row.GetFieldValue<List<long>>(0)
        )[0];

    /// <summary>Rows of a query in which <c>complaints</c> stands for the published rows.</summary>
    public List<Dictionary<string, object?>> Query(string sql) => Duck.Rows($"with complaints as (from {Source}) {sql}");
}

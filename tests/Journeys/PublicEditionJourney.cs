using System.Text.Json;
using DuckDB.NET.Data;

namespace Hotspot.Tests.Journeys;

/// <summary>The public edition of a small home, attacked with every number that it prints.</summary>
public sealed class PublicEditionJourney : IDisposable
{
    private const int Below = 5;
    private readonly Office _office = new();

    public PublicEditionJourney()
    {
        _office.Call("sample", "--complaints", "900", "--weeks", "4", "-o", Path.Combine(_office.Folder, "导出")).Exits(0);
        _office.Call("load", Path.Combine(_office.Folder, "导出")).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17", "--audience", "public").Exits(0);
    }

    private string Folder => _office.Bulletin("weekly", "2025-W17-public");

    [Fact]
    public void Every_number_that_is_printed_is_zero_or_no_smaller_than_the_limit_and_no_other_follows_from_them()
    {
        var rows = Rows();
        var (total, previous) = Totals();
        Assert.Contains(rows, row => row.Withheld);
        Assert.All(rows, row => Assert.False(row.Complaints is > 0 and < Below || row.Previous is > 0 and < Below, row.Label));
        Assert.All(rows.Where(row => row.Withheld), row => Assert.True(row.Complaints is null && row.Previous is null));
        foreach (var table in rows.GroupBy(row => row.Grouping))
        {
            Unknown(table.Select(row => (row.Complaints, row.Withheld)), total, table.Key);
            if (previous is { } before && table.Any(row => row.Previous is not null))
                Unknown(table.Select(row => (row.Previous, row.Withheld)), before, table.Key + " before");
        }
    }

    [Fact]
    public void The_order_of_rows_tells_nothing_of_a_withheld_one()
    {
        foreach (var table in Rows().Where(row => row.Grouping is "district" or "issue").GroupBy(row => row.Grouping))
        {
            var withheld = table.SkipWhile(row => !row.Withheld).ToList();
            Assert.All(withheld, row => Assert.True(row.Withheld));
            Assert.Equal(withheld.Select(row => row.Label).Order(StringComparer.Ordinal), withheld.Select(row => row.Label));
        }
    }

    /// <summary>The tables share nothing but the total, so each is one equation: its withheld cells are free between 0 and their sum.</summary>
    private static void Unknown(IEnumerable<(long? Count, bool Withheld)> cells, long total, string table)
    {
        var all = cells.ToList();
        var sum = total - all.Sum(cell => cell.Count ?? 0);
        var hidden = all.Count(cell => cell.Withheld);
        Assert.True(hidden != 1, table);
        Assert.True(hidden == 0 ? sum == 0 : sum >= Below, $"{table}: {hidden} withheld cells sum to {sum}");
    }

    [Fact]
    public void The_documents_print_the_tables_numbers_only_and_say_that_they_are_public()
    {
        var known = Rows().SelectMany(row => (long?[])[row.Complaints, row.Previous]).OfType<long>().ToHashSet();
        var (total, previous) = Totals();
        known.UnionWith([total, previous ?? total]);
        using var figures = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "figures.json")));
        foreach (var figure in Figures(figures.RootElement))
            Assert.Contains((long)figure, known);
        var names = Directory.GetFiles(Folder).Select(Path.GetFileName).ToList();
        Assert.Contains("城管诉求周报_2025年第17周_公开版.docx", names);
        Assert.Equal(["public_counts.parquet"], Directory.GetFiles(Path.Combine(Folder, "parquet")).Select(Path.GetFileName));
        var html = File.ReadAllText(Path.Combine(Folder, "城管诉求周报_2025年第17周_公开版.html"));
        Assert.Contains("公开版", html, StringComparison.Ordinal);
        Assert.DoesNotContain("市民反映", html, StringComparison.Ordinal);
        // Counts crossed with each other are for the house alone.
        Assert.DoesNotContain("\"explorer\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"explore\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("自助筛选", html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_no_issue_number_and_leaves_the_internal_bulletin_alone()
    {
        _office.Call("report", "weekly", "--audience", "public", "--final").Exits(2);
        Assert.False(Directory.Exists(_office.Bulletin("weekly", "2025-W17")));
        _office.Call("report", "weekly", "--audience", "everyone").Exits(2);
    }

    private sealed record Row(string Grouping, string Label, long? Complaints, long? Previous, bool Withheld);

    private List<Row> Rows()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select * from read_parquet($file)";
        command.Parameters.Add(new DuckDBParameter("file", Path.Combine(Folder, "parquet", "public_counts.parquet")));
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(
                new Row(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.IsDBNull(2) ? null : reader.GetInt64(2),
                    reader.IsDBNull(3) ? null : reader.GetInt64(3),
                    reader.GetBoolean(4)
                )
            );
        return rows;
    }

    private (long Total, long? Previous) Totals()
    {
        using var figures = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "figures.json")));
        long? Of(string id) =>
            Array(figures.RootElement)
                .Where(figure => figure.GetProperty("id").GetString() == id)
                .Select(figure => (long?)figure.GetProperty("value").GetDouble())
                .FirstOrDefault();
        return (Of("overview.complaints")!.Value, Of("overview.previous"));
    }

    private static IEnumerable<double> Figures(JsonElement root) => Array(root).Select(figure => figure.GetProperty("value").GetDouble());

    private static JsonElement.ArrayEnumerator Array(JsonElement root) =>
        (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("figures")).EnumerateArray();

    public void Dispose() => _office.Dispose();
}

using System.Text.Json;

namespace Hotspot.Tests.Journeys;

/// <summary>The public edition of a small home, attacked with every number that it prints.</summary>
public sealed class PublicEditionJourney : IClassFixture<PublicEditionJourney.Edited>, IDisposable
{
    /// <summary>Four weeks, the last of which has its public edition.</summary>
    public sealed class Edited : PreparedOffice
    {
        public Edited()
        {
            var exports = Path.Combine(Office.Folder, "导出");
            Office.Call("sample", "--complaints", "900", "--weeks", "4", "-o", exports).Exits(0);
            Office.Call("load", exports).Exits(0);
            Office.Call("report", "weekly", "--period", "2025-W17", "--audience", "public").Exits(0);
        }
    }

    private const int Below = 5;
    private readonly Office _office = new();

    public PublicEditionJourney(Edited edited) => _office.TakeOver(edited.Office, whole: true);

    private string Folder => _office.Bulletin("weekly", "2025-W17-public");

    [Fact]
    public void Every_number_that_is_printed_is_zero_or_no_smaller_than_the_limit_and_no_other_follows_from_them()
    {
        var rows = Rows(Folder);
        var total = Totals().Total;
        Assert.Contains(rows, row => row.Withheld);
        Assert.All(rows, row => Assert.False(row.Complaints is > 0 and < Below, row.Label));
        Assert.All(rows, row => Assert.Equal(row.Withheld, row.Complaints is null));
        foreach (var table in rows.GroupBy(row => row.Grouping))
            Unknown(table.Select(row => (row.Complaints, row.Withheld)), total, table.Key);
    }

    /// <summary>What one edition withholds would stand in the next one's column of the period before.</summary>
    [Fact]
    public void No_cell_of_the_period_before_is_printed()
    {
        var table = Path.Combine(Folder, "parquet", "public_counts.parquet");
        Assert.Equal(
            ["grouping", "label", "complaints", "is_withheld"],
            Duck.Query($"select column_name from (describe from {Duck.Quoted(table)})", row => row.GetString(0))
        );
        Assert.DoesNotContain(
            "上期（件）",
            File.ReadAllText(Path.Combine(Folder, "城管诉求周报_2025年第17周_公开版.html")),
            StringComparison.Ordinal
        );
    }

    /// <summary>The attack of subtraction: a row that a month prints is printed by each of its weeks, so it gives none of them away.</summary>
    [Fact]
    public void A_month_withholds_what_any_of_its_weeks_withholds()
    {
        var weeks = new[] { 14, 15, 16, 17 }.Select(week => $"2025-W{week}").ToList();
        foreach (var week in weeks.SkipLast(1))
            _office.Call("report", "weekly", "--period", week, "--audience", "public").Exits(0);
        _office.Call("report", "monthly", "--period", "2025-04", "--audience", "public").Exits(0);

        var month = Rows(_office.Bulletin("monthly", "2025-04-public"));
        var hidden = weeks
            .SelectMany(week => Rows(_office.Bulletin("weekly", week + "-public")))
            .Where(row => row.Withheld)
            .Select(row => (row.Grouping, row.Label))
            .ToHashSet();

        Assert.Contains(month, row => row is { Grouping: "district", Withheld: false });
        Assert.Contains(month, row => row is { Grouping: "district", Withheld: true });
        Assert.All(month.Where(row => !row.Withheld), row => Assert.DoesNotContain((row.Grouping, row.Label), hidden));
    }

    [Fact]
    public void The_order_of_rows_tells_nothing_of_a_withheld_one()
    {
        foreach (var table in Rows(Folder).Where(row => row.Grouping is "district" or "issue").GroupBy(row => row.Grouping))
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
        var known = Rows(Folder).Select(row => row.Complaints).OfType<long>().ToHashSet();
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

    /// <summary>Tables of dashes alone told a reader nothing, not even why.</summary>
    [Fact]
    public void A_small_home_is_told_why_the_edition_is_short_and_sees_one_row_for_all_that_is_withheld()
    {
        using var small = new Office();
        small.Call("sample", "--complaints", "500", "--weeks", "12", "-o", Path.Combine(small.Folder, "导出")).Exits(0);
        small.Call("load", Path.Combine(small.Folder, "导出")).Exits(0);
        small.Call("report", "weekly", "--period", "2025-W17", "--audience", "public").Exits(0);
        var papers = new Papers(small.Bulletin("weekly", "2025-W17-public"));
        Assert.Contains("按公开版规则不公开；以下只列可以公开的部分", papers.Text, StringComparison.Ordinal);
        foreach (var table in papers.WordTables.Values.Concat(new Papers(Folder).WordTables.Values))
            Assert.InRange(table.Cells.Count(row => row.Contains("—")), 0, 1);
    }

    private sealed record Row(string Grouping, string Label, long? Complaints, bool Withheld);

    private static List<Row> Rows(string folder) =>
        Duck.Query(
            $"from read_parquet({Duck.Quoted(Path.Combine(folder, "parquet", "public_counts.parquet"))})",
            row => new Row(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetBoolean(3))
        );

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

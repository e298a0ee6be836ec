using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Hotspot.Tests.Journeys;

/// <summary>Nothing is lost: every row of the files is accounted for, and the same files again change nothing, to the byte.</summary>
[Collection("sample office")]
public class LedgerJourney(SampleOffice sample)
{
    [Fact]
    public void A_load_accounts_for_every_row_that_the_sample_wrote()
    {
        var (json, truth) = (sample.Load.Json, sample.Truth);
        var rejected = truth.Rejected.Footer + truth.Rejected.NoUsableTime + truth.Rejected.WrongCellCount;
        long Of(string name) => json.GetProperty(name).GetInt64();

        Assert.Equal(truth.Rows, truth.Orders + truth.ResentUnchanged + truth.ResentChanged + rejected);
        Assert.Equal(
            (truth.Rows, truth.Orders, truth.ResentChanged, truth.ResentUnchanged, rejected),
            (Of("read"), Of("inserted"), Of("updated"), Of("unchanged"), Of("rejected"))
        );
        Assert.Equal(truth.Orders, sample.Rows.Count());
        Assert.Equal(truth.Orders, sample.Rows.Count(what: "distinct complaint_id"));
    }

    [Fact]
    public void Every_file_has_its_own_line_that_adds_up()
    {
        var files = sample.Load.Json.GetProperty("files").EnumerateArray().ToList();

        Assert.Equal(
            sample.Truth.Files.Select(file => (file.Name, file.Rows)).Order(),
            files.Select(file => (file.GetProperty("name").GetString()!, file.GetProperty("read").GetInt64())).Order()
        );
        Assert.All(
            files,
            file =>
                Assert.Equal(
                    file.GetProperty("read").GetInt64(),
                    new[] { "inserted", "updated", "unchanged", "rejected" }.Sum(name => file.GetProperty(name).GetInt64())
                )
        );
    }

    [Fact]
    public void Every_order_is_published_in_its_week_but_for_those_without_a_time_of_call_that_were_dispatched_after_midnight()
    {
        var published = sample
            .Rows.Query(
                """
                select strftime(date_trunc('week', occurred_at), '%Y-%m-%d') as week, count(*) as orders
                from complaints group by all order by all
                """
            )
            .ToDictionary(row => (string)row["week"]!, row => (long)row["orders"]!);
        var strays = sample.Rows.Count("time_from = 'dispatched' and dayofweek(occurred_at) = 1 and hour(occurred_at) < 12");
        var moved = sample.Truth.Weeks.Sum(week => Math.Abs(published[$"{week.From:yyyy-MM-dd}"] - week.Orders));

        Assert.Equal(SampleOffice.Weeks, published.Count);
        Assert.True(moved <= 2 * strays, $"{moved} differences with {strays} orders that can have moved");
    }

    [Fact]
    public void The_same_files_again_change_nothing_and_give_the_same_bytes()
    {
        var office = sample.Office;
        var folder = office.Bulletin("monthly", SampleOffice.Month);
        var before = Snapshot(folder);
        var generation = sample.Load.Json.GetProperty("generation").GetString();

        var again = office.Call("load", sample.Exports).Exits(0).Json;
        office.Call("report", "monthly").Exits(0);

        Assert.False(again.GetProperty("changed").GetBoolean());
        Assert.Equal(generation, again.GetProperty("generation").GetString());
        Assert.Equal(
            (0, 0, sample.Truth.Rows - Rejected(), Rejected()),
            (
                again.GetProperty("inserted").GetInt64(),
                again.GetProperty("updated").GetInt64(),
                again.GetProperty("unchanged").GetInt64(),
                again.GetProperty("rejected").GetInt64()
            )
        );
        Assert.Equal(before, Snapshot(folder));
    }

    private long Rejected() => sample.Truth.Rejected.Footer + sample.Truth.Rejected.NoUsableTime + sample.Truth.Rejected.WrongCellCount;

    /// <summary>Hash of every file of a bulletin; of the manifest without its block <c>run</c>.</summary>
    private static SortedDictionary<string, string> Snapshot(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (Path.GetFileName(file) == "manifest.json")
            {
                var manifest = JsonNode.Parse(bytes)!.AsObject();
                Assert.True(manifest.Remove("run"));
                bytes = System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString());
            }
            files.Add(Path.GetRelativePath(folder, file), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        return files;
    }
}

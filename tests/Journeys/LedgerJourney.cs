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
    public void Every_order_is_published_in_the_week_in_which_it_was_made()
    {
        var published = sample
            .Rows.Query(
                """
                select date_trunc('week', occurred_at)::date as week, count(*) as orders
                from complaints group by all order by all
                """
            )
            .Select(row => (DateOnly.FromDateTime(Convert.ToDateTime(row["week"]?.ToString())), (long)row["orders"]!));

        Assert.Equal(sample.Truth.Weeks.Select(week => (week.From, week.Orders)), published);
    }

    [Fact]
    public void The_same_files_again_change_nothing_and_give_the_same_bytes()
    {
        var office = sample.Office;
        var folder = office.Bulletin("weekly", SampleOffice.Week);
        var before = Snapshot(folder);
        var generation = sample.Load.Json.GetProperty("generation").GetString();

        var again = office.Call("load", sample.Exports).Exits(0).Json;
        office.Call("report", "weekly").Exits(0);

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

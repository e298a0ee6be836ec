using Hotspot.Runs;
using Hotspot.Store;

namespace Hotspot.Tests.Journeys;

/// <summary>Bytes that a failing disk spoils: told as such, with what to do, and nothing else is lost.</summary>
public sealed class DamageJourney(DamageJourney.Loaded loaded) : IClassFixture<DamageJourney.Loaded>, IDisposable
{
    public sealed class Loaded : PreparedOffice
    {
        public Loaded()
        {
            var exports = Path.Combine(Office.Folder, "导出");
            Office.Call("sample", "--complaints", "1500", "--weeks", "5", "-o", exports).Exits(0);
            Office.Call("load", exports).Exits(0);
        }
    }

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private string Month()
    {
        _office.TakeOver(loaded.Office, whole: true);
        return Directory
            .EnumerateFiles(
                Path.Combine(Generation.Current(_office.Home.PublishedData)!.Path, "complaints"),
                "*.parquet",
                SearchOption.AllDirectories
            )
            .Order(StringComparer.Ordinal)
            .First();
    }

    private static void Cut(string file, double share)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.SetLength((long)(stream.Length * share));
    }

    private static string Code(Answer answer) => answer.Json.GetProperty("error").GetProperty("code").GetString()!;

    [Theory]
    [InlineData("cut")]
    [InlineData("gone")]
    [InlineData("changed")]
    public void Published_data_that_are_damaged_are_published_anew_from_the_store(string damage)
    {
        var month = Month();
        var before = (Id: Generation.Current(_office.Home.PublishedData)!.Id, Bytes: File.ReadAllBytes(month));
        var answer = _office.Call("cut", "--by", "district").Exits(0).Out;
        if (damage == "gone")
            File.Delete(month);
        else if (damage == "cut")
            Cut(month, 0.5);
        else
            File.WriteAllBytes(month, [.. before.Bytes.Select((one, i) => i == before.Bytes.Length / 2 ? (byte)~one : one)]);
        if (damage == "cut")
            Assert.Equal("cli_published_damaged", Code(_office.Call("cut", "--by", "district").Exits(1)));

        var repaired = _office.Call("home", "repair").Exits(0);

        Assert.Single(repaired.Json.GetProperty("damaged").EnumerateArray());
        Assert.Equal(before.Id, Generation.Current(_office.Home.PublishedData)!.Id);
        Assert.Equal(before.Bytes, File.ReadAllBytes(month));
        Assert.Equal(answer, _office.Call("cut", "--by", "district").Exits(0).Out);
        Assert.Empty(_office.Call("home", "repair").Exits(0).Json.GetProperty("damaged").EnumerateArray());
        Assert.Single(Directory.EnumerateDirectories(_office.Home.PublishedData));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.0001)]
    public void A_store_that_is_damaged_is_told_and_what_is_published_stays_readable(double share)
    {
        Month();
        Cut(_office.Home.Store, share);
        foreach (
            var verb in (string[][])
                [
                    ["load", Path.Combine(loaded.Office.Folder, "导出")],
                    ["home", "repair"],
                ]
        )
            Assert.Equal("cli_store_damaged", Code(_office.Call(verb).Exits(1)));
        _office.Call("cut", "--by", "district").Exits(0);
        _office.Call("report", "weekly").Exits(0);
    }

    [Fact]
    public void Too_little_memory_is_told_and_leaves_everything_as_it_was()
    {
        _office.TakeOver(loaded.Office, whole: true);
        var before = StoreContent.Published(_office.Home);
        var more = Path.Combine(_office.Folder, "更多");
        _office.Call("sample", "--complaints", "4000", "--weeks", "5", "--until", "2019-06-30", "-o", more).Exits(0);

        Assert.Equal("cli_memory_short", Code(_office.Call("load", more, "--memory", "16MB").Exits(1)));

        Assert.Equal(before, StoreContent.Published(_office.Home));
        _office.Call("load", more).Exits(0);
    }
}

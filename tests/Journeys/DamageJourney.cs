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

    [Fact]
    public void Published_data_that_are_damaged_are_published_anew_from_the_store()
    {
        var month = Month();
        var before = (Id: Generation.Current(_office.Home.PublishedData)!.Id, Bytes: File.ReadAllBytes(month));
        var answer = _office.Call("cut", "--by", "district").Exits(0).Out;
        var damages = new Dictionary<string, Action>
        {
            ["gone"] = () => File.Delete(month),
            ["changed"] = () =>
                File.WriteAllBytes(month, [.. before.Bytes.Select((one, i) => i == before.Bytes.Length / 2 ? (byte)~one : one)]),
            ["cut"] = () =>
            {
                Cut(month, 0.5);
                Assert.Equal("cli_published_damaged", Code(_office.Call("cut", "--by", "district").Exits(1)));
            },
        };
        foreach (var (damage, strike) in damages)
        {
            strike();

            var repaired = _office.Call("home", "repair").Exits(0);

            Assert.Equal((damage, 1), (damage, repaired.Json.GetProperty("damaged").GetArrayLength()));
            Assert.Equal((damage, before.Id), (damage, Generation.Current(_office.Home.PublishedData)!.Id));
            Assert.True(before.Bytes.SequenceEqual(File.ReadAllBytes(month)), damage);
            Assert.Equal((damage, answer), (damage, _office.Call("cut", "--by", "district").Exits(0).Out));
            Assert.Single(Directory.EnumerateDirectories(_office.Home.PublishedData));
        }
        Assert.Empty(_office.Call("home", "repair").Exits(0).Json.GetProperty("damaged").EnumerateArray());
    }

    [Fact]
    public void A_store_that_is_damaged_is_told_and_what_is_published_stays_readable()
    {
        Month();
        foreach (var left in (double[])[0.3, 0.0003])
        {
            Cut(_office.Home.Store, left);
            Assert.Equal(
                (left, "cli_store_damaged"),
                (left, Code(_office.Call("load", Path.Combine(loaded.Office.Folder, "导出")).Exits(1)))
            );
            Assert.Equal((left, "cli_store_damaged"), (left, Code(_office.Call("home", "repair").Exits(1))));
        }
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

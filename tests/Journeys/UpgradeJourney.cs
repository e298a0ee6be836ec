using System.IO.Compression;
using Hotspot.Store;

namespace Hotspot.Tests.Journeys;

/// <summary>A new program in the place of an older one goes on with its home (<c>tests/Data/homes</c>).</summary>
public sealed class UpgradeJourney : IDisposable
{
    private static readonly string Homes = Path.Combine(AppContext.BaseDirectory, "Data", "homes");

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    private void Take(string home) =>
        ZipFile.ExtractToDirectory(Path.Combine(Homes, home + ".zip"), _office.Home.Root, overwriteFiles: true);

    private long Complaints() => _office.Call("cut", "--by", "district").Exits(0).Json.GetProperty("complaints").GetInt64();

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public void What_was_loaded_is_read_added_to_reported_and_taken_back(string home)
    {
        Take(home);
        Assert.False(Generation.Current(_office.Home.PublishedData)!.IsOfThisRelease);

        Assert.Equal(300, Complaints());
        Assert.True(Generation.Current(_office.Home.PublishedData)!.IsOfThisRelease);

        var file = _office.Call("load", Path.Combine(Homes, "b.csv")).Exits(0).Json.GetProperty("files")[0];
        Assert.Equal((150, 100), (file.GetProperty("read").GetInt32(), file.GetProperty("inserted").GetInt32()));
        Assert.Equal(400, Complaints());
        _office.Call("report", "weekly").Exits(0);
        _office.Call("status").Exits(0);
        _office.Call("explain", "热线-250414-000001").Exits(0);
        _office.Call("explain", "热线-250414-000001", "--reveal", "--reason", "升级后核对").Exits(0);
        _office.Call("cut", "--by", "hot_issue").Exits(0);
        _office.Call("undo", "--yes").Exits(0);
        Assert.Equal(300, Complaints());
        Assert.Empty(_office.Call("home", "repair").Exits(0).Json.GetProperty("damaged").EnumerateArray());
    }

    [Fact]
    public void A_home_of_a_trial_is_refused_with_what_to_do_and_left_as_it_is()
    {
        Take("trial");
        var before = File.ReadAllBytes(_office.Home.Store);
        foreach (
            var call in (string[][])
                [
                    ["load", Path.Combine(Homes, "b.csv")],
                    ["cut", "--by", "district"],
                    ["report", "weekly"],
                ]
        )
        {
            var code = _office.Call(call).Exits(2).Json.GetProperty("error").GetProperty("code").GetString();
            Assert.Equal((call[0], "store_of_trial"), (call[0], code));
            Assert.True(before.SequenceEqual(File.ReadAllBytes(_office.Home.Store)), call[0]);
        }
    }

    [Fact]
    public void The_shape_of_this_release_is_that_of_what_it_publishes()
    {
        _office.Call("load", Path.Combine(Homes, "a.csv")).Exits(0);
        Assert.Equal(Generation.ShapeOfThisRelease, Generation.Current(_office.Home.PublishedData)!.Files()["shape"]);
    }
}

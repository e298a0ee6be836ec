using System.IO.Compression;

namespace Hotspot.Tests.Journeys;

/// <summary>The end of the contract: what is not personal goes, the keys are gone, and what is published can still be read.</summary>
public sealed class HandoverJourney : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void What_is_handed_over_holds_no_phone_and_no_key_and_the_home_can_be_read_but_not_opened()
    {
        _office.Call("load", _office.Write("一周.csv", Exports.City(new DateOnly(2025, 4, 21), 7, 10))).Exits(0);
        _office.Call("report", "weekly", "--period", "2025-W17").Exits(0);
        var target = Path.Combine(_office.Folder, "交接.zip");
        Assert.Equal(2, _office.Call("home", "handover", "-o", target).Exit);

        Directory.CreateDirectory(_office.Home.Inbox);
        var raw = Path.Combine(_office.Home.Inbox, "原始.csv");
        File.WriteAllText(raw, "电话\n13800001111\n");
        Assert.Contains("handover_inbox", _office.Call("home", "handover", "-o", target, "--yes").Exits(2).Out, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(_office.Home.Keys));
        File.Delete(raw);

        var done = _office.Call("home", "handover", "-o", target, "--yes").Exits(0).Json;
        Assert.Equal(2, done.GetProperty("keys_destroyed").GetInt32());
        Assert.Empty(Directory.EnumerateFiles(_office.Home.Keys));
        using (var zip = ZipFile.OpenRead(target))
        {
            var names = zip.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains("settings.json", names);
            Assert.Contains("published/data/CURRENT", names);
            Assert.Contains(names, name => name.StartsWith("points/", StringComparison.Ordinal));
            Assert.DoesNotContain(names, name => name.Contains("/.", StringComparison.Ordinal));
            Assert.Contains(names, name => name.EndsWith(".docx", StringComparison.Ordinal));
            Assert.DoesNotContain(
                names,
                name => name.StartsWith("keys/", StringComparison.Ordinal) || name.StartsWith("store/", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(
                names,
                name => name.StartsWith("sealed/", StringComparison.Ordinal) || name.StartsWith("archive/", StringComparison.Ordinal)
            );
        }
        _office.Call("cut", "--by", "district").Exits(0);
        foreach (
            var verb in (string[][])
                [
                    ["load", _office.Write("再来.csv", Exports.City(new DateOnly(2025, 4, 28), 1, 5))],
                    ["nightly"],
                ]
        )
            Assert.Contains("已于 2025-04-28 交接", _office.Call(verb).Exits(4).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_office.Home.Keys));
        var status = _office.Call("status").Exits(0);
        Assert.Equal("2025-04-28", status.Json.GetProperty("handed_over_on").GetString());
        Assert.Contains("交接：密钥已销毁", status.Error, StringComparison.Ordinal);
    }
}

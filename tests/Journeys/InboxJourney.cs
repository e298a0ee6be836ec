using System.Text.Json;
using Hotspot.Runs.Night;

namespace Hotspot.Tests.Journeys;

/// <summary>What lies in the inbox, or in a folder that is loaded, is loaded or told; nothing is passed over without a word.</summary>
public sealed class InboxJourney : IDisposable
{
    private const string Export = "工单编号,来电时间,被反映区,主要内容\n热线-250427-000001,2025-04-27 08:10:00,朝阳区,占道经营\n";
    private static readonly string[] Others = ["exports.zip", "~$四月.xlsx", "三月/", "说明_×××.docx"];

    private readonly Office _office = new();

    public InboxJourney() => _office.Call("init").Exits(0);

    public void Dispose() => _office.Dispose();

    /// <summary>Things that are no exports; the inbox's own folders and hidden files are not told.</summary>
    private static void Clutter(string folder)
    {
        foreach (var name in (string[])["exports.zip", "说明_张建国.docx", "~$四月.xlsx", ".隐藏"])
            File.WriteAllText(Path.Combine(folder, name), "x");
        foreach (var name in (string[])["三月", "taken-back", "unreadable"])
            Directory.CreateDirectory(Path.Combine(folder, name));
    }

    private static List<string?> Names(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString())];

    [Fact]
    public void What_is_no_export_is_told_by_status_load_and_night()
    {
        Clutter(_office.Home.Inbox);
        var status = _office.Call("status").Exits(0);
        Assert.Empty(Names(status.Json, "inbox_files"));
        Assert.Equal(Others, Names(status.Json, "inbox_passed_over"));
        Assert.Contains("压缩包请先解压", status.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("收件箱：空", status.Error, StringComparison.Ordinal);

        var refused = _office.Call("load").Exits(4);
        Assert.Contains("exports.zip", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("张建国", status.Error + refused.Error, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(_office.Home.Inbox, "四月.csv"), Export);
        Assert.Equal(["四月.csv"], Names(_office.Call("status").Exits(0).Json, "inbox_files"));
        var night = _office.Call("nightly").Exits(0);
        Assert.Equal(Others, Names(night.Json, "passed_over"));
        Assert.Contains("exports.zip", night.Error, StringComparison.Ordinal);
        Assert.Equal(1, night.Json.GetProperty("files_loaded").GetInt32());
    }

    [Fact]
    public void What_is_no_export_in_a_folder_is_told_when_the_folder_is_loaded()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_office.Folder, "导出")).FullName;
        Clutter(folder);
        File.WriteAllText(Path.Combine(folder, "四月.csv"), Export);
        var load = _office.Call("load", folder).Exits(0);
        Assert.Equal(
            [.. Others.Append("taken-back/").Append("unreadable/").Order(StringComparer.Ordinal)],
            Names(load.Json, "passed_over")
        );
        Assert.Contains("子文件夹里的文件请移出来", load.Error, StringComparison.Ordinal);
        Assert.Empty(Names(_office.Call("load", Path.Combine(folder, "四月.csv")).Exits(0).Json, "passed_over"));
    }

    /// <summary>A plain text is read where it holds a table; a table of an unknown layout stays an error, and so does a text that is named.</summary>
    [Theory]
    [InlineData("4月的导出，共两个文件。\n备注\n有问题请找张建国 13812345678。\n")]
    [InlineData("")]
    [InlineData("<html><body>导出说明</body></html>")]
    public void A_note_in_a_folder_keeps_no_export_out(string note)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_office.Folder, "导出")).FullName;
        File.WriteAllText(Path.Combine(folder, "readme.txt"), note);
        Assert.Contains("readme.txt", _office.Call("load", folder).Exits(4).Error, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder, "四月.csv"), Export);
        File.WriteAllText(Path.Combine(folder, "五月.txt"), Export.Replace("000001", "000002", StringComparison.Ordinal));
        foreach (
            var verb in (string[][])
                [
                    ["load", folder, "--dry-run"],
                    ["load", folder],
                ]
        )
        {
            var load = _office.Call(verb).Exits(0);
            Assert.Equal(["readme.txt"], Names(load.Json, "passed_over"));
            Assert.Contains("readme.txt", load.Error, StringComparison.Ordinal);
            Assert.Equal(2, load.Json.GetProperty("files").GetArrayLength());
        }
        _office.Call("load", Path.Combine(folder, "readme.txt")).Exits(2);
        _office.Call("load", folder, Path.Combine(folder, "readme.txt")).Exits(2);

        File.WriteAllText(Path.Combine(folder, "别的.csv"), "甲,乙,丙\n1,2,3\n");
        Assert.Contains("ingest.header_none", _office.Call("load", folder).Exits(2).Out, StringComparison.Ordinal);
        File.Move(Path.Combine(folder, "别的.csv"), Path.Combine(folder, "别的.xlsx"));
        _office.Call("load", folder).Exits(2);
        File.Delete(Path.Combine(folder, "别的.xlsx"));
        File.WriteAllText(Path.Combine(folder, "别的.txt"), "工单编号,主要内容,心情\n1,2,3\n");
        Assert.Contains("ingest.header_unknown", _office.Call("load", folder).Exits(2).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_told_and_keeps_no_other_out()
    {
        File.WriteAllText(Path.Combine(_office.Home.Inbox, "四月.csv"), Export);
        var open = Path.Combine(_office.Home.Inbox, "五月.csv");
        File.WriteAllText(open, Export);
        using (File.Open(open, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var night = _office.Call("nightly").Exits(0);
            Assert.Equal(["五月.csv"], Names(night.Json, "unopened"));
            Assert.Contains("打不开的文件留在收件箱，下一夜再试", night.Error, StringComparison.Ordinal);
            Assert.Equal(1, night.Json.GetProperty("files_loaded").GetInt32());
        }
        Assert.Equal(1, _office.Call("nightly").Exits(0).Json.GetProperty("files_loaded").GetInt32());
        // Who may not read a file is answered as who opens a folder as one.
        Assert.False(Inbox.IsWhole(_office.Home.Inbox));
    }
}

namespace Hotspot.Tests.Journeys;

/// <summary>A load that is killed loses nothing and repeats nothing: run again, it publishes what an undisturbed load publishes.</summary>
public sealed class KilledLoadJourney : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void A_killed_load_run_again_publishes_the_generation_of_an_undisturbed_one()
    {
        var exports = Path.Combine(_office.Folder, "导出 文件");
        _office.Call("sample", "--complaints", "4000", "--weeks", "8", "-o", exports).Exits(0);
        using var calm = new Office();
        _office.Call("init").Exits(0);
        CopyKeys(_office, calm);
        var expected = calm.Call("load", exports).Exits(0).Json;

        // Each moment is one at which something stands half done: the store is open, the first original is sealed, a generation is written.
        var killed = 0;
        foreach (var moment in (Func<bool>[])[() => StoreHolds(200_000), () => Sealing(), () => Publishing()])
        {
            killed += KilledProgram.Run(_office, moment, "load", exports) ? 1 : 0;
            Assert.False(RunLockHeld());
        }
        var again = _office.Call("load", exports).Exits(0).Json;

        Assert.True(killed >= 2, $"only {killed} of 3 loads were still at work when they were to be killed");
        Assert.Equal(expected.GetProperty("generation").GetString(), again.GetProperty("generation").GetString());
        Assert.Equal(expected.GetProperty("read").GetInt64(), again.GetProperty("read").GetInt64());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_office.Home.PublishedData, "*.tmp"));
    }

    private bool StoreHolds(long bytes)
    {
        var folder = Path.GetDirectoryName(_office.Home.Store)!;
        return Directory.Exists(folder) && new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) > bytes;
    }

    private bool Sealing() => Directory.EnumerateFiles(_office.Home.Archive).Any();

    private bool Publishing() => Directory.EnumerateDirectories(_office.Home.PublishedData, "*.tmp").Any();

    private bool RunLockHeld() => Hotspot.Runs.RunLock.IsHeld(_office.Home);

    private static void CopyKeys(Office from, Office to)
    {
        to.Home.Make();
        foreach (var key in Directory.EnumerateFiles(from.Home.Keys))
            File.Copy(key, Path.Combine(to.Home.Keys, Path.GetFileName(key)));
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Store;

/// <summary>
/// An immutable, de-identified copy of the complaints for readers: <c>&lt;folder&gt;/&lt;id&gt;/complaints/year=/month=/data.parquet</c>.
/// The id is a hash of the content; the file <c>CURRENT</c> names the generation in force and is switched by one rename.
/// </summary>
public sealed record Generation(string Folder, string Id)
{
    public string Path => System.IO.Path.Combine(Folder, Id);

    /// <summary>Pattern of the Parquet files of the complaints.</summary>
    public string Complaints => System.IO.Path.Combine(Path, "complaints", "*", "*", "*.parquet");

    /// <summary>Parquet file of the files that were loaded, one row each.</summary>
    public string Batches => System.IO.Path.Combine(Path, "batches.parquet");

    /// <summary>Parquet file of earlier totals; generations before this release have none.</summary>
    public string Baseline => System.IO.Path.Combine(Path, "baseline.parquet");

    /// <summary>The generation in force; null where nothing has been published.</summary>
    public static Generation? Current(string folder)
    {
        var pointer = System.IO.Path.Combine(folder, "CURRENT");
        return File.Exists(pointer) ? new Generation(folder, File.ReadAllText(pointer).Trim()) : null;
    }

    /// <summary>
    /// Writes a generation beside the old ones, then switches; months that did not change are linked, older generations but one removed. A month is named
    /// by the hash of its file: rows in a total order give the same bytes, whatever the number of cores and the way the store came to them.
    /// </summary>
    /// <returns>The generation in force; the same as before where nothing changed.</returns>
    public static Generation Publish(Session store, string folder)
    {
        var months = store.Query("Store/months", row => (Year: row.GetInt32(0), Month: row.GetInt32(1), IsStale: row.GetBoolean(2)));
        var current = Current(folder);
        var known = current is null ? [] : ReadHashes(current.Path);
        var beside = System.IO.Path.Combine(folder, "next.tmp");
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        var hashes = new string[months.Count];
        var written = new List<int>();
        for (var i = 0; i < months.Count; i++)
        {
            var key = MonthFolder(months[i].Year, months[i].Month);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FileOf(beside, key))!);
            if (!months[i].IsStale && known.TryGetValue(key, out var hash) && File.Exists(FileOf(current!.Path, key)))
            {
                SameFile.Name(FileOf(current.Path, key), FileOf(beside, key));
                hashes[i] = hash;
            }
            else
                written.Add(i);
        }
        InParallel(
            store,
            written,
            (session, i) =>
            {
                var target = FileOf(beside, MonthFolder(months[i].Year, months[i].Month));
                session.Execute("Store/publish_month", ("file", target), ("year", months[i].Year), ("month", months[i].Month));
                hashes[i] = HashOf(target);
            }
        );
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"baseline {store.One("Store/baseline_hash", row => row.GetValue(0))}\nbatches {store.One("Store/batch_hash", row => row.GetValue(0))}\n"
        );
        for (var i = 0; i < months.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{MonthFolder(months[i].Year, months[i].Month)} {hashes[i]}\n");
        store.Execute("Store/publish_baseline", ("file", System.IO.Path.Combine(beside, "baseline.parquet")));
        store.Execute("Store/publish_batches", ("file", System.IO.Path.Combine(beside, "batches.parquet")));
        File.WriteAllText(System.IO.Path.Combine(beside, "months.txt"), text.ToString());
        var next = new Generation(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16]);
        Switch(next, beside, current);
        store.Execute("Store/fresh");
        return next;
    }

    /// <summary>One query a thread: a month of ordinary size is one row group, which DuckDB writes on one thread while another spins waiting for it.</summary>
    private static void InParallel(Session store, IReadOnlyList<int> months, Action<Session, int> write)
    {
        store.Execute("Store/threads", ("threads", 1));
        try
        {
            Parallel.ForEach(
                Partitioner.Create(months, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = store.Threads },
                () =>
                {
                    var session = store.Beside();
                    session.Execute("Store/published");
                    return session;
                },
                (month, _, session) =>
                {
                    write(session, month);
                    return session;
                },
                session => session.Dispose()
            );
        }
        catch (AggregateException e) when (e.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
        finally
        {
            store.Execute("Store/threads", ("threads", store.Threads));
        }
    }

    private static void Switch(Generation next, string beside, Generation? current)
    {
        if (Directory.Exists(next.Path))
        {
            Directory.Delete(beside, recursive: true);
            if (next == current)
                return;
        }
        else
            Directory.Move(beside, next.Path);
        var pointer = System.IO.Path.Combine(next.Folder, "CURRENT");
        File.WriteAllText(pointer + ".tmp", next.Id + "\n");
        File.Move(pointer + ".tmp", pointer, overwrite: true);
        RemoveOlder(next.Folder, next, current);
    }

    private static string FileOf(string generation, string month) =>
        System.IO.Path.Combine(generation, "complaints", month, "data.parquet");

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string MonthFolder(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"year={year}/month={month}");

    /// <summary>Content of each part of the generation, by its name: what a manifest lists as inputs.</summary>
    public IReadOnlyDictionary<string, string> Files() => ReadHashes(Path);

    private static Dictionary<string, string> ReadHashes(string path)
    {
        var file = System.IO.Path.Combine(path, "months.txt");
        return File.Exists(file)
            ? File.ReadLines(file).Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1])
            : [];
    }

    /// <summary>Readers of the generation before may still be at work; those before it are done.</summary>
    private static void RemoveOlder(string folder, Generation next, Generation? previous)
    {
        foreach (var path in Directory.EnumerateDirectories(folder))
        {
            var name = System.IO.Path.GetFileName(path);
            if (name != next.Id && name != previous?.Id)
                Directory.Delete(path, recursive: true);
        }
    }
}

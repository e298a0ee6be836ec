using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotspot.Store;

/// <summary>
/// An immutable, de-identified copy of the complaints for readers: <c>&lt;folder&gt;/&lt;id&gt;/complaints/year=/month=/*.parquet</c>.
/// The id is a hash of the content; the file <c>CURRENT</c> names the generation in force and is switched by one rename.
/// </summary>
public sealed record Generation(string Folder, string Id)
{
    public string Path => System.IO.Path.Combine(Folder, Id);

    /// <summary>Pattern of the Parquet files of the complaints.</summary>
    public string Complaints => System.IO.Path.Combine(Path, "complaints", "*", "*", "*.parquet");

    /// <summary>Hash of the columns that this release publishes (<c>Store/shape.sql</c>); a test tells the new one where they change.</summary>
    internal const string ShapeOfThisRelease = "0b3be49c2c878c8431d79151f4260575";

    public bool IsOfThisRelease => Files().GetValueOrDefault("shape") == ShapeOfThisRelease;

    /// <summary>Months with complaints as year * 12 + month, from the names of their folders; in no order.</summary>
    public IReadOnlyList<long> Months()
    {
        var complaints = System.IO.Path.Combine(Path, "complaints");
        return Directory.Exists(complaints)
            ?
            [
                .. Directory
                    .EnumerateDirectories(complaints, "month=*", SearchOption.AllDirectories)
                    .Select(month => NumberOf(System.IO.Path.GetDirectoryName(month)!) * 12 + NumberOf(month)),
            ]
            : [];
    }

    private static long NumberOf(string folder) =>
        long.Parse(folder.AsSpan(folder.LastIndexOf('=') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Parquet file of the files that were loaded, one row each.</summary>
    public string Batches => System.IO.Path.Combine(Path, "batches.parquet");

    /// <summary>Parquet file of earlier totals; generations before this release have none.</summary>
    public string Baseline => System.IO.Path.Combine(Path, "baseline.parquet");

    /// <summary>Parquet file of recorded callbacks, one row an order; not there before the first is recorded.</summary>
    public string Callbacks => System.IO.Path.Combine(Path, "callbacks.parquet");

    /// <summary>Parquet files of what the city sent out by its own lists, and of these lists; not there before the first is handed in.</summary>
    public string Dispatched => System.IO.Path.Combine(Path, "dispatched.parquet");

    public string DispatchLists => System.IO.Path.Combine(Path, "dispatch_lists.parquet");

    /// <summary>Parquet file of what the users of the service answered; not there before the first survey.</summary>
    public string Surveys => System.IO.Path.Combine(Path, "surveys.parquet");

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
    /// <param name="isAnew">Every month is written, whatever stands there: it may be damaged.</param>
    /// <returns>The generation in force; the same as before where nothing changed.</returns>
    public static Generation Publish(Session store, string folder, bool isAnew = false)
    {
        var months = store.Query(
            "Store/months",
            row =>
                (
                    Folder: MonthFolder(row.GetInt32(0), row.GetInt32(1)),
                    IsStale: row.GetBoolean(2),
                    Parts: MonthPart.Of(row.GetInt32(0), row.GetInt32(1), row.GetInt64(3))
                )
        );
        var current = Current(folder);
        var known = current is null || isAnew ? [] : ReadHashes(current.Path);
        store.Execute("Store/published");
        var shape = store.One("Store/shape", row => row.GetString(0));
        var isOfThisShape = known.GetValueOrDefault("shape") == shape;
        var beside = System.IO.Path.Combine(folder, "next.tmp");
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        var written = new List<(MonthPart Part, string File)>();
        var linked = new Dictionary<string, string>();
        foreach (var (month, isStale, parts) in months)
        {
            var target = Directory.CreateDirectory(System.IO.Path.Combine(beside, "complaints", month)).FullName;
            var source = current is null ? "" : System.IO.Path.Combine(current.Path, "complaints", month);
            if (
                isOfThisShape
                && !isStale
                && known.TryGetValue(month, out var hash)
                && parts.All(part => File.Exists(System.IO.Path.Combine(source, part.Name)))
            )
            {
                linked[month] = hash;
                foreach (var part in parts)
                    SameFile.Name(System.IO.Path.Combine(source, part.Name), System.IO.Path.Combine(target, part.Name));
            }
            else
                written.AddRange(parts.Select(part => (part, System.IO.Path.Combine(target, part.Name))));
        }
        Write(store, written);
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"shape {shape}\nbaseline {store.One("Store/baseline_hash", row => row.GetValue(0))}\nbatches {store.One("Store/batch_hash", row => row.GetValue(0))}\n"
        );
        foreach (var (month, _, parts) in months)
        {
            var folderOf = System.IO.Path.Combine(beside, "complaints", month);
            var hash = linked.GetValueOrDefault(month) ?? HashOf(parts.Select(part => System.IO.Path.Combine(folderOf, part.Name)));
            text.Append(CultureInfo.InvariantCulture, $"{month} {hash}\n");
        }
        // Homes without them keep the ids that they had.
        foreach (var part in store.Query("Store/parts", row => row.GetString(0)))
        {
            var file = System.IO.Path.Combine(beside, part + ".parquet");
            store.Execute("Store/publish_" + part, ("file", file));
            text.Append(CultureInfo.InvariantCulture, $"{part} {HashOf([file])}\n");
        }
        store.Execute("Store/publish_baseline", ("file", System.IO.Path.Combine(beside, "baseline.parquet")));
        store.Execute("Store/publish_batches", ("file", System.IO.Path.Combine(beside, "batches.parquet")));
        File.WriteAllText(System.IO.Path.Combine(beside, "months.txt"), text.ToString());
        var next = new Generation(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16]);
        if (isAnew && Directory.Exists(next.Path))
            Directory.Move(next.Path, System.IO.Path.Combine(folder, "damaged.tmp"));
        Switch(next, beside, current);
        store.Execute("Store/fresh");
        return next;
    }

    /// <summary>Gives readers a generation that still stands there; null: nothing is published any more.</summary>
    public static void Return(string folder, Generation? before)
    {
        if (before is null)
            File.Delete(System.IO.Path.Combine(folder, "CURRENT"));
        else
            Point(before);
    }

    private static void Write(Session store, IEnumerable<(MonthPart Part, string File)> parts)
    {
        var waiting = new ConcurrentQueue<(MonthPart Part, string File)>(parts);
        store.WithOneThreadAQuery(() =>
            store.Together(
                store.Threads,
                (session, _) =>
                {
                    session.Execute("Store/published");
                    while (waiting.TryDequeue(out var next))
                        session.Execute("Store/publish_part", ("file", next.File), ("from", next.Part.From), ("until", next.Part.Until));
                }
            )
        );
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
        Point(next);
        RemoveOlder(next.Folder, next, current);
    }

    private static void Point(Generation next)
    {
        var pointer = System.IO.Path.Combine(next.Folder, "CURRENT");
        File.WriteAllText(pointer + ".tmp", next.Id + "\n");
        File.Move(pointer + ".tmp", pointer, overwrite: true);
    }

    /// <summary>Of the bytes of the files, one after the other.</summary>
    private static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
                hash.AppendData(buffer, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string MonthFolder(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"year={year}/month={month}");

    /// <summary>Parts whose files are gone or no longer hold what was published.</summary>
    public IReadOnlyList<string> Damaged(Session store) =>
        Files() is { Count: > 0 } parts
            ? [.. parts.Where(part => part.Key != "shape" && !IsWhole(store, part.Key, part.Value)).Select(part => part.Key)]
            : ["months.txt"];

    private bool IsWhole(Session store, string part, string hash)
    {
        var month = System.IO.Path.Combine(Path, "complaints", part);
        var file = System.IO.Path.Combine(Path, part + ".parquet");
        try
        {
            if (part is "baseline" or "batches")
                return store.One(
                        "Store/content_hash",
                        row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture),
                        ("file", file)
                    ) == hash;
            return HashOf(Directory.Exists(month) ? Directory.EnumerateFiles(month).Order(StringComparer.Ordinal) : [file]) == hash;
        }
        catch (Exception e) when (e is IOException or DuckDB.NET.Data.DuckDBException)
        {
            return false;
        }
    }

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

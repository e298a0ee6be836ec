using System.Globalization;
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

    /// <summary>The generation in force; null where nothing has been published.</summary>
    public static Generation? Current(string folder)
    {
        var pointer = System.IO.Path.Combine(folder, "CURRENT");
        return File.Exists(pointer) ? new Generation(folder, File.ReadAllText(pointer).Trim()) : null;
    }

    /// <summary>Writes a generation beside the old ones, then switches; months that did not change are copied, older generations but one removed.</summary>
    /// <returns>The generation in force; the same as before where nothing changed.</returns>
    public static Generation Publish(Session store, string folder)
    {
        store.Execute("Store/published");
        var months = store.Query(
            "Store/month_hashes",
            row => (Year: row.GetInt32(0), Month: row.GetInt32(1), Hash: row.GetValue(2).ToString()!, Rows: row.GetInt64(3))
        );
        var hashes = months.ToDictionary(
            month => MonthFolder(month.Year, month.Month),
            month => string.Create(CultureInfo.InvariantCulture, $"{month.Hash}-{month.Rows}")
        );
        var batches = store.One("Store/batch_hash", row => row.GetValue(0).ToString());
        var text =
            $"batches {batches}\n"
            + string.Concat(hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}\n"));
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        var current = Current(folder);
        var next = new Generation(folder, id);
        if (current == next && Directory.Exists(next.Path))
            return next;

        var beside = next.Path + ".tmp";
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        var known = current is null ? [] : ReadHashes(current.Path);
        foreach (var month in months)
        {
            var key = MonthFolder(month.Year, month.Month);
            var target = System.IO.Path.Combine(beside, "complaints", key, "data.parquet");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            if (known.GetValueOrDefault(key) == hashes[key])
                File.Copy(System.IO.Path.Combine(current!.Path, "complaints", key, "data.parquet"), target);
            else
                store.Execute("Store/publish_month", ("file", target), ("year", month.Year), ("month", month.Month));
        }
        Directory.CreateDirectory(beside);
        store.Execute("Store/publish_batches", ("file", System.IO.Path.Combine(beside, "batches.parquet")));
        File.WriteAllText(System.IO.Path.Combine(beside, "months.txt"), text);
        if (Directory.Exists(next.Path))
            Directory.Delete(next.Path, recursive: true);
        Directory.Move(beside, next.Path);
        var pointer = System.IO.Path.Combine(folder, "CURRENT");
        File.WriteAllText(pointer + ".tmp", id + "\n");
        File.Move(pointer + ".tmp", pointer, overwrite: true);
        RemoveOlder(folder, next, current);
        return next;
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

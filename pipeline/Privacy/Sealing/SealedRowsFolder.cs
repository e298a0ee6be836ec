namespace Hotspot.Privacy.Sealing;

/// <summary>The sealed files of a home. Unfinished ones and those of another key count as absent.</summary>
public static class SealedRowsFolder
{
    private const string Ending = ".rows";

    public sealed record Sealed(string BatchId, long Sequence, string Path);

    public static string PathOf(string folder, string batchId) => Path.Combine(folder, batchId + Ending);

    /// <summary>The finished files, the latest load first.</summary>
    public static IReadOnlyList<Sealed> Files(string folder, ReadOnlySpan<byte> key)
    {
        var files = new List<Sealed>();
        if (!Directory.Exists(folder))
            return files;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending))
        {
            using var reader = SealedRowsReader.Open(path, key);
            if (reader is not null)
                files.Add(new Sealed(Path.GetFileNameWithoutExtension(path), reader.Sequence, path));
        }
        return [.. files.OrderByDescending(file => file.Sequence).ThenBy(file => file.BatchId, StringComparer.Ordinal)];
    }

    /// <summary>True where a sealed file does not open with this key: never finished, or of another home's key.</summary>
    public static bool HasForeign(string folder, ReadOnlySpan<byte> key) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + Ending).Count() > Files(folder, key).Count;

    /// <summary>The originals of an order, each column as the latest load wrote it.</summary>
    /// <exception cref="SealBrokenException">A record of the order was changed.</exception>
    public static IReadOnlyList<OriginalValue> Of(string folder, string complaintId, ReadOnlySpan<byte> key) =>
        Of(folder, [complaintId], key)[complaintId];

    /// <summary>The same for many orders, each file opened once.</summary>
    /// <exception cref="SealBrokenException">A record of an order was changed.</exception>
    public static IReadOnlyDictionary<string, List<OriginalValue>> Of(
        string folder,
        IReadOnlyCollection<string> complaintIds,
        ReadOnlySpan<byte> key
    )
    {
        var found = complaintIds.ToDictionary(id => id, _ => new List<OriginalValue>(), StringComparer.Ordinal);
        foreach (var file in Files(folder, key))
        {
            using var reader = SealedRowsReader.Open(file.Path, key);
            foreach (var (id, values) in found)
            {
                // Inside one file the later row wins.
                foreach (var row in reader?.Of(id).Reverse() ?? [])
                    values.AddRange(row.Values.Where(value => values.TrueForAll(known => known.Column != value.Column)));
            }
        }
        return found;
    }
}

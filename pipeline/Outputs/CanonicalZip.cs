using System.IO.Compression;

namespace Hotspot.Outputs;

/// <summary>Rewrites an Office package with fixed entry order and times (1980-01-01), so that the same content has the same bytes.</summary>
internal static class CanonicalZip
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Rewrite(Stream package, Stream target)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(entry => Place(entry.FullName)).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Epoch;
            using var source = entry.Open();
            using var sink = copy.Open();
            source.CopyTo(sink);
        }
    }

    // Readers that stream want the content types first, then the relations of the package.
    private static int Place(string name) =>
        name switch
        {
            "[Content_Types].xml" => 0,
            "_rels/.rels" => 1,
            _ => 2,
        };
}

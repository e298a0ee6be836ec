using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using Hotspot.Outputs.Tables;
using Parquet;
using Parquet.Schema;

namespace Hotspot.Outputs;

/// <summary>
/// Result rows as Parquet (zstd): one column a property, named by <see cref="Records.Snake"/>, in the order of the record. An empty list
/// still gives a file with its columns. A <c>byte[]</c> property named Geometry makes it a GeoParquet file.
/// </summary>
public static class ParquetTable
{
    private const string GeometryColumn = "geometry";

    /// <summary>The file <c>name.parquet</c> of a folder that is there.</summary>
    public static void Write<T>(IReadOnlyList<T> rows, string folder, string name) =>
        AtomicFile.Write(Path.Combine(folder, name + ".parquet"), stream => Write(rows, stream));

    public static void Write<T>(IReadOnlyList<T> rows, Stream target) => Write(rows, Columns<T>.All, target);

    /// <param name="kept">Names of the columns that the file has.</param>
    public static void Write<T>(IReadOnlyList<T> rows, IReadOnlySet<string> kept, Stream target) =>
        Write(rows, Columns<T>.Of(kept), target);

    private static void Write<T>(IReadOnlyList<T> rows, Layout<T> layout, Stream target)
    {
        // The writer asks the stream for its position; a file being written may not tell.
        using var buffer = new MemoryStream();
        WriteAsync(rows, layout, buffer).GetAwaiter().GetResult();
        buffer.Position = 0;
        buffer.CopyTo(target);
    }

    private static async Task WriteAsync<T>(IReadOnlyList<T> rows, Layout<T> layout, MemoryStream buffer)
    {
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            // The default, SmallestSize, takes minutes with zstd.
            CompressionLevel = CompressionLevel.Optimal,
        };
        await using var writer = await ParquetWriter.CreateAsync(layout.Schema, buffer, options).ConfigureAwait(false);
        if (Columns<T>.Geometry is { } geometry)
            writer.CustomMetadata = new Dictionary<string, string>
            {
                [GeoParquet.Key] = GeoParquet.Metadata(GeometryColumn, rows.Select(geometry)),
            };
        using var group = writer.CreateRowGroup();
        foreach (var column in layout.Columns)
            await column.Write(group, rows).ConfigureAwait(false);
    }

    /// <param name="kept">Null: all columns.</param>
    internal static ParquetSchema Schema<T>(IReadOnlySet<string>? kept = null) =>
        (kept is null ? Columns<T>.All : Columns<T>.Of(kept)).Schema;

    /// <summary>Names of the columns of a row type, in order: what the schemas in <c>data-schemas/outputs</c> describe.</summary>
    public static IReadOnlyList<string> ColumnNames<T>() => [.. Columns<T>.All.Columns.Select(column => column.Field.Name)];

    /// <summary>
    /// Columns of a file and the schema made of them, once: a schema sets the levels of its fields anew, and files that are being written with the same
    /// fields meanwhile would tell nulls as values.
    /// </summary>
    private sealed record Layout<T>(IReadOnlyList<ParquetColumn<T>> Columns)
    {
        public ParquetSchema Schema { get; } = new([.. Columns.Select(column => (Field)column.Field)]);
    }

    // Reflection happens once for each row type.
    private static class Columns<T>
    {
        private static readonly PropertyInfo[] Properties =
        [
            .. typeof(T)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0)
                .OrderBy(property => property.MetadataToken),
        ];

        public static readonly Layout<T> All = Make(_ => true);

        private static readonly ConcurrentDictionary<string, Layout<T>> Some = new(StringComparer.Ordinal);

        public static Layout<T> Of(IReadOnlySet<string> kept) =>
            Some.GetOrAdd(string.Join('|', kept.Order(StringComparer.Ordinal)), _ => Make(kept.Contains));

        public static readonly Func<T, byte[]?>? Geometry = Properties
            .FirstOrDefault(property => property.PropertyType == typeof(byte[]) && property.Name == "Geometry")
            ?.GetMethod!.CreateDelegate<Func<T, byte[]?>>();

        private static Layout<T> Make(Func<string, bool> isKept)
        {
            var nullability = new NullabilityInfoContext();
            return new Layout<T>([
                .. Properties.Select(property => ParquetColumn<T>.Of(property, nullability)).Where(column => isKept(column.Field.Name)),
            ]);
        }
    }
}

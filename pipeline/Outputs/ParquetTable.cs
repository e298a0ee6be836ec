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
        Write(rows, [.. Columns<T>.All.Where(column => kept.Contains(column.Field.Name))], target);

    private static void Write<T>(IReadOnlyList<T> rows, IReadOnlyList<ParquetColumn<T>> columns, Stream target)
    {
        // The writer asks the stream for its position; a file being written may not tell.
        using var buffer = new MemoryStream();
        WriteAsync(rows, columns, buffer).GetAwaiter().GetResult();
        buffer.Position = 0;
        buffer.CopyTo(target);
    }

    private static async Task WriteAsync<T>(IReadOnlyList<T> rows, IReadOnlyList<ParquetColumn<T>> columns, MemoryStream buffer)
    {
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            // The default, SmallestSize, takes minutes with zstd.
            CompressionLevel = CompressionLevel.Optimal,
        };
        var schema = new ParquetSchema([.. columns.Select(column => (Field)column.Field)]);
        await using var writer = await ParquetWriter.CreateAsync(schema, buffer, options).ConfigureAwait(false);
        if (Columns<T>.Geometry is { } geometry)
            writer.CustomMetadata = new Dictionary<string, string>
            {
                [GeoParquet.Key] = GeoParquet.Metadata(GeometryColumn, rows.Select(geometry)),
            };
        using var group = writer.CreateRowGroup();
        foreach (var column in columns)
            await column.Write(group, rows).ConfigureAwait(false);
    }

    /// <summary>Names of the columns of a row type, in order: what the schemas in <c>data-schemas/outputs</c> describe.</summary>
    public static IReadOnlyList<string> ColumnNames<T>() => [.. Columns<T>.All.Select(column => column.Field.Name)];

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

        public static readonly IReadOnlyList<ParquetColumn<T>> All = Make();

        public static readonly Func<T, byte[]?>? Geometry = Properties
            .FirstOrDefault(property => property.PropertyType == typeof(byte[]) && property.Name == "Geometry")
            ?.GetMethod!.CreateDelegate<Func<T, byte[]?>>();

        private static ParquetColumn<T>[] Make()
        {
            var nullability = new NullabilityInfoContext();
            return [.. Properties.Select(property => ParquetColumn<T>.Of(property, nullability))];
        }
    }
}

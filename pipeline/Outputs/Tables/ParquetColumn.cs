using System.Reflection;
using Hotspot.Records;
using Parquet;
using Parquet.Schema;

namespace Hotspot.Outputs.Tables;

/// <summary>One column of a table of rows: its field, and how its values are written to a row group.</summary>
/// <remarks>
/// Timestamps are local times in milliseconds: with microseconds Parquet.Net 6.1 writes wrong statistics, and readers that prune by them
/// lose rows (parquet-dotnet issue 769).
/// </remarks>
internal sealed class ParquetColumn<T>
{
    private readonly Func<ParquetRowGroupWriter, IReadOnlyList<T>, Task> _write;

    private ParquetColumn(DataField field, Func<ParquetRowGroupWriter, DataField, IReadOnlyList<T>, Task> write)
    {
        Field = field;
        _write = (group, rows) => write(group, field, rows);
    }

    public DataField Field { get; }

    public Task Write(ParquetRowGroupWriter group, IReadOnlyList<T> rows) => _write(group, rows);

    public static ParquetColumn<T> Of(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var name = Snake.Case(property.Name);
        var nullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string))
            return new(new DataField(name, typeof(string), nullable), (g, f, rows) => g.WriteAsync(f, All<string>(property, rows)));
        if (type == typeof(byte[]))
            return new(new DataField(name, typeof(byte[]), nullable), (g, f, rows) => g.WriteAsync(f, All<byte[]>(property, rows)));
        if (type == typeof(long))
            return Values<long>(property, new DataField(name, typeof(long), nullable));
        if (type == typeof(int))
            return Values<int>(property, new DataField(name, typeof(int), nullable));
        if (type == typeof(double))
            return Values<double>(property, new DataField(name, typeof(double), nullable));
        if (type == typeof(bool))
            return Values<bool>(property, new DataField(name, typeof(bool), nullable));
        if (type == typeof(DateOnly))
            return Values<DateOnly>(property, new DataField(name, typeof(DateOnly), nullable));
        if (type == typeof(DateTime))
            return Values<DateTime>(
                property,
                new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: false, DateTimeTimeUnit.Millis, nullable)
            );
        throw new ArgumentException($"{typeof(T).Name}.{property.Name}: no Parquet type for {property.PropertyType.Name}");
    }

    private static ParquetColumn<T> Values<TValue>(PropertyInfo property, DataField field)
        where TValue : struct
    {
        if (field.IsNullable)
        {
            var maybe = property.GetMethod!.CreateDelegate<Func<T, TValue?>>();
            return new(field, (group, f, rows) => group.WriteAsync<TValue>(f, rows.Select(maybe).ToArray().AsMemory()));
        }
        var get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();
        return new(field, (group, f, rows) => group.WriteAsync<TValue>(f, rows.Select(get).ToArray().AsMemory()));
    }

    private static TValue[] All<TValue>(PropertyInfo property, IReadOnlyList<T> rows)
        where TValue : class
    {
        var get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();
        return [.. rows.Select(get)];
    }
}

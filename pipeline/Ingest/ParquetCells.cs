using System.Globalization;
using System.Text;
using Hotspot.Records;
using Parquet;
using Parquet.Schema;

namespace Hotspot.Ingest;

/// <summary>One column of a row group as cells, by the type that the file gives it.</summary>
internal static class ParquetCells
{
    /// <summary>Whole numbers below this are exact as doubles and are written without exponent.</summary>
    private const long ExactBelow = 1_000_000_000_000_000;

    /// <param name="time">What the column's numbers say; null: themselves.</param>
    /// <exception cref="NotSupportedException">A type that no export has.</exception>
    public static async Task<Cell[]> Read(ParquetRowGroupReader group, DataField field, int rows, ParquetTime? time)
    {
        var type = Nullable.GetUnderlyingType(field.ClrType) ?? field.ClrType;
        if (type == typeof(string) || type == typeof(ReadOnlyMemory<char>))
        {
            var texts = new string?[rows];
            await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            return Array.ConvertAll(texts, Cell.Of);
        }
        if (type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>))
        {
            var texts = new byte[]?[rows];
            await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            return Array.ConvertAll(texts, bytes => bytes is null ? default : Cell.Of(Encoding.UTF8.GetString(bytes)));
        }
        var read =
            type == typeof(DateTime) ? Values<DateTime>(group, field, rows, Clock)
            : type == typeof(TimeSpan)
                ? Values<TimeSpan>(group, field, rows, span => Cell.Of(span.ToString("c", CultureInfo.InvariantCulture)))
            : type == typeof(TimeOnly)
                ? Values<TimeOnly>(group, field, rows, time => Cell.Of(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)))
            : type == typeof(bool) ? Values<bool>(group, field, rows, truth => Cell.Of(truth ? "是" : "否"))
            : type == typeof(double) ? Values<double>(group, field, rows, Fraction)
            : type == typeof(float) ? Values<float>(group, field, rows, number => Fraction(number))
            : type == typeof(decimal)
                ? Values<decimal>(
                    group,
                    field,
                    rows,
                    number => Cell.Of(number.ToString("0.############################", CultureInfo.InvariantCulture))
                )
            : type == typeof(long) ? Values<long>(group, field, rows, time is null ? Whole : time.Read)
            : type == typeof(int) ? Values<int>(group, field, rows, number => time is null ? Whole(number) : time.Read(number))
            : type == typeof(short) ? Values<short>(group, field, rows, number => Whole(number))
            : type == typeof(sbyte) ? Values<sbyte>(group, field, rows, number => Whole(number))
            : type == typeof(byte) ? Values<byte>(group, field, rows, number => Whole(number))
            : type == typeof(ushort) ? Values<ushort>(group, field, rows, number => Whole(number))
            : type == typeof(uint) ? Values<uint>(group, field, rows, number => Whole(number))
            : type == typeof(ulong) ? Values<ulong>(group, field, rows, number => Cell.Of(number.ToString(CultureInfo.InvariantCulture)))
            : type == typeof(Guid) ? Values<Guid>(group, field, rows, id => Cell.Of(id.ToString()))
            : throw new NotSupportedException(type.Name);
        return await read.ConfigureAwait(false);
    }

    private static async Task<Cell[]> Values<T>(ParquetRowGroupReader group, DataField field, int rows, Func<T, Cell> cell)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[rows];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            return Array.ConvertAll(values, value => cell(value));
        }
        var nullable = new T?[rows];
        await group.ReadAsync<T>(field, nullable.AsMemory()).ConfigureAwait(false);
        return Array.ConvertAll(nullable, value => value is { } given ? cell(given) : default);
    }

    /// <summary>INT96, written by old programs: the clock on the wall, whatever the zone.</summary>
    private static Cell Clock(DateTime at) => Cell.Of(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimePrecision.Second);

    private static Cell Fraction(double number) => double.IsFinite(number) ? Cell.Of(number) : default;

    private static Cell Whole(long number) =>
        Math.Abs(number) < ExactBelow ? Cell.Of((double)number) : Cell.Of(number.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotspot.Records;
using Parquet.Meta;

namespace Hotspot.Ingest;

/// <summary>What the whole numbers of a column say.</summary>
/// <param name="PerSecond">Units of a second; 0: days.</param>
/// <param name="IsUtc">The time is adjusted to UTC, as the column says.</param>
internal sealed record ParquetTime(long PerSecond, bool IsUtc)
{
    /// <summary>A timestamp states its seconds. One that is adjusted to UTC is written with its Z, so that the profile decides what an offset means.</summary>
    public Cell Read(long value)
    {
        if (PerSecond == 0)
            return Math.Abs(value) < MostDays ? Cell.Of(DateTime.UnixEpoch.AddDays(value)) : default;
        var seconds = Math.DivRem(value, PerSecond, out var rest) - (rest < 0 ? 1 : 0);
        if (Math.Abs(seconds) >= MostDays * SecondsOfDay)
            return default;
        var at = DateTime.UnixEpoch.AddSeconds(seconds);
        return IsUtc
            ? Cell.Of(at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            : Cell.Of(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimePrecision.Second);
    }

    /// <summary>From 1970 on either way; well within what a date can hold.</summary>
    private const long MostDays = 700_000;
    private const long SecondsOfDay = 86_400;
}

/// <summary>
/// Takes days and timestamps out of the schema of a file: the library reads them in fewer encodings than the whole numbers that they are kept as, and
/// takes a timestamp of the oldest kind (INT96), which has no zone, for one of UTC.
/// </summary>
internal static class ParquetTimes
{
    /// <returns>By name of column.</returns>
    public static IReadOnlyDictionary<string, ParquetTime> TakeFrom(FileMetaData file)
    {
        var onTheWall = WithoutZone(file);
        var times = new Dictionary<string, ParquetTime>(StringComparer.Ordinal);
        foreach (var column in file.Schema)
        {
            if (Of(column) is not { } time)
                continue;
            times[column.Name] = column.LogicalType is null && onTheWall.Contains(column.Name) ? time with { IsUtc = false } : time;
            (column.LogicalType, column.ConvertedType) = (null, null);
        }
        return times;
    }

    /// <summary>
    /// Columns that pandas describes as times without a zone. Where it wrote only the older of the two marks (fastparquet, pyarrow before 0.15), this tells
    /// what that cannot: https://pandas.pydata.org/docs/development/developer.html.
    /// </summary>
    private static HashSet<string> WithoutZone(FileMetaData file)
    {
        if (file.KeyValueMetadata?.Find(pair => pair.Key == "pandas")?.Value is not { } told)
            return [];
        try
        {
            return JsonNode.Parse(told)?["columns"] is JsonArray columns
                ?
                [
                    .. columns
                        .OfType<JsonObject>()
                        .Where(column => column["pandas_type"]?.ToString() == "datetime")
                        .Select(column => (column["field_name"] ?? column["name"])?.ToString() ?? ""),
                ]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Somebody's own words under that key: of zones they tell nothing.
            return [];
        }
    }

    /// <summary>Where a column has only the older of the two marks it is adjusted to UTC: the format says so.</summary>
    private static ParquetTime? Of(SchemaElement column) =>
        (column.Type, column.LogicalType, column.ConvertedType) switch
        {
            (Parquet.Meta.Type.INT32, { DATE: not null }, _) or (Parquet.Meta.Type.INT32, _, ConvertedType.DATE) => new(0, false),
            (Parquet.Meta.Type.INT64, { TIMESTAMP: { } stamp }, _) => new(
                stamp.Unit.MILLIS is not null ? 1_000
                    : stamp.Unit.MICROS is not null ? 1_000_000
                    : 1_000_000_000,
                stamp.IsAdjustedToUTC
            ),
            (Parquet.Meta.Type.INT64, _, ConvertedType.TIMESTAMP_MILLIS) => new(1_000, true),
            (Parquet.Meta.Type.INT64, _, ConvertedType.TIMESTAMP_MICROS) => new(1_000_000, true),
            _ => null,
        };
}

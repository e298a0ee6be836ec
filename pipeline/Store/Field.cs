using System.Data.Common;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>Reads a column that may be null, by its ordinal.</summary>
public static class Field
{
    public static string? TextAt(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    public static long? LongAt(this DbDataReader row, int i) =>
        row.IsDBNull(i) ? null : Convert.ToInt64(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture);

    public static int? IntAt(this DbDataReader row, int i) =>
        row.IsDBNull(i) ? null : Convert.ToInt32(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture);

    public static double? DoubleAt(this DbDataReader row, int i) =>
        row.IsDBNull(i) ? null : Convert.ToDouble(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture);

    public static bool? BoolAt(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetBoolean(i);

    public static ulong? HashAt(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetFieldValue<ulong>(i);

    public static DateTime? TimeAt(this DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetDateTime(i);

    public static TimePrecision? PrecisionAt(this DbDataReader row, int i) => row.IsDBNull(i) ? null : (TimePrecision)row.GetByte(i);

    public static DateOnly? DayAt(this DbDataReader row, int i) => row.IsDBNull(i) ? null : DateOnly.FromDateTime(row.GetDateTime(i));
}

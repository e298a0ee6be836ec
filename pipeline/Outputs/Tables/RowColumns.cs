using System.Reflection;
using Hotspot.Records;

namespace Hotspot.Outputs.Tables;

/// <summary>Result rows as names and values, for formats without a type of their own: the same names as <see cref="ParquetTable"/> writes.</summary>
public static class RowColumns
{
    /// <param name="kept">Names of the columns wanted; they keep the order of the record.</param>
    public static (IReadOnlyList<string> Names, IEnumerable<IReadOnlyList<object?>> Rows) Of<T>(
        IReadOnlyList<T> rows,
        IReadOnlySet<string> kept
    )
    {
        PropertyInfo[] columns =
        [
            .. typeof(T)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0 && kept.Contains(Snake.Case(property.Name)))
                .OrderBy(property => property.MetadataToken),
        ];
        return (
            [.. columns.Select(column => Snake.Case(column.Name))],
            rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.GetValue(row))])
        );
    }
}

namespace Hotspot.Store;

/// <summary>A row stated another value than one before it, of another file or the same; the later one holds.</summary>
/// <param name="Column">Column of the table complaint.</param>
public sealed record Conflict(
    string Order,
    string Column,
    string Before,
    string FileBefore,
    long? LineBefore,
    string After,
    string FileAfter,
    long LineAfter
);

/// <summary>Where the rows of a load contradicted each other or what was known.</summary>
public static class ConflictTable
{
    /// <returns>Orders in all, and per column; the sums need not agree.</returns>
    public static (long Orders, IReadOnlyList<(string Column, long Orders)> Columns) Count(Session store, long loadNo)
    {
        var counts = store.Query("Store/conflict_columns", row => (Column: row.TextAt(0), Orders: row.GetInt64(1)), ("load_no", loadNo));
        return (
            counts.FirstOrDefault(count => count.Column is null).Orders,
            [.. counts.Where(count => count.Column is not null).Select(count => (count.Column!, count.Orders))]
        );
    }

    public static IEnumerable<Conflict> Rows(Session store, long loadNo) =>
        store.Stream(
            "Store/conflict_rows",
            row => new Conflict(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.LongAt(4),
                row.GetString(5),
                row.GetString(6),
                row.GetInt64(7)
            ),
            ("load_no", loadNo)
        );
}

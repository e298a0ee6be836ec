using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Hotspot.Store;

public enum Shortage
{
    /// <summary>The work needs more memory than the database was given.</summary>
    Memory,

    /// <summary>The disk has no room for data, or for what does not fit into memory.</summary>
    Disk,
}

/// <summary>What DuckDB ran short of, told from its errors.</summary>
public static class DatabaseShortage
{
    private static readonly string[] DiskWords = ["No space left on device", "not enough space on the disk", "max_temp_directory_size"];

    /// <returns>Null: the error is another one.</returns>
    public static Shortage? Of(Exception error) =>
        error is not DuckDBException database ? null
        : DiskWords.Any(words => database.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) ? Shortage.Disk
        : database.ErrorType == DuckDBErrorType.OutOfMemory ? Shortage.Memory
        : null;
}

using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Hotspot.Store;

/// <summary>What stops DuckDB that an operator can mend.</summary>
public enum DatabaseTrouble
{
    /// <summary>The work needs more memory than the database was given.</summary>
    Memory,

    /// <summary>The disk has no room for data, or for what does not fit into memory.</summary>
    Disk,

    /// <summary>Bytes of the store are gone or are not those that were written.</summary>
    StoreDamaged,

    /// <summary>The same of a published Parquet file.</summary>
    PublishedDamaged,
}

public static class DatabaseTroubles
{
    private static readonly string[] DiskWords = ["No space left on device", "not enough space on the disk", "max_temp_directory_size"];

    private static readonly string[] DamageWords =
    [
        "Corrupt database",
        "Could not read enough bytes",
        "not a valid DuckDB database",
        "checksum",
        "magic bytes",
        "too small to be a Parquet",
        "ecompress",
        "TProtocolException",
        "Failed to deserialize",
    ];

    /// <summary>Told from DuckDB's words: its kinds of error do not tell them apart.</summary>
    /// <returns>Null: the error is another one.</returns>
    public static DatabaseTrouble? Of(Exception error)
    {
        if (error is not DuckDBException database)
            return null;
        bool Says(string words) => database.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
        if (DiskWords.Any(Says))
            return DatabaseTrouble.Disk;
        if (database.ErrorType == DuckDBErrorType.OutOfMemory)
            return DatabaseTrouble.Memory;
        if (!DamageWords.Any(Says))
            return null;
        return Says("parquet") ? DatabaseTrouble.PublishedDamaged : DatabaseTrouble.StoreDamaged;
    }
}

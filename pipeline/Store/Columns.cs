using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Writer;

namespace Hotspot.Store;

/// <summary>Takes the columns of one row, first to last; null is a blank.</summary>
public interface IColumns
{
    void Put(string? value);
    void Put(long value);
    void Put(ulong value);
    void Put(double? value);
    void Put(bool? value);
    void Put(byte? value);
    void Put(DateTime? value);
    void Put(DateOnly? value);
}

/// <summary>A row of an appender.</summary>
public readonly struct AppendedColumns(IDuckDBAppenderRow row) : IColumns
{
    public void Put(string? value) => row.AppendValue(value);

    public void Put(long value) => row.AppendValue(value);

    public void Put(ulong value) => row.AppendValue(value);

    public void Put(double? value) => row.AppendValue(value);

    public void Put(bool? value) => row.AppendValue(value);

    public void Put(byte? value) => row.AppendValue(value);

    public void Put(DateTime? value) => row.AppendValue(value);

    public void Put(DateOnly? value) => row.AppendValue(value);
}

/// <summary>A row of the vectors that DuckDB asks a table function to fill.</summary>
public struct VectorColumns(IDuckDBDataWriter[] vectors, ulong row) : IColumns
{
    private int _next;

    public void Put(string? value)
    {
        if (value is null)
            vectors[_next++].WriteNull(row);
        else
            vectors[_next++].WriteValue(value, row);
    }

    public void Put(long value) => vectors[_next++].WriteValue(value, row);

    public void Put(ulong value) => vectors[_next++].WriteValue(value, row);

    public void Put(double? value) => PutOrNull(value);

    public void Put(bool? value) => PutOrNull(value);

    public void Put(byte? value) => PutOrNull(value);

    public void Put(DateTime? value) => PutOrNull(value);

    public void Put(DateOnly? value) => PutOrNull(value);

    private void PutOrNull<T>(T? value)
        where T : struct
    {
        if (value is { } known)
            vectors[_next++].WriteValue(known, row);
        else
            vectors[_next++].WriteNull(row);
    }
}

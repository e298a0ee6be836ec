using System.Globalization;
using Sylvan.Data.Csv;

namespace Hotspot.Geo;

/// <summary>Rows of a reference file under <c>data-schemas</c>: comma-separated UTF-8 with a header, edited by hand or in Excel.</summary>
public static class ReferenceTable
{
    /// <summary>Path of a file that ships with the program, e.g. <c>codes/streets.csv</c>.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data-schemas", name);

    /// <summary>The file of this name in the home's own rules, where it is there; else the one that ships.</summary>
    /// <param name="rules">Folder of the home's rules, or null.</param>
    public static string PathOf(string name, string? rules) =>
        rules is not null && Path.Combine(rules, Path.GetFileName(name)) is var own && File.Exists(own) ? own : PathOf(name);

    /// <summary>Reads all rows; each is turned into a value by <paramref name="row"/>, which reads cells by column name.</summary>
    public static List<T> Read<T>(string file, Func<Row, T> row)
    {
        using var reader = CsvDataReader.Create(file, new CsvDataReaderOptions { HasHeaders = true, StringFactory = null });
        var values = new List<T>();
        while (reader.Read())
            values.Add(row(new Row(file, reader)));
        return values;
    }

    /// <summary>One row while it is being read.</summary>
    public readonly struct Row(string file, CsvDataReader reader)
    {
        /// <exception cref="InvalidDataException">The file has no such column.</exception>
        public string Text(string column)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetName(i) == column)
                    return reader.GetString(i).Trim();
            }
            throw new InvalidDataException($"{file}: the column '{column}' is missing");
        }

        public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

        /// <summary>Cells of a list are separated by <c>|</c>.</summary>
        public string[] Texts(string column) =>
            Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        public double? Number(string column) => TextOrNull(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

        public DateOnly? Date(string column) =>
            TextOrNull(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

        /// <summary>Columns longitude and latitude; null where either is blank.</summary>
        public LonLat? Point() =>
            Number("longitude") is { } longitude && Number("latitude") is { } latitude ? new LonLat(longitude, latitude) : null;
    }
}

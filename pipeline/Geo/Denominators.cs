using System.Globalization;
using Sylvan.Data.Csv;

namespace Hotspot.Geo;

/// <summary>Residents and ground of a district (street null) or street, for as long as they hold. A missing number is not known.</summary>
/// <param name="ValidFrom">First day; null: always held.</param>
/// <param name="ValidUntil">Last day; null: still holds.</param>
public sealed record Denominator(
    string District,
    string? Street,
    long? Residents,
    double? AreaKm2,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil
)
{
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>
/// The list of denominators that the user owns, <c>denominators.csv</c>: district, street (blank: the whole district), residents, area_km2, valid_from,
/// valid_until, note (source and day of the figure). None ship with the program: the list that does has no rows.
/// </summary>
public static class Denominators
{
    /// <param name="rules">Folder of the home's own tables, which take precedence; null: none.</param>
    /// <exception cref="DenominatorException">The first line that cannot be used.</exception>
    public static IReadOnlyList<Denominator> Read(Gazetteer gazetteer, string? rules = null)
    {
        var file = ReferenceTable.PathOf("codes/denominators.csv", rules);
        using var reader = CsvDataReader.Create(file, new CsvDataReaderOptions { HasHeaders = true, StringFactory = null });
        var rows = new List<Denominator>();
        while (reader.Read())
            rows.Add(new Line(file, reader, gazetteer).Row(rows));
        return rows;
    }

    private sealed class Line(string file, CsvDataReader reader, Gazetteer gazetteer)
    {
        public Denominator Row(IReadOnlyList<Denominator> before)
        {
            var district = gazetteer.FindDistrict(Cell("district") ?? "")?.Name ?? throw Wrong("district", DenominatorFault.Unknown);
            var from = Day("valid_from");
            var until = Day("valid_until");
            var street = Cell("street") is { } written
                ? gazetteer.FindStreet(district, written, until ?? from)?.Name ?? throw Wrong("street", DenominatorFault.Unknown)
                : null;
            var row = new Denominator(district, street, (long?)Positive("residents", whole: true), Positive("area_km2"), from, until);
            if (row.Residents is null && row.AreaKm2 is null)
                throw Wrong("residents", DenominatorFault.Nothing);
            if (until < from)
                throw Wrong("valid_until", DenominatorFault.NoDay);
            if (before.Any(other => (other.District, other.Street) == (district, street) && Overlap(other, row)))
                throw Wrong("valid_from", DenominatorFault.Twice);
            return row;
        }

        private static bool Overlap(Denominator a, Denominator b) =>
            (a.ValidFrom ?? DateOnly.MinValue) <= (b.ValidUntil ?? DateOnly.MaxValue)
            && (b.ValidFrom ?? DateOnly.MinValue) <= (a.ValidUntil ?? DateOnly.MaxValue);

        private double? Positive(string column, bool whole = false) =>
            Cell(column) is not { } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 1e9
            && (!whole || number == Math.Floor(number))
                ? number
            : throw Wrong(column, DenominatorFault.NoNumber);

        private DateOnly? Day(string column) =>
            Cell(column) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw Wrong(column, DenominatorFault.NoDay);

        private string? Cell(string column)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetName(i).Trim() == column)
                    return i < reader.RowFieldCount && reader.GetString(i).Trim() is { Length: > 0 } text ? text : null;
            }
            throw new DenominatorException(file, 1, column, DenominatorFault.ColumnMissing);
        }

        private DenominatorException Wrong(string column, DenominatorFault fault) => new(file, reader.RowNumber + 1, column, fault);
    }
}

/// <summary>What is wrong with a line of the list of denominators.</summary>
public enum DenominatorFault
{
    ColumnMissing,

    /// <summary>No such district, or no such street in it.</summary>
    Unknown,

    /// <summary>Neither residents nor ground.</summary>
    Nothing,

    /// <summary>Not a positive number, or residents that are not whole.</summary>
    NoNumber,

    /// <summary>Not a day, or the last day before the first.</summary>
    NoDay,

    /// <summary>An earlier line holds for the same area on some of the same days.</summary>
    Twice,
}

/// <param name="line">1-based; the header is line 1.</param>
public sealed class DenominatorException(string file, int line, string column, DenominatorFault fault)
    : Exception($"{Path.GetFileName(file)}, line {line}, column {column}: {fault}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
    public string Column { get; } = column;
    public DenominatorFault Fault { get; } = fault;
}

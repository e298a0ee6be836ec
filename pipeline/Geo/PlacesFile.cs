using System.Text;
using Sylvan.Data.Csv;

namespace Hotspot.Geo;

/// <summary>
/// A list of named places that people keep: csv with the header name, district, street, aliases, longitude, latitude, source (UTF-8, or GB18030
/// as Excel writes it). Street and point may be blank; coordinates are WGS-84; aliases are separated by <c>|</c>.
/// </summary>
public static class PlacesFile
{
    private static readonly string[] Columns = ["name", "district", "street", "aliases", "longitude", "latitude", "source"];

    /// <summary>The list that ships with the program.</summary>
    public static IReadOnlyList<NamedPlace> LoadBeijing(Gazetteer gazetteer, DistrictMap? map) =>
        Read(ReferenceTable.PathOf("codes/places.csv"), gazetteer, map);

    /// <exception cref="PlacesFileException">The first line that cannot be used, with line, column and what is wrong.</exception>
    public static IReadOnlyList<NamedPlace> Read(string file, Gazetteer gazetteer, DistrictMap? map)
    {
        using var text = new StringReader(Text(file));
        using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true });
        foreach (var column in Columns)
        {
            if (!Enumerable.Range(0, reader.FieldCount).Any(i => reader.GetName(i).Trim() == column))
                throw new PlacesFileException(file, 1, column, PlacesFault.ColumnMissing);
        }
        var places = new List<NamedPlace>();
        var seen = new HashSet<(string, string?, string)>();
        while (reader.Read())
        {
            if (Enumerable.Range(0, reader.RowFieldCount).All(i => string.IsNullOrWhiteSpace(reader.GetString(i))))
                continue;
            var line = new Line(file, reader, gazetteer, map);
            var place = line.Place();
            if (!seen.Add((place.District, place.Street, line.Spelled(place))))
                throw line.Wrong("name", PlacesFault.Twice);
            places.Add(place);
        }
        return places;
    }

    /// <summary>Excel saves csv in the code page of Windows: what is no UTF-8 is read as GB18030.</summary>
    private static string Text(string file)
    {
        var bytes = File.ReadAllBytes(file);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }

    private sealed class Line(string file, CsvDataReader reader, Gazetteer gazetteer, DistrictMap? map)
    {
        public NamedPlace Place()
        {
            var name = Cell("name");
            if (name.Length == 0)
                throw Wrong("name", PlacesFault.NameMissing);
            var district = gazetteer.FindDistrict(Cell("district"))?.Name ?? throw Wrong("district", PlacesFault.DistrictUnknown);
            var street = Cell("street") is { Length: > 0 } written
                ? gazetteer.FindStreet(district, written)?.Name ?? throw Wrong("street", PlacesFault.StreetUnknown)
                : null;
            var place = new NamedPlace(name, district, street, Aliases(), Point(district), Cell("source"));
            return Spelled(place).Length > 0 ? place : throw Wrong("name", PlacesFault.NamesNoPlace);
        }

        /// <summary>The name as keys spell it.</summary>
        public string Spelled(NamedPlace place)
        {
            var street = place.Street is { } name ? gazetteer.FindStreet(place.District, name) : null;
            return PlaceKey.NameOf(place.Name, new UnitNames(place.District, street, null), gazetteer);
        }

        public PlacesFileException Wrong(string column, PlacesFault fault) => new(file, reader.RowNumber + 1, column, fault);

        private string[] Aliases() => Cell("aliases").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        private LonLat? Point(string district)
        {
            if (Cell("longitude").Length == 0 && Cell("latitude").Length == 0)
                return null;
            if (CoordinateText.Degrees(Cell("longitude")) is not { } longitude)
                throw Wrong("longitude", PlacesFault.NoPoint);
            if (CoordinateText.Degrees(Cell("latitude")) is not { } latitude || Math.Abs(latitude) > 90)
                throw Wrong("latitude", PlacesFault.NoPoint);
            // Twice the border's own uncertainty: a point given in GCJ-02 stands out, one at the border does not.
            if (map is not null && map.Knows(district) && !map.IsInOrNear(district, 2 * Position.BorderM, longitude, latitude))
                throw Wrong("longitude", PlacesFault.PointElsewhere);
            return new LonLat(longitude, latitude);
        }

        private string Cell(string column)
        {
            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                if (reader.GetName(i).Trim() == column)
                    return reader.GetString(i).Trim();
            }
            return "";
        }
    }
}

/// <summary>What is wrong with a line of a places file.</summary>
public enum PlacesFault
{
    ColumnMissing,
    NameMissing,

    /// <summary>The name is that of a street, district or community, or says nothing (小区).</summary>
    NamesNoPlace,
    DistrictUnknown,
    StreetUnknown,
    NoPoint,

    /// <summary>The point lies outside the district that the line names.</summary>
    PointElsewhere,

    /// <summary>An earlier line has the same place in the same district and street.</summary>
    Twice,
}

/// <param name="line">1-based; the header is line 1.</param>
public sealed class PlacesFileException(string file, int line, string column, PlacesFault fault)
    : Exception($"{Path.GetFileName(file)}, line {line}, column {column}: {fault}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
    public string Column { get; } = column;
    public PlacesFault Fault { get; } = fault;
}

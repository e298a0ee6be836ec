using System.IO.Compression;
using Hotspot.Records;

namespace Hotspot.Ingest.Xlsx;

/// <param name="Part">Path within the package.</param>
internal sealed record SheetPart(string Name, string Part, bool IsHidden);

/// <summary>What the workbook part and its neighbours say: sheets in their order, which cell styles show dates, where the shared strings stand.</summary>
/// <param name="Is1904">Day numbers count from 1904-01-01 (old Macintosh workbooks).</param>
/// <param name="DateStyles">By number of the cell style how much of a time it shows; null: no date.</param>
/// <param name="SharedStrings">Null where the workbook has none.</param>
internal sealed record WorkbookParts(IReadOnlyList<SheetPart> Sheets, bool Is1904, TimePrecision?[] DateStyles, string? SharedStrings)
{
    private sealed record Relation(string Id, string Type, string Target);

    private sealed record SheetEntry(string Name, string Id, bool IsHidden);

    /// <exception cref="InvalidDataException">A part that must be there is missing.</exception>
    public static WorkbookParts Of(ZipArchive zip)
    {
        var main = Relations(zip, "").FirstOrDefault(relation => Is(relation, "/officeDocument"))?.Target ?? "xl/workbook.xml";
        var relations = Relations(zip, main);
        var (entries, is1904) = Workbook(zip, main);
        var names = new SheetNames();
        var sheets = entries
            .Select(entry =>
                (Entry: entry, Relation: relations.FirstOrDefault(relation => relation.Id == entry.Id && Is(relation, "/worksheet")))
            )
            .Where(sheet => sheet.Relation is not null)
            // A damaged list may name a part twice; its rows are there once.
            .DistinctBy(sheet => sheet.Relation!.Target)
            .Select(sheet => new SheetPart(names.Next(sheet.Entry.Name), sheet.Relation!.Target, sheet.Entry.IsHidden))
            .ToArray();
        var styles = relations.FirstOrDefault(relation => Is(relation, "/styles"))?.Target;
        return new WorkbookParts(
            sheets,
            is1904,
            styles is null ? [] : Styles(zip, styles),
            relations.FirstOrDefault(relation => Is(relation, "/sharedStrings"))?.Target
        );
    }

    /// <summary>An entry by its path in any case: writers differ from the path that they state.</summary>
    public static ZipArchiveEntry? Entry(ZipArchive zip, string part) =>
        zip.GetEntry(part)
        ?? zip.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));

    public static XmlTokens Open(ZipArchive zip, string part) =>
        new(PartStream.Open(Entry(zip, part) ?? throw new InvalidDataException($"{part} is missing")));

    private static bool Is(Relation relation, string type) => relation.Type.EndsWith(type, StringComparison.Ordinal);

    private static List<Relation> Relations(ZipArchive zip, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var path = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var relations = new List<Relation>();
        if (Entry(zip, path) is null)
            return relations;
        using var tokens = Open(zip, path);
        while (tokens.Next() is var token && token != XmlToken.End)
        {
            if (token == XmlToken.Open && tokens.Name.SequenceEqual("Relationship"u8))
                relations.Add(
                    new Relation(
                        XmlText.Attribute(tokens.Attribute("Id"u8)),
                        XmlText.Attribute(tokens.Attribute("Type"u8)),
                        Resolve(part[..slash], XmlText.Attribute(tokens.Attribute("Target"u8)))
                    )
                );
        }
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (step == "..")
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step is not ("" or "."))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private static (List<SheetEntry> Sheets, bool Is1904) Workbook(ZipArchive zip, string part)
    {
        var sheets = new List<SheetEntry>();
        var is1904 = false;
        using var tokens = Open(zip, part);
        while (tokens.Next() is var token && token != XmlToken.End)
        {
            if (token != XmlToken.Open)
                continue;
            if (tokens.Name.SequenceEqual("workbookPr"u8))
                is1904 = XmlText.Attribute(tokens.Attribute("date1904"u8)) is "1" or "true";
            else if (tokens.Name.SequenceEqual("sheet"u8))
                sheets.Add(
                    new SheetEntry(
                        XmlText.Attribute(tokens.Attribute("name"u8)),
                        XmlText.Attribute(tokens.Attribute("id"u8)),
                        XmlText.Attribute(tokens.Attribute("state"u8)) is "hidden" or "veryHidden"
                    )
                );
        }
        return (sheets, is1904);
    }

    private static TimePrecision?[] Styles(ZipArchive zip, string part)
    {
        var formats = new Dictionary<int, TimePrecision?>();
        var styles = new List<TimePrecision?>();
        var inCells = false;
        using var tokens = Open(zip, part);
        while (tokens.Next() is var token && token != XmlToken.End)
        {
            if (tokens.Name.SequenceEqual("cellXfs"u8))
                inCells = token == XmlToken.Open;
            else if (token != XmlToken.Open || !int.TryParse(tokens.Attribute("numFmtId"u8), out var format))
            {
                if (token == XmlToken.Open && inCells && tokens.Name.SequenceEqual("xf"u8))
                    styles.Add(null);
            }
            else if (tokens.Name.SequenceEqual("numFmt"u8))
                formats[format] = DateFormats.Shown(XmlText.Attribute(tokens.Attribute("formatCode"u8)));
            else if (inCells && tokens.Name.SequenceEqual("xf"u8))
                styles.Add(formats.TryGetValue(format, out var shown) ? shown : DateFormats.BuiltIn(format));
        }
        return [.. styles];
    }
}

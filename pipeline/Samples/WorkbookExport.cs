using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Hotspot.Samples;

/// <summary>
/// A small .xlsx of one sheet (ECMA-376): inline strings, times as true Excel serial numbers. Zip times are fixed and nothing is compressed,
/// so that the same rows give the same bytes with every version of the compressor.
/// </summary>
internal static class WorkbookExport
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="times">Columns whose cells are standard times and become dates.</param>
    public static void Write(string file, string sheet, IReadOnlyList<string> header, IEnumerable<string[]> rows, IReadOnlySet<int> times)
    {
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        Part(
            zip,
            "[Content_Types].xml",
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Types}.worksheet+xml\"/></Types>"
        );
        Part(
            zip,
            "_rels/.rels",
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        Part(
            zip,
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"{SecurityElement.Escape(sheet)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        Part(
            zip,
            "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"
        );
        Part(
            zip,
            "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
        );
        Part(zip, "xl/worksheets/sheet1.xml", Sheet(header, rows, times));
    }

    private static string Sheet(IReadOnlyList<string> header, IEnumerable<string[]> rows, IReadOnlySet<int> times)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        Row(xml, 1, header, times);
        var number = 1;
        foreach (var row in rows)
            Row(xml, ++number, row, times);
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Row(StringBuilder xml, int number, IReadOnlyList<string> cells, IReadOnlySet<int> times)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0)
                continue;
            var name = (char)('A' + i);
            if (times.Contains(i) && Serial(cells[i]) is { } serial)
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{name}{number}\" s=\"1\"><v>{serial}</v></c>");
            else
            {
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{name}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .Append(SecurityElement.Escape(cells[i]))
                    .Append("</t></is></c>");
            }
        }
        xml.Append("</row>");
    }

    /// <summary>Days since 1899-12-30 with the time as a fraction; null where the text is another form of time.</summary>
    private static string? Serial(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? ((decimal)(at - new DateTime(1899, 12, 30)).Ticks / TimeSpan.TicksPerDay).ToString(
                "0.##########",
                CultureInfo.InvariantCulture
            )
            : null;

    private static void Part(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Head + xml));
    }
}

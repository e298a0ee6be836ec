using System.IO.Compression;
using System.Text;

namespace Hotspot.Tests.Ingest;

/// <summary>An .xlsx from the XML of its parts, as other programs than Excel write it.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <param name="sheetData">What stands within <c>sheetData</c>.</param>
    /// <param name="shared">What stands within <c>sst</c>; null: no such part.</param>
    /// <param name="styles">What stands within <c>styleSheet</c>.</param>
    /// <param name="workbookPr">Attributes of <c>workbookPr</c>.</param>
    public static byte[] Bytes(
        string sheetData,
        string? shared = null,
        string styles = "",
        string workbookPr = "",
        string state = "visible"
    )
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Put(
                zip,
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            );
            Put(
                zip,
                "_rels/.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Put(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr {workbookPr}/><sheets><sheet name=\"工单\" sheetId=\"1\" state=\"{state}\" r:id=\"r1\"/></sheets></workbook>"
            );
            Put(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                    + (shared is null ? "" : $"<Relationship Id=\"r3\" Type=\"{Office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>")
                    + "</Relationships>"
            );
            Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
            if (shared is not null)
                Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>");
            Put(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheetData}</sheetData></worksheet>");
        }
        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }
}

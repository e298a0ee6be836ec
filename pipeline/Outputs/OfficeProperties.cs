using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>Title, office and dates of a Word or Excel file. Its only date is the last day of the data: written twice, it is the same file.</summary>
internal static class OfficeProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(OpenXmlPackage package, BulletinHead head)
    {
        var date = head.DataThrough.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T00:00:00Z";
        var xml = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema),
            new XElement(Dublin + "title", XmlText.Clean($"{head.Title} {head.PeriodLine}")),
            new XElement(Dublin + "creator", XmlText.Clean(head.Unit)),
            new XElement(Terms + "created", new XAttribute(Schema + "type", "dcterms:W3CDTF"), date),
            new XElement(Terms + "modified", new XAttribute(Schema + "type", "dcterms:W3CDTF"), date)
        );
        var part = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId9");
        using var stream = part.GetStream(FileMode.Create);
        xml.Save(stream, SaveOptions.DisableFormatting);
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Hotspot.Outputs.Html;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs;

/// <summary>
/// The bulletin as one page that needs no network: styles, scripts and data are inside, and its content policy forbids everything else.
/// The page is a template in <c>assets/</c>; the same bulletin gives the same bytes.
/// </summary>
public static partial class HtmlFile
{
    public static void Write(Bulletin bulletin, Stream target)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lang"] = bulletin.Label("html.lang"),
            ["title"] = WebUtility.HtmlEncode(XmlText.Clean($"{bulletin.Head.Title} {bulletin.Head.PeriodLine}")),
            ["style"] = AssetFile.Text("page.css"),
            ["body"] = Markup(new HtmlBody(bulletin).Elements()),
            ["data"] = HtmlData.Of(bulletin),
            ["echarts"] = AssetFile.Text("echarts.min.js"),
            ["script"] = AssetFile.Text("page.js"),
            ["filter"] = AssetFile.Text("filter.js"),
            ["explore"] = AssetFile.Text("explore.js"),
        };
        // One pass over the template: what is filled in is never searched for places again.
        var page = Place().Replace(AssetFile.Text("page.html"), place => parts[place.Groups[1].Value]);
        target.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(page));
    }

    private static string Markup(IEnumerable<XElement> elements)
    {
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            ConformanceLevel = ConformanceLevel.Fragment,
            CheckCharacters = false,
            NewLineHandling = NewLineHandling.None,
        };
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, settings))
        {
            foreach (var element in elements)
            {
                foreach (var piece in element.DescendantNodes().OfType<XText>())
                    piece.Value = XmlText.Clean(piece.Value);
                foreach (var attribute in element.DescendantsAndSelf().Attributes())
                    attribute.Value = XmlText.Clean(attribute.Value);
                element.WriteTo(writer);
            }
        }
        return text.ToString();
    }

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Place();
}

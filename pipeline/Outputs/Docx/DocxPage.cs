using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Reports.Model;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Hotspot.Outputs.Docx;

/// <summary>A4, margins 37/35/28/26 mm (GB/T 9704); marks in the header, page number in the footer, outer side on facing pages. Lengths in twips.</summary>
internal static class DocxPage
{
    /// <summary>156 mm.</summary>
    public const int TextWidth = 8844;

    private const string OddHeader = "rId11";
    private const string EvenHeader = "rId12";
    private const string OddFooter = "rId13";
    private const string EvenFooter = "rId14";

    public static PageSize Size() => new() { Width = 11906, Height = 16838 };

    public static PageMargin Margin() =>
        new()
        {
            Top = 2098,
            Bottom = 1984,
            Left = 1588,
            Right = 1474,
            Header = 1020,
            Footer = 1250,
            Gutter = 0,
        };

    public static SectionProperties Write(MainDocumentPart main, Bulletin bulletin, WordTemplate template)
    {
        foreach (var id in (ReadOnlySpan<string>)[OddHeader, EvenHeader])
            main.AddNewPart<HeaderPart>(id).Header = new Header(Marks(bulletin.Head));
        var pattern = bulletin.Label("page.number");
        main.AddNewPart<FooterPart>(OddFooter).Footer = new Footer(Number(pattern, odd: true));
        main.AddNewPart<FooterPart>(EvenFooter).Footer = new Footer(Number(pattern, odd: false));
        var properties = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = OddHeader },
            new HeaderReference { Type = HeaderFooterValues.Even, Id = EvenHeader },
            new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooter },
            new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooter }
        );
        properties.Append(template.Page);
        return properties;
    }

    private static Paragraph Marks(BulletinHead head)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Header }));
        if (head.Marks.Count > 0)
            paragraph.Append(new Run(Text(string.Join("　", head.Marks))));
        return paragraph;
    }

    private static Paragraph Number(string pattern, bool odd)
    {
        var around = pattern.Split("{page}");
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.Footer },
                odd ? new Indentation { RightChars = 100, Right = "280" } : new Indentation { LeftChars = 100, Left = "280" },
                new Justification { Val = odd ? JustificationValues.Right : JustificationValues.Left }
            ),
            new Run(Text(around[0])),
            new SimpleField(new Run(Text("1"))) { Instruction = "PAGE" },
            new Run(Text(around.Length > 1 ? around[1] : ""))
        );
    }

    public static Text Text(string text) => new(XmlText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };
}

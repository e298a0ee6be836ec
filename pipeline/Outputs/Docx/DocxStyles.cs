using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hotspot.Outputs.Docx;

/// <summary>
/// Styles of an official document after GB/T 9704: sizes in half points (三号 = 32, 二号 = 44), lines of exactly 28 pt, indents in
/// hundredths of a character. Fonts that an office lacks fall back by the alternative names of <see cref="DocxFonts"/>.
/// </summary>
internal static class DocxStyles
{
    public const string Unit = "UnitLine";
    public const string Issue = "IssueLine";
    public const string Title = "Title";
    public const string Period = "PeriodLine";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Body = "BodyText";
    public const string Finding = "Finding";
    public const string Note = "Note";
    public const string TableCaption = "TableCaption";
    public const string ChartCaption = "ChartCaption";
    public const string Picture = "Picture";
    public const string Cell = "TableCell";
    public const string Header = "Header";
    public const string Footer = "Footer";

    /// <summary>五号, the size of every table.</summary>
    public const int CellHalfPoints = 21;

    private const string Red = "C00000";
    private const string Line28 = "560";

    public static Styles All()
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Fonts(DocxFonts.FangSong),
                        new FontSize { Val = "32" },
                        new FontSizeComplexScript { Val = "32" },
                        new Languages { Val = "en-US", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault()
            )
        );
        styles.Append(
            Paragraph("Normal", "Normal", DocxFonts.FangSong, 32, Spacing(Line28), Justify(JustificationValues.Both), isDefault: true),
            Paragraph(
                Unit,
                "发文机关",
                DocxFonts.SmallSong,
                52,
                Bottom(Red, 0),
                Spacing("760", after: "60"),
                Justify(JustificationValues.Center),
                Red
            ),
            Paragraph(Issue, "期号", DocxFonts.FangSong, 28, Bottom(Red, 18), RightTab(), Spacing(Line28, after: "240")),
            Paragraph(Title, "Title", DocxFonts.SmallSong, 44, Spacing("700", after: "60"), Justify(JustificationValues.Center)),
            Paragraph(Period, "期间", DocxFonts.Kai, 32, Spacing(Line28, after: "120"), Justify(JustificationValues.Center)),
            Heading(Heading1, "heading 1", DocxFonts.Hei, 0),
            Heading(Heading2, "heading 2", DocxFonts.Kai, 1),
            Paragraph(Body, "Body Text", DocxFonts.FangSong, 32, Spacing(Line28), Indent(), Justify(JustificationValues.Both)),
            FindingStyle(),
            Paragraph(Note, "注释", DocxFonts.FangSong, 21, Spacing("340", after: "60"), Justify(JustificationValues.Both)),
            Caption(TableCaption, "表题", before: "120", after: "60", keepNext: true),
            Caption(ChartCaption, "图题", before: "20", after: "120", keepNext: false),
            PictureStyle(),
            Paragraph(Cell, "表格文字", DocxFonts.FangSong, CellHalfPoints, AtLeast("300")),
            Paragraph(Header, "header", DocxFonts.Song, 18, Auto(), Justify(JustificationValues.Right), Red),
            Paragraph(Footer, "footer", DocxFonts.Song, 28, Auto())
        );
        return styles;
    }

    /// <summary>
    /// The styles of another file under the ids that papers use. They are known by their names, for Word in Chinese gives its own styles other ids
    /// (heading 1 is "1") when it saves. Numbers of headings are the text's business.
    /// </summary>
    /// <param name="missing">Names of styles that the file lacks.</param>
    public static Styles TakenOver(Styles found, out List<string> missing)
    {
        var styles = (Styles)found.CloneNode(true);
        var named = styles
            .Elements<Style>()
            .Where(style => style.Type?.Value == StyleValues.Paragraph && style is { StyleName.Val: not null, StyleId: not null })
            .DistinctBy(style => style.StyleName!.Val!.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(style => style.StyleName!.Val!.Value!, style => style.StyleId!.Value!, StringComparer.OrdinalIgnoreCase);
        var own = All().Elements<Style>().ToDictionary(style => style.StyleName!.Val!.Value!, style => style.StyleId!.Value!);
        missing = [.. own.Keys.Where(name => !named.ContainsKey(name))];
        var ids = own.Where(style => named.ContainsKey(style.Key)).ToDictionary(style => named[style.Key], style => style.Value);
        string Id(string id) => ids.GetValueOrDefault(id) ?? (own.ContainsValue(id) ? id + "-2" : id);
        foreach (var style in styles.Elements<Style>())
        {
            if (style.StyleId?.Value is { } id)
                style.StyleId = Id(id);
            foreach (var link in style.Elements<String253Type>().Where(link => link is BasedOn or NextParagraphStyle or LinkedStyle))
                link.Val = link.Val?.Value is { } other ? Id(other) : null;
            foreach (var numbering in style.Descendants<NumberingProperties>().ToList())
                numbering.Remove();
        }
        return styles;
    }

    private static Style Paragraph(
        string id,
        string name,
        string font,
        int halfPoints,
        OpenXmlElement first,
        OpenXmlElement? second = null,
        OpenXmlElement? third = null,
        string? color = null,
        bool isDefault = false
    )
    {
        var paragraph = new StyleParagraphProperties();
        foreach (var property in new[] { first, second, third })
        {
            if (property is not null)
                paragraph.Append(property);
        }
        var run = new StyleRunProperties(Fonts(font));
        if (color is not null)
            run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = Text(halfPoints) }, new FontSizeComplexScript { Val = Text(halfPoints) });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        else
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static Style Paragraph(
        string id,
        string name,
        string font,
        int halfPoints,
        OpenXmlElement first,
        OpenXmlElement second,
        string color
    ) => Paragraph(id, name, font, halfPoints, first, second, null, color);

    private static Style Heading(string id, string name, string font, int level)
    {
        var style = Paragraph(id, name, font, 32, new KeepNext(), Spacing(Line28), Indent());
        var paragraph = style.StyleParagraphProperties!;
        paragraph.Append(new OutlineLevel { Val = level });
        style.InsertAfter(new NextParagraphStyle { Val = Body }, style.GetFirstChild<BasedOn>());
        return style;
    }

    // A tinted panel with a blue bar on its left: neighbours of the same style grow together into one box.
    private static Style FindingStyle() =>
        Paragraph(
                Finding,
                "要点",
                DocxFonts.FangSong,
                32,
                new ParagraphBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Color = "EEF3F8",
                        Size = 24,
                        Space = 4,
                    },
                    new LeftBorder
                    {
                        Val = BorderValues.Single,
                        Color = "1F5F9E",
                        Size = 24,
                        Space = 8,
                    },
                    new BottomBorder
                    {
                        Val = BorderValues.Single,
                        Color = "EEF3F8",
                        Size = 24,
                        Space = 4,
                    }
                ),
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "EEF3F8",
                },
                Spacing(Line28)
            )
            .WithIndent(new Indentation { Left = "240", Right = "60" });

    private static Style WithIndent(this Style style, Indentation indent)
    {
        style.StyleParagraphProperties!.Append(indent, Justify(JustificationValues.Both));
        return style;
    }

    private static Style Caption(string id, string name, string before, string after, bool keepNext)
    {
        var style = Paragraph(
            id,
            name,
            DocxFonts.Hei,
            24,
            new KeepNext { Val = keepNext },
            new SpacingBetweenLines
            {
                Before = before,
                After = after,
                Line = "400",
                LineRule = LineSpacingRuleValues.Exact,
            },
            Justify(JustificationValues.Center)
        );
        return style;
    }

    private static Style PictureStyle() =>
        Paragraph(
            Picture,
            "图",
            DocxFonts.FangSong,
            32,
            new KeepNext(),
            new SpacingBetweenLines
            {
                Before = "200",
                Line = "240",
                LineRule = LineSpacingRuleValues.Auto,
            },
            Justify(JustificationValues.Center)
        );

    public static RunFonts Fonts(string eastAsia) =>
        new()
        {
            Ascii = DocxFonts.Latin,
            HighAnsi = DocxFonts.Latin,
            ComplexScript = DocxFonts.Latin,
            EastAsia = eastAsia,
        };

    private static SpacingBetweenLines Spacing(string line, string after = "0") =>
        new()
        {
            Before = "0",
            After = after,
            Line = line,
            LineRule = LineSpacingRuleValues.Exact,
        };

    /// <summary>One pitch whatever font a machine has: pages end at the same place.</summary>
    private static SpacingBetweenLines AtLeast(string line) =>
        new()
        {
            Before = "0",
            After = "0",
            Line = line,
            LineRule = LineSpacingRuleValues.AtLeast,
        };

    private static SpacingBetweenLines Auto() =>
        new()
        {
            Before = "0",
            After = "0",
            Line = "240",
            LineRule = LineSpacingRuleValues.Auto,
        };

    private static Indentation Indent() => new() { FirstLineChars = 200, FirstLine = "640" };

    private static Justification Justify(JustificationValues value) => new() { Val = value };

    private static Tabs RightTab() => new(new TabStop { Val = TabStopValues.Right, Position = DocxPage.TextWidth });

    private static ParagraphBorders Bottom(string color, uint eighths) =>
        new(
            new BottomBorder
            {
                Val = eighths == 0 ? BorderValues.None : BorderValues.Single,
                Color = color,
                Size = eighths,
                Space = 4,
            }
        );

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

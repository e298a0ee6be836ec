using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hotspot.Language;
using Hotspot.Outputs.Docx;
using ThemeRoot = DocumentFormat.OpenXml.Drawing.Theme;

namespace Hotspot.Outputs;

/// <summary>
/// How Word papers look: styles and page, as shipped or taken over from a Word file whose styles a unit has changed (<c>templates/styles.docx</c>). Its text,
/// headers and numberings are left alone. Lengths in twips.
/// </summary>
public sealed class WordTemplate
{
    private const long MostBytes = 20 << 20;
    private const int LeastWidth = 4500;
    private const int LeastHeight = 6000;

    public static readonly WordTemplate Shipped = new(DocxStyles.All(), DocxPage.Size(), DocxPage.Margin(), null);

    private readonly Styles _styles;
    private readonly PageSize _size;
    private readonly PageMargin _margin;
    private readonly ThemeRoot? _theme;

    private WordTemplate(Styles styles, PageSize size, PageMargin margin, ThemeRoot? theme)
    {
        (_styles, _size, _margin, _theme) = (styles, size, margin, theme);
        TextWidth = (int)size.Width!.Value - (int)margin.Left!.Value - (int)margin.Right!.Value - (int)(margin.Gutter?.Value ?? 0);
        TextHeight = (int)size.Height!.Value - Math.Abs(margin.Top!.Value) - Math.Abs(margin.Bottom!.Value);
    }

    internal int TextWidth { get; }

    internal int TextHeight { get; }

    internal Styles Styles => (Styles)_styles.CloneNode(true);

    internal OpenXmlElement[] Page => [_size.CloneNode(true), _margin.CloneNode(true)];

    /// <summary>Null: the fonts and colours stand in the styles.</summary>
    internal ThemeRoot? Theme => (ThemeRoot?)_theme?.CloneNode(true);

    /// <summary>Text of tables, in half points.</summary>
    internal int CellHalfPoints =>
        Chain(DocxStyles.Cell).Select(style => style.StyleRunProperties?.FontSize?.Val?.Value).FirstOrDefault(size => size is not null)
            is { } own
        && int.TryParse(own, out var halfPoints)
            ? halfPoints
            : DocxStyles.CellHalfPoints;

    /// <summary>Heads of tables have the font of their captions.</summary>
    internal string HeadFont =>
        Chain(DocxStyles.TableCaption)
            .Select(style => style.StyleRunProperties?.RunFonts?.EastAsia?.Value)
            .FirstOrDefault(font => font is not null)
        ?? DocxFonts.Hei;

    /// <summary>The same with lines and the room between them closer by this share, for papers that have a page and no more; letters keep their size.</summary>
    public WordTemplate Closer(double share)
    {
        string? Less(StringValue? twips) =>
            int.TryParse(twips?.Value, out var length)
                ? ((int)(length * share)).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : twips?.Value;
        var styles = Styles;
        foreach (var spacing in styles.Descendants<SpacingBetweenLines>())
        {
            if (spacing.LineRule?.Value == LineSpacingRuleValues.Exact)
                spacing.Line = Less(spacing.Line);
            spacing.Before = Less(spacing.Before);
            spacing.After = Less(spacing.After);
        }
        return new WordTemplate(styles, _size, _margin, _theme);
    }

    /// <summary>A style and those that it is based on.</summary>
    internal IEnumerable<Style> Chain(string id)
    {
        var seen = new HashSet<string>();
        for (var next = id; next is not null && seen.Add(next); )
        {
            var style = _styles.Elements<Style>().FirstOrDefault(style => style.StyleId?.Value == next);
            if (style is not null)
                yield return style;
            next = style?.BasedOn?.Val?.Value;
        }
    }

    /// <exception cref="OperatorException">Wrong use: no Word file, a style is missing, hardly any room between the margins.</exception>
    public static WordTemplate Read(string file)
    {
        if (!File.Exists(file))
            return Shipped;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (stream.Length > MostBytes || IsTooLarge(stream))
                throw Wrong("template_styles_form", file);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            return Of(document, file);
        }
        catch (Exception e)
            when (e is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or ArgumentException)
        {
            throw new OperatorException(ExitCode.WrongUse, "template_styles_form", e, ("file", file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ExitCode.WrongUse, "template_unreadable", e, ("file", file));
        }
    }

    private static bool IsTooLarge(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Any(entry => entry.Length > MostBytes);
    }

    private static WordTemplate Of(WordprocessingDocument document, string file)
    {
        var main = document.MainDocumentPart;
        if (main?.StyleDefinitionsPart?.Styles is not { } found)
            throw Wrong("template_styles_form", file);
        var styles = DocxStyles.TakenOver(found, out var missing);
        if (missing.Count > 0)
            throw Wrong("template_styles_missing", file, ("styles", string.Join('、', missing)));
        var section = main.Document?.Body?.Descendants<SectionProperties>().LastOrDefault();
        var page = new WordTemplate(
            styles,
            Complete(section?.GetFirstChild<PageSize>(), DocxPage.Size()),
            MarginOf(section),
            ThemeOf(main)
        );
        if (page.TextWidth < LeastWidth || page.TextHeight < LeastHeight)
            throw Wrong("template_styles_page", file);
        foreach (var tab in styles.Descendants<TabStop>().Where(tab => tab.Position?.Value == DocxPage.TextWidth))
            tab.Position = page.TextWidth;
        return page;
    }

    /// <summary>What a file leaves out of its page is as shipped.</summary>
    private static T Complete<T>(T? own, T shipped)
        where T : OpenXmlElement
    {
        foreach (var attribute in own?.GetAttributes() ?? [])
            shipped.SetAttribute(attribute);
        return shipped;
    }

    /// <summary>The file has no header of its own: an editor that writes a distance of 0 for it did not mean the papers'.</summary>
    private static PageMargin MarginOf(SectionProperties? section)
    {
        var margin = Complete(section?.GetFirstChild<PageMargin>(), DocxPage.Margin());
        if (margin.Header?.Value is null or 0)
            margin.Header = DocxPage.Margin().Header;
        if (margin.Footer?.Value is null or 0)
            margin.Footer = DocxPage.Margin().Footer;
        return margin;
    }

    /// <summary>None where it asks for pictures or other parts.</summary>
    private static ThemeRoot? ThemeOf(MainDocumentPart main) =>
        main.ThemePart is { Theme: { } theme } part && !part.Parts.Any() && !part.ExternalRelationships.Any() ? theme : null;

    /// <summary>A Word file that shows each style in a line of its own.</summary>
    /// <param name="explain">A style's id → its line; first, for the id "", how to use the file.</param>
    public static void Write(Func<string, string> explain, Stream target)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = Shipped.Styles;
            main.AddNewPart<FontTablePart>("rId2").Fonts = DocxFonts.Table();
            var body = new Body(DocxText.Plain(DocxStyles.Note, explain("")));
            foreach (var style in Shipped._styles.Elements<Style>())
                body.Append(DocxText.Plain(style.StyleId!.Value!, explain(style.StyleId!.Value!)));
            body.Append(new SectionProperties(Shipped.Page));
            main.Document = new Document(body);
        }
        CanonicalZip.Rewrite(package, target);
    }

    private static OperatorException Wrong(string code, string file, params (string Name, object? Value)[] places) =>
        new(ExitCode.WrongUse, code, [("file", file), .. places]);
}

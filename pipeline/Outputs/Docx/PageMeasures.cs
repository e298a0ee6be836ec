using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hotspot.Outputs.Docx;

/// <summary>How high paragraphs, rows and pictures are by their styles. Lengths in twips.</summary>
internal sealed class PageMeasures(WordTemplate template)
{
    private const double EmuATwip = 635;
    private const double TwipsAPoint = 20;

    /// <summary>Of a line whose style leaves it to the font, in sizes of its letters.</summary>
    private const double FreePitch = 1.3;

    private readonly Dictionary<string, Pitch> _pitches = [];

    /// <param name="Size">Of the letters.</param>
    /// <param name="First">Indent of the first line; <paramref name="Sides"/> of all lines, left and right together.</param>
    /// <param name="Above">Border with its room over the first of neighbours of the style; <paramref name="Below"/> under the last.</param>
    internal sealed record Pitch(
        double Line,
        double Before,
        double After,
        double Size,
        double First,
        double Sides,
        double Above,
        double Below
    );

    public double Height(OpenXmlElement paragraph)
    {
        var pitch = Of(StyleOf(paragraph));
        return paragraph.Descendants<Extent>().FirstOrDefault() is { } picture
            ? pitch.Before + picture.Cy! / EmuATwip
            : pitch.Before + Lines(paragraph.InnerText, pitch, template.TextWidth) * pitch.Line + pitch.After;
    }

    public double Height(TableRow row)
    {
        var pitch = Of(DocxStyles.Cell);
        return row.Elements<TableCell>().Max(cell => Lines(cell.InnerText, pitch, WidthOf(cell)) * pitch.Line) + DocxTable.RowMargins;
    }

    public static string StyleOf(OpenXmlElement element) => (element as Paragraph)?.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static double WidthOf(TableCell cell) => Length(cell.TableCellProperties!.TableCellWidth!.Width)!.Value - ColumnWidths.Margins;

    private static double Lines(string text, Pitch pitch, double width) =>
        Math.Max(1, Math.Ceiling((ColumnWidths.Em(text) * pitch.Size + pitch.First) / (width - pitch.Sides)));

    public Pitch Of(string style)
    {
        if (_pitches.TryGetValue(style, out var known))
            return known;
        var chain = template.Chain(style).ToList();
        T? First<T>(Func<Style, T?> part)
            where T : class => chain.Select(part).FirstOrDefault(found => found is not null);
        double Spacing(Func<SpacingBetweenLines, StringValue?> part) =>
            Length(First(one => one.StyleParagraphProperties?.SpacingBetweenLines is { } spacing ? part(spacing) : null)) ?? 0;
        var rule = First(one => one.StyleParagraphProperties?.SpacingBetweenLines?.LineRule)?.Value;
        var size = TwipsAPoint / 2 * (Length(First(one => one.StyleRunProperties?.FontSize?.Val)) ?? 32);
        var indent = First(one => one.StyleParagraphProperties?.Indentation);
        var borders = First(one => one.StyleParagraphProperties?.ParagraphBorders);
        return _pitches[style] = new Pitch(
            rule is null || rule == LineSpacingRuleValues.Auto ? FreePitch * size : Spacing(one => one.Line),
            Spacing(one => one.Before),
            Spacing(one => one.After),
            size,
            (indent?.FirstLineChars?.Value ?? 0) / 100.0 * size,
            (Length(indent?.Left) ?? 0) + (Length(indent?.Right) ?? 0),
            Border(borders?.TopBorder),
            Border(borders?.BottomBorder)
        );
    }

    /// <summary>Its size stands in eighths of a point, its room in points.</summary>
    private static double Border(BorderType? border) =>
        border is null || border.Val?.Value == BorderValues.None
            ? 0
            : TwipsAPoint * ((border.Size?.Value ?? 0) / 8.0 + (border.Space?.Value ?? 0));

    private static double? Length(StringValue? text) =>
        double.TryParse(text?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) ? length : null;
}

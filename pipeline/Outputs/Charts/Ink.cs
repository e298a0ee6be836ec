using SkiaSharp;

namespace Hotspot.Outputs.Charts;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>
/// Text on a canvas whose unit is the point (1/72 inch), drawn as outlines: an SVG then looks right where the font is missing.
/// <c>y</c> is the middle of the line's Chinese characters.
/// </summary>
internal static class Ink
{
    public static float Width(string text, float size, bool bold = false)
    {
        using var font = Font(size, bold);
        return font.MeasureText(text);
    }

    /// <param name="halo">Width of a rim that lifts the text off a map; 0 for none.</param>
    /// <param name="rimColor">White unless said otherwise.</param>
    public static void Write(
        SKCanvas canvas,
        string text,
        float x,
        float y,
        float size,
        SKColor color,
        Align align = Align.Left,
        bool bold = false,
        float halo = 0,
        SKColor? rimColor = null
    )
    {
        using var font = Font(size, bold);
        var left =
            x
            - align switch
            {
                Align.Left => 0,
                Align.Centre => font.MeasureText(text) / 2,
                _ => font.MeasureText(text),
            };
        // A Chinese character fills its em box from 0.12 below to 0.88 above the baseline: its middle lies 0.38 em above it.
        var baseline = y + 0.37f * size;
        // Skia resolves overlaps of a glyph's strokes, after which only even-odd filling keeps every hole open.
        using var outline = font.GetTextPath(text, new SKPoint(left, baseline));
        outline.FillType = SKPathFillType.EvenOdd;
        using var paint = new SKPaint { IsAntialias = true, Color = color };
        if (halo > 0)
        {
            using var rim = new SKPaint
            {
                IsAntialias = true,
                Color = rimColor ?? SKColors.White.WithAlpha(215),
                Style = SKPaintStyle.Stroke,
                StrokeWidth = halo,
                StrokeJoin = SKStrokeJoin.Round,
            };
            canvas.DrawPath(outline, rim);
        }
        canvas.DrawPath(outline, paint);
    }

    /// <summary>The text cut with … so that it fits the width.</summary>
    public static string Fit(string text, float width, float size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
            return text;
        var length = text.Length;
        while (length > 1 && Width(text[..length] + "…", size, bold) > width)
            length--;
        return text[..length] + "…";
    }

    /// <summary>Lines that fit the width; numbers and Latin words stay whole, no line begins with a closing mark.</summary>
    public static IReadOnlyList<string> Wrap(string text, float width, float size, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && Width(line + piece.TrimEnd(), size, bold) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }
            line += line.Length == 0 ? piece.TrimStart() : piece;
        }
        lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>Lines that fit the width and are about equally long, so that none holds a single character.</summary>
    public static IReadOnlyList<string> Balanced(string text, float width, float size)
    {
        var lines = Wrap(text, width, size);
        return lines.Count == 1 ? lines : Wrap(text, Math.Min(width, Width(text, size) / lines.Count + size / 2), size);
    }

    private static SKFont Font(float size, bool bold) =>
        new(bold ? Typeface.Bold : Typeface.Regular, size) { Subpixel = true, Hinting = SKFontHinting.None };

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && Joined(text[i - 1], text[i]))
                continue;
            yield return text[start..i];
            start = i;
        }
    }

    private static bool Joined(char left, char right) =>
        "，。、；：！？）》」』”’％%℃…—".Contains(right, StringComparison.Ordinal)
        || "（《「『“‘—".Contains(left, StringComparison.Ordinal)
        || (char.IsAscii(left) && char.IsAscii(right) && left != ' ' && right != ' ');
}

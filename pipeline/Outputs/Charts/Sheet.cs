using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// The paper of every chart: 15.6 cm wide (the text width of an official document), message bold on top, source small at the bottom.
/// Everything is measured in points; a body of the height asked for is left between the two.
/// </summary>
/// <param name="Draw">Draws the body into its rectangle.</param>
internal sealed partial record Sheet(Chart Chart, float BodyHeight, Action<SKCanvas, SKRect> Draw)
{
    /// <summary>15.6 cm in points.</summary>
    public const float Width = 442.2f;

    private const float PixelsPerPoint = 210f / 72f;
    private const float TitleSize = 11f;
    private const float TitleLine = 15.5f;
    private const float SmallSize = 7f;
    private const float SmallLine = 9.5f;
    private const float Gap = 7f;

    /// <summary>Each pixel told by its left neighbour: flat colours need no search for the best filter of each line, and the files are smaller.</summary>
    private static readonly SKPngEncoderOptions PngOptions = new(SKPngEncoderFilterFlags.Sub, 6);

    private readonly IReadOnlyList<string> _title = Ink.Wrap(Chart.Message, Width - 4, TitleSize, bold: true);
    private readonly IReadOnlyList<string> _source = Ink.Wrap(Chart.SourceLine, Width - 4, SmallSize);

    private float Top => _title.Count * TitleLine + Gap;

    private float Height => Top + BodyHeight + Gap + _source.Count * SmallLine + 2;

    public byte[] Png()
    {
        var pixels = new SKImageInfo(
            (int)(Width * PixelsPerPoint),
            (int)(Height * PixelsPerPoint),
            SKColorType.Rgba8888,
            SKAlphaType.Opaque
        );
        using var surface = SKSurface.Create(pixels);
        surface.Canvas.Scale(PixelsPerPoint);
        On(surface.Canvas);
        using var image = surface.Snapshot();
        using var drawn = image.PeekPixels() ?? throw new InvalidOperationException("a picture in memory has pixels");
        using var png = drawn.Encode(PngOptions) ?? throw new InvalidOperationException("pixels were not encoded");
        return png.ToArray();
    }

    /// <summary>UTF-8; its texts are outlines, so its message and source are told to readers and searches in the title and description.</summary>
    public byte[] Svg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), stream))
            On(canvas);
        var drawn = Encoding.UTF8.GetString(stream.ToArray());
        var shapes = drawn[(drawn.IndexOf('>', drawn.IndexOf("<svg", StringComparison.Ordinal)) + 1)..];
        var size = string.Create(
            CultureInfo.InvariantCulture,
            $"width=\"{Width}pt\" height=\"{Height}pt\" viewBox=\"0 0 {Width} {Height}\""
        );
        // Skia numbers clips through the life of the process; here they are numbered within the picture.
        var clips = ClipId().Matches(shapes).Select(id => id.Value).Distinct().Select((id, i) => (id, i)).ToDictionary();
        shapes = ClipId().Replace(shapes, id => $"clip{clips[id.Value]}");
        // An area and the border drawn right after it are one path.
        shapes = Bordered().Replace(shapes, "<path $1 $4 $2$3/>");
        return Encoding.UTF8.GetBytes(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size} role="img">
            <title>{Escaped(Chart.Message)}</title><desc>{Escaped(Chart.SourceLine)}</desc>{ToHundredths(shapes)}
            """
        );
    }

    private void On(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        for (var i = 0; i < _title.Count; i++)
            Ink.Write(canvas, _title[i], 2, (i + 0.5f) * TitleLine, TitleSize, Palette.Text, bold: true);
        var body = new SKRect(2, Top, Width - 2, Top + BodyHeight);
        Draw(canvas, body);
        for (var i = 0; i < _source.Count; i++)
            Ink.Write(canvas, _source[i], 2, body.Bottom + Gap + (i + 0.5f) * SmallLine, SmallSize, Palette.Quiet);
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(XmlText.Clean(text));

    /// <summary>Hundredths of a point are finer than any printer; more digits would double the file. A sign stays as it stands.</summary>
    private static StringBuilder ToHundredths(string shapes)
    {
        var rounded = new StringBuilder(shapes.Length);
        var told = 0;
        for (var point = shapes.IndexOf('.'); point >= 0; point = shapes.IndexOf('.', point + 1))
        {
            var (first, end) = (point, point + 1);
            while (first > told && char.IsAsciiDigit(shapes[first - 1]))
                first--;
            while (end < shapes.Length && char.IsAsciiDigit(shapes[end]))
                end++;
            if (end - point <= 3 || (first > 0 && shapes[first - 1] == '.'))
                continue;
            if (end < shapes.Length && shapes[end] is ('e' or 'E'))
                end += Exponent().Match(shapes, end).Length;
            rounded.Append(shapes, told, first - told);
            rounded.Append(
                CultureInfo.InvariantCulture,
                $"{double.Parse(shapes.AsSpan(first, end - first), CultureInfo.InvariantCulture):0.##}"
            );
            told = end;
        }
        return rounded.Append(shapes, told, shapes.Length - told);
    }

    [GeneratedRegex(
        """<path (fill="(?!none)[^>]*?) (d="[^"]*")( fill-rule="evenodd")?/>\s*<path fill="none" ([^>]*?) \2(?: fill-rule="evenodd")?/>"""
    )]
    private static partial Regex Bordered();

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex ClipId();

    [GeneratedRegex(@"\Ge-?\d+", RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();
}

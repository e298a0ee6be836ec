using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// The paper of every chart: 15.6 cm wide (the text width of an official document), message bold on top, source small at the bottom.
/// Everything is measured in points; a body of the height asked for is left between the two.
/// </summary>
internal static class Sheet
{
    /// <summary>15.6 cm in points.</summary>
    public const float Width = 442.2f;

    private const float PixelsPerPoint = 210f / 72f;
    private const float TitleSize = 11f;
    private const float TitleLine = 15.5f;
    private const float SmallSize = 7f;
    private const float SmallLine = 9.5f;
    private const float Gap = 7f;

    /// <returns>The PNG's bytes.</returns>
    public static byte[] Draw(string message, string sourceLine, float bodyHeight, Action<SKCanvas, SKRect> body)
    {
        var title = Ink.Wrap(message, Width - 4, TitleSize, bold: true);
        var source = Ink.Wrap(sourceLine, Width - 4, SmallSize);
        var top = title.Count * TitleLine + Gap;
        var height = top + bodyHeight + Gap + source.Count * SmallLine + 2;

        var pixels = new SKImageInfo(
            (int)(Width * PixelsPerPoint),
            (int)(height * PixelsPerPoint),
            SKColorType.Rgba8888,
            SKAlphaType.Opaque
        );
        using var surface = SKSurface.Create(pixels);
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(PixelsPerPoint);
        for (var i = 0; i < title.Count; i++)
            Ink.Write(canvas, title[i], 2, (i + 0.5f) * TitleLine, TitleSize, Palette.Text, bold: true);
        body(canvas, new SKRect(2, top, Width - 2, top + bodyHeight));
        for (var i = 0; i < source.Count; i++)
            Ink.Write(canvas, source[i], 2, top + bodyHeight + Gap + (i + 0.5f) * SmallLine, SmallSize, Palette.Quiet);

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}

using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>
/// One blue ramp for amounts and one orange for what a reader must not miss; the pair stays apart under all common colour blindness
/// and in black-and-white print (the ramp is monotone in lightness).
/// </summary>
internal static class Palette
{
    public static readonly SKColor Text = SKColor.Parse("#1F2933");
    public static readonly SKColor Quiet = SKColor.Parse("#5B6770");
    public static readonly SKColor Line = SKColor.Parse("#C3CCD4");
    public static readonly SKColor Ground = SKColor.Parse("#F1F4F6");
    public static readonly SKColor NoData = SKColor.Parse("#DADCDE");
    public static readonly SKColor Blue = SKColor.Parse("#3B78B0");
    public static readonly SKColor PaleBlue = SKColor.Parse("#A9C6E0");
    public static readonly SKColor Accent = SKColor.Parse("#D9640F");

    private static readonly SKColor[] Ramp =
    [
        SKColor.Parse("#EDF3F9"),
        SKColor.Parse("#C9DDEE"),
        SKColor.Parse("#94BBDD"),
        SKColor.Parse("#5190C4"),
        SKColor.Parse("#1F5F9E"),
        SKColor.Parse("#123E70"),
    ];

    /// <param name="part">0 (lightest) to 1 (darkest).</param>
    public static SKColor Shade(double part)
    {
        var at = Math.Clamp(part, 0, 1) * (Ramp.Length - 1);
        var low = Math.Min((int)at, Ramp.Length - 2);
        return Mix(Ramp[low], Ramp[low + 1], at - low);
    }

    /// <summary>Colour of class <paramref name="index"/> of <paramref name="count"/>; the darkest tone is left out so that names stay readable.</summary>
    public static SKColor Class(int index, int count) => Shade(count < 2 ? 0.4 : 0.04 + 0.8 * index / (count - 1));

    /// <summary>White on dark grounds, the text colour on light ones.</summary>
    public static SKColor On(SKColor ground) =>
        0.2126 * ground.Red + 0.7152 * ground.Green + 0.0722 * ground.Blue < 140 ? SKColors.White : Text;

    private static SKColor Mix(SKColor a, SKColor b, double part) =>
        new(Blend(a.Red, b.Red, part), Blend(a.Green, b.Green, part), Blend(a.Blue, b.Blue, part));

    private static byte Blend(byte a, byte b, double part) => (byte)Math.Round(a + (b - a) * part);
}

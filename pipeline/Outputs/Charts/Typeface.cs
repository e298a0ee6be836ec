using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>The font that ships with the program, registered once: charts look the same on a machine without any font.</summary>
internal static class Typeface
{
    public const string Family = "Noto Sans SC";

    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold)> Faces = new(Register);

    public static SKTypeface Regular => Faces.Value.Regular;

    public static SKTypeface Bold => Faces.Value.Bold;

    private static (SKTypeface, SKTypeface) Register()
    {
        var regular = AssetFile.Find("fonts/NotoSansSC-Regular.ttf");
        var bold = AssetFile.Find("fonts/NotoSansSC-Bold.ttf");
        ScottPlot.Fonts.AddFontFile(Family, regular, bold: false, italic: false);
        ScottPlot.Fonts.AddFontFile(Family, bold, bold: true, italic: false);
        ScottPlot.Fonts.Default = ScottPlot.Fonts.Sans = ScottPlot.Fonts.Serif = ScottPlot.Fonts.Monospace = Family;
        return (SKTypeface.FromFile(regular), SKTypeface.FromFile(bold));
    }
}

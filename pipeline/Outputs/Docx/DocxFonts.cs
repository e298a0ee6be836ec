using DocumentFormat.OpenXml.Wordprocessing;

namespace Hotspot.Outputs.Docx;

/// <summary>Fonts of official documents, each with the name that stands in where it is not installed.</summary>
internal static class DocxFonts
{
    public const string SmallSong = "方正小标宋简体";
    public const string FangSong = "仿宋_GB2312";
    public const string Kai = "楷体_GB2312";
    public const string Hei = "黑体";
    public const string Song = "宋体";
    public const string Latin = "Times New Roman";

    public static Fonts Table() =>
        new(
            Font(SmallSong, "宋体"),
            Font(FangSong, "仿宋"),
            Font(Kai, "楷体"),
            Font(Hei, "SimHei"),
            Font(Song, "SimSun"),
            new Font(new FontFamily { Val = FontFamilyValues.Roman }) { Name = Latin }
        );

    private static Font Font(string name, string standIn) =>
        new(
            new AltName { Val = standIn },
            new FontCharSet { Val = "86" },
            new FontFamily { Val = FontFamilyValues.Auto },
            new Pitch { Val = FontPitchValues.Variable }
        )
        {
            Name = name,
        };
}

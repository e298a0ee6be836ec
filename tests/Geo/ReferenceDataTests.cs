using SkiaSharp;

namespace Hotspot.Tests.Geo;

public class ReferenceDataTests
{
    [Theory]
    [InlineData("NotoSansSC-Regular.ttf")]
    [InlineData("NotoSansSC-Bold.ttf")]
    public void The_shipped_font_draws_every_character_of_names_and_phrases(string font)
    {
        using var face = SKTypeface.FromFile(Shipped(font).First());
        Assert.Equal("Noto Sans SC", face.FamilyName);
        var files = Shipped("*.csv")
            .Where(file => file.Contains("data-schemas", StringComparison.Ordinal))
            .Concat(Shipped("*.json").Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "zh"))
            .ToList();
        Assert.True(files.Count > 6);
        var text = string.Concat(files.Select(File.ReadAllText)) + "–—・℃㎡‰−≤≥×÷±→▲▼●○■□★é";
        var missing = text.Where(c => !char.IsControl(c)).Distinct().Where(c => !face.ContainsGlyph(c)).Order();
        Assert.Empty(string.Concat(missing));
    }

    [Fact]
    public void The_reference_files_are_sorted_and_have_no_stray_blanks()
    {
        foreach (var name in (string[])["districts", "streets", "communities"])
        {
            var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data-schemas", "codes", name + ".csv"))[1..];
            var codes = lines.Select(line => line.Split(',')[0]).ToList();
            if (name != "districts") // the development zone stands last, after the districts of its length of code
                Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
            Assert.All(lines, line => Assert.DoesNotContain(line, char.IsWhiteSpace));
        }
    }

    private static IEnumerable<string> Shipped(string pattern) =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, pattern, SearchOption.AllDirectories);
}

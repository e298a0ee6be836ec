using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hotspot.Language;

namespace Hotspot.Tests.Reports;

/// <summary>A phrase that a bulletin asks for stands in the book, and the places of a phrase are the ones it is given.</summary>
public partial class PhraseTests
{
    private static readonly string Room = Path.GetFullPath(Path.Combine(Here(), "..", "..", "pipeline", "Reports"));
    private static readonly Phrasebook Book = Phrasebook.Load("zh");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static IEnumerable<(string File, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Room, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Room, file), File.ReadAllText(file)));

    /// <summary>Every literal that has the form of a key and whose first word begins a key of the book.</summary>
    private static IEnumerable<(string File, string Key)> Literals()
    {
        var first = Book.Keys.Select(key => key.Split('.')[0]).ToHashSet();
        return from source in Sources()
            from Match match in Literal().Matches(source.Text)
            where first.Contains(match.Groups["key"].Value.Split('.')[0])
            select (source.File, match.Groups["key"].Value);
    }

    [Fact]
    public void Every_phrase_that_is_said_stands_in_the_book()
    {
        var said =
            from source in Sources()
            from Match call in Said().Matches(source.Text)
            select (source.File, Key: call.Groups["key"].Value);
        var all = said.ToList();

        Assert.True(all.Count > 150, $"only {all.Count} calls found");
        Assert.Equal([], all.Where(call => !Book.Has(call.Key)).Distinct());
    }

    [Fact]
    public void Keys_made_of_parts_have_at_least_one_phrase()
    {
        var open =
            from source in Sources()
            from Match call in Interpolated().Matches(source.Text)
            select (source.File, Prefix: call.Groups["key"].Value);

        Assert.Equal([], open.Where(call => !Book.Keys.Any(key => key.StartsWith(call.Prefix, StringComparison.Ordinal))).Distinct());
    }

    [Theory]
    [InlineData("day_kind", "all workday weekend holiday")]
    [InlineData("comparison", "uniform city_profile past_8_weeks")]
    [InlineData("key.basis", "uniform city_profile past_8_weeks")]
    [InlineData("trend", "new worse lasting easing scattered")]
    [InlineData("trend_scale", "hex_500m hex_1km")]
    [InlineData("points.verdict", "new worse rising lasting easing scattered hot unsure untested")]
    [InlineData("title", "weekly monthly quarterly yearly")]
    [InlineData("weekday", "1 2 3 4 5 6 7 8")]
    public void Codes_that_a_table_can_hold_have_their_words(string family, string codes) =>
        Assert.Equal([], codes.Split(' ').Where(code => !Book.Has($"{family}.{code}") && !Book.Has($"{family}_{code}")));

    [Fact]
    public void No_phrase_of_the_bulletin_waits_for_a_sentence_that_nobody_writes()
    {
        var used = Literals().Select(literal => literal.Key).ToHashSet();
        var prefixes = (
            from source in Sources()
            from Match call in Interpolated().Matches(source.Text)
            select call.Groups["key"].Value
        ).ToHashSet();
        string[] families =
        [
            "change",
            "overview",
            "issues",
            "peaks",
            "areas",
            "points",
            "incidents",
            "callbacks",
            "outlook",
            "advice",
            "notes",
        ];
        var idle = Book.Keys.Where(key =>
            families.Contains(key.Split('.')[0]) && !used.Contains(key) && !prefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal))
        );
        Assert.Equal([], idle.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("(?:(?:Say|Word|Text)\\(\\s*|[pP]hrases\\[)\"(?<key>[a-z][a-z0-9_.]*)\"")]
    private static partial Regex Said();

    [GeneratedRegex("(?:(?:Say|Word|Text)\\(\\s*|[pP]hrases\\[)\\$\"(?<key>[a-z][a-z0-9_.]*)\\{")]
    private static partial Regex Interpolated();

    [GeneratedRegex("\"(?<key>[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+)\"")]
    private static partial Regex Literal();
}

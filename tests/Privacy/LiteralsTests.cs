using Hotspot.Records;

namespace Hotspot.Tests.Privacy;

public class LiteralsTests
{
    private static readonly string[] Words = ["夜间施工", "夜市", "施工扰民", "油烟", "WX", "wx号", "烟"];

    [Theory]
    [InlineData("小区旁夜间施工扰民", 3)]
    [InlineData("夜里有夜市", 3)]
    [InlineData("油烟和油", 0)]
    [InlineData("无烟", 1)]
    [InlineData("加wx号", 1)]
    [InlineData("加Wx号", -1)]
    [InlineData("夜间施", -1)]
    [InlineData("夜", -1)]
    [InlineData("", -1)]
    public void The_first_place_where_a_whole_word_begins_is_found(string text, int expected) =>
        Assert.Equal(expected, new Literals(Words).IndexIn(text));

    [Fact]
    public void Any_text_gives_what_trying_every_place_gives()
    {
        const string Letters = "夜间施工市油烟扰民Wwx号 ";
        var random = new Random(20250801);
        var literals = new Literals(Words);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Create(random.Next(40), random, (span, r) => r.GetItems(Letters, span));
            var expected = Enumerable
                .Range(0, text.Length)
                .Where(at => Words.Any(word => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)))
                .Append(-1)
                .First();
            Assert.Equal(expected, literals.IndexIn(text));
        }
    }

    [Fact]
    public void An_empty_word_is_refused() => Assert.Throws<ArgumentException>(() => new Literals(["", "烟"]));
}

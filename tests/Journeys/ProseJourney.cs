using System.Text.RegularExpressions;
using Hotspot.Language;

namespace Hotspot.Tests.Journeys;

/// <summary>Every number of the text is a figure that can be traced; what is not a figure is a date, an hour, a rank or a reference.</summary>
[Collection("sample office")]
public partial class ProseJourney(SampleOffice sample)
{
    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_printed_number_is_its_figure(string kind)
    {
        var papers = sample.Of(kind);
        var printed = papers.WordParagraphs.SelectMany(paragraph => paragraph).Where(piece => piece.Figure is not null).ToList();

        Assert.True(printed.Count > 20, $"only {printed.Count} figures");
        Assert.All(printed, piece => Assert.Equal(papers.Figures[piece.Figure!].Text, piece.Text));
        Assert.All(papers.HtmlFigures(), piece => Assert.Equal(papers.Figures[piece.Figure!].Text, piece.Text));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Word_and_the_page_print_the_same_figures_and_no_figure_is_kept_unprinted(string kind)
    {
        var papers = sample.Of(kind);
        var word = papers.WordParagraphs.SelectMany(paragraph => paragraph).Select(piece => piece.Figure).OfType<string>();
        var page = papers.HtmlFigures().Select(piece => piece.Figure!).ToList();

        // The cards at the head of the page come first.
        Assert.Equal(word, page.Where(id => !id.StartsWith("key.", StringComparison.Ordinal)));
        Assert.Equal(papers.Figures.Keys.Order(StringComparer.Ordinal), page.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Outside_figures_stand_only_dates_hours_ranks_and_references(string kind)
    {
        var papers = sample.Of(kind);
        var words = FixedWords();
        var labels = papers
            .Table("points")
            .Select(row => (string)row["label"]!)
            .Concat(
                papers
                    .Table("hot_issues")
                    .SelectMany(row =>
                        new[] { row["title"], row["example"], ((string)row["example_ids"]!).Split('、')[0], row["top_terms"] }
                    )
                    .Cast<string>()
            )
            .OrderByDescending(label => label.Length)
            .ToList();
        foreach (var paragraph in papers.WordParagraphs)
        foreach (var text in Plain(paragraph))
        {
            var rest = words.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
            rest = labels.Aggregate(rest, (left, label) => left.Replace(label, "", StringComparison.Ordinal));
            rest = Allowed().Replace(rest, "");
            Assert.False(rest.Any(char.IsDigit), $"'{rest}' is left of '{text}'");
        }
    }

    /// <summary>The text between figures, each stretch whole.</summary>
    private static string[] Plain(IReadOnlyList<Piece> paragraph)
    {
        var stretch = "";
        foreach (var piece in paragraph)
        {
            stretch += piece.Figure is null ? piece.Text : "\n";
        }
        return stretch.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What the phrase book itself says with digits: 前8周, 80%区间 and the like, as whole pieces between the places of a phrase.</summary>
    private static List<string> FixedWords()
    {
        var book = Phrasebook.Load("zh");
        return
        [
            .. book
                .Keys.SelectMany(key => Place().Split(book[key]))
                .Where(piece => piece.Any(char.IsDigit) && piece.Any(letter => letter > '\u2E80'))
                .Distinct()
                .OrderByDescending(piece => piece.Length),
        ];
    }

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(
        """
            \d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}年第\d{1,2}(周|季度)|\d{4}年\d{1,2}月|\d{4}年(?!\d)
            |\d{1,2}时—次日\d{1,2}时|(\d{1,2}—\d{1,2}、)*\d{1,2}—\d{1,2}时|\d{1,2}—\d{1,2}(?=、\d{1,2}时—次日)
            |\+[01](\.\d+)?×基本满意|不足\d+件的不计率|[表图]\d+|第\d+(、\d+)*位|前\d+位|^\d+．
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Allowed();
}

using System.Security.Cryptography;
using Hotspot.Classify;
using Hotspot.Classify.Learning;
using Hotspot.Geo;
using Hotspot.Records;
using Hotspot.Runs.Models;

namespace Hotspot.Tests.Classify;

/// <summary>The model that ships, on 180 sentences in the manner of the hotline that were written apart from those it learned from.</summary>
public class ShippedModelTests
{
    private static readonly string Folder = Path.GetDirectoryName(ReferenceTable.PathOf("models/issue/model.bin"))!;
    private static readonly IssueModel Model = IssueModelFile.Read(Path.Combine(Folder, IssueModelFile.Name));
    private static readonly ModelCard Card = ModelCard.Read(Folder);
    private static readonly LabelledFile Orders = LabelledFile.Read(
        Path.Combine(AppContext.BaseDirectory, "Data", "classify", "orders.tsv")
    );
    private static readonly DateOnly Day = new(2025, 4, 21);

    private static int Right(IssueList list) =>
        Orders.Texts.Count(text => list.Resolve(Day, [], text.Title, text.Content).Issue == text.Label);

    [Fact]
    public void It_is_what_its_command_makes()
    {
        var sentences = Path.Combine(Folder, "sentences.json");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(sentences))), Card.InputSha256);
        // The rule itself, learned again from the same sentences; which learner won stands on the card.
        Assert.Equal("linear_svm", Card.Learner);
        var texts = SentenceMaker.Read(sentences);
        Assert.Equal(Card.Texts, texts.Count);
        var labels = Model.Labels.ToList();
        var corpus = new GramCorpus(texts);
        List<int> classOf = [.. texts.Select(text => labels.IndexOf(text.Label))];
        List<int> all = [.. Enumerable.Range(0, texts.Count)];
        var space = GramSpace.Learn(corpus, all, classOf, labels.Count);
        Assert.Equal(Model.Space.Keys, space.Keys);
        var of = space.Of(corpus);
        var (weights, bias) = LinearSvm.Fit([.. all.Select(of)], [.. classOf.Select(c => c == 0)], 2 * space.Count, Card.Seed);
        Assert.Equal(Model.Biases[0], bias, 6);
        Assert.All(
            Enumerable.Range(0, weights.Length),
            f => Assert.InRange(weights[f] / Model.Scales[0] - Model.Weights[f * labels.Count], -0.51, 0.51)
        );
    }

    [Fact]
    public void It_knows_every_issue_kind_and_other_and_stays_small()
    {
        Assert.Equal(
            IssueList.Load().On(Day).Append(IssueList.Other).Order(StringComparer.Ordinal),
            Model.Labels.Order(StringComparer.Ordinal)
        );
        Assert.True(new FileInfo(Path.Combine(Folder, IssueModelFile.Name)).Length < 400 * 1024);
    }

    [Fact]
    public void What_it_is_sure_of_is_right_and_it_comes_before_the_keywords()
    {
        var guesses = Orders.Texts.Select(text => (Guess: Model.Guess(text.Title, text.Content), text.Label)).ToList();
        var told = guesses.Where(one => one.Guess.Probability >= Model.Level).ToList();
        Assert.True(told.Count > 0.75 * guesses.Count, $"{told.Count} told");
        Assert.True(told.Count(one => one.Guess.Label == one.Label) >= 0.9 * told.Count);
        var file = ReferenceTable.PathOf("codes/issues.csv");
        var (keywords, both) = (Right(IssueList.Load(file)), Right(IssueList.Load(file, new Lazy<IssueModel>(Model))));
        Assert.True(both > keywords + 60, $"{keywords} by keywords, {both} with the model");
        Assert.True(both >= 0.84 * Orders.Texts.Count, $"{both} of {Orders.Texts.Count}");
    }

    [Theory]
    [InlineData("Garbage not collected")]
    [InlineData("Garbage has not been collected for two weeks on the east side of the building, please send a truck")]
    [InlineData("LED billboard too bright")]
    [InlineData("Les ordures ne sont pas ramassées")]
    [InlineData("Мусор не вывозят вторую неделю")]
    [InlineData("ゴミが収集されていません、近所の工場の騒音もひどいです")]
    [InlineData("쓰레기가 수거되지 않습니다")]
    public void Of_text_in_a_language_that_it_never_saw_it_tells_nothing(string text)
    {
        Assert.True(Model.KnownShare(null, text) < IssueModel.LeastKnown);
        Assert.False(Model.IsSure(Model.Guess(null, text)));
        var list = IssueList.Load(ReferenceTable.PathOf("codes/issues.csv"), new Lazy<IssueModel>(Model));
        Assert.Equal(new IssueRuling("其他", null, null), list.Resolve(Day, [], null, text));
    }

    [Theory]
    [InlineData("LED屏太亮")]
    [InlineData("138××××5678反映2025年4月21日22时13分楼下KTV噪音大")]
    public void Latin_letters_digits_and_masks_within_Chinese_do_not_silence_it(string text) =>
        Assert.True(Model.IsSure(Model.Guess(null, text)));

    [Fact]
    public void It_knows_enough_of_every_sentence_of_the_hotline() =>
        Assert.All(Orders.Texts, text => Assert.True(Model.KnownShare(text.Title, text.Content) > IssueModel.LeastKnown + 0.1));

    [Fact]
    public void A_sure_model_goes_before_a_keyword_that_misleads()
    {
        var file = ReferenceTable.PathOf("codes/issues.csv");
        var text = Orders.Texts.Single(one => one.Title == "串店扰民");
        string Of(IssueList list) => list.Resolve(Day, [], text.Title, text.Content).Issue;
        Assert.Equal("餐饮油烟", Of(IssueList.Load(file)));
        Assert.Equal("露天烧烤", Of(IssueList.Load(file, new Lazy<IssueModel>(Model))));
    }

    [Fact]
    public void Its_card_holds_no_more_than_two_characters_of_any_text()
    {
        Assert.All(Card.Classes, one => Assert.NotEmpty(one.Terms));
        Assert.All(Card.Classes.SelectMany(one => one.Terms), term => Assert.InRange(term.Length, 1, 2));
    }

    [Fact]
    public void A_category_goes_before_the_model_and_a_blank_text_is_unclassified()
    {
        var list = IssueList.Load(ReferenceTable.PathOf("codes/issues.csv"), new Lazy<IssueModel>(Model));
        Assert.Equal("施工扬尘", list.Resolve(Day, ["施工扬尘"], "露天烧烤", "饭店门口露天烧烤油烟呛人").Issue);
        Assert.Equal(new IssueRuling("其他", null, null), list.Resolve(Day, ["其它"], null, null));
        var ruling = list.Resolve(Day, [], "露天烧烤", "饭店门口露天烧烤油烟呛人");
        Assert.Equal("露天烧烤", ruling.Issue);
        Assert.True(ruling.Confidence >= Model.Level && ruling.Confidence <= 1);
    }

    /// <summary>A category that is none of the bureau's business is a statement, and outweighs a guess; no category, a general one or words that name an issue do not.</summary>
    [Fact]
    public void Where_a_category_says_what_it_is_about_the_model_is_not_asked()
    {
        var list = IssueList.Load(ReferenceTable.PathOf("codes/issues.csv"), new Lazy<IssueModel>(Model));
        var guessed = Orders.Texts.First(text =>
            text.Label != IssueList.Other
            && list.Resolve(Day, [], text.Title, text.Content).From == IssueFrom.Classifier
            && IssueList.Load().Resolve(Day, [], text.Title, text.Content).Issue == IssueList.Other
        );
        string Issue(params string[] path) => list.Resolve(Day, path, guessed.Title, guessed.Content).Issue;

        Assert.Equal(guessed.Label, Issue("城市管理"));
        Assert.Equal(guessed.Label, Issue("城市管理", "其他"));
        Assert.Equal(IssueList.Other, Issue("城市管理", "其他", "路灯照明"));
        Assert.Equal("夜间施工扰民", list.Resolve(Day, ["城市管理", "路灯照明"], "夜间施工", null).Issue);
    }
}

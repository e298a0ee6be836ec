using Hotspot.Classify.Learning;

namespace Hotspot.Tests.Classify;

/// <summary>The parts of the classifier against numbers by hand, and what must hold for any texts.</summary>
public class ClassifierTests
{
    private static readonly string[] Matters = ["工地夜里施工打桩", "饭店油烟呛人", "小区暖气不热", "路边摊贩卖水果"];
    private static readonly string[] Words = ["反映", "街道", "请处理", "多日", "楼下", "北侧", "再次来电", "家中老人"];

    private static List<LabelledText> Texts(int each, int seed = 1)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, each * Matters.Length)
                .Select(i => new LabelledText(
                    $"类{i % Matters.Length}",
                    i % 3 == 0 ? Matters[i % Matters.Length] : null,
                    string.Concat(Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)])) + Matters[i % Matters.Length] + i
                )),
        ];
    }

    private static TrainedModel Train(IReadOnlyList<LabelledText> texts, int threads = 1, bool compare = false) =>
        IssueTraining.Run(texts, new TrainingOptions(Threads: threads, CompareLearners: compare), null, CancellationToken.None);

    private static byte[] Bytes(IssueModel model)
    {
        using var stream = new MemoryStream();
        IssueModelFile.Write(model, stream);
        return stream.ToArray();
    }

    [Fact]
    public void A_text_is_two_unit_vectors_of_its_whole_and_of_its_head()
    {
        // ln(4/3)+1 in two of three texts, ln(4/2)+1 in one; 甲 tells class 0 from 1 wholly (ln 2), 乙 nothing.
        List<LabelledText> texts = [new("0", null, "甲乙"), new("0", null, "甲甲"), new("1", null, "丙乙")];
        var corpus = new GramCorpus(texts);
        var space = GramSpace.Learn(corpus, [0, 1, 2], [0, 0, 1], 2);
        float Weight(ulong key) => space.Weights[space.Keys.ToList().IndexOf(key)];
        Assert.Equal((Math.Log(4.0 / 3) + 1) * (1 + Math.Log(2)), Weight('甲'), 5);
        // Half of class 0 and all of class 1: shares 1/3 and 2/3.
        var tells = Math.Log(2.0 / 3) / 3 + 2 * Math.Log(4.0 / 3) / 3;
        Assert.Equal((Math.Log(4.0 / 3) + 1) * (1 + tells), Weight('乙'), 5);
        // 甲乙 once among 6 characters; 甲 thrice, 乙 twice: 1 / (1 + e × 3 × 2 / (1 × 6)).
        Assert.Equal((Math.Log(2) + 1) * (1 + Math.Log(2)) / (1 + Math.E), Weight(((ulong)'甲' << 16) | '乙'), 5);
        var vector = space.Of(corpus)(0);
        var whole = vector.Features.Index().Where(one => one.Item < space.Count).Sum(one => Math.Pow(vector.Values[one.Index], 2));
        var head = vector.Features.Index().Where(one => one.Item >= space.Count).Sum(one => Math.Pow(vector.Values[one.Index], 2));
        Assert.Equal(1, whole, 5);
        Assert.Equal(0.25, head, 5);
    }

    [Fact]
    public void A_text_read_by_itself_has_the_vector_of_the_corpus()
    {
        var texts = Texts(20);
        var corpus = new GramCorpus(texts);
        var space = GramSpace.Learn(corpus, [.. Enumerable.Range(0, texts.Count)], [.. texts.Select((_, i) => i % 4)], 4);
        var of = space.Of(corpus);
        var grams = new TextGrams();
        for (var i = 0; i < texts.Count; i++)
        {
            grams.Read(texts[i].Title, texts[i].Content);
            var (alone, learned) = (space.Of(grams, out _), of(i));
            Assert.Equal(learned.Features, alone.Features);
            Assert.Equal(learned.Values, alone.Values);
        }
    }

    [Fact]
    public void Support_vectors_of_two_points_are_those_of_the_textbook()
    {
        // x = ±1 with a bias feature: w = 1, b = 0, both on the margin.
        SparseText[] texts = [new([0], [1]), new([0], [-1])];
        var (weights, bias) = LinearSvm.Fit(texts, [true, false], 1, 1);
        Assert.Equal(1, weights[0], 2);
        Assert.Equal(0, bias, 2);
    }

    [Fact]
    public void Equal_texts_and_texts_of_a_group_share_a_fold_and_classes_are_spread()
    {
        List<LabelledText> texts =
        [
            .. Texts(50),
            .. Enumerable.Repeat(new LabelledText("类0", null, "同一句话，反映多次！"), 7),
            .. Enumerable.Range(0, 9).Select(i => new LabelledText("类1", null, $"句{(char)('甲' + i)}", "一组")),
        ];
        var folds = Folds.Of(texts, 5, 3);
        Assert.Single(folds[200..207].Distinct());
        Assert.Single(folds[207..].Distinct());
        foreach (var fold in folds[..200].Index().GroupBy(one => (one.Index % 4, one.Item)))
            Assert.InRange(fold.Count(), 9, 11);
    }

    [Fact]
    public void Calibration_finds_the_sharpness_that_made_the_answers()
    {
        // Scores ±s/2 of two classes; the first is true with the probability that sharpness 3 gives.
        var random = new Random(1);
        var scores = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble() - 0.5).Select(s => new[] { s, -s }).ToArray();
        var classOf = scores.Select(s => random.NextDouble() < Calibration.Probabilities(s, 3)[0] ? 0 : 1).ToArray();
        Assert.InRange(Calibration.Sharpness(scores, classOf), 2.85, 3.15);
    }

    [Fact]
    public void Calibration_error_is_the_mean_gap_of_the_bins()
    {
        // Nine of ten told with 0.8 are right, one of four told with 0.5: (|8 − 9| + |2 − 1|) / 14.
        var told = Enumerable.Range(0, 10).Select(i => (0.8, i > 0)).Concat(Enumerable.Range(0, 4).Select(i => (0.5, i == 0))).ToList();
        Assert.Equal(2 / 14.0, Calibration.Error(told), 9);
    }

    [Fact]
    public void The_level_is_the_lowest_that_keeps_the_precision_and_never_below_a_half()
    {
        var told = Enumerable.Range(0, 100).Select(i => (Probability: 1 - i / 200.0, IsRight: i % 10 != 9)).ToList();
        Assert.Equal(0.505, Calibration.Level(told, 0.9)!.Value, 9);
        Assert.Null(Calibration.Level(told, 0.95));
        Assert.Equal(0.5, Calibration.Level(Enumerable.Repeat((0.2, true), 30), 0.9));
        Assert.Null(Calibration.Level(Enumerable.Repeat((0.9, true), 19), 0.9));
    }

    [Fact]
    public void Macro_f1_counts_each_class_once()
    {
        var confusion = Confusion.Of(["a", "b", "c"], [(0, 0), (0, 0), (0, 1), (1, 1), (1, 2)]);
        // a: 2·2/(3+2), b: 2·1/(2+2); nothing is of class c.
        Assert.Equal((0.8 + 0.5) / 2, confusion.MacroF1, 9);
        Assert.Equal(0.6, confusion.Accuracy, 9);
        Assert.Null(confusion.Classes[2].Recall);
    }

    [Fact]
    public void A_model_is_the_same_bytes_with_any_number_of_threads_and_tells_what_it_learned()
    {
        var texts = Texts(40);
        var one = Train(texts);
        Assert.Equal(Bytes(one.Model), Bytes(Train(texts, threads: 4).Model));
        Assert.Equal(1, one.Confusion.Accuracy);
        Assert.True(one.ErrorAfter < one.ErrorBefore);
        Assert.Equal("类1", one.Model.Guess("饭店油烟", "味道呛人").Label);
        var terms = one.Model.Explain("饭店油烟", "味道呛人", "类1", 3);
        Assert.All(terms, term => Assert.True(term.Weight > 0 && "饭店油烟味道呛人".Contains(term.Term, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_model_of_another_language_is_asked_in_that_language()
    {
        string[] matters = ["garbage was not collected", "loud music from the bar"];
        List<LabelledText> texts =
        [
            .. Enumerable
                .Range(0, 80)
                .Select(i => new LabelledText(matters[i % 2][..4], null, $"{matters[i % 2]} {(char)('a' + i % 26)}{(char)('a' + i / 26)}")),
        ];
        var model = Train(texts).Model;
        Assert.True(model.Guess(null, "the garbage was left") is { Label: "garb", Probability: > 0.5 });
        Assert.Equal(0, model.Guess(null, "夜间施工扰民").Probability);
    }

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was_and_a_damaged_one_is_refused()
    {
        var model = Train(Texts(10)).Model;
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Bytes(model));
            var read = IssueModelFile.Read(file);
            Assert.Equal(Bytes(model), Bytes(read));
            Assert.Equal(model.Guess("暖气", "家里不热"), read.Guess("暖气", "家里不热"));
            foreach (var damaged in (byte[][])[Bytes(model)[..^40], [1, 2, 3], []])
            {
                File.WriteAllBytes(file, damaged);
                Assert.Throws<InvalidDataException>(() => IssueModelFile.Read(file));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Every_learner_learns_and_the_linear_rules_say_what_their_learner_says()
    {
        var texts = Texts(12);
        var trained = Train(texts, compare: true);
        Assert.Equal(Learner.All.Select(learner => learner.Name), trained.Compared.Select(learner => learner.Name));
        Assert.All(trained.Compared.Where(learner => learner.CanServe), learner => Assert.True(learner.Accuracy > 0.95, learner.Name));
        Assert.Equal(["trees"], trained.Compared.Where(learner => !learner.CanServe).Select(learner => learner.Name));
    }

    [Fact]
    public void A_class_of_one_text_is_left_out_and_one_class_alone_is_refused()
    {
        List<LabelledText> texts = [.. Texts(5), new("孤例", null, "只此一条"), new("孤例", "只此", "一条")];
        var trained = Train(texts);
        Assert.Equal(["孤例"], trained.LeftOut);
        Assert.Null(trained.Guesses[^1]);
        Assert.Throws<NothingToLearnException>(() => Train([.. Texts(5).Where(text => text.Label == "类0")]));
    }
}

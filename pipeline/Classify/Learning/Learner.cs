using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace Hotspot.Classify.Learning;

/// <summary>What a learner is given.</summary>
/// <param name="Features">Their number.</param>
/// <param name="Classes">Their number, 2 or more; each has a text.</param>
internal sealed record Lesson(IReadOnlyList<SparseText> Texts, IReadOnlyList<int> ClassOf, int Features, int Classes, int Seed);

/// <summary>A way to learn. All but the trees give a linear rule, which alone can be put in force: it is fast, small and explains itself.</summary>
/// <param name="Name">Code in cards and phrases.</param>
/// <param name="Fit">Learns, and gives what scores other texts: [text][class].</param>
/// <param name="Linear">The same as a rule of weights; null: it has none.</param>
internal sealed record Learner(string Name, Func<Lesson, Func<IReadOnlyList<SparseText>, double[][]>> Fit, Func<Lesson, LinearRule>? Linear)
{
    private const int TreeFeatures = 250;

    /// <summary>In the order in which ties are decided.</summary>
    public static readonly IReadOnlyList<Learner> All =
    [
        Of("linear_svm", Svm),
        Of("perceptron", Perceptron),
        Of("max_entropy_lbfgs", Lbfgs),
        Of("max_entropy_sdca", Sdca),
        new("trees", Trees, null),
    ];

    private static Learner Of(string name, Func<Lesson, LinearRule> fit) =>
        new(name, lesson => fit(lesson) is var rule ? texts => [.. texts.Select(rule.Scores)] : throw new InvalidOperationException(), fit);

    private static LinearRule Svm(Lesson lesson)
    {
        var rules = Enumerable
            .Range(0, lesson.Classes)
            .Select(c => LinearSvm.Fit(lesson.Texts, [.. lesson.ClassOf.Select(of => of == c)], lesson.Features, lesson.Seed))
            .ToList();
        return new LinearRule([.. rules.Select(rule => rule.Weights)], [.. rules.Select(rule => rule.Bias)]);
    }

    /// <summary>Averaged perceptron (Freund and Schapire 1999), one class against the others.</summary>
    private static LinearRule Perceptron(Lesson lesson)
    {
        var rules = Enumerable
            .Range(0, lesson.Classes)
            .Select(c =>
            {
                var context = new MLContext(lesson.Seed);
                return context
                    .BinaryClassification.Trainers.AveragedPerceptron(
                        new AveragedPerceptronTrainer.Options { NumberOfIterations = 10, LearningRate = 1 }
                    )
                    .Fit(Binary(context, lesson, c))
                    .Model;
            })
            .ToList();
        return new LinearRule([.. rules.Select(rule => rule.Weights.ToArray())], [.. rules.Select(rule => (double)rule.Bias)]);
    }

    private static LinearRule Lbfgs(Lesson lesson)
    {
        var context = new MLContext(lesson.Seed);
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = 0.002f,
            OptimizationTolerance = 1e-4f,
            MaximumNumberOfIterations = 100,
            NumberOfThreads = 1,
        };
        return Rule(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(options).Fit(Many(context, lesson)).Model);
    }

    /// <summary>Stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013); on one thread the same every time.</summary>
    private static LinearRule Sdca(Lesson lesson)
    {
        var context = new MLContext(lesson.Seed);
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = 1e-6f,
            MaximumNumberOfIterations = 100,
            ConvergenceTolerance = 1e-3f,
            NumberOfThreads = 1,
        };
        return Rule(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(options).Fit(Many(context, lesson)).Model);
    }

    /// <summary>Boosted trees, one class against the others, on the features that weigh most in the texts: trees of all of them would take hours.</summary>
    private static Func<IReadOnlyList<SparseText>, double[][]> Trees(Lesson lesson)
    {
        var weight = new double[lesson.Features];
        foreach (var text in lesson.Texts)
        {
            for (var k = 0; k < text.Features.Length; k++)
                weight[text.Features[k]] += text.Values[k];
        }
        int[] chosen =
        [
            .. Enumerable.Range(0, lesson.Features).OrderByDescending(f => weight[f]).ThenBy(f => f).Take(TreeFeatures).Order(),
        ];
        var at = chosen.Index().ToDictionary(one => one.Item, one => one.Index);
        SparseText Narrow(SparseText text)
        {
            int[] kept = [.. Enumerable.Range(0, text.Features.Length).Where(k => at.ContainsKey(text.Features[k]))];
            return new SparseText([.. kept.Select(k => at[text.Features[k]])], [.. kept.Select(k => text.Values[k])]);
        }
        Lesson Of(IReadOnlyList<SparseText> texts) => lesson with { Texts = [.. texts.Select(Narrow)], Features = chosen.Length };
        var context = new MLContext(lesson.Seed);
        var narrow = Of(lesson.Texts);
        var options = new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = 20,
            NumberOfLeaves = 8,
            LearningRate = 0.4,
            MinimumExampleCountPerLeaf = 5,
            MaximumBinCountPerFeature = 32,
            NumberOfThreads = 1,
        };
        var models = Enumerable
            .Range(0, lesson.Classes)
            .Select(c => context.BinaryClassification.Trainers.FastTree(options).Fit(Binary(context, narrow, c)))
            .ToList();
        return texts =>
        {
            var asked = Of(texts);
            float[][] columns = [.. models.Select(model => model.Transform(Binary(context, asked, 0)).GetColumn<float>("Score").ToArray())];
            return [.. texts.Select((_, i) => columns.Select(column => (double)column[i]).ToArray())];
        };
    }

    private static LinearRule Rule(MaximumEntropyModelParameters model)
    {
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out var classes);
        return new LinearRule(
            [.. weights.Take(classes).Select(row => row.DenseValues().ToArray())],
            [.. model.GetBiases().Select(b => (double)b)]
        );
    }

    private static IDataView Many(MLContext context, Lesson lesson)
    {
        var schema = SchemaDefinition.Create(typeof(ManyRow));
        schema[nameof(ManyRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, lesson.Features);
        schema[nameof(ManyRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), lesson.Classes);
        return context.Data.LoadFromEnumerable(
            lesson.Texts.Select((text, i) => new ManyRow { Features = Buffer(text, lesson.Features), Label = (uint)lesson.ClassOf[i] }),
            schema
        );
    }

    private static IDataView Binary(MLContext context, Lesson lesson, int c)
    {
        var schema = SchemaDefinition.Create(typeof(BinaryRow));
        schema[nameof(BinaryRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, lesson.Features);
        return context.Data.LoadFromEnumerable(
            lesson.Texts.Select(
                (text, i) =>
                    new BinaryRow { Features = Buffer(text, lesson.Features), Label = i < lesson.ClassOf.Count && lesson.ClassOf[i] == c }
            ),
            schema
        );
    }

    private static VBuffer<float> Buffer(SparseText text, int features) => new(features, text.Values.Length, text.Values, text.Features);

    private sealed class ManyRow
    {
        public VBuffer<float> Features { get; set; }
        public uint Label { get; set; }
    }

    private sealed class BinaryRow
    {
        public VBuffer<float> Features { get; set; }
        public bool Label { get; set; }
    }
}

namespace Hotspot.Classify.Learning;

/// <summary>Each text scored by what was learned from the other folds. Which grams count is learned anew in every fold, too.</summary>
internal sealed class CrossValidation
{
    private readonly GramCorpus _corpus;
    private readonly IReadOnlyList<int> _classOf;
    private readonly int _classes;
    private readonly int _seed;
    private readonly int _threads;
    private readonly int[] _foldOf;
    private readonly int _folds;
    private readonly Lazy<(GramSpace Space, SparseText[] Texts)>[] _spaces;

    public CrossValidation(
        GramCorpus corpus,
        IReadOnlyList<LabelledText> texts,
        IReadOnlyList<int> classOf,
        int classes,
        int folds,
        int seed,
        int threads
    )
    {
        (_corpus, _classOf, _classes, _folds, _seed, _threads) = (corpus, classOf, classes, folds, seed, threads);
        _foldOf = Folds.Of(texts, folds, seed);
        _spaces =
        [
            .. Enumerable
                .Range(0, folds)
                .Select(fold => new Lazy<(GramSpace, SparseText[])>(() =>
                {
                    var space = GramSpace.Learn(_corpus, Learned(fold), _classOf, _classes);
                    var of = space.Of(_corpus);
                    return (space, [.. Enumerable.Range(0, _classOf.Count).Select(of)]);
                })),
        ];
    }

    private List<int> Learned(int fold) => [.. Enumerable.Range(0, _foldOf.Length).Where(row => _foldOf[row] != fold)];

    /// <returns>Scores of all texts by class, in their order, whatever the number of threads.</returns>
    public double[][] Scores(Learner learner, CancellationToken cancel)
    {
        var scores = new double[_classOf.Count][];
        Parallel.For(
            0,
            _folds,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancel },
            fold =>
            {
                var (space, texts) = _spaces[fold].Value;
                var learned = Learned(fold);
                var asked = Enumerable.Range(0, _foldOf.Length).Where(row => _foldOf[row] == fold).ToList();
                var scored = learner.Fit(
                    new Lesson(
                        [.. learned.Select(row => texts[row])],
                        [.. learned.Select(row => _classOf[row])],
                        2 * space.Count,
                        _classes,
                        _seed
                    )
                )([.. asked.Select(row => texts[row])]);
                foreach (var (i, row) in asked.Index())
                    scores[row] = scored[i];
            }
        );
        return scores;
    }
}

using Hotspot.Texts;

namespace Hotspot.Classify.Learning;

/// <summary>
/// Which grams count, and how much. A text becomes two unit vectors beside each other, all of it and its head, of sublinear tf-idf (Salton and Buckley
/// 1988) times what the gram tells of the classes and times how much its two characters belong together. Immutable; safe on any thread.
/// </summary>
public sealed class GramSpace
{
    /// <summary>Enough for any history: rarer grams hardly weigh.</summary>
    public const int MostGrams = 60_000;

    /// <summary>Single characters have half the length of pairs; the head half that of the text. Chosen by cross-validation (pipeline/MEASURED.md).</summary>
    private const double SinglesLength = 0.5;
    private const double HeadLength = 0.5;

    private readonly ulong[] _keys;
    private readonly float[] _weights;
    private readonly int[] _texts;
    private readonly Dictionary<ulong, int> _numbers;

    /// <param name="keys">Ascending.</param>
    /// <param name="texts">In how many texts of the training each occurs.</param>
    public GramSpace(ulong[] keys, float[] weights, int[] texts)
    {
        (_keys, _weights, _texts) = (keys, weights, texts);
        _numbers = keys.Index().ToDictionary(one => one.Item, one => one.Index);
    }

    /// <summary>Grams; there are twice as many features.</summary>
    public int Count => _keys.Length;
    public IReadOnlyList<ulong> Keys => _keys;
    public IReadOnlyList<float> Weights => _weights;
    public IReadOnlyList<int> Texts => _texts;

    public string TextOf(int feature) => CharGrams.TextOf(_keys[feature % Count]);

    /// <summary>In how many texts of the training a gram must occur: three, fewer where there are hardly any texts.</summary>
    public static int LeastTexts(int texts) => Math.Clamp(texts / 200, 1, 3);

    /// <param name="rows">Texts of the corpus that are learned from.</param>
    /// <param name="classOf">Class of each text of the corpus, 0 to <paramref name="classes"/> − 1.</param>
    public static GramSpace Learn(GramCorpus corpus, IReadOnlyCollection<int> rows, IReadOnlyList<int> classOf, int classes)
    {
        var grams = corpus.Keys.Count;
        var (texts, uses, inClass) = (new int[grams], new long[grams], new int[grams * classes]);
        var ofClass = new int[classes];
        foreach (var row in rows)
        {
            ofClass[classOf[row]]++;
            foreach (var (gram, whole, _) in corpus.Bags[row])
            {
                texts[gram]++;
                uses[gram] += whole;
                inClass[gram * classes + classOf[row]]++;
            }
        }
        var least = LeastTexts(rows.Count);
        int[] kept =
        [
            .. Enumerable
                .Range(0, grams)
                .Where(gram => texts[gram] >= least)
                .OrderByDescending(gram => texts[gram])
                .ThenBy(gram => corpus.Keys[gram])
                .Take(MostGrams)
                .OrderBy(gram => corpus.Keys[gram]),
        ];
        var singles = Enumerable.Range(0, grams).Where(gram => TextGrams.LengthOf(corpus.Keys[gram]) == 1).ToList();
        var characters = singles.ToDictionary(gram => corpus.Keys[gram], gram => uses[gram]);
        double all = Math.Max(1, singles.Sum(gram => uses[gram]));
        double Cohesion(ulong key, long together) =>
            TextGrams.LengthOf(key) == 1 ? 1 : 1 / (1 + Math.E * characters[key >> 16] * characters[key & 0xFFFF] / (together * all));
        return new GramSpace(
            [.. kept.Select(gram => corpus.Keys[gram])],
            [
                .. kept.Select(gram =>
                    (float)(
                        (Math.Log((1.0 + rows.Count) / (1 + texts[gram])) + 1)
                        * (1 + Tells(inClass.AsSpan(gram * classes, classes), ofClass))
                        * Cohesion(corpus.Keys[gram], uses[gram])
                    )
                ),
            ],
            [.. kept.Select(gram => texts[gram])]
        );
    }

    /// <summary>
    /// What a gram tells of the classes, in nats, 0 to ln of their number: Kullback and Leibler's divergence of the classes of a text that holds it from
    /// even ones, classes taken as equally large.
    /// </summary>
    private static double Tells(ReadOnlySpan<int> texts, int[] ofClass)
    {
        double sum = 0;
        for (var c = 0; c < texts.Length; c++)
            sum += texts[c] == 0 ? 0 : texts[c] / (double)ofClass[c];
        double tells = 0;
        for (var c = 0; c < texts.Length; c++)
        {
            if (texts[c] > 0 && texts[c] / (double)ofClass[c] / sum is var share)
                tells += share * Math.Log(share * texts.Length);
        }
        return tells;
    }

    /// <summary>The vectors of all texts of a corpus.</summary>
    internal Func<int, SparseText> Of(GramCorpus corpus)
    {
        var numbers = corpus.Keys.Select(key => _numbers.GetValueOrDefault(key, -1)).ToArray();
        return row =>
            Vector([
                .. corpus
                    .Bags[row]
                    .Select(count => count with { Gram = numbers[count.Gram] })
                    .Where(count => count.Gram >= 0)
                    .OrderBy(count => count.Gram),
            ]);
    }

    /// <summary>The vector of a text read by <paramref name="grams"/>.</summary>
    /// <param name="known">Share of the text's letters, Chinese characters among them, that are known; 1 for a text without any. Digits and masks tell nothing.</param>
    internal SparseText Of(TextGrams grams, out double known)
    {
        var (found, heads) = (new int[grams.All.Count], 0);
        var length = 0;
        var (letters, unknown) = (0, 0);
        foreach (var (key, isHead) in grams.All)
        {
            var isLetter = TextGrams.LengthOf(key) == 1 && char.IsLetter((char)key);
            letters += isLetter ? 1 : 0;
            if (!_numbers.TryGetValue(key, out var number))
            {
                unknown += isLetter ? 1 : 0;
                continue;
            }
            found[length++] = (number << 1) | (isHead ? 0 : 1);
            heads += isHead ? 1 : 0;
        }
        known = letters == 0 ? 1 : (double)(letters - unknown) / letters;
        var sorted = found.AsSpan(0, length);
        sorted.Sort();
        var counts = new GramCount[length];
        var kinds = 0;
        foreach (var one in sorted)
        {
            var (gram, isHead) = (one >> 1, (one & 1) == 0);
            if (kinds == 0 || counts[kinds - 1].Gram != gram)
                counts[kinds++] = new GramCount(gram, 0, 0);
            ref var last = ref counts[kinds - 1];
            last = new GramCount(gram, last.Whole + 1, last.Head + (isHead ? 1 : 0));
        }
        return Vector(counts.AsSpan(0, kinds));
    }

    /// <param name="counts">Ascending by gram, each once.</param>
    private SparseText Vector(ReadOnlySpan<GramCount> counts)
    {
        double singles = 0,
            pairs = 0,
            head = 0;
        var heads = 0;
        foreach (var count in counts)
        {
            var value = Square(Value(count.Gram, count.Whole));
            if (IsSingle(count.Gram))
                singles += value;
            else
                pairs += value;
            if (count.Head > 0)
            {
                head += Square(Value(count.Gram, count.Head));
                heads++;
            }
        }
        var length = Math.Sqrt((singles > 0 ? Square(SinglesLength) : 0) + (pairs > 0 ? 1 : 0));
        var (ofSingles, ofPairs) = (SinglesLength / Math.Sqrt(singles) / length, 1 / Math.Sqrt(pairs) / length);
        var ofHead = HeadLength / Math.Sqrt(head);
        var (features, values) = (new int[counts.Length + heads], new float[counts.Length + heads]);
        var (at, atHead) = (0, counts.Length);
        foreach (var count in counts)
        {
            features[at] = count.Gram;
            values[at++] = (float)(Value(count.Gram, count.Whole) * (IsSingle(count.Gram) ? ofSingles : ofPairs));
            if (count.Head == 0)
                continue;
            features[atHead] = Count + count.Gram;
            values[atHead++] = (float)(Value(count.Gram, count.Head) * ofHead);
        }
        return new SparseText(features, values);
    }

    private bool IsSingle(int gram) => TextGrams.LengthOf(_keys[gram]) == 1;

    private double Value(int gram, int count) => (count == 1 ? 1 : 1 + Math.Log(count)) * _weights[gram];

    private static double Square(double value) => value * value;
}

namespace Hotspot.Classify.Learning;

/// <summary>How one class was told.</summary>
/// <param name="Texts">Texts of the class.</param>
/// <param name="Told">Texts that were told to be of it.</param>
/// <param name="Right">Both.</param>
public sealed record ClassFigures(string Label, int Texts, int Told, int Right)
{
    /// <summary>Null: nothing was told to be of the class.</summary>
    public double? Precision => Told == 0 ? null : Right / (double)Told;

    /// <summary>Null: there is no text of the class.</summary>
    public double? Recall => Texts == 0 ? null : Right / (double)Texts;

    /// <summary>2 right / (texts + told); 0 where both are 0.</summary>
    public double F1 => Texts + Told == 0 ? 0 : 2.0 * Right / (Texts + Told);
}

/// <summary>What texts are, against what was told.</summary>
/// <param name="Counts">[true class][told class].</param>
public sealed record Confusion(IReadOnlyList<string> Labels, int[][] Counts)
{
    public static Confusion Of(IReadOnlyList<string> labels, IEnumerable<(int Class, int Told)> told)
    {
        var counts = labels.Select(_ => new int[labels.Count]).ToArray();
        foreach (var (of, said) in told)
            counts[of][said]++;
        return new Confusion(labels, counts);
    }

    /// <summary>Labels of texts against those that were told, over all that occur.</summary>
    public static Confusion Of(IReadOnlyList<string> texts, IReadOnlyList<string> told)
    {
        string[] labels = [.. texts.Concat(told).Distinct().Order(StringComparer.Ordinal)];
        var numbers = labels.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        return Of(labels, texts.Zip(told, (text, said) => (numbers[text], numbers[said])));
    }

    public int Texts => Counts.Sum(row => row.Sum());
    public double Accuracy => Texts == 0 ? 0 : Labels.Index().Sum(one => Counts[one.Index][one.Index]) / (double)Texts;

    public IReadOnlyList<ClassFigures> Classes =>
        [.. Labels.Select((label, c) => new ClassFigures(label, Counts[c].Sum(), Counts.Sum(row => row[c]), Counts[c][c]))];

    /// <summary>Mean F1 of the classes that have texts, each counted once.</summary>
    public double MacroF1 => Classes.Where(one => one.Texts > 0).Select(one => one.F1).DefaultIfEmpty(0).Average();
}

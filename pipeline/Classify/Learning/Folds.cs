using System.Security.Cryptography;
using System.Text;
using Hotspot.Texts;

namespace Hotspot.Classify.Learning;

/// <summary>Parts of equal size for cross-validation, each class spread over all of them. Texts of one group, or of the same normal form, stay together: nothing
/// leaks.</summary>
internal static class Folds
{
    /// <returns>The fold of each text, 0 to <paramref name="folds"/> − 1.</returns>
    public static int[] Of(IReadOnlyList<LabelledText> texts, int folds, int seed)
    {
        var fold = new int[texts.Count];
        var groups = texts
            .Select((text, i) => (text.Label, Said: text.Group ?? NormalText.Of(text.Title + text.Content), Row: i))
            .GroupBy(one => one.Said)
            .Select(group => (group.First().Label, Order: Hash(group.Key, seed), Rows: group.Select(one => one.Row).ToList()))
            .OrderBy(group => group.Label, StringComparer.Ordinal)
            .ThenBy(group => group.Order, StringComparer.Ordinal);
        foreach (var (number, group) in groups.Index())
            group.Rows.ForEach(row => fold[row] = number % folds);
        return fold;
    }

    private static string Hash(string text, int seed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(null, $"{seed} {text}"))));
}

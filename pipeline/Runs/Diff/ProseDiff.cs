using System.Text.RegularExpressions;
using static Hotspot.Outputs.FiguresFile;

namespace Hotspot.Runs.Diff;

/// <summary>A passage that two bulletins write differently.</summary>
/// <param name="Heading">Of the section that it stands in.</param>
/// <param name="Old">The sentences that only the one has; null: it has none of this.</param>
/// <param name="New">The sentences that only the other has; null: it has none of this.</param>
/// <param name="Numbers">Those that changed, where nothing else did; where the words changed too, the numbers may be of different things, and none are paired.</param>
internal sealed record Rewording(string Heading, string? Old, string? New, IReadOnlyList<(string Old, string New)> Numbers);

/// <summary>
/// What differs between the prose of two bulletins. The id of a figure may name a rank (<c>issues.2.complaints</c>), and who has the rank changes with the
/// data: so a number is set against another only where all words around them are the same, and else the sentences are quoted as they stand.
/// </summary>
internal static partial class ProseDiff
{
    /// <summary>Share of their letters that two paragraphs have in common at least that tell of the same matter in other words.</summary>
    private const double LeastAlike = 0.5;

    public static IReadOnlyList<Rewording> Of(IReadOnlyList<WrittenParagraph> a, IReadOnlyList<WrittenParagraph> b) =>
        [.. b.Concat(a).Select(one => one.Section).Distinct().SelectMany(section => OfSection(In(a, section), In(b, section)))];

    private static List<WrittenParagraph> In(IReadOnlyList<WrittenParagraph> all, string section) =>
        [.. all.Where(one => one.Section == section)];

    private static IEnumerable<Rewording> OfSection(List<WrittenParagraph> old, List<WrittenParagraph> now)
    {
        foreach (var paragraph in now.ToList())
        {
            if (old.FindIndex(one => one.ToString() == paragraph.ToString()) is >= 0 and var same)
            {
                old.RemoveAt(same);
                now.Remove(paragraph);
            }
        }
        var left = now.ToList();
        var former = new Dictionary<WrittenParagraph, (WrittenParagraph Old, bool IsSameWords)>();
        void Take(IEnumerable<(WrittenParagraph Now, WrittenParagraph Old)> pairs, bool isSameWords)
        {
            foreach (var (paragraph, twin) in pairs)
            {
                former.Add(paragraph, (twin, isSameWords));
                left.Remove(paragraph);
                old.Remove(twin);
            }
        }
        Take(Unique(old, left, (one, other) => Words(one) == Words(other)), isSameWords: true);
        Take(Unique(old, left, (one, other) => Ids(one).Intersect(Ids(other)).Any()), isSameWords: false);
        Take(MostAlike(old, left), isSameWords: false);
        return now.Select(paragraph =>
                former.TryGetValue(paragraph, out var found)
                    ? Reworded(found.Old, paragraph, found.IsSameWords ? Numbers(found.Old, paragraph) : [])
                    : Reworded(null, paragraph, [])
            )
            .Concat(old.Select(paragraph => Reworded(paragraph, null, [])))
            .OfType<Rewording>();
    }

    /// <summary>From a paragraph of today to the former one: only where each is like no other, since two in the same words are about different things.</summary>
    private static List<(WrittenParagraph Now, WrittenParagraph Old)> Unique(
        List<WrittenParagraph> old,
        List<WrittenParagraph> now,
        Func<WrittenParagraph, WrittenParagraph, bool> alike
    )
    {
        var pairs = old.SelectMany(one => now.Where(other => alike(one, other)).Select(other => (Now: other, Old: one))).ToList();
        return pairs.FindAll(pair => pairs.Count(other => other.Old == pair.Old || other.Now == pair.Now) == 1);
    }

    /// <summary>Of what is left: from a paragraph of today to the former one, where each is more like the other than any else, and most of their words are the same.</summary>
    private static List<(WrittenParagraph Now, WrittenParagraph Old)> MostAlike(List<WrittenParagraph> old, List<WrittenParagraph> now)
    {
        var pairs = (
            from one in old
            from other in now
            let share = Alike(Words(one), Words(other))
            where share > LeastAlike
            select (Old: one, Now: other, Share: share)
        ).ToArray();
        return
        [
            .. pairs
                .Where(pair => pairs.Count(other => (other.Old == pair.Old || other.Now == pair.Now) && other.Share >= pair.Share) == 1)
                .Select(pair => (pair.Now, pair.Old)),
        ];
    }

    /// <summary>Share of the pairs of neighbouring letters that two texts have in common (Dice): 0 … 1.</summary>
    private static double Alike(string one, string other)
    {
        var (a, b) = (Neighbours(one), Neighbours(other));
        var common = a.Sum(pair => Math.Min(pair.Value, b.GetValueOrDefault(pair.Key)));
        var all = a.Values.Sum() + b.Values.Sum();
        return all == 0 ? 0 : 2.0 * common / all;
        static Dictionary<(char, char), int> Neighbours(string text) => text.Zip(text.Skip(1)).CountBy(pair => pair).ToDictionary();
    }

    /// <returns>Null: the same sentences in another order.</returns>
    private static Rewording? Reworded(WrittenParagraph? old, WrittenParagraph? now, IReadOnlyList<(string, string)> numbers)
    {
        var (before, after) = (Sentences(old), Sentences(now));
        var (gone, come) = (Quote(before.Except(after)), Quote(after.Except(before)));
        return gone is null && come is null ? null : new Rewording((now ?? old)!.Heading, gone, come, numbers);
    }

    private static (string Old, string New)[] Numbers(WrittenParagraph old, WrittenParagraph now) =>
        [.. old.Spans.Zip(now.Spans).Select(pair => (pair.First.Text, pair.Second.Text)).Where(pair => pair.Item1 != pair.Item2)];

    /// <summary>The paragraph with its numbers blanked.</summary>
    private static string Words(WrittenParagraph of) => string.Concat(of.Spans.Select(span => span.FigureId is null ? span.Text : "\0"));

    private static IEnumerable<string> Ids(WrittenParagraph of) => of.Spans.Select(span => span.FigureId).OfType<string>();

    private static string[] Sentences(WrittenParagraph? of) => of is null ? [] : SentenceEnd().Split(of.ToString());

    private static string? Quote(IEnumerable<string> sentences) => string.Concat(sentences) is { Length: > 0 } text ? text : null;

    [GeneratedRegex("(?<=。|\\. )")]
    private static partial Regex SentenceEnd();
}

using System.Buffers;
using Hotspot.Texts;

namespace Hotspot.IssueGroups;

/// <summary>How the complaints of one group speak: its most telling sentence, its most typical complaints, terms that tell it from other groups.</summary>
/// <param name="Title">The sentence, behind the name of the place where it does not tell it.</param>
/// <param name="Typical">Complaint ids, those of the period before others, of each the most typical first.</param>
/// <param name="Example">Of the most typical one what it says, from its beginning.</param>
/// <param name="Terms">Frequent here and rare in the other groups, as long as they go on alike; none shares a pair of characters with another.</param>
internal sealed record GroupSpeech(string Title, IReadOnlyList<string> Typical, string Example, IReadOnlyList<string> Terms)
{
    private const int ShortestSentence = 6;
    private const int LongestSentence = 40;
    private const int LongestExample = 100;

    /// <summary>More terms make a sentence no more telling.</summary>
    private const int EnoughTerms = 16;
    private const int MostTerms = 60;

    /// <summary>A term of a group is in so many of its complaints at least.</summary>
    private const double LeastShare = 0.3;
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？；!?;\n\r");
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，,、：:");
    private static readonly SearchValues<char> Commas = SearchValues.Create("，,");
    private static readonly string[] Callers = ["联系电话", "联系方式", "联系人", "来电号码", "电话号码", "手机号"];

    /// <param name="groups">Name of the place, null: unknown; the complaints in order of time. What many groups say tells none of them.</param>
    public static IReadOnlyList<GroupSpeech> Of(IReadOnlyList<(string? Place, List<SaidText> Texts)> groups, Boilerplate boilerplate)
    {
        var reader = new TermReader(boilerplate, MatterWords.None);
        var vectors = groups
            .Select(group => group.Texts.ConvertAll(text => reader.Read(text.Title, text.Content, [.. text.Names])))
            .ToList();
        var centres = vectors.ConvertAll(group => group.Aggregate(TermVector.None, (sum, vector) => sum.Plus(vector)));
        var held = new Dictionary<uint, int>();
        foreach (var term in centres.SelectMany(centre => centre.Terms))
            held[term] = held.GetValueOrDefault(term) + 1;
        var rare = centres.ConvertAll(centre => centre.Weighted(term => Rarity(groups.Count, held[term])));
        var shared = groups.Select(group => Shared(group.Texts, reader)).ToList();
        var spread = shared.SelectMany(terms => terms.Keys).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. groups.Select(
                (group, i) =>
                {
                    var order = Enumerable
                        .Range(0, group.Texts.Count)
                        .OrderByDescending(at => group.Texts[at].IsNow)
                        .ThenByDescending(at => Math.Round(vectors[i][at].Likeness(centres[i]), 6))
                        .ThenBy(at => group.Texts[at].ComplaintId, StringComparer.Ordinal)
                        .Select(at => group.Texts[at])
                        .ToList();
                    return new GroupSpeech(
                        Titled(group.Place, OfPeriod(order), rare[i], reader, boilerplate),
                        [.. order.Select(text => text.ComplaintId)],
                        order.Count == 0 ? "" : Excerpt.Of(order[0].Story, LongestExample),
                        Telling(shared[i], term => Rarity(groups.Count, spread[term]), group.Texts)
                    );
                }
            ),
        ];
    }

    /// <summary>0 for what every group says.</summary>
    private static double Rarity(int groups, int holding) => Math.Log((1.0 + groups) / holding);

    private static string Titled(
        string? place,
        IEnumerable<SaidText> typicalFirst,
        TermVector centre,
        TermReader reader,
        Boilerplate boilerplate
    )
    {
        var texts = typicalFirst.ToList();
        var title = Best(WithoutCaller) ?? Best(sentence => sentence) ?? "";
        string? Best(Func<string, string> plain) =>
            texts
                .SelectMany(text =>
                    Sentences(text, plain)
                        .Select(boilerplate.WithoutOpening)
                        .Select(sentence => (Sentence: sentence, Vector: reader.Read(sentence, null, [.. text.Names])))
                )
                .Select((said, at) => (said.Sentence, Telling: Math.Round(Telling(said.Vector, centre), 6), at))
                .OrderByDescending(said => said.Telling)
                .ThenBy(said => said.at)
                .Select(said => said.Sentence)
                .FirstOrDefault();
        return place is null || title.Contains(place, StringComparison.Ordinal) ? title
            : title.Length == 0 ? place
            : $"{place}：{title}";
    }

    /// <summary>Without the clauses that hold a mask (电话139×××, 来电人×先生) or begin to tell who called (联系电话保密).</summary>
    private static string WithoutCaller(string sentence)
    {
        var kept = new List<string>();
        foreach (var range in sentence.AsSpan().SplitAny(Commas))
        {
            var clause = sentence[range].Trim();
            if (!clause.Contains('×', StringComparison.Ordinal) && !Array.Exists(Callers, clause.StartsWith))
                kept.Add(clause);
        }
        return string.Join('，', kept);
    }

    /// <summary>Near to what all say, and not too short to say it.</summary>
    private static double Telling(TermVector sentence, TermVector centre) =>
        sentence.Likeness(centre) * Math.Sqrt(Math.Min(sentence.Terms.Count, EnoughTerms));

    /// <summary>Each, made plain, of the right length; a long one is cut at a pause.</summary>
    private static IEnumerable<string> Sentences(SaidText text, Func<string, string> plain)
    {
        foreach (var whole in new[] { text.Title, text.Content })
        {
            var rest = whole ?? "";
            while (rest.Length > 0)
            {
                var end = rest.AsSpan().IndexOfAny(Ends);
                var sentence = plain((end < 0 ? rest : rest[..end]).Trim());
                rest = end < 0 ? "" : rest[(end + 1)..];
                if (
                    sentence.Length > LongestSentence
                    && sentence.AsSpan(0, LongestSentence).LastIndexOfAny(Pauses) is >= ShortestSentence and var pause
                )
                    sentence = sentence[..pause];
                if (sentence.Length >= ShortestSentence)
                    yield return Excerpt.Of(sentence, LongestSentence);
            }
        }
    }

    /// <summary>Runs of two to four characters that stand in enough of the complaints → the share of those; none that a longer one says as often.</summary>
    private static Dictionary<string, double> Shared(List<SaidText> texts, TermReader reader)
    {
        var counts = texts
            .SelectMany(reader.Terms)
            .CountBy(term => term)
            .Where(term => term.Value >= 2 && term.Value >= LeastShare * texts.Count)
            .ToDictionary(term => CharGrams.TextOf(term.Key), term => term.Value, StringComparer.Ordinal);
        var pieces = WholeTerms.Pieces(counts);
        return counts
            .Where(term => !pieces.Contains(term.Key))
            .ToDictionary(term => term.Key, term => (double)term.Value / texts.Count, StringComparer.Ordinal);
    }

    /// <summary>What is said now tells the group; where nothing is, all that was.</summary>
    private static List<SaidText> OfPeriod(List<SaidText> texts) =>
        texts.Exists(text => text.IsNow) ? texts.FindAll(text => text.IsNow) : texts;

    private static IReadOnlyList<string> Telling(Dictionary<string, double> terms, Func<string, double> rarity, List<SaidText> texts)
    {
        var contents = texts.SelectMany(text => text.Said).ToList();
        var ranked = terms
            .Keys.OrderByDescending(term => Math.Round(terms[term] * (term.Length - 1) * rarity(term), 9))
            .ThenBy(term => term, StringComparer.Ordinal);
        return
        [
            .. WholeTerms
                .Apart(
                    ranked.Take(MostTerms).Select(term => WholeTerms.Extended(term, contents)).Where(term => term.Length > 1),
                    term => term
                )
                .Take(HotIssues.Terms),
        ];
    }
}

using System.Text;
using System.Text.Json;
using Hotspot.Classify.Learning;
using Hotspot.Language;
using Hotspot.Samples;

namespace Hotspot.Runs.Models;

/// <summary>
/// Invented complaints out of a file of patterns (<c>data-schemas/models/issue/sentences.json</c>): <c>[a|b]</c> takes one of them, <c>{name}</c> an entry of a
/// slot. What the shipped model learned from, before any order was seen. The same file gives the same texts.
/// </summary>
internal static class SentenceMaker
{
    /// <summary>Of each pattern; the classes are as large as they have patterns.</summary>
    private const int OfPattern = 14;
    private const ulong Seed = 1;

    private sealed record Patterns(
        string Note,
        IReadOnlyList<string> Openings,
        IReadOnlyList<string> Endings,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Slots,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Classes
    );

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="OperatorException">The file is no such file (exit 2).</exception>
    public static IReadOnlyList<LabelledText> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var patterns = JsonSerializer.Deserialize<Patterns>(stream, Json);
            if (patterns is not { Classes: not null, Slots: not null, Openings.Count: > 0, Endings.Count: > 0 })
                throw new JsonException("classes, slots, openings and endings are needed");
            var draws = new SplitMix(Seed);
            var texts = new List<LabelledText>();
            foreach (var (label, of) in patterns.Classes)
            {
                foreach (var pattern in of)
                {
                    for (var i = 0; i < OfPattern; i++)
                        texts.Add(Text(label, pattern, patterns, ref draws));
                }
            }
            return texts;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            throw new OperatorException(ExitCode.WrongUse, "labelled_patterns", e, ("file", Path.GetFileName(path)), ("detail", e.Message));
        }
    }

    /// <summary>Title and content tell the matter of one pattern, the content with what people write around it. A pattern is held out as a whole.</summary>
    private static LabelledText Text(string label, string pattern, Patterns patterns, ref SplitMix draws)
    {
        var title = draws.Chance(0.4) ? Filled(pattern, patterns, ref draws) : null;
        var content = new StringBuilder(One(patterns.Openings, ref draws)).Append(Filled(pattern, patterns, ref draws));
        content.Append('，').Append(One(patterns.Endings, ref draws));
        return new LabelledText(label, title, content.ToString(), pattern);
    }

    private static string Filled(string pattern, Patterns patterns, ref SplitMix draws)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] is not ('[' or '{'))
            {
                text.Append(pattern[at]);
                continue;
            }
            var end = pattern.IndexOf(pattern[at] == '[' ? ']' : '}', at);
            if (end < 0)
                throw new JsonException($"a bracket is not closed: {pattern}");
            var inside = pattern[(at + 1)..end];
            text.Append(
                pattern[at] == '[' ? One(inside.Split('|'), ref draws) : Filled(One(patterns.Slots[inside], ref draws), patterns, ref draws)
            );
            at = end;
        }
        return text.ToString();
    }

    private static string One(IReadOnlyList<string> choices, ref SplitMix draws) => choices[draws.Below(choices.Count)];
}

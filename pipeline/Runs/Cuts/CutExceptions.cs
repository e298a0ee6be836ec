namespace Hotspot.Runs.Cuts;

/// <summary>
/// 除朝阳区、海淀区外, 不含夜间施工, 望京街道以外: the names that such words hold are told as what stays out. A district and its street are one name; a district
/// and an issue are not one thing that an option could leave out.
/// </summary>
internal static class CutExceptions
{
    /// <summary>They open what 外 closes; others end with their names.</summary>
    private static readonly string[] Opening = ["除", "除了", "除开"];

    /// <returns>The same words, of exceptions each as one word <c>except</c>.</returns>
    /// <exception cref="OperatorException">Nothing is named that could stay out, or two that only together are what is meant (exit 2).</exception>
    public static IReadOnlyList<CutTold> Told(IReadOnlyList<CutTold> words)
    {
        var told = new List<CutTold>();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Kind == "outside")
            {
                var first = told.FindLastIndex(word => !IsPart(word)) + 1;
                var names = told[first..];
                told.RemoveRange(first, told.Count - first);
                told.Add(Except(words[at], names, out var rest));
                if (rest > 0)
                    throw CutErrors.Clash("refused_except_pair");
            }
            else if (words[at].Kind == "except")
            {
                var names = words.Skip(at + 1).TakeWhile(IsPart).ToList();
                told.Add(Except(words[at], names, out var rest));
                var isClosed = words.ElementAtOrDefault(at + 1 + names.Count).Kind == "outside";
                if (rest > 0 && (isClosed || Opening.Contains(words[at].Value)))
                    throw CutErrors.Clash("refused_except_pair");
                at += names.Count - rest + (isClosed ? 1 : 0);
            }
            else
                told.Add(words[at]);
        }
        return told;
    }

    private static bool IsName(CutTold word) => word.Kind is "district" or "street" or "issue";

    private static bool IsPart(CutTold word) => word.Kind is "and" or "particle" || IsName(word);

    /// <param name="rest">Words at the end that are no part of it: behind a name without 和 another begins what is asked for.</param>
    private static CutTold Except(CutTold word, List<CutTold> parts, out int rest)
    {
        var values = new List<string>();
        var end = 0;
        for (var at = 0; at < parts.Count; at++)
        {
            if (!IsName(parts[at]))
                continue;
            var before = at > 0 ? parts[at - 1].Kind : "and";
            if (
                parts[at].Kind == "street"
                && parts.Take(at).LastOrDefault(part => part.Kind != "particle") is { Kind: "district" } district
            )
                values[^1] = $"{district.Value}/{parts[at].Value}";
            else if (values.Count == 0 || before == "and")
                values.Add(parts[at].Value);
            else
                break;
            end = at + 1;
        }
        if (values.Count == 0)
            throw CutErrors.Clash("refused_except_nothing", ("word", word.Value));
        rest = parts.Skip(end).Any(IsName) ? parts.Count - end : 0;
        return new CutTold("except", string.Join(',', values), null);
    }
}

using Hotspot.Records;

namespace Hotspot.Classify;

/// <summary>The rules that hold in one stretch of days, ready for look-ups. Immutable.</summary>
internal sealed class RuleBook
{
    private readonly (string Pattern, IssueRule Rule)[] _categories;
    private readonly (string Pattern, IssueRule Rule)[] _texts;
    private readonly Literals _anyText;

    public RuleBook(IEnumerable<IssueRule> rules)
    {
        var held = rules.ToList();
        _categories = Sorted(held, rule => rule.CategoryPatterns);
        _texts = Sorted(held, rule => rule.TextPatterns);
        _anyText = new Literals(_texts.Select(entry => entry.Pattern));
    }

    /// <summary>The issue of the longest literal found in the cell.</summary>
    public string? ByCategory(string cell)
    {
        foreach (var (pattern, rule) in _categories)
        {
            if (cell.Contains(pattern, StringComparison.Ordinal))
                return rule.Issue;
        }
        return null;
    }

    /// <summary>The issue of the literal that comes first in the text: callers name their trouble before they tell its history.</summary>
    public string? ByText(ReadOnlySpan<char> text)
    {
        var at = _anyText.IndexIn(text);
        if (at < 0)
            return null;
        foreach (var (pattern, rule) in _texts)
        {
            if (text[at..].StartsWith(pattern, StringComparison.Ordinal))
                return rule.Issue;
        }
        return null;
    }

    private static (string Pattern, IssueRule Rule)[] Sorted(List<IssueRule> rules, Func<IssueRule, IReadOnlyList<string>> patterns) =>
        [
            .. rules
                .SelectMany(rule => patterns(rule).Select(pattern => (Pattern: pattern, Rule: rule)))
                .OrderByDescending(entry => entry.Pattern.Length)
                .ThenBy(entry => entry.Rule.Order)
                .ThenBy(entry => entry.Pattern, StringComparer.Ordinal),
        ];
}

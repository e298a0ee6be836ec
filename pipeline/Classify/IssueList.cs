using System.Collections.Concurrent;
using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Classify;

/// <summary>
/// Gives each complaint one issue kind. The category path decides, its deepest cell first; only where no cell matches, keywords of title, then
/// content, do (marked as classifier with confidence 0.5, to be told from what the desk decided); else <see cref="Other"/>. Rules are those in
/// force on the day of the complaint. Safe on any thread.
/// </summary>
public sealed class IssueList
{
    /// <summary>The issue of what nothing points to; a contract value of the output tables.</summary>
    public const string Other = "其他";

    private const double CategoryConfidence = 1;
    private const double KeywordConfidence = 0.5;

    /// <summary>Category cells come from a short list; a source that puts free text there must not fill the memory.</summary>
    private const int RememberedCells = 20_000;

    private readonly IReadOnlyList<IssueRule> _rules;
    private readonly int? _level;
    private readonly DateOnly[] _changes;
    private readonly RuleBook[] _books;
    private readonly ConcurrentDictionary<string, string?>[] _cells;

    private IssueList(IReadOnlyList<IssueRule> rules, int? level)
    {
        (_rules, _level) = (rules, level);
        _changes =
        [
            .. rules
                .SelectMany(rule => new[] { rule.ValidFrom, rule.ValidUntil?.AddDays(1) })
                .OfType<DateOnly>()
                .Prepend(DateOnly.MinValue)
                .Distinct()
                .Order(),
        ];
        _books = [.. _changes.Select(day => new RuleBook(rules.Where(rule => rule.HoldsOn(day))))];
        _cells = [.. _books.Select(_ => new ConcurrentDictionary<string, string?>(StringComparer.Ordinal))];
    }

    /// <summary>The bureau's list that ships with the program.</summary>
    public static IssueList Load() => Load(ReferenceTable.PathOf("codes/issues.csv"));

    public static IssueList Load(string file) => new(IssueRule.Read(file), level: null);

    /// <summary>For sources whose issue is a category itself: the cell at this level (1–5) as it stands.</summary>
    public static IssueList ByCategory(int level) =>
        level is >= 1 and <= 5
            ? new IssueList([], level)
            : throw new ArgumentOutOfRangeException(nameof(level), level, "levels are 1 to 5");

    /// <summary>Issue kinds in force on the day, in the order of the file; empty for a list by category.</summary>
    public IReadOnlyList<string> On(DateOnly day) => [.. _rules.Where(rule => rule.HoldsOn(day)).Select(rule => rule.Issue).Distinct()];

    /// <summary>Whether the issue is one of the bureau's 6+N kinds on the day.</summary>
    public bool IsSixPlusN(string issue, DateOnly day) => _rules.Any(rule => rule.IsSixPlusN && rule.Issue == issue && rule.HoldsOn(day));

    /// <summary>First days of new rules, after which a comparison with earlier days crosses a change.</summary>
    public IReadOnlyList<DateOnly> Changes => _changes[1..];

    /// <param name="categories">Cells of the category path from the top down, blank or null where there is none.</param>
    public IssueRuling Resolve(DateOnly on, ReadOnlySpan<string?> categories, string? title, string? content)
    {
        if (_level is { } level)
        {
            var cell = level <= categories.Length ? categories[level - 1]?.Trim() : null;
            return string.IsNullOrEmpty(cell) ? Unclassified : new IssueRuling(cell, IssueFrom.Category, CategoryConfidence);
        }
        var at = BookOn(on);
        for (var i = categories.Length - 1; i >= 0; i--)
        {
            if (categories[i] is { Length: > 0 } cell && ByCategory(at, cell) is { } issue)
                return new IssueRuling(issue, IssueFrom.Category, CategoryConfidence);
        }
        return (_books[at].ByText(title) ?? _books[at].ByText(content)) is { } said
            ? new IssueRuling(said, IssueFrom.Classifier, KeywordConfidence)
            : Unclassified;
    }

    private static IssueRuling Unclassified => new(Other, null, null);

    private string? ByCategory(int book, string cell)
    {
        if (_cells[book].TryGetValue(cell, out var known))
            return known;
        var issue = _books[book].ByCategory(cell);
        if (_cells[book].Count < RememberedCells)
            _cells[book].TryAdd(cell, issue);
        return issue;
    }

    private int BookOn(DateOnly day)
    {
        var at = Array.BinarySearch(_changes, day);
        return at >= 0 ? at : ~at - 1;
    }
}

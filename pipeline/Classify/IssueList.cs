using System.Collections.Concurrent;
using Hotspot.Classify.Learning;
using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Classify;

/// <summary>
/// Gives each complaint one issue kind. The category path decides, its deepest cell first; where no cell matches, the text: the learned model where it is
/// sure enough (with its probability as confidence), else keywords of title, then content (0.5); else <see cref="Other"/>. Of a path that says what it is about and
/// is none of the bureau's business (城市管理->其他->路灯照明) the model is not asked: only words that name an issue outweigh it. Rules are those in force on
/// the day of the complaint; what the model tells counts only where it is an issue kind of that day, or other. Safe on any thread.
/// </summary>
public sealed class IssueList
{
    /// <summary>The issue of what nothing points to; a contract value of the output tables.</summary>
    public const string Other = "其他";

    private static readonly HashSet<string> SaysNothing =
    [
        "其他",
        "其它",
        "其他问题",
        "其它问题",
        "其他类",
        "未分类",
        "综合",
        "不详",
        "无",
    ];

    private const double CategoryConfidence = 1;
    private const double KeywordConfidence = 0.5;

    /// <summary>Category cells come from a short list; a source that puts free text there must not fill the memory.</summary>
    private const int RememberedCells = 20_000;

    private readonly IReadOnlyList<IssueRule> _rules;
    private readonly int? _level;
    private readonly DateOnly[] _changes;
    private readonly RuleBook[] _books;
    private readonly ConcurrentDictionary<string, string?>[] _cells;
    private readonly HashSet<string>[] _told;
    private readonly Lazy<IssueModel>? _model;

    private IssueList(IReadOnlyList<IssueRule> rules, int? level, Lazy<IssueModel>? model = null)
    {
        (_rules, _level, _model) = (rules, level, model);
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
        _told = [.. _changes.Select(day => On(day).Append(Other).ToHashSet(StringComparer.Ordinal))];
        _cells = [.. _books.Select(_ => new ConcurrentDictionary<string, string?>(StringComparer.Ordinal))];
    }

    /// <summary>The bureau's list that ships with the program.</summary>
    public static IssueList Load() => Load(ReferenceTable.PathOf("codes/issues.csv"));

    /// <param name="model">Read when a text is first asked about; null: keywords alone.</param>
    public static IssueList Load(string file, Lazy<IssueModel>? model = null) => new(IssueRule.Read(file), level: null, model);

    /// <summary>For sources whose issue is a category itself: the cell at this level (1–5) as it stands.</summary>
    public static IssueList ByCategory(int level) =>
        level is >= 1 and <= 5
            ? new IssueList([], level)
            : throw new ArgumentOutOfRangeException(nameof(level), level, "levels are 1 to 5");

    /// <summary>Issue kinds in force on the day, in the order of the file; empty for a list by category.</summary>
    public IReadOnlyList<string> On(DateOnly day) => [.. _rules.Where(rule => rule.HoldsOn(day)).Select(rule => rule.Issue).Distinct()];

    /// <summary>Every issue kind of any day, and <see cref="Other"/>.</summary>
    public IReadOnlyCollection<string> Known => [.. _rules.Select(rule => rule.Issue).Append(Other).Distinct()];

    /// <summary>The bureau's 6+N kinds with their first and last days, null: any.</summary>
    public IReadOnlyList<(string Issue, DateOnly? From, DateOnly? Until)> SixPlusN =>
        [.. _rules.Where(rule => rule.IsSixPlusN).Select(rule => (rule.Issue, rule.ValidFrom, rule.ValidUntil))];

    /// <summary>Whether the kind, where rules name it at all, was told on every day: counts of one that began or ended between are no more and no fewer complaints.</summary>
    public bool HoldsThroughout(string issue, DateOnly from, DateOnly last) =>
        !_rules.Any(rule => rule.Issue == issue)
        || Changes.Where(day => day > from && day <= last).Append(from).All(day => On(day).Contains(issue));

    /// <summary>First days of new rules, after which a comparison with earlier days crosses a change.</summary>
    public IReadOnlyList<DateOnly> Changes => _changes[1..];

    /// <param name="categories">Cells of the category path from the top down, blank or null where there is none.</param>
    public IssueRuling Resolve(DateOnly on, ReadOnlySpan<string?> categories, string? title, string? content)
    {
        if (_level is { } depth)
        {
            var cell = depth <= categories.Length ? categories[depth - 1]?.Trim() : null;
            return string.IsNullOrEmpty(cell) ? Unclassified : new IssueRuling(cell, IssueFrom.Category, CategoryConfidence);
        }
        var at = BookOn(on);
        for (var i = categories.Length - 1; i >= 0; i--)
        {
            if (categories[i] is { Length: > 0 } cell && ByCategory(at, cell) is { } issue)
                return new IssueRuling(issue, IssueFrom.Category, CategoryConfidence);
        }
        if (
            !Says(categories)
            && _model?.Value is { Level: { } level } model
            && !(string.IsNullOrEmpty(title) && string.IsNullOrEmpty(content))
        )
        {
            var guess = model.Guess(title, content);
            if (guess.Probability >= level && _told[at].Contains(guess.Label))
                return new IssueRuling(guess.Label, IssueFrom.Classifier, Math.Round(guess.Probability, 4));
        }
        return (_books[at].ByText(title) ?? _books[at].ByText(content)) is { } said
            ? new IssueRuling(said, IssueFrom.Classifier, KeywordConfidence)
            : Unclassified;
    }

    /// <summary>Whether a path that matches no issue says what the order is about all the same: its deepest cell is below the first and is no 其他.</summary>
    private static bool Says(ReadOnlySpan<string?> categories)
    {
        for (var i = categories.Length - 1; i > 0; i--)
        {
            if (categories[i]?.Trim() is { Length: > 0 } deepest)
                return !SaysNothing.Contains(deepest);
        }
        return false;
    }

    /// <summary>The grams that spoke most for the issue that the model told; empty where it did not tell it.</summary>
    public IReadOnlyList<TermWeight> Explain(string issue, string? title, string? content, int most) =>
        _model?.Value is { Level: { } level } model
        && model.Guess(title, content) is var guess
        && guess.Label == issue
        && guess.Probability >= level
            ? model.Explain(title, content, issue, most)
            : [];

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

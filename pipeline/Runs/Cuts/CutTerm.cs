namespace Hotspot.Runs.Cuts;

/// <summary>One option of a cut as it was written, without its dashes: <c>district</c>, <c>朝阳区</c>. Options without a value (<c>rows</c>) have an empty one.</summary>
public sealed record CutTerm(string Option, string Value)
{
    /// <summary>As it is typed: --district 朝阳区.</summary>
    public override string ToString() =>
        Value.Length == 0 ? $"--{Option}"
        : Value.Any(c => !(char.IsLetterOrDigit(c) || "-_./:,".Contains(c, StringComparison.Ordinal))) ? $"--{Option} \"{Value}\""
        : $"--{Option} {Value}";
}

/// <summary>What a person asks for: a sentence, options, or both; options overrule what the sentence says.</summary>
public sealed record CutRequest(string? Sentence, IReadOnlyList<CutTerm> Terms)
{
    /// <summary>What is said later overrules what was said before: option by option, and of times all.</summary>
    public static IReadOnlyList<CutTerm> Overruled(IReadOnlyList<CutTerm> before, IReadOnlyList<CutTerm> later)
    {
        static string Subject(CutTerm term) => term.Option is "period" or "from" or "to" ? "time" : term.Option;
        var said = later.Select(Subject).ToHashSet();
        return [.. before.Where(term => !said.Contains(Subject(term))), .. later];
    }

    /// <summary>With paths that mean the same wherever it is asked again.</summary>
    /// <param name="folder">What they are relative to.</param>
    public CutRequest Rooted(string folder) =>
        this with
        {
            Terms = [.. Terms.Select(term => term.Option == "within" ? term with { Value = Path.GetFullPath(term.Value, folder) } : term)],
        };
}

/// <summary>The options that make a cut, in the order in which they are told. Where a value may stand again, and where commas part values.</summary>
public static class CutOptions
{
    public static readonly IReadOnlyList<string> All =
    [
        "period",
        "from",
        "to",
        "stream",
        "order-type",
        "district",
        "street",
        "community",
        "issue",
        "hot-issue",
        "category",
        "hours",
        "weekday",
        "day-kind",
        "place",
        "near",
        "within",
        "keyword",
        "status",
        "repeat-only",
        "except",
        "by",
        "pivot",
        "measure",
        "at-least",
        "top",
        "sort",
        "rows",
    ];

    /// <summary>Commas part values.</summary>
    public static readonly IReadOnlySet<string> Lists = new HashSet<string>
    {
        "stream",
        "order-type",
        "district",
        "street",
        "community",
        "issue",
        "hot-issue",
        "category",
        "weekday",
        "day-kind",
        "status",
        "except",
        "by",
        "measure",
    };

    /// <summary>May be given again; commas belong to the value.</summary>
    public static readonly IReadOnlySet<string> Texts = new HashSet<string> { "place", "keyword" };

    public static readonly IReadOnlySet<string> Flags = new HashSet<string> { "repeat-only", "rows" };
}

/// <summary>What becomes of an answer.</summary>
/// <param name="Saved">Name of a kept request that is asked again, with what the new one says on top; null: none.</param>
/// <param name="Output">Full path of the file to write; null: none.</param>
/// <param name="Save">Name to keep the request under.</param>
/// <param name="For">Whom the register says it was for; null: no entry.</param>
/// <param name="AskedAt">Beijing time at which the request came in.</param>
/// <param name="Folder">Folder that a path in the request is relative to.</param>
public sealed record CutOrders(string? Saved, string? Output, string? Save, string? For, string? Purpose, DateTime AskedAt, string Folder);

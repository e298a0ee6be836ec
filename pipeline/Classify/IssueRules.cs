using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Classify;

/// <summary>One line of <c>codes/issues.csv</c>: an issue kind and the literals that point to it.</summary>
/// <param name="Order">Position in the file; the earlier rule wins a tie.</param>
/// <param name="ValidFrom">First day; null: always was.</param>
/// <param name="ValidUntil">Last day; null: still is.</param>
/// <param name="CategoryPatterns">Literals looked for in the cells of the category path.</param>
/// <param name="TextPatterns">Literals looked for in title and content.</param>
public sealed record IssueRule(
    int Order,
    string Issue,
    bool IsSixPlusN,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    IReadOnlyList<string> CategoryPatterns,
    IReadOnlyList<string> TextPatterns
)
{
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidUntil is null || day <= ValidUntil);

    /// <exception cref="InvalidDataException">A line names no issue, ends before it begins or says neither true nor false.</exception>
    public static IReadOnlyList<IssueRule> Read(string file)
    {
        var order = 0;
        return ReferenceTable.Read(
            file,
            row =>
            {
                order++;
                var rule = new IssueRule(
                    order,
                    row.Text("issue"),
                    row.Text("is_six_plus_n") == "true",
                    row.Date("valid_from"),
                    row.Date("valid_until"),
                    row.Texts("category_patterns"),
                    row.Texts("text_patterns")
                );
                if (rule.Issue.Length == 0 || rule.ValidUntil < rule.ValidFrom || row.Text("is_six_plus_n") is not ("true" or "false"))
                    throw new InvalidDataException(
                        $"{file}, rule {order} ('{rule.Issue}'): needs an issue, true or false, and a period in order"
                    );
                return rule;
            }
        );
    }
}

/// <param name="From">Null: nothing pointed anywhere, so it is <see cref="IssueList.Other"/>.</param>
/// <param name="Confidence">1 by category, the model's probability, 0.5 by a keyword of the text; null: nothing pointed anywhere.</param>
public readonly record struct IssueRuling(string Issue, IssueFrom? From, double? Confidence);

using Hotspot.Store;

namespace Hotspot.Runs.Review;

public enum ReviewAction
{
    Make,
    Apply,
    Undo,
    List,
}

/// <param name="File">make: an export whose header no layout knows (null: the doubtful things of the store); apply: the workbook.</param>
/// <param name="Output">Where make writes; null: the home's folder <c>review</c>.</param>
/// <param name="Partial">Apply what is right although other rows are wrong.</param>
/// <param name="By">Who decides.</param>
/// <param name="Number">undo: number of the decision; null: the last.</param>
public sealed record ReviewRequest(
    ReviewAction Action,
    string? File = null,
    string? Output = null,
    int? Rows = null,
    bool Partial = false,
    string By = "",
    long? Number = null
);

/// <summary>A filled-in row that cannot be taken; <paramref name="Code"/> is explained by the phrase <c>review.problem.CODE</c>.</summary>
/// <param name="Row">As Excel shows it.</param>
public sealed record ReviewProblem(string Sheet, long Row, string Column, string Code, string Value);

/// <param name="File">Written by make, read by apply; a profile where apply made one.</param>
/// <param name="Asked">Rows of the workbook, or decisions that it held.</param>
/// <param name="Applied">Decisions written down.</param>
/// <param name="Orders">Orders that changed with them.</param>
/// <param name="Profile">Id of the source profile that was made.</param>
public sealed record ReviewResult(
    ReviewAction Action,
    string? File,
    int Asked,
    int Applied,
    long Orders,
    IReadOnlyList<ReviewProblem> Problems,
    IReadOnlyList<OverrideEntry> Entries,
    string? Generation,
    string? Profile = null
)
{
    /// <summary>The export whose header became a profile, where it still stands; it can be loaded now.</summary>
    public string? Export { get; init; }
}

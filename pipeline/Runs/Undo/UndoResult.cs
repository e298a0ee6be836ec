using Hotspot.Store;

namespace Hotspot.Runs.Undo;

/// <param name="DryRun">Only tell what would be taken back.</param>
/// <param name="Run">The run that a person agreed to; null: whichever wrote last.</param>
public sealed record UndoOptions(bool DryRun, string? Run = null);

/// <summary>One write as taken back, or as it would be.</summary>
/// <param name="Run">Id of the run that wrote.</param>
/// <param name="Verb">load | retry | baseline | review | rules.</param>
/// <param name="Orders">Orders that stood in the store and were changed; they are as before again.</param>
/// <param name="Decisions">Decisions of people that go.</param>
/// <param name="RuleFiles">Files of the home's rules that are as before again.</param>
/// <param name="Withdrawn">Generation that readers no longer see; null: the write was never published.</param>
/// <param name="Generation">Generation that readers see again; null: nothing was published before.</param>
/// <param name="Drafts">Bulletins made from the generation withdrawn, kind/period: to be written anew.</param>
/// <param name="Finals">Final ones of it, or with a correction sheet of it: they stand as they are.</param>
/// <param name="Returned">Files that had been taken from the inbox and lie in its folder <c>taken-back</c> now.</param>
/// <param name="Resumed">An undo that was killed has been finished, nothing else taken back.</param>
/// <param name="Earlier">The write that a further undo would take back; null: none is kept.</param>
public sealed record UndoResult(
    string Run,
    string Verb,
    DateTime At,
    IReadOnlyList<LedgerEntry> Files,
    long Orders,
    long Decisions,
    IReadOnlyList<string> RuleFiles,
    string? Withdrawn,
    string? Generation,
    IReadOnlyList<string> Drafts,
    IReadOnlyList<string> Finals,
    IReadOnlyList<string> Returned,
    bool DryRun,
    bool Resumed,
    WritingRun? Earlier
);

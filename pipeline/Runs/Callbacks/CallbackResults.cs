using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary>What is asked of <c>callback</c>.</summary>
public abstract record CallbackRequest;

/// <param name="Day">Null: today.</param>
/// <param name="Staff">Names of the telephonists; empty: as the number says.</param>
public sealed record PlanRequest(DateOnly? Day, IReadOnlyList<string> Staff, int Telephonists = 1) : CallbackRequest;

/// <param name="By">Who hands it in.</param>
public sealed record RecordRequest(string File, string By) : CallbackRequest;

/// <param name="PeriodName">Null: the last complete period that the data cover, else the one that runs.</param>
public sealed record SummaryRequest(PeriodKind Kind, string? PeriodName = null) : CallbackRequest;

/// <param name="SheetsSealed">Names of the call sheets that were due to be sealed and deleted.</param>
public abstract record CallbackResult(IReadOnlyList<string> SheetsSealed);

/// <param name="IsNew">False: the day was planned before, and that plan stands.</param>
/// <param name="Files">A sheet each; those that still lay there are not written again.</param>
/// <param name="NoPhone">Orders of the open cohorts whose caller cannot be called: withheld or masked.</param>
public sealed record CallbackPlanned(
    CallPlan Plan,
    bool IsNew,
    IReadOnlyList<string> Files,
    int NoPhone,
    IReadOnlyList<string> SheetsSealed
) : CallbackResult(SheetsSealed);

/// <summary>A filled-in row that cannot be taken; <paramref name="Code"/> is explained by the phrase <c>callback.problem.CODE</c>.</summary>
/// <param name="Row">As Excel shows it.</param>
public sealed record CallbackProblem(string Sheet, long Row, string Column, string Code, string Value);

/// <summary>What became of a sheet: Read = Recorded + Updated + Unchanged + Blank + Rejected.</summary>
/// <param name="Missing">Orders of the sheet without a row: somebody took it out. They stay unfinished.</param>
/// <param name="Valid">Valid callbacks among the rows that were taken.</param>
/// <param name="SheetKept">The sheet in the home stays for now: rows are blank on its own day, or cannot be taken.</param>
/// <param name="IsOutside">The file lies outside the home's folder: nobody but its owner can delete it.</param>
/// <param name="Generation">Null: nothing changed.</param>
public sealed record CallbackRecorded(
    string File,
    int Read,
    int Recorded,
    int Updated,
    int Unchanged,
    int Blank,
    int Rejected,
    int Missing,
    int Valid,
    IReadOnlyList<CallbackProblem> Problems,
    bool SheetKept,
    bool IsOutside,
    string? Generation,
    IReadOnlyList<string> SheetsSealed
) : CallbackResult(SheetsSealed);

/// <param name="Rates">The city first.</param>
public sealed record CallbackSummed(
    Period Period,
    DateOnly ClosesOn,
    string Folder,
    string Docx,
    string Xlsx,
    IReadOnlyList<CallbackRate> Rates,
    IReadOnlyList<string> SheetsSealed
) : CallbackResult(SheetsSealed);

/// <summary>How far a cohort is.</summary>
/// <param name="DaysLeft">Workdays until it closes, today included; 0: closed.</param>
/// <param name="Target">Callbacks that it needs.</param>
/// <param name="Counted">Those that count by the settings.</param>
public sealed record CallbackStanding(
    string Period,
    DateOnly FromOn,
    DateOnly LastOn,
    DateOnly ClosesOn,
    int DaysLeft,
    int Orders,
    int Callable,
    int Dialled,
    int Reached,
    int Valid,
    int Counted,
    int Target
)
{
    public int Missing => Math.Max(0, Target - Counted);
}

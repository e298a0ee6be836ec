using Hotspot.Calendar;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;
using Hotspot.Runs.Diff;

namespace Hotspot.Runs;

/// <param name="Source">Profile id to read all files with; null: found from each header.</param>
/// <param name="DryRun">Say what would happen and what the files allow; change nothing.</param>
/// <param name="Retry">The paths name mending workbooks or loaded files, whose rejected rows are read again; none: of all files.</param>
/// <param name="Baseline">The files are tables of earlier totals.</param>
public sealed record LoadOptions(string? Source = null, bool DryRun = false, bool Retry = false, bool Baseline = false);

/// <summary>What a file allows its reader to find out; counts are rows of the file.</summary>
/// <param name="FirstOn">First and last day of the events; null where no row has a usable time.</param>
public sealed record FileAllowance(
    long Complaints,
    long WithHour,
    long WithCallTime,
    long WithCoordinate,
    long WithPlace,
    long WithCallerKey,
    long DistrictUnknown,
    DateOnly? FirstOn,
    DateOnly? LastOn
)
{
    /// <summary>Both files together.</summary>
    public FileAllowance Plus(FileAllowance other) =>
        new(
            Complaints + other.Complaints,
            WithHour + other.WithHour,
            WithCallTime + other.WithCallTime,
            WithCoordinate + other.WithCoordinate,
            WithPlace + other.WithPlace,
            WithCallerKey + other.WithCallerKey,
            DistrictUnknown + other.DistrictUnknown,
            other.FirstOn is null || FirstOn < other.FirstOn ? FirstOn : other.FirstOn,
            other.LastOn is null || LastOn > other.LastOn ? LastOn : other.LastOn
        );
}

/// <summary>One file of a load. <c>Read = Inserted + Updated + Unchanged + Rejected</c>; on a dry run only Read and Rejected are known, the rest 0.</summary>
/// <param name="Columns">Header of the file → canonical column it was read into (snake_case), in file order; null value: not used.</param>
/// <param name="FirstRejected">Up to ten rejected rows, masked.</param>
/// <param name="SkippedSheets">Sheets of a workbook without a header that the profile knows: nothing was read from them.</param>
/// <param name="Quality">How far the file's content can be trusted.</param>
/// <param name="Layout">Where the header stood and how the file is written.</param>
public sealed record FileResult(
    string Name,
    string Sha256,
    string Source,
    long Read,
    long Inserted,
    long Updated,
    long Unchanged,
    long Rejected,
    FileAllowance Allowance,
    IReadOnlyList<KeyValuePair<string, string?>> Columns,
    IReadOnlyList<RejectedRow> FirstRejected,
    IReadOnlyList<SkippedSheet>? SkippedSheets = null,
    FileQuality? Quality = null,
    FileLayout? Layout = null
)
{
    /// <summary>Whether the points fit the coordinate system that the source declares; null: not looked at.</summary>
    public CoordinateFinding? Coordinates { get; init; }

    /// <summary>City of the source.</summary>
    public string? City { get; init; }

    /// <summary>What became of the most frequent categories; empty but on a dry run.</summary>
    public IReadOnlyList<Filing> Filed { get; init; } = [];
}

/// <param name="Category">Deepest cell of the path, masked.</param>
public sealed record Filing(string Category, string Issue, long Rows);

/// <param name="Generation">Generation that readers now see; null on a dry run or where the gate held it back.</param>
/// <param name="Changed">False where the load changed nothing.</param>
/// <param name="GateFailed">More rows were rejected than the settings allow: loaded, not published (exit 3); on a dry run, it would be.</param>
/// <param name="Conflicts">Null: no file contradicts another.</param>
/// <param name="PlacedAnew">Orders of before that were derived anew, because the lists of named places have changed since.</param>
public sealed record LoadResult(
    IReadOnlyList<FileResult> Files,
    string? Generation,
    bool Changed,
    bool GateFailed,
    ConflictsTold? Conflicts = null,
    long PlacedAnew = 0
)
{
    /// <summary>An earlier load that had been held back and is published with this one.</summary>
    public HeldLoad? Released { get; init; }

    /// <summary>What lay in the folders beside the exports and was not loaded.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Rows of mending workbooks that belong to no rejected row.</summary>
    public IReadOnlyList<UnplacedRow> Unplaced { get; init; } = [];

    /// <summary>This load and the one after it.</summary>
    public LoadResult Plus(LoadResult next) =>
        new(
            [.. Files, .. next.Files],
            next.Generation ?? Generation,
            Changed || next.Changed,
            GateFailed || next.GateFailed,
            next.Conflicts ?? Conflicts,
            PlacedAnew + next.PlacedAnew
        );
}

/// <summary>A row of a mending workbook that was not taken.</summary>
/// <param name="Row">1-based row of the sheet, as Excel shows it.</param>
/// <param name="Code">unknown: no rejected row has the line; blank: the row names no file or line; twice: another row has the line already.</param>
/// <param name="Line">As it stands in the row, masked.</param>
public sealed record UnplacedRow(string Book, string Sheet, long Row, string Code, string? Line);

/// <param name="PeriodName">2025-W17, 2025-04 …; null: the last complete period that the data cover, else the one that runs.</param>
/// <param name="Rule">Null: as in the settings.</param>
/// <param name="Public">The edition for everyone: small counts withheld, no texts, in a folder of its own.</param>
/// <param name="Split">A page for each district beside the bulletin.</param>
public sealed record ReportOptions(
    PeriodKind Kind,
    string? PeriodName = null,
    MonthRule? Rule = null,
    bool Final = false,
    bool Public = false,
    bool Split = false,
    OrderStream? Stream = null
);

/// <param name="Findings">The findings of 本期要点, as printed.</param>
public sealed record ReportResult(
    Period Period,
    string Folder,
    string Docx,
    string Xlsx,
    string Html,
    IReadOnlyList<string> Charts,
    IReadOnlyList<string> Findings,
    long Complaints,
    long Incidents,
    string Generation
)
{
    /// <summary>The stream that it speaks of; null: all.</summary>
    public OrderStream? Stream { get; init; }

    /// <summary>The data do not reach its last day: it cannot be final yet.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The bulletin was final already: what it would tell differently today. Null: it was written.</summary>
    public CorrectionResult? Correction { get; init; }

    /// <summary>Pages for single districts that were written; empty where none was asked for, or where a final bulletin would tell other figures today.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The register of hotspots, after a weekly bulletin; null after others.</summary>
    public Register.RegisterTold? Register { get; init; }
}

/// <param name="Complaints">Rows of the synthetic sample.</param>
public sealed record DemoResult(string Home, LoadResult Load, IReadOnlyList<ReportResult> Reports);

/// <summary>State of a home. Null = not measured, e.g. nothing loaded yet.</summary>
/// <param name="InboxFiles">Names of files that wait in the inbox.</param>
public sealed record StatusResult(
    string Home,
    bool Initialised,
    string UnitName,
    string? City,
    DateOnly? FirstOn,
    DateOnly? LastOn,
    long Complaints,
    long Incidents,
    long FilesLoaded,
    long RowsRead,
    long RowsRejected,
    int? DaysBehind,
    string? Generation,
    IReadOnlyList<string> InboxFiles,
    IReadOnlyList<string> Bulletins,
    bool Busy
)
{
    /// <summary>Day on which the home was handed over; null: it was not.</summary>
    public DateOnly? HandedOverOn { get; init; }

    /// <summary>What lies in the inbox and no load takes.</summary>
    public IReadOnlyList<string> InboxPassedOver { get; init; } = [];

    /// <summary>Cohorts of callbacks whose window is open, or the last that the data cover; empty where no order is to be called back.</summary>
    public IReadOnlyList<Callbacks.CallbackStanding> Callbacks { get; init; } = [];

    /// <summary>处理率 by the last list of each stream; empty: 未核对.</summary>
    public IReadOnlyList<Check.ProcessingStanding> Processing { get; init; } = [];

    /// <summary>Open orders past their time limit (超期), or within a day of it (临期); soonest first.</summary>
    public IReadOnlyList<Grouping.DueOrder> Due { get; init; } = [];

    /// <summary>What was loaded last and is not published; null: everything is.</summary>
    public HeldLoad? Held { get; init; }

    /// <summary>Days of the last weeks that the data lack.</summary>
    public IReadOnlyList<DateOnly> DaysMissing { get; init; } = [];

    /// <summary>How the last night went; null: none has run.</summary>
    public Night.NightState? Night { get; init; }

    /// <summary>What the users of the service answered in the last twelve months; null: no survey.</summary>
    public Grouping.SurveyCount? Survey { get; init; }
}

/// <param name="Id">Number of an order, id of a hotspot, of an alarm, or of a figure.</param>
/// <param name="Reason">Why the sealed originals of an order are opened; null: they are not.</param>
/// <param name="Bulletin">Folder of the bulletin that a hotspot or figure is of (weekly/2025-W17); null: the one written last that knows it.</param>
public sealed record ExplainOptions(string Id, string? Reason = null, string? Bulletin = null);

/// <param name="Generation">Of the complaints told.</param>
public abstract record ExplainResult(string Id, string Generation);

/// <param name="Originals">Values that masking changed, as the file wrote them; null where they were not asked for.</param>
/// <param name="AuditBroken">Lines of the audit log were changed or removed before this opening.</param>
public sealed record OrderExplained(
    string Id,
    string Generation,
    Grouping.PublishedOrder Order,
    IReadOnlyList<OriginalValue>? Originals,
    bool AuditBroken
) : ExplainResult(Id, Generation)
{
    /// <summary>Where the classifier told the issue: the grams that spoke most for it by the model in force.</summary>
    public IReadOnlyList<Classify.Learning.TermWeight> IssueTerms { get; init; } = [];
}

/// <param name="MadeFrom">Generation that the bulletin was made from; another one than <paramref name="Generation"/> where it is no longer there.</param>
/// <param name="Methods">Names of the methods, classes of Hotspots.</param>
public sealed record FigureExplained(
    string Id,
    string Generation,
    string MadeFrom,
    string Bulletin,
    Reports.Model.Figure Figure,
    IReadOnlyList<QueryExplained> Queries,
    IReadOnlyList<string> Methods
) : ExplainResult(Id, Generation);

/// <param name="MadeFrom">As for a figure.</param>
/// <param name="Table">points | space_time_clusters.</param>
public sealed record HotspotExplained(
    string Id,
    string Generation,
    string MadeFrom,
    string Bulletin,
    string Table,
    Grouping.ToldHotspot Hotspot
) : ExplainResult(Id, Generation);

/// <param name="MadeFrom">As for a figure; <paramref name="Bulletin"/> is the night.</param>
public sealed record AlarmExplained(string Id, string Generation, string MadeFrom, string Bulletin, Hotspots.Warnings.Alarm Alarm)
    : ExplainResult(Id, Generation);

/// <param name="Text">The SQL.</param>
/// <param name="Answer">Its rows today.</param>
public sealed record QueryExplained(Grouping.AskedQuery Query, string Text, Grouping.AnsweredQuery Answer);

/// <summary>Answers to the four questions of the first run.</summary>
public sealed record InitAnswers(string UnitName, int NextIssueNumber, DayOfWeek WeekStart, MonthRule MonthRule);

using System.Globalization;
using Hotspot.Records;
using Hotspot.Texts;

namespace Hotspot.Incidents;

/// <summary>What the merge needs to know of one report.</summary>
/// <param name="Issue">Unclassified reports carry 其他 (or null) and merge by the same rule among themselves.</param>
/// <param name="Caller">Hash of the caller key. Null: unknown caller, never merged by caller.</param>
/// <param name="Place">Hash of the canonical address at house-number, building or named-place precision with district and street inside; a street or community alone is null.</param>
/// <param name="X">Metres east in the city's metric projection; null unless the point is of level coordinate and not snapped.</param>
public sealed record MergeRow(
    string ComplaintId,
    DateTime OccurredAt,
    TimePrecision Precision,
    string? Issue,
    ulong? Caller,
    ulong? Place,
    double? X,
    double? Y
)
{
    /// <summary>District and street; null where the street is not known.</summary>
    public string? Street { get; init; }

    /// <summary>What a report says that names no address; null where it names one, or says too little.</summary>
    public NearText? Words { get; init; }

    /// <summary>What holds so far; null: nothing does.</summary>
    public Membership? Before { get; init; }

    /// <summary>True where what an earlier run found holds: the report comes before the time from which incidents are made anew.</summary>
    public bool IsSettled { get; init; }
}

/// <param name="IncidentId">Complaint id of the leader.</param>
/// <param name="UnitId">Complaint id of this caller's first report in the incident; a report without a caller key is its own unit.</param>
public sealed record Membership(string IncidentId, JoinedBy JoinedBy, string UnitId)
{
    /// <summary>Of a report that opens its incident.</summary>
    public static Membership Opener(string complaintId) => new(complaintId, JoinedBy.Opened, complaintId);
}

/// <summary>How a report came to its incident.</summary>
public enum JoinedBy
{
    /// <summary>It opened the incident and leads it.</summary>
    Opened,

    /// <summary>重复诉求: its caller had reported the same incident before.</summary>
    SameCaller,

    /// <summary>同点多人: same issue at the same address within hours, whoever called.</summary>
    SamePlace,

    /// <summary>No address on either side, and nearly the same words: by its caller, or within hours from the same street.</summary>
    SameText,

    /// <summary>One person's flood: its caller had opened as many incidents of the issue in the street within days as one person's count for.</summary>
    OneCaller,

    /// <summary>A person decided (<c>review apply</c>); laid over what the merge found where reports are published.</summary>
    Review,
}

public sealed record MergeSettings
{
    /// <summary>Key 1: the same caller again, counted from the leader.</summary>
    public TimeSpan CallerWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Key 2: any caller, counted from the leader.</summary>
    public TimeSpan PlaceWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Key 2 for noise and night works.</summary>
    public TimeSpan LongPlaceWindow { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Issues that <see cref="LongPlaceWindow"/> applies to.</summary>
    public IReadOnlySet<string> LongWindowIssues { get; init; } = new HashSet<string>();

    public TimeSpan PlaceWindowOf(string? issue) => issue is not null && LongWindowIssues.Contains(issue) ? LongPlaceWindow : PlaceWindow;

    /// <summary>How long after the leader a report may join by the key; null: the key knows no time.</summary>
    public TimeSpan? WindowOf(JoinedBy key, string? issue) =>
        key switch
        {
            JoinedBy.SameCaller => CallerWindow,
            JoinedBy.SamePlace or JoinedBy.SameText => PlaceWindowOf(issue),
            JoinedBy.OneCaller => FloodWindow,
            _ => null,
        };

    /// <summary>Two coordinates are one address up to this many metres, included.</summary>
    public double DistanceM { get; init; } = 25;

    /// <summary>Two texts are nearly the same from this Jaccard likeness of their runs of three characters on.</summary>
    public double Likeness { get; init; } = 0.6;

    /// <summary>
    /// A caller's incidents of one issue in one street: after so many in <see cref="FloodWindow"/> a further one is more of the same. Sixty calls of one person about
    /// sixty places of a street are no sixty people; tests that count incidents would tell a rise.
    /// </summary>
    public int MostOfOneCaller { get; init; } = 2;

    public TimeSpan FloodWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A number with incidents in more streets than this within the window is no person's: a hall's, a website's.</summary>
    public int MostStreetsOfOneCaller { get; init; } = 5;

    /// <summary>Characters of title and content that are compared, and the runs that a text must have: 请尽快处理 is everybody's.</summary>
    public const int TextReach = 400;
    public const int LeastRuns = 20;

    /// <summary>Days before a report in which its leader may lie; one of grace covers reports that know only their day.</summary>
    public int ReachDays => (int)Math.Ceiling(new[] { CallerWindow, PlaceWindow, LongPlaceWindow }.Max().TotalDays) + 1;

    /// <summary>What one address is beside the distance, as <c>rows.sql</c> has it.</summary>
    private const string Address = "place_key+building,text";

    /// <summary>Names the rules: incidents made with other ones must be made anew.</summary>
    public string Fingerprint =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{CallerWindow}|{PlaceWindow}|{LongPlaceWindow}|{string.Join(',', LongWindowIssues.Order(StringComparer.Ordinal))}|{DistanceM}|{Likeness}|{Address}|{MostOfOneCaller}|{FloodWindow}|{MostStreetsOfOneCaller}"
        );
}

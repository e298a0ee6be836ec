using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotspot.Samples;

/// <summary>One file as written. Rows are the data rows of the ledger: without title and header, with footer and broken lines.</summary>
public sealed record SampleFile(string Name, string Layout, long Rows, int TitleLines);

/// <summary>What a loader must reject, by reason; names as in <c>RejectReason</c>.</summary>
public sealed record SampleRejects(long NoUsableTime, long WrongCellCount, long Footer);

/// <summary>Orders of one week, named after its first day's ISO week.</summary>
public sealed record WeekCount(string Week, DateOnly From, long Orders);

/// <summary>A planted area with its true weekly orders, oldest first.</summary>
public sealed record PlantedAreaTruth(string Id, string Expect, string District, string? Street, IReadOnlyList<WeekCount> Weeks);

public sealed record PlantedPeakTruth(
    string Id,
    string Expect,
    string Issue,
    string? District,
    IReadOnlyList<int> Hours,
    IReadOnlyList<WeekCount> Weeks
);

/// <summary>A planted point; counts of the last week of the sample.</summary>
/// <param name="Expect">hot_new, hot_rising, hot_chronic, hot_text_only, or a decoy: none_one_caller, chronic_not_rising, weekend_not_rising.</param>
/// <param name="Longitude">WGS-84, the middle of the point.</param>
public sealed record PlantedPointTruth(
    string Id,
    string Expect,
    string Issue,
    string District,
    string Street,
    string Place,
    double Longitude,
    double Latitude,
    double SpreadM,
    bool TextOnly,
    IReadOnlyList<int> Hours,
    long LastWeekOrders,
    int LastWeekCallers,
    int LastWeekDays,
    long Orders,
    IReadOnlyList<WeekCount> Weeks
);

public sealed record PlantedSnapTruth(string Id, string Expect, string District, string Street, double Share);

/// <summary>
/// What the sample holds and what was planted in it, for tests and held-out checks. It lies outside the inbox, and nothing reads it back.
/// Orders are distinct orders with their true district and issue, whatever the row says; dirt is counted over rows.
/// </summary>
public sealed record Truth(
    SampleSettings Settings,
    long Orders,
    long Rows,
    long ResentUnchanged,
    long ResentChanged,
    SampleRejects Rejected,
    IReadOnlyList<SampleFile> Files,
    double ReportsPerIncident,
    IReadOnlyList<WeekCount> Weeks,
    IReadOnlyDictionary<string, long> OrdersByIssue,
    IReadOnlyDictionary<string, long> OrdersByDistrict,
    IReadOnlyDictionary<string, IReadOnlyList<long>> OrdersByIssueAndHour,
    IReadOnlyDictionary<string, long> Dirt,
    IReadOnlyList<PlantedAreaTruth> Areas,
    IReadOnlyList<PlantedPeakTruth> Peaks,
    IReadOnlyList<PlantedPointTruth> Points,
    IReadOnlyList<PlantedSnapTruth> Snapped
)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Format) + "\n");

    public static Truth Read(string file) =>
        JsonSerializer.Deserialize<Truth>(File.ReadAllText(file), Format) ?? throw new InvalidDataException($"{file}: empty");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotspot.Calendar;

namespace Hotspot.Settings;

public enum KeepOriginals
{
    /// <summary>The whole file is sealed in <c>archive</c>.</summary>
    Sealed,

    /// <summary>No copy of the file is kept; what masking changed is still sealed row by row.</summary>
    Delete,
}

/// <summary>What a unit decides for itself, in <c>settings.json</c>; every field has a default, unknown fields are an error.</summary>
public sealed record HomeSettings
{
    /// <summary>Issuing office, printed above the title.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Number that the next finalised bulletin takes (总第N期), from 1.</summary>
    public int NextIssueNumber { get; init; } = 1;

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    public MonthRule MonthRule { get; init; } = MonthRule.Natural;

    /// <summary>City of the home, set by its first load; exports of another city need a home of their own. Null: nothing loaded yet.</summary>
    public string? City { get; init; }

    /// <summary>Share of rejected rows above which nothing is published, 0–1.</summary>
    public double MaxRejectedShare { get; init; } = 0.05;

    /// <summary>Rows of a workbook of corrections, from 1.</summary>
    public int ReviewRows { get; init; } = 200;

    /// <summary>True in the home of the demonstration: every page says 演示数据.</summary>
    public bool Demo { get; init; }

    /// <summary>Issue kinds that stay one incident for 48 h instead of 24 h (noise and night works).</summary>
    public IReadOnlyList<string> NightIssues { get; init; } = ["夜间施工扰民"];

    /// <summary>What becomes of a file that was loaded.</summary>
    public KeepOriginals KeepOriginals { get; init; } = KeepOriginals.Sealed;

    /// <summary>In a public bulletin counts below this are not printed, 2 or more.</summary>
    public int SuppressBelow { get; init; } = 5;

    /// <summary>
    /// Id of a source → the coordinate system that its exports are really written in (<c>wgs84</c>, <c>gcj02</c>, <c>bd09</c>, <c>cgcs2000</c>), where
    /// that is not the one that its profile declares.
    /// </summary>
    public IReadOnlyDictionary<string, string> CoordinateSystems { get; init; } = new Dictionary<string, string>();

    /// <summary>HDBSCAN* looks for hotspots as well. Off: it was measured to hide more than it finds, and takes minutes of a large week (pipeline/DECISIONS.md).</summary>
    public bool HdbscanPoints { get; init; }

    /// <summary>Share of the service's users who should be satisfied, 0–1.</summary>
    public double SatisfactionTarget { get; init; } = 0.95;

    /// <summary>Hours at which the shifts of the desk begin, 0–23.</summary>
    public IReadOnlyList<int> ShiftStarts { get; init; } = [0, 8, 16];

    /// <summary>How citizens are called back.</summary>
    public CallbackSettings Callback { get; init; } = new();

    /// <summary>What nights do beside their work.</summary>
    public NightSettings Night { get; init; } = new();

    /// <summary>Issue kind → how much more a caller of it counts for the heat of a hot issue, above 0; 1 where it is not named.</summary>
    public IReadOnlyDictionary<string, double> IssueSeverity { get; init; } = new Dictionary<string, double>();

    /// <summary>Share of the texts on which the issue classifier tells an issue that must be right, above 0.5 and below 1; of others it says nothing.</summary>
    public double ClassifierPrecision { get; init; } = 0.9;

    /// <summary>Seed of all random work; written into every manifest.</summary>
    public ulong Seed { get; init; } = 20250101;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <exception cref="WrongSettingException">The file is no JSON, or a setting of it cannot be.</exception>
    public static HomeSettings Read(string file)
    {
        if (!File.Exists(file))
            return new HomeSettings();
        var settings = Parse(File.ReadAllText(file));
        if (settings.MaxRejectedShare is < 0 or > 1)
            throw new WrongSettingException("max_rejected_share", "0 … 1");
        if (settings.NextIssueNumber < 1)
            throw new WrongSettingException("next_issue_number", "≥ 1");
        if (settings.ReviewRows < 1)
            throw new WrongSettingException("review_rows", "≥ 1");
        if (settings.SuppressBelow < 2)
            throw new WrongSettingException("suppress_below", "≥ 2");
        if (
            settings.CoordinateSystems.FirstOrDefault(entry => entry.Value is not ("wgs84" or "gcj02" or "bd09" or "cgcs2000")) is
            { Key: { } id }
        )
            throw new WrongSettingException($"coordinate_systems.{id}", "wgs84 | gcj02 | bd09 | cgcs2000");
        if (settings.IssueSeverity.FirstOrDefault(entry => !(entry.Value > 0) || double.IsInfinity(entry.Value)) is { Key: { } issue })
            throw new WrongSettingException($"issue_severity.{issue}", "> 0");
        if (settings.SatisfactionTarget is < 0 or > 1)
            throw new WrongSettingException("satisfaction_target", "0 … 1");
        if (settings.ShiftStarts.Count == 0 || settings.ShiftStarts.Any(hour => hour is < 0 or > 23))
            throw new WrongSettingException("shift_starts", "[0 … 23, …]");
        if (settings.ClassifierPrecision is not (> 0.5 and < 1))
            throw new WrongSettingException("classifier_precision", "> 0.5, < 1");
        settings.Callback.Check();
        settings.Night.Check();
        return settings;
    }

    private static HomeSettings Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<HomeSettings>(text, Json) ?? new HomeSettings();
        }
        catch (JsonException e)
        {
            throw WrongSettingException.Of(e);
        }
    }

    public void Write(string file)
    {
        var beside = file + ".tmp";
        File.WriteAllText(beside, JsonSerializer.Serialize(this, Json) + "\n");
        File.Move(beside, file, overwrite: true);
    }
}

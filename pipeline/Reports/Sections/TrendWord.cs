using Hotspot.Hotspots.Trends;

namespace Hotspot.Reports.Sections;

/// <summary>The five words for people (new 新增, worse 加剧, lasting 持续, easing 缓解, scattered 零星) out of the seventeen classes of the tables. A place that was never hot before its last unbroken weeks is new.</summary>
internal static class TrendWord
{
    /// <summary>The part of the phrase keys <c>trend.…</c>; null for no pattern, for cold ones and for an unknown one: people are told of nothing there.</summary>
    public static string? Of(string? trendClass) =>
        trendClass switch
        {
            "new_hot" or "consecutive_hot" => "new",
            "intensifying_hot" => "worse",
            "persistent_hot" => "lasting",
            "diminishing_hot" or "historical_hot" => "easing",
            "sporadic_hot" or "oscillating_hot" => "scattered",
            _ => null,
        };

    /// <summary>True for a place that is new and was hot in the last week alone.</summary>
    public static bool IsFirstWeek(string? trendClass) => trendClass == "new_hot";

    /// <summary>Hot in nine weeks of ten, and no less now: tested week by week over all places at once.</summary>
    public static bool IsChronic(string? trendClass) => Of(trendClass) is "lasting" or "worse";

    /// <summary>The word itself; null where there is none.</summary>
    public static string? Told(string? trendClass, Draft draft) => Of(trendClass) is { } word ? draft.Word($"trend.{word}") : null;

    public static string? Of(EmergingCell cell) => Of(cell.TrendClass);
}

using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Hotspot.Tests.Journeys;

/// <summary>How the papers print a value of a machine table: fifteen digits are read, halves go away from zero, null is a dash.</summary>
internal static class Printed
{
    public const string None = "—";

    /// <summary>All text of a Word file.</summary>
    public static string Docx(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    public static string Int(object? value) =>
        value is null ? None : Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture);

    public static string One(object? value) => Decimal(value, 1);

    public static string Two(object? value) => Decimal(value, 2);

    public static string P(object? value) => value is < 0.001 ? "<0.001" : Decimal(value, 3);

    public static string Degrees(object? value) => Decimal(value, 6);

    public static string Day(object? value) =>
        value is DateOnly day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Convert.ToDateTime(value, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Percent(object? value) => value is double share ? Decimal(share * 100, 1) + "%" : None;

    /// <summary>The rules of the trade: no percentage on a base of zero or below ten.</summary>
    /// <param name="earlier">Column of the earlier count.</param>
    public static string Change(Dictionary<string, object?> area, string earlier)
    {
        if (area[earlier] is not long before)
            return None;
        var now = (long)area["complaints"]!;
        return now == before ? "持平"
            : before == 0 ? "新增"
            : before < 10 ? $"{(now > before ? "+" : "−")}{Math.Abs(now - before)}件"
            : TraceJourney.Ratio(now, before);
    }

    /// <param name="end">First hour after; at or below the first it is of the next day.</param>
    public static string Hours(object? start, object? end)
    {
        var (from, until) = (Convert.ToInt32(start, CultureInfo.InvariantCulture), Convert.ToInt32(end, CultureInfo.InvariantCulture));
        return until <= from && until != 0 ? $"{from}时—次日{until}时" : $"{from}—{(until == 0 ? 24 : until)}时";
    }

    /// <param name="hours">22,23,0 as a table has them; null: none.</param>
    public static string Hours(string? hours)
    {
        if (hours is null)
            return None;
        var on = hours.Split(',').Select(int.Parse).ToHashSet();
        var starts = on.Where(hour => !on.Contains((hour + 23) % 24)).Order();
        var runs = starts
            .Select(start => Hours(start, Enumerable.Range(start + 1, 24).First(hour => !on.Contains(hour % 24)) % 24))
            .ToList();
        // The word is said once: 7—9、17—20时.
        return string.Join('、', runs.Select((run, i) => i < runs.Count - 1 && !run.Contains('次') ? run.TrimEnd('时') : run));
    }

    /// <summary>全市, 海淀区, 海淀区八里庄街道, 朝阳区·夜间施工扰民.</summary>
    public static string Scope(Dictionary<string, object?> row) =>
        (string)row["scope_level"]! switch
        {
            "city" => "全市",
            "district_issue" => ((string)row["scope"]!).Replace("/", "·", StringComparison.Ordinal),
            _ => ((string)row["scope"]!).Replace("/", "", StringComparison.Ordinal),
        };

    public static string DayKind(object? kind) =>
        (string)kind! switch
        {
            "workday" => "工作日",
            "weekend" => "周末",
            "holiday" => "节假日",
            _ => "全部日期",
        };

    /// <summary>Of the seventeen classes of evolution the five words that people are told.</summary>
    public static string Trend(object? trendClass) =>
        trendClass switch
        {
            "new_hot" => "新增",
            "intensifying_hot" => "加剧",
            "persistent_hot" or "consecutive_hot" => "持续",
            "diminishing_hot" or "historical_hot" => "缓解",
            "sporadic_hot" or "oscillating_hot" => "零星",
            _ => None,
        };

    private static string Decimal(object? value, int decimals) =>
        value is null
            ? None
            : Math.Round(
                    decimal.Parse(
                        ((double)value).ToString("G15", CultureInfo.InvariantCulture),
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture
                    ),
                    decimals,
                    MidpointRounding.AwayFromZero
                )
                .ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture);
}

using System.Text.RegularExpressions;
using Hotspot.Grouping.Cuts;

namespace Hotspot.Runs.Cuts;

/// <summary>
/// Hours in words: 下午3点到5点, 晚上10点到早上6点, 夜间2点到5点. The part of the day says which of the two hours a number is; an end without one is the first hour
/// so called after the start.
/// </summary>
internal static class CutHours
{
    private const int Day = 24;
    private const int HalfDay = 12;

    /// <param name="match">Groups h and i are the hours, a and b their parts of the day, x stands where the end is on the next day.</param>
    public static HourSpan Read(Match match)
    {
        int Hour(string group) => CutGrammar.Number(match.Groups[group].Value);
        var (part, endPart) = (match.Groups["a"].Value, match.Groups["b"].Value);
        var start = At(part, Hour("h")) % Day;
        var end = Hour("i");
        if (endPart.Length > 0)
            end = At(endPart, end);
        else if (part.Length > 0 && end <= HalfDay && !match.Groups["x"].Success && After(start, end + HalfDay) < After(start, end))
            end += HalfDay;
        return new HourSpan(start, end % Day == 0 ? Day : end);
    }

    /// <summary>1 to 24.</summary>
    private static int After(int start, int hour) => (hour - start + 2 * Day - 1) % Day + 1;

    private static int At(string part, int hour)
    {
        var (first, last) = OfSecondHalf(part);
        return part == "凌晨" && hour == HalfDay ? 0
            : hour >= first && hour <= last ? hour + HalfDay
            : hour;
    }

    /// <summary>Hours on the dial, 0 to 12, that are of the second half of the day in this part of it; none: from above to.</summary>
    private static (int First, int Last) OfSecondHalf(string part) =>
        part switch
        {
            "下午" or "傍晚" => (0, 11),
            "中午" or "午间" => (0, 9),
            "晚上" or "晚间" or "晚" => (5, HalfDay),
            "夜里" or "夜间" or "夜晚" or "深夜" or "半夜" or "午夜" => (6, HalfDay),
            _ => (1, 0),
        };
}

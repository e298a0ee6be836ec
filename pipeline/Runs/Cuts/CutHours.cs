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

    /// <summary>Parts of the day, and which hours on the dial (0 to 12) are of the second half of the day in them; none: from above to.</summary>
    private static readonly (string[] Names, int First, int Last)[] Halves =
    [
        (["上午", "早上", "早晨", "清晨", "早", "凌晨"], 1, 0),
        (["下午", "傍晚"], 0, 11),
        (["中午", "午间"], 0, 9),
        (["晚上", "晚间", "晚"], 5, HalfDay),
        (["夜里", "夜间", "夜晚", "深夜", "半夜", "午夜"], 6, HalfDay),
    ];

    /// <summary>All of them, longest first, as a pattern.</summary>
    public static string Parts { get; } = string.Join('|', Halves.SelectMany(half => half.Names).OrderByDescending(name => name.Length));

    /// <summary>22点以后 is until the end of the day, 6点以前 from its start.</summary>
    /// <param name="match">Groups h and i are the hours, a and b their parts of the day, x stands where the end is on the next day.</param>
    public static HourSpan Read(string meaning, Match match)
    {
        int Hour(string group) => CutGrammar.Number(match.Groups[group].Value);
        var (part, endPart) = (match.Groups["a"].Value, match.Groups["b"].Value);
        var start = At(part, Hour("h"));
        if (meaning != "hours")
            return meaning == "hours_from" ? new HourSpan(start, Day) : new HourSpan(0, start);
        start %= Day;
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
        var (_, first, last) = Array.Find(Halves, half => half.Names.Contains(part)) is { Names: not null } known ? known : ([], 1, 0);
        return part == "凌晨" && hour == HalfDay ? 0
            : hour >= first && hour <= last ? hour + HalfDay
            : hour;
    }
}

using System.Text.RegularExpressions;

namespace Hotspot.IssueGroups;

/// <summary>
/// How near two names of places are. People call one estate 丽发新城, 丽发新城小区, 丽发新城二期 or 丽发新城项目; such endings tell parts and kinds of one
/// place, and a name that stands in another's is likely the same place told more or less fully.
/// </summary>
public static partial class PlaceStem
{
    private const int Shortest = 2;

    /// <summary>The name without endings of that kind; a name that is nothing else stays.</summary>
    public static string Of(string name)
    {
        for (var match = Ending().Match(name); match.Success && match.Index >= Shortest; match = Ending().Match(name))
            name = name[..match.Index];
        return name;
    }

    /// <summary>Whether one name holds the other; both as stems.</summary>
    public static bool Related(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);

    [GeneratedRegex("(?:小区|社区|居民区|住宅区|片区|项目部?|楼盘|工地|第?[一二三四五六七八九十0-9]+期)$")]
    private static partial Regex Ending();
}

using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.IssueGroups;
using Hotspot.Settings;

namespace Hotspot.Runs;

/// <summary>What people speak of in a period: matters by their heat, and words that emerge.</summary>
internal static class HotIssueRun
{
    private const int BaselineDays = 91;
    private const int MostWords = 10;

    /// <param name="complaints">Of the period.</param>
    /// <param name="rules">Folder of the home's rules.</param>
    public static SpokenMatters Run(ComplaintReader reader, DaySpan current, long complaints, HomeSettings settings, string? rules)
    {
        var boilerplate = TermReader.Phrases(rules);
        var ranked = HotIssues.Rank(reader.HotIssues(current), settings.IssueSeverity);
        List<HeatedCount> told = [.. ranked.Take(HotIssues.Most)];
        var texts = reader.HotIssueTexts([.. told.Select(heated => heated.Count.GroupId)], current);
        var all = complaints * (current.Days + BaselineDays) / Math.Max(current.Days, 1);
        return new SpokenMatters(
            HotIssues.Tell(told, texts, boilerplate),
            ranked.Count,
            ranked.Sum(heated => heated.Count.Complaints),
            current.Days > AreaCounts.LongestJudged
                ? null
                : EmergingWords.Run(reader.MatterTexts(current, BaselineDays, all), boilerplate, MostWords)
        );
    }
}

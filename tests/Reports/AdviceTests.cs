using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Sections;

namespace Hotspot.Tests.Reports;

/// <summary>Which peaks the advice of a bulletin speaks of.</summary>
public class AdviceTests
{
    /// <summary>A weekly bulletin failed where both peaks stood among the first two: one figure had two values.</summary>
    [Fact]
    public void Hours_that_stand_out_against_two_comparisons_are_patrolled_once()
    {
        PeakHour[] peaks =
        [
            Peak("露天烧烤", "uniform", 20, 4.7),
            Peak("露天烧烤", "city_profile", 20, 3.9),
            Peak("夜间施工扰民", "city_profile", 23, 3.1),
            Peak("其他", "uniform", 9, 9),
        ];

        Assert.Equal(
            [("露天烧烤", "uniform", 4.7), ("夜间施工扰民", "city_profile", 3.1)],
            AdviceChoice.IssuePeaks(peaks).Select(peak => (peak.Scope, peak.Comparison, peak.Ratio))
        );
    }

    /// <summary>A bulletin whose table told the city's peaks said that there were none.</summary>
    [Fact]
    public void Where_no_issue_has_a_peak_those_of_the_city_are_told_and_else_those_of_a_part()
    {
        var city = Peak("", "uniform", 18, 1.5) with { ScopeLevel = "city" };
        var late = Peak("", "uniform", 22, 1.6) with { ScopeLevel = "city", DayKind = "weekend" };
        var district = Peak("海淀区", "city_profile", 8, 2.2) with { ScopeLevel = "district" };
        var unclear = Peak("其他", "uniform", 9, 9);

        Assert.Equal(["city"], AdviceChoice.Hours([unclear, district, late, city]).Select(peak => peak.ScopeLevel));
        Assert.Equal(["海淀区"], AdviceChoice.Hours([unclear, district, late]).Select(peak => peak.Scope));
        Assert.Equal(["weekend"], AdviceChoice.Hours([unclear, late]).Select(peak => peak.DayKind));
        Assert.Equal([], AdviceChoice.Hours([unclear]));
    }

    private static PeakHour Peak(string issue, string comparison, int hour, double ratio) =>
        new(
            "issue",
            issue,
            "all",
            comparison,
            hour,
            new DateOnly(2025, 3, 3),
            new DateOnly(2025, 4, 27),
            30,
            25,
            56,
            10,
            ratio,
            0.001,
            0.01,
            true
        );
}

using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Hotspots.Peaks;
using Hotspot.Language;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Tests.Reports;

/// <summary>三、高发时段 says of the hours only what their tests and the period allow.</summary>
public class PeakHoursSectionTests
{
    private static readonly Phrasebook Words = Phrasebook.Load("zh");

    private static string Tell(Period period, params IEnumerable<PeakHour> peaks)
    {
        var span = new DaySpan(period.From, period.Until);
        var coverage = new Coverage(span.From.AddDays(-400), span.LastDay, 900);
        var found = StandingOutTests.Found([]) with { Spans = new ReportSpans(period, span, null, null, false, []), Coverage = coverage };
        var section = PeakHoursSection.Write(
            found with
            {
                Now = found.Now with { Complaints = 900, WithHour = 900, WithCallTime = 900 },
                Peaks = [.. peaks],
            },
            new Draft(Words),
            new Dates(Words)
        );
        return string.Concat(section.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text.ToString()));
    }

    private static PeakHour Hour(Period period, bool isPeak) =>
        new("city", "", "all", "uniform", 10, period.From, period.Until, 90, 80, 30, 30, 2.7, 0.5, 0.5, isPeak);

    [Fact]
    public void Of_a_period_too_long_to_ask_what_is_new_the_reason_is_its_length()
    {
        const string Long = "本期超过45天，前8周的季节已不相同，不判断本期是否出现新的高峰时段。";
        const string Short = "可用的历史不足8周，或导出有缺日，尚不能判断本期是否出现新的高峰时段。";

        Assert.Contains(Long, Tell(Period.OfQuarter(2025, 3, MonthRule.Natural)), StringComparison.Ordinal);
        Assert.DoesNotContain(Short, Tell(Period.OfQuarter(2025, 3, MonthRule.Natural)), StringComparison.Ordinal);
        Assert.Contains(Short, Tell(Period.OfWeek(new Week(2025, 17))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_fills_the_peak_hours_is_told_only_where_there_are_any()
    {
        var week = Period.OfWeek(new Week(2025, 17));
        const string Unfilled = "上述时段的诉求未集中于某一事项。";

        Assert.DoesNotContain(Unfilled, Tell(week, Hour(week, isPeak: false)), StringComparison.Ordinal);
        Assert.Contains(Unfilled, Tell(week, Hour(week, isPeak: true)), StringComparison.Ordinal);
    }
}

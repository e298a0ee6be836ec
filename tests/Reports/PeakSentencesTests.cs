using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;
using Hotspot.Language;
using Hotspot.Reports;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Tests.Reports;

/// <summary>Sentences of hours and days say of a figure what it was measured against, and nothing that another sentence denies.</summary>
public class PeakSentencesTests
{
    private static readonly Period Week = Period.OfWeek(new Week(2025, 17));

    private static string Section(Analysis a) => Text((draft, dates) => PeakHoursSection.Write(a, draft, dates));

    private static string Text(Func<Draft, Dates, Section> write)
    {
        var phrases = Phrasebook.Load("zh");
        var section = write(new Draft(phrases), new Dates(phrases));
        return string.Join('\n', section.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
    }

    private static Analysis Found(params IReadOnlyList<PeakHour> peaks)
    {
        var found = StandingOutTests.Found([]);
        return found with { Peaks = peaks, Now = found.Now with { Complaints = 900, WithHour = 900, WithCallTime = 900 } };
    }

    private static PeakHour Hour(
        int hour,
        string comparison,
        bool isPeak,
        long complaints = 40,
        string kind = "all",
        string level = "city",
        string scope = "全市"
    ) => new(level, scope, kind, comparison, hour, Week.From, Week.LastDay, complaints, 50, 7, 20, 2.5, 0.001, 0.001, isPeak);

    [Fact]
    public void The_busiest_hour_is_called_no_peak_only_where_it_is_none_of_any_kind()
    {
        const string NoPeak = "本期诉求件数最多的一小时是14—15时（85件），按合并后的事件数未达高峰标准。";
        PeakHour[] hours = [Hour(9, "uniform", isPeak: true), Hour(14, "uniform", isPeak: false, complaints: 85)];

        Assert.Contains(NoPeak, Section(Found(hours)), StringComparison.Ordinal);
        Assert.Contains(NoPeak, Section(Found([.. hours, Hour(14, "past_8_weeks", isPeak: false)])), StringComparison.Ordinal);
        Assert.DoesNotContain("未达高峰标准", Section(Found([.. hours, Hour(14, "past_8_weeks", isPeak: true)])), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "未达高峰标准",
            Section(Found([.. hours, Hour(14, "uniform", isPeak: true, kind: "workday")])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_new_peak_is_so_many_times_what_the_shares_of_the_weeks_before_give()
    {
        var a = Found(Hour(14, "past_8_weeks", isPeak: true, level: "issue", scope: "餐饮油烟"));
        Assert.Contains(
            "本期该时段事件数为按前8周各时段占比推算的2.5倍",
            Text((draft, dates) => AdviceSection.Write(a, [], draft, dates)),
            StringComparison.Ordinal
        );
    }

    /// <summary>A week's map and sentences told peaks of eight weeks as if they were the week's.</summary>
    [Fact]
    public void Where_the_week_is_too_short_to_be_tested_the_days_that_were_are_said()
    {
        var weeks = Hour(9, "uniform", isPeak: true) with { FromOn = Week.From.AddDays(-49), Days = 56 };
        var a = Found(weeks);
        var draft = new Draft(Phrasebook.Load("zh"));
        var section = PeakHoursSection.Write(a, draft, new Dates(draft.Phrases));
        var map = section.Blocks.OfType<ChartBlock>().Select(block => block.Chart).OfType<HeatMapChart>().Single();

        Assert.Contains("按近56天的事件数检验，全市高峰为9—10时", Section(a), StringComparison.Ordinal);
        Assert.Equal("本期诉求的星期与小时分布", map.Caption);
        Assert.Contains("近56天", map.PeakLabel, StringComparison.Ordinal);
        Assert.Contains("近56天", map.Message, StringComparison.Ordinal);
        Assert.Contains("（4月21日—4月27日）", map.SourceLine, StringComparison.Ordinal);
        Assert.EndsWith("（倍数按3月3日—4月27日）", section.Blocks.OfType<TableBlock>().First().Table.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void The_days_of_the_regression_are_all_that_it_has_holidays_included()
    {
        DateOnly from = new(2025, 2, 1);
        List<(DateOnly, DayKind, long)> days = [];
        for (var i = 0; i < 91; i++)
        {
            var day = from.AddDays(i);
            var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var kind =
                i is >= 60 and < 71 ? DayKind.Holiday
                : isWeekend ? DayKind.Weekend
                : DayKind.Workday;
            days.Add((day, kind, (isWeekend ? 20 : 40) + i % 3));
        }
        var a = Found() with { DayEffects = DayEffects.Run([new DayScope("city", "全市", days)]) };
        Assert.Contains("按近91天回归，各星期几差异显著", Section(a), StringComparison.Ordinal);
    }
}

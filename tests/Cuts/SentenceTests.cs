using Hotspot.Calendar;
using Hotspot.Grouping.Cuts;
using Hotspot.Language;
using Hotspot.Runs.Cuts;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Cuts;

/// <summary>Sentences as an analyst types them. Today is Monday 2025-04-28, the data reach to Sunday 2025-04-27.</summary>
public class SentenceTests
{
    private static readonly CutLists Lists = CutLists.Of(null, null);
    private static readonly CutGrammar Grammar = CutGrammar.Load(Lists.Events);

    private static string Read(string sentence, MonthRule rule = MonthRule.Natural) => Read(sentence, new DateOnly(2025, 4, 28), rule);

    private static string Read(string sentence, DateOnly today, MonthRule rule = MonthRule.Natural) =>
        string.Join(
            ' ',
            new CutSentence(
                Lists,
                Grammar,
                new CutPeriods(today, today.AddDays(-1), new CutCalendar(DayOfWeek.Monday, rule), () => Lists.Events)
            ).Read(sentence)
        );

    [Theory]
    [InlineData(
        "朝阳近三月夜间施工22到6点按街道",
        "--from 2025-01-28 --to 2025-04-27 --district 朝阳 --issue 夜间施工 --hours 22-6 --by street"
    )]
    [InlineData("海淀区上周露天烧烤按小时", "--period 2025-W17 --district 海淀区 --issue 露天烧烤 --by hour")]
    [InlineData("望京街道2025年3月店外经营按天", "--period 2025-03 --street 望京街道 --issue 店外经营 --by day")]
    [InlineData("丰台、朝阳今年按区、街道前10", "--period 2025 --district 丰台 --district 朝阳 --by district,street --top 10")]
    [InlineData("请统计一下全市近4周的施工扬尘投诉情况，按问题类型", "--from 2025-03-31 --to 2025-04-27 --issue 施工扬尘 --by issue")]
    [InlineData("交办工单本月工作日早高峰按街道", "--period 2025-04 --stream A --day-kind workday --hours 7-9 --by street")]
    [InlineData("直派周末白天按星期", "--stream B --day-kind weekend --hours 6-22 --by weekday")]
    [InlineData("上周重复投诉按点位前20名", "--period 2025-W17 --repeat-only --by place --top 20")]
    [InlineData("关键词「渣土 车」明细", "--keyword \"渣土 车\" --rows")]
    [InlineData("内容含“ABC公司”，近7天", "--from 2025-04-21 --to 2025-04-27 --keyword ABC公司")]
    [InlineData("小区「望京西园」昨天夜间", "--from 2025-04-27 --to 2025-04-27 --place 望京西园 --hours 22-6")]
    [InlineData("八里庄 按月 环比 同比", "--street 八里庄 --by month --measure change --measure year_change")]
    [InlineData("朝阳区油烟 来电人数 各街道", "--district 朝阳区 --issue 油烟 --measure callers --by street")]
    [InlineData("每天22点到次日6点的违建", "--hours 22-6 --issue 违建")]
    [InlineData("二十二点至二十四点 私设地锁", "--hours 22-24 --issue 私设地锁")]
    [InlineData("０点至６点按区", "--hours 0-6 --by district")]
    [InlineData("下午3点到5点按区", "--hours 15-17 --by district")]
    [InlineData("晚上10点到早上6点按区", "--hours 22-6 --by district")]
    [InlineData("早上8点到晚上8点按区", "--hours 8-20 --by district")]
    [InlineData("晚上10点到2点按区", "--hours 22-2 --by district")]
    [InlineData("夜里12点至凌晨5点按区", "--hours 0-5 --by district")]
    [InlineData("2024年度前10街道", "--period 2024 --top 10 --by street")]
    [InlineData("周一到周五按时段", "--weekday 1,2,3,4,5 --by hour")]
    [InlineData("上周 按point", "--period 2025-W17 --by place")]
    [InlineData("星期六、星期日 按小时和街道", "--weekday 6 --weekday 7 --by hour,street")]
    public void A_sentence_reads_as_the_options_that_say_the_same(string sentence, string options) => Assert.Equal(options, Read(sentence));

    [Theory]
    [InlineData("今天", "--from 2025-04-28 --to 2025-04-28")]
    [InlineData("近一周", "--from 2025-04-21 --to 2025-04-27")]
    [InlineData("最近两个月", "--from 2025-02-28 --to 2025-04-27")]
    [InlineData("过去12个月", "--from 2024-04-28 --to 2025-04-27")]
    [InlineData("近半年", "--from 2024-10-28 --to 2025-04-27")]
    [InlineData("近一年", "--from 2024-04-28 --to 2025-04-27")]
    [InlineData("近两季度", "--from 2024-10-28 --to 2025-04-27")]
    [InlineData("本周", "--period 2025-W18")]
    [InlineData("上上周", "--period 2025-W16")]
    [InlineData("上月", "--period 2025-03")]
    [InlineData("上个季度", "--period 2025-Q1")]
    [InlineData("去年", "--period 2024")]
    [InlineData("去年12月", "--period 2024-12")]
    [InlineData("8月", "--period 2024-08")]
    [InlineData("4月", "--period 2025-04")]
    [InlineData("2025年第35周", "--period 2025-W35")]
    [InlineData("第35周", "--period 2024-W35")]
    [InlineData("第17周", "--period 2025-W17")]
    [InlineData("二〇二四年三季度", "--period 2024-Q3")]
    [InlineData("第一季度", "--period 2025-Q1")]
    [InlineData("2024年下半年", "--from 2024-07-01 --to 2024-12-31")]
    [InlineData("上半年", "--from 2025-01-01 --to 2025-06-30")]
    [InlineData("4月1日到4月15日", "--from 2025-04-01 --to 2025-04-15")]
    [InlineData("4月1日至15日", "--from 2025-04-01 --to 2025-04-15")]
    [InlineData("十二月二十日到一月五日", "--from 2024-12-20 --to 2025-01-05")]
    [InlineData("2024年11月到12月", "--from 2024-11-01 --to 2024-12-31")]
    [InlineData("2024年3月到5月", "--from 2024-03-01 --to 2024-05-31")]
    [InlineData("2023年4月28日到5月3日", "--from 2023-04-28 --to 2023-05-03")]
    [InlineData("2024年第10周到第12周", "--from 2024-03-04 --to 2024-03-24")]
    [InlineData("2023年11月到2月", "--from 2023-11-01 --to 2024-02-29")]
    [InlineData("2025-04-01至2025-04-10", "--from 2025-04-01 --to 2025-04-10")]
    [InlineData("3月1日以来", "--from 2025-03-01 --to 2025-04-27")]
    [InlineData("今年以来", "--from 2025-01-01 --to 2025-04-27")]
    public void Times_in_words_are_days_or_named_periods(string words, string options) => Assert.Equal(options, Read(words));

    public static TheoryData<string, string> Understood => Table(SentenceTable.Understood);

    public static TheoryData<string, string> Refused => Table(SentenceTable.Refused);

    private static TheoryData<string, string> Table(string lines)
    {
        var table = new TheoryData<string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries))
            table.Add(line.Split(" | ")[0], line.Split(" | ")[1]);
        return table;
    }

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_sentence_of_the_table_is_understood(string sentence, string options) =>
        Assert.Equal(options, Read(sentence, new DateOnly(2026, 11, 28)));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_sentence_of_the_table_is_refused(string sentence, string code)
    {
        var error = Assert.Throws<OperatorException>(() => Read(sentence, new DateOnly(2026, 11, 28)));
        Assert.Equal((ExitCode.WrongUse, code), (error.Exit, error.Code));
        foreach (var language in (string[])["zh", "en"])
        {
            Assert.NotEmpty(error.Cause(Phrasebook.Load(language)));
            Assert.NotEmpty(error.Remedy(Phrasebook.Load(language)));
        }
    }

    /// <summary>What a line of the words refuses is told in a phrase of its own.</summary>
    [Fact]
    public void Every_refusal_of_the_words_has_its_phrases()
    {
        foreach (var language in (string[])["zh", "en"])
        {
            var phrases = Phrasebook.Load(language);
            Assert.All(
                Grammar.Of("refused"),
                word =>
                {
                    var error = new OperatorException(ExitCode.WrongUse, "cut_refused_" + word.Meaning);
                    Assert.NotEqual(error.Cause(phrases), error.Remedy(phrases));
                }
            );
        }
    }

    [Theory]
    [InlineData("望京上月街道", "“街道”", "按街道")]
    [InlineData("上月热点问题", "“热点问题”", "按热点问题")]
    [InlineData("噪声上月", "“噪声”", "施工噪声")]
    [InlineData("和谐甲家园上月", "“和谐甲家园”", "地点「…」")]
    public void A_refusal_names_the_whole_word_and_what_may_be_said(string sentence, string words, string said)
    {
        var error = Assert.Throws<OperatorException>(() => Read(sentence));
        Assert.Contains(words, error.Cause(Phrasebook.Load("zh")), StringComparison.Ordinal);
        Assert.Contains(said, error.Remedy(Phrasebook.Load("zh")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_the_homes_own_calendar_is_called_by_its_name()
    {
        using var rules = new TempFolder();
        File.WriteAllText(rules.File("events.csv"), "name,from,until\n暑假,2026-07-11,2026-08-31\n");
        var lists = CutLists.Of(rules.Path, null);
        var periods = new CutPeriods(
            new(2026, 11, 28),
            new(2026, 11, 27),
            new CutCalendar(DayOfWeek.Monday, MonthRule.Natural),
            () => lists.Events
        );
        Assert.Equal(
            "--from 2026-07-11 --to 2026-08-31 --issue 夜间施工",
            string.Join(' ', new CutSentence(lists, CutGrammar.Load(lists.Events), periods).Read("暑假期间夜间施工"))
        );
    }

    [Fact]
    public void A_word_that_may_be_a_name_is_told_by_its_place()
    {
        var cause = Assert.Throws<OperatorException>(() => Read("上月王建国投诉")).Cause(Phrasebook.Load("zh"));
        Assert.DoesNotContain("王建国", cause, StringComparison.Ordinal);
        Assert.Contains("3–5", cause, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_options_group_by_a_sentence_may_rank()
    {
        var reader = new CutSentence(
            Lists,
            Grammar,
            new CutPeriods(new(2025, 4, 28), new(2025, 4, 27), new CutCalendar(DayOfWeek.Monday, MonthRule.Natural), () => Lists.Events)
        );
        Assert.Equal("cut_by_missing", Assert.Throws<OperatorException>(() => reader.Read("前10")).Code);
        Assert.Equal("--top 10", string.Join(' ', reader.Read("前10", isGrouped: true)));
        Assert.Equal("--top 10", string.Join(' ', reader.Read("前10", isListed: true)));
        Assert.Equal("--sort complaints", string.Join(' ', reader.Read("投诉排名", isGrouped: true)));
    }

    [Theory]
    [InlineData(DayOfWeek.Sunday, "上周末", "--from 2025-04-26 --to 2025-04-27")]
    [InlineData(DayOfWeek.Sunday, "上周一到周五", "--from 2025-04-21 --to 2025-04-25")]
    [InlineData(DayOfWeek.Monday, "上周一到周五", "--from 2025-04-21 --to 2025-04-25")]
    [InlineData(DayOfWeek.Monday, "上周日", "--from 2025-04-27 --to 2025-04-27")]
    public void Days_of_a_week_are_those_of_the_offices_week(DayOfWeek start, string words, string options) =>
        Assert.Equal(
            options,
            string.Join(
                ' ',
                new CutSentence(
                    Lists,
                    Grammar,
                    new CutPeriods(new(2025, 4, 28), new(2025, 4, 27), new CutCalendar(start, MonthRule.Natural), () => Lists.Events)
                ).Read(words)
            )
        );

    [Fact]
    public void A_month_is_the_offices_month() => Assert.Equal("--from 2025-02-19 --to 2025-04-18", Read("3月到4月", MonthRule.Assessment));

    [Theory]
    [InlineData("朝阴近三月按街道", "“朝阴”", "朝阳")]
    [InlineData("朝阳按街到", "“按街到”", "街道")]
    [InlineData("露天烧考上周", "“露天烧考”", "露天烧烤")]
    [InlineData("望京街到本月", "“街到”", "街道")]
    public void Words_that_nobody_knows_are_named_with_the_nearest(string sentence, string words, string nearest)
    {
        var error = Assert.Throws<OperatorException>(() => Read(sentence));
        Assert.Equal((ExitCode.WrongUse, "cut_words_near"), (error.Exit, error.Code));
        Assert.Contains(words, error.Cause(Phrasebook.Load("zh")), StringComparison.Ordinal);
        Assert.Contains(nearest, error.Remedy(Phrasebook.Load("zh")), StringComparison.Ordinal);
        Assert.Contains("--place", error.Remedy(Phrasebook.Load("zh")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("近三月上周", "cut_two_times")]
    [InlineData("夜间早高峰", "cut_two_hours")]
    [InlineData("第60周", "cut_no_such_time")]
    [InlineData("2月30日", "cut_no_such_time")]
    [InlineData("朝阳'; drop table complaint; --", "cut_words")]
    [InlineData("魑魅上周", "cut_words")]
    [InlineData("到", "cut_words")]
    [InlineData("关键词「没有关上", "cut_refused_keyword")]
    public void What_makes_no_sense_is_refused(string sentence, string code) =>
        Assert.StartsWith(code, Assert.Throws<OperatorException>(() => Read(sentence)).Code, StringComparison.Ordinal);

    [Fact]
    public void A_phone_that_nobody_understands_is_not_repeated()
    {
        var error = Assert.Throws<OperatorException>(() => Read("朝阳13812345678上周"));
        Assert.DoesNotContain("13812345678", error.Cause(Phrasebook.Load("zh")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十四", 24)]
    [InlineData("两", 2)]
    [InlineData("一百二十", 120)]
    [InlineData("二〇二五", 2025)]
    public void Numbers_are_read_in_digits_and_in_Chinese(string text, int number) => Assert.Equal(number, CutGrammar.Number(text));

    [Fact]
    public void Every_dimension_and_measure_has_a_word()
    {
        Assert.Equal(
            Enum.GetValues<CutDimension>().Select(Hotspot.Records.Snake.Code).Order(StringComparer.Ordinal),
            Grammar.Of("by").Select(word => word.Meaning).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            Enum.GetValues<CutMeasure>().Select(Hotspot.Records.Snake.Code).Order(StringComparer.Ordinal),
            Grammar.Of("measure").Select(word => word.Meaning).Distinct().Order(StringComparer.Ordinal)
        );
    }
}

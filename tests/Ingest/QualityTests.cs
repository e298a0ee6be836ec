using System.Text;
using Hotspot.Enrich;
using Hotspot.Ingest;

namespace Hotspot.Tests.Ingest;

/// <summary>What a file's summary says of its own trustworthiness.</summary>
public class QualityTests
{
    private const string Header = "工单编号,来电时间,主要内容,被反映区,被反映街乡镇,小区点位,联系电话\n";
    private static readonly DateTime Monday = new(2025, 4, 21);

    [Fact]
    public void Times_on_full_and_half_hours_are_told_as_heaped()
    {
        var spread = Read(Enumerable.Range(0, 600).Select(i => Row(i, Monday.AddMinutes(i * 7).AddSeconds(i % 50 + 1))));
        var heaped = Read(
            Enumerable.Range(0, 600).Select(i => Row(i, Monday.AddMinutes(i % 3 == 0 ? i * 30 : i * 7).AddSeconds(i % 50 + 1)))
        );

        Assert.InRange(spread.HeapedShare!.Value, 0.02, 0.05);
        Assert.False(spread.TimesHeaped);
        Assert.InRange(heaped.HeapedShare!.Value, 0.3, 0.4);
        Assert.True(heaped.TimesHeaped);
        Assert.Null(Read([Row(1, Monday.AddHours(9))]).HeapedShare);
    }

    /// <summary>A word was said, so the order is not one of a source without a status; it holds until a row states one.</summary>
    [Fact]
    public void A_status_that_the_profile_maps_to_nothing_is_told_as_unknown()
    {
        var reading = Some.Open(
            "工单编号,来电时间,主要内容,被反映区,工单状态\nA-1,2025-04-21 08:00:00,占道,丰台区,未知\nA-2,2025-04-21 08:00:00,占道,丰台区,已结案\nA-3,2025-04-21 08:00:00,占道,丰台区,\n"
        );
        var rows = reading.Outcomes().Select(row => row.Complaint!).ToArray();

        Assert.Equal([null, "办结", null], rows.Select(row => row.Status));
        Assert.Equal(["status_unknown_value", "", ""], rows.Select(row => string.Join('|', row.QualityFlags)));
        Assert.Equal(1, reading.Summary.Flags["status_unknown_value"]);
        var stated = rows[0] with { Status = "办结" };
        Assert.Empty(QualityFlags.Of(stated, EventTime.Choose(stated)));
    }

    [Fact]
    public void Many_rows_with_one_time_are_a_burst_with_its_time_and_count()
    {
        var rows = Enumerable.Range(0, 500).Select(i => Row(i, i % 10 == 0 ? Monday.AddHours(9).AddSeconds(7) : Monday.AddSeconds(i * 61)));

        var summary = Read(rows);

        Assert.Equal(new TimeBurst(Monday.AddHours(9).AddSeconds(7), 50), Assert.Single(summary.Bursts));
        Assert.Empty(Read(Enumerable.Range(0, 500).Select(i => Row(i, Monday.AddSeconds(i * 61)))).Bursts);
    }

    [Fact]
    public void Times_written_to_the_hour_are_neither_heaped_nor_a_burst()
    {
        var hours = Enumerable.Range(0, 600).Select(i => Row(i, Monday.AddHours(9 + i % 3), "yyyy年M月d日 H时"));
        var minutes = Enumerable.Range(1000, 600).Select(i => Row(i, Monday.AddMinutes(1 + i * 7 % 1400), "yyyy-MM-dd HH:mm"));

        var summary = Read([.. hours, .. minutes]);

        Assert.Equal(1200, summary.WithHour);
        Assert.False(summary.TimesHeaped);
        Assert.Equal(Read(minutes).HeapedShare, summary.HeapedShare);
        Assert.Empty(summary.Bursts);
    }

    [Fact]
    public void What_lies_after_the_day_of_the_load_or_long_after_all_else_is_told()
    {
        var rows = Enumerable.Range(0, 400).Select(i => Row(i, Monday.AddHours(i))).Append(Row(999, Monday.AddYears(9))).ToArray();

        Assert.Equal(1, Read(rows).ImplausiblyLate);
        Assert.Equal(1, Read(rows, new DateOnly(2025, 6, 1)).ImplausiblyLate);
        Assert.Equal(401 - 24, Read(rows, new DateOnly(2025, 4, 21)).ImplausiblyLate);
    }

    [Fact]
    public void Duplicates_mended_names_points_phones_and_missing_numbers_are_counted()
    {
        var summary = Read([
            "热线-250421-000001,2025-04-21 08:00:01,占道,丰台,大红门街道办事处,石榴庄路口,138****5678",
            "热线-250421-000001,2025-04-21 08:00:01,占道,丰台区,大红门街道,石榴庄路口,保密",
            ",2025-04-21 08:00:02,噪声,不详,,,13812345678",
        ]);

        Assert.Equal((1, 2, 1, 1), (summary.Duplicates, summary.NamesMended, summary.WithoutId, summary.DistrictUnknown));
        Assert.Equal((2, 1, 1), (summary.WithPoint, summary.Flags["phone_masked"], summary.Flags["phone_withheld"]));
        Assert.Equal(1, summary.GeoFlags["district_unknown"]);
    }

    [Fact]
    public void Districts_streets_and_words_that_no_list_knows_are_told_with_their_rows()
    {
        var text = new StringBuilder("工单编号,来电时间,主要内容,被反映区,被反映街乡镇,工单状态,是否解决\n");
        string[] rows =
        [
            "廊坊市,,办结,解决",
            "廊坊市,大红门街道,奇怪状态,说不清",
            "高新区,不存在街道,奇怪状态,说不清",
            "张小伟,,办结,13812345678",
            "丰台区,望京街道,办结,解决",
            "丰台区,大红门街道,办结,解决",
            ",,办结,解决",
        ];
        foreach (var (i, row) in rows.Index())
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"热线-250421-{i:000000},2025-04-21 08:00:0{i},占道,{row}\n");

        var summary = Summary(text.ToString());

        Assert.Equal((4, 1, 4), (summary.DistrictUnrecognised, summary.DistrictTold, summary.DistrictUnknown));
        Assert.Equal(["廊坊市 2", "××× 1", "高新区 1"], summary.UnknownDistricts.Select(word => $"{word.Word} {word.Rows}"));
        Assert.Equal(2, summary.StreetDropped);
        Assert.Equal(
            ["status 2: 奇怪状态 2", "resolved 3: 说不清 2, 138×××××××× 1"],
            summary.Unmapped.Select(one =>
                $"{one.Field} {one.Rows}: {string.Join(", ", one.Words.Select(word => $"{word.Word} {word.Rows}"))}"
            )
        );
    }

    [Fact]
    public void Words_beyond_some_hundreds_are_counted_and_not_kept()
    {
        var tally = new WordTally();
        for (var i = 0; i < 2 * WordTally.Most; i++)
            tally.Add($"某地{i}");
        tally.Add("某地0");
        Assert.Equal(2 * WordTally.Most + 1, tally.Rows);
        Assert.Equal(WordTally.Most, tally.Frequent(int.MaxValue).Count);
        Assert.Equal(new WordCount("某地0", 2), tally.Frequent(1)[0]);
    }

    [Fact]
    public void Coordinates_of_another_city_are_counted_as_outside()
    {
        var reading = Some.Open(
                Encoding.UTF8.GetBytes(
                    "Unique Key,Created Date,Complaint Type,Descriptor,Borough,Longitude,Latitude\n1,04/21/2025 08:00:01 AM,Noise,Loud,BRONX,116.4,39.9\n"
                )
            )
            .With(Some.Callers, 1, new Derivation(CityReference.Of(Some.Profiles["nyc-311"])).Of);
        foreach (var _ in reading.Outcomes()) { }

        Assert.Equal(
            (1, 0, 1),
            (reading.Summary.WithCoordinate, reading.Summary.WithPoint, reading.Summary.GeoFlags["coordinate_outside_city"])
        );
    }

    [Fact]
    public void Counting_repeats_ends_where_memory_would_not()
    {
        var tally = new IdTally();
        for (var i = 0; i < IdTally.Most; i++)
            tally.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        tally.Add("7");
        Assert.Equal(1, tally.Duplicates);
        tally.Add("又一个");
        Assert.Null(tally.Duplicates);
    }

    [Fact]
    public void The_summary_is_the_same_on_any_number_of_threads()
    {
        var rows = Enumerable.Range(0, 3000).Select(i => Row(i % 2500, Monday.AddSeconds(i * 61))).ToArray();

        Assert.Equal(Describe(Read(rows, threads: 1)), Describe(Read(rows, threads: 4)));
    }

    private static string Describe(FileSummary s) =>
        $"{s.Read} {s.WithPoint} {s.Duplicates} {s.NamesMended} {s.HeapedShare} {string.Join(',', s.Flags)} {string.Join(',', s.GeoFlags)}";

    private static string Row(int n, DateTime at, string format = "yyyy-MM-dd HH:mm:ss") =>
        $"热线-250421-{n:000000},{at.ToString(format, System.Globalization.CultureInfo.InvariantCulture)},市民反映占道经营,丰台区,大红门街道,石榴庄路口,13812345678";

    private static FileSummary Read(IEnumerable<string> rows, DateOnly? loadedOn = null, int threads = 2) =>
        Summary(Header + string.Join('\n', rows) + "\n", loadedOn, threads);

    private static FileSummary Summary(string text, DateOnly? loadedOn = null, int threads = 2)
    {
        var reading = Some.Open(Encoding.UTF8.GetBytes(text)).With(Some.Callers, threads, Derivation.Value.Of, loadedOn);
        foreach (var _ in reading.Outcomes()) { }
        return reading.Summary;
    }

    private static readonly Lazy<Derivation> Derivation = new(() => new Derivation(CityReference.Of(Some.Profiles["beijing-12345"])));
}

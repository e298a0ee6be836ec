using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Tests.Ingest;

public class TimeReadingTests
{
    /// <summary>Written, read as, to which precision.</summary>
    public static TheoryData<string, string, TimePrecision> Writings { get; } =
        new()
        {
            { "2025-03-01 15:20:05", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01 15:20:05.7", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01T15:20:05.000", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01T07:20:05Z", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01T15:20:05+08:00", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-02-28T23:20:05-0800", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025/3/1 8:05", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "2025.3.1 8:05:09", "2025-03-01 08:05:09", TimePrecision.Second },
            { "20250301152005", "2025-03-01 15:20:05", TimePrecision.Second },
            { "202503011520", "2025-03-01 15:20:00", TimePrecision.Minute },
            { "20250301", "2025-03-01 00:00:00", TimePrecision.Day },
            { "03/01/2025 02:20:05 PM", "2025-03-01 14:20:05", TimePrecision.Second },
            { "03/01/2025 12:00:01 AM", "2025-03-01 00:00:01", TimePrecision.Second },
            { "12/31/2024 12:19:00 PM", "2024-12-31 12:19:00", TimePrecision.Second },
            { "2025年3月1日 下午3时20分", "2025-03-01 15:20:00", TimePrecision.Minute },
            { "2025年3月1日下午3时", "2025-03-01 15:00:00", TimePrecision.Hour },
            { "2025年3月1日 上午12时05分", "2025-03-01 00:05:00", TimePrecision.Minute },
            { "2025年3月1日 晚上10点半", "2025-03-01 22:30:00", TimePrecision.Minute },
            { "2025年3月1日 晚上12点", "2025-03-01 23:59:59", TimePrecision.Hour },
            { "2025年3月1日 夜间11点", "2025-03-01 23:00:00", TimePrecision.Hour },
            { "2025年03月01日15时20分05秒", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025/3/1 星期六 8:05", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "２０２５－０３－０１　１５：２０：０５", "2025-03-01 15:20:05", TimePrecision.Second },
            { "'2025-03-01 15:20:05", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01\n15:20:05", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01 08", "2025-03-01 08:00:00", TimePrecision.Hour },
            { "2025-03-01", "2025-03-01 00:00:00", TimePrecision.Day },
            { "2025-03-01 00:00:00", "2025-03-01 00:00:00", TimePrecision.Day },
            { "2025-03-01 24:00:00", "2025-03-01 23:59:59", TimePrecision.Second },
            { "45717.5", "2025-03-01 12:00:00", TimePrecision.Minute },
            { "45717", "2025-03-01 00:00:00", TimePrecision.Day },
            { "2025-03-01 08:30:00", "2025-03-01 08:30:00", TimePrecision.Second },
            { "2025-03-01 08:30", "2025-03-01 08:30:00", TimePrecision.Minute },
            { "2025-03-01 15:00:00", "2025-03-01 15:00:00", TimePrecision.Second },
            { "20250301150000", "2025-03-01 15:00:00", TimePrecision.Second },
            { "2025030115", "2025-03-01 15:00:00", TimePrecision.Hour },
            { "2025年3月1日 下午3点", "2025-03-01 15:00:00", TimePrecision.Hour },
            { "03/01/2025 03:00:00 PM", "2025-03-01 15:00:00", TimePrecision.Second },
            { "2025-03-01T07:00Z", "2025-03-01 15:00:00", TimePrecision.Minute },
            { "2025-02-28T16:00Z", "2025-03-01 00:00:00", TimePrecision.Day },
            { "2025-03-01 24:00", "2025-03-01 23:59:59", TimePrecision.Minute },
            { "2025年3月1日 上午12时", "2025-03-01 00:00:00", TimePrecision.Day },
            { "45717.354166666664", "2025-03-01 08:30:00", TimePrecision.Minute },
            { "45717.354305555556", "2025-03-01 08:30:12", TimePrecision.Second },
            { "2025-03-01 08:05-09:00", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "2025-03-01 23:05:00 - 23:30:00", "2025-03-01 23:05:00", TimePrecision.Second },
            { "2025-03-01 08:05至09:00", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "2025年3月1日8时5分—9时10分", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "20250301 08:05:07", "2025-03-01 08:05:07", TimePrecision.Second },
            { "20250301T080507", "2025-03-01 08:05:07", TimePrecision.Second },
            { "20250301 0805", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "20250301T000507Z", "2025-03-01 08:05:07", TimePrecision.Second },
            { "2025-03-01 周六 08:05", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "2025年3月1日星期六 08:05", "2025-03-01 08:05:00", TimePrecision.Minute },
            { "1740813605000", "2025-03-01 15:20:05", TimePrecision.Second },
            { "2025-03-01（周六）08:05", "2025-03-01 08:05:00", TimePrecision.Minute },
        };

    [Theory]
    [MemberData(nameof(Writings))]
    public void Every_way_of_writing_a_time_is_read(string written, string expected, TimePrecision precision)
    {
        var read = TimeReading.Read(Cell.Of(written), Some.Beijing);

        Assert.Equal(DateTime.Parse(expected), read?.At);
        Assert.Equal(precision, read?.Precision);
    }

    [Theory]
    [InlineData("21:35", "2025-08-09 21:35:00", TimePrecision.Minute)]
    [InlineData("8:05:09", "2025-08-09 08:05:09", TimePrecision.Second)]
    [InlineData("下午3时20分", "2025-08-09 15:20:00", TimePrecision.Minute)]
    [InlineData("21时", "2025-08-09 21:00:00", TimePrecision.Hour)]
    [InlineData("9", "2025-08-09 09:00:00", TimePrecision.Hour)]
    [InlineData("2025-08-09 21:35", "2025-08-09 21:35:00", TimePrecision.Minute)]
    public void A_time_of_day_in_a_column_of_its_own_is_on_its_day(string clock, string expected, TimePrecision precision)
    {
        var read = TimeReading.At(new DateTime(2025, 8, 9), Cell.Of(clock), Some.Beijing);

        Assert.Equal((DateTime.Parse(expected), precision), (read!.Value.At, read.Value.Precision));
    }

    [Fact]
    public void A_time_of_day_may_be_Excels_part_of_a_day_or_an_hour_and_no_other_day()
    {
        ReadTime? At(Cell clock) => TimeReading.At(new DateTime(2025, 8, 9), clock, Some.Beijing);

        Assert.Equal(new DateTime(2025, 8, 9, 21, 36, 0), At(Cell.Of(0.9))?.At);
        Assert.Equal(new DateTime(2025, 8, 9, 21, 0, 0), At(Cell.Of(21))?.At);
        Assert.All([Cell.Of(24), Cell.Of("25:70"), Cell.Of("上班前"), Cell.Of("2025-08-10 21:35")], clock => Assert.Null(At(clock)));
    }

    [Fact]
    public void Day_and_clock_of_the_call_in_two_columns_are_one_time()
    {
        const string Header = "工单编号,来电日期,来电钟点,主要内容,被反映区,被反映街乡镇\n";
        var rows = Some.Read(
            $"{Header}A-1,2025-04-21,21:35,占道,丰台区,马家堡街道\nA-2,2025-04-21,晚饭后,占道,丰台区,马家堡街道\nA-3,2025-04-21,,占道,丰台区,马家堡街道\n"
        );

        Assert.Equal(
            [
                (new DateTime(2025, 4, 21, 21, 35, 0), TimePrecision.Minute),
                (new(2025, 4, 21), TimePrecision.Day),
                (new(2025, 4, 21), TimePrecision.Day),
            ],
            rows.Select(row => (row.Complaint!.CalledAt!.Value, row.Complaint.CalledPrecision!.Value))
        );
        Assert.Equal(["", "called_clock_unreadable", ""], rows.Select(row => string.Join('|', row.Complaint!.QualityFlags)));
    }

    [Theory]
    [InlineData("2025-02-30 10:00:00")]
    [InlineData("2025-13-01")]
    [InlineData("25-3-1 8:05")]
    [InlineData("2025-03-01 25:00:00")]
    [InlineData("2025-03-01 10:61:00")]
    [InlineData("01/01/1900 12:00:00 AM")]
    [InlineData("昨天下午")]
    [InlineData("13812345678")]
    [InlineData("2025-03-01 15:20:05 左右")]
    [InlineData("")]
    public void What_is_no_time_is_absent(string written) => Assert.Null(TimeReading.Read(Cell.Of(written), Some.Beijing));

    [Theory]
    [InlineData("2025-04-21 25:61")]
    [InlineData("2025-04-21 10:61:00")]
    [InlineData("2025/4/21 下午")]
    [InlineData("2025年4月21日晚")]
    [InlineData("2025-04-21 15:20:05 左右")]
    [InlineData("2025-04-21 --:--")]
    [InlineData("2025-04-21T25:00:00")]
    [InlineData("2025-04-21（周一）白天")]
    [InlineData("04/21/2025 13:75 PM")]
    [InlineData("20250421256100")]
    [InlineData("202504212561")]
    [InlineData("２０２５－０４－２１　２５：６１")]
    public void A_clock_that_says_nothing_leaves_the_day(string written)
    {
        Assert.Null(TimeReading.Read(Cell.Of(written), Some.Beijing));
        Assert.Equal(new ReadTime(new DateTime(2025, 4, 21), TimePrecision.Day), TimeReading.DayOf(Cell.Of(written), Some.Beijing));
    }

    [Theory]
    [InlineData("2025-02-30 25:61")]
    [InlineData("2025-04-21 至 2025-04-25")]
    [InlineData("2025年4月21日至25日")]
    [InlineData("2025-04-21 04/22")]
    [InlineData("2025-04-21 20250422")]
    [InlineData("2025-04-21T25:00:00Z")]
    [InlineData("2025-04-21T22:00:00+99:00")]
    [InlineData("2025-04-21-000123")]
    [InlineData("2025-04-210001")]
    [InlineData("1900-01-01 25:61")]
    [InlineData("20250421000123456")]
    [InlineData("13812345678")]
    [InlineData("昨天下午")]
    public void Where_the_day_is_not_one_alone_there_is_none(string written) =>
        Assert.Null(TimeReading.DayOf(Cell.Of(written), Some.Beijing));

    [Fact]
    public void A_row_with_a_bad_clock_counts_on_its_day_and_is_told()
    {
        const string Header = "工单编号,来电时间,派发时间,主要内容,被反映区,被反映街乡镇\n";
        var reading = Some.Open(
            $"{Header}A-1,2025-04-21 25:61,2025-04-22 08:00:00,占道,丰台区,马家堡街道\nA-2,2025-04-21 08:00:00,2025-04-21 下午,占道,丰台区,马家堡街道\nA-3,昨天 25:61,,占道,丰台区,马家堡街道\n"
        );
        var rows = reading.Outcomes().ToArray();

        Assert.Equal([new DateTime(2025, 4, 21), new(2025, 4, 21, 8, 0, 0)], rows[..2].Select(row => row.Complaint!.CalledAt!.Value));
        Assert.Equal(TimePrecision.Day, EventTime.Choose(rows[0].Complaint!).Precision);
        Assert.Equal(["called_clock_unreadable", "time_day_only"], Some.Flags(rows[0]));
        Assert.Equal(["dispatched_clock_unreadable"], Some.Flags(rows[1]));
        Assert.Equal(RejectReason.NoUsableTime, rows[2].Rejected!.Reason);
        Assert.Equal(2, reading.Summary.ClocksUnreadable);
    }

    [Fact]
    public void A_bad_clock_is_no_longer_told_once_the_hour_is_known()
    {
        var bad = Assert.Single(Some.Read("工单编号,来电时间,主要内容,被反映区\nA-1,2025-04-21 25:61,占道,丰台区\n")).Complaint!;
        var mended = bad with { CalledAt = new DateTime(2025, 4, 21, 8, 0, 0), CalledPrecision = TimePrecision.Second };

        Assert.Empty(QualityFlags.Of(mended, EventTime.Choose(mended)));
    }

    /// <summary>Of a typed date the number format tells what is shown; a value that says more than its format is as precise as it is.</summary>
    [Theory]
    [InlineData("2025-03-01 08:30:00", TimePrecision.Second, TimePrecision.Second)]
    [InlineData("2025-03-01 08:30:00", TimePrecision.Minute, TimePrecision.Minute)]
    [InlineData("2025-03-01 08:30:00", TimePrecision.Hour, TimePrecision.Minute)]
    [InlineData("2025-03-01 08:00:00", TimePrecision.Hour, TimePrecision.Hour)]
    [InlineData("2025-03-01 08:30:12", TimePrecision.Minute, TimePrecision.Second)]
    [InlineData("2025-03-01 08:30:12", TimePrecision.Day, TimePrecision.Second)]
    [InlineData("2025-03-01 08:00:00", TimePrecision.Day, TimePrecision.Minute)]
    [InlineData("2025-03-01 00:00:00", TimePrecision.Second, TimePrecision.Day)]
    public void A_typed_date_is_as_precise_as_its_number_format_and_its_value(string at, TimePrecision shown, TimePrecision expected) =>
        Assert.Equal(expected, TimeReading.Read(Cell.Of(DateTime.Parse(at), shown), Some.Beijing)?.Precision);

    /// <summary>Midnight apart, which is a date, a time is exactly as precise as it was written.</summary>
    [Fact]
    public void No_time_is_finer_than_it_was_written()
    {
        (string Format, TimePrecision Written)[] formats =
        [
            ("yyyy-MM-dd HH:mm:ss", TimePrecision.Second),
            ("yyyyMMddHHmmss", TimePrecision.Second),
            ("MM/dd/yyyy hh:mm:ss tt", TimePrecision.Second),
            ("yyyy-MM-dd'T'HH:mm:ss.fff", TimePrecision.Second),
            ("yyyy/M/d H:mm", TimePrecision.Minute),
            ("yyyyMMddHHmm", TimePrecision.Minute),
            ("yyyy年M月d日 H时m分", TimePrecision.Minute),
            ("yyyy-MM-dd HH", TimePrecision.Hour),
            ("yyyyMMddHH", TimePrecision.Hour),
            ("yyyy年M月d日 H时", TimePrecision.Hour),
            ("yyyy-MM-dd", TimePrecision.Day),
            ("yyyy年M月d日", TimePrecision.Day),
        ];
        for (var minute = 0; minute < 1440; minute += 15)
        {
            foreach (var (format, written) in formats)
            {
                var text = new DateTime(2024, 2, 29).AddMinutes(minute).ToString(format, System.Globalization.CultureInfo.InvariantCulture);
                var read = TimeReading.Read(Cell.Of(text), Some.Beijing)!.Value;
                Assert.Equal(read.At.TimeOfDay == TimeSpan.Zero ? TimePrecision.Day : written, read.Precision);
            }
        }
    }

    [Theory]
    [InlineData("08:30", "2025-03-01 08:30:40", false)]
    [InlineData("下午3时", "2025-03-01 15:40:00", false)]
    [InlineData("", "2025-03-01 15:40:00", false)]
    [InlineData("08:30", "2025-03-01 08:31:00", true)]
    [InlineData("下午3时", "2025-03-01 16:00:00", true)]
    public void A_dispatch_is_before_the_call_only_as_far_as_both_are_written(string dispatched, string called, bool flagged)
    {
        var row = $"来电时间,派发时间,{Some.CityHeader}\n{called},2025年3月1日 {dispatched},{Some.CityRow()}\n";

        Assert.Equal(flagged, Some.Flags(Assert.Single(Some.Read(row))).Contains("dispatched_before_called"));
    }

    [Fact]
    public void Local_times_keep_their_clock_where_the_profile_says_so()
    {
        var local = Some.Beijing with { OffsetsToBeijing = false };

        Assert.Equal(new DateTime(2025, 3, 1, 7, 20, 5), TimeReading.Read(Cell.Of("2025-03-01T07:20:05Z"), local)?.At);
    }

    [Fact]
    public void Serial_days_and_workbook_times_are_rounded_to_the_second()
    {
        var nine = new DateTime(2025, 3, 1, 9, 0, 0);

        Assert.Equal(nine, TimeReading.Read(Cell.Of(nine.ToOADate()), Some.Beijing)?.At);
        Assert.Equal(nine, TimeReading.Read(Cell.Of(nine.AddTicks(-7)), Some.Beijing)?.At);
    }

    [Fact]
    public void Every_second_of_a_day_survives_the_way_through_each_format()
    {
        string[] formats = ["yyyy-MM-dd HH:mm:ss", "yyyyMMddHHmmss", "MM/dd/yyyy hh:mm:ss tt", "yyyy年M月d日 H时m分s秒", "yyyy/M/d H:m:s"];
        for (var second = 1; second < 86400; second += 61)
        {
            var at = new DateTime(2024, 2, 29).AddSeconds(second);
            foreach (var format in formats)
            {
                var written = at.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(at, TimeReading.Read(Cell.Of(written), Some.Beijing)?.At);
            }
        }
    }

    [Fact]
    public void The_time_of_the_call_stands_before_dispatch_registration_and_order_date()
    {
        var (called, dispatched, registered) = (
            new DateTime(2025, 3, 1, 8, 5, 9),
            new DateTime(2025, 3, 1, 9, 0, 1),
            new DateTime(2025, 3, 1, 10, 0, 1)
        );
        var order = new DateOnly(2025, 2, 28);

        Assert.Equal((called, TimeFrom.Called), Choice(called, dispatched, registered, order));
        Assert.Equal((dispatched, TimeFrom.Dispatched), Choice(null, dispatched, registered, order));
        Assert.Equal((registered, TimeFrom.Registered), Choice(null, null, registered, order));
        Assert.Equal((order.ToDateTime(default), TimeFrom.OrderId), Choice(null, null, null, order));
        Assert.Null(EventTime.Choose(null, null, null, null).OccurredAt);
    }

    [Fact]
    public void Midnight_to_the_second_is_a_date_and_counts_in_no_hour()
    {
        var choice = EventTime.Choose(Time(new DateTime(2025, 3, 1)), Time(new DateTime(2025, 3, 1, 9, 0, 1)), null, null);

        Assert.Equal(TimePrecision.Day, choice.Precision);
    }

    private static (DateTime?, TimeFrom?) Choice(DateTime? called, DateTime? dispatched, DateTime? registered, DateOnly? order)
    {
        var choice = EventTime.Choose(Time(called), Time(dispatched), Time(registered), order);
        return (choice.OccurredAt, choice.From);
    }

    private static ReadTime? Time(DateTime? at) => ReadTime.Of(at, null);
}

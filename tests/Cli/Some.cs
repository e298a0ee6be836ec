using Hotspot.Calendar;
using Hotspot.Geo;
using Hotspot.Grouping;
using Hotspot.Grouping.Cuts;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Reports.Model;
using Hotspot.Runs;
using Hotspot.Runs.Cuts;
using Hotspot.Settings;

namespace Hotspot.Tests.Cli;

/// <summary>Results as a run would give them.</summary>
internal static class Some
{
    public static FileAllowance Allowance(
        long complaints = 97,
        long withHour = 97,
        long withCallTime = 97,
        long withCoordinate = 40,
        long withPlace = 60,
        long withCallerKey = 90,
        long districtUnknown = 5
    ) =>
        new(
            complaints,
            withHour,
            withCallTime,
            withCoordinate,
            withPlace,
            withCallerKey,
            districtUnknown,
            new DateOnly(2025, 4, 21),
            new DateOnly(2025, 4, 27)
        );

    /// <summary>100 rows read: 90 inserted, 4 updated, 3 unchanged, 3 rejected.</summary>
    public static FileResult File(string name = "四月.csv", FileAllowance? allowance = null, FileQuality? quality = null) =>
        new(
            name,
            new string('a', 64),
            "beijing-12345",
            100,
            90,
            4,
            3,
            3,
            allowance ?? Allowance(),
            [new("工单编号", "complaint_id"), new("备用列", null)],
            [
                new RejectedRow(name, 17, "来电时间", RejectReason.NoUsableTime, "被遮盖的诉求内容"),
                new RejectedRow(name, 12, "来电时间", RejectReason.NoUsableTime, "被遮盖的诉求内容"),
            ],
            [new("说明", 3)],
            quality ?? Quality(),
            new FileLayout("工单", 2, null, null, ["办理结果"], ["怪列"], ["附表"])
        )
        {
            Coordinates = new CoordinateFinding(CoordinateSystem.Gcj02, null, 12, 1, 0, 40, null),
        };

    public static FileQuality Quality(bool heaped = false, long late = 0, long digits = 0, params TimeBurst[] bursts) =>
        new(
            97,
            97,
            90,
            5,
            12,
            heaped ? 0.4124 : 0.0331,
            heaped,
            [.. bursts.DefaultIfEmpty(new TimeBurst(new DateTime(2025, 4, 21, 9, 0, 7), 30))],
            4,
            late,
            6 + digits,
            digits,
            2,
            3,
            1,
            1,
            [new FlagCount("id_missing", 6)],
            [new FlagCount("district_unknown", 5)]
        )
        {
            UnknownDistricts = [new WordCount("廊坊市", 1)],
            Unmapped = [new UnmappedField("status", 1, [new WordCount("奇怪状态", 1)])],
        };

    public static LoadResult Load(params FileResult[] files) => new(files, "g1a2b3", Changed: true, GateFailed: false);

    public static ReportResult Report(Home home, PeriodKind kind)
    {
        var period = kind == PeriodKind.Weekly ? Period.OfWeek(new Week(2025, 17)) : Period.OfMonth(2025, 4, MonthRule.Natural);
        var folder = Path.Combine(home.Published, Snake.Code(kind), period.Name);
        return new ReportResult(
            period,
            folder,
            Path.Combine(folder, "材料.docx"),
            Path.Combine(folder, "材料.xlsx"),
            Path.Combine(folder, "材料.html"),
            [Path.Combine(folder, "charts", "hours.png")],
            ["22—24时为夜间施工扰民高峰。"],
            12345,
            9876,
            "g1a2b3"
        );
    }

    /// <summary>312 complaints of April in two streets.</summary>
    public static CutResult Cut()
    {
        var filter = new CutFilter(new DaySpan(new DateOnly(2025, 4, 1), new DateOnly(2025, 5, 1)));
        var question = new CutQuestion(filter, null, [], null, [CutMeasure.Complaints], null, null, null, false);
        return new CutResult(
            new CutAnswer(
                question,
                filter.Days,
                new DateOnly(2025, 4, 1),
                new DateOnly(2025, 4, 27),
                null,
                null,
                null,
                [],
                2,
                null,
                [],
                0,
                new CutTotals(312, 280, null, null, null, null, null)
            ),
            "时间：2025年4月1日—2025年4月30日",
            ["诉求含剔除件。"],
            "数据截至2025年4月27日",
            "hotspot cut --period 2025-04 --by street",
            new ReportTable(
                "cut",
                1,
                "按街道统计的诉求量",
                "数据",
                [new("street", "街道", CellFormat.Text), new("complaints", "诉求（件）", CellFormat.Count)],
                [
                    ["望京街道", 300L],
                    ["=危险[red]街道", 12L],
                ]
            ),
            "符合条件的诉求共312件、事件280起。",
            2,
            "g1a2b3",
            null,
            null,
            null,
            false,
            null
        );
    }

    public static StatusResult Status(string home, bool initialised, int inbox = 0, string? generation = null) =>
        new(
            home,
            initialised,
            "某区城管委",
            City: generation is null ? null : "beijing",
            FirstOn: generation is null ? null : new DateOnly(2025, 4, 1),
            LastOn: generation is null ? null : new DateOnly(2025, 4, 27),
            Complaints: 97,
            Incidents: 80,
            FilesLoaded: 1,
            RowsRead: 100,
            RowsRejected: 3,
            DaysBehind: generation is null ? null : 1,
            generation,
            [.. Enumerable.Range(1, inbox).Select(i => $"导出{i}.csv")],
            Bulletins: [],
            Busy: false
        );
}

using Hotspot.Reports.Model;

namespace Hotspot.Tests.Outputs;

/// <summary>Charts of the example bulletin; their numbers are invented.</summary>
internal static class ExampleCharts
{
    private const string Source = "来源：12345派单；n=3,982件；数据截至2025-04-27";

    public static TrendChart Trend() =>
        new(
            "trend",
            1,
            "近六周每日诉求量",
            "本周4月25日达689件，高于控制上限612件，为近六周最高",
            "来源：12345派单；n=23,114件；数据截至2025-04-27",
            [
                .. Enumerable
                    .Range(0, 42)
                    .Select(i =>
                    {
                        var day = new DateOnly(2025, 3, 17).AddDays(i);
                        var value = 520 + 60 * Math.Sin(i * 0.9) + (i % 7 >= 5 ? -70 : 10) + (i == 39 ? 120 : 0);
                        return new TrendPoint(day, day.ToString("M月d日"), Math.Round(value), i >= 35);
                    }),
            ],
            521,
            430,
            612,
            "诉求量（件/日）",
            "均值521",
            "控制限"
        )
        {
            CutLabel = "（纵轴不从0起）",
        };

    public static CurveChart Curves() =>
        new(
            "day_curve",
            7,
            "一日走势",
            "一日之中最多：工作日22—23时；周末22—23时；节假日15—16时",
            Source,
            [
                new(
                    "工作日",
                    [.. Enumerable.Range(0, 24).Select(hour => Math.Round(5 + 12 * Bell(hour, 9.5, 4) + 16 * Bell(hour, 22.4, 2), 1))]
                ),
                new(
                    "周末",
                    [.. Enumerable.Range(0, 24).Select(hour => Math.Round(4 + 6 * Bell(hour, 10.5, 5) + 14.5 * Bell(hour, 22.4, 2), 1))]
                ),
                new("节假日", [.. Enumerable.Range(0, 24).Select(hour => Math.Round(3 + 8 * Bell(hour, 15.2, 9), 1))]),
            ],
            "每日每小时诉求量（件，均值）"
        );

    private static double Bell(int hour, double middle, double width) => Math.Exp(-Math.Pow(hour - middle, 2) / width);

    public static ParetoChart Pareto()
    {
        (string Name, double Value)[] issues =
        [
            ("无照经营", 1204),
            ("店外经营", 903),
            ("夜间施工扰民", 812),
            ("施工扬尘", 455),
            ("露天烧烤", 401),
            ("非法小广告", 203),
            ("其他", 4),
        ];
        return new(
            "issues",
            8,
            "诉求事项的集中程度",
            "前4类事项合计占全部诉求的84.7%",
            Source,
            [.. issues.Select((issue, i) => new Bar(issue.Name, issue.Value, $"{issue.Value}件", Strong: i < 4))],
            3982,
            0.8,
            "柱：诉求量（件）　线：累计占比",
            "累计80%"
        );
    }

    public static GroupChart Compared() =>
        new(
            "issue_changes",
            9,
            "各事项本期与上期、上年同期比较",
            "较上期显著变化：夜间施工扰民增加",
            Source,
            ["本期", "上期", "上年同期"],
            [
                new("无照经营", [1204, 1109, 1350], false),
                new("店外经营", [903, 892, null], false),
                new("夜间施工扰民", [812, 670, 640], true),
                new("施工扬尘", [455, 471, 0], false),
            ],
            "诉求量（件）"
        );

    /// <summary>Bars against a line that they should reach.</summary>
    public static BarChart Callbacks() =>
        new(
            "callbacks",
            10,
            "各区回访率与20%要求",
            "1个区回访率不足20%：延庆区",
            Source,
            [new("朝阳区", 0.279, "27.9%（55/197件）"), new("延庆区", 0.125, "12.5%（1/8件）", Strong: true)],
            "回访率"
        )
        {
            Target = 0.2,
            TargetLabel = "要求20%",
            Format = CellFormat.Percent1,
        };
}

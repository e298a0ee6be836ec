using Hotspot.Language;
using Hotspot.Outputs;
using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Hotspot.Tests.Outputs;

/// <summary>
/// A bulletin with every kind of block, chart and cell. Its numbers are invented; its districts are Voronoi cells round rough centres
/// of the 16 districts, cut to a rectangle: the shapes of a map without a map's licence.
/// </summary>
internal static class Examples
{
    public const string Injection = "=HYPERLINK(\"x\",\"点我\")";
    public const string Markup = "</script><script>alert(1)</script>";

    private static readonly (string Name, double Longitude, double Latitude, double Count)[] Centres =
    [
        ("东城区", 116.416, 39.928, 212),
        ("西城区", 116.366, 39.912, 198),
        ("朝阳区", 116.486, 39.958, 801),
        ("丰台区", 116.287, 39.858, 512),
        ("石景山区", 116.195, 39.914, 61),
        ("海淀区", 116.298, 40.02, 605),
        ("门头沟区", 115.85, 39.98, 40),
        ("房山区", 115.9, 39.7, 160),
        ("通州区", 116.72, 39.8, 402),
        ("顺义区", 116.72, 40.15, 151),
        ("昌平区", 116.2, 40.22, 320),
        ("大兴区", 116.42, 39.66, 301),
        ("怀柔区", 116.55, 40.62, 30),
        ("平谷区", 117.12, 40.2, 28),
        ("密云区", 117.0, 40.5, 33),
        ("延庆区", 116.1, 40.52, 19),
    ];

    public static readonly MapLayer Rough = RoughDistricts();

    public static Bulletin Bulletin(MapLayer? borders = null) => Make(borders ?? Rough);

    private static Bulletin Make(MapLayer districts) =>
        new(
            new BulletinHead(
                "北京市城市管理综合行政执法局",
                "城管诉求周报",
                "初稿",
                "2025年第17周（4月21日—4月27日）",
                "数据截至2025年4月27日24时",
                new DateOnly(2025, 4, 27),
                ["初稿", "演示数据"],
                "城管诉求周报_2025年第17周_初稿"
            ),
            [Findings(), Overview(), Hours(), Areas(districts), Points(districts), Closing(districts)],
            Figures,
            districts,
            Labels()
        );

    private static Dictionary<string, string> Labels() =>
        new(PageLabels.Of(Phrasebook.Load("zh")))
        {
            ["figure.key.complaints"] = "受理诉求",
            ["figure.key.change"] = "环比",
            ["figure.key.peak"] = "夜间施工高峰",
            ["figure.key.hotspots"] = "高发点位",
        };

    public static readonly IReadOnlyList<Figure> Figures =
    [
        new("key.complaints", 3982, "件", "3,982件", "overview.sql", "2025-04-21..2025-04-27"),
        new("key.change", 0.043, "%", "+4.3%", "overview.sql", "环比"),
        new("key.peak", null, "时", "22—24时", "peak_windows", "夜间施工扰民"),
        new("key.hotspots", 7, "处", "7处", "points", "is_hot"),
        new("night.share", 0.431, "%", "43.1%", "peak_hours.sql", "issue=夜间施工扰民"),
        new("point.1.complaints", 61, "件", "61件", "points", "rank=1"),
        new("suppressed", null, "件", "不足5件", "areas", Injection),
    ];

    private static Section Findings() =>
        new(
            "findings",
            "本期要点",
            [
                Finding(
                    new Span("本周共受理城管类诉求"),
                    new Span("3,982件", "key.complaints", Strong: true),
                    new Span("，环比"),
                    new Span("+4.3%", "key.change"),
                    new Span("，变化显著（见表1）。")
                ),
                Finding(
                    new Span("夜间施工扰民高峰在"),
                    new Span("22—24时", "key.peak", Strong: true),
                    new Span("，两小时占该类诉求的"),
                    new Span("43.1%", "night.share"),
                    new Span("，为全天平均的5.2倍（见图2）。")
                ),
                Finding(
                    new Span("丰台区大红门街道石榴庄二期工地周边60米内，54人反映"),
                    new Span("61件", "point.1.complaints", Strong: true),
                    new Span("，持续5日，上周同处3件，判定为新增热点（见表3、图5）。")
                ),
            ]
        );

    private static Paragraph Finding(params Span[] spans) => new(new Prose(spans), ParagraphKind.Finding);

    private static Section Overview() =>
        new(
            "overview",
            "一、总体情况",
            [
                new Paragraph(
                    new Prose([
                        new Span("本周（4月21日—27日）共受理城管类诉求"),
                        new Span("3,982件", "key.complaints"),
                        new Span("，日均569件，环比上升"),
                        new Span("4.3%", "key.change"),
                        new Span("；其中直派街道3,210件，占80.6%。店外经营环比增加11件，变化不显著。"),
                    ])
                ),
                new TableBlock(IssueTable()),
                new ChartBlock(ExampleCharts.Trend()),
                new ChartBlock(ExampleCharts.Pareto()),
                new ChartBlock(ExampleCharts.Compared()),
                new SubHeading("（一）同口径说明"),
                new Paragraph(Prose.Of("上年同期数据未导入，本期不作同比。"), ParagraphKind.Note),
            ]
        );

    public static ReportTable IssueTable() =>
        new(
            "issues",
            1,
            "诉求分类情况",
            "诉求分类",
            [
                new("issue", "类别", CellFormat.Text, 2),
                new("complaints", "诉求量（件）", CellFormat.Count),
                new("incidents", "事件（起）", CellFormat.Count),
                new("share", "占比", CellFormat.Percent1),
                new("previous_change", "环比", CellFormat.SignedPercent1),
                new("difference", "增减（件）", CellFormat.SignedCount),
                new("p_value", "p值", CellFormat.PValue),
            ],
            [
                ["无照经营", 1204L, 980L, 0.3023, 0.0852, 95L, 0.0004],
                ["店外经营", 903L, 811L, 0.2268, 0.0123, 11L, 0.412],
                ["夜间施工扰民", 812L, 455L, 0.2039, 0.2114, 142L, 0.00001],
                ["施工扬尘", 455L, 402L, 0.1143, -0.0345, -16L, 0.221],
                ["露天烧烤", 401L, 377L, 0.1007, -0.00004, 0L, 0.9996],
                ["非法小广告", 203L, 198L, 0.051, "基数过小", 4L, null],
                [Injection, 4L, 4L, 0.001, null, null, null],
                ["合计", 3982L, 3227L, 1.0, 0.043, 164L, 0.0012],
            ],
            "注：环比按事件数检验；基数不足10件的不计百分比。",
            [7]
        )
        {
            Bars = new TableBars("issue", ["complaints", "incidents", "year_before"], "夜间施工扰民较上期显著上升"),
        };

    private static Section Hours()
    {
        var values = Enumerable
            .Range(0, 8)
            .Select(row =>
                (IReadOnlyList<double?>)
                    Enumerable
                        .Range(0, 24)
                        .Select(hour => row == 7 && hour < 6 ? (double?)null : Math.Round(Load(hour) * (row >= 5 ? 0.6 : 1) + row))
                        .ToList()
            )
            .ToList();
        var peaks = values
            .Select((row, r) => (IReadOnlyList<bool>)row.Select((_, hour) => r < 5 && hour is 9 or 22 or 23).ToList())
            .ToList();
        return new(
            "peak_hours",
            "二、高发时段",
            [
                new Paragraph(Prose.Of("工作日呈“早晚双峰”：9—11时与22—24时；周末白天偏低，夜间与工作日相当。")),
                new ChartBlock(
                    new HeatMapChart(
                        "heat",
                        2,
                        "分时段诉求量（小时×星期）",
                        "22—24时为夜间施工扰民高峰，占43.1%；9时受理集中",
                        "来源：12345派单；n=3,688件（有来电时间者，占92.6%）；数据截至2025-04-27",
                        ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "节假日"],
                        values,
                        peaks,
                        5,
                        "格内数字：诉求量（件）",
                        "通过检验的高峰时段（q≤0.05，且为期望的1.3倍以上）"
                    )
                ),
                new ChartBlock(ExampleCharts.Curves()),
                new TableBlock(
                    new ReportTable(
                        "windows",
                        2,
                        "高峰时段",
                        "高峰时段",
                        [new("scope", "范围", CellFormat.Text), new("incidents", "事件（起）", CellFormat.Count)],
                        []
                    )
                ),
            ]
        );
    }

    private static double Load(int hour) =>
        6
        + 40 * Math.Exp(-Math.Pow(hour - 9.5, 2) / 4)
        + 25 * Math.Exp(-Math.Pow(hour - 15, 2) / 6)
        + 52 * Math.Exp(-Math.Pow(hour - 22.6, 2) / 1.5);

    private static Section Areas(MapLayer districts) =>
        new(
            "areas",
            "三、高发区域",
            [
                new Paragraph(Prose.Of("朝阳、海淀、丰台三区合计占全市的48.2%。")),
                new ChartBlock(
                    new DistrictMapChart(
                        "districts",
                        3,
                        "各区诉求量",
                        "朝阳、海淀、丰台三区占全市近半；中心城区密度最高",
                        "来源：12345派单；n=3,873件（区属明确者）；数据截至2025-04-27",
                        districts,
                        Centres.Where(c => c.Name != "延庆区").ToDictionary(c => c.Name, c => c.Count),
                        [40, 150, 300, 500],
                        "诉求量（件），五分位分级，括号内为区数",
                        ["东城区", "西城区", "石景山区"]
                    )
                ),
                new ChartBlock(
                    new BarChart(
                        "streets",
                        4,
                        "街道诉求量前十及其90%区间",
                        "大红门街道居首，但与前三名的次序在统计上难以区分",
                        "来源：12345派单；n=3,982件；横线为90%区间；数据截至2025-04-27",
                        [
                            new("丰台区大红门街道", 141, "141（环比+38）", 122, 163, Strong: true),
                            new("朝阳区八里庄街道", 133, "133（环比+2）", 114, 154),
                            new("海淀区八里庄街道", 120, "120（环比−9）", 102, 140),
                            new("昌平区天通苑北街道", 98, "98（环比+11）", 82, 116),
                            new("经济技术开发区（某个名称特别长的管理单位派出机构）", 77, "77（新增）", 63, 93),
                            new("通州区梨园镇", 52, "52（环比0）", 41, 66),
                            new("大兴区西红门镇", 30, "30（基数过小）"),
                            new("门头沟区大峪街道", 0, "0"),
                        ],
                        "诉求量（件）"
                    )
                ),
            ]
        );

    private static Section Points(MapLayer districts) =>
        new(
            "points",
            "四、高发点位",
            [
                new TableBlock(PointTable()),
                new ChartBlock(
                    new PointMapChart(
                        "points",
                        5,
                        "高发点位分布",
                        "十二处热点中七处集中在南中轴沿线，石榴庄二期工地为本周新增",
                        "来源：12345派单；n=2,310起（有坐标或地名者）；数据截至2025-04-27",
                        districts,
                        [
                            .. PointTable()
                                .Rows.Select(row => new MapPoint(
                                    (int)(long)row[0]!,
                                    (string)row[1]!,
                                    (double)row[5]!,
                                    (double)row[6]!,
                                    (long)row[4]!,
                                    (long)row[0]! is 1 or 3
                                )),
                        ],
                        "圆面积与事件数成正比；橙色为新增或加剧"
                    )
                ),
                new Paragraph(Prose.Of("注：点位按超出预期的人数排序；" + Markup), ParagraphKind.Note),
            ]
        );

    public static ReportTable PointTable() =>
        new(
            "points",
            3,
            "高发点位",
            "高发点位",
            [
                new("rank", "序号", CellFormat.Count, 0.6),
                new("label", "点位", CellFormat.Text, 3),
                new("street", "街乡镇", CellFormat.Text, 2),
                new("complaints", "诉求（件）", CellFormat.Count),
                new("incidents", "事件（起）", CellFormat.Count),
                new("longitude", "经度", CellFormat.Degrees, 1.3) { IsMain = false },
                new("latitude", "纬度", CellFormat.Degrees, 1.3) { IsMain = false },
                new("radius_m", "半径（米）", CellFormat.Decimal1) { IsMain = false },
                new("expected", "预期", CellFormat.Decimal2) { IsMain = false },
                new("first_at", "首次反映", CellFormat.Minute, 2),
                new("last_on", "末次反映", CellFormat.Date, 1.5),
                new("trend", "走势", CellFormat.Text),
            ],
            [.. Enumerable.Range(1, 12).Select(PointRow)]
        );

    private static IReadOnlyList<object?> PointRow(int rank) =>
        [
            (long)rank,
            rank == 1 ? "石榴庄二期工地"
            : rank == 4 ? Markup
            : $"示例路{rank}号院周边",
            rank % 3 == 0 ? null : "大红门街道",
            64L - 3 * rank,
            58L - 4 * rank,
            116.39 + 0.013 * ((rank * 7) % 11) + (rank > 9 ? 0.0001 * rank : 0),
            39.80 + 0.009 * ((rank * 5) % 9),
            rank == 5 ? null : 60.25 - rank,
            3.105 * rank,
            new DateTime(2025, 4, 21, 9, 30, 0).AddMinutes(rank * 701),
            new DateOnly(2025, 4, 27).AddDays(-(rank % 4)),
            rank == 1 ? "新增" : "持续",
        ];

    private static Section Closing(MapLayer districts) =>
        new(
            "advice",
            "五、工作建议",
            [
                new Paragraph(Prose.Of("建议4月28日—5月4日每晚21时30分至次日0时30分，对表3第1、3、4位点位开展巡查（依据：表3、图5）。")),
                new ChartBlock(
                    new PointMapChart(
                        "points_city",
                        6,
                        "全市点位",
                        "全市三处",
                        "来源：示例",
                        districts,
                        [
                            new(1, "延庆示例点", 116.0, 40.5, 10, true),
                            new(2, "通州示例点", 116.8, 39.75, 5, false),
                            new(3, "平谷示例点", 117.1, 40.2, 1, false),
                        ],
                        "圆面积与事件数成正比"
                    )
                ),
                new ChartBlock(ExampleCharts.Callbacks()),
            ]
        );

    private static MapLayer RoughDistricts()
    {
        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(Centres.Select(c => new Coordinate(c.Longitude, c.Latitude)).ToList());
        var frame = new Envelope(115.5, 117.4, 39.5, 40.9);
        builder.ClipEnvelope = frame;
        var factory = GeometryFactory.Default;
        var cells = builder.GetDiagram(factory);
        var box = factory.ToGeometry(frame);
        return new MapLayer([
            .. Centres.Select(c =>
            {
                var site = factory.CreatePoint(new Coordinate(c.Longitude, c.Latitude));
                var cell = Enumerable.Range(0, cells.NumGeometries).Select(cells.GetGeometryN).First(cell => cell.Contains(site));
                return new MapArea(c.Name, cell.Intersection(box), site.Coordinate);
            }),
        ]);
    }
}

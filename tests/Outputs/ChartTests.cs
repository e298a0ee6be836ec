using System.Buffers.Binary;
using Hotspot.Outputs;
using Hotspot.Outputs.Charts;
using Hotspot.Reports.Model;
using SkiaSharp;

namespace Hotspot.Tests.Outputs;

public sealed class ChartTests
{
    private static readonly Bulletin Example = Examples.Bulletin();

    private static readonly SKRect Canvas = new(0, 0, 400, 300);

    [Fact]
    public void The_same_chart_has_the_same_bytes_also_when_drawn_in_parallel()
    {
        var charts = Example.Charts().ToList();
        var first = charts.ConvertAll(ChartFiles.Draw);
        var again = new byte[charts.Count][];
        Parallel.For(0, charts.Count, i => again[i] = ChartFiles.Draw(charts[i]));
        Assert.All(charts.Select((_, i) => i), i => Assert.Equal(first[i], again[i]));
    }

    [Fact]
    public void A_chart_is_as_wide_as_the_text_of_the_document_at_print_resolution()
    {
        foreach (var chart in Example.Charts())
        {
            var width = Width(ChartFiles.Draw(chart));
            Assert.InRange(width / ChartFiles.DotsPerInch * 2.54, 15.55, 15.65);
        }
    }

    [Fact]
    public void A_long_message_wraps_instead_of_being_cut()
    {
        var bars = Example.Charts().OfType<BarChart>().First();
        var longer = bars with { Message = string.Concat(Enumerable.Repeat("这一标题很长需要换行显示而不能被截断", 6)) };
        Assert.True(Height(ChartFiles.Draw(longer)) > Height(ChartFiles.Draw(bars)) + 60);
    }

    [Fact]
    public void A_line_never_begins_with_a_closing_mark_and_numbers_stay_whole()
    {
        var lines = Ink.Wrap("夜间施工扰民高峰在22—24时，两小时占43.1%；其余时段平稳。", 60, 10);
        Assert.True(lines.Count > 3);
        Assert.DoesNotContain(lines, line => "，；。%".Contains(line[0], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("43.1%", StringComparison.Ordinal));
    }

    [Fact]
    public void Charts_without_data_are_drawn_empty_rather_than_failing()
    {
        var layer = Examples.Rough;
        Chart[] empty =
        [
            new BarChart("a", 1, "", "无数据", "来源", [], "件"),
            new TrendChart("b", 1, "", "无数据", "来源", [], null, null, null, "件", "", ""),
            new PointMapChart("c", 1, "", "无数据", "来源", layer, [], "件"),
            new PointMapChart("d", 1, "", "无数据", "来源", new MapLayer([]), [new(1, "甲", 116.4, 39.9, 1, true)], "件"),
            new DistrictMapChart("e", 1, "", "无数据", "来源", layer, new Dictionary<string, double>(), [], "件", []),
            new DistrictMapChart("f", 1, "", "无数据", "来源", new MapLayer([]), new Dictionary<string, double>(), [], "件", []),
            new HeatMapChart("g", 1, "", "无数据", "来源", ["周一"], [new double?[24]], [new bool[24]], 0, "件", ""),
            new CurveChart("h", 1, "", "无数据", "来源", [], "件"),
            new CurveChart("i", 1, "", "无数据", "来源", [new("工作日", new double[24])], "件"),
            new ParetoChart("j", 1, "", "无数据", "来源", [], 0, 0.8, "件", "累计80%"),
            new GroupChart("k", 1, "", "无数据", "来源", ["本期"], [], "件"),
            new GroupChart("l", 1, "", "无数据", "来源", ["本期", "上期"], [new("甲", [0, null], false)], "件"),
        ];
        Assert.All(empty, chart => Assert.True(ChartFiles.Draw(chart).Length > 500));
        Assert.All(empty, chart => Assert.True(ChartFiles.Svg(chart).Length > 500));
    }

    [Fact]
    public void What_the_circles_of_a_map_mean_is_written_under_it()
    {
        var map = Example.Charts().OfType<PointMapChart>().First(chart => chart.Points.Count > 3) with
        {
            Message = "一行",
            SpreadLabel = "",
        };
        using var one = SKBitmap.Decode(ChartFiles.Draw(map));
        using var other = SKBitmap.Decode(ChartFiles.Draw(map with { WeightLabel = "件" }));
        var rows = Enumerable
            .Range(0, one.Height)
            .Where(y => Enumerable.Range(0, one.Width).Any(x => one.GetPixel(x, y) != other.GetPixel(x, y)))
            .ToList();

        // A title of one line and the map are 222.5 points high.
        Assert.True(rows.Count > 5);
        Assert.True(rows[0] >= 222 * one.Width / 442.2, $"{rows[0]}");
    }

    [Fact]
    public void Where_incidents_are_dense_the_ground_of_a_map_is_darker()
    {
        var map = Example.Charts().OfType<PointMapChart>().First(chart => chart.Points.Count > 3);
        var shaded = map with
        {
            Points = [],
            Spread = [new(116.2, 39.95, 31, 30), new(116.6, 40.3, 12, 10)],
            SpreadLabel = "底色越深，事件越密",
        };
        var (bare, drawn) = (SKBitmap.Decode(ChartFiles.Draw(map with { Points = [] })), SKBitmap.Decode(ChartFiles.Draw(shaded)));
        int[] darker =
        [
            .. from y in Enumerable.Range(0, bare.Height)
            from x in Enumerable.Range(0, bare.Width)
            let fall = bare.GetPixel(x, y).Red - drawn.GetPixel(x, y).Red
            where fall > 2 && y < 0.85 * bare.Height
            select fall,
        ];

        Assert.True(darker.Length > 500, $"{darker.Length} pixels");
        // Places of 30 and of 10: the root of their densities.
        Assert.True(darker.Max() > 60, $"{darker.Max()}");
        Assert.Equal(ChartFiles.Draw(shaded), ChartFiles.Draw(shaded));
    }

    [Fact]
    public void Peak_hours_are_framed_in_the_accent_colour()
    {
        var heat = Example.Charts().OfType<HeatMapChart>().Single();
        var none = heat with { Peaks = [.. heat.Peaks.Select(_ => (IReadOnlyList<bool>)new bool[24])] };
        Assert.True(Orange(ChartFiles.Draw(heat)) > 1000);
        Assert.Equal(0, Orange(ChartFiles.Draw(none)));
    }

    [Fact]
    public void Hotspots_at_one_place_are_drawn_side_by_side()
    {
        var points = Enumerable.Range(1, 12).Select(i => new MapPoint(i, "同处", 116.4, 39.9, i, false)).ToList();
        var circles = Circles.Of(points, _ => new SKPoint(200, 150), Canvas);
        foreach (var (a, b) in circles.SelectMany((a, i) => circles.Skip(i + 1).Select(b => (a, b))))
            Assert.True(SKPoint.Distance(a.Middle, b.Middle) >= a.Radius + b.Radius, $"{a.Point.Rank} covers {b.Point.Rank}");
        Assert.All(circles, circle => Assert.True(Canvas.Contains(circle.Box)));
    }

    [Fact]
    public void The_area_of_a_circle_is_proportional_to_its_weight()
    {
        var points = new MapPoint[] { new(1, "", 0, 0, 100, false), new(2, "", 0, 0, 50, false) };
        var circles = Circles.Of(points, point => new SKPoint(point.Rank * 100, 100), Canvas);
        Assert.Equal(2, Math.Pow(circles[0].Radius / circles[1].Radius, 2), 3);
    }

    [Fact]
    public void A_label_takes_the_first_free_place_or_none()
    {
        var labels = new Labels(Canvas);
        labels.Take(new SKRect(0, 0, 100, 100));
        Assert.True(labels.TryPlace([new SKRect(50, 50, 90, 60), new SKRect(110, 50, 150, 60)], out var place));
        Assert.Equal(110, place.Left);
        Assert.False(labels.TryPlace([new SKRect(120, 50, 160, 60), new SKRect(390, 10, 420, 20)], out _));
    }

    [Fact]
    public void A_map_crops_to_its_points_unless_they_span_the_city()
    {
        var city = MapFrame.Extent(Examples.Rough.Areas);
        var near = PointView.Of([new(1, "", 116.40, 39.90, 1, false), new(2, "", 116.45, 39.93, 1, false)], city);
        Assert.True(PointView.IsCropped(near, city));
        Assert.True(near.Contains(116.40, 39.90) && near.Contains(116.45, 39.93));
        var wide = PointView.Of([new(1, "", 115.6, 39.6, 1, false), new(2, "", 117.3, 40.8, 1, false)], city);
        Assert.False(PointView.IsCropped(wide, city));
    }

    [Fact]
    public void A_kilometre_is_as_long_across_as_up()
    {
        var city = MapFrame.Extent(Examples.Rough.Areas);
        var map = new MapFrame(Canvas, city, MapFrame.Shrink(city));
        var middle = map.At(116.45, 40.2);
        // One kilometre: 1/111.2 degree of latitude, and that over cos(40.2°) of longitude.
        var up = middle.Y - map.At(116.45, 40.2 + 1 / 111.2).Y;
        var across = map.At(116.45 + 1 / (111.2 * Math.Cos(40.2 * Math.PI / 180)), 40.2).X - middle.X;
        Assert.Equal(up, across, 0.01f);
    }

    [Fact]
    public void Classes_of_whole_numbers_do_not_share_their_bounds()
    {
        var classes = new Classes([61, 120], [10, 61, 300]);
        Assert.Equal(["<61", "61–119", "≥120"], Enumerable.Range(0, 3).Select(classes.Name));
        Assert.Equal([0, 1, 1, 2], new[] { 60.0, 61, 119, 120 }.Select(classes.Of));
    }

    [Fact]
    public void A_district_below_the_line_is_told_apart_and_the_line_is_drawn()
    {
        var bars = ExampleCharts.Callbacks();
        var reached = bars with { Bars = [.. bars.Bars.Select(bar => bar with { Strong = false })] };
        Assert.True(Orange(ChartFiles.Draw(bars)) > 1000);
        Assert.Equal(0, Orange(ChartFiles.Draw(reached)));
        Assert.NotEqual(ChartFiles.Draw(bars), ChartFiles.Draw(bars with { Target = 0.25 }));
        // The scale holds the line, however far below it the bars end.
        Assert.True(Orange(ChartFiles.Draw(bars with { Target = 0.9 })) < Orange(ChartFiles.Draw(bars)) / 2);
    }

    [Fact]
    public void The_axis_of_a_trend_begins_at_zero_unless_all_its_values_are_far_from_it()
    {
        var trend = ExampleCharts.Trend();
        Assert.InRange(TrendDrawing.Scale(trend)[0], 300, 430);
        var low = trend with { Points = [.. trend.Points, new(default, "", 20, true)] };
        Assert.Equal(0, TrendDrawing.Scale(low)[0]);
        Assert.Equal(0, TrendDrawing.Scale(trend with { Points = [new(default, "", 500, true)], LowerLimit = null, UpperLimit = null })[0]);
        Assert.NotEqual(ChartFiles.Draw(trend), ChartFiles.Draw(trend with { CutLabel = "" }));
    }

    [Fact]
    public void Names_at_the_ends_of_lines_do_not_cover_each_other()
    {
        var places = ValueScale.Apart([50, 20, 52, 21], 10);
        Assert.Equal([50, 20, 60, 30], places);
    }

    private static int Orange(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return bitmap.Pixels.Count(pixel => pixel == Palette.Accent);
    }

    private static int Width(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));

    private static int Height(byte[] png) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
}

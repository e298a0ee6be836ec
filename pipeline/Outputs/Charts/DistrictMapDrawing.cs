using Hotspot.Reports.Model;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Hotspot.Outputs.Charts;

/// <summary>Districts in classes of one blue, name and number inside; the small inner ones again, enlarged, under the legend.</summary>
internal static class DistrictMapDrawing
{
    private const float Height = 205f;
    private const float Column = 126f;
    private const float NameSize = 7.5f;

    public static Sheet Of(DistrictMapChart chart) => new(chart, Height, (canvas, body) => Body(chart, canvas, body));

    private static void Body(DistrictMapChart chart, SKCanvas canvas, SKRect body)
    {
        var areas = chart.Areas.Areas;
        var classes = new Classes(chart.Breaks, chart.Values.Values);
        var legendEnd = Legend(chart, classes, canvas, body);
        if (areas.Count == 0)
            return;
        var extent = MapFrame.Extent(areas);
        var shrink = MapFrame.Shrink(extent);
        extent.ExpandBy(extent.Width * 0.01);
        var map = new MapFrame(new SKRect(body.Left + Column, body.Top, body.Right, body.Bottom), extent, shrink);
        map.Shapes(canvas, areas, area => Fill(chart, classes, area), SKColors.White, 1f);
        Outlines(chart, canvas, map);

        var inner = areas.Where(area => chart.Insets.Contains(area.Name)).ToList();
        map.ScaleBar(canvas, new SKPoint(body.Right - 4, body.Bottom - 3));
        if (inner.Count > 0)
            Inset(chart, classes, canvas, map, inner, new SKRect(body.Left, legendEnd + 12, body.Left + Column - 2, body.Bottom), shrink);
        Names(chart, classes, canvas, map, areas.Except(inner));
    }

    private static void Inset(
        DistrictMapChart chart,
        Classes classes,
        SKCanvas canvas,
        MapFrame map,
        List<MapArea> inner,
        SKRect room,
        double shrink
    )
    {
        var extent = MapFrame.Extent(inner);
        extent.ExpandBy(extent.Width * 0.1, extent.Height * 0.06);
        var height = Math.Min(room.Height, Math.Max(80, (float)(room.Width * extent.Height / (extent.Width * shrink))));
        var rect = new SKRect(room.Left, room.Bottom - height, room.Right, room.Bottom);
        var inset = new MapFrame(rect, extent, shrink);
        inset.Shapes(canvas, chart.Areas.Areas, area => Pale(Fill(chart, classes, area), inner.Contains(area)), SKColors.White, 1f);
        Outlines(chart, canvas, inset);
        Names(chart, classes, canvas, inset, inner);

        using var frame = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.7f,
            Color = Palette.Quiet,
        };
        var source = map.On(inset.View);
        canvas.DrawRect(rect, frame);
        canvas.DrawRect(source, frame);
        using var lead = new SKPaint
        {
            IsAntialias = true,
            StrokeWidth = 0.5f,
            Color = Palette.Quiet.WithAlpha(150),
        };
        canvas.DrawLine(rect.Right, rect.Top, source.Left, source.Top, lead);
        canvas.DrawLine(rect.Right, rect.Bottom, source.Left, source.Bottom, lead);
    }

    private static void Outlines(DistrictMapChart chart, SKCanvas canvas, MapFrame map) =>
        map.Shapes(
            canvas,
            [.. chart.Areas.Areas.Where(area => chart.Outlined.Contains(area.Name))],
            _ => SKColors.Transparent,
            Palette.Accent,
            2f
        );

    private static SKColor Fill(DistrictMapChart chart, Classes classes, MapArea area) =>
        chart.Values.TryGetValue(area.Name, out var value) ? Palette.Class(classes.Of(value), classes.Count) : Palette.NoData;

    private static SKColor Pale(SKColor color, bool shown) => shown ? color : color.WithAlpha(148);

    private static void Names(DistrictMapChart chart, Classes classes, SKCanvas canvas, MapFrame map, IEnumerable<MapArea> areas)
    {
        var labels = new Labels(map.Rect);
        foreach (var area in areas.OrderByDescending(area => area.Shape.Area).ThenBy(area => area.Name, StringComparer.Ordinal))
        {
            var value = chart.Values.TryGetValue(area.Name, out var number) ? CellText.Plain(number) : "";
            var width = Math.Max(Ink.Width(area.Name, NameSize), Ink.Width(value, NameSize, bold: true)) + 2;
            var height = value.Length > 0 ? 19f : 10f;
            var at = map.At(area.LabelPoint.X, area.LabelPoint.Y);
            var offers = from step in Steps select Labels.Box(at.X + step.X, at.Y + step.Y, width, height);
            if (!labels.TryPlace(offers, out var place))
                continue;
            // A name that found room only beside its district is written dark on white.
            var ground = Math.Abs(place.MidY - at.Y) < height ? Fill(chart, classes, area) : SKColors.White;
            var color = Palette.On(ground);
            Ink.Write(canvas, area.Name, place.MidX, place.Top + 5, NameSize, color, Align.Centre, halo: 2, rimColor: ground);
            if (value.Length > 0)
                Ink.Write(
                    canvas,
                    value,
                    place.MidX,
                    place.Top + 14.2f,
                    NameSize,
                    color,
                    Align.Centre,
                    bold: true,
                    halo: 2,
                    rimColor: ground
                );
        }
    }

    private static readonly SKPoint[] Steps =
    [
        new(0, 0),
        new(0, -7),
        new(0, 7),
        new(-8, 0),
        new(8, 0),
        new(-8, -7),
        new(8, 7),
        new(0, -14),
        new(0, 14),
        new(0, -20),
        new(0, 20),
        new(-16, 0),
        new(16, 0),
    ];

    /// <returns>Lower edge of the legend.</returns>
    private static float Legend(DistrictMapChart chart, Classes classes, SKCanvas canvas, SKRect body)
    {
        var y = body.Top + 6;
        foreach (var line in Ink.Wrap(chart.ValueLabel, Column - 8, 8))
        {
            Ink.Write(canvas, line, body.Left, y, 8, Palette.Text);
            y += 12;
        }
        y += 2;
        using var box = new SKPaint { IsAntialias = true };
        for (var i = classes.Count - 1; i >= 0; i--)
        {
            box.Color = Palette.Class(i, classes.Count);
            canvas.DrawRect(body.Left, y - 5, 16, 10, box);
            var size = chart.Areas.Areas.Count(area => chart.Values.TryGetValue(area.Name, out var value) && classes.Of(value) == i);
            Ink.Write(canvas, classes.Name(i), body.Left + 21, y, 8, Palette.Text);
            var note = chart.SizeLabel.Replace("{count}", CellText.Plain(size), StringComparison.Ordinal);
            Ink.Write(canvas, note, body.Left + 22 + Ink.Width(classes.Name(i), 8), y, 7.5f, Palette.Quiet);
            y += 14;
        }
        // Units that the map has no outline of still count.
        foreach (
            var (name, value) in chart
                .Values.Where(one => chart.Areas.Areas.All(area => area.Name != one.Key))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
        )
        {
            box.Color = Palette.Class(classes.Of(value), classes.Count);
            canvas.DrawRect(body.Left, y - 5, 16, 10, box);
            Ink.Write(canvas, $"{name} {CellText.Plain(value)}", body.Left + 21, y, 8, Palette.Text);
            y += 14;
        }
        if (chart.Outlined.Count > 0)
        {
            using var edge = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = 1.5f,
                Color = Palette.Accent,
            };
            canvas.DrawRect(body.Left + 1, y - 4, 14, 8, edge);
            Ink.Write(canvas, chart.OutlineLabel, body.Left + 21, y, 8, Palette.Text);
            y += 14;
        }
        if (chart.Areas.Areas.All(area => chart.Values.ContainsKey(area.Name)))
            return y - 7;
        box.Color = Palette.NoData;
        canvas.DrawRect(body.Left, y - 5, 16, 10, box);
        Ink.Write(canvas, "—", body.Left + 21, y, 8, Palette.Text);
        return y + 7;
    }
}

using System.Text.Json;
using Hotspot.Outputs.Charts;
using Hotspot.Reports.Model;

namespace Hotspot.Outputs.Html;

/// <summary>One chart record as the JSON that page.js draws. Map layers are listed once and named by their place in the list.</summary>
internal static class HtmlCharts
{
    public static void Write(Utf8JsonWriter json, Chart chart, List<MapLayer> layers)
    {
        switch (chart)
        {
            case HeatMapChart heat:
                Heat(json, heat);
                break;
            case DistrictMapChart map:
                Districts(json, map, layers);
                break;
            case BarChart bars:
                Bars(json, bars);
                break;
            case PointMapChart points:
                Points(json, points, layers);
                break;
            case TrendChart trend:
                Trend(json, trend);
                break;
            case CurveChart curves:
                Curves(json, curves);
                break;
            case ParetoChart pareto:
                Pareto(json, pareto);
                break;
            case GroupChart groups:
                Groups(json, groups);
                break;
            default:
                throw new ArgumentException($"no page form for a {chart.GetType().Name}", nameof(chart));
        }
    }

    private static void Heat(Utf8JsonWriter json, HeatMapChart chart)
    {
        json.WriteString("kind", "heat");
        json.WriteString("unit", chart.ValueLabel);
        json.WriteString("peakLabel", chart.PeakLabel);
        json.WriteNumber("gap", chart.GapBeforeRow);
        Each(json, "rows", chart.RowLabels, json.WriteStringValue);
        Each(json, "values", chart.Values, row => Each(json, null, row, value => Value(json, value)));
        Each(json, "peaks", chart.Peaks, row => Each(json, null, row, json.WriteBooleanValue));
    }

    private static void Districts(Utf8JsonWriter json, DistrictMapChart chart, List<MapLayer> layers)
    {
        json.WriteString("kind", "districts");
        json.WriteString("unit", chart.ValueLabel);
        json.WriteNumber("layer", Layer(chart.Areas, layers));
        var classes = new Classes(chart.Breaks, chart.Values.Values);
        Each(
            json,
            "classes",
            Enumerable.Range(0, classes.Count),
            i =>
            {
                json.WriteStartObject();
                json.WriteString("name", classes.Name(i));
                Named(json, "low", i == 0 ? null : chart.Breaks[i - 1]);
                Named(json, "high", i == chart.Breaks.Count ? null : chart.Breaks[i]);
                json.WriteEndObject();
            }
        );
        Each(
            json,
            "values",
            chart.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            pair =>
            {
                json.WriteStartArray();
                json.WriteStringValue(pair.Key);
                json.WriteNumberValue(pair.Value);
                json.WriteEndArray();
            }
        );
        Each(json, "outlined", chart.Outlined, json.WriteStringValue);
        json.WriteString("outlineLabel", chart.OutlineLabel);
    }

    private static void Bars(Utf8JsonWriter json, BarChart chart)
    {
        json.WriteString("kind", "bars");
        json.WriteString("unit", chart.ValueLabel);
        Named(json, "target", chart.Target);
        json.WriteString("targetLabel", chart.TargetLabel);
        Each(json, "bars", chart.Bars, bar => One(json, bar));
    }

    private static void One(Utf8JsonWriter json, Bar bar)
    {
        json.WriteStartObject();
        json.WriteString("label", bar.Label);
        json.WriteString("text", bar.Text);
        json.WriteNumber("value", bar.Value);
        Named(json, "low", bar.Low);
        Named(json, "high", bar.High);
        json.WriteBoolean("strong", bar.Strong);
        json.WriteEndObject();
    }

    private static void Curves(Utf8JsonWriter json, CurveChart chart)
    {
        json.WriteString("kind", "curves");
        json.WriteString("unit", chart.ValueLabel);
        Each(
            json,
            "curves",
            chart.Curves,
            curve =>
            {
                json.WriteStartObject();
                json.WriteString("name", curve.Name);
                Each(json, "values", curve.Values, value => json.WriteNumberValue(Math.Round(value, 4)));
                json.WriteEndObject();
            }
        );
    }

    private static void Pareto(Utf8JsonWriter json, ParetoChart chart)
    {
        json.WriteString("kind", "pareto");
        json.WriteString("unit", chart.ValueLabel);
        json.WriteNumber("whole", chart.Whole);
        json.WriteNumber("mark", chart.Mark);
        json.WriteString("markLabel", chart.ShareLabel);
        Each(json, "columns", chart.Columns, column => One(json, column));
    }

    private static void Groups(Utf8JsonWriter json, GroupChart chart)
    {
        json.WriteString("kind", "groups");
        json.WriteString("unit", chart.ValueLabel);
        Each(json, "series", chart.Series, json.WriteStringValue);
        Each(
            json,
            "groups",
            chart.Groups,
            group =>
            {
                json.WriteStartObject();
                json.WriteString("label", group.Label);
                json.WriteBoolean("strong", group.Strong);
                Each(json, "values", group.Values, value => Value(json, value));
                json.WriteEndObject();
            }
        );
    }

    private static void Points(Utf8JsonWriter json, PointMapChart chart, List<MapLayer> layers)
    {
        json.WriteString("kind", "points");
        json.WriteNumber("layer", Layer(chart.Areas, layers));
        var view = PointView.Of(chart.Points, MapFrame.Extent(chart.Areas.Areas));
        json.WriteStartArray("view");
        Each(json, null, (double[])[view.MinX, view.MaxY], json.WriteNumberValue);
        Each(json, null, (double[])[view.MaxX, view.MinY], json.WriteNumberValue);
        json.WriteEndArray();
        Each(
            json,
            "points",
            chart.Points,
            point =>
            {
                json.WriteStartObject();
                json.WriteNumber("rank", point.Rank);
                json.WriteString("label", point.Label);
                json.WriteNumber("longitude", point.Longitude);
                json.WriteNumber("latitude", point.Latitude);
                json.WriteNumber("weight", point.Weight);
                json.WriteBoolean("strong", point.Strong);
                json.WriteEndObject();
            }
        );
    }

    private static void Trend(Utf8JsonWriter json, TrendChart chart)
    {
        json.WriteString("kind", "trend");
        json.WriteString("unit", chart.ValueLabel);
        json.WriteString("centreLabel", chart.CentreLabel);
        json.WriteString("limitLabel", chart.LimitLabel);
        json.WriteNumber("least", chart.Points.Count == 0 ? 0 : TrendDrawing.Scale(chart)[0]);
        json.WriteString("cutLabel", chart.CutLabel);
        Named(json, "centre", chart.Centre);
        Named(json, "lower", chart.LowerLimit);
        Named(json, "upper", chart.UpperLimit);
        Each(
            json,
            "points",
            chart.Points,
            point =>
            {
                json.WriteStartObject();
                json.WriteString("label", point.Label);
                json.WriteNumber("value", point.Value);
                json.WriteBoolean("inPeriod", point.InPeriod);
                json.WriteEndObject();
            }
        );
    }

    internal static int Layer(MapLayer layer, List<MapLayer> layers)
    {
        var at = layers.FindIndex(known => ReferenceEquals(known, layer));
        if (at >= 0)
            return at;
        layers.Add(layer);
        return layers.Count - 1;
    }

    internal static void Each<T>(Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<T> write)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Named(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    private static void Value(Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }
}

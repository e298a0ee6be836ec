using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Hotspot.Outputs.Xlsx;

/// <summary>DrawingML of the charts of a sheet.</summary>
internal static class NativeCharts
{
    private const string Blue = "3B78B0";
    private const string PaleBlue = "A9C6E0";
    private const string Accent = "D9640F";
    private const string Quiet = "5B6770";
    private const string Ink = "1F2933";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace X = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    /// <returns>The relation of the drawing to its sheet.</returns>
    public static string Write(WorksheetPart part, string sheet, IReadOnlyList<NativeChart> charts)
    {
        const string relation = "rId1";
        var drawing = part.AddNewPart<DrawingsPart>(relation);
        var anchors = new XElement(X + "wsDr", Namespace("xdr", X), Namespace("a", A));
        for (var i = 0; i < charts.Count; i++)
        {
            var id = "rId" + Text(i + 1);
            Save(drawing.AddNewPart<ChartPart>(id), Space(charts[i], sheet));
            anchors.Add(Anchor(charts[i], id, i));
        }
        Save(drawing, anchors);
        return relation;
    }

    private static XElement Anchor(NativeChart chart, string id, int index) =>
        new(
            X + "twoCellAnchor",
            Corner("from", chart.Column, chart.FirstRow),
            Corner("to", chart.Column + 10, chart.FirstRow + NativeChart.Rows),
            new XElement(
                X + "graphicFrame",
                new XAttribute("macro", ""),
                new XElement(
                    X + "nvGraphicFramePr",
                    new XElement(
                        X + "cNvPr",
                        new XAttribute("id", index + 2),
                        new XAttribute("name", chart.Id),
                        new XAttribute("descr", XmlText.Clean(chart.Message))
                    ),
                    new XElement(X + "cNvGraphicFramePr")
                ),
                new XElement(
                    X + "xfrm",
                    new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                    new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))
                ),
                new XElement(
                    A + "graphic",
                    new XElement(
                        A + "graphicData",
                        new XAttribute("uri", C.NamespaceName),
                        new XElement(C + "chart", Namespace("c", C), Namespace("r", R), new XAttribute(R + "id", id))
                    )
                )
            ),
            new XElement(X + "clientData")
        );

    private static XElement Corner(string name, int column, uint row) =>
        new(X + name, Value(X + "col", column), Value(X + "colOff", 0), Value(X + "row", row), Value(X + "rowOff", 0));

    private static XElement Value(XName name, object value) => new(name, value);

    private static XElement Space(NativeChart chart, string sheet) =>
        new(
            C + "chartSpace",
            Namespace("c", C),
            Namespace("a", A),
            Namespace("r", R),
            Val("roundedCorners", 0),
            new XElement(
                C + "chart",
                Title(chart.Message),
                Val("autoTitleDeleted", 0),
                new XElement(
                    C + "plotArea",
                    new XElement(C + "layout"),
                    chart.Kind == NativeKind.Bars ? Bars(chart, sheet) : Lines(chart, sheet),
                    CategoryAxis(chart),
                    ValueAxis(chart)
                ),
                chart.Series.Count > 1 ? new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", 0)) : null,
                Val("plotVisOnly", 1),
                Val("dispBlanksAs", "gap")
            )
        );

    private static XElement Title(string message) =>
        new(
            C + "title",
            new XElement(
                C + "tx",
                new XElement(
                    C + "rich",
                    new XElement(A + "bodyPr"),
                    new XElement(
                        A + "p",
                        new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 1200), new XAttribute("b", 1))),
                        new XElement(
                            A + "r",
                            new XElement(A + "rPr", new XAttribute("lang", "zh-CN"), new XAttribute("sz", 1200), new XAttribute("b", 1)),
                            new XElement(A + "t", XmlText.Clean(message))
                        )
                    )
                )
            ),
            Val("overlay", 0)
        );

    private static XElement Bars(NativeChart chart, string sheet) =>
        new(
            C + "barChart",
            Val("barDir", "bar"),
            Val("grouping", "clustered"),
            Val("varyColors", 0),
            chart.Series.Select(
                (_, i) =>
                {
                    var series = Series(chart, sheet, i, Fill(i == 0 && chart.Series.Count > 1 ? Blue : PaleBlue));
                    series.Element(C + "spPr")!.AddAfterSelf(Val("invertIfNegative", 0), chart.Strong.Select(Point), DataLabels());
                    return series;
                }
            ),
            Val("gapWidth", 50),
            Val("axId", 111),
            Val("axId", 112)
        );

    private static XElement Point(int index) =>
        new(C + "dPt", Val("idx", index), Val("invertIfNegative", 0), Val("bubble3D", 0), Fill(Accent));

    private static XElement DataLabels() =>
        new(
            C + "dLbls",
            Val("showLegendKey", 0),
            Val("showVal", 1),
            Val("showCatName", 0),
            Val("showSerName", 0),
            Val("showPercent", 0),
            Val("showBubbleSize", 0)
        );

    private static XElement Lines(NativeChart chart, string sheet) =>
        new(
            C + "lineChart",
            Val("grouping", "standard"),
            Val("varyColors", 0),
            chart.Series.Select(
                (_, i) =>
                {
                    var series = Series(chart, sheet, i, chart.Kind == NativeKind.Trend ? Reference(i) : Curve(i));
                    series.Element(C + "spPr")!.AddAfterSelf(new XElement(C + "marker", Val("symbol", "none")));
                    series.Add(Val("smooth", 0));
                    return series;
                }
            ),
            Val("marker", 1),
            Val("axId", 111),
            Val("axId", 112)
        );

    private static XElement Reference(int i) => i == 0 ? Stroke(Blue, 22_225, null) : Stroke(Quiet, 9_525, i == 1 ? "dash" : "sysDot");

    private static XElement Curve(int i) => Stroke(((string[])[Blue, Accent, Ink])[i % 3], 22_225, i == 2 ? "dash" : null);

    private static XElement Series(NativeChart chart, string sheet, int index, XElement look)
    {
        var quoted = "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'!";
        var (label, column) = ("$" + XlsxCells.Letters(chart.Label), "$" + XlsxCells.Letters(chart.Series[index]));
        var (first, last) = (Text(chart.FirstRow + 1), Text(chart.FirstRow + chart.Count));
        return new XElement(
            C + "ser",
            Val("idx", index),
            Val("order", index),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"{quoted}{column}${Text(chart.FirstRow)}"))),
            look,
            new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", $"{quoted}{label}${first}:{label}${last}"))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", $"{quoted}{column}${first}:{column}${last}")))
        );
    }

    private static XElement CategoryAxis(NativeChart chart)
    {
        var bars = chart.Kind == NativeKind.Bars;
        return new(
            C + "catAx",
            Val("axId", 111),
            new XElement(C + "scaling", Val("orientation", bars ? "maxMin" : "minMax")),
            Val("delete", 0),
            Val("axPos", bars ? "l" : "b"),
            Val("majorTickMark", "none"),
            Val("minorTickMark", "none"),
            Val("tickLblPos", "low"),
            Val("crossAx", 112),
            Val("crosses", "autoZero"),
            // At most thirteen names under a line, so that they stay level.
            bars ? null : Val("tickLblSkip", Math.Max(1, (chart.Count + 12) / 13))
        );
    }

    private static XElement ValueAxis(NativeChart chart)
    {
        var bars = chart.Kind == NativeKind.Bars;
        return new(
            C + "valAx",
            Val("axId", 112),
            new XElement(C + "scaling", Val("orientation", "minMax"), Val("min", chart.Least)),
            Val("delete", bars ? 1 : 0),
            Val("axPos", bars ? "t" : "l"),
            bars ? null : new XElement(C + "majorGridlines", Stroke("D5DCE2", 6_350, null)),
            new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 1)),
            Val("majorTickMark", "none"),
            Val("minorTickMark", "none"),
            Val("tickLblPos", "nextTo"),
            Val("crossAx", 111),
            Val("crosses", "autoZero")
        );
    }

    private static XElement Fill(string color) => new(C + "spPr", Solid(color));

    private static XElement Stroke(string color, int width, string? dash) =>
        new(
            C + "spPr",
            new XElement(
                A + "ln",
                new XAttribute("w", width),
                Solid(color),
                dash is null ? null : new XElement(A + "prstDash", new XAttribute("val", dash))
            )
        );

    private static XElement Solid(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    private static XElement Val(string name, object value) => new(C + name, new XAttribute("val", value));

    private static XAttribute Namespace(string prefix, XNamespace name) => new(XNamespace.Xmlns + prefix, name.NamespaceName);

    private static void Save(OpenXmlPart part, XElement root)
    {
        using var stream = part.GetStream(FileMode.Create);
        root.Save(stream, SaveOptions.DisableFormatting);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

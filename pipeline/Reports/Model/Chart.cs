using NetTopologySuite.Geometries;

namespace Hotspot.Reports.Model;

/// <summary>A chart as content. Files, Word, HTML and Excel draw it from this alone.</summary>
/// <param name="Id">Machine name, unique in the bulletin; the files are <c>charts/&lt;id&gt;.png</c> and <c>.svg</c>.</param>
/// <param name="Number">图N.</param>
/// <param name="Caption">Without the number; stands under the chart in Word.</param>
/// <param name="Message">Title inside the chart: says the finding, e.g. 22—24时为夜间施工扰民高峰，占43.1%.</param>
/// <param name="SourceLine">Small print inside the chart: source, n, data-through date.</param>
public abstract record Chart(string Id, int Number, string Caption, string Message, string SourceLine);

/// <summary>The 24×7 map of counts. Rows are printed top to bottom; a gap is left before row <paramref name="GapBeforeRow"/> (weekend and holiday set apart).</summary>
/// <param name="RowLabels">周一 … 周日 (and 节假日 where there is one).</param>
/// <param name="Values">[row][24] counts; null = no data for the cell.</param>
/// <param name="Peaks">[row][24]: the cell passed its test and carries a mark.</param>
/// <param name="ValueLabel">What a cell counts, with unit: 诉求量（件）.</param>
/// <param name="PeakLabel">Legend of the mark.</param>
public sealed record HeatMapChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    IReadOnlyList<string> RowLabels,
    IReadOnlyList<IReadOnlyList<double?>> Values,
    IReadOnlyList<IReadOnlyList<bool>> Peaks,
    int GapBeforeRow,
    string ValueLabel,
    string PeakLabel
) : Chart(Id, Number, Caption, Message, SourceLine);

/// <summary>Polygons of the areas of a map, in WGS-84 degrees, in a fixed order.</summary>
public sealed record MapLayer(IReadOnlyList<MapArea> Areas);

/// <param name="LabelPoint">Where the name is written (inside the polygon), WGS-84.</param>
public sealed record MapArea(string Name, Geometry Shape, Coordinate LabelPoint);

/// <summary>District map in classes. <paramref name="Insets"/> names the small inner districts that an enlarged inset shows (may be empty).</summary>
/// <param name="Breaks">Ascending lower bounds of the classes above the first; n breaks make n+1 classes.</param>
public sealed record DistrictMapChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    MapLayer Areas,
    IReadOnlyDictionary<string, double> Values,
    IReadOnlyList<double> Breaks,
    string ValueLabel,
    IReadOnlyList<string> Insets
) : Chart(Id, Number, Caption, Message, SourceLine)
{
    /// <summary>Areas that passed a test, drawn with an outline in the accent colour.</summary>
    public IReadOnlyList<string> Outlined { get; init; } = [];

    /// <summary>Legend of the outline.</summary>
    public string OutlineLabel { get; init; } = "";

    /// <summary>How many areas a class holds, with the place <c>{count}</c>.</summary>
    public string SizeLabel { get; init; } = "{count}";
}

/// <param name="Text">Printed at the bar's end: 61（环比+8）.</param>
/// <param name="Low">Lower end of the whisker (same unit as Value), or null.</param>
/// <param name="Strong">Drawn in the accent colour.</param>
public sealed record Bar(string Label, double Value, string Text, double? Low = null, double? High = null, bool Strong = false);

/// <summary>Horizontal bars, first on top.</summary>
public sealed record BarChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    IReadOnlyList<Bar> Bars,
    string ValueLabel
) : Chart(Id, Number, Caption, Message, SourceLine)
{
    /// <summary>What the bars should reach, drawn as a line across them.</summary>
    public double? Target { get; init; }

    public string TargetLabel { get; init; } = "";

    /// <summary>How the values are printed where a format is needed beside the texts of the bars.</summary>
    public CellFormat Format { get; init; } = CellFormat.Count;
}

/// <param name="Rank">1-based; printed in the marker.</param>
/// <param name="Weight">Incidents; the marker's area is proportional to it.</param>
public sealed record MapPoint(int Rank, string Label, double Longitude, double Latitude, double Weight, bool Strong);

/// <summary>Hotspots with rank numbers on the district outlines; labels do not overlap; zooms to the points unless they span the city.</summary>
public sealed record PointMapChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    MapLayer Areas,
    IReadOnlyList<MapPoint> Points,
    string WeightLabel
) : Chart(Id, Number, Caption, Message, SourceLine)
{
    /// <summary>Shaded under the points where they are dense; empty: no shade. <see cref="SpreadLabel"/> says what the shade is.</summary>
    public IReadOnlyList<Grouping.CoordinateCount> Spread { get; init; } = [];

    public string SpreadLabel { get; init; } = "";
}

/// <param name="InPeriod">Drawn in the accent colour.</param>
public sealed record TrendPoint(DateOnly Day, string Label, double Value, bool InPeriod);

/// <summary>A line over days, weeks or months with the mean of the base and control limits.</summary>
public sealed record TrendChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    IReadOnlyList<TrendPoint> Points,
    double? Centre,
    double? LowerLimit,
    double? UpperLimit,
    string ValueLabel,
    string CentreLabel,
    string LimitLabel
) : Chart(Id, Number, Caption, Message, SourceLine)
{
    /// <summary>Said beside the axis where it does not begin at zero.</summary>
    public string CutLabel { get; init; } = "";
}

/// <param name="Values">24 numbers, hour 0 first.</param>
public sealed record Curve(string Name, IReadOnlyList<double> Values);

/// <summary>Lines over the hours of a day, at most three, each named at its own line.</summary>
public sealed record CurveChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    IReadOnlyList<Curve> Curves,
    string ValueLabel
) : Chart(Id, Number, Caption, Message, SourceLine);

/// <summary>Columns from the largest on and the line of their running share; <paramref name="Whole"/> is what all of them sum to.</summary>
/// <param name="Columns">Strong: one of the few that make up <paramref name="Mark"/> of the whole.</param>
/// <param name="Mark">Share at which a line is drawn, e.g. 0.8.</param>
public sealed record ParetoChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    IReadOnlyList<Bar> Columns,
    double Whole,
    double Mark,
    string ValueLabel,
    string ShareLabel
) : Chart(Id, Number, Caption, Message, SourceLine);

/// <param name="Values">One for each series; null where there is nothing to compare with.</param>
/// <param name="Strong">The change passed its test.</param>
public sealed record Group(string Label, IReadOnlyList<long?> Values, bool Strong);

/// <summary>Bars side by side: the same thing in the period, the one before, the one a year earlier.</summary>
/// <param name="Series">Names of the bars, the period itself first.</param>
public sealed record GroupChart(
    string Id,
    int Number,
    string Caption,
    string Message,
    string SourceLine,
    IReadOnlyList<string> Series,
    IReadOnlyList<Group> Groups,
    string ValueLabel
) : Chart(Id, Number, Caption, Message, SourceLine);

using Hotspot.Calendar;
using Hotspot.Classify;
using Hotspot.Geo;
using Hotspot.Ingest;
using NetTopologySuite.Geometries;

namespace Hotspot.Enrich;

/// <summary>What is known of a city beside its complaints: outlines, gazetteer, metric projection, days off, issue kinds.</summary>
public sealed class CityReference
{
    private CityReference(
        GeoReference geo,
        MetricProjection projection,
        WorkCalendar calendar,
        bool hasCalendar,
        IssueList issues,
        bool hasIssueRules
    )
    {
        Geo = geo;
        Projection = projection;
        Calendar = calendar;
        HasCalendar = hasCalendar;
        Issues = issues;
        HasIssueRules = hasIssueRules;
    }

    public GeoReference Geo { get; }
    public MetricProjection Projection { get; }
    public WorkCalendar Calendar { get; }

    /// <summary>False: only weekends are known.</summary>
    public bool HasCalendar { get; }
    public IssueList Issues { get; }

    /// <summary>False: the first category stands for the issue.</summary>
    public bool HasIssueRules { get; }

    /// <summary>Polygons of the districts; null for a city without a boundary file.</summary>
    public IReadOnlyList<DistrictShape>? Outlines => Geo.Map?.Shapes;

    /// <summary>Districts too small to read on the city map, shown enlarged: area below a fortieth of the largest… measured, not listed.</summary>
    public IReadOnlyList<string> InnerDistricts =>
        Outlines is { } shapes
            ? [.. shapes.Where(shape => shape.Shape.Area < shapes.Max(other => other.Shape.Area) / 20).Select(shape => shape.Name)]
            : [];

    /// <summary>The city that a profile speaks of. A city without boundary and gazetteer files keeps the names that the export states.</summary>
    /// <param name="rules">Folder of the home's own tables of rules, which take precedence; null: none.</param>
    public static CityReference Of(SourceProfile profile, string? rules = null)
    {
        var box = profile.BoundingBox;
        var geo =
            profile.City == "beijing"
                ? GeoReference.LoadBeijing(rules)
                : GeoReference.None(new Envelope(box.West, box.East, box.South, box.North));
        var hasCalendar = profile.Calendar != "none";
        return new CityReference(
            geo,
            MetricProjection.ForEpsg(profile.ProjectionEpsg),
            hasCalendar ? WorkCalendar.Load() : WorkCalendar.None,
            hasCalendar,
            profile.IssueFrom == ProfileIssueFrom.Category1
                ? IssueList.ByCategory(1)
                : IssueList.Load(ReferenceTable.PathOf("codes/issues.csv", rules)),
            profile.IssueFrom != ProfileIssueFrom.Category1
        );
    }
}

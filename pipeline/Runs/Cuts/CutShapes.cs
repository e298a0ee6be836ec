using Hotspot.Geo;
using Hotspot.Grouping.Cuts;
using NetTopologySuite.Geometries;

namespace Hotspot.Runs.Cuts;

/// <summary>
/// Where the groups of a cut are, by the finest place that it is grouped by: the first point told of a place, the reference point of a community or street, the
/// polygon of a district. Groups without one have none. WGS-84.
/// </summary>
internal sealed class CutShapes
{
    private readonly Func<CutGroup, Geometry?> _of;

    private CutShapes(Func<CutGroup, Geometry?> of) => _of = of;

    public Geometry? this[CutGroup group] => _of(group);

    /// <returns>Null: the cut is not grouped by a place.</returns>
    public static CutShapes? Of(CutReader reader, CutQuestion question, CutCalendar calendar, string? rules, bool hasLists)
    {
        var by = question.By;
        if (by.Contains(CutDimension.Place))
        {
            var points = Cutting.Points(reader, question, calendar);
            return new CutShapes(group =>
                group.Place is not null && points.TryGetValue(group.Bare(), out var point) ? new Point(point) : null
            );
        }
        if (by.Contains(CutDimension.Community))
            return Points(
                hasLists,
                "codes/communities.csv",
                null,
                row => (row.Text("district"), row.Text("street"), row.Text("name")),
                group => (group.District ?? "", group.Street ?? "", group.Community ?? "")
            );
        if (by.Contains(CutDimension.Street))
            return Points(
                hasLists,
                "codes/streets.csv",
                rules,
                row => (row.Text("district"), row.Text("name"), ""),
                group => (group.District ?? "", group.Street ?? "", "")
            );
        if (!by.Contains(CutDimension.District))
            return null;
        var shapes = hasLists ? DistrictMap.LoadBeijing().Shapes.ToDictionary(shape => shape.Name, shape => shape.Shape) : [];
        return new CutShapes(group => shapes.GetValueOrDefault(group.District ?? ""));
    }

    private static CutShapes Points(
        bool hasLists,
        string file,
        string? rules,
        Func<ReferenceTable.Row, (string, string, string)> key,
        Func<CutGroup, (string, string, string)> keyOf
    )
    {
        var points = new Dictionary<(string, string, string), Point>();
        foreach (var (unit, at) in hasLists ? ReferenceTable.Read(ReferenceTable.PathOf(file, rules), row => (key(row), row.Point())) : [])
        {
            if (at is { } known)
                points[unit] = new Point(known.Longitude, known.Latitude);
        }
        return new CutShapes(group => points.GetValueOrDefault(keyOf(group)));
    }
}

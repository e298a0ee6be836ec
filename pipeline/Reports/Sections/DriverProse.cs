using Hotspot.Classify;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>
/// What is behind an area that stands out: the issue, the street of a district, the point that has at least half of what the area has more than usual (incidents
/// above those expected) or more than before (complaints). Two of them may each have half: they overlap. Where nothing has half, nothing is said.
/// </summary>
internal static class DriverProse
{
    private const string Source = "Grouping/areas.sql, Hotspots/Areas/AreaMeasures";
    private const string PointSource = "Grouping/units.sql, Hotspots/HotPoints/Points";
    private const double LeastShare = 0.5;

    /// <summary>Fewer are an accident, whatever their share.</summary>
    private const double LeastMore = 3;

    /// <param name="areas">Of one level, in the order in which sentences name them.</param>
    /// <param name="id"><c>districts</c> or <c>streets</c>; begins the figures' ids.</param>
    /// <returns>Null: no area stands out, or none has a driver.</returns>
    public static Prose? Of(Analysis a, List<Area> areas, string id, Draft draft)
    {
        Prose[] told =
        [
            .. AreasSection
                .Hot(areas)
                .Take(AreasSection.MostNamed)
                .Select((area, i) => Hot(a, area, $"{id}.hot.{i + 1}", draft))
                .OfType<Prose>(),
            .. AreasSection
                .Rising(areas)
                .Take(AreasSection.MostNamed)
                .Select((area, i) => Rising(a, area, $"{id}.rising.{i + 1}", draft))
                .OfType<Prose>(),
        ];
        return told.Length == 0 ? null : Draft.Join(told);
    }

    private static Prose? Hot(Analysis a, Area area, string id, Draft draft)
    {
        double Excess(Area one) => one.Incidents - (one.Expected ?? double.PositiveInfinity);
        var parts = new List<Prose>();
        void Add(Area? part, string name, string what)
        {
            if (part is { Expected: { } usual } && Carries(Excess(part), Excess(area)))
                parts.Add(
                    draft.Say(
                        "areas.driver_part",
                        ("part", name),
                        ("incidents", draft.Count($"{id}.{what}", part.Incidents, Source, "unit.incidents")),
                        ("expected", draft.Number($"{id}.{what}_expected", usual, 1, Source, "unit.incidents"))
                    )
                );
        }
        var issue = Issues(a, area).MaxBy(Excess);
        Add(issue, issue?.Issue ?? "", "issue");
        var street = Streets(a, area).MaxBy(Excess);
        Add(street, street?.Street ?? "", "street");
        // Expected callers' issues are at least as many as expected incidents: the excess is told too small rather than too large.
        double Above(HotPoint point) => point.Incidents - (point.Expected ?? double.PositiveInfinity);
        if (PointsOf(a, area).MaxBy(Above) is { } point && Carries(Above(point), Excess(area)))
            parts.Add(
                draft.Say(
                    "areas.driver_point",
                    ("rank", point.Rank),
                    ("place", point.Label),
                    ("incidents", draft.Count($"{id}.point", point.Incidents, PointSource, "unit.incidents"))
                )
            );
        return parts.Count == 0
            ? null
            : draft.Say(
                "areas.driver_hot",
                ("name", AreasSection.Name(area)),
                ("excess", draft.Number($"{id}.excess", Excess(area), 1, Source, "unit.incidents")),
                ("list", draft.List(parts, "separator.enumeration"))
            );
    }

    /// <summary>Issue, street and point are views of one increase and do not add up; it is net of what fell, so that a part may be more than it.</summary>
    private static Prose? Rising(Analysis a, Area area, string id, Draft draft)
    {
        long More(Area one) => one.Complaints - (one.Previous ?? one.Complaints);
        long MoreAt(HotPoint one) => one.Complaints - (one.Previous ?? one.Complaints);
        var parts = new List<Prose>();
        void Add(long more, string key, string what, string source, params ReadOnlySpan<(string, object?)> places)
        {
            if (Carries(more, More(area)))
                parts.Add(draft.Say(key, [.. places, ("count", draft.Count($"{id}.{what}", more, source))]));
        }
        if (Issues(a, area).MaxBy(More) is { } issue)
            Add(More(issue), "areas.driver_part_rising", "issue", Source, ("by", draft.Word("areas.by_issue")), ("part", issue.Issue));
        if (Streets(a, area).MaxBy(More) is { } street)
            Add(More(street), "areas.driver_part_rising", "street", Source, ("by", draft.Word("areas.by_street")), ("part", street.Street));
        // The ground of a point may reach into the next street.
        if (PointsOf(a, area).Where(point => MoreAt(point) <= More(area)).MaxBy(MoreAt) is { } place)
            Add(MoreAt(place), "areas.driver_point_rising", "point", PointSource, ("rank", place.Rank), ("place", place.Label));
        return parts.Count == 0
            ? null
            : draft.Say(
                "areas.driver_rising",
                ("name", AreasSection.Name(area)),
                ("count", draft.Count($"{id}.more", More(area), Source)),
                ("list", draft.List(parts, "separator.clause"))
            );
    }

    private static bool Carries(double part, double whole) => part >= LeastMore && part >= LeastShare * whole;

    private static IEnumerable<Area> Issues(Analysis a, Area area) =>
        a.Areas.Where(other =>
            other.Issue is { } issue
            && issue != IssueList.Other
            && (other.Level, other.District, other.Street) == (area.Level, area.District, area.Street)
        );

    /// <summary>The streets of a district; a street has none.</summary>
    private static IEnumerable<Area> Streets(Analysis a, Area area) =>
        a.Areas.Where(other => area.Street is null && other is { Issue: null, Street: not null } && other.District == area.District);

    private static IEnumerable<HotPoint> PointsOf(Analysis a, Area area) =>
        a.Points.Where(point => point.District == area.District && (area.Street is null || point.Street == area.Street));
}

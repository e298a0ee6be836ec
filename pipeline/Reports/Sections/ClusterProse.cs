using Hotspot.Hotspots.Areas;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The sentences of 四、高发区域 on neighbours (Gi*, local Moran) and on scales: what stands out, and plainly, what does not.</summary>
internal static class ClusterProse
{
    private const string Source = "Grouping/areas.sql, Hotspots/Areas/AreaClusters";
    private const int MostNamed = 5;

    /// <summary>Null where districts have not been tested: that they lack a history is said beside.</summary>
    public static Prose? Districts(List<Area> districts, Draft draft) =>
        districts.TrueForAll(area => area.GiStarQ is null)
            ? null
            : Told(districts, "areas.cluster_districts", "areas.cluster_no_districts", "clusters.districts", "unit.streets", draft);

    public static Prose Streets(Analysis a, List<Area> streets, Draft draft)
    {
        if (streets.TrueForAll(area => area.GiStarQ is null))
            return draft.Say(
                !streets.Exists(area => area.GiStarTest == AreaClusters.NoHistory) ? "areas.cluster_no_neighbours"
                : AreasSection.IsTooLong(a) ? "areas.cluster_too_long"
                : "areas.cluster_no_history"
            );
        var all = Told(streets, "areas.cluster_streets", "areas.cluster_no_streets", "clusters.streets", "unit.streets", draft);
        var issues = a
            .Areas.Where(area => area is { Level: "street", Issue: not null } && IsHot(area))
            .GroupBy(area => area.Issue!)
            .OrderByDescending(issue => issue.Count())
            .ThenBy(issue => issue.Key, StringComparer.Ordinal)
            .Take(MostNamed)
            .Select(
                (issue, i) =>
                    draft.Say(
                        "areas.cluster_issue",
                        ("issue", issue.Key),
                        ("list", Names([.. issue], draft)),
                        ("count", draft.Count($"clusters.issue.{i + 1}", issue.Count(), Source, "unit.streets"))
                    )
            )
            .ToList();
        return Draft.Join(
            all,
            issues.Count == 0
                ? draft.Say(streets.Exists(IsHot) ? "areas.cluster_no_issues" : "areas.cluster_no_issues_either")
                : draft.Say("areas.cluster_issues", ("list", draft.List(issues, "separator.clause")))
        );
    }

    /// <summary>Which hot areas are hot on the scale beside as well; null where none is hot.</summary>
    public static Prose? Scales(IEnumerable<Area> areas, Draft draft)
    {
        var told = areas
            .Where(area => area.IsHot == true && (area.HoldsFiner ?? area.HoldsCoarser) is not null)
            .OrderByDescending(AreasSection.Above)
            .ThenBy(AreasSection.Name, StringComparer.Ordinal)
            .Take(MostNamed)
            .Select(area => draft.Say("areas.scale_one", ("name", AreasSection.Name(area)), ("scales", Scales(area, draft))))
            .ToList();
        return told.Count == 0 ? null : draft.Say("areas.scales", ("list", draft.List(told, "separator.clause")));
    }

    private static string Scales(Area area, Draft draft)
    {
        string? Of(bool? holds, string scale) => holds is { } yes ? draft.Word($"scale.{scale}_{(yes ? "holds" : "fails")}") : null;
        string?[] parts = area.Street is null
            ? [Of(area.HoldsFiner, "streets")]
            : [Of(area.HoldsCoarser, "district"), Of(area.HoldsFiner, "hexes")];
        return string.Join(draft.Word("separator.enumeration"), parts.OfType<string>());
    }

    private static Prose Told(List<Area> areas, string key, string noneKey, string id, string unit, Draft draft)
    {
        var hot = areas.Where(IsHot).ToList();
        if (hot.Count == 0)
            return draft.Say(noneKey);
        var text = draft.Say(key, ("list", Names(hot, draft)), ("count", draft.Count($"{id}.hot", hot.Count, Source, unit)));
        var core = hot.Where(area => area.Lisa == "HH").ToList();
        var below = areas.Where(area => area.Lisa == "LH").ToList();
        text = Draft.Join(
            text,
            core.Count > 0 ? draft.Say("areas.cluster_hh", ("list", Names(core, draft))) : draft.Say("areas.cluster_no_hh")
        );
        return below.Count == 0 ? text : Draft.Join(text, draft.Say("areas.cluster_lh", ("list", Names(below, draft))));
    }

    private static bool IsHot(Area area) => area.GiStar == "hot" || area.Lisa == "HH";

    /// <summary>The surest first, a few by name.</summary>
    private static string Names(List<Area> areas, Draft draft) =>
        string.Join(
            draft.Word("separator.enumeration"),
            areas
                .OrderBy(area => area.GiStarQ)
                .ThenByDescending(AreasSection.Above)
                .ThenBy(AreasSection.Name, StringComparer.Ordinal)
                .Take(MostNamed)
                .Select(AreasSection.Name)
        ) + (areas.Count > MostNamed ? draft.Word("areas.cluster_more") : "");
}

using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>四、高发区域: districts and streets, with how sure the ranks are and which changes stand up.</summary>
public static class AreasSection
{
    private const string Source = "Grouping/areas.sql, Hotspots/Areas/AreaMeasures";
    private const string CallerSource = "Grouping/single_callers.sql";
    public const int TopStreets = 10;

    /// <summary>Areas that a sentence names; it tells how many there are and where the others stand.</summary>
    internal const int MostNamed = 5;

    /// <summary>With thousands of cases a ratio of 1.05 is significant, and no news for a director.</summary>
    private const double LeastTold = 1.2;

    /// <summary>Six where one was expected are significant, and no work for a district.</summary>
    private const int LeastIncidents = 10;

    /// <summary>A district is told to repeat itself where it has so much more than before (of at least so many), and so much more often than the city.</summary>
    private const int LeastPrevious = 30;
    private const double LeastMore = 1.3;
    private const double BeyondCity = 1.3;
    private const double OftenTold = 1.5;

    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        var heading = draft.Word("section.areas");
        var districts = Ranked(a, "district");
        if (districts.Count == 0)
            return new Section("areas", heading, [new Paragraph(draft.Say("areas.none"))]);
        var streets = Ranked(a, "street");
        var blocks = new List<Block> { new SubHeading(draft.Word("areas.districts")), new Paragraph(Leading(a, districts, draft)) };
        if (a.Now.DistrictUnknown > 0)
            blocks.Add(
                OverviewSection.Note(
                    draft.Say(
                        "areas.unknown",
                        ("count", draft.Count("areas.unknown", a.Now.DistrictUnknown, Source)),
                        ("share", draft.Share("areas.unknown_share", a.Now.DistrictUnknown, a.Now.Complaints, Source))
                    )
                )
            );
        if (DriverProse.Of(a, districts, "districts", draft) is { } drivers)
            blocks.Add(new Paragraph(drivers));
        if (ClusterProse.Districts(districts, draft) is { } clusters)
            blocks.Add(OverviewSection.Note(clusters));
        if (ClusterProse.Scales([.. districts, .. streets], draft) is { } scales)
            blocks.Add(OverviewSection.Note(scales));
        blocks.Add(new TableBlock(AreaTables.Districts(districts, draft)));
        if (a.Map is { } map)
            blocks.Add(new ChartBlock(AreaCharts.Map(a, map, districts, draft, dates)));
        blocks.Add(new Paragraph(Rising(a, districts, "areas.rising_districts", "areas.no_rising_districts", "districts", draft)));
        if (Falling(districts, "districts", draft) is { } falling)
            blocks.Add(new Paragraph(falling));
        if (ToldAgain(a, districts, draft) is { } again)
            blocks.Add(new Paragraph(again));
        if (streets.Count > 0)
        {
            blocks.Add(new SubHeading(draft.Word("areas.streets")));
            blocks.Add(new Paragraph(Streets(a, streets, draft)));
            if (DriverProse.Of(a, streets, "streets", draft) is { } behind)
                blocks.Add(new Paragraph(behind));
            blocks.Add(OverviewSection.Note(ClusterProse.Streets(a, streets, draft)));
            blocks.Add(new TableBlock(AreaTables.Streets([.. streets.Take(TopStreets)], draft.NextTable(), draft)));
            if (a.SingleCallers.Count > 0)
                blocks.Add(OverviewSection.Note(SingleCallers(a, draft)));
            if (streets.Count > MostNamed)
                blocks.Add(draft.Whole(AreaTables.Streets(streets, 0, draft)));
            blocks.Add(new ChartBlock(AreaCharts.Bars(a, [.. streets.Take(TopStreets)], draft, dates)));
            blocks.Add(new Paragraph(Rising(a, streets, "areas.rising_streets", "areas.no_rising_streets", "streets", draft)));
            blocks.Add(OverviewSection.Note(EvolutionProse.Write(a, draft, dates)));
        }
        else
        {
            blocks.Add(new Paragraph(draft.Say("areas.no_streets")));
        }
        return new Section("areas", heading, blocks);
    }

    public static List<Area> Ranked(Analysis a, string level) =>
        [
            .. a
                .Areas.Where(area => area.Level == level && area.Issue is null && area.Complaints > 0)
                .OrderBy(area => area.Rank)
                .ThenByDescending(area => area.Complaints)
                .ThenBy(Name, StringComparer.Ordinal),
        ];

    public static string Name(Area area) => area.District + area.Street;

    /// <summary>Those far above their own past, in the order of <paramref name="areas"/>; the streets by how far.</summary>
    internal static List<Area> Hot(List<Area> areas) =>
        [.. areas.Where(area => area.IsHot == true).OrderByDescending(area => area.Street is null ? 0 : Above(area))];

    /// <summary>How many times its usual a tested area has; one whose usual is nothing stands above all.</summary>
    internal static double Above(Area area) => area.EbRatio ?? double.PositiveInfinity;

    /// <summary>A sentence on a hot area, with its <c>ratio</c>; of one whose usual is nothing <paramref name="fromNone"/>, which has none.</summary>
    internal static Prose SayHot(Area area, string key, string fromNone, string id, Draft draft, params (string, object?)[] values) =>
        area.EbRatio is { } ratio
            ? draft.Say(key, [.. values, ("ratio", draft.Number(id, ratio, 2, "Hotspots/Areas/AreaMeasures", "unit.times"))])
            : draft.Say(fromNone, values);

    /// <summary>What a director is told of: streets and districts hot by more than a little, those of the tables first, then the farthest above their own past.</summary>
    internal static List<Area> FarAbove(Analysis a) =>
        [
            .. Ranked(a, "street")
                .Concat(Ranked(a, "district"))
                .Where(area => area is { IsHot: true, Incidents: >= LeastIncidents } && Above(area) >= LeastTold)
                .OrderByDescending(area => IsTabled(a, area))
                .ThenByDescending(Above),
        ];

    /// <summary>The table of streets has only the first.</summary>
    internal static bool IsTabled(Analysis a, Area area) => area.Street is null || Ranked(a, "street").Take(TopStreets).Contains(area);

    /// <summary>Those whose rise stands up, the surest first.</summary>
    internal static List<Area> Rising(List<Area> areas) =>
        [.. areas.Where(area => area.IsRising == true).OrderBy(area => area.ChangeQValue).ThenBy(Name, StringComparer.Ordinal)];

    /// <summary>Where the whole city rises (spring after winter), those that rise well beyond it: they are news, the others are the season.</summary>
    internal static List<Area> RisingBeyondCity(Analysis a, string level)
    {
        var rising = Rising(Ranked(a, level));
        return a.Before is { Complaints: > 0 } before && a.ChangeQ <= Draft.Significant && a.Now.Incidents > before.Incidents
            ? rising.FindAll(area => area.Complaints * (double)before.Complaints >= BeyondCity * area.Previous * a.Now.Complaints)
            : rising;
    }

    private static Prose Leading(Analysis a, List<Area> districts, Draft draft)
    {
        var leading = districts.Take(3).ToList();
        var list = draft.List(
            leading.Select(
                (area, i) =>
                    draft.Say(
                        districts.Count == 1 ? "areas.one_alone" : "areas.one",
                        ("name", area.District),
                        ("incidents", draft.Count($"areas.{i + 1}.incidents", area.Incidents, Source, "unit.incidents")),
                        ("count", draft.Count($"areas.{i + 1}.complaints", area.Complaints, Source)),
                        ("share", draft.Percent($"areas.{i + 1}.share", area.Share, Source))
                    )
            ),
            "separator.enumeration"
        );
        var verdict =
            districts.All(area => area.QValue is null) ? Untested(a, draft)
            : Hot(districts) is { Count: > 0 } hot ? TellHot(hot, "areas", draft)
            : draft.Say("areas.no_hot");
        return draft.Say(
            districts.Count == 1 ? "areas.only" : "areas.leading",
            ("list", list),
            ("top", leading.Count),
            ("verdict", verdict)
        );
    }

    /// <summary>Why no area is called high.</summary>
    private static Prose Untested(Analysis a, Draft draft) => draft.Say(IsTooLong(a) ? "areas.hot_too_long" : "areas.hot_untested");

    /// <summary>The weeks before say nothing about so long a period.</summary>
    internal static bool IsTooLong(Analysis a) => a.Spans.Current.Days > AreaCounts.LongestJudged;

    private static Prose TellHot(List<Area> hot, string id, Draft draft) =>
        draft.Say(
            "areas.hot",
            (
                "list",
                draft.List(
                    hot.Take(MostNamed)
                        .Select(
                            (area, i) =>
                                SayHot(area, "areas.hot_one", "areas.hot_one_new", $"{id}.hot.{i + 1}", draft, ("name", Name(area)))
                        ),
                    "separator.enumeration"
                )
            ),
            ("more", More(hot, $"{id}.hot", draft))
        );

    /// <summary>等7个: how many there are and where the others stand, districts in their table, streets in the workbook; nothing where all are named.</summary>
    private static Prose More(List<Area> areas, string id, Draft draft) =>
        areas.Count <= MostNamed
            ? Draft.Join()
            : draft.Say(
                areas[0].Street is null ? "areas.more_districts" : "areas.more",
                ("count", draft.Count(id + ".count", areas.Count, Source, "unit.streets"))
            );

    private static Prose Streets(Analysis a, List<Area> streets, Draft draft)
    {
        var first = streets[0];
        var hot = Hot(streets);
        var tied = streets.Count(street => street.Rank == first.Rank);
        var text =
            tied > 1
                ? draft.Say(
                    "areas.first_tied",
                    ("places", draft.Count("streets.tied", tied, Source, "unit.streets")),
                    ("incidents", draft.Count("streets.1.incidents", first.Incidents, Source, "unit.incidents"))
                )
                : draft.Say(
                    first.RankLow is { } surely && surely == first.RankHigh ? "areas.first_surely" : "areas.first_street",
                    ("name", Name(first)),
                    ("count", draft.Count("streets.1.complaints", first.Complaints, Source)),
                    ("incidents", draft.Count("streets.1.incidents", first.Incidents, Source, "unit.incidents")),
                    ("low", first.RankLow is { } low ? draft.Count("streets.1.rank_low", low, Source, "unit.none") : (object)first.Rank),
                    (
                        "high",
                        first.RankHigh is { } high ? draft.Count("streets.1.rank_high", high, Source, "unit.none") : (object)first.Rank
                    )
                );
        return hot.Count == 0
            ? Draft.Join(text, streets.All(area => area.QValue is null) ? Untested(a, draft) : draft.Say("areas.no_hot_street"))
            : Draft.Join(text, TellHot(hot, "streets", draft));
    }

    /// <summary>Those whose fall stands up, the surest first.</summary>
    internal static List<Area> Fallen(List<Area> areas) =>
        [
            .. areas
                .Where(area =>
                    area is { ChangeQValue: <= Draft.Significant, IsRising: false, EbRatio: < 1 } && area.Complaints < area.Previous
                )
                .OrderBy(area => area.ChangeQValue)
                .ThenBy(Name, StringComparer.Ordinal),
        ];

    /// <summary>Districts that fall; where the whole city falls, those that fall well beyond it.</summary>
    internal static List<Area> FallenBeyondCity(Analysis a)
    {
        var fallen = Fallen(Ranked(a, "district"));
        return a.Before is { Complaints: > 0 } before && a.ChangeQ <= Draft.Significant && a.Now.Incidents < before.Incidents
            ? fallen.FindAll(area => BeyondCity * area.Complaints * before.Complaints <= area.Previous * (double)a.Now.Complaints)
            : fallen;
    }

    /// <summary>Null: none. What falls may be missing from the export.</summary>
    private static Prose? Falling(List<Area> areas, string id, Draft draft)
    {
        var falling = Fallen(areas);
        return falling.Count == 0
            ? null
            : draft.Say(
                "areas.falling",
                (
                    "list",
                    draft.List(
                        falling.Take(MostNamed).Select((area, i) => OfChange(area, $"{id}.falling.{i + 1}", draft)),
                        "separator.clause"
                    )
                ),
                ("more", More(falling, $"{id}.falling", draft))
            );
    }

    /// <summary>One caller who reports much makes counts of complaints; that incidents are judged keeps the judgement.</summary>
    private static Prose SingleCallers(Analysis a, Draft draft) =>
        draft.Say(
            "areas.single_callers",
            (
                "list",
                draft.List(
                    a.SingleCallers.Take(MostNamed)
                        .Select(
                            (caller, i) =>
                                draft.Say(
                                    "areas.single_caller",
                                    ("name", caller.District + caller.Street),
                                    ("complaints", draft.Count($"single_callers.{i + 1}", caller.Complaints, CallerSource)),
                                    ("street", draft.Count($"single_callers.{i + 1}.of_street", caller.OfStreet, CallerSource)),
                                    (
                                        "incidents",
                                        draft.Count($"single_callers.{i + 1}.incidents", caller.Incidents, CallerSource, "unit.incidents")
                                    ),
                                    ("district", caller.District),
                                    (
                                        "share",
                                        draft.Share($"single_callers.{i + 1}.share", caller.Complaints, caller.OfDistrict, CallerSource)
                                    )
                                )
                        ),
                    "separator.clause"
                )
            )
        );

    /// <summary>Districts whose complaints are many more than before while their incidents are not: the same told again and again; null: none.</summary>
    private static Prose? ToldAgain(Analysis a, List<Area> districts, Draft draft)
    {
        var again = districts
            .Where(area =>
                area is { IsRising: false, Previous: >= LeastPrevious }
                && area.Complaints >= LeastMore * area.Previous
                && area.Complaints * a.Now.Incidents >= OftenTold * area.Incidents * a.Now.Complaints
            )
            .Take(MostNamed)
            .ToList();
        return again.Count == 0
            ? null
            : draft.Say(
                "areas.told_again",
                (
                    "list",
                    draft.List(
                        again.Select(
                            (area, i) =>
                                draft.Say(
                                    "areas.told_again_one",
                                    ("name", Name(area)),
                                    ("complaints", draft.Count($"districts.again.{i + 1}", area.Complaints, Source)),
                                    ("previous", draft.Count($"districts.again.{i + 1}.previous", area.Previous!.Value, Source)),
                                    (
                                        "incidents",
                                        draft.Count($"districts.again.{i + 1}.incidents", area.Incidents, Source, "unit.incidents")
                                    )
                                )
                        ),
                        "separator.clause"
                    )
                )
            );
    }

    private static Prose OfChange(Area area, string id, Draft draft) =>
        draft.Say(
            "areas.rising_one",
            ("name", Name(area)),
            ("change", draft.Tell(id, new Change(area.Complaints, area.Previous), area.ChangeQValue, "previous", Source))
        );

    private static Prose Rising(Analysis a, List<Area> areas, string key, string noneKey, string id, Draft draft)
    {
        if (a.Spans.Previous is null)
            return draft.Say("areas.no_comparison");
        var rising = Rising(areas);
        return rising.Count == 0
            ? draft.Say(noneKey)
            : draft.Say(
                key,
                (
                    "list",
                    draft.List(
                        rising.Take(MostNamed).Select((area, i) => OfChange(area, $"{id}.rising.{i + 1}", draft)),
                        "separator.clause"
                    )
                ),
                ("more", More(rising, $"{id}.rising", draft))
            );
    }
}

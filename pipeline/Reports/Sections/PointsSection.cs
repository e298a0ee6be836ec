using Hotspot.Classify;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>五、高发点位: the places, how many people and how long, and whether they stand up.</summary>
public static class PointsSection
{
    /// <summary>From this share on an issue is what a place is about.</summary>
    private const double MostOfPlace = 0.5;
    private const string Source = "Grouping/units.sql, Hotspots/HotPoints/Points";
    public const int Top = 10;

    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        var heading = draft.Word("section.points");
        if (a.Now.WithPoint == 0)
            return new Section("points", heading, [new Paragraph(draft.Say("points.no_places"))]);
        if (a.Points.Count == 0)
            return new Section(
                "points",
                heading,
                [
                    new Paragraph(
                        draft.Say("points.none", ("count", draft.Count("points.with_point", a.Now.WithPoint, "Grouping/totals.sql")))
                    ),
                ]
            );

        var listed = Listed(a.Points);
        var blocks = new List<Block> { new Paragraph(Summary(a, draft)) };
        foreach (var (point, i) in listed.Take(2).Select((point, i) => (point, i)))
            blocks.Add(new Paragraph(One(point, $"points.{i + 1}", draft, dates)));
        var uncounted = listed.Count(point => !HasCallers(point));
        if (uncounted > 0)
            blocks.Add(
                OverviewSection.Note(
                    draft.Say("points.no_callers", ("points", draft.Count("points.without_callers", uncounted, Source, "unit.places")))
                )
            );
        blocks.Add(new TableBlock(Table(listed, draft.NextTable(), draft, dates, listed.Count > Top)));
        if (listed.Count < a.Points.Count)
            blocks.Add(draft.Whole(Table(a.Points, 0, draft, dates)));
        var isPlaced = listed.Exists(point => point.Longitude is not null);
        if (isPlaced && a.Map is { } map)
            blocks.Add(new ChartBlock(Map(a, map, listed, draft, dates)));
        else
            blocks.Add(OverviewSection.Note(draft.Say(!isPlaced ? "points.no_coordinates" : "points.no_map")));
        return new Section("points", heading, blocks);
    }

    private static Prose Summary(Analysis a, Draft draft)
    {
        var text = draft.Say(
            "points.summary",
            ("points", draft.Count("points.count", a.Points.Count, Source, "unit.places")),
            ("complaints", draft.Count("points.complaints", a.Points.Sum(point => point.Complaints), Source))
        );
        if (a.Points.All(point => point.IsHot is null))
            return Draft.Join(text, draft.Say("points.untested"));
        return Draft.Join(
            text,
            draft.Say(
                "points.tested",
                ("hot", draft.Count("points.hot", a.Points.Count(point => point.IsHot == true), Source, "unit.places")),
                ("rising", draft.Count("points.rising", a.Points.Count(point => point.IsRising == true), Source, "unit.places"))
            ),
            Chronic(a.Points, draft),
            Further(a.Points, draft),
            Behind(a, draft)
        );
    }

    private static Prose Chronic(IReadOnlyList<HotPoint> points, Draft draft) =>
        points.Count(point => Tested(point) == "chronic") is > 0 and var count
            ? draft.Say("points.chronic_too", ("count", draft.Count("points.chronic", count, Source, "unit.places")))
            : Draft.Join();

    /// <summary>The first by rank, and of those behind them what passed a test: the text counts it, and advice may speak of it.</summary>
    private static List<HotPoint> Listed(IReadOnlyList<HotPoint> points) =>
        [.. points.Take(Top), .. points.Skip(Top).Where(StandsOut).Take(Top)];

    /// <summary>Hot, rising or chronic: what advice speaks of.</summary>
    internal static bool StandsOut(HotPoint point) => Tested(point) is "hot" or "rising" or "chronic";

    /// <summary>How many of those that passed stand behind the first ten, and whether the table has room for all of them.</summary>
    private static Prose Further(IReadOnlyList<HotPoint> points, Draft draft)
    {
        var further = points.Skip(Top).Count(StandsOut);
        return further == 0
            ? Draft.Join()
            : draft.Say(
                further > Top ? "points.further_first" : "points.further",
                ("top", Top),
                ("count", draft.Count("points.further", further, Source, "unit.places")),
                ("shown", Top)
            );
    }

    /// <summary>What the places that rise have more than in the period before, beside what the whole city has.</summary>
    private static Prose Behind(Analysis a, Draft draft)
    {
        var rising = a.Points.Where(point => point is { IsRising: true, Previous: not null }).ToList();
        var more = rising.Sum(point => point.Complaints - point.Previous!.Value);
        if (rising.Count == 0 || more <= 0 || a.Before is not { } before || a.Now.Complaints <= before.Complaints)
            return Draft.Join();
        return draft.Say(
            "points.behind",
            ("more", draft.Count("points.behind.more", more, Source)),
            ("city", draft.Count("points.behind.city", a.Now.Complaints - before.Complaints, "Grouping/totals.sql"))
        );
    }

    /// <summary>Texts and days that stand for callers are no number of people.</summary>
    private static bool HasCallers(HotPoint point) => point.CallersFrom == HotPoint.FromKeys;

    /// <summary>One place in one sentence: where, how many people, how many incidents (what the tests count), how long, against before.</summary>
    /// <param name="where">Where to look, or nothing.</param>
    public static Prose One(HotPoint point, string id, Draft draft, Dates dates, string where = "") =>
        draft.Say(
            HasCallers(point) ? "points.one" : "points.one_without_callers",
            ("rank", point.Rank),
            ("place", Place(point)),
            (
                "radius",
                point.RadiusM is { } radius
                    ? draft.Say(
                        "points.radius",
                        ("radius", draft.Count(id + ".radius", (long)Math.Ceiling(Math.Max(radius, 25)), Source, "unit.metres"))
                    )
                    : Prose.Of("")
            ),
            ("callers", HasCallers(point) ? draft.Count(id + ".callers", point.Callers, Source, "unit.people") : ""),
            ("incidents", draft.Count(id + ".incidents", point.Incidents, Source, "unit.incidents")),
            ("complaints", draft.Count(id + ".complaints", point.Complaints, Source)),
            ("days", draft.Count(id + ".days", point.ActiveDays, Source, "unit.days")),
            (
                "issue",
                point is { TopIssue: { } issue, TopIssueShare: >= MostOfPlace } && issue != IssueList.Other
                    ? draft.Text("points.issue", ("issue", issue))
                    : ""
            ),
            ("hour", Hours(point, dates) is { } hours ? draft.Text("points.hour", ("hours", hours)) : ""),
            (
                "previous",
                point.Previous is { } previous
                    ? draft.Say("points.previous", ("previous", draft.Count(id + ".previous", previous, Source)))
                    : draft.Say("points.no_previous")
            ),
            ("verdict", Told(point, draft)),
            ("where", where)
        );

    public static string Place(HotPoint point) =>
        point.Label.StartsWith(point.District ?? "\0", StringComparison.Ordinal) ? point.Label
        : point.Label.StartsWith(point.Street ?? "\0", StringComparison.Ordinal) ? point.District + point.Label
        : point.District + point.Street + point.Label;

    /// <summary>This period's own tests decide; the word of its weeks stands beside them (高于周边水平，属持续热点), or for them where it says more.</summary>
    private static string Told(HotPoint point, Draft draft)
    {
        var verdict = draft.Word($"points.verdict_{Tested(point)}");
        return Weeks(point) switch
        {
            null => verdict,
            ("new" or "worse") and var word => draft.Word($"points.verdict_{word}"),
            var word => draft.Text("points.verdict_with_weeks", ("verdict", verdict), ("weeks", draft.Word($"points.verdict_{word}"))),
        };
    }

    private static string Tested(HotPoint point) =>
        (point.IsHot, point.IsRising) switch
        {
            (_, true) => "rising",
            (true, _) => "hot",
            (null, null) => "untested",
            // What forty people say of one market on one day is one incident: over a long period its incidents need not stand out, though its weeks do.
            _ => TrendWord.IsChronic(point.TrendClass) ? "chronic" : "unsure",
        };

    /// <summary>Null where the weeks have no word, or one that the tests contradict: what passed none of them is no hot point of any kind, only one that eases.</summary>
    private static string? Weeks(HotPoint point) =>
        (TrendWord.Of(point.TrendClass), Tested(point)) switch
        {
            ("easing", "hot" or "unsure") => "easing",
            (_, "unsure" or "untested") or ("lasting", "chronic") => null,
            // Hot for some weeks already: the period before may hold some of them.
            ("new", _) => TrendWord.IsFirstWeek(point.TrendClass) ? "new" : "unbroken",
            ("worse", _) => "worse",
            (var word, "hot") => word,
            _ => null,
        };

    private static string? Judged(HotPoint point, Draft draft) =>
        point is { IsHot: true, IsRising: true }
            ? draft.Word("verdict.hot_rising")
            : Tested(point) switch
            {
                "untested" => null,
                "unsure" => draft.Word("verdict.watched"),
                var code => draft.Word($"verdict.{code}"),
            };

    /// <param name="withFurther">Behind the first by rank stand others that passed a test.</param>
    public static ReportTable Table(IReadOnlyList<HotPoint> points, int number, Draft draft, Dates dates, bool withFurther = false) =>
        new(
            "points",
            number,
            withFurther ? draft.Text("table.points_and_passed", ("top", Top)) : draft.Text("table.points", ("top", points.Count)),
            draft.Word("sheet.points"),
            [
                draft.Column("rank", CellFormat.Count, 0.6),
                draft.Column("label", CellFormat.Text, 2.2, title: "place"),
                draft.Column("area", CellFormat.Text, 1.6),
                draft.Column("complaints", CellFormat.Count, 0.7),
                draft.Detail("incidents", CellFormat.Count, 0.7),
                draft.Column("callers", CellFormat.Count, 0.7),
                draft.Detail("active_days", CellFormat.Count, 0.7),
                draft.Column("top_issue", CellFormat.Text, 1.4),
                draft.Column("hours", CellFormat.Text, 1.5, title: "top_hour"),
                draft.Column("previous", CellFormat.Count, 0.7, title: "previous_short"),
                draft.Column("verdict", CellFormat.Text, 0.8),
                draft.Column("trend", CellFormat.Text, 0.8),
            ],
            [
                .. points.Select(point =>
                    (IReadOnlyList<object?>)
                        [
                            (long)point.Rank,
                            point.Label,
                            point.District + point.Street,
                            point.Complaints,
                            point.Incidents,
                            HasCallers(point) ? point.Callers : null,
                            (long)point.ActiveDays,
                            point is { TopIssue: { } issue, TopIssueShare: < MostOfPlace }
                                ? draft.Text("points.issue_mixed", ("issue", issue))
                                : point.TopIssue,
                            Hours(point, dates),
                            point.Previous,
                            Judged(point, draft),
                            TrendWord.Told(point.TrendClass, draft),
                        ]
                ),
            ],
            draft.Word(draft.Order.Has("areas") ? "note.points" : "note.points_alone")
        )
        {
            PaperNote = draft.Word("note.points_paper"),
        };

    /// <summary>Circles tell people, by whom places are ranked; incidents where of one of them nobody knows how many there are.</summary>
    private static PointMapChart Map(Analysis a, MapLayer map, List<HotPoint> points, Draft draft, Dates dates)
    {
        var placed = points.Where(point => point.Longitude is not null).ToList();
        var byCallers = placed.TrueForAll(HasCallers);
        return new PointMapChart(
            "point_map",
            draft.NextChart(),
            draft.Word("chart.point_map"),
            draft.Text(
                HasCallers(points[0]) ? "point_map.message" : "point_map.message_without_callers",
                ("place", Place(points[0])),
                ("callers", points[0].Callers),
                ("complaints", points[0].Complaints)
            ),
            OverviewSection.SourceLine(a, draft, dates, a.Now.WithCoordinate) + Unplaced(points, draft),
            map,
            [
                .. placed.Select(point => new MapPoint(
                    point.Rank,
                    point.Label,
                    point.Longitude!.Value,
                    point.Latitude!.Value,
                    byCallers ? point.Callers : point.Incidents,
                    point.IsRising == true
                )),
            ],
            draft.Word(byCallers ? "chart.point_size" : "chart.point_size_incidents")
        )
        {
            Spread = a.Coordinates,
            SpreadLabel = draft.Word("chart.spread"),
        };
    }

    private static string Unplaced(List<HotPoint> points, Draft draft)
    {
        var missing = points.Where(point => point.Longitude is null).ToList();
        return missing.Count == 0
            ? ""
            : draft.Text(
                "point_map.unplaced",
                (
                    "points",
                    string.Join(
                        draft.Word("separator.enumeration"),
                        missing.Select(point => draft.Text("point_map.unplaced_one", ("rank", point.Rank), ("place", point.Label)))
                    )
                )
            );
    }

    private static string? Hours(HotPoint point, Dates dates) =>
        BusyHours.Read(point.BusyHours) is { Count: > 0 } hours ? dates.Hours(hours) : null;
}

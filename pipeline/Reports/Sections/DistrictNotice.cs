using Hotspot.Classify;
using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.Language;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>分区通报单: what the bulletin says of one district, on a page of its own. Every figure is one of the bulletin's analysis; nothing is counted anew.</summary>
public static class DistrictNotice
{
    private const string AreaSource = "Grouping/areas.sql, Hotspots/Areas/AreaMeasures";

    /// <summary>Issues, streets and points named; a page has room for no more.</summary>
    private const int Top = 3;

    /// <param name="whole">The bulletin: its head, marks and questions are the notices' too.</param>
    /// <returns>One for each district with complaints, by the name of the district.</returns>
    public static IReadOnlyList<Bulletin> Of(Analysis a, Bulletin whole, Phrasebook phrases) =>
        [
            .. AreasSection
                .Ranked(a, "district")
                .OrderBy(area => area.District, StringComparer.Ordinal)
                .Select(area => Write(a, area, whole, phrases)),
        ];

    private static Bulletin Write(Analysis a, Area area, Bulletin whole, Phrasebook phrases)
    {
        var district = area.District;
        var dates = new Dates(phrases);
        var draft = new Draft(phrases, BulletinWriter.Inputs(a));
        string Id(string name) => $"notice.{district}.{name}";

        List<Prose> what = [Hours(a, district, Id, draft, dates)];
        if (Issues(a, area, Id, draft) is { } issues)
            what.Insert(0, issues);
        if (a.Callbacks.FirstOrDefault(unit => unit.District == district) is { CalledBack: > 0 } callbacks)
            what.Add(Callbacks(callbacks, Id, draft));

        var streets = AreasSection.Ranked(a, "street").Where(street => street.District == district).Take(Top).ToList();
        // Whose streets these are stands above.
        var points = a.Points.Where(point => point.District == district).Take(Top).Select(point => point with { District = null }).ToList();
        var places = new List<Block>();
        if (streets.Count > 0)
            places.Add(new TableBlock(OnPaper(AreaTables.Streets(streets, draft.NextTable(), draft), "notice.streets", draft)));
        places.Add(
            points.Count > 0
                ? new TableBlock(OnPaper(PointsSection.Table(points, draft.NextTable(), draft, dates), "notice.points", draft))
                : new Paragraph(draft.Say("notice.no_points"), ParagraphKind.Note)
        );

        var here = a with
        {
            Points = points,
            Areas = streets,
            Peaks = [],
            Windows = [],
            Events = [],
            Warnings = [.. a.Warnings.Where(warning => warning.District == district)],
            Scan = a.Scan is { } scan ? scan with { Clusters = [.. scan.Clusters.Where(cluster => cluster.District == district)] } : null,
        };
        Section[] sections =
        [
            new(
                "notice_total",
                draft.Word("section.overview"),
                [new Paragraph(Total(a, area, Id, draft)), new Paragraph(Draft.Join(what))]
            ),
            new("notice_places", draft.Word("notice.places"), places),
            AdviceSection.Write(here, [], draft, dates, Id("advice")),
        ];
        return new Bulletin(
            whole.Head with
            {
                Title = BulletinWriter.OfStream(phrases.Say("notice.title", ("district", district)), a.Stream, phrases),
                FileStem = phrases.Say("notice.file", ("district", district), ("bulletin", whole.Head.FileStem)),
            },
            [.. sections.Select((section, i) => section with { Heading = Numbered(i + 1, section.Heading, phrases) })],
            BulletinWriter.Printed(draft.Figures, sections),
            null,
            whole.Labels
        );
    }

    private static string Numbered(int number, string heading, Phrasebook phrases) =>
        phrases.Say("section.numbered", ("number", phrases[$"number.{number}"]), ("title", heading));

    private static ReportTable OnPaper(ReportTable table, string caption, Draft draft) =>
        table.Without("district").Without("eb_ratio").WithoutEmptyColumns().OnPaper() with
        {
            Caption = draft.Word(caption),
            Note = null,
        };

    private static Prose Total(Analysis a, Area area, Func<string, string> id, Draft draft)
    {
        var year = new Change(area.Complaints, area.YearBefore);
        return draft.Say(
            "notice.received",
            ("district", area.District),
            ("complaints", draft.Count(id("complaints"), area.Complaints, AreaSource)),
            ("share", draft.Percent(id("share"), area.Share, AreaSource)),
            ("incidents", draft.Count(id("incidents"), area.Incidents, AreaSource, "unit.incidents")),
            ("rank", area.Rank),
            ("districts", a.Areas.Count(other => other.Level == "district" && other.Issue is null && other.Complaints > 0)),
            ("change", draft.Tell(id("change"), new Change(area.Complaints, area.Previous), area.ChangeQValue, "previous", AreaSource)),
            (
                "year",
                area.YearBefore is null
                    ? ""
                    : Draft.Join(
                        Prose.Of(draft.Word("separator.clause")),
                        draft.Tell(id("year"), year, area.YearChangeQValue, "year", AreaSource)
                    )
            ),
            (
                "verdict",
                area.IsHot switch
                {
                    true => AreasSection.SayHot(area, "notice.hot", "notice.hot_new", id("eb_ratio"), draft),
                    false => draft.Say("notice.usual"),
                    null => draft.Say("areas.hot_untested"),
                }
            )
        );
    }

    /// <summary>The kinds that come most; null where none is told apart.</summary>
    private static Prose? Issues(Analysis a, Area whole, Func<string, string> id, Draft draft)
    {
        var issues = a
            .Areas.Where(area => area.Level == "district" && area.District == whole.District && area.Complaints > 0)
            .Where(area => area.Issue is { } issue && issue != IssueList.Other)
            .OrderByDescending(area => area.Complaints)
            .ThenBy(area => area.Issue, StringComparer.Ordinal)
            .Take(Top)
            .ToList();
        if (issues.Count == 0)
            return null;
        return draft.Say(
            "notice.issues",
            (
                "list",
                draft.List(
                    issues.Select(
                        (issue, i) =>
                            draft.Say(
                                "notice.issue",
                                ("issue", issue.Issue),
                                ("count", draft.Count(id($"issue.{i + 1}"), issue.Complaints, AreaSource)),
                                ("share", draft.Share(id($"issue.{i + 1}.share"), issue.Complaints, whole.Complaints, AreaSource)),
                                ("verdict", issue.IsRising == true ? draft.Word("notice.rising") : "")
                            )
                    ),
                    "separator.enumeration"
                )
            )
        );
    }

    private static Prose Hours(Analysis a, string district, Func<string, string> id, Draft draft, Dates dates)
    {
        if (!a.Peaks.Any(peak => peak.ScopeLevel == "district" && peak.Scope == district && peak.PValue is not null))
            return draft.Say("notice.hours_untested");
        var groups = PeakGroup
            .Of(a.Peaks)
            .Where(group => group.ScopeLevel == "district" && group.Scope == district)
            .DistinctBy(group => (group.Start, group.End))
            .Take(Top)
            .ToList();
        if (groups.Count == 0)
            return draft.Say("notice.no_hours");
        return draft.Say(
            "notice.hours",
            (
                "list",
                draft.List(
                    groups.Select(
                        (group, i) =>
                            draft.Say(
                                "notice.hour",
                                ("kind", group.DayKind == "all" ? "" : draft.Word($"day_kind.{group.DayKind}")),
                                ("hours", dates.Hours(group.Start, group.End)),
                                ("comparison", draft.Word($"comparison.{group.Comparison}")),
                                (
                                    "ratio",
                                    draft.Number(
                                        id($"hours.{i + 1}"),
                                        group.Ratio,
                                        1,
                                        "Grouping/hours.sql, Hotspots/Peaks/PeakHours",
                                        "unit.times"
                                    )
                                )
                            )
                    ),
                    "separator.enumeration"
                )
            )
        );
    }

    private static Prose Callbacks(CallbackCount unit, Func<string, string> id, Draft draft)
    {
        const string source = "Grouping/callbacks.sql";
        return draft.Say(
            "notice.callbacks",
            ("orders", draft.Count(id("callbacks.orders"), unit.Complaints, source)),
            ("done", draft.Count(id("callbacks.done"), unit.CalledBack, source)),
            ("share", draft.Share(id("callbacks.share"), unit.CalledBack, unit.Complaints, source))
        );
    }
}

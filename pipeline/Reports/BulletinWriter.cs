using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Reports;

/// <summary>Marks and names that the run decides.</summary>
/// <param name="IssueNumber">Total number of a finalised bulletin; null for a draft.</param>
public sealed record BulletinTerms(string UnitName, int? IssueNumber, bool IsDemo);

/// <summary>Writes the bulletin of a period from its analysis: the order of the sections stands here.</summary>
public static class BulletinWriter
{
    public static Bulletin Write(Analysis analysis, BulletinTerms terms, Phrasebook phrases)
    {
        var counted = analysis.Spans.Current;
        var draft = new Draft(phrases, string.Create(CultureInfo.InvariantCulture, $"{counted.From:O}/{counted.LastDay:O}"));
        var dates = new Dates(phrases);
        var sections = ShortBulletin.Suits(analysis.Now.Complaints)
            ? ShortBulletin.Write(analysis, draft, dates)
            : Whole(analysis, draft, dates);
        return new Bulletin(
            Head(analysis.Spans, terms, phrases, dates, isPublic: false),
            [.. sections.Select(Tidy)],
            draft.Figures,
            analysis.Map,
            Labels(phrases)
        )
        {
            Queries = analysis.Queries,
            Explorer =
                analysis.Cube is { } cube && !ShortBulletin.Suits(analysis.Now.Complaints) ? Explore(analysis, cube, dates, phrases) : null,
        };
    }

    private static List<Section> Whole(Analysis analysis, Draft draft, Dates dates)
    {
        var sections = new List<Section>
        {
            OverviewSection.Write(analysis, draft, dates),
            IssuesSection.Write(analysis, draft),
            PeakHoursSection.Write(analysis, draft, dates),
            AreasSection.Write(analysis, draft, dates),
            PointsSection.Write(analysis, draft, dates),
            IncidentsSection.Write(analysis, draft),
            CallbackSection.Write(analysis, draft),
            OutlookSection.Write(analysis, draft),
        };
        sections.Add(AdviceSection.Write(analysis, sections, draft, dates));
        sections.Add(DataNotesSection.Write(analysis, draft, dates));
        sections.Insert(0, KeyFindings.Write(analysis, sections, draft, dates));
        return sections;
    }

    private static Explorer Explore(Analysis analysis, ComplaintCube cube, Dates dates, Phrasebook phrases)
    {
        PartName Week(DateOnly from, int i) =>
            new(
                dates.Span(from, i + 1 < cube.Parts.Count ? cube.Parts[i + 1].AddDays(-1) : cube.Span.LastDay),
                from.ToString("M'/'d", CultureInfo.InvariantCulture)
            );
        PartName Day(DateOnly day)
        {
            var weekday = phrases[$"weekday.{((int)day.DayOfWeek + 6) % 7 + 1}"];
            return new PartName(phrases.Say("date.day_of_week", ("day", dates.MonthDay(day)), ("weekday", weekday)), weekday);
        }
        return new Explorer(
            cube,
            cube.IsByWeek ? [.. cube.Parts.Select(Week)] : [.. cube.Parts.Select(Day)],
            analysis.InnerDistricts,
            [
                .. analysis
                    .Points.Where(point => point.Longitude is not null && analysis.PointCells.ContainsKey(point.Rank))
                    .Select(point => new ExplorerPoint(
                        point.Rank,
                        point.Label,
                        point.District,
                        point.Street,
                        point.Longitude!.Value,
                        point.Latitude!.Value,
                        point.IsHot == true || point.IsRising == true,
                        analysis.PointCells[point.Rank]
                    )),
            ]
        );
    }

    private static Section Tidy(Section section) =>
        section with
        {
            Blocks =
            [
                .. section.Blocks.Select(block =>
                    block is TableBlock { Table: var table } ? new TableBlock(table.WithoutEmptyColumns()) : block
                ),
            ],
        };

    /// <summary>The head of a public edition: every page says so, and it carries no issue number.</summary>
    internal static BulletinHead PublicHead(ReportSpans spans, BulletinTerms terms, Phrasebook phrases, Dates dates) =>
        Head(spans, terms, phrases, dates, isPublic: true);

    private static BulletinHead Head(ReportSpans spans, BulletinTerms terms, Phrasebook phrases, Dates dates, bool isPublic)
    {
        var period = spans.Period;
        var kind = Records.Snake.Case(period.Kind.ToString());
        var title = phrases[$"title.{kind}"];
        var marks = new List<string>();
        var state = phrases[
            isPublic ? "mark.public"
            : terms.IssueNumber is null ? "mark.draft"
            : "mark.final"
        ];
        if (terms.IssueNumber is null)
            marks.Add(state);
        if (terms.IsDemo)
            marks.Add(phrases["mark.demo"]);
        var issue = terms.IssueNumber is { } number ? phrases.Say("head.issue", ("number", number)) : state;
        var name =
            dates.Period(period)
            + (period.Rule == MonthRule.Assessment && period.Kind != PeriodKind.Weekly ? phrases["head.assessment"] : "");
        return new BulletinHead(
            terms.UnitName.Length > 0 ? terms.UnitName : phrases["head.no_unit"],
            title,
            issue,
            phrases.Say("head.period", ("name", name), ("span", dates.Span(period.From, period.LastDay))),
            phrases.Say("head.through", ("day", dates.Day(spans.Current.LastDay))),
            spans.Current.LastDay,
            marks,
            phrases.Say("head.file", ("title", title), ("period", name), ("state", state))
        );
    }

    internal static Dictionary<string, string> Labels(Phrasebook phrases) =>
        phrases
            .Keys.Where(key => key.StartsWith("outputs.", StringComparison.Ordinal))
            .ToDictionary(key => key["outputs.".Length..], key => phrases[key]);
}

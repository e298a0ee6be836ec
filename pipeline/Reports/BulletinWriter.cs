using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Records;
using Hotspot.Reports.Model;
using Hotspot.Reports.Sections;

namespace Hotspot.Reports;

/// <summary>Marks and names that the run decides.</summary>
/// <param name="IssueNumber">Total number of a finalised bulletin; null for a draft.</param>
public sealed record BulletinTerms(string UnitName, int? IssueNumber, bool IsDemo);

/// <summary>Writes the bulletin of a period from its analysis, in the order that a unit has chosen.</summary>
public static class BulletinWriter
{
    public static Bulletin Write(Analysis analysis, BulletinTerms terms, Phrasebook phrases, SectionOrder order)
    {
        var isShort = ShortBulletin.Suits(analysis.Now.Complaints);
        if (isShort)
            order = ShortBulletin.Order(order, analysis.Now.Complaints);
        var draft = new Draft(phrases, Inputs(analysis), order);
        var dates = new Dates(phrases);
        var written = new List<Section>();
        foreach (var id in order.Writing)
            written.Add(
                id switch
                {
                    "key" when isShort => ShortBulletin.Findings(analysis, draft),
                    "listing" => ShortBulletin.Listing(analysis, draft),
                    "key" => KeyFindings.Write(analysis, written, draft, dates),
                    "overview" => OverviewSection.Write(analysis, draft, dates),
                    "issues" => IssuesSection.Write(analysis, draft),
                    "peak_hours" => PeakHoursSection.Write(analysis, draft, dates),
                    "areas" => AreasSection.Write(analysis, draft, dates),
                    "points" => PointsSection.Write(analysis, draft, dates),
                    "incidents" => IncidentsSection.Write(analysis, draft, dates),
                    "callbacks" => CallbackSection.Write(analysis, draft),
                    "outlook" => OutlookSection.Write(analysis, draft, dates),
                    "advice" => AdviceSection.Write(analysis, written, draft, dates),
                    "notes" => DataNotesSection.Write(analysis, draft, dates),
                    _ => throw new ArgumentException($"no section '{id}'", nameof(order)),
                }
            );
        var sections = Ordered(written, order, phrases);
        return new Bulletin(
            Head(analysis.Spans, analysis.Stream, terms, phrases, dates, isPublic: false),
            sections,
            Printed(draft.Figures, sections),
            analysis.Map,
            Labels(phrases)
        )
        {
            Queries = analysis.Queries,
            Explorer = analysis.Cube is { } cube && !isShort ? Explore(analysis, cube, dates, phrases) : null,
        };
    }

    /// <summary>What every figure is made from: the days counted.</summary>
    internal static string Inputs(Analysis analysis) => analysis.Spans.Current.Inputs;

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
                        PointsSection.StandsOut(point),
                        analysis.PointCells[point.Rank]
                    )),
            ]
        );
    }

    /// <summary>The sections in their places, with the numbers of these.</summary>
    internal static IReadOnlyList<Section> Ordered(List<Section> written, SectionOrder order, Phrasebook phrases) =>
        [
            .. order
                .Shown.Select(id => written.Find(section => section.Id == id)!)
                .Select(section =>
                    section with
                    {
                        Heading = order.Heading(section.Id, section.Heading, phrases),
                        Blocks = Tidy(section.Blocks),
                    }
                ),
        ];

    /// <summary>The figures that the text kept, and those of the page's head.</summary>
    internal static IReadOnlyList<Figure> Printed(IReadOnlyList<Figure> figures, IReadOnlyList<Section> sections)
    {
        var printed = sections
            .SelectMany(section => section.Blocks)
            .OfType<Paragraph>()
            .SelectMany(paragraph => paragraph.Text.Spans)
            .Select(span => span.FigureId)
            .ToHashSet();
        return [.. figures.Where(figure => printed.Contains(figure.Id) || figure.Id.StartsWith("key.", StringComparison.Ordinal))];
    }

    /// <summary>Without empty columns, and without paragraphs whose phrase a unit has left empty.</summary>
    private static IReadOnlyList<Block> Tidy(IReadOnlyList<Block> blocks) =>
        [
            .. blocks
                .Where(block => block is not Paragraph { Text: var text } || text.ToString().Length > 0)
                .Select(block =>
                    block switch
                    {
                        TableBlock { Table: var table } => new TableBlock(table.WithoutEmptyColumns()),
                        SheetBlock { Table: var table } => new SheetBlock(table.WithoutEmptyColumns()),
                        _ => block,
                    }
                ),
        ];

    /// <summary>The head of a public edition: every page says so, and it carries no issue number.</summary>
    internal static BulletinHead PublicHead(ReportSpans spans, BulletinTerms terms, Phrasebook phrases, Dates dates) =>
        Head(spans, null, terms, phrases, dates, isPublic: true);

    private static BulletinHead Head(
        ReportSpans spans,
        OrderStream? stream,
        BulletinTerms terms,
        Phrasebook phrases,
        Dates dates,
        bool isPublic
    )
    {
        var period = spans.Period;
        var kind = Snake.Case(period.Kind.ToString());
        var title = OfStream(phrases[$"title.{kind}"], stream, phrases);
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
            phrases.Say("head.period", ("name", name), ("span", dates.Span(period.From, spans.Current.LastDay))),
            phrases.Say("head.through", ("day", dates.Day(spans.Current.LastDay))),
            spans.Current.LastDay,
            marks,
            FileName(phrases.Say("head.file", ("title", title), ("period", name), ("state", state)))
        );
    }

    /// <summary>A title that says of which stream its paper speaks: 城管诉求周报（交办）.</summary>
    /// <param name="stream">Null: of all, which needs no word.</param>
    internal static string OfStream(string title, OrderStream? stream, Phrasebook phrases) =>
        stream is { } one ? phrases.Say("title.of_stream", ("title", title), ("stream", phrases[$"stream.{Snake.Code(one)}"])) : title;

    /// <summary>Titles are a unit's own words: a sign that Windows forbids in names of files becomes －; at most 80 characters.</summary>
    private static string FileName(string wanted)
    {
        var name = string.Concat(wanted.Select(c => c < ' ' || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '－' : c));
        return name[..Math.Min(name.Length, 80)].Trim(' ', '.') is { Length: > 0 } kept ? kept : "bulletin";
    }

    internal static Dictionary<string, string> Labels(Phrasebook phrases) =>
        phrases
            .Keys.Where(key => key.StartsWith("outputs.", StringComparison.Ordinal))
            .ToDictionary(key => key["outputs.".Length..], key => phrases[key]);
}

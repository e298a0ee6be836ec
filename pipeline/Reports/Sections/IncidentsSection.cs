using Hotspot.Grouping;
using Hotspot.Reports.Model;
using Hotspot.Texts;

namespace Hotspot.Reports.Sections;

/// <summary>六、热点问题: the matters that most people speak of, each with one masked example; words that emerge; what comes again. Without words the incidents with most reports.</summary>
public static class IncidentsSection
{
    private const string Source = "Grouping/top_incidents.sql";

    /// <summary>Incidents with fewer reports are not listed.</summary>
    public const int LeastReports = 3;
    private const int LongestExample = 40;

    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        var heading = draft.Word("section.incidents");
        var merged = a.Now.Complaints - a.Now.Incidents;
        var blocks = new List<Block>
        {
            new Paragraph(
                merged > 0
                    ? draft.Say(
                        "incidents.summary",
                        ("merged", draft.Count("incidents.merged", merged, Source)),
                        ("share", draft.Share("incidents.merged_share", merged, a.Now.Complaints, Source))
                    )
                    : draft.Say("incidents.no_repeats")
            ),
        };
        blocks.AddRange(HotIssuesProse.Write(a, draft));
        if (a.Incidents.Count == 0)
            blocks.Add(new Paragraph(draft.Say("incidents.none")));
        else if (a.Spoken.Issues.Count == 0)
            blocks.Add(new TableBlock(Table(a.Incidents, "table.incidents", draft)));
        if (HotIssuesProse.Words(a, draft) is { } words)
            blocks.Add(new Paragraph(words));
        blocks.AddRange(RepeatsProse.Own(a, draft, dates));
        blocks.AddRange(RepeatsProse.ByDistrict(a, draft));
        blocks.Add(OverviewSection.Note(RepeatsProse.Near(a, draft, dates)));
        return new Section("incidents", heading, blocks);
    }

    /// <param name="title">Phrase of its title, which may tell how many there are: <c>{top}</c>.</param>
    public static ReportTable Table(IReadOnlyList<IncidentCount> incidents, string title, Draft draft) =>
        new(
            "incidents",
            draft.NextTable(),
            draft.Text(title, ("top", incidents.Count)),
            draft.Word("sheet.incidents"),
            [
                draft.Column("rank", CellFormat.Count, 0.5),
                draft.Column("issue", CellFormat.Text, 1.3),
                draft.Column("place", CellFormat.Text, 2.2),
                draft.Column("complaints", CellFormat.Count, 0.6),
                draft.Column("callers", CellFormat.Count, 0.6),
                draft.Detail("first_at", CellFormat.Minute, 1.3),
                draft.Column("example", CellFormat.Text, 2.8),
            ],
            [
                .. incidents.Select(
                    (incident, i) =>
                        (IReadOnlyList<object?>)
                            [
                                i + 1L,
                                incident.Issue,
                                incident.District + incident.Street + incident.Place,
                                incident.Complaints,
                                incident.Callers,
                                incident.FirstAt,
                                Excerpt.Of(incident.Example, LongestExample),
                            ]
                ),
            ],
            draft.Word("note.incidents")
        );
}

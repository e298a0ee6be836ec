using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>
/// The bulletin of a period with so few complaints, or none, that shares, peaks and maps would only dress up single cases: totals, every incident in a
/// list, and the notes on the data.
/// </summary>
public static class ShortBulletin
{
    /// <summary>From so many complaints on a period has the whole bulletin.</summary>
    public const int LeastComplaints = 30;

    public static bool Suits(long complaints) => complaints < LeastComplaints;

    public static List<Section> Write(Analysis a, Draft draft, Dates dates)
    {
        var overview = OverviewSection.Write(a, draft, dates);
        Section[] told = a.Now.Complaints == 0 ? [overview] : [overview, Listing(a, draft)];
        return [Findings(a, draft), .. told, DataNotesSection.Write(a, draft, dates)];
    }

    private static Section Findings(Analysis a, Draft draft)
    {
        var findings = new List<Prose>();
        if (a.Now.Complaints > 0)
        {
            findings.Add(
                draft.Say(
                    "key.total",
                    ("complaints", draft.Count("finding.complaints", a.Now.Complaints, "Grouping/totals.sql")),
                    ("incidents", draft.Count("finding.incidents", a.Now.Incidents, "Grouping/totals.sql", "unit.incidents")),
                    ("change", OverviewSection.Changes(a, draft)),
                    ("where", "")
                )
            );
            findings.Add(draft.Say("short.few", ("least", LeastComplaints)));
        }
        else
        {
            findings.Add(draft.Say("short.none", ("change", OverviewSection.Changes(a, draft))));
            // Never silent before: the file is missing rather than the complaints.
            if (a.History.Count > 1 && a.History.SkipLast(1).All(period => !Suits(period.Complaints)))
                findings.Add(draft.Say("short.missing"));
        }
        return new Section("key", draft.Word("section.key"), [.. findings.Select(text => new Paragraph(text, ParagraphKind.Finding))]);
    }

    private static Section Listing(Analysis a, Draft draft) =>
        new(
            "listing",
            draft.Word("section.listing"),
            [
                new Paragraph(
                    draft.Say(
                        "short.listing",
                        ("incidents", draft.Count("short.incidents", a.Incidents.Count, "Grouping/top_incidents.sql", "unit.incidents"))
                    )
                ),
                new TableBlock(IncidentsSection.Table(a.Incidents, "table.listing", draft)),
            ]
        );
}

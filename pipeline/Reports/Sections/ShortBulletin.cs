using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>
/// The bulletin of a period with so few complaints, or none, that shares, peaks and maps would only dress up single cases: totals, every incident in a
/// list, and the notes on the data.
/// </summary>
public static class ShortBulletin
{
    /// <summary>From so many complaints on a period has the whole bulletin: below, no percentage of them is told anywhere (<see cref="Hotspot.Grouping.Change"/>).</summary>
    public const int LeastComplaints = 10;

    private static readonly string[] Sections = ["key", "overview", "listing", "notes"];

    public static bool Suits(long complaints) => complaints < LeastComplaints;

    /// <summary>Of the sections that a unit shows those that a short bulletin has; the list stands wherever there is something to list.</summary>
    public static SectionOrder Order(SectionOrder chosen, long complaints) =>
        new([.. Sections.Where(id => id == "listing" ? complaints > 0 : chosen.Has(id))]);

    public static Section Findings(Analysis a, Draft draft)
    {
        var findings = new List<Prose>();
        if (a.Now.Complaints > 0)
        {
            findings.Add(KeyFindings.Total(a, "", draft));
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

    /// <summary>Incidents of which only later reports are in the period: listed here, and counted where they were first reported.</summary>
    private static IEnumerable<Block> Earlier(Analysis a, Draft draft) =>
        a.Incidents.Count - a.Now.Incidents is var earlier and > 0
            ?
            [
                OverviewSection.Note(
                    draft.Say(
                        "short.earlier",
                        ("incidents", draft.Count("short.earlier", earlier, "Grouping/top_incidents.sql", "unit.incidents"))
                    )
                ),
            ]
            : [];

    public static Section Listing(Analysis a, Draft draft) =>
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
                .. Earlier(a, draft),
                new TableBlock(IncidentsSection.Table(a.Incidents, "table.listing", draft)),
            ]
        );
}

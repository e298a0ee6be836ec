using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>本期要点: three to five findings that a director reads in twenty seconds, each with its figure and where to look.</summary>
public static class KeyFindings
{
    public static Section Write(Analysis a, IReadOnlyList<Section> sections, Draft draft, Dates dates)
    {
        var findings = new List<Prose>
        {
            draft.Say(
                "key.total",
                ("complaints", draft.Count("key.complaints", a.Now.Complaints, "Grouping/totals.sql")),
                ("incidents", draft.Count("key.incidents", a.Now.Incidents, "Grouping/totals.sql")),
                ("change", OverviewSection.Changes(a, draft)),
                ("where", Where(sections, "overview", draft))
            ),
        };
        var issuePeak = PeakGroup.Of(a.Peaks).FirstOrDefault(peak => peak.ScopeLevel == "issue" && peak.Scope != draft.Word("issue.other"));
        var cityPeak = PeakGroup.Of(a.Peaks).FirstOrDefault(peak => peak is { ScopeLevel: "city", DayKind: "all" });
        if ((issuePeak ?? cityPeak) is { } peak)
            findings.Add(
                draft.Say(
                    "key.peak",
                    ("scope", peak.ScopeText(draft)),
                    ("hours", dates.Hours(peak.Start, peak.End)),
                    ("count", draft.Count("key.peak_complaints", peak.Complaints, "Hotspots/PeakHours")),
                    ("ratio", draft.Number("key.peak_ratio", peak.Ratio, 1, "Hotspots/PeakHours", "unit.times")),
                    ("basis", draft.Word($"key.basis_{peak.Comparison}")),
                    ("where", Where(sections, "peak_hours", draft))
                )
            );
        var districts = AreasSection.Ranked(a, "district");
        var rising = AreasSection
            .Ranked(a, "street")
            .Where(area => area.IsRising == true)
            .OrderBy(area => area.ChangeQValue)
            .FirstOrDefault();
        if (rising is not null)
            findings.Add(
                draft.Say(
                    "key.rising",
                    ("name", AreasSection.Name(rising)),
                    ("now", draft.Count("key.rising_now", rising.Complaints, "Hotspots/AreaMeasures")),
                    ("previous", draft.Count("key.rising_previous", rising.Previous ?? 0, "Hotspots/AreaMeasures")),
                    ("where", Where(sections, "streets", draft))
                )
            );
        else if (districts.Count > 0)
            findings.Add(
                draft.Say(
                    "key.district",
                    ("name", districts[0].District),
                    ("count", draft.Count("key.district_complaints", districts[0].Complaints, "Hotspots/AreaMeasures")),
                    ("share", draft.Percent("key.district_share", districts[0].Share, "Hotspots/AreaMeasures")),
                    ("where", Where(sections, "districts", draft))
                )
            );
        if (a.Points.Count > 0)
            findings.Add(
                draft.Say(
                    "key.point",
                    ("sentence", PointsSection.One(a.Points[0], "points.1", draft, dates)),
                    ("where", Where(sections, "points", draft))
                )
            );
        if (a.Now.WithHour < a.Now.Complaints / 2)
            findings.Add(draft.Say("key.no_hours"));
        return new Section("key", draft.Word("section.key"), [.. findings.Select(text => new Paragraph(text, ParagraphKind.Finding))]);
    }

    /// <summary>（见表4）, or nothing where the table is not there.</summary>
    private static string Where(IReadOnlyList<Section> sections, string table, Draft draft)
    {
        var number = sections
            .SelectMany(section => section.Blocks)
            .OfType<TableBlock>()
            .FirstOrDefault(block => block.Table.Id == table)
            ?.Table.Number;
        return number is null ? "" : draft.Text("key.where", ("table", number));
    }
}

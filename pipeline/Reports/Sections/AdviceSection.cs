using Hotspot.Classify;
using Hotspot.Hotspots;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>九、工作建议: rules, not opinion: who, where, when, because of which table (where the bulletin has it). Only tested findings give
/// advice, the first of them in an order that is told where there are more.</summary>
public static class AdviceSection
{
    private const int MostPoints = 5;
    private const int MostPeaks = 2;
    private const int MostStreets = 3;

    public static Section Write(Analysis a, IReadOnlyList<Section> earlier, Draft draft, Dates dates)
    {
        var next = a.Spans.Period;
        var from = next.Until;
        var span = dates.Span(from, from.AddDays(Math.Min(next.Days, 7) - 1));
        var advice = new List<Prose>();

        var points = a.Points.Where(PointsSection.StandsOut).ToList();
        foreach (var group in points.Take(MostPoints).GroupBy(point => (point.District, point.Street)))
            advice.Add(
                draft.Say(
                    "advice.points",
                    ("span", span),
                    ("street", group.Key.District + group.Key.Street),
                    ("ranks", string.Join(draft.Word("separator.enumeration"), group.Select(point => point.Rank))),
                    ("places", string.Join(draft.Word("separator.enumeration"), group.Select(point => point.Label))),
                    ("hours", HoursOf(group, draft, dates)),
                    ("basis", Tables.Reference(earlier, "points", "advice.basis", draft))
                )
            );
        var peaks = IssuePeaks(a.Peaks).ToList();
        foreach (var peak in peaks.Take(MostPeaks))
            advice.Add(
                draft.Say(
                    "advice.peak",
                    ("span", span),
                    ("hours", dates.Hours(peak.Start, peak.End)),
                    ("issue", peak.Scope),
                    ("basis_level", draft.Word($"key.basis_{peak.Comparison}")),
                    ("ratio", draft.Number($"advice.peak.{peak.Scope}.{peak.Start}", peak.Ratio, 1, "Hotspots/PeakHours", "unit.times")),
                    ("basis", Tables.Reference(earlier, "peak_hours", "advice.basis", draft))
                )
            );
        var streets = AreasSection.Ranked(a, "street").Where(area => area.IsRising == true).ToList();
        foreach (var area in streets.Take(MostStreets))
            advice.Add(
                draft.Say(
                    "advice.street",
                    ("street", AreasSection.Name(area)),
                    ("basis", Tables.Reference(earlier, "streets", "advice.basis", draft))
                )
            );

        var blocks =
            advice.Count == 0
                ? (List<Block>)[new Paragraph(draft.Say("advice.none"))]
                : [.. advice.Select((text, i) => new Paragraph(Draft.Join(draft.Say("advice.number", ("number", i + 1)), text)))];
        void First(string what, int all, int named, string unit, string table)
        {
            if (all > named)
                blocks.Add(
                    OverviewSection.Note(
                        draft.Say(
                            $"advice.first_{what}",
                            ("all", draft.Count($"advice.{what}", all, "Hotspots", unit)),
                            ("named", draft.Count($"advice.{what}_named", named, "Hotspots", unit)),
                            ("basis", Tables.Reference(earlier, table, "advice.basis", draft))
                        )
                    )
                );
        }
        First("points", points.Count, MostPoints, "unit.places", "points");
        First("peaks", peaks.Count, MostPeaks, "unit.kinds", "peak_hours");
        First("streets", streets.Count, MostStreets, "unit.streets", "streets");
        blocks.AddRange(EventsProse.Write(a, draft, dates));
        return new Section("advice", draft.Word("section.advice"), blocks);
    }

    /// <summary>The strongest peak of each issue, strongest first: the same hours may stand out against several comparisons, but are patrolled once.</summary>
    public static IEnumerable<PeakGroup> IssuePeaks(IReadOnlyList<PeakHour> peaks) =>
        PeakGroup
            .Of(peaks)
            .Where(peak => peak is { ScopeLevel: "issue", DayKind: "all" } && peak.Scope != IssueList.Other)
            .DistinctBy(peak => peak.Scope);

    /// <summary>Of a place: its hour with the most complaints, and the one before.</summary>
    public static IEnumerable<int> PatrolHours(int topHour) => [(topHour + 23) % 24, topHour];

    private static string HoursOf(IEnumerable<HotPoint> points, Draft draft, Dates dates)
    {
        var hours = points.Where(point => point.TopHour is not null).SelectMany(point => PatrolHours(point.TopHour!.Value)).ToList();
        return hours.Count == 0 ? draft.Word("advice.any_hour") : PeakHoursSection.HourList(hours, draft, dates);
    }
}

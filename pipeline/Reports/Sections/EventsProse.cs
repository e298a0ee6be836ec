using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The events ahead: plain daily means of a year before, without a test and without a verdict.</summary>
public static class EventsProse
{
    private const string Source = "Grouping/totals.sql";

    public static IEnumerable<Block> Write(Analysis a, Draft draft, Dates dates) =>
        a.Events.Select(ahead => new Paragraph(One(ahead, draft, dates)));

    private static Prose One(EventAhead ahead, Draft draft, Dates dates)
    {
        var next = ahead.Next;
        var id = $"events.{next.Name}";
        var (name, span) = (("name", (object?)next.Name), ("span", (object?)dates.Span(next.From, next.LastDay)));
        return ahead.Before is not { } then
            ? draft.Say("events.unknown", name, span)
            : draft.Say(
                "events.known",
                name,
                span,
                ("then_name", then.Name),
                ("then", dates.Span(then.From, then.LastDay)),
                ("daily", draft.Number($"{id}.daily", (double)ahead.Complaints / then.Days, 1, Source, "unit.items")),
                ("before", draft.Number($"{id}.before", (double)ahead.ComplaintsBefore / EventAhead.DaysBefore, 1, Source, "unit.items"))
            );
    }
}

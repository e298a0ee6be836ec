using Hotspot.Hotspots.Peaks;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The average workday, weekend day and holiday of 三、高发时段, hour by hour.</summary>
internal static class DayCurveChart
{
    public static CurveChart Of(IReadOnlyList<DayCurve> curves, Analysis a, Draft draft, Dates dates) =>
        new(
            "day_curve",
            draft.NextChart(),
            draft.Text("chart.day_curve", ("span", dates.Span(curves.Min(curve => curve.FromOn), a.Spans.Current.LastDay))),
            draft.Text(
                "day_curve.message",
                ("list", string.Join(draft.Word("separator.clause"), curves.Select(curve => Highest(curve, draft, dates))))
            ),
            draft.Text(
                "chart.source_days",
                (
                    "days",
                    string.Join(
                        draft.Word("separator.enumeration"),
                        curves
                            .Select(curve => draft.Text("day_curve.days", ("kind", Kind(curve, draft)), ("days", curve.Days)))
                            .Prepend(dates.Span(curves.Min(curve => curve.FromOn), a.Spans.Current.LastDay))
                    )
                ),
                ("count", curves.Sum(curve => curve.Complaints.Sum())),
                ("through", dates.Day(a.Spans.Current.LastDay))
            ),
            [.. curves.Select(curve => new Curve(Kind(curve, draft), curve.Means))],
            draft.Word("chart.value_per_day")
        );

    private static string Highest(DayCurve curve, Draft draft, Dates dates)
    {
        var hour = Enumerable.Range(0, 24).MaxBy(h => curve.Complaints[h]);
        return draft.Text(
            "day_curve.highest",
            ("kind", Kind(curve, draft)),
            ("hours", dates.Hours(hour, (hour + 1) % 24)),
            ("mean", Draft.OneDecimal(curve.Means[hour]))
        );
    }

    private static string Kind(DayCurve curve, Draft draft) => draft.Word($"day_kind.{curve.DayKind}");
}

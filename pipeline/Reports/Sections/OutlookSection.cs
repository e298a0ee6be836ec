using Hotspot.Hotspots;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>八、预警与研判: what is new this period, and the naive expectation for the next one.</summary>
public static class OutlookSection
{
    private const string Source = "Hotspots/NaiveForecast";

    public static Section Write(Analysis a, Draft draft)
    {
        var points = a.Points.Where(point => point.IsRising == true).ToList();
        var areas = AreasSection.Ranked(a, "street").Where(area => area.IsRising == true).ToList();
        var blocks = new List<Block>();
        if (a.Points.All(point => point.IsRising is null) && areas.Count == 0 && a.Spans.Previous is null)
            blocks.Add(new Paragraph(draft.Say("outlook.untested")));
        else if (points.Count == 0 && areas.Count == 0)
            blocks.Add(new Paragraph(draft.Say("outlook.nothing")));
        else
            blocks.Add(
                new Paragraph(
                    draft.Say(
                        "outlook.new",
                        ("points", draft.Count("outlook.points", points.Count, "Hotspots/Points", "unit.places")),
                        ("streets", draft.Count("outlook.streets", areas.Count, "Hotspots/AreaMeasures", "unit.streets"))
                    )
                )
            );
        blocks.Add(new Paragraph(Forecast(a, draft)));
        blocks.Add(OverviewSection.Note(draft.Say("outlook.later")));
        return new Section("outlook", draft.Word("section.outlook"), blocks);
    }

    private static Prose Forecast(Analysis a, Draft draft)
    {
        var complete = a
            .History.Where((_, i) => !a.Spans.IsRunning || i < a.History.Count - 1)
            .Select(period => period.Complaints)
            .ToArray();
        if (NaiveForecast.Of(complete) is not { } forecast)
            return draft.Say("outlook.no_forecast");
        return draft.Say(
            "outlook.forecast",
            ("mean", draft.Count("outlook.forecast", (long)Math.Round(forecast.Mean), Source)),
            ("low", draft.Count("outlook.forecast_low", (long)Math.Round(forecast.Low), Source)),
            ("high", draft.Count("outlook.forecast_high", (long)Math.Round(forecast.High), Source))
        );
    }
}

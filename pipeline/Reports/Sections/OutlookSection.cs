using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>八、预警与研判: what is new this period, which clusters there are on its last day, and the naive expectation for the next one.</summary>
public static class OutlookSection
{
    private const string Source = "Hotspots/Forecasting/NaiveForecast";

    public static Section Write(Analysis a, Draft draft, Dates dates)
    {
        var points = a.Points.Where(point => point.IsRising == true).ToList();
        var streets = AreasSection.Ranked(a, "street");
        var areas = streets.FindAll(area => area.IsRising == true);
        var blocks = new List<Block>();
        if (points.Count == 0 && areas.Count == 0)
            blocks.Add(new Paragraph(draft.Say(NothingNew(a, streets))));
        else
            blocks.Add(
                new Paragraph(
                    draft.Say(
                        "outlook.new",
                        ("points", draft.Count("outlook.points", points.Count, "Hotspots/HotPoints/Points", "unit.places")),
                        ("streets", draft.Count("outlook.streets", areas.Count, "Hotspots/Areas/AreaMeasures", "unit.streets")),
                        ("where", Where(draft))
                    )
                )
            );
        var (clusters, warnings) = (a.Scan?.Clusters ?? [], WarningsProse.Merged(a.Warnings));
        int? list = clusters.Count + warnings.Count > 0 ? draft.NextTable() : null;
        blocks.Add(new Paragraph(SpaceTimeProse.Write(a, list, draft, dates)));
        blocks.Add(new Paragraph(WarningsProse.Write(a, warnings, list, draft, dates)));
        if (a.Now.DistrictUnknown > 0 && a.Warnings.Any(row => row.Tests > 0))
            blocks.Add(
                OverviewSection.Note(
                    draft.Say("warnings.unknown", ("count", draft.Count("warnings.unknown", a.Now.DistrictUnknown, "Grouping/totals.sql")))
                )
            );
        if (list is { } number)
        {
            blocks.Add(new TableBlock(AlarmsTable.Of(clusters, warnings, number, draft)));
            if (warnings.Count > WarningsProse.Budget)
                blocks.Add(draft.Whole(AlarmsTable.Of(clusters, warnings, 0, draft, warnings.Count)));
        }
        if (a.Ahead is { } ahead)
            blocks.AddRange(ForecastProse.Write(ahead, draft, dates));
        else
            blocks.Add(new Paragraph(Forecast(a, draft)));
        return new Section("outlook", draft.Word("section.outlook"), blocks);
    }

    /// <summary>That nothing rises, or why that is not known. Where no point is listed, none of them rises.</summary>
    private static string NothingNew(Analysis a, List<Area> streets)
    {
        var points = a.Points.Count == 0 ? a.Coverage.FirstOn < a.Spans.Current.From : a.Points.Any(point => point.IsRising is not null);
        if (streets.Count == 0)
            return points ? "outlook.streets_absent" : "outlook.untested_streets_absent";
        return (points, streets.Exists(area => area.IsRising is not null)) switch
        {
            (false, false) => "outlook.untested",
            (true, false) => "outlook.no_points",
            (false, true) => "outlook.no_streets",
            _ => "outlook.nothing",
        };
    }

    /// <summary>，详见第四、第五部分, as they stand in this bulletin; nothing where it has neither.</summary>
    private static string Where(Draft draft)
    {
        var numbers = new[] { draft.Order.Number("areas"), draft.Order.Number("points") }.OfType<int>().Order().ToList();
        return numbers.Count == 0
            ? ""
            : draft.Text(
                "outlook.where",
                (
                    "list",
                    string.Join(
                        draft.Word("separator.enumeration"),
                        numbers.Select(number => draft.Text("outlook.where_one", ("number", draft.Word($"number.{number}"))))
                    )
                )
            );
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
            ("low", draft.Count("outlook.forecast_low", (long)Math.Round(forecast.Low), Source, "unit.none")),
            ("high", draft.Count("outlook.forecast_high", (long)Math.Round(forecast.High), Source))
        );
    }
}

using Hotspot.Hotspots.Forecasting;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The week ahead in 八、预警与研判: how many complaints to expect and by which model, what became of the last forecast, and the cells to watch.</summary>
public static class ForecastProse
{
    internal const string Source = "Grouping/forecast_counts.sql, Hotspots/Forecasting/Forecasts";
    internal const string CellSource = "Grouping/forecast_cells.sql, Hotspots/Forecasting/HotCells";
    private const int MostCells = 10;
    private const int CellsOnPaper = 5;
    private const int RowsOnPaper = 7;

    /// <summary>Issues of the city with fewer complaints a week are left to the machine table.</summary>
    private const double LeastOfIssue = 5;

    public static IEnumerable<Block> Write(WeekAhead ahead, Draft draft, Dates dates)
    {
        if (ahead.Forecasts.FirstOrDefault(one => one is { Level: "city", Issue: null }) is not { } city)
        {
            yield return new Paragraph(draft.Say("forecast.none"));
            yield break;
        }
        yield return new Paragraph(Draft.Join(LastTime(ahead.LastTime, draft), Week(city, draft, dates)));
        yield return OverviewSection.Note(Tried(ahead, draft));
        var shown = Shown(ahead);
        yield return new TableBlock(draft.First(Table(ahead, shown, draft.NextTable(), draft), RowsOnPaper));
        yield return draft.Whole(Table(ahead, ahead.Forecasts, 0, draft));
        if (Cells(ahead, draft) is not { } cells)
        {
            yield return new Paragraph(draft.Say("cells.none"));
            yield break;
        }
        yield return OverviewSection.Note(cells);
        yield return new TableBlock(draft.First(CellTable([.. ahead.Cells.Take(MostCells)], draft.NextTable(), draft), CellsOnPaper));
        if (ahead.Cells.Count > MostCells)
            yield return draft.Whole(CellTable(ahead.Cells, 0, draft));
    }

    private static Prose LastTime(ForecastOutcome? told, Draft draft)
    {
        if (told?.City is not { } city)
            return draft.Say("forecast.first");
        return draft.Say(
            "forecast.review",
            ("mean", draft.Count("forecast.last_mean", (long)Math.Round(city.Mean), Source)),
            ("low", draft.Count("forecast.last_low", city.P10, Source, "unit.none")),
            ("high", draft.Count("forecast.last_high", city.P90, Source)),
            ("actual", draft.Count("forecast.last_actual", told.Actual, Source)),
            (
                "verdict",
                draft.Word(
                    told.Actual < city.P10 ? "forecast.below"
                    : told.Actual > city.P90 ? "forecast.above"
                    : "forecast.inside"
                )
            ),
            ("told", draft.Count("forecast.last_told", told.Told, Source, "unit.tests")),
            ("share", draft.Share("forecast.last_within", told.Within, told.Told, Source))
        );
    }

    private static Prose Week(Forecast city, Draft draft, Dates dates) =>
        draft.Say(
            "forecast.week",
            ("days", dates.Span(city.FromOn, city.UntilOn)),
            ("mean", draft.Count("forecast.mean", (long)Math.Round(city.Mean), Source)),
            ("low", draft.Count("forecast.low", city.P10, Source, "unit.none")),
            ("high", draft.Count("forecast.high", city.P90, Source))
        );

    /// <summary>What the back-test says of the models: the one of the city, and how often limits held where there are most of them.</summary>
    private static Prose Tried(WeekAhead ahead, Draft draft)
    {
        var shown = ahead.Backtests.First(row => row is { Level: "city", Scope: "total", IsShown: true });
        if (shown.Origins is not { } origins || shown.Mase is not { } mase)
            return draft.Say("forecast.untried", ("weeks", WeekAhead.LeastWeeks));
        var said = draft.Say(
            shown.Model != Forecast.Naive ? "forecast.model_wins"
                : mase > 1 ? "forecast.naive_lags"
                : "forecast.naive_stands",
            ("origins", draft.Count("forecast.origins", origins, Source, "unit.weeks")),
            ("model", draft.Word($"forecast.model.{shown.Model}")),
            ("mase", draft.Number("forecast.mase", mase, 2, Source, "unit.times"))
        );
        var limits = ahead.Backtests.Where(row => row is { IsShown: true, Coverage80: not null }).MaxBy(row => row.Series);
        return limits is null
            ? said
            : Draft.Join(
                said,
                shown.Coverage80 is { } held && limits != shown
                    ? draft.Say("forecast.limits_city", ("coverage", draft.Percent("forecast.coverage_city", held, Source)))
                    : Draft.Join(),
                draft.Say(
                    "forecast.limits",
                    ("kind", draft.Word($"forecast.group.{limits.Level}_{limits.Scope}")),
                    ("coverage", draft.Percent("forecast.coverage", limits.Coverage80!.Value, Source))
                )
            );
    }

    /// <summary>The city, its larger issues, its districts.</summary>
    private static List<Forecast> Shown(WeekAhead ahead) =>
        [
            .. ahead.Forecasts.Where(one =>
                one.Level == "city" && (one.Issue is null || one.Mean >= LeastOfIssue) || one is { Level: "district", Issue: null }
            ),
        ];

    private static readonly string[] Levels = ["city", "district", "street"];

    private static ReportTable Table(WeekAhead ahead, IEnumerable<Forecast> shown, int number, Draft draft)
    {
        var rows = shown
            .OrderBy(one => Array.IndexOf(Levels, one.Level))
            .ThenBy(one => one.Issue is null ? 0 : 1)
            .ThenByDescending(one => one.Mean)
            .ThenBy(one => one.District, StringComparer.Ordinal)
            .ThenBy(one => one.Street, StringComparer.Ordinal)
            .ThenBy(one => one.Issue, StringComparer.Ordinal)
            .ToList();
        // Beside itself it tells nothing.
        var tells = rows.Exists(one => one.Model != Forecast.Naive);
        return new ReportTable(
            "forecast",
            number,
            draft.Word("table.forecast"),
            draft.Word("sheet.forecast"),
            [
                draft.Column("district", CellFormat.Text, 1.2),
                draft.Detail("street", CellFormat.Text, 1.4),
                draft.Column("issue", CellFormat.Text, 1.4),
                draft.Column("mean", CellFormat.Count, 1.1, "forecast_mean"),
                draft.Column("p10", CellFormat.Count, 1.1, "forecast_low"),
                draft.Column("p90", CellFormat.Count, 1.1, "forecast_high"),
                tells
                    ? draft.Column("naive_mean", CellFormat.Count, 1.2, "forecast_naive")
                    : draft.Detail("naive_mean", CellFormat.Count, 1.2, "forecast_naive"),
                draft.Detail("model", CellFormat.Text, 1.3, "forecast_model"),
                draft.Detail("mase", CellFormat.Decimal2, 1),
            ],
            [
                .. rows.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.District ?? draft.Word("forecast.city"),
                            one.Street,
                            one.Issue ?? draft.Word("forecast.all"),
                            (long)Math.Round(one.Mean),
                            one.P10,
                            one.P90,
                            (long)Math.Round(one.NaiveMean),
                            draft.Word($"forecast.model.{one.Model}"),
                            one.Mase,
                        ]
                ),
            ],
            draft.Word(ahead.Backtests.Any(row => row is { IsShown: true, Origins: not null }) ? "note.forecast" : "note.forecast_untried"),
            [0]
        );
    }

    /// <returns>Null: no cell is listed.</returns>
    private static Prose? Cells(WeekAhead ahead, Draft draft)
    {
        var tried = ahead.CellBacktests.FirstOrDefault(row => row is { IsShown: true, AreaShare: HotCells.ShownShare });
        return tried is null || ahead.Cells.Count == 0
            ? null
            : draft.Say(
                "cells.found",
                ("model", draft.Word($"cells.model.{tried.Model}")),
                ("cells", draft.Count("cells.listed", ahead.Cells.Count, CellSource, "unit.cells")),
                ("origins", draft.Count("cells.origins", tried.Origins!.Value, CellSource, "unit.weeks")),
                ("rate", draft.Percent("cells.hit_rate", tried.HitRate!.Value, CellSource)),
                ("pai", draft.Number("cells.pai", tried.Pai!.Value, 1, CellSource, "unit.times")),
                ("pei", draft.Percent("cells.pei", tried.Pei!.Value, CellSource))
            );
    }

    private static ReportTable CellTable(IReadOnlyList<HotCell> cells, int number, Draft draft) =>
        new(
            "hot_cells",
            number,
            draft.Text("table.hot_cells", ("top", cells.Count)),
            draft.Word("sheet.hot_cells"),
            [
                draft.Column("rank", CellFormat.Count, 0.7),
                draft.Column("district", CellFormat.Text),
                draft.Column("street", CellFormat.Text, 1.3),
                draft.Column("longitude", CellFormat.Degrees, 1.3),
                draft.Column("latitude", CellFormat.Degrees, 1.3),
                draft.Column("incidents_four_weeks", CellFormat.Count, 1),
                draft.Column("expected", CellFormat.Decimal1, 1, "cell_expected"),
                draft.Detail("incidents_year", CellFormat.Count, 1),
            ],
            [
                .. cells.Select(cell =>
                    (IReadOnlyList<object?>)
                        [
                            (long)cell.Rank,
                            cell.District,
                            cell.Street,
                            cell.Longitude,
                            cell.Latitude,
                            (long)cell.IncidentsFourWeeks,
                            cell.Expected,
                            (long)cell.IncidentsYear,
                        ]
                ),
            ],
            draft.Word("note.hot_cells")
        );
}

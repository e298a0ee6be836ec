using Hotspot.Hotspots;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Store;

namespace Hotspot.Grouping;

/// <summary>What the forecast learns from.</summary>
public sealed partial class ComplaintReader
{
    public IReadOnlyList<ForecastSeries> ForecastSeries(WeekSteps steps)
    {
        var series = new List<ForecastSeries>();
        var late = new List<LateCount>();
        foreach (
            var (district, street, issue, week, known, complaints) in _session.Stream(
                "Grouping/forecast_counts",
                row => (row.TextAt(0), row.TextAt(1), row.TextAt(2), (int)row.GetInt64(3), (int)row.GetInt64(4), (int)row.GetInt64(5)),
                Weeks(steps)
            )
        )
        {
            if (series.Count == 0 || series[^1] is var last && (last.District, last.Street, last.Issue) != (district, street, issue))
            {
                late = [];
                series.Add(
                    new ForecastSeries(
                        district is null ? "city"
                            : street is null ? "district"
                            : "street",
                        district,
                        street,
                        issue,
                        new int[steps.Count],
                        late
                    )
                );
            }
            series[^1].Weeks[week] += complaints;
            if (known > week)
                late.Add(new LateCount(week, known, complaints));
        }
        return series;
    }

    public IReadOnlyList<CellWeek> CellWeeks(WeekSteps steps, ScanCells cells) =>
        _session.Query(
            "Grouping/forecast_cells",
            row =>
            {
                var (column, at, _, _) = cells.Of(row.GetString(0));
                return new CellWeek(column, at, (int)row.GetInt64(1), (int)row.GetInt64(2), row.TextAt(3));
            },
            [.. Weeks(steps), .. Grid(cells)]
        );
}

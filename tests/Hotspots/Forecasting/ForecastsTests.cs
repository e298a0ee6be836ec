using Hotspot.Calendar;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Forecasting;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Forecasting;

/// <summary>The week ahead, and the back-test that decides which model tells it.</summary>
public class ForecastsTests
{
    private const int Districts = 3;
    private const int Streets = 12;
    private static readonly string[] Issues = ["店外经营", "露天烧烤", "施工扰民"];
    private static readonly DateOnly Monday = new(2024, 9, 2);

    /// <summary>Streets of one to twelve complaints a week of each issue; every tenth complaint is registered a week late.</summary>
    /// <param name="mean">Times the usual, by week.</param>
    private static ForecastInputs City(ulong seed, int weeks, Func<int, double> mean, double drift = 0)
    {
        var random = new Draws(seed);
        var series = new List<ForecastSeries>();
        for (var street = 0; street < Streets; street++)
        {
            foreach (var issue in Issues)
            {
                var (counts, late, log) = (new int[weeks], new List<LateCount>(), 0.0);
                for (var week = 0; week < weeks; week++)
                {
                    log += drift * random.Normal();
                    counts[week] = random.Poisson((street + 1) * mean(week) * Math.Exp(log));
                    late.Add(new LateCount(week, week + 1, counts[week] / 10));
                }
                series.Add(new ForecastSeries("street", $"区{street % Districts}", $"街道{street:00}", issue, counts, late));
            }
        }
        ForecastSeries Sum(string level, string? district, string? street, string? issue)
        {
            var parts = series
                .Where(one => one is { Level: "street", Issue: not null })
                .Where(one => (district ?? one.District) == one.District && (street ?? one.Street) == one.Street)
                .Where(one => (issue ?? one.Issue) == one.Issue)
                .ToList();
            return new(
                level,
                district,
                street,
                issue,
                [.. Enumerable.Range(0, weeks).Select(week => parts.Sum(one => one.Weeks[week]))],
                [.. parts.SelectMany(one => one.Late)]
            );
        }
        ForecastSeries[] sums =
        [
            Sum("city", null, null, null),
            .. Issues.Select(issue => Sum("city", null, null, issue)),
            .. Enumerable.Range(0, Districts).Select(district => Sum("district", $"区{district}", null, null)),
            .. Enumerable.Range(0, Streets).Select(street => Sum("street", $"区{street % Districts}", $"街道{street:00}", null)),
        ];
        series.AddRange(sums);
        var days = Enumerable.Range(0, 7 * weeks).Select(day => (long)(sums[0].Weeks[day / 7] * (day % 7 < 5 ? 3 : 2) / 19.0));
        return new ForecastInputs(
            new WeekSteps(Monday, weeks),
            [.. days],
            day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday,
            series
        );
    }

    /// <summary>The same city as it was seen after so many weeks.</summary>
    private static ForecastInputs Earlier(ForecastInputs inputs, int weeks) =>
        inputs with
        {
            Steps = inputs.Steps with { Count = weeks },
            Days = [.. inputs.Days.Take(7 * weeks)],
            Series =
            [
                .. inputs.Series.Select(one =>
                    one with
                    {
                        Weeks = one.KnownAfter(weeks),
                        Late = [.. one.Late.Where(late => late.Known < weeks)],
                    }
                ),
            ],
        };

    private static string Shown(
        (IReadOnlyList<Forecast> Forecasts, IReadOnlyList<ForecastBacktest> Backtests) night,
        string level,
        string scope
    ) => Assert.Single(night.Backtests, row => row.Level == level && row.Scope == scope && row.IsShown).Model;

    [Fact]
    public void What_is_registered_late_was_not_known()
    {
        var series = new ForecastSeries("city", null, null, null, [10, 20, 30], [new(0, 1, 2), new(1, 2, 5), new(2, 4, 7)]);
        Assert.Equal([8], series.KnownAfter(1));
        Assert.Equal([10, 15], series.KnownAfter(2));
        Assert.Equal([10, 20, 23], series.KnownAfter(3));
    }

    /// <summary>The heart of a back-test: a forecast of the past is the forecast that would have been made then.</summary>
    [Fact]
    public void A_forecast_of_the_past_uses_only_what_was_known()
    {
        var city = City(1, 60, week => 1 + 0.3 * Math.Sin(week / 8.0), drift: 0.05);
        var series = city.Series.Where(one => one is { Level: "street", Issue: not null }).ToArray();
        var backtest = new Backtest(city, series, series, WeekAhead.LeastOrigins);
        foreach (var weeks in (int[])[48, 55])
        {
            var then = Earlier(city, weeks);
            var known = then.Series.Where(one => one is { Level: "street", Issue: not null }).ToArray();
            var ahead = new Backtest(then, known, known, WeekAhead.LeastOrigins).Ahead;
            Assert.Contains(ahead, one => one.Model == "nb_glm");
            foreach (var (model, forecast) in ahead)
                Assert.Equal(forecast, backtest.Of(model).Origins.Single(origin => origin.Weeks == weeks).Forecast);
        }
    }

    [Fact]
    public void Where_nothing_changes_a_longer_memory_than_four_weeks_is_shown()
    {
        var night = Forecasts.Run(City(2, 60, _ => 1));
        Assert.Equal("nb_glm", Shown(night, "street", "issue"));
        var row = night.Backtests.Single(row => row is { Level: "street", Scope: "issue", IsShown: true });
        Assert.True(row.Mase < night.Backtests.Single(other => other is { Level: "street", Scope: "issue", Model: "naive" }).Mase);
        Assert.True(row.Mase < 1 && row.SignPValue < 0.1);
        Assert.InRange(row.Coverage80!.Value, 0.75, 0.95);
        Assert.InRange(row.Coverage95!.Value, 0.92, 1);
    }

    /// <summary>A wrong model is worse than none: where every model fails, the naive one stands.</summary>
    [Fact]
    public void Where_no_model_beats_it_the_naive_one_is_shown()
    {
        // The city jumps up and down by fortnights; whoever follows is late.
        var night = Forecasts.Run(City(3, 60, week => week / 4 % 2 == 0 ? 1 : 2));
        foreach (var row in night.Backtests.Where(row => row is { IsShown: true, Model: not "naive" }))
            Assert.True(row.Mase < 1 && row.SignPValue < 0.1, $"{row}");
        Assert.All(night.Backtests.GroupBy(row => (row.Level, row.Scope)), group => Assert.Single(group, row => row.IsShown));
    }

    [Fact]
    public void Forecasts_are_of_the_next_seven_days_and_lie_within_their_limits()
    {
        var city = City(4, 60, _ => 1);
        var night = Forecasts.Run(city);
        Assert.All(night.Forecasts, row => Assert.Equal((city.Steps.Until, city.Steps.Until.AddDays(6)), (row.FromOn, row.UntilOn)));
        Assert.All(night.Forecasts, row => Assert.True(row.P10 <= row.Mean + 1 && row.Mean - 1 <= row.P90, $"{row}"));
        var all = night.Forecasts.Single(row => row is { Level: "city", Issue: null });
        Assert.Equal(3 * Streets * (Streets + 1) / 2, all.Mean, 25.0);
        Assert.Equal(
            (4, Districts),
            (night.Forecasts.Count(row => row.Level == "city"), night.Forecasts.Count(row => row.Level == "district"))
        );
        Assert.InRange(night.Forecasts.Count(row => row.Level == "street"), 3 * Streets, 4 * Streets);
    }

    [Fact]
    public void Order_of_the_series_changes_nothing()
    {
        var city = City(5, 40, _ => 1);
        var once = Forecasts.Run(city);
        var turned = Forecasts.Run(city with { Series = [.. city.Series.Reverse()] });
        Assert.Equal(once.Forecasts, turned.Forecasts);
        Assert.Equal(once.Backtests, turned.Backtests);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(14, 1)]
    public void With_short_history_only_the_naive_model_speaks(int weeks, int forecasts)
    {
        var night = Forecasts.Run(City(6, weeks, _ => 1));
        var all = night.Forecasts.Where(row => row is { Level: "city", Issue: null }).ToList();
        Assert.Equal(forecasts, all.Count);
        Assert.All(night.Forecasts, row => Assert.Equal(("naive", null), (row.Model, row.Mase)));
        Assert.All(night.Backtests, row => Assert.Equal("short_history", row.Reason));
    }

    [Fact]
    public void Cells_that_were_busy_lately_are_listed_where_that_tells_more()
    {
        // Four hundred cells; half of what comes lies in one stretch of forty, which moves on every ten weeks: a year's count knows little of it.
        var random = new Draws(8);
        var incidents = new List<CellWeek>();
        for (var week = 0; week < 64; week++)
        {
            for (var i = 0; i < 300; i++)
            {
                var busy = week / 10 * 40 % 400;
                var cell = random.Unit() < 0.5 ? busy + random.Below(40) : random.Below(400);
                incidents.Add(new CellWeek(cell % 20, cell / 20, week, 1, "甲区/乙街道"));
            }
        }
        List<CellWeek> sums =
        [
            .. incidents.GroupBy(one => (one.Column, one.Row, one.Week)).Select(cell => cell.First() with { Incidents = cell.Count() }),
        ];
        var (cells, backtests) = HotCells.Run(new WeekSteps(Monday, 64), sums, (column, row) => (column, row));
        Assert.All(cells, cell => Assert.Equal("recency", cell.Model));
        Assert.Equal(cells.Count, cells.Select(cell => cell.Cell).Distinct().Count());
        Assert.Equal(1, cells[0].Rank);
        Assert.True(cells.Zip(cells.Skip(1)).All(pair => pair.First.Expected >= pair.Second.Expected));
        Assert.Equal(("甲区", "乙街道"), (cells[0].District, cells[0].Street));
        var pai = backtests.Where(row => row.Model == "recency").Select(row => row.Pai!.Value).ToArray();
        Assert.Equal(4, pai.Length);
        Assert.True(pai[0] > pai[^1] && pai[^1] > 1);
        Assert.All(backtests, row => Assert.InRange(row.Pei!.Value, 0, 1));
    }

    [Fact]
    public void Too_few_weeks_or_incidents_list_no_cells()
    {
        CellWeek[] few = [.. Enumerable.Range(0, 30).Select(week => new CellWeek(1, 1, week, 3, null))];
        var (none, rows) = HotCells.Run(new WeekSteps(Monday, 30), few, (_, _) => (0, 0));
        Assert.Empty(none);
        Assert.All(rows, row => Assert.Equal("few_cases", row.Reason));
        var (_, early) = HotCells.Run(new WeekSteps(Monday, 15), few[..15], (_, _) => (0, 0));
        Assert.All(early, row => Assert.Equal("short_history", row.Reason));
    }
}

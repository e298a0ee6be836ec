using Hotspot.Hotspots;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;

namespace Hotspot.Tests.Hotspots.Trends;

/// <summary>What was planted in a cube is found, with its pattern; a cell in the middle of a rhombus of 20 × 20 hexagons over 26 weeks.</summary>
public class EmergingCellsTests
{
    private const int Side = 20;
    private const int Weeks = 26;
    private const int Planted = Side * (Side / 2) + Side / 2;

    private static CellTrend Of(Func<int, int> added)
    {
        var even = SomeCube.Stationary(7, Side, Weeks, mean: 2, shape: double.PositiveInfinity);
        return EmergingCells.Of(SomeCube.With(even, (cell, week) => cell == Planted ? added(week) : 0))[Planted];
    }

    [Fact]
    public void A_cell_that_fills_in_the_last_week_is_new()
    {
        var found = Of(week => week == Weeks - 1 ? 60 : 0);
        Assert.Equal((EmergingClass.NewHot, 1, 0), (found.Class, found.HotSteps, found.ColdSteps));
        Assert.InRange(found.LastQ, 0, 1e-4);
        Assert.InRange(found.LastZ, 4, 100);
    }

    [Fact]
    public void A_full_cell_that_steadily_fills_further_intensifies()
    {
        var found = Of(week => 75 + week);
        Assert.Equal(EmergingClass.IntensifyingHot, found.Class);
        Assert.InRange(found.HotSteps, Weeks * 9 / 10 + 1, Weeks);
        Assert.InRange(found.TrendZ, 4, 8);
    }

    [Fact]
    public void A_full_cell_that_steadily_empties_diminishes() => Assert.Equal(EmergingClass.DiminishingHot, Of(week => 100 - week).Class);

    [Fact]
    public void A_full_cell_without_a_trend_persists()
    {
        var found = Of(week => 80 + week % 3);
        Assert.Equal(EmergingClass.PersistentHot, found.Class);
        Assert.InRange(found.TrendP, 0.0501, 1);
    }

    [Fact]
    public void A_full_cell_that_stopped_two_weeks_ago_is_history()
    {
        var found = Of(week => week < Weeks - 2 ? 80 : 0);
        Assert.Equal((EmergingClass.HistoricalHot, Weeks - 2), (found.Class, found.HotSteps));
        Assert.InRange(found.LastQ, 0.0501, 1);
    }

    [Fact]
    public void A_cell_that_is_full_every_other_week_is_sporadic() =>
        Assert.Equal(EmergingClass.SporadicHot, Of(week => week % 2 == 1 ? 80 : 0).Class);

    [Fact]
    public void The_neighbours_of_a_bin_are_those_of_its_own_week()
    {
        // One neighbour bursts in the last week: the cell itself has nothing, and is hot then, and then only. It is not new: nothing changed there.
        var even = SomeCube.Stationary(7, Side, Weeks, mean: 2, shape: double.PositiveInfinity);
        var burst = SomeCube.With(even, (cell, week) => cell == Planted + 1 && week == Weeks - 1 ? 60 : 0);
        Assert.Equal((EmergingClass.None, 1), (EmergingCells.Of(burst)[Planted].Class, EmergingCells.Of(burst)[Planted].HotSteps));
        Assert.Equal(EmergingClass.NewHot, EmergingCells.Of(burst)[Planted + 1].Class);
        Assert.Equal(
            SomeCube.Map(Side).Of(Planted).ToArray().Append(Planted).Sum(cell => burst.Of(cell)[^1]),
            burst.Neighbourhoods()[(Planted + 1) * Weeks - 1]
        );
    }

    [Fact]
    public void A_cube_without_differences_has_no_pattern()
    {
        var flat = new SpaceTimeCube(12, [.. Enumerable.Repeat(3, 9 * 12)], SomeCube.Map(3));
        Assert.All(
            EmergingCells.Of(flat),
            cell => Assert.Equal((EmergingClass.None, 1.0, double.NaN), (cell.Class, cell.TrendP, cell.LastZ))
        );
    }

    [Fact]
    public void The_order_of_the_cells_changes_nothing()
    {
        var cube = SomeCube.Stationary(3, 12, 15, mean: 4, shape: 1.5);
        var random = new Draws(5);
        int[] order = [.. Enumerable.Range(0, cube.Cells).OrderBy(_ => random.Next())];
        var place = new int[order.Length];
        for (var k = 0; k < order.Length; k++)
            place[order[k]] = k;
        var dealt = new SpaceTimeCube(
            cube.Steps,
            [.. order.SelectMany(cell => cube.Of(cell).ToArray())],
            Adjacency.OfPairs(
                cube.Cells,
                Enumerable.Range(0, cube.Cells).SelectMany(a => cube.Map.Of(a).ToArray().Select(b => (place[a], place[b])))
            )
        );
        var (before, after) = (EmergingCells.Of(cube), EmergingCells.Of(dealt));
        for (var k = 0; k < order.Length; k++)
        {
            Assert.Equal(before[order[k]].Class, after[k].Class);
            Assert.Equal(before[order[k]].LastZ, after[k].LastZ, 1e-9);
            Assert.Equal(before[order[k]].LastQ, after[k].LastQ, 1e-9);
        }
    }

    [Fact]
    public void Incidents_may_come_in_any_order()
    {
        var random = new Draws(9);
        (double X, double Y, int Week, int Count)[] rows =
        [
            .. Enumerable.Range(0, 5000).Select(_ => (random.Unit() * 9000, random.Unit() * 9000, random.Below(12), 1 + random.Below(3))),
        ];
        HexCube Cube(IEnumerable<(double X, double Y, int Week, int Count)> given)
        {
            var counts = new HexCounts(12);
            foreach (var (x, y, week, count) in given)
                counts.Add(x, y, week, count);
            Assert.Equal(rows.Sum(row => (long)row.Count), counts.Located.Sum());
            return counts.Cube(0)!;
        }
        var (forward, backward) = (Cube(rows), Cube(rows.Reverse()));
        Assert.Equal(forward.Cells, backward.Cells);
        Assert.Equal(forward.Cube.Counts, backward.Cube.Counts);
        Assert.Equal("hex_500m", forward.Scale);
    }

    /// <summary>A mean below a half in a bin of 500 m asks for 1 km; below it there as well, for streets.</summary>
    [Theory]
    [InlineData(4000, "hex_500m")]
    [InlineData(800, "hex_1km")]
    [InlineData(60, null)]
    public void A_thin_city_takes_a_coarser_grid(int incidents, string? scale)
    {
        var random = new Draws(11);
        var counts = new HexCounts(12);
        for (var i = 0; i < incidents; i++)
            counts.Add(random.Unit() * 9000, random.Unit() * 9000, random.Below(12), 1);
        Assert.Equal(scale, counts.Cube(0)?.Scale);
    }

    [Fact]
    public void Streets_are_cells_in_the_order_of_their_names()
    {
        StreetKey a = new("东城区", "景山街道"),
            b = new("朝阳区", "望京街道"),
            c = new("朝阳区", "东湖街道");
        StreetWeek[] rows = [new(b, 0, 2), new(a, 1, 5), new(b, 2, 1), new(c, 2, 4), new(c, -1, 9)];
        var steps = new WeekSteps(new DateOnly(2025, 1, 6), 3);
        var (streets, cube) = StreetCube.Of(rows.Reverse(), steps, [(b, c), (b, new StreetKey("朝阳区", "没有"))]);
        Assert.Equal([a, c, b], streets);
        Assert.Equal([0, 5, 0, 0, 0, 4, 2, 0, 1], cube.Counts);
        Assert.Equal([0, 5, 0, 2, 0, 5, 2, 0, 5], cube.Neighbourhoods());
    }

    [Theory]
    [InlineData("2025-01-06", "2025-04-28", "2025-01-06", 16)] // Monday to Monday
    [InlineData("2025-01-07", "2025-04-30", "2025-01-13", 15)] // half weeks at both ends
    [InlineData("2023-01-02", "2025-04-28", "2024-04-29", 52)]
    [InlineData("2025-04-22", "2025-04-28", "2025-04-28", 0)]
    public void Steps_are_complete_weeks(string first, string until, string from, int count)
    {
        var steps = WeekSteps.Between(DateOnly.Parse(first), DateOnly.Parse(until), DayOfWeek.Monday);
        Assert.Equal(new WeekSteps(DateOnly.Parse(from), count), steps);
        Assert.Equal((0, -1, count), (steps.Of(steps.From), steps.Of(steps.From.AddDays(-1)), steps.Of(steps.Until)));
    }

    [Theory]
    [InlineData(30, 17, 3)] // a hole in the third week of a busy source
    [InlineData(30, -1, 0)]
    [InlineData(10, 17, 0)]
    [InlineData(0, -1, 6)]
    public void Steps_begin_after_the_last_hole(int cases, int hole, int skipped)
    {
        var steps = new WeekSteps(new DateOnly(2025, 1, 6), 6);
        (DateOnly, long)[] days = [.. Enumerable.Range(0, 42).Select(day => (steps.From.AddDays(day), day == hole ? 0L : cases))];
        Assert.Equal(steps.Skip(skipped), steps.AfterHoles(days, 20));
    }

    [Fact]
    public void Coordinates_that_begin_in_the_middle_shorten_the_history()
    {
        Assert.Equal(3, WeekSteps.Steady([0, 10, 20, 60, 70, 80], [100, 100, 100, 100, 120, 100]));
        Assert.Equal(0, WeekSteps.Steady([60, 10, 60], [60, 20, 100]));
        Assert.Equal(0, WeekSteps.Steady([0, 0], [5, 5]));
    }
}

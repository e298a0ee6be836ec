using System.Globalization;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Recurrence;

namespace Hotspot.Tests.Hotspots.Recurrence;

public class NearRepeatsTests
{
    private static readonly DateOnly From = new(2025, 1, 6);
    private static readonly DateOnly Until = From.AddDays(91);

    private static IReadOnlyList<NearRepeat> Run(IReadOnlyList<LocatedIncident> incidents, NearRepeatSettings? settings = null) =>
        NearRepeats.Run(incidents, (x, y) => (x, y), From, Until, settings ?? new NearRepeatSettings(Replicas: 199));

    /// <summary>Places of very different weight, and a weekday that each place prefers: no near repeats.</summary>
    private static List<LocatedIncident> Stationary(int count, int seed)
    {
        var random = new Random(seed);
        var places = Enumerable
            .Range(0, 60)
            .Select(_ =>
                (
                    X: 4000 * random.NextDouble(),
                    Y: 4000 * random.NextDouble(),
                    Weight: Math.Pow(random.NextDouble(), -0.7),
                    Day: random.Next(7)
                )
            )
            .ToList();
        var total = places.Sum(place => place.Weight);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var pick = random.NextDouble() * total;
                    var place = places.First(one => (pick -= one.Weight) <= 0 || one == places[^1]);
                    var day = random.NextDouble() < 0.5 ? 7 * random.Next(13) + place.Day : random.Next(91);
                    return new LocatedIncident(
                        "占道经营",
                        From.AddDays(day),
                        place.X + 60 * random.NextDouble(),
                        place.Y + 60 * random.NextDouble()
                    );
                })
                .OrderBy(incident => incident.On),
        ];
    }

    /// <summary>Chicago, 2016: what the Near Repeat Calculator counts, and its expectation exactly. It measures along the axes.</summary>
    [Fact]
    public void Arson_in_chicago_repeats_near_and_soon_as_the_calculator_says()
    {
        var rows = HotspotData.Rows("chicago_arson.csv");
        var days = rows.Select(row => DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber).ToArray();
        var cells = Knox.Table(
            HotspotData.Column("chicago_arson.csv", 0),
            HotspotData.Column("chicago_arson.csv", 1),
            days,
            new KnoxSettings([0, 200, 400, 600], [0, 1, 2, 10_000], Metric.Manhattan, Replicas: 999)
        );
        long[] observed = [0, 2, 0, 8, 9, 1, 1, 45, 4, 0, 0, 140, 6, 0, 0, 234];
        double[] expected =
        [
            0.030298,
            0.052434,
            0.056699,
            9.860569,
            0.169671,
            0.293629,
            0.317515,
            55.219185,
            0.439326,
            0.760290,
            0.822137,
            142.978247,
            0.724131,
            1.253168,
            1.355108,
            235.667593,
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            // A pair lies on the boundary of 400 m.
            Assert.True(Math.Abs(observed[i] - cells[i].Observed) <= (i is 11 or 15 ? 1 : 0), $"cell {i}: {cells[i].Observed}");
            Assert.Equal(expected[i], cells[i].Expected, cells[i].Observed == observed[i] ? 5e-3 * expected[i] + 1e-6 : 1.1);
        }
        Assert.Equal(53, cells[4].Ratio, 0.1);
        Assert.Equal(0.001, cells[4].PermutationP!.Value, 12);
    }

    [Fact]
    public void Incidents_that_draw_others_are_found_in_their_band()
    {
        var incidents = Stationary(300, 3);
        var random = new Random(4);
        incidents.AddRange(
            incidents
                .Take(150)
                .Select(one =>
                    one with
                    {
                        On = Earlier(one.On.AddDays(2 + random.Next(2))),
                        Longitude = one.Longitude + 70,
                        Latitude = one.Latitude,
                    }
                )
                .ToList()
        );
        var found = Run([.. incidents.OrderBy(incident => incident.On)], new NearRepeatSettings());
        var cell = found.Single(row => row is { Issue: "占道经营", OverM: 50, UpToM: 100, FromDay: 2 });

        Assert.Equal(2, found.Select(row => row.Issue).Distinct().Count());
        Assert.Equal(60, found.Count);
        Assert.Equal(3, cell.ToDay);
        Assert.True(cell is { IsNearRepeat: true, Ratio: > 1.5 }, $"{cell}");
        Assert.Equal((From, Until.AddDays(-1), 450L, 1.0), (cell.FromOn, cell.UntilOn, cell.Incidents, cell.ShareUsed));

        static DateOnly Earlier(DateOnly day) => day < Until ? day : Until.AddDays(-1);
    }

    /// <summary>A place of Sundays makes pairs of Sundays; permuting all dates would take them for a pattern.</summary>
    [Fact]
    public void A_stationary_city_has_no_near_repeats()
    {
        var alarms = Enumerable.Range(0, 60).Count(seed => Run(Stationary(300, seed)).Any(cell => cell.IsNearRepeat));

        // 99 % binomial limit of 5 % of 60.
        Assert.True(alarms <= 7, $"{alarms} of 60");
    }

    [Fact]
    public void Too_many_pairs_are_thinned_evenly_and_the_ratios_stay()
    {
        var incidents = Stationary(3000, 9);
        var all = Run(incidents, new NearRepeatSettings(Replicas: 9));
        var some = Run(incidents, new NearRepeatSettings(Replicas: 9, MostPairs: 50_000));

        Assert.Equal(1, all[0].ShareUsed);
        Assert.InRange(some[0].ShareUsed, 0.1, 0.9);
        Assert.InRange(some.Take(30).Sum(cell => cell.Observed), 10_000, 60_000);
        foreach (var (one, two) in all.Zip(some).Where(pair => pair.Second.Expected > 500))
            Assert.Equal(one.Ratio!.Value, two.Ratio!.Value, 0.15);
    }

    [Fact]
    public void Few_incidents_and_short_histories_have_no_table()
    {
        Assert.Empty(Run(Stationary(99, 1)));
        Assert.Empty(NearRepeats.Run(Stationary(500, 1), (x, y) => (x, y), From, From.AddDays(59), new NearRepeatSettings()));
        Assert.Empty(Run([]));
    }
}

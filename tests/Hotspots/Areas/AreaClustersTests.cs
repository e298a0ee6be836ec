using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Statistics;
using Hotspot.Tests.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Areas;

public class AreaClustersTests
{
    private const int Side = 12;

    private static AreaKey Key(int i) => new("朝阳区", $"街{i:000}");

    private static AreaCounts Row(int i, long incidents, IReadOnlyList<long> weeks, long? baseline = null, string? issue = null) =>
        new(
            "street",
            Key(i).District,
            Key(i).Street,
            issue,
            incidents,
            incidents,
            incidents,
            null,
            null,
            null,
            null,
            baseline ?? weeks.TakeLast(13).Sum(),
            weeks
        );

    /// <summary>A square of streets, each next to the eight around it.</summary>
    private static AreaGround Square(int side = Side) =>
        new(
            [
                .. from a in Enumerable.Range(0, side * side)
                from b in Enumerable.Range(a + 1, side * side - a - 1)
                where Math.Abs(a % side - b % side) <= 1 && Math.Abs(a / side - b / side) <= 1
                select (Key(a), Key(b)),
            ],
            new Dictionary<AreaKey, AreaSize>()
        );

    private static IReadOnlyList<Area> Run(IReadOnlyList<AreaCounts> rows, AreaGround ground, ulong seed = 1) =>
        AreaMeasures.Run(
            rows,
            new AreaSettings
            {
                RankDraws = 1,
                Ground = ground,
                Seed = seed,
            }
        );

    /// <summary>26 weeks and a period that follow the same law; Pareto means, negative binomial counts.</summary>
    private static AreaCounts[] Stationary(ulong seed, double mean, double shape, double phi, Func<int, double>? now = null)
    {
        var random = new Draws(seed);
        return
        [
            .. Enumerable
                .Range(0, Side * Side)
                .Select(i =>
                {
                    var mu = mean * (shape - 1) / shape * Math.Min(50, Math.Pow(1 - random.Unit(), -1 / shape));
                    long Count(double factor) =>
                        random.Poisson(phi > 1 ? random.Gamma(mu * factor / (phi - 1), 1 / (phi - 1)) : mu * factor);
                    long[] weeks = [.. Enumerable.Range(0, 26).Select(_ => Count(1))];
                    return Row(i, Count(now?.Invoke(i) ?? 1), weeks);
                }),
        ];
    }

    [Theory]
    [InlineData(0.4, 2, 1)]
    [InlineData(3, 1.5, 2)]
    [InlineData(20, 1.5, 4)]
    public void A_stationary_lumpy_city_has_hardly_any_cluster(double mean, double shape, double phi)
    {
        var ground = Square();
        var (clusters, moran, hot) = (0, 0, 0);
        for (var map = 0; map < 40; map++)
        {
            var areas = Run(Stationary((ulong)(100 + map), mean, shape, phi), ground, (ulong)map);
            clusters += areas.Any(area => area.GiStar is not null) ? 1 : 0;
            moran += areas.Any(area => area.Lisa is not null) ? 1 : 0;
            hot += areas.Any(area => area.IsHot == true) ? 1 : 0;
        }
        // 5 % of 40 maps are two; more than five has a chance of 1.4 %.
        Assert.InRange(clusters, 0, 5);
        Assert.InRange(moran, 0, 5);
        Assert.InRange(hot, 0, 5);
    }

    [Theory]
    [InlineData(1.5, 5, AreaClusters.CountTest)]
    [InlineData(30, 2.5, AreaClusters.NormalTest)]
    public void A_planted_block_is_a_cluster_with_its_middle_high_among_high(double mean, double times, string test)
    {
        static bool Planted(int i) => i % Side is >= 4 and <= 6 && i / Side is >= 4 and <= 6;
        var areas = Run(Stationary(5, mean, 4, 1.2, i => Planted(i) ? times : 1), Square());
        var middle = Assert.Single(areas, area => area.Street == Key(5 * Side + 5).Street);

        Assert.Equal(("hot", "HH", test), (middle.GiStar, middle.Lisa, middle.GiStarTest));
        Assert.True(middle.GiStarQ <= 0.05 && middle.GiStarZ > 2 && middle.LisaQ <= 0.05 && middle.EbLocalRatio > 1.5);
        // A neighbourhood reaches one street further than the block.
        Assert.All(
            areas.Where(area => area.GiStar == "hot"),
            area =>
            {
                var i = int.Parse(area.Street![1..], null);
                Assert.InRange(i % Side, 3, 7);
                Assert.InRange(i / Side, 3, 7);
            }
        );
    }

    /// <summary>Nine streets that swing together, half up, half down, are up: far out among the map, and nothing new for them.</summary>
    [Fact]
    public void Neighbours_that_move_together_are_no_cluster_when_they_do_it_once_more()
    {
        static bool Restless(int i) => i % Side is >= 4 and <= 6 && i / Side is >= 4 and <= 6;
        static AreaCounts[] Rows(bool restless) =>
            [
                .. Enumerable
                    .Range(0, Side * Side)
                    .Select(i =>
                    {
                        long[] weeks =
                        [
                            .. Enumerable
                                .Range(0, 26)
                                .Select(t => restless && Restless(i) ? (t % 2 == 0 ? 150L : 450) : 280L + (i + 7 * t) % 41),
                        ];
                        return Row(i, Restless(i) ? 450 : 280 + i * 11 % 41, weeks, baseline: 13 * 300);
                    }),
            ];
        static Area Middle(IReadOnlyList<Area> areas) => areas.Single(area => area.Street == Key(5 * Side + 5).Street);

        var calm = Middle(Run(Rows(restless: false), Square()));
        var restless = Middle(Run(Rows(restless: true), Square()));

        Assert.Equal(("hot", "HH"), (calm.GiStar, calm.Lisa));
        Assert.True(restless.GiStarZ > 4, $"z {restless.GiStarZ}");
        Assert.Equal((null, null), (restless.GiStar, restless.Lisa));
    }

    [Fact]
    public void What_cannot_be_tested_says_why()
    {
        long[] weeks = [40, 41, 39, 42, 38, 40, 41, 39, 40, 42, 38, 41, 40];
        AreaCounts[] rows = [.. Enumerable.Range(0, 9).Select(i => Row(i, 40 + i, weeks))];
        var ground = Square(3);

        static string Why(IReadOnlyList<Area> areas, int i = 0)
        {
            var area = areas.Single(area => area.Street == Key(i).Street);
            Assert.Equal(
                (null, null, null, null, null),
                (area.GiStarZ, area.GiStarP, area.GiStarQ, area.GiStar, (object?)area.LisaQ ?? area.Lisa)
            );
            return area.GiStarTest;
        }

        Assert.Equal(AreaClusters.TooFewAreas, Why(Run([rows[0]], ground)));
        Assert.Equal(AreaClusters.TooFewAreas, Why(Run(rows, ground), 4)); // its neighbourhood is the whole map
        Assert.Equal(AreaClusters.NoNeighbours, Why(Run(rows, AreaGround.None)));
        Assert.Equal(AreaClusters.NoNeighbours, Why(Run([.. rows, Row(99, 40, weeks)], ground), 99));
        Assert.Equal(AreaClusters.NoHistory, Why(Run([.. rows.Select(row => row with { Baseline = null, Weeks = [] })], ground)));
        Assert.Equal(AreaClusters.NoHistory, Why(Run([.. rows.Select(row => row with { Weeks = [40, 41] })], ground)));
        Assert.Equal(AreaClusters.NoHistory, Why(Run([.. rows.Select(row => row with { Baseline = 0 })], ground)));
        Assert.Equal(AreaClusters.NoCases, Why(Run([.. rows.Select(row => row with { Incidents = 0, Complaints = 0 })], ground)));
    }

    [Fact]
    public void Equal_ratios_have_no_z_and_nothing_stands_out()
    {
        long[] weeks = [.. Enumerable.Repeat(7L, 13)];
        var areas = Run([.. Enumerable.Range(0, Side * Side).Select(i => Row(i, 7, weeks))], Square());
        Assert.All(areas, area => Assert.Equal((null, null, null), (area.GiStarZ, area.GiStar, area.Lisa)));
        Assert.All(areas, area => Assert.Equal(1, area.GiStarQ!.Value, 9));
    }

    [Fact]
    public void The_order_of_the_rows_and_the_seed_of_another_map_change_nothing()
    {
        var rows = Stationary(7, 5, 2, 1.2);
        var ground = Square();
        var alone = Run(rows, ground);
        var both = Run([.. rows.Reverse(), .. rows.Select(row => row with { Issue = "施工扬尘" })], ground);
        Assert.Equal(alone, both.Where(area => area.Issue is null));
    }

    /// <summary>
    /// North Carolina (<see cref="MarshallEbTests"/>) as a map: births are the past and the residents, deaths the incidents. Rates keep spdep's figures, local ones those
    /// of <see cref="MarshallEb.Local"/>, which esda's test holds; Gi* does not depend on the unit of a rate.
    /// </summary>
    [Fact]
    public void North_carolina_comes_through_the_whole_way()
    {
        double[] births = HotspotData.Column("nc_sids_1974.csv", 0);
        double[] deaths = HotspotData.Column("nc_sids_1974.csv", 1);
        var counties = GetisOrdTests.Map("nc_sids_local.csv", 3);
        var pairs = new List<(AreaKey, AreaKey)>();
        for (var i = 0; i < counties.Units; i++)
        {
            foreach (var j in counties.Of(i))
                pairs.Add((Key(i), Key(j)));
        }
        AreaCounts[] rows =
        [
            .. births.Select((count, i) => Row(i, (long)deaths[i], [.. Enumerable.Repeat((long)count, 13)], baseline: (long)count)),
        ];
        var areas = Run(rows, new AreaGround(pairs, births.Select((b, i) => (Key(i), new AreaSize(null, null, (long)b))).ToDictionary()))
            .OrderBy(area => area.Street, StringComparer.Ordinal)
            .ToList();

        double[] spdep = [0.00169729733, 0.00170537768, 0.00177308702, 0.00201286808, 0.00353491315];
        Assert.All(spdep.Zip(areas), pair => Assert.Equal(pair.First * 10_000, pair.Second.Per10kEb!.Value, 1e-7));
        Assert.All(spdep.Zip(areas), pair => Assert.Equal(pair.First / (667.0 / 329962), pair.Second.EbRatio!.Value, 1e-7));
        var local = MarshallEb.Local(deaths, births, counties);
        var prior = MarshallEb.Fit(deaths, births)!;
        var z = GetisOrd.Star([.. deaths.Zip(births, prior.Smooth)], counties);
        var moran = LocalMoran.Of(LocalMoran.StandardRates(deaths, births), counties, seed: 9);
        for (var i = 0; i < areas.Count; i++)
        {
            Assert.Equal(local[i]!.Value * 10_000, areas[i].Per10kEbLocal!.Value, 1e-9);
            if (counties.Of(i).Length == 0)
            {
                Assert.Equal(AreaClusters.NoNeighbours, areas[i].GiStarTest);
                continue;
            }
            Assert.Equal(z[i], areas[i].GiStarZ!.Value, 1e-8);
            if (areas[i].Lisa is { } letters)
                Assert.Equal(
                    moran[i].Label.ToString(),
                    letters.Replace("H", "High", StringComparison.Ordinal).Replace("L", "Low", StringComparison.Ordinal)
                );
        }
        // Northampton, of which spdep says the same by its raw rate, is in the hottest neighbourhood.
        Assert.Equal(Enumerable.Range(0, z.Length).MaxBy(i => z[i]), areas.FindIndex(area => area.GiStarZ == areas.Max(a => a.GiStarZ)));
        // Anson: Garwood's limits of its 15 deaths.
        var anson = Array.FindIndex(deaths, d => d == 15);
        Assert.Equal(8.3954 / births[anson] * 10_000, areas[anson].Per10kLow!.Value, 1e-3);
        Assert.Equal(24.7402 / births[anson] * 10_000, areas[anson].Per10kHigh!.Value, 1e-3);
    }

    [Fact]
    public void Rates_want_their_denominator_and_have_exact_limits()
    {
        long[] weeks = [.. Enumerable.Repeat(4L, 13)];
        var sizes = new Dictionary<AreaKey, AreaSize> { [Key(0)] = new(2.5, "outline", 20_000), [Key(1)] = new(4, "voronoi", null) };
        var areas = Run([Row(0, 0, weeks), Row(1, 8, weeks), Row(2, 5, weeks)], new AreaGround([], sizes))
            .ToDictionary(area => area.Street!);

        var none = areas[Key(0).Street!];
        Assert.Equal((0, 0, 2.5, "outline"), (none.PerSqkm, none.PerSqkmLow, none.AreaSqkm, none.AreaFrom));
        Assert.Equal(3.688879 / 2, none.Per10kHigh!.Value, 1e-6);
        var dense = areas[Key(1).Street!];
        Assert.Equal((2, null, null), (dense.PerSqkm, dense.Per10k, dense.Per10kEb));
        Assert.Null(areas[Key(2).Street!].PerSqkm);
    }

    [Fact]
    public void A_hot_area_is_looked_at_on_the_scales_beside()
    {
        long[] weeks = [.. Enumerable.Range(0, 26).Select(t => 39L + t % 3)];
        AreaCounts Street(string district, int i, long incidents) => Row(i, incidents, weeks) with { District = district };
        AreaCounts[] streets =
        [
            .. Enumerable.Range(0, 20).Select(i => Street("朝阳区", i, 38 + i % 5)),
            Street("海淀区", 50, 95),
            Street("海淀区", 51, 30),
        ];
        var districts = streets
            .GroupBy(row => row.District)
            .Select(group =>
                group.First() with
                {
                    Level = "district",
                    Street = null,
                    Complaints = group.Sum(row => row.Incidents),
                    Incidents = group.Sum(row => row.Incidents),
                    Baseline = group.Sum(row => row.Baseline),
                    Weeks = [.. weeks.Select((_, t) => group.Sum(row => row.Weeks[t]))],
                }
            );
        var areas = Run([.. streets, .. districts], AreaGround.None);
        var hexes = new HotHexes(26);
        foreach (var row in streets)
        {
            for (var back = 0; back <= 26; back++)
                hexes.Add(
                    int.Parse(row.Street![1..], null) * 5000.0,
                    0,
                    new PlacedIncidents(
                        new AreaKey(row.District, row.Street),
                        "施工扬尘",
                        back,
                        back == 0 ? row.Incidents : weeks[26 - back]
                    )
                );
        }

        var told = AreaScales.Run(areas, hexes.Test(firstWeek: 0));
        Assert.Equal((true, true), Held(told, "街050"));
        Assert.All(told.Where(area => area.IsHot != true), area => Assert.Null(area.HoldsFiner ?? area.HoldsCoarser));
        Assert.Equal((true, null), Held(AreaScales.Run(areas, null), "街050"));
        Assert.Equal((true, null), Held(AreaScales.Run(areas, hexes.Test(firstWeek: 24)), "街050"));
        Assert.True(told.Single(area => area is { Level: "district", District: "海淀区" }) is { IsHot: true, HoldsFiner: true });

        static (bool? Coarser, bool? Finer) Held(IReadOnlyList<Area> areas, string street)
        {
            var area = areas.Single(area => area.Street == street);
            Assert.True(area.IsHot);
            return (area.HoldsCoarser, area.HoldsFiner);
        }
    }

    [Fact]
    public void A_rise_spread_over_a_street_is_in_none_of_its_hexagons()
    {
        var hexes = new HotHexes(26);
        for (var cell = 0; cell < 40; cell++)
        {
            for (var back = 0; back <= 26; back++)
                hexes.Add(cell * 5000.0, 0, new PlacedIncidents(Key(cell < 20 ? 1 : 2), "施工扬尘", back, back == 0 && cell < 20 ? 3 : 2));
        }
        Assert.False(hexes.Test(0).Holds(Key(1), null));
        Assert.False(hexes.Holds(Key(1), "施工扬尘"));
        Assert.Null(hexes.Holds(Key(1), "露天烧烤"));
    }
}

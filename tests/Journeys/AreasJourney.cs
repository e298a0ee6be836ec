using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Journeys;

/// <summary>Areas with their neighbours, per km², and on the scales beside, as they come out of a whole run.</summary>
[Collection("sample office")]
public class AreasJourney(SampleOffice sample)
{
    public static TheoryData<string> Kinds => ["weekly", "monthly"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_map_is_one_family_of_tests(string kind)
    {
        var areas = sample.Of(kind).Table("areas", "true order by level, issue, district, street");
        foreach (var map in areas.GroupBy(area => (area["level"], area["issue"])))
        {
            var q = Fdr.BenjaminiHochberg([.. map.Select(area => (double?)area["gi_star_p"])]);
            foreach (var (area, expected) in map.Zip(q))
            {
                Assert.Equal(expected is null, area["gi_star_q"] is null);
                Assert.Equal(expected ?? 0, (double?)area["gi_star_q"] ?? 0, 12);
                Assert.Equal(expected is null, (string)area["gi_star_test"]! is not ("normal" or "count_tail"));
                Assert.Equal(expected <= 0.05, area["gi_star"] is not null);
            }
        }
        // Districts touch; streets without a point have no neighbours.
        Assert.All(
            areas.Where(area => area["issue"] is null && (string)area["level"]! == "district"),
            area => Assert.NotNull(area["gi_star_q"])
        );
        var streets = areas.Where(area => area["issue"] is null && (string)area["level"]! == "street").ToList();
        Assert.InRange(streets.Count(street => (string)street["gi_star_test"]! == "no_neighbours"), 0, streets.Count / 20);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rates_are_incidents_over_the_ground(string kind)
    {
        var areas = sample.Of(kind).Table("areas");
        Assert.All(
            areas.Where(area => area["area_sqkm"] is not null),
            area =>
            {
                Assert.Equal((long)area["incidents"]!, (double)area["per_sqkm"]! * (double)area["area_sqkm"]!, 9);
                Assert.Equal((string)area["level"]! == "district" ? "outline" : "voronoi", area["area_from"]);
                Assert.InRange((double)area["per_sqkm"]!, (double)area["per_sqkm_low"]!, (double)area["per_sqkm_high"]!);
            }
        );
        Assert.All(areas, area => Assert.Null(area["residents"] ?? area["per_10k"] ?? area["per_10k_eb"]));
        Assert.DoesNotContain("每万人（起）", sample.Of(kind).HtmlTable("districts")[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sentence_on_scales_is_there_where_an_area_is_hot(string kind)
    {
        var hot = sample
            .Of(kind)
            .Table("areas", "issue is null and complaints > 0 and is_hot and coalesce(holds_finer, holds_coarser) is not null");
        Assert.Equal(hot.Count > 0, sample.Of(kind).Section("四、高发区域").Contains("换尺度核对（同一检验）：", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Scales_are_told_of_hot_areas_alone(string kind)
    {
        var areas = sample.Of(kind).Table("areas");
        Assert.All(areas.Where(area => area["is_hot"] is not true), area => Assert.Null(area["holds_finer"] ?? area["holds_coarser"]));
        foreach (var street in areas.Where(area => area["is_hot"] is true && area["street"] is not null))
        {
            var district = areas.Single(area =>
                area["street"] is null && area["district"]!.Equals(street["district"]) && Equals(area["issue"], street["issue"])
            );
            Assert.Equal(district["is_hot"], street["holds_coarser"]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sentence_counts_the_streets_of_the_table(string kind)
    {
        var papers = sample.Of(kind);
        var hot = papers.Table("areas", "level = 'street' and issue is null and complaints > 0 and (gi_star = 'hot' or lisa = 'HH')").Count;
        if (hot > 0)
            Assert.Equal(hot, papers.Figures["clusters.streets.hot"].Value);
        else
            Assert.Contains("与相邻街道合看，没有成片显著偏高的", papers.Section("四、高发区域"), StringComparison.Ordinal);
    }
}

using Hotspot.Grouping;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.Statistics;
using Hotspot.Reports.Model;

namespace Hotspot.Reports.Sections;

/// <summary>The district map and the bars of streets of 四、高发区域.</summary>
internal static class AreaCharts
{
    public static DistrictMapChart Map(Analysis a, MapLayer map, List<Area> districts, Draft draft, Dates dates)
    {
        var values = districts.ToDictionary(area => area.District, area => (double)area.Complaints);
        var counts = map.Areas.Select(area => values.GetValueOrDefault(area.Name)).Order().ToList();
        var breaks = ((double[])[0.2, 0.4, 0.6, 0.8])
            .Select(quantile => Nice(counts[Math.Min(counts.Count - 1, (int)(quantile * counts.Count))]))
            .Where(value => value > 0)
            .Distinct()
            .ToList();
        // Rounded breaks may leave a class without a district: it would only lengthen the legend.
        breaks = [.. breaks.Where((lower, i) => counts.Any(count => count >= lower && (i + 1 == breaks.Count || count < breaks[i + 1])))];
        return new DistrictMapChart(
            "district_map",
            draft.NextChart(),
            draft.Word("chart.district_map"),
            Leading(districts, draft),
            OverviewSection.SourceLine(a, draft, dates, districts.Sum(area => area.Complaints)),
            map,
            values,
            breaks,
            draft.Word("chart.value_complaints"),
            a.InnerDistricts
        )
        {
            Outlined = [.. districts.Where(area => area.IsHot == true || area.GiStar == "hot").Select(area => area.District)],
            OutlineLabel = draft.Word("chart.outline_hot"),
            SizeLabel = draft.Word("chart.class_size"),
        };
    }

    /// <summary>The districts with most complaints and their share: the title of the map and of the bars in the workbook.</summary>
    public static string Leading(List<Area> districts, Draft draft)
    {
        var top = districts.Take(3).ToList();
        return draft.Text(
            "district_map.message",
            ("list", string.Join(draft.Word("separator.enumeration"), top.Select(area => area.District))),
            ("share", Draft.OneDecimal(top.Sum(area => area.Share), 1))
        );
    }

    /// <summary>Class breaks that read well: two leading digits.</summary>
    private static double Nice(double value)
    {
        if (value < 10)
            return Math.Max(1, Math.Round(value));
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Round(value / (5 * unit)) * 5 * unit;
    }

    public static BarChart Bars(Analysis a, List<Area> streets, Draft draft, Dates dates) =>
        new(
            "streets",
            draft.NextChart(),
            draft.Word("chart.streets"),
            streets.Any(area => area.IsRising == true)
                    ? draft.Text("streets.message_rising", ("name", AreasSection.Name(streets.First(area => area.IsRising == true))))
                : streets.Count(street => street.Rank == streets[0].Rank) is > 1 and var tied
                    ? draft.Text("streets.message_tied", ("places", tied), ("count", streets[0].Incidents))
                : draft.Text("streets.message", ("name", AreasSection.Name(streets[0])), ("count", streets[0].Incidents)),
            OverviewSection.SourceLine(a, draft, dates),
            [
                .. streets.Select(area =>
                {
                    var (low, high) = Garwood.Limits(area.Incidents);
                    return new Bar(
                        AreasSection.Name(area),
                        area.Incidents,
                        draft.Text(
                            "streets.bar",
                            ("count", area.Incidents),
                            ("low", area.RankLow ?? area.Rank),
                            ("high", area.RankHigh ?? area.Rank)
                        ),
                        low,
                        high,
                        area.IsRising == true || area.IsHot == true
                    );
                }),
            ],
            draft.Word("chart.value_incidents")
        );
}

using Hotspot.Tests.Support;

namespace Hotspot.Tests.Journeys;

/// <summary>What the page counts for its reader is what the published complaints say, recounted by queries of the tests' own.</summary>
[Collection("sample office")]
public class ExplorerJourney(SampleOffice sample)
{
    private const string Midnight = "time_precision <> 'day' and (hour(occurred_at) >= 22 or hour(occurred_at) < 6)";

    [Theory]
    [InlineData("weekly")]
    [InlineData("monthly")]
    public void A_choice_of_the_page_counts_the_complaints_that_fit(string kind)
    {
        var (papers, days) = (sample.Of(kind), SampleOffice.Days(kind));
        using var page = new PageLogic(papers.Explorer().GetRawText());
        void Counts(string address, string where)
        {
            Assert.Equal(sample.Rows.InDays(days, where), page.Count(address, "complaints"));
            Assert.Equal(sample.Rows.InDays(days, where + " and complaint_id = incident_id"), page.Count(address, "incidents"));
        }

        Assert.Equal(papers.Figures["key.complaints"].Value, page.Count("", "complaints"));
        Assert.Equal(papers.Figures["key.incidents"].Value, page.Count("", "incidents"));
        Counts("", "true");
        Counts("#issue=夜间施工扰民&hours=22-6", "issue = '夜间施工扰民' and " + Midnight);
        Counts("#kind=weekend&district=朝阳区", "day_kind = 'weekend' and district = '朝阳区'");
        Counts("#district=unknown", "district is null");
        if (kind == "weekly")
            Counts("#days=2025-04-23,2025-04-24", "occurred_at::date in (date '2025-04-23', date '2025-04-24')");
        else
            Counts(
                "#weeks=2025-03-01,2025-03-10",
                "(occurred_at < '2025-03-03' or (occurred_at >= '2025-03-10' and occurred_at < '2025-03-17'))"
            );
        Assert.Equal(sample.Rows.InDays(days, "time_precision = 'day'"), page.Count("", "dayOnly"));
        Assert.Equal(
            sample.Rows.InDays(days, "district = '海淀区' and street = '清河街道'"),
            page.Count("", "area.complaints[cube.areas.findIndex((area) => area[0] === '海淀区' && area[1] === '清河街道')]")
        );
    }

    [Theory]
    [InlineData("weekly")]
    [InlineData("monthly")]
    public void A_hotspot_of_the_page_has_the_complaints_of_the_table(string kind)
    {
        var papers = sample.Of(kind);
        using var page = new PageLogic(papers.Explorer().GetRawText());
        var points = papers.Table("points", "longitude is not null");

        Assert.NotEmpty(points);
        Assert.All(
            points,
            point =>
                Assert.Equal(
                    Convert.ToInt64(point["complaints"]),
                    page.Count("", $"points.find((one) => one.point.rank === {point["rank"]}).complaints")
                )
        );
    }
}

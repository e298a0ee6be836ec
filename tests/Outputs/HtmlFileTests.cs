using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotspot.Outputs;

namespace Hotspot.Tests.Outputs;

public sealed partial class HtmlFileTests
{
    private static readonly string Page = Encoding.UTF8.GetString(Written.Html);

    [Fact]
    public void The_page_asks_nothing_of_the_network()
    {
        Assert.Contains(
            "content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\"",
            Page,
            StringComparison.Ordinal
        );
        Assert.Empty(Outside().Matches(Page));
        Assert.DoesNotContain("@import", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_stays_small_enough_to_mail() => Assert.InRange(Written.Html.Length, 1_000_000, 3_000_000);

    [Fact]
    public void The_same_bulletin_gives_the_same_bytes() =>
        Assert.Equal(Written.Html, Written.Bytes(stream => HtmlFile.Write(Written.Bulletin, stream)));

    [Fact]
    public void Markup_in_a_complaint_stays_text()
    {
        Assert.DoesNotContain("<script>alert", Page, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;alert(1)", Page, StringComparison.Ordinal);
        // The template's five scripts and no more.
        Assert.Equal(5, ScriptEnd().Count(Page));
    }

    [Fact]
    public void No_place_of_the_template_is_left_open() => Assert.DoesNotContain("{{", Page, StringComparison.Ordinal);

    [Fact]
    public void Every_chart_of_the_bulletin_is_in_the_data_of_the_page()
    {
        using var data = JsonDocument.Parse(Data(Page));
        var charts = data.RootElement.GetProperty("charts");
        Assert.Equal(Written.Bulletin.Charts().Select(chart => chart.Id), charts.EnumerateObject().Select(chart => chart.Name));
        Assert.Equal(1, data.RootElement.GetProperty("layers").GetArrayLength());
        Assert.Equal(16, data.RootElement.GetProperty("layers")[0].GetProperty("geo").GetProperty("features").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, charts.GetProperty("heat").GetProperty("values")[7][0].ValueKind);
        Assert.Equal(141, charts.GetProperty("streets").GetProperty("bars")[0].GetProperty("value").GetDouble());
    }

    [Fact]
    public void Key_figures_come_first_under_their_names()
    {
        var cards = Page.IndexOf("class=\"cards\"", StringComparison.Ordinal);
        Assert.InRange(cards, 1, Page.IndexOf("本期要点</h2>", StringComparison.Ordinal));
        Assert.Contains("<dt>受理诉求</dt>", Page, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"key.complaints\"", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hotspot_row_knows_the_rank_of_its_circle() => Assert.Equal(12, Rank().Count(Page));

    internal static string Data(string page) => DataBlock().Match(page).Groups[1].Value;

    [GeneratedRegex("""(src|href|action|data)\s*=\s*["']?\s*(https?:|//|file:|ftp:)|url\(\s*["']?(https?:|//)""")]
    private static partial Regex Outside();

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataBlock();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptEnd();

    [GeneratedRegex("<tr [^>]*data-rank=\"[0-9]+\"")]
    private static partial Regex Rank();
}

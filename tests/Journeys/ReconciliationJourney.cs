namespace Hotspot.Tests.Journeys;

/// <summary>A month tells why its weeks do not sum to it, and what came to their data since their bulletins.</summary>
public sealed class ReconciliationJourney : IClassFixture<ReconciliationJourney.Loaded>, IDisposable
{
    /// <summary>The month with the week before it.</summary>
    public sealed class Loaded : PreparedOffice
    {
        public Loaded() => Office.Call("load", Office.Write("一.csv", Exports.City(new DateOnly(2025, 3, 24), 38, 6))).Exits(0);
    }

    private readonly Office _office = new();

    public ReconciliationJourney(Loaded loaded) => _office.TakeOver(loaded.Office, whole: true);

    public void Dispose() => _office.Dispose();

    [Fact]
    public void Weeks_add_up_to_the_month_and_late_orders_are_told()
    {
        foreach (var week in (string[])["2025-W14", "2025-W15"])
            _office.Call("report", "weekly", "--period", week).Exits(0);
        _office.Call("load", _office.Write("补.csv", Exports.StreamB(new DateOnly(2025, 4, 8), 1, 5).Replace("-00000", "-90000"))).Exits(0);
        _office.Call("report", "monthly", "--period", "2025-04").Exits(0);
        var papers = new Papers(_office.Bulletin("monthly", "2025-04"));
        var rows = papers.WordTables["reconciliation"].Cells;

        // 31 March to 6 April: one day of March; 28 April to 4 May: four days of May.
        Assert.Equal(["2025年第14周", "3月31日—4月6日", "36", "6", "42", "1天属上月"], rows[1]);
        Assert.Equal(["2025年第15周", "4月7日—4月13日", "47", "—", "42", "周报后补录5件"], rows[2]);
        Assert.Equal("4天属下月", rows[5][5]);
        Assert.Equal(papers.Figures["overview.complaints"].Value, papers.Figures["reconcile.inside"].Value);
        Assert.Contains("补录5件", papers.Text, StringComparison.Ordinal);
        Assert.Contains("“周报所载”", papers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_no_weekly_bulletin_fills_is_not_explained()
    {
        _office.Call("report", "monthly", "--period", "2025-04").Exits(0);
        var papers = new Papers(_office.Bulletin("monthly", "2025-04"));

        Assert.Equal(7, papers.WordTables["reconciliation"].Cells.Count);
        Assert.DoesNotContain("周报所载", papers.Text, StringComparison.Ordinal);
    }
}

using Hotspot.Calendar;
using Hotspot.Hotspots.Peaks;

namespace Hotspot.Tests.Hotspots.Peaks;

public class HourCirclesTests
{
    private static readonly DateOnly From = new(2025, 4, 21);
    private static readonly DateOnly LastDay = From.AddDays(6);

    private static HourCircle? All(Func<int, int> incidents)
    {
        int[] hours = [.. Enumerable.Range(0, 24).Select(incidents)];
        var scope = new HourScope(
            "issue",
            "露天烧烤",
            [.. Enumerable.Range(0, 63).Select(i => new DayHours(LastDay.AddDays(i - 62), DayKind.Workday, hours, hours))]
        );
        return HourCircles.Run([scope], From, LastDay, new PeakSettings()).SingleOrDefault(row => row.DayKind == "all");
    }

    [Fact]
    public void One_peak_over_midnight_has_its_mean_at_midnight()
    {
        var row = All(h => (int)Math.Round(100 + 80 * Math.Cos((h + 0.5) * Math.PI / 12)))!;
        Assert.Equal(24, (row.MeanHour!.Value + 12) % 24 + 12, 1e-9);
        Assert.Equal((56 * 2400, LastDay.AddDays(-55), LastDay), (row.Incidents, row.FromOn, row.UntilOn));
    }

    [Fact]
    public void Two_peaks_have_no_mean_hour()
    {
        var row = All(h => h is 8 or 9 or 20 or 21 or 22 ? 6 : 1)!;
        Assert.Null(row.MeanHour);
        Assert.InRange(row.Second, 0.15, 1);
    }

    [Fact]
    public void Even_hours_have_no_mean_hour_and_too_few_incidents_no_row()
    {
        Assert.Null(All(_ => 2)!.MeanHour);
        Assert.Null(All(_ => 0));
    }
}

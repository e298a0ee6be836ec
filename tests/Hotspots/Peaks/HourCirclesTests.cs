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

    private static HourCircle? Of(PeakSettings settings, params (int Hour, int Incidents)[] counts) =>
        HourCircles
            .Run([new HourScope("city", "", [SomeHours.Day(LastDay, DayKind.Workday, counts)])], From, LastDay, settings)
            .SingleOrDefault(row => row.DayKind == "all");

    [Fact]
    public void Twenty_incidents_make_a_row_and_nineteen_none()
    {
        Assert.Equal(20, Of(new PeakSettings(), (3, 7), (9, 7), (17, 6))!.Incidents);
        Assert.Null(Of(new PeakSettings(), (3, 7), (9, 7), (17, 5)));
    }

    /// <summary>Where on the clock the hour is makes no difference, though sines and cosines are rounded.</summary>
    [Fact]
    public void All_in_one_hour_have_no_concentration_whichever_hour_it_is()
    {
        for (var hour = 0; hour < 24; hour++)
        {
            foreach (var count in (int[])[20, 21, 37, 1000])
            {
                var row = Of(new PeakSettings(), (hour, count))!;
                Assert.Null(row.Kappa);
                Assert.Equal(1, row.Resultant, 1e-12);
            }
        }
    }

    [Fact]
    public void Two_neighbouring_hours_have_a_concentration()
    {
        // R̄ = cos(π/24) = .99144; for κ so large R̄ ≈ 1 − 1/2κ − 1/8κ².
        var row = Of(new PeakSettings(), (9, 50), (10, 50))!;
        Assert.Equal(Math.Cos(Math.PI / 24), row.Resultant, 1e-12);
        Assert.InRange(row.Kappa!.Value, 58.5, 59);
        Assert.Equal(Math.Cos(Math.PI / 24), 1 - 1 / (2 * row.Kappa.Value) - 1 / (8 * row.Kappa.Value * row.Kappa.Value), 1e-5);
    }

    [Fact]
    public void A_mean_hour_is_told_at_the_level_and_not_beyond_it()
    {
        // One broad peak: 11 to 17 hold a little more than the rest.
        (int, int)[] counts = [.. Enumerable.Range(0, 24).Select(h => (h, (int)Math.Round(20 + 4 * Math.Cos((h - 13.5) * Math.PI / 12))))];
        var p = Of(new PeakSettings(), counts)!.RayleighP;
        Assert.InRange(p, 1e-9, 0.5);
        Assert.Equal(14, Of(new PeakSettings { Level = p }, counts)!.MeanHour!.Value, 1e-9);
        Assert.Null(Of(new PeakSettings { Level = Math.BitDecrement(p) }, counts)!.MeanHour);
    }

    [Fact]
    public void Rows_are_in_order_of_level_and_name()
    {
        var rows = HourCircles.Run(SomeHours.OutOfOrder(56, (_, _) => 1), SomeHours.From, SomeHours.LastDay, new PeakSettings());
        Assert.Equal(
            SomeHours.InOrder.SelectMany(unit => (string[])["all", "workday"], (unit, kind) => (unit.Level, unit.Name, kind)),
            rows.Select(row => (row.ScopeLevel, row.Scope, row.DayKind))
        );
    }
}

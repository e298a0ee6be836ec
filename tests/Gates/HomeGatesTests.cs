using Hotspot.Callback;
using Hotspot.Gates;
using Hotspot.Grouping;
using Hotspot.Records;

namespace Hotspot.Tests.Gates;

/// <summary>What is not known is never green, and what misses its bar is never amber.</summary>
public class HomeGatesTests
{
    private static readonly HomeFacts Good = new(1, 0.01, 0.05, 0, 1, 1, 0.25, 0.2, 3, 0, 0, 0.97, 0.95, false);

    private static Dictionary<string, Light> Lights(HomeFacts facts) =>
        HomeGates.Of(facts).ToDictionary(gate => gate.Name, gate => gate.Light);

    [Fact]
    public void A_home_in_order_is_green_throughout() => Assert.All(HomeGates.Of(Good), gate => Assert.Equal(Light.Green, gate.Light));

    [Fact]
    public void What_nobody_measured_is_not_green()
    {
        var lights = Lights(
            Good with
            {
                ProcessingA = null,
                ProcessingOwn = null,
                CallbackCoverage = null,
                Satisfied = null,
                LastNightFailed = null,
            }
        );
        Assert.Equal(
            ["processing_A", "processing_own", "callback", "satisfaction", "last_night"],
            lights.Where(light => light.Value == Light.Unknown).Select(light => light.Key)
        );
    }

    [Fact]
    public void What_misses_its_bar_is_red()
    {
        Assert.Equal(Light.Red, Lights(Good with { ProcessingA = 0.9999 })["processing_A"]);
        Assert.Equal(Light.Red, Lights(Good with { RejectedShare = 0.0501 })["rejected"]);
        Assert.Equal(Light.Red, Lights(Good with { DaysBehind = 4 })["data_fresh"]);
        Assert.Equal(Light.Red, Lights(Good with { DaysBehind = null })["data_fresh"]);
        Assert.Equal(Light.Red, Lights(Good with { Satisfied = 0.9499 })["satisfaction"]);
        Assert.Equal(Light.Red, Lights(Good with { CallbackCoverage = 0.19, CallbackDaysLeft = 0 })["callback"]);
        Assert.Equal(Light.Red, Lights(Good with { LastNightFailed = true })["last_night"]);
    }

    [Fact]
    public void What_can_still_be_mended_is_amber()
    {
        Assert.Equal(Light.Amber, Lights(Good with { CallbackCoverage = 0.19 })["callback"]);
        Assert.Equal(Light.Amber, Lights(Good with { InboxFiles = 1 })["inbox"]);
        Assert.Equal(Light.Amber, Lights(Good with { OrdersOverdue = 1 })["due"]);
        Assert.Equal(Light.Amber, Lights(Good with { RejectedShare = 0.03 })["rejected"]);
    }

    [Fact]
    public void Service_levels_join_what_is_known_of_a_unit_and_leave_the_rest_open()
    {
        UnitCount[] received =
        [
            new(OrderStream.A, null, null, 30),
            new(OrderStream.A, "朝阳区", null, 30),
            new(OrderStream.B, null, null, 50),
        ];
        ProcessingCount[] processing = [new(OrderStream.A, null, null, 32, 30, 1), new(OrderStream.A, "朝阳区", null, 32, 30, 1)];
        CallbackRate[] rates = [Rate("city", null, null), Rate("issue", null, "店外经营")];
        var rows = ServiceLevel.Of(received, processing, rates);
        Assert.Equal(
            [("A", "stream", null), ("A", "district", "朝阳区"), ("B", "stream", null)],
            rows.Select(row => (row.Stream, row.Level, row.Unit))
        );
        Assert.Equal((30L, 32L, 30L, 30.0 / 31), (rows[0].Received, rows[0].Dispatched, rows[0].Processed, rows[0].ProcessingRate));
        // Wilson (1927) for 30 of 31.
        Assert.Equal((0.8381, 0.9943), (Math.Round(rows[0].ProcessingLow!.Value, 4), Math.Round(rows[0].ProcessingHigh!.Value, 4)));
        Assert.Null(rows[0].CallbackRate);
        Assert.Equal((null, 40L, 9L, 0.225), (rows[2].ProcessingRate, rows[2].CallbackOrders, rows[2].CallbackDone, rows[2].CallbackRate));
    }

    private static CallbackRate Rate(string level, string? district, string? issue) =>
        new(
            "2025-W17",
            level,
            district,
            null,
            issue,
            40,
            38,
            12,
            9,
            9,
            9,
            0.225,
            0.2,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null
        );
}

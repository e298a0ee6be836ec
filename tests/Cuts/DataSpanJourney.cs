using System.Text.Json;
using Hotspot.Tests.Journeys;

namespace Hotspot.Tests.Cuts;

/// <summary>Days before the first and after the last complaint are days without data: they are told, and are no quiet days.</summary>
public sealed class DataSpanJourney : IDisposable
{
    private readonly Office _office = new();

    public DataSpanJourney() => _office.Call("load", _office.Write("三月.csv", Exports.City(new DateOnly(2025, 3, 3), 21, 4))).Exits(0);

    public void Dispose() => _office.Dispose();

    private static List<string> Notes(JsonElement cut) => [.. cut.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];

    [Fact]
    public void Months_before_the_data_are_no_months_of_nothing()
    {
        var cut = _office.Call("cut", "--from", "2025-01-01", "--to", "2025-12-31", "--by", "month").Exits(0).Json;
        Assert.Equal(["2025-03"], cut.GetProperty("groups").EnumerateArray().Select(row => row.GetProperty("month").GetString()));
        Assert.Equal(("2025-03-03", "2025-03-24"), (cut.GetProperty("from_on").GetString(), cut.GetProperty("until_on").GetString()));
        Assert.Contains("现有数据2025年3月3日—2025年3月23日，所选时间内实有数据21天。", Notes(cut));
    }

    [Theory]
    [InlineData("2025-02")]
    [InlineData("2025-04")]
    public void A_period_outside_the_data_says_where_they_begin_and_end(string period)
    {
        var cut = _office.Call("cut", "--period", period).Exits(0).Json;
        Assert.Contains(
            Notes(cut),
            note => note.StartsWith("现有数据2025年3月3日—2025年3月23日，所选时间内没有数据。", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_month_of_which_the_data_begin_later_is_counted_from_there()
    {
        var cut = _office.Call("cut", "--period", "2025-03", "--by", "day").Exits(0).Json;
        Assert.Equal(21, cut.GetProperty("groups").GetArrayLength());
        Assert.Equal(84, cut.GetProperty("complaints").GetInt32());
    }
}

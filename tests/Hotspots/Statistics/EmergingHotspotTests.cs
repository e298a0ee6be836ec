using System.Globalization;
using Hotspot.Hotspots.Statistics;

namespace Hotspot.Tests.Hotspots.Statistics;

/// <summary>
/// Truth tables written from Esri's definitions (ArcGIS Pro 3.x), not output of ArcGIS: 26 named series, and every series of six steps under
/// each trend. H hot, C cold, a point neither.
/// </summary>
public class EmergingHotspotTests
{
    private static sbyte[] Sides(string states) =>
        [
            .. states.Select(state =>
                (sbyte)(
                    state == 'H' ? 1
                    : state == 'C' ? -1
                    : 0
                )
            ),
        ];

    private static string Classify(string states, int trend) => EmergingHotspot.Code(EmergingHotspot.Classify(Sides(states), trend));

    [Fact]
    public void Named_series_have_their_pattern()
    {
        var wrong =
            from row in HotspotData.Rows("emerging_cases.csv")
            let found = Classify(row[1], int.Parse(row[2], CultureInfo.InvariantCulture))
            where found != row[3]
            select $"{row[0]}: {found}";
        Assert.Equal([], wrong);
    }

    [Fact]
    public void All_series_of_six_steps_have_their_pattern()
    {
        var rows = HotspotData.Rows("emerging_n6.csv");
        Assert.Equal(3 * 729, rows.Length);
        var wrong =
            from row in rows
            let found = Classify(row[0], int.Parse(row[1], CultureInfo.InvariantCulture))
            where found != row[2]
            select $"{row[0]} {row[1]}: {found}";
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Cold_is_the_mirror_of_hot()
    {
        foreach (var row in HotspotData.Rows("emerging_n6.csv"))
        {
            var trend = int.Parse(row[1], CultureInfo.InvariantCulture);
            var found = EmergingHotspot.Classify(Sides(row[0]), trend);
            // Hot half the time and cold the other cannot be historical on both sides, so the mirror is exact.
            Assert.Equal(-(int)found, (int)EmergingHotspot.Classify([.. Sides(row[0]).Select(side => (sbyte)-side)], -trend));
        }
    }

    [Fact]
    public void There_are_seventeen_patterns_with_codes_of_their_own()
    {
        Assert.Equal(17, Enum.GetValues<EmergingClass>().Select(EmergingHotspot.Code).Distinct().Count());
        Assert.Equal(EmergingClass.None, EmergingHotspot.Classify([], 1));
    }
}

using Hotspot.Geo;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Geo;

public class AreaGroundTests
{
    private static readonly MetricProjection Utm50 = MetricProjection.ForEpsg(32650);
    private static readonly Lazy<StreetNeighbours> Streets = new(() =>
        StreetNeighbours.Of(Beijing.Gazetteer, Beijing.Map, Utm50, new DateOnly(2025, 4, 27))
    );
    private static readonly Lazy<DistrictNeighbours> Districts = new(() => DistrictNeighbours.Of(Beijing.Map, Utm50, Streets.Value));

    [Theory]
    [InlineData("东城区", "西城区", true)]
    [InlineData("东城区", "丰台区", true)]
    [InlineData("门头沟区", "延庆区", false)]
    [InlineData("石景山区", "门头沟区", true)]
    [InlineData("平谷区", "密云区", true)]
    [InlineData("平谷区", "怀柔区", false)]
    [InlineData("经济技术开发区", "大兴区", true)] // no outline: by its streets
    [InlineData("经济技术开发区", "海淀区", false)]
    public void Districts_that_touch_are_neighbours(string a, string b, bool expected) =>
        Assert.Equal(expected, Districts.Value.Pairs.Contains((a, b)) || Districts.Value.Pairs.Contains((b, a)));

    [Fact]
    public void Areas_agree_with_those_of_the_list_of_districts()
    {
        var listed = Beijing.Gazetteer.Districts.Where(district => district.AreaKm2 is not null).ToList();
        Assert.Equal(listed.Select(district => district.Name).Order(), Districts.Value.AreasKm2.Keys.Order());
        Assert.All(listed, district => Assert.InRange(Districts.Value.AreasKm2[district.Name] / district.AreaKm2!.Value, 0.995, 1.005));
    }

    [Fact]
    public void The_cells_of_the_streets_fill_the_districts_but_for_shared_points()
    {
        var sum = Streets.Value.AreasKm2.Values.Sum();
        Assert.InRange(sum / Districts.Value.AreasKm2.Values.Sum(), 0.97, 1.0001);
        Assert.All(Streets.Value.AreasKm2.Values, km2 => Assert.InRange(km2, 0.1, 1200));
    }

    private static IReadOnlyList<Denominator> Read(string lines, string header = Header)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("denominators.csv"), header + "\n" + lines);
        return Denominators.Read(Beijing.Gazetteer, Path.GetDirectoryName(folder.File("denominators.csv")));
    }

    private const string Header = "district,street,residents,area_km2,valid_from,valid_until,note";

    [Fact]
    public void None_ship() => Assert.Empty(Denominators.Read(Beijing.Gazetteer));

    [Fact]
    public void A_row_holds_for_its_days_and_names_are_those_of_the_lists()
    {
        var rows = Read("朝阳,,3000000,,,2024-12-31,旧\n朝阳区,,3100000,465.1,2025-01-01,,新\n朝阳区,望京街道办事处,150000,,,,\n");
        Assert.Equal(
            [("朝阳区", null, 3_100_000L, 465.1), ("朝阳区", "望京街道", 150_000L, null)],
            rows.Where(row => row.HoldsOn(new DateOnly(2025, 1, 1)))
                .Select(row => (row.District, row.Street, row.Residents!.Value, row.AreaKm2))
        );
        Assert.Equal(3_000_000, rows.First(row => row.HoldsOn(new DateOnly(2024, 12, 31))).Residents);
    }

    [Theory]
    [InlineData(
        "朝阳区,,3100000,465,,,",
        DenominatorFault.ColumnMissing,
        1,
        "residents",
        "district,street,people,area_km2,valid_from,valid_until,note"
    )]
    [InlineData("上海市,,1,1,,,", DenominatorFault.Unknown, 2, "district")]
    [InlineData("朝阳区,没有街道,1,1,,,", DenominatorFault.Unknown, 2, "street")]
    [InlineData("朝阳区,,,,,,", DenominatorFault.Nothing, 2, "residents")]
    [InlineData("朝阳区,,344万,,,,", DenominatorFault.NoNumber, 2, "residents")]
    [InlineData("朝阳区,,-5,,,,", DenominatorFault.NoNumber, 2, "residents")]
    [InlineData("朝阳区,,1.5,,,,", DenominatorFault.NoNumber, 2, "residents")]
    [InlineData("朝阳区,,5,NaN,,,", DenominatorFault.NoNumber, 2, "area_km2")]
    [InlineData("朝阳区,,5,,2025/1/1,,", DenominatorFault.NoDay, 2, "valid_from")]
    [InlineData("朝阳区,,5,,2025-01-02,2025-01-01,", DenominatorFault.NoDay, 2, "valid_until")]
    [InlineData("朝阳区,,5,,,2025-01-01,\n朝阳,,6,,2025-01-01,,", DenominatorFault.Twice, 3, "valid_from")]
    public void A_wrong_cell_is_told_by_line_and_column(
        string lines,
        DenominatorFault fault,
        int line,
        string column,
        string header = Header
    )
    {
        var told = Assert.Throws<DenominatorException>(() => Read(lines + "\n", header));
        Assert.Equal((fault, line, column), (told.Fault, told.Line, told.Column));
    }
}

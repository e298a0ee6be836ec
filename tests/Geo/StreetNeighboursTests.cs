using Hotspot.Geo;

namespace Hotspot.Tests.Geo;

public class StreetNeighboursTests
{
    private static readonly Lazy<StreetNeighbours> Found = new(() =>
        StreetNeighbours.Of(Beijing.Gazetteer, Beijing.Map, MetricProjection.ForEpsg(32650), new DateOnly(2025, 4, 27))
    );

    private static bool AreNeighbours((string, string) a, (string, string) b) =>
        Found.Value.Pairs.Contains((a, b)) || Found.Value.Pairs.Contains((b, a));

    [Theory]
    [InlineData("东城区", "东华门街道", "东城区", "景山街道", true)]
    [InlineData("朝阳区", "望京街道", "朝阳区", "东湖街道", true)]
    [InlineData("东城区", "建国门街道", "朝阳区", "建外街道", true)] // across the border of the districts
    [InlineData("朝阳区", "八里庄街道", "海淀区", "八里庄街道", false)] // a name that two districts have
    [InlineData("东城区", "东华门街道", "朝阳区", "望京街道", false)]
    public void Streets_that_lie_side_by_side_are_neighbours(string district, string street, string other, string name, bool expected) =>
        Assert.Equal(expected, AreNeighbours((district, street), (other, name)));

    [Fact]
    public void Every_street_with_a_point_has_neighbours_some_five_of_them()
    {
        var counts = Found.Value.Pairs.SelectMany(pair => new[] { pair.A, pair.B }).CountBy(street => street).ToDictionary();
        Assert.Equal(Found.Value.Points.Keys.Order(), counts.Keys.Order());
        Assert.InRange(counts.Values.Average(), 4, 8);
        Assert.InRange(counts.Values.Max(), 6, 25);
    }

    [Fact]
    public void Streets_of_a_unit_without_an_outline_lie_among_those_of_the_district_that_holds_them() =>
        Assert.Contains(
            Found.Value.Pairs,
            pair =>
                pair.A.District != pair.B.District && "经济技术开发区" == (pair.A.District == "大兴区" ? pair.B.District : pair.A.District)
        );
}

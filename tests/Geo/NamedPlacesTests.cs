using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Tests.Geo;

public class NamedPlacesTests
{
    private static readonly GeoReference Reference = Beijing.Reference with
    {
        Places = new NamedPlaces(
            Beijing.Gazetteer,
            [Place("望京SOHO", aliases: "望京搜候|SOHO中国望京项目", longitude: 116.4745, latitude: 39.9965)],
            [
                Place("望京SOHO中心", aliases: "望京SOHO"),
                Place("大西洋新城小区", longitude: 116.466, latitude: 39.99),
                Place("方舟花园", "花家地街道"),
                Place("利泽嘉园"),
                Place("利泽佳苑"),
                Place("望京西园三区"),
                Place("朝阳大悦城", null),
            ]
        ),
    };

    private static NamedPlace Place(
        string name,
        string? street = "望京街道",
        string aliases = "",
        double? longitude = null,
        double latitude = 0
    ) =>
        new(
            name,
            "朝阳区",
            street,
            aliases.Split('|', StringSplitOptions.RemoveEmptyEntries),
            longitude is { } x ? new LonLat(x, latitude) : null,
            ""
        );

    private static PlaceResolution At(string text, string? street = "望京街道") =>
        new PlaceResolver(Reference, CoordinateSystem.Wgs84).Resolve(new PlaceStatement("朝阳区", street, null, text, null, null));

    [Theory]
    [InlineData("望京SOHO")]
    [InlineData("朝阳区望京SOHO T2座")]
    [InlineData("望京搜候附近")]
    [InlineData("SOHO中国望京项目")]
    public void Names_and_aliases_lead_to_one_key_and_its_point(string text)
    {
        var place = At(text);
        Assert.Equal(("朝阳区/望京街道/望京SOHO", GeoLevel.Place), (place.PlaceKey, place.Level));
        Assert.Equal((116.4745, 39.9965), (place.Longitude, place.Latitude));
        Assert.Empty(place.Flags);
    }

    [Fact]
    public void The_first_list_has_the_say() => Assert.Equal(116.4745, At("望京SOHO").Longitude);

    [Fact]
    public void One_slip_is_mended_and_told()
    {
        var place = At("大西阳新城");
        Assert.Equal("朝阳区/望京街道/大西阳新城", place.PlaceKey);
        place = At("大西洋新成");
        Assert.Equal(("朝阳区/望京街道/大西洋新城", 116.466), (place.PlaceKey, place.Longitude));
        Assert.Equal(["place_mended"], place.Flags);
    }

    [Theory]
    [InlineData("望京西园四区")]
    [InlineData("望京东园三区")]
    [InlineData("望京西园13区")]
    [InlineData("望京新SOHO")]
    public void What_tells_places_apart_is_no_slip(string text) => Assert.Empty(At(text).Flags);

    [Fact]
    public void Two_that_fit_alike_stay_unresolved_and_are_listed()
    {
        var place = At("利泽佳园");
        Assert.Equal(("朝阳区/望京街道/利泽佳园", (double?)null), (place.PlaceKey, place.Longitude));
        Assert.Equal(["place_ambiguous"], place.Flags);
        var candidates = PlaceCandidates.Of(new PlaceStatement("朝阳区", "望京街道", null, "利泽佳园", null, null), Reference);
        Assert.Equal(["利泽嘉园", "利泽佳苑"], candidates.Select(candidate => candidate.Place.Name));
        Assert.All(candidates, candidate => Assert.Equal(PlaceFit.Near, candidate.Fit));
    }

    [Fact]
    public void A_place_of_another_street_is_not_meant()
    {
        Assert.Equal("朝阳区/望京街道/方舟花园", At("方舟花园").PlaceKey);
        Assert.Empty(PlaceCandidates.Of(new PlaceStatement("朝阳区", "望京街道", null, "方舟花园", null, null), Reference));
    }

    [Fact]
    public void A_place_without_a_street_is_known_in_the_whole_district() => Assert.Equal("朝阳区//朝阳大悦城", At("朝阳大悦城").PlaceKey);

    [Fact]
    public void Where_the_row_knows_no_street_a_name_of_one_place_alone_gives_it()
    {
        var place = At("大西洋新城", street: null);
        Assert.Equal(("望京街道", "朝阳区/望京街道/大西洋新城", 116.466), (place.Street, place.PlaceKey, place.Longitude));
        Assert.Equal(["street_from_place_text"], place.Flags);
    }

    [Fact]
    public void What_the_gazetteer_lacks_keeps_a_key_of_its_own() =>
        Assert.Equal(
            At("望京某某大厦旁的老张修车铺".Replace("某某", "金隅", StringComparison.Ordinal)).PlaceKey,
            At("望京金隅大厦旁的老张修车铺门口").PlaceKey
        );

    [Theory]
    [InlineData("格林花园小区", "格林花园", false)]
    [InlineData("大西洋新城", "大西洋新成", true)]
    [InlineData("怡海花园", "怡海花圆", true)]
    [InlineData("怡海花园", "恰海花园", false)]
    [InlineData("利泽西园", "利泽西苑", true)]
    [InlineData("翠城盛园", "翠城雅园", false)]
    [InlineData("望京国际大厦", "望京国大厦", true)]
    [InlineData("安慧里", "安惠里", false)]
    [InlineData("和平西街", "和平东街", false)]
    [InlineData("京客隆超市", "京隆客超市", true)]
    public void One_slip_apart_means_one_that_people_make(string one, string other, bool apart)
    {
        Assert.Equal(apart, OneEdit.Apart(one, other, Beijing.Gazetteer.Words));
        Assert.Equal(apart, OneEdit.Apart(other, one, Beijing.Gazetteer.Words));
    }
}

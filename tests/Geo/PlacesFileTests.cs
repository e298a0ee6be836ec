using System.Text;
using Hotspot.Geo;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Geo;

public sealed class PlacesFileTests : IDisposable
{
    private const string Header = "name,district,street,aliases,longitude,latitude,source\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<NamedPlace> Read(string text, Encoding? encoding = null)
    {
        File.WriteAllText(_folder.File("places.csv"), text, encoding ?? new UTF8Encoding(false));
        return PlacesFile.Read(_folder.File("places.csv"), Beijing.Gazetteer, Beijing.Map);
    }

    [Fact]
    public void A_line_gives_a_place_by_its_canonical_units()
    {
        var place = Assert.Single(Read(Header + "望京SOHO,朝阳,望京街道办事处,搜候|SOHO,116.4745,39.9965,本单位\n,,,,,,\n"));
        Assert.Equal(("朝阳区", "望京街道", new LonLat(116.4745, 39.9965)), (place.District, place.Street, place.Point));
        Assert.Equal(["搜候", "SOHO"], place.Aliases);
    }

    [Fact]
    public void Excel_saves_it_in_the_code_page_of_windows_or_with_a_byte_order_mark()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in (Encoding[])[Encoding.GetEncoding("GB18030"), new UTF8Encoding(true)])
            Assert.Equal("望京西园三区", Assert.Single(Read(Header + "望京西园三区,朝阳区,,,,,\n", encoding)).Name);
    }

    [Theory]
    [InlineData("name,district,street,aliases,longitude,latitude\n", 1, "source", PlacesFault.ColumnMissing)]
    [InlineData(Header + ",朝阳区,,,,,\n", 2, "name", PlacesFault.NameMissing)]
    [InlineData(Header + "小区,朝阳区,,,,,\n", 2, "name", PlacesFault.NamesNoPlace)]
    [InlineData(Header + "望京街道,朝阳区,望京街道,,,,\n", 2, "name", PlacesFault.NamesNoPlace)]
    [InlineData(Header + "望京SOHO,月球区,,,,,\n", 2, "district", PlacesFault.DistrictUnknown)]
    [InlineData(Header + "望京SOHO,朝阳区,月球街道,,,,\n", 2, "street", PlacesFault.StreetUnknown)]
    [InlineData(Header + "望京SOHO,朝阳区,,,116.47,,\n", 2, "latitude", PlacesFault.NoPoint)]
    [InlineData(Header + "望京SOHO,朝阳区,,,东边,39.99,\n", 2, "longitude", PlacesFault.NoPoint)]
    [InlineData(Header + "望京SOHO,朝阳区,,,116.31,39.99,\n", 2, "longitude", PlacesFault.PointElsewhere)]
    [InlineData(Header + "望京SOHO,朝阳区,,,,,\n望京SOHO附近,朝阳区,,,,,\n", 3, "name", PlacesFault.Twice)]
    public void A_line_that_cannot_be_used_is_told_by_line_and_column(string text, int line, string column, PlacesFault fault)
    {
        var thrown = Assert.Throws<PlacesFileException>(() => Read(text));
        Assert.Equal((line, column, fault), (thrown.Line, thrown.Column, thrown.Fault));
    }

    [Fact]
    public void The_shipped_list_is_sound()
    {
        var places = PlacesFile.LoadBeijing(Beijing.Gazetteer, Beijing.Map);
        Assert.True(places.Count > 500);
        Assert.All(places, place => Assert.NotNull(place.Point));
    }
}

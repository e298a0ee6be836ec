using Hotspot.Geo;

namespace Hotspot.Tests.Geo;

public class GazetteerTests
{
    [Fact]
    public void The_lists_are_complete()
    {
        var gazetteer = Beijing.Gazetteer;
        Assert.Equal(17, gazetteer.Districts.Count);
        Assert.Equal(349, gazetteer.Streets.Where(street => street.ValidUntil is null).Select(street => street.Code).Distinct().Count());
        Assert.Equal(7535, gazetteer.Communities.Count);
        Assert.Equal(
            gazetteer.Streets.Count,
            gazetteer.Streets.Select(street => (street.District, street.Name, street.ValidFrom)).Distinct().Count()
        );
        Assert.All(gazetteer.Streets, street => Assert.NotNull(gazetteer.FindDistrict(street.District)));
        Assert.All(gazetteer.Communities, unit => Assert.NotNull(gazetteer.FindStreet(unit.District, unit.Street)));
    }

    [Fact]
    public void Every_unit_with_a_point_lies_in_its_district_or_beside_it()
    {
        var units = Beijing
            .Gazetteer.Streets.Select(street => (street.District, street.Name, street.Point))
            .Concat(Beijing.Gazetteer.Communities.Select(community => (community.District, community.Name, community.Point)));
        foreach (var (district, name, point) in units)
        {
            if (point is not { } at || !Beijing.Map.Knows(district) || Beijing.Map.DistrictOf(at.Longitude, at.Latitude) == district)
                continue;
            Assert.True(Beijing.Map.BorderDistanceM(district, at.Longitude, at.Latitude) < 400, $"{district} {name}");
        }
    }

    [Theory]
    [InlineData("朝阳区", "朝阳区")]
    [InlineData("朝阳", "朝阳区")]
    [InlineData("北京市朝阳区", "朝阳区")]
    [InlineData(" 朝 阳 区　", "朝阳区")]
    [InlineData("崇文区", "东城区")]
    [InlineData("密云县", "密云区")]
    [InlineData("北京经济技术开发区", "经济技术开发区")]
    [InlineData("浦东新区", null)]
    public void A_district_is_known_by_its_names(string stated, string? district) =>
        Assert.Equal(district, Beijing.Gazetteer.FindDistrict(stated)?.Name);

    [Fact]
    public void Balizhuang_is_a_street_of_two_districts()
    {
        var (east, west) = (Beijing.Gazetteer.FindStreet("朝阳区", "八里庄街道"), Beijing.Gazetteer.FindStreet("海淀区", "八里庄街道"));
        Assert.Equal(("朝阳区", "海淀区"), (east?.District, west?.District));
        Assert.NotEqual(east?.Code, west?.Code);
        Assert.Null(Beijing.Gazetteer.FindStreet("八里庄街道"));
    }

    [Theory]
    [InlineData("顺义区", "杨镇", "杨镇地区")]
    [InlineData("顺义区", "杨镇地区", "杨镇地区")]
    [InlineData("顺义区", "杨镇地区办事处", "杨镇地区")]
    [InlineData("顺义区", "杨", null)]
    [InlineData("顺义区", "张镇", "张镇")]
    [InlineData("海淀区", "四季青镇", "四季青地区")]
    [InlineData("海淀区", "海淀镇", "万柳地区")]
    [InlineData("海淀区", "海淀街道办事处", "海淀街道")]
    [InlineData("海淀区", "东升镇", "东升地区")]
    [InlineData("朝阳区", "高碑店乡", "高碑店地区")]
    [InlineData("朝阳区", "望京", "望京街道")]
    [InlineData("西城区", "广外街道", "广安门外街道")]
    [InlineData("丰台区", "花乡", "花乡街道")]
    [InlineData("丰台区", "长辛店镇", "北宫镇")]
    [InlineData("丰台区", "长辛店街道", "长辛店街道")]
    [InlineData("通州区", "永顺地区办事处", "永顺镇")]
    [InlineData("昌平区", "回龙观镇", "回龙观街道")]
    [InlineData("经济技术开发区", "荣华街道", "荣华街道")]
    [InlineData("西城区", "和平街街道", null)]
    public void A_street_is_known_by_the_names_that_exports_use(string district, string stated, string? street) =>
        Assert.Equal(street, Beijing.Gazetteer.FindStreet(district, stated)?.Name);

    [Fact]
    public void Every_street_that_real_orders_named_is_known()
    {
        var pairs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "geo", "stated_streets.csv")).Skip(1).ToList();
        Assert.True(pairs.Count > 200);
        foreach (var pair in pairs.Select(line => line.Split(',')))
        {
            var place = Beijing.Resolve(pair[0], pair[1], on: "2020-06-15");
            Assert.True(place.Street is not null && place.Flags.All(flag => flag == "street_alias"), string.Join(' ', pair));
        }
    }

    [Theory]
    [InlineData("东城区", "东华门街道", "多福巷社区居委会", "多福巷社区")]
    [InlineData("东城区", "东华门街道", "多福巷", "多福巷社区")]
    [InlineData("东城区", null, "多福巷社区", "多福巷社区")]
    [InlineData("西城区", null, "多福巷社区", null)]
    public void A_community_is_known_within_its_street(string district, string? street, string stated, string? community) =>
        Assert.Equal(community, Beijing.Gazetteer.FindCommunity(district, street, stated)?.Name);

    [Theory]
    [InlineData("海淀区", "四季青地区", "门头村社区居委会", "门头村社区")]
    [InlineData("海淀区", "四季青地区", "门头村社区居民委员会", "门头村社区")]
    [InlineData("昌平区", "南口地区", "南口村社区居委会", "南口村社区")]
    [InlineData("朝阳区", "高碑店地区", "高井村委会", "高井村")]
    [InlineData("朝阳区", "高碑店地区", "高井村村委会", "高井村")]
    [InlineData("朝阳区", "高碑店地区", "高井村民委员会", "高井村")]
    [InlineData("朝阳区", "高碑店地区", "高井社区居委会", "高井社区")]
    [InlineData("朝阳区", "高碑店地区", "高井居委会", "高井社区")]
    [InlineData("朝阳区", "高碑店地区", "高井", null)]
    [InlineData("朝阳区", "金盏地区", "楼梓庄社区居委会", "楼梓庄居委会")]
    [InlineData("朝阳区", "金盏地区", "楼梓庄村民委员会", "楼梓庄村")]
    public void An_ending_tells_a_community_from_the_village_of_the_same_stem(
        string district,
        string street,
        string stated,
        string? community
    ) => Assert.Equal(community, Beijing.Gazetteer.FindCommunity(district, street, stated)?.Name);

    [Fact]
    public void Every_listed_community_is_known_by_its_official_spellings()
    {
        var twice = Beijing
            .Gazetteer.Communities.GroupBy(one => (one.District, one.Street, one.Name))
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet();
        var lost =
            from one in Beijing.Gazetteer.Communities
            where !twice.Contains((one.District, one.Street, one.Name))
            from spelling in Spellings(one.Name)
            let found = Beijing.Gazetteer.FindCommunity(one.District, one.Street, spelling)
            where found?.Name != one.Name
            select $"{one.District} {one.Street} {spelling}: {found?.Name}";
        Assert.Empty(lost);
        Assert.True(twice.Count < 20, $"{twice.Count}");
    }

    private static string[] Spellings(string name) =>
        name.EndsWith("社区", StringComparison.Ordinal) ? [name, name + "居委会", name + "居民委员会"]
        : name.EndsWith('村') ? [name, name + "委会", name + "村委会", name + "民委员会"]
        : [name];
}

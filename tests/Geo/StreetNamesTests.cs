using Hotspot.Records;

namespace Hotspot.Tests.Geo;

/// <summary>Which unit a street's name means depends on the day of the event.</summary>
public class StreetNamesTests
{
    [Theory]
    [InlineData("卢沟桥街道", "2020-12-31", "卢沟桥街道", 116.259062)] // the former unit, today 六里桥 and its neighbours
    [InlineData("卢沟桥街道", "2021-01-01", "卢沟桥街道", 116.238772)] // the present one, the former 卢沟桥乡
    [InlineData("卢沟桥乡", "2020-06-15", "卢沟桥地区", 116.260838)]
    [InlineData("南苑乡", "2020-06-15", "南苑地区", 116.395492)]
    [InlineData("方庄地区办事处", "2019-03-01", "方庄地区", 116.42133)]
    public void A_name_means_the_unit_that_bore_it_on_the_day(string stated, string on, string street, double longitude)
    {
        var place = Beijing.Resolve("丰台区", stated, on: on);
        Assert.Equal((street, GeoLevel.Street), (place.Street, place.Level));
        Assert.Equal(longitude, place.Longitude!.Value, 6);
        Assert.DoesNotContain("street_renamed", place.Flags);
    }

    [Theory]
    [InlineData("方庄地区", "方庄街道")]
    [InlineData("宛平城地区", "宛平街道")]
    [InlineData("长辛店镇", "北宫镇")]
    public void A_unit_that_one_other_took_over_whole_is_found_by_its_old_name(string stated, string street)
    {
        var place = Beijing.Resolve("丰台区", stated, on: "2023-05-01");
        Assert.Equal(street, place.Street);
        Assert.Equal(["street_renamed"], place.Flags);
    }

    [Theory]
    [InlineData("南苑乡")]
    [InlineData("卢沟桥乡")]
    [InlineData("花乡地区")]
    public void A_unit_that_was_parted_among_several_is_nobody_afterwards(string stated)
    {
        var place = Beijing.Resolve("丰台区", stated, on: "2023-05-01");
        Assert.Null(place.Street);
        Assert.Equal(["street_unrecognised"], place.Flags);
    }

    [Fact]
    public void A_unit_that_was_yet_to_come_is_taken_where_a_platform_relabelled_old_orders()
    {
        var place = Beijing.Resolve("丰台区", "成寿寺街道", on: "2020-06-15");
        Assert.Equal("成寿寺街道", place.Street);
        Assert.Equal(["street_renamed"], place.Flags);
    }

    [Fact]
    public void Without_a_day_the_present_counts() => Assert.Equal("六里桥街道", Beijing.Resolve("丰台区", "六里桥街道").Street);

    [Fact]
    public void A_community_of_today_gives_no_street_to_an_order_of_before()
    {
        var then = Beijing.Resolve("丰台区", null, "六里桥社区", on: "2020-06-15");
        var now = Beijing.Resolve("丰台区", null, "六里桥社区", on: "2023-06-15");
        Assert.Equal(("六里桥社区", null), (then.Community, then.Street));
        Assert.Equal("六里桥街道", now.Street);
    }

    [Theory]
    [InlineData("朝阳", "望京街道", new[] { "district_alias" })]
    [InlineData("朝阳区", "望京街道办事处", new[] { "street_alias" })]
    [InlineData("朝阳区", "高碑店乡", new[] { "street_alias" })]
    [InlineData("崇文区", "龙潭", new[] { "district_alias", "street_alias" })]
    [InlineData("朝阳区", "北京市朝阳区望京街道", new string[0])]
    public void A_name_read_through_another_form_is_told(string district, string street, string[] flags)
    {
        var place = Beijing.Resolve(district, street);
        Assert.NotNull(place.Street);
        Assert.Equal(flags, place.Flags);
    }

    [Fact]
    public void Every_successor_stands_in_the_list_after_the_unit_that_it_follows()
    {
        var gone = Beijing.Gazetteer.Streets.Where(street => street.Successor is not null).ToList();
        Assert.NotEmpty(gone);
        Assert.All(
            gone,
            street =>
                Assert.Equal(
                    street.Successor,
                    Beijing.Gazetteer.FindStreet(street.District, street.Successor!, street.ValidUntil!.Value.AddDays(1))?.Name
                )
        );
    }
}

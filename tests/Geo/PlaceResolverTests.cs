using Hotspot.Geo;
using Hotspot.Records;
using Envelope = NetTopologySuite.Geometries.Envelope;

namespace Hotspot.Tests.Geo;

public class PlaceResolverTests
{
    private const double Longitude = 116.4551;
    private const double Latitude = 39.9337;

    [Fact]
    public void A_valid_coordinate_is_the_first_rung_and_fills_the_district()
    {
        var place = Beijing.Resolve(place: "三里屯太古里", longitude: Longitude, latitude: Latitude);
        Assert.Equal((GeoLevel.Coordinate, "朝阳区"), (place.Level, place.District));
        Assert.Equal((Longitude, Latitude), (place.Longitude, place.Latitude));
        Assert.Equal("朝阳区//三里屯太古里", place.PlaceKey);
        Assert.Equal(["district_from_coordinate"], place.Flags);
    }

    [Fact]
    public void Coordinates_are_converted_from_the_system_of_the_source()
    {
        var gcj = Coordinates.FromWgs84(CoordinateSystem.Gcj02, Longitude, Latitude);
        var place = Beijing.Resolve("朝阳区", longitude: gcj.Longitude, latitude: gcj.Latitude, system: CoordinateSystem.Gcj02);
        Assert.Equal(Longitude, place.Longitude!.Value, 9);
        Assert.Equal(Latitude, place.Latitude!.Value, 9);
        Assert.Empty(place.Flags);
    }

    [Fact]
    public void A_swapped_pair_is_mended()
    {
        var place = Beijing.Resolve("朝阳区", longitude: Latitude, latitude: Longitude);
        Assert.Equal((Longitude, Latitude, GeoLevel.Coordinate), (place.Longitude, place.Latitude, place.Level));
        Assert.Equal(["coordinate_swapped"], place.Flags);
    }

    [Theory]
    [InlineData(0d, 0d, "coordinate_zero")]
    [InlineData(116.4, 0d, "coordinate_zero")]
    [InlineData(116d, 40d, "coordinate_whole_degree")]
    [InlineData(117.2009, 39.0842, "coordinate_outside_city")]
    [InlineData(-73.98, 40.75, "coordinate_outside_city")]
    [InlineData(116.4, null, "coordinate_invalid")]
    [InlineData(double.NaN, 39.9, "coordinate_invalid")]
    [InlineData(double.PositiveInfinity, 39.9, "coordinate_invalid")]
    [InlineData(11640.1, 3990.2, "coordinate_invalid")]
    public void A_bad_coordinate_is_dropped_and_told(double? longitude, double? latitude, string flag)
    {
        var place = Beijing.Resolve("朝阳区", "望京街道", longitude: longitude, latitude: latitude);
        Assert.Equal(GeoLevel.Street, place.Level);
        Assert.Equal([flag], place.Flags);
        Assert.NotEqual(longitude, place.Longitude);
    }

    [Fact]
    public void A_named_place_is_the_second_rung_and_has_no_coordinate()
    {
        var place = Beijing.Resolve("朝阳区", "望京街道", "南湖中园社区", "望京西园三区305号楼");
        Assert.Equal((GeoLevel.Place, "朝阳区/望京街道/望京西园三区"), (place.Level, place.PlaceKey));
        Assert.Null(place.Longitude);
    }

    [Fact]
    public void Then_come_community_street_and_district()
    {
        var community = Beijing.Resolve("东城区", "东华门街道", "多福巷社区居委会", "某小区");
        Assert.Equal((GeoLevel.Community, "多福巷社区"), (community.Level, community.Community));
        Assert.Equal(116.406901, community.Longitude);

        var street = Beijing.Resolve("东城区", "东华门街道", "不详", "不详");
        Assert.Equal((GeoLevel.Street, 116.400994), (street.Level, street.Longitude));

        var district = Beijing.Resolve("东城区", "不详");
        Assert.Equal((GeoLevel.District, (double?)null), (district.Level, district.Longitude));
        Assert.Empty(district.Flags);

        var nothing = Beijing.Resolve();
        Assert.Equal((GeoLevel.None, (string?)null), (nothing.Level, nothing.District));
    }

    [Theory]
    [InlineData("不详")]
    [InlineData("未指定区")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(null)]
    public void An_unknown_district_stays_unknown(string? stated)
    {
        var place = Beijing.Resolve(stated, "不详");
        Assert.Null(place.District);
        Assert.Equal(["district_unknown"], place.Flags);
    }

    [Fact]
    public void A_place_outside_the_city_is_not_given_a_district()
    {
        var place = Beijing.Resolve("非辖属", null, null, "朝阳区望京街道望京西园三区", Longitude, Latitude);
        Assert.Null(place.District);
        Assert.Equal(["outside_city"], place.Flags);
    }

    [Fact]
    public void The_development_zone_is_a_unit_of_its_own()
    {
        var place = Beijing.Resolve("经济技术开发区", "荣华街道", longitude: 116.5019, latitude: 39.7951);
        Assert.Equal(("经济技术开发区", "荣华街道", GeoLevel.Coordinate), (place.District, place.Street, place.Level));
        Assert.Empty(place.Flags);
    }

    [Fact]
    public void A_district_that_the_coordinate_contradicts_is_kept_and_told()
    {
        var place = Beijing.Resolve("海淀区", longitude: Longitude, latitude: Latitude);
        Assert.Equal(("海淀区", GeoLevel.Coordinate), (place.District, place.Level));
        Assert.Equal(["district_conflict"], place.Flags);
    }

    [Fact]
    public void Only_farther_from_the_border_than_it_is_uncertain_a_coordinate_contradicts()
    {
        var (east, west) = (Beijing.Map.Shapes[0], Beijing.Map.Shapes[1]);
        var corners = east.Shape.Boundary.Coordinates.Intersect(west.Shape.Boundary.Coordinates);
        var (near, far) = (0, 0);
        foreach (var (x, y) in corners.Select(corner => (corner.X + 0.0005, corner.Y)).Concat(corners.Select(c => (c.X + 0.002, c.Y))))
        {
            if (Beijing.Map.DistrictOf(x, y) != east.Name)
                continue;
            var metres = Beijing.Map.BorderDistanceM(west.Name, x, y);
            var flags = Beijing.Resolve(west.Name, longitude: x, latitude: y, place: "前门大街").Flags;
            Assert.Equal(metres > 100, flags.Contains("district_conflict"));
            (near, far) = metres > 100 ? (near, far + 1) : (near + 1, far);
        }
        Assert.True(near > 5 && far > 5, $"{near} near, {far} far");
    }

    [Fact]
    public void A_point_just_outside_the_city_is_still_the_citys()
    {
        var edge = Beijing.Map.Shapes.SelectMany(shape => shape.Shape.Boundary.Coordinates).MaxBy(corner => corner.Y)!;
        var near = Beijing.Resolve(longitude: edge.X, latitude: edge.Y + 0.0004, place: "云蒙山庄");
        Assert.Null(Beijing.Map.DistrictOf(edge.X, edge.Y + 0.0004));
        Assert.Equal((GeoLevel.Coordinate, "怀柔区"), (near.Level, near.District));
        Assert.Contains("coordinate_outside_city", Beijing.Resolve(longitude: edge.X, latitude: edge.Y + 0.002).Flags);
    }

    [Fact]
    public void A_missing_district_comes_from_the_one_unit_that_fits()
    {
        Assert.Equal(["district_from_street"], Beijing.Resolve(null, "望京街道").Flags);
        Assert.Equal("昌平区", Beijing.Resolve(null, "昌平区十三陵镇").District);

        var community = Beijing.Resolve(null, null, "多福巷社区");
        Assert.Equal(("东城区", "东华门街道"), (community.District, community.Street));
        Assert.Equal(["district_from_community", "street_from_community"], community.Flags);

        var text = Beijing.Resolve(null, null, null, "北京市朝阳区望京街道望京西园三区");
        Assert.Equal(("朝阳区", "望京街道", "朝阳区/望京街道/望京西园三区"), (text.District, text.Street, text.PlaceKey));
        Assert.Equal(["district_from_place_text", "street_from_place_text"], text.Flags);
    }

    [Fact]
    public void A_street_of_two_districts_fills_nothing()
    {
        var place = Beijing.Resolve(null, "八里庄街道");
        Assert.Null(place.District);
        Assert.Null(place.Street);
        Assert.Equal(["district_unknown", "street_unrecognised"], place.Flags);
    }

    [Fact]
    public void A_street_of_another_district_is_dropped_and_told()
    {
        // Seen in real orders: 海淀区 with the street 朝阳区八里庄街道.
        var place = Beijing.Resolve("海淀区", "朝阳区八里庄街道");
        Assert.Equal(("海淀区", (string?)null), (place.District, place.Street));
        Assert.Equal(["street_conflict"], place.Flags);
        Assert.Equal(["street_conflict"], Beijing.Resolve("海淀区", "望京街道").Flags);
        Assert.Equal(["street_unrecognised"], Beijing.Resolve("海淀区", "月球街道").Flags);
        Assert.Equal("八里庄街道", Beijing.Resolve("海淀区", "海淀区八里庄街道").Street);
    }

    /// <summary>Also where several other districts have a street of the name.</summary>
    [Theory]
    [InlineData("东城区", "八里庄街道", "street_conflict")]
    [InlineData("东城区", "八里庄", "street_conflict")]
    [InlineData("东城区", "望京街道", "street_conflict")]
    [InlineData("东城区", "月球街道", "street_unrecognised")]
    public void A_street_of_several_other_districts_contradicts_the_stated_one(string district, string street, string flag)
    {
        var place = Beijing.Resolve(district, street);
        Assert.Equal((district, (string?)null), (place.District, place.Street));
        Assert.Equal([flag], place.Flags);
    }

    [Theory]
    [InlineData("海淀区八里庄街道", null, "八里庄街道", "district_alias")]
    [InlineData("北京市海淀区八里庄街道", "不详", "八里庄街道", "district_alias")]
    [InlineData("海淀区八里庄街道办事处", "", "八里庄街道", "district_alias street_alias")]
    [InlineData("海淀区八里庄街道", "海淀街道", "海淀街道", "district_alias")]
    [InlineData("海淀区八里庄街道", "望京街道", null, "district_alias street_conflict")]
    public void A_district_cell_may_hold_the_street_too(string cell, string? stated, string? street, string flags)
    {
        var place = Beijing.Resolve(cell, stated);
        Assert.Equal(("海淀区", street), (place.District, place.Street));
        Assert.Equal(flags.Split(' '), place.Flags);
    }

    [Theory]
    [InlineData("海淀区望京街道")]
    [InlineData("朝阳区域外")]
    public void A_district_cell_with_anything_else_behind_the_name_is_not_recognised(string cell) =>
        Assert.Contains("district_unrecognised", Beijing.Resolve(cell).Flags);

    [Fact]
    public void A_geocoders_default_point_is_no_point_unless_the_text_names_a_place()
    {
        var point = Beijing.Gazetteer.FindStreet("朝阳区", "望京街道")!.Point!.Value;
        var snapped = Beijing.Resolve("朝阳区", "望京街道", null, "某小区", point.Longitude + 0.00005, point.Latitude);
        Assert.Equal(GeoLevel.Street, snapped.Level);
        Assert.Equal(["coordinate_snapped"], snapped.Flags);
        Assert.Equal(
            GeoLevel.Coordinate,
            Beijing.Resolve("朝阳区", "望京街道", null, "望京西园三区", point.Longitude, point.Latitude).Level
        );
        Assert.Equal(
            GeoLevel.Coordinate,
            Beijing.Resolve("朝阳区", "望京街道", null, "某小区", point.Longitude + 0.0002, point.Latitude).Level
        );
    }

    [Fact]
    public void A_city_without_lists_keeps_its_names_and_its_rectangle()
    {
        var resolver = new PlaceResolver(GeoReference.None(new Envelope(-74.3, -73.6, 40.4, 41.0)), CoordinateSystem.Wgs84);
        var place = resolver.Resolve(new PlaceStatement("MANHATTAN", "02 MANHATTAN", null, "128 MOTT STREET", -73.9968, 40.7184));
        Assert.Equal(("MANHATTAN", "02 MANHATTAN", GeoLevel.Coordinate), (place.District, place.Street, place.Level));
        Assert.Equal("MANHATTAN/02 MANHATTAN/128 MOTT STREET", place.PlaceKey);
        Assert.Empty(place.Flags);

        var swapped = resolver.Resolve(new PlaceStatement(null, null, null, null, 40.7184, -73.9968));
        Assert.Equal((-73.9968, 40.7184), (swapped.Longitude, swapped.Latitude));
        Assert.Equal(["coordinate_swapped", "district_unknown"], swapped.Flags);
    }

    [Fact]
    public void Rows_are_settled_alike_on_any_thread()
    {
        var resolver = new PlaceResolver(Beijing.Reference, CoordinateSystem.Gcj02);
        var random = new Random(11);
        var streets = Beijing.Gazetteer.Streets;
        var rows = Enumerable
            .Range(0, 5000)
            .Select(i =>
            {
                var street = streets[random.Next(streets.Count)];
                return new PlaceStatement(
                    random.Next(3) == 0 ? "不详" : street.District,
                    street.Name,
                    null,
                    $"{street.Name}幸福家园{random.Next(20)}号院{random.Next(9)}号楼",
                    random.Next(2) == 0 ? null : 115.5 + 1.8 * random.NextDouble(),
                    random.Next(2) == 0 ? null : 39.5 + 1.5 * random.NextDouble()
                );
            })
            .ToArray();
        var once = rows.Select(row => Text(resolver.Resolve(row))).ToArray();
        Assert.Equal(once, rows.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(row => Text(resolver.Resolve(row))));

        static string Text(PlaceResolution place) => $"{place with { Flags = [] }} {string.Join(' ', place.Flags)}";
    }

    private static readonly SpokenName Heard = new("望京西园三区", PlaceKind.Estate, "朝阳区望京街道望京西园三区305号楼", null);

    [Theory]
    [InlineData(null)]
    [InlineData("不详")]
    [InlineData("望京街道")]
    [InlineData("某小区")]
    public void A_place_that_only_the_sentences_name_is_taken_and_told(string? stated)
    {
        var place = Beijing.Resolve("朝阳区", "望京街道", place: stated, spoken: Heard);

        Assert.Equal((GeoLevel.Place, "朝阳区/望京街道/望京西园三区", "305号楼"), (place.Level, place.PlaceKey, place.Building));
        Assert.Equal(["place_from_content"], place.Flags);
    }

    [Fact]
    public void A_stated_place_and_a_point_go_before_one_that_is_spoken_of()
    {
        var stated = Beijing.Resolve("朝阳区", "望京街道", place: "花家地南里", spoken: Heard);
        var point = Beijing.Resolve("朝阳区", "望京街道", longitude: Longitude, latitude: Latitude, spoken: Heard);

        Assert.Equal("朝阳区/望京街道/花家地南里", stated.PlaceKey);
        Assert.Empty(stated.Flags);
        Assert.Equal((GeoLevel.Coordinate, null), (point.Level, point.PlaceKey));
    }

    [Fact]
    public void Units_in_front_of_a_spoken_place_fill_what_the_columns_leave_open()
    {
        var open = Beijing.Resolve(spoken: Heard);
        var other = Beijing.Resolve("海淀区", spoken: Heard);
        var units = Beijing.Resolve(spoken: new SpokenName(null, null, "朝阳区望京街道", null));

        Assert.Equal(("朝阳区", "望京街道", "朝阳区/望京街道/望京西园三区"), (open.District, open.Street, open.PlaceKey));
        Assert.Equal(["district_from_place_text", "place_from_content", "street_from_place_text"], open.Flags);
        Assert.Equal(("海淀区", null), (other.District, other.Street));
        Assert.Equal(("朝阳区", "望京街道", null), (units.District, units.Street, units.PlaceKey));
        Assert.Equal(["district_from_place_text", "street_from_place_text"], units.Flags);
    }

    [Fact]
    public void A_road_that_is_spoken_of_is_no_place()
    {
        var place = Beijing.Resolve("朝阳区", "望京街道", spoken: new SpokenName("望京街", PlaceKind.Road, "望京街", null));

        Assert.Equal((GeoLevel.Street, null), (place.Level, place.PlaceKey));
        Assert.Empty(place.Flags);
    }

    [Fact]
    public void In_a_city_without_lists_a_spoken_place_is_taken_too()
    {
        var place = new PlaceResolver(GeoReference.None(), CoordinateSystem.Wgs84).Resolve(
            new PlaceStatement("A2区", null, null, null, null, null, null, new SpokenName("丽发新城", PlaceKind.Estate, "丽发新城", null))
        );

        Assert.Equal((GeoLevel.Place, "A2区//丽发新城"), (place.Level, place.PlaceKey));
        Assert.Equal(["place_from_content"], place.Flags);
    }
}

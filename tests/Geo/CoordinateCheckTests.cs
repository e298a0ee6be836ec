using Hotspot.Geo;
using Hotspot.Records;

namespace Hotspot.Tests.Geo;

/// <summary>
/// Simulated files over the real borders and communities: points within 400 m of a community, a tenth of them in another community's name, the
/// street known in two rows of three. Seeds are fixed, so figures do not change.
/// </summary>
public class CoordinateCheckTests
{
    private static readonly Community[] Communities = [.. Beijing.Gazetteer.Communities.Where(c => c.Point is not null)];

    private static CoordinateFinding File(int rows, CoordinateSystem written, CoordinateSystem declared, int seed, string? district = null)
    {
        var random = new Random(seed);
        var check = new CoordinateCheck(Beijing.Reference, declared);
        var homes = district is null ? Communities : [.. Communities.Where(c => c.District == district)];
        for (var i = 0; i < rows; i++)
        {
            var home = homes[random.Next(homes.Length)];
            var (turn, away) = (random.NextDouble() * 2 * Math.PI, 400 * Math.Sqrt(random.NextDouble()));
            var stated = random.Next(10) == 0 ? homes[random.Next(homes.Length)] : home;
            var at = Coordinates.FromWgs84(
                written,
                home.Point!.Value.Longitude + Math.Cos(turn) * away / 85_200,
                home.Point!.Value.Latitude + Math.Sin(turn) * away / 111_200
            );
            check.Add(
                Support.Some.Complaint() with
                {
                    StatedDistrict = stated.District,
                    StatedStreet = random.Next(3) == 0 ? null : stated.Street,
                    StatedLongitude = Math.Round(at.Longitude, 6),
                    StatedLatitude = Math.Round(at.Latitude, 6),
                }
            );
        }
        return check.Finding();
    }

    private static int Blamed(int files, int rows, CoordinateSystem written, CoordinateSystem declared, string? district = null) =>
        Enumerable
            .Range(0, files)
            .AsParallel()
            .WithDegreeOfParallelism(2)
            .Count(seed =>
                File(rows, written, declared, seed, district).Likely is { } likely && (likely == written || written == declared)
            );

    [Theory]
    [InlineData(CoordinateSystem.Gcj02, CoordinateSystem.Wgs84)]
    [InlineData(CoordinateSystem.Wgs84, CoordinateSystem.Gcj02)]
    [InlineData(CoordinateSystem.Bd09, CoordinateSystem.Gcj02)]
    [InlineData(CoordinateSystem.Gcj02, CoordinateSystem.Bd09)]
    [InlineData(CoordinateSystem.Gcj02, CoordinateSystem.Cgcs2000)]
    public void Five_hundred_rows_in_another_system_are_found(CoordinateSystem written, CoordinateSystem declared) =>
        Assert.InRange(Blamed(60, 500, written, declared), 57, 60);

    [Theory]
    [InlineData(CoordinateSystem.Gcj02, 500, null)]
    [InlineData(CoordinateSystem.Wgs84, 500, null)]
    [InlineData(CoordinateSystem.Gcj02, 100, null)]
    [InlineData(CoordinateSystem.Gcj02, 300, "西城区")]
    public void A_file_in_its_declared_system_is_not_blamed(CoordinateSystem system, int rows, string? district) =>
        Assert.Equal(0, Blamed(300, rows, system, system, district));

    [Fact]
    public void The_finding_says_how_far_off_the_points_lie_and_by_what_it_is_known()
    {
        var found = File(2000, CoordinateSystem.Gcj02, CoordinateSystem.Wgs84, seed: 5);
        Assert.Equal((CoordinateSystem.Wgs84, CoordinateSystem.Gcj02), (found.Declared, found.Likely));
        Assert.InRange(found.ShiftM!.Value, 520, 590);
        Assert.True(found.DecidingPoints > 20 && found.Units > 100);
        Assert.True(found.ShareLikely > 0.8);
        Assert.Equal(1, found.ShareLikely!.Value + found.ShareDeclared!.Value, 9);
    }

    [Fact]
    public void Too_few_rows_say_nothing()
    {
        var found = File(15, CoordinateSystem.Gcj02, CoordinateSystem.Wgs84, seed: 1);
        Assert.Null(found.Likely);
        Assert.Null(found.ShiftM);
        Assert.Null(File(0, CoordinateSystem.Gcj02, CoordinateSystem.Wgs84, seed: 1).ShareDeclared);
    }

    [Fact]
    public void One_address_repeated_a_thousand_times_is_one_voice()
    {
        // On the border of two districts, stated as the neighbour: under WGS-84 it would fit.
        var check = new CoordinateCheck(Beijing.Reference, CoordinateSystem.Gcj02);
        var row = Support.Some.Complaint() with
        {
            StatedDistrict = "朝阳区",
            StatedStreet = null,
            StatedLongitude = 116.432150,
            StatedLatitude = 39.925210,
        };
        for (var i = 0; i < 1000; i++)
            check.Add(row);
        Assert.Null(check.Finding().Likely);
        Assert.InRange(check.Finding().DecidingPoints, 0, 1);
    }

    [Fact]
    public void A_city_without_lists_has_nothing_to_compare_with()
    {
        var check = new CoordinateCheck(GeoReference.None(), CoordinateSystem.Wgs84);
        check.Add(Support.Some.Complaint(longitude: 1) with { StatedLongitude = -73.98765, StatedLatitude = 40.12345 });
        Assert.Equal((null, 0), (check.Finding().Likely, check.Finding().DecidingPoints));
    }
}

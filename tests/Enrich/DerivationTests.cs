using Hotspot.Calendar;
using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Records;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Enrich;

/// <summary>The derived block follows from the stated block and from nothing else.</summary>
public class DerivationTests
{
    private static readonly Lazy<Derivation> Beijing = new(() => Of("beijing-12345"));

    private static Derivation Of(string source) => new(CityReference.Of(SourceProfiles.Load()[source]));

    private static Complaint Stated(
        string? at = "2025-04-21 22:13:05",
        string? street = "望京街道",
        double? longitude = null,
        double? latitude = null
    ) =>
        Some.Complaint(at: at, street: street) with
        {
            OrderOn = new DateOnly(2025, 4, 20),
            Category1 = "城市管理",
            Category2 = "施工管理",
            Category3 = "夜间施工扰民",
            StatedLongitude = longitude,
            StatedLatitude = latitude,
            StatedCrs = longitude is null ? null : Snake.Code(CoordinateSystem.Gcj02),
        };

    [Fact]
    public void The_time_of_the_call_comes_first_and_the_day_of_the_order_last()
    {
        var called = Beijing.Value.Of(Stated() with { DispatchedAt = new DateTime(2025, 4, 22, 8, 0, 1) });
        var dispatched = Beijing.Value.Of(Stated(at: null) with { DispatchedAt = new DateTime(2025, 4, 22, 8, 0, 1) });
        var order = Beijing.Value.Of(Stated(at: null));

        Assert.Equal(
            (new DateTime(2025, 4, 21, 22, 13, 5), TimeFrom.Called, TimePrecision.Second),
            (called.OccurredAt, called.TimeFrom, called.TimePrecision)
        );
        Assert.Equal((new DateTime(2025, 4, 22, 8, 0, 1), TimeFrom.Dispatched), (dispatched.OccurredAt, dispatched.TimeFrom));
        Assert.Equal(
            (new DateTime(2025, 4, 20), TimeFrom.OrderId, TimePrecision.Day),
            (order.OccurredAt, order.TimeFrom, order.TimePrecision)
        );
        Assert.Equal(["time_day_only"], order.QualityFlags);
    }

    [Theory]
    [InlineData("2025-04-21 09:00", DayKind.Workday)]
    [InlineData("2025-04-26 09:00", DayKind.Weekend)]
    [InlineData("2025-05-01 09:00", DayKind.Holiday)]
    [InlineData("2025-04-27 09:00", DayKind.Workday)]
    public void The_kind_of_the_day_knows_holidays_and_working_weekends(string at, DayKind kind) =>
        Assert.Equal(kind, Beijing.Value.Of(Stated(at)).DayKind);

    [Fact]
    public void The_issue_comes_from_the_category() =>
        Assert.Equal(("夜间施工扰民", IssueFrom.Category), (Beijing.Value.Of(Stated()).Issue, Beijing.Value.Of(Stated()).IssueFrom));

    [Fact]
    public void A_street_is_known_by_its_other_names() =>
        Assert.Equal("望京街道", Beijing.Value.Of(Stated(street: "望京街道办事处")).Street);

    [Theory]
    [InlineData("2020-06-15 09:00", 116.259062)]
    [InlineData("2025-04-21 09:00", 116.238772)]
    public void The_day_of_the_event_decides_which_unit_a_name_means(string at, double longitude)
    {
        var derived = Beijing.Value.Of(Stated(at, "卢沟桥街道") with { StatedDistrict = "丰台区" });

        Assert.Equal(("卢沟桥街道", longitude), (derived.Street, Math.Round(derived.Longitude!.Value, 6)));
    }

    [Fact]
    public void The_list_of_a_home_goes_before_the_shipped_one()
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            folder.File("places.csv"),
            "name,district,street,aliases,longitude,latitude,source\n望京西园三区,朝阳区,望京街道,西园三区,116.4801,39.9921,本单位\n"
        );
        var own = new Derivation(CityReference.Of(SourceProfiles.Load()["beijing-12345"], folder.File("places.csv")));
        var derived = own.Of(Stated() with { PlaceText = "西园三区5号楼" });

        Assert.Equal(("朝阳区/望京街道/望京西园三区", 116.4801), (derived.PlaceKey, derived.Longitude));
        Assert.Null(Beijing.Value.Of(Stated() with { PlaceText = "西园三区5号楼" }).Longitude);
    }

    [Fact]
    public void A_list_of_a_home_with_a_faulty_line_is_a_problem_with_its_place()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("places.csv"), "name,district,street,aliases,longitude,latitude,source\n望京西园三区,火星区,,,,,\n");
        var thrown = Assert.Throws<ProblemException>(() =>
            CityReference.Of(SourceProfiles.Load()["beijing-12345"], folder.File("places.csv"))
        );
        Assert.Equal("places_district_unknown", thrown.Problem.Code);
        Assert.Contains(("line", "2"), thrown.Problem.Places);
    }

    [Fact]
    public void A_coordinate_is_turned_into_WGS_84()
    {
        var placed = Beijing.Value.Of(Stated(longitude: 116.480881, latitude: 39.989410));

        Assert.Equal(GeoLevel.Coordinate, placed.GeoLevel);
        Assert.InRange(placed.Longitude!.Value, 116.4740, 116.4755);
        Assert.InRange(placed.Latitude!.Value, 39.9875, 39.9890);
    }

    [Fact]
    public void What_was_stated_is_left_as_it_was()
    {
        var stated = Stated();
        var derived = Beijing.Value.Of(stated);

        Assert.Equal(
            (stated.StatedDistrict, stated.StatedStreet, stated.CalledAt, stated.CallerKey, stated.Category3),
            (derived.StatedDistrict, derived.StatedStreet, derived.CalledAt, derived.CallerKey, derived.Category3)
        );
    }

    [Fact]
    public void To_derive_again_changes_nothing()
    {
        var once = Beijing.Value.Of(Stated(at: null));
        var twice = Beijing.Value.Of(once);

        Assert.Equal(once.QualityFlags, twice.QualityFlags);
        Assert.Equal(once.GeoFlags, twice.GeoFlags);
        Assert.Equal(once with { QualityFlags = [], GeoFlags = [] }, twice with { QualityFlags = [], GeoFlags = [] });
    }

    [Fact]
    public void A_city_of_its_profile_alone_keeps_its_names_and_takes_its_issues_from_the_source()
    {
        var derived = Of("nyc-311")
            .Of(
                new Complaint
                {
                    ComplaintId = "1",
                    Source = "nyc-311",
                    SourceFile = "nyc.csv",
                    SourceLine = 2,
                    CalledAt = new DateTime(2025, 5, 1, 9, 0, 1),
                    Category1 = "Noise - Residential",
                    StatedDistrict = "QUEENS",
                }
            );

        Assert.Equal(("QUEENS", "Noise - Residential"), (derived.District, derived.Issue));
        Assert.Equal(DayKind.Workday, derived.DayKind);
    }

    [Fact]
    public void The_sentences_tell_an_organisation_beside_the_stated_one()
    {
        var told = Stated() with { PlaceText = null, ContentMasked = "望京西园三区305号楼下的老张家常菜馆油烟扰民" };
        var spoken = Beijing.Value.Of(told);
        var stated = Beijing.Value.Of(told with { Organisation = "朝阳区城管委" });

        Assert.Equal(("老张家常菜馆", null), (spoken.SpokenOrganisation, spoken.Organisation));
        Assert.Equal(("朝阳区/望京街道/望京西园三区", "305号楼"), (spoken.PlaceKey, spoken.Building));
        Assert.Equal(("老张家常菜馆", "朝阳区城管委"), (stated.SpokenOrganisation, stated.Organisation));
        Assert.Null(Beijing.Value.Of(spoken with { ContentMasked = "油烟扰民" }).SpokenOrganisation);
    }
}

using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Language;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Ingest;

public class CoordinateCellTests
{
    private static (double? Longitude, double? Latitude, IReadOnlyList<string> Flags) Read(string headers, string cells)
    {
        var complaint = Assert.Single(Some.Read($"{Some.CityHeader},{headers}\n{Some.CityRow()},{cells}\n")).Complaint!;
        return (complaint.StatedLongitude, complaint.StatedLatitude, complaint.QualityFlags);
    }

    [Theory]
    [InlineData("116.397128,39.908722", 116.397128, 39.908722)]
    [InlineData("E116.397128,N39.908722", 116.397128, 39.908722)]
    [InlineData("116°23′49.6608″,39°54′31.3992″", 116.397128, 39.908722)]
    [InlineData("116397128,39908722", 116397128, 39908722)]
    public void Coordinates_are_read_as_they_are_written(string cells, double longitude, double latitude)
    {
        var (x, y, flags) = Read("经度,纬度", cells);
        Assert.Equal((longitude, latitude), (Math.Round(x!.Value, 6), Math.Round(y!.Value, 6)));
        Assert.DoesNotContain("coordinate_unreadable", flags);
    }

    [Theory]
    [InlineData("东边,39.9")]
    [InlineData("116.4,约39.9")]
    public void What_is_no_number_is_flagged(string cells) => Assert.Contains("coordinate_unreadable", Read("经度,纬度", cells).Flags);

    [Fact]
    public void One_column_may_hold_the_pair_where_the_profile_lists_it_for_both()
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            folder.File("paired.json"),
            """{ "extends": "beijing-12345", "id": "paired", "name": "坐标一列", "columns": { "longitude": ["经纬度"], "latitude": ["经纬度"] } }"""
        );
        var profiles = SourceProfiles.Load(folder.Path);
        File.WriteAllText(folder.File("a.csv"), $"{Some.CityHeader},经纬度\n{Some.CityRow()},\"116.397128,39.908722\"\n");
        var complaint = Assert.Single(FileReading.Open(folder.File("a.csv"), [profiles["paired"]], Some.Callers).Outcomes()).Complaint!;
        Assert.Equal((116.397128, 39.908722), (complaint.StatedLongitude, complaint.StatedLatitude));
    }

    [Fact]
    public void Settings_declare_another_system_for_a_source_and_name_no_source_that_is_not_there()
    {
        var declared = DeclaredSystems.Over(Some.Profiles, new Dictionary<string, string> { ["beijing-12345"] = "bd09" });
        Assert.Equal(CoordinateSystem.Bd09, declared.First(profile => profile.Id == "beijing-12345").CoordinateSystem);
        Assert.Equal(CoordinateSystem.Gcj02, declared.First(profile => profile.Id == "street-stream-b").CoordinateSystem);
        var problem = Some.ProblemOf(() => DeclaredSystems.Over(Some.Profiles, new Dictionary<string, string> { ["mars"] = "bd09" }));
        Assert.Equal("profile_unknown", problem.Code);
    }

    [Fact]
    public void Every_fault_of_a_place_list_has_its_sentences()
    {
        foreach (var fault in Enum.GetValues<PlacesFault>())
        {
            var problem = new Problem(
                $"places_{Hotspot.Records.Snake.Code(fault)}",
                ("file", "places.csv"),
                ("line", "3"),
                ("column", "name")
            );
            Assert.DoesNotContain(
                "{",
                problem.Cause(Phrasebook.Load("zh")) + problem.Remedy(Phrasebook.Load("en")),
                StringComparison.Ordinal
            );
        }
    }
}

using Hotspot.Ingest;

namespace Hotspot.Tests.Ingest;

/// <summary>Proof of generality: two layouts of another city's real data, read with a JSON file only.</summary>
public class NewYorkTests
{
    [Fact]
    public void The_layout_of_twelve_columns_is_read_row_by_row()
    {
        var reading = FileReading.Open(Some.Data("nyc311-2026-05-18-every-50th.csv"), Some.Profiles.All, Some.Callers);
        var rows = reading.Outcomes().Select(row => row.Complaint!).ToArray();

        Assert.Equal(("nyc-311", 200, 0L), (reading.Profile.Id, rows.Length, reading.Summary.Rejected));
        Assert.Equal(193, reading.Summary.WithCoordinate);
        Assert.Equal(200, reading.Summary.WithHour);
        Assert.Equal(
            [("布鲁克林区", 65), ("皇后区", 51), ("曼哈顿区", 40), ("布朗克斯区", 38), ("斯塔滕岛区", 5), ("", 1)],
            rows.GroupBy(row => row.StatedDistrict ?? "")
                .OrderByDescending(group => group.Count())
                .Select(group => (group.Key, group.Count()))
        );
        var first = rows[0];
        Assert.Equal(("69016378", "Street Condition", "Pothole"), (first.ComplaintId, first.Category1, first.Category2));
        Assert.Equal(new DateTime(2026, 5, 17, 2, 46, 43), first.CalledAt);
    }

    [Fact]
    public void The_layout_of_forty_one_columns_is_read_with_the_same_profile()
    {
        var reading = FileReading.Open(Some.Data("nyc311-41-columns-every-118th.csv"), Some.Profiles.All, Some.Callers);
        var rows = reading.Outcomes().Select(row => row.Complaint!).ToArray();

        Assert.Equal(("nyc-311", 50), (reading.Profile.Id, rows.Length));
        Assert.Empty(reading.Mapping.Unmatched);
        var first = rows[0];
        Assert.Equal(
            ("45633481", "38-17 254 STREET", "皇后区", "办理中"),
            (first.ComplaintId, first.PlaceText, first.StatedDistrict, first.Status)
        );
        Assert.Equal(new DateTime(2020, 2, 17, 12, 19, 0), first.CalledAt);
        Assert.Equal((-73.74160068847428, 40.775434349303865), (first.StatedLongitude, first.StatedLatitude));
        Assert.Equal(21, rows.Count(row => row.Status == "办结"));
    }
}

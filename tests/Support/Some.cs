using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Records;

namespace Hotspot.Tests.Support;

/// <summary>Object mother: a plausible record of which a test names only what it is about.</summary>
public static class Some
{
    public static Complaint Complaint(
        string id = "热线-250421-000001",
        string? at = "2025-04-21 09:30",
        string? district = "朝阳区",
        string? street = "望京街道",
        string? issue = "夜间施工扰民",
        string? caller = "caller-1",
        string? place = null,
        double? longitude = null,
        double? latitude = null,
        string? organisation = null,
        string? status = null
    ) =>
        new()
        {
            ComplaintId = id,
            Source = "beijing-12345",
            SourceFile = "导出.csv",
            SourceLine = 2,
            Stream = OrderStream.B,
            CalledAt = at is null ? null : DateTime.Parse(at, CultureInfo.InvariantCulture),
            Category1 = "城市管理",
            StatedDistrict = district,
            StatedStreet = street,
            PlaceText = place,
            CallerKey = caller,
            Organisation = organisation,
            Status = status,
            Issue = issue,
            District = district,
            Street = street,
            PlaceKey = place,
            Longitude = longitude,
            Latitude = latitude,
            GeoLevel =
                longitude is not null ? GeoLevel.Coordinate
                : place is not null ? GeoLevel.Place
                : GeoLevel.Street,
        };

    /// <summary>The derived block without reference data: the time of the call, the rest as stated.</summary>
    public static Complaint Derived(Complaint stated) =>
        stated with
        {
            OccurredAt = stated.CalledAt,
            TimePrecision = TimePrecision.Second,
            TimeFrom = TimeFrom.Called,
            DayKind = DayKind.Workday,
        };

    public static RejectedRow Rejected(long line = 7) => new("导出.csv", line, null, RejectReason.NoUsableTime, "（已脱敏）");
}

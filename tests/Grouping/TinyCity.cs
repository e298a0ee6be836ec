using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;
using Hotspot.Tests.Support;

namespace Hotspot.Tests.Grouping;

/// <summary>
/// A handful of complaints, stored and published as a load would, so that every count can be made by hand. Which complaints are one incident
/// is said here, not found out: the first of an incident gives it its name.
/// </summary>
internal sealed class TinyCity : IDisposable
{
    private static readonly SessionLimits Limits = new(Threads: 1);
    private readonly TempFolder _folder = new();
    private readonly Generation _generation;

    /// <param name="incidents">Complaint → the complaint that opened its incident; those not named open their own.</param>
    /// <param name="units">Complaint → the complaint that opened its caller's issue; those not named are of the one that opened their incident.</param>
    /// <param name="rejected">Rows that the file lost.</param>
    public TinyCity(
        IReadOnlyList<Complaint> complaints,
        IReadOnlyDictionary<string, string>? incidents = null,
        int rejected = 0,
        IReadOnlyDictionary<string, string>? units = null
    )
    {
        using var store = ComplaintStore.Open(_folder.File("store.duckdb"), Limits);
        var rows = complaints
            .Select(complaint => new IncomingRow(complaint, null))
            .Concat(Enumerable.Range(1, rejected).Select(line => new IncomingRow(null, Some.Rejected(line))));
        store.Load(
            [new IncomingFile("导出.csv", new string('a', 64), "beijing-12345", rows)],
            complaint => complaint,
            session =>
            {
                using var members = session.Append("scratch", "moved");
                foreach (var complaint in complaints)
                {
                    var id = complaint.ComplaintId;
                    var opener = incidents?.GetValueOrDefault(id) ?? id;
                    members
                        .CreateRow()
                        .AppendValue(id)
                        .AppendValue(complaint.OccurredAt)
                        .AppendValue(opener)
                        .AppendValue(units?.GetValueOrDefault(id) ?? opener)
                        .AppendValue(id == opener ? "opened" : "caller")
                        .EndRow();
                }
            }
        );
        _generation = Generation.Publish(store.Session, _folder.File("data"));
    }

    public Coverage? Coverage => ComplaintReader.Coverage(_generation, new DateOnly(2100, 1, 1), Limits);

    /// <summary>What a bulletin that ends before <paramref name="until"/> may see.</summary>
    public ComplaintReader Open(string until, OrderStream? stream = null) => ComplaintReader.Open(_generation, Day(until), Limits, stream);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DaySpan Span(string from, string until) => new(Day(from), Day(until));

    /// <summary>A complaint whose derived block says what the test says.</summary>
    public static Complaint Complaint(
        string id,
        string at,
        string? district = "朝阳区",
        string? street = "望京街道",
        string issue = "夜间施工扰民",
        string? caller = "caller-1",
        string? place = null,
        bool dayOnly = false
    )
    {
        var complaint = Some.Complaint(id, at, district, street, issue, caller, place);
        return complaint with
        {
            OccurredAt = complaint.CalledAt,
            TimePrecision = dayOnly ? TimePrecision.Day : TimePrecision.Second,
            TimeFrom = dayOnly ? TimeFrom.OrderId : TimeFrom.Called,
            DayKind = complaint.CalledAt!.Value.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday,
        };
    }

    public void Dispose() => _folder.Dispose();
}

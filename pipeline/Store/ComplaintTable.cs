using System.Data.Common;
using DuckDB.NET.Data;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>A complaint to and from the columns of the table <c>complaint</c>, in their order. The two halves mirror each other.</summary>
public static class ComplaintTable
{
    /// <param name="batchId">Content hash of the file that the row came from.</param>
    /// <param name="loadNo">Number of the loading that the row came with.</param>
    /// <param name="idHash"><see cref="OrderHash"/> of its number.</param>
    public static IDuckDBAppenderRow AppendComplaint(this IDuckDBAppenderRow row, Complaint c, long loadNo, ulong idHash, string batchId) =>
        row.AppendValue(loadNo)
            .AppendValue(idHash)
            .AppendValue(c.ComplaintId)
            .AppendValue(c.Source)
            .AppendValue(c.SourceFile)
            .AppendValue(c.SourceLine)
            .AppendValue(batchId)
            .AppendValue(Flags(c.QualityFlags))
            .AppendValue(c.Stream == OrderStream.Unknown ? null : Code<OrderStream>(c.Stream))
            .AppendValue(c.OrderType)
            .AppendValue(c.Title)
            .AppendValue(c.ContentMasked)
            .AppendValue(c.OtherTextHash)
            .AppendValue(c.OrderOn)
            .AppendValue(c.CalledAt)
            .AppendValue(c.DispatchedAt)
            .AppendValue(c.RegisteredAt)
            .AppendValue(c.DueAt)
            .AppendValue(c.ClosedAt)
            .AppendValue(c.Category1)
            .AppendValue(c.Category2)
            .AppendValue(c.Category3)
            .AppendValue(c.Category4)
            .AppendValue(c.Category5)
            .AppendValue(c.StatedDistrict)
            .AppendValue(c.StatedStreet)
            .AppendValue(c.StatedCommunity)
            .AppendValue(c.PlaceText)
            .AppendValue(c.StatedLongitude)
            .AppendValue(c.StatedLatitude)
            .AppendValue(c.StatedCrs)
            .AppendValue(c.Organisation)
            .AppendValue(c.Status)
            .AppendValue(c.Disposition == Disposition.Unknown ? null : Code<Disposition>(c.Disposition))
            .AppendValue(c.Contacted)
            .AppendValue(c.Resolved)
            .AppendValue(Code(c.Satisfaction))
            .AppendValue(c.ValidCallback)
            .AppendValue(c.CallerKey)
            .AppendValue(c.OccurredAt)
            .AppendValue(Code(c.TimePrecision))
            .AppendValue(Code(c.TimeFrom))
            .AppendValue(Code(c.DayKind))
            .AppendValue(c.Issue)
            .AppendValue(Code(c.IssueFrom))
            .AppendValue(c.IssueConfidence)
            .AppendValue(c.District)
            .AppendValue(c.Street)
            .AppendValue(c.Community)
            .AppendValue(c.PlaceKey)
            .AppendValue(c.Longitude)
            .AppendValue(c.Latitude)
            .AppendValue(Code<GeoLevel>(c.GeoLevel))
            .AppendValue(Flags(c.GeoFlags));

    /// <summary>The stated columns of a row of <c>Store/contested</c>, with the number and content hash of its file.</summary>
    public static (Complaint Complaint, long LoadNo, string BatchId) ReadStated(DbDataReader row) =>
        (
            new Complaint
            {
                ComplaintId = row.GetString(1),
                Source = row.GetString(2),
                SourceFile = row.GetString(3),
                SourceLine = row.GetInt64(4),
                QualityFlags = row.TextAt(6)?.Split('|') ?? [],
                Stream = Value<OrderStream>(row.TextAt(7)) ?? OrderStream.Unknown,
                OrderType = row.TextAt(8),
                Title = row.TextAt(9),
                ContentMasked = row.TextAt(10),
                OtherTextHash = row.TextAt(11),
                OrderOn = row.IsDBNull(12) ? null : row.GetFieldValue<DateOnly>(12),
                CalledAt = row.TimeAt(13),
                DispatchedAt = row.TimeAt(14),
                RegisteredAt = row.TimeAt(15),
                DueAt = row.TimeAt(16),
                ClosedAt = row.TimeAt(17),
                Category1 = row.TextAt(18),
                Category2 = row.TextAt(19),
                Category3 = row.TextAt(20),
                Category4 = row.TextAt(21),
                Category5 = row.TextAt(22),
                StatedDistrict = row.TextAt(23),
                StatedStreet = row.TextAt(24),
                StatedCommunity = row.TextAt(25),
                PlaceText = row.TextAt(26),
                StatedLongitude = row.DoubleAt(27),
                StatedLatitude = row.DoubleAt(28),
                StatedCrs = row.TextAt(29),
                Organisation = row.TextAt(30),
                Status = row.TextAt(31),
                Disposition = Value<Disposition>(row.TextAt(32)) ?? Disposition.Unknown,
                Contacted = row.BoolAt(33),
                Resolved = row.BoolAt(34),
                Satisfaction = Value<Satisfaction>(row.TextAt(35)),
                ValidCallback = row.BoolAt(36),
                CallerKey = row.TextAt(37),
            },
            row.GetInt64(0),
            row.GetString(5)
        );

    private static string? Flags(IReadOnlyList<string> flags) => flags.Count == 0 ? null : string.Join('|', flags);

    private static string? Code<T>(T? value)
        where T : struct, Enum => value is { } known ? Codes<T>.ByValue[known] : null;

    private static T? Value<T>(string? code)
        where T : struct, Enum => code is null ? null : Codes<T>.ByCode[code];

    /// <summary>Codes are written millions of times: spelled once.</summary>
    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, Snake.Code);
        public static readonly Dictionary<string, T> ByCode = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}

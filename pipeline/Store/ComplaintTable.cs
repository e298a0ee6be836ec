using System.Data.Common;
using DuckDB.NET.Data;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>A complaint to and from the columns of the table <c>complaint</c>, in their order. The two halves mirror each other.</summary>
public static class ComplaintTable
{
    /// <summary>Appends the row's columns to those that the appender's row has so far.</summary>
    public static IDuckDBAppenderRow AppendComplaint(this IDuckDBAppenderRow row, Complaint c, long loadNo, ulong idHash, string batchId)
    {
        var columns = new AppendedColumns(row);
        Write(ref columns, c, loadNo, idHash, batchId);
        return row;
    }

    /// <param name="loadNo">Number of the loading that the row came with.</param>
    /// <param name="idHash"><see cref="OrderHash"/> of its number.</param>
    /// <param name="batchId">Content hash of the file that the row came from.</param>
    public static void Write<TColumns>(ref TColumns to, Complaint c, long loadNo, ulong idHash, string batchId)
        where TColumns : struct, IColumns
    {
        to.Put(loadNo);
        to.Put(idHash);
        to.Put(c.ComplaintId);
        to.Put(c.Source);
        to.Put(c.SourceFile);
        to.Put(c.SourceLine);
        to.Put(batchId);
        to.Put(Flags(c.QualityFlags));
        to.Put(c.Stream == OrderStream.Unknown ? null : Code<OrderStream>(c.Stream));
        to.Put(c.OrderType);
        to.Put(c.Title);
        to.Put(c.ContentMasked);
        to.Put(c.OtherTextHash);
        to.Put(c.OrderOn);
        to.Put(c.CalledAt);
        to.Put(c.DispatchedAt);
        to.Put(c.RegisteredAt);
        to.Put(c.DueAt);
        to.Put(c.ClosedAt);
        to.Put(c.Category1);
        to.Put(c.Category2);
        to.Put(c.Category3);
        to.Put(c.Category4);
        to.Put(c.Category5);
        to.Put(c.StatedDistrict);
        to.Put(c.StatedStreet);
        to.Put(c.StatedCommunity);
        to.Put(c.PlaceText);
        to.Put(c.StatedLongitude);
        to.Put(c.StatedLatitude);
        to.Put(c.StatedCrs);
        to.Put(c.Organisation);
        to.Put(c.Status);
        to.Put(c.Disposition == Disposition.Unknown ? null : Code<Disposition>(c.Disposition));
        to.Put(c.Contacted);
        to.Put(c.Resolved);
        to.Put(Code(c.Satisfaction));
        to.Put(c.ValidCallback);
        to.Put(c.CallerKey);
        to.Put(c.OccurredAt);
        to.Put(Code(c.TimePrecision));
        to.Put(Code(c.TimeFrom));
        to.Put(Code(c.DayKind));
        to.Put(c.Issue);
        to.Put(Code(c.IssueFrom));
        to.Put(c.IssueConfidence);
        to.Put(c.District);
        to.Put(c.Street);
        to.Put(c.Community);
        to.Put(c.PlaceKey);
        to.Put(c.Longitude);
        to.Put(c.Latitude);
        to.Put(Code<GeoLevel>(c.GeoLevel));
        to.Put(Flags(c.GeoFlags));
        to.Put(c.Building);
        to.Put((byte?)c.CalledPrecision);
        to.Put((byte?)c.DispatchedPrecision);
        to.Put((byte?)c.RegisteredPrecision);
        to.Put(c.SpokenOrganisation);
    }

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
                CalledPrecision = row.PrecisionAt(38),
                DispatchedPrecision = row.PrecisionAt(39),
                RegisteredPrecision = row.PrecisionAt(40),
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

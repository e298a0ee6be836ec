using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>
/// The identity of a complaint without an order number: <c>x-</c> and 20 hex digits of SHA-256 over what the citizen said, when and
/// where. What handling adds later (state, closing, callback) is left out, so that a later export of the same row is the same complaint.
/// </summary>
public static class StableId
{
    private const int HexDigits = 20;
    private const char Between = '\u001f';

    public static string Of(Complaint complaint)
    {
        var text = new StringBuilder(256);
        Add(text, Time(complaint.CalledAt));
        Add(text, Time(complaint.DispatchedAt));
        Add(text, Time(complaint.RegisteredAt));
        Add(text, complaint.Title);
        Add(text, complaint.ContentMasked);
        Add(text, complaint.Category1);
        Add(text, complaint.Category2);
        Add(text, complaint.Category3);
        Add(text, complaint.StatedDistrict);
        Add(text, complaint.StatedStreet);
        Add(text, complaint.StatedCommunity);
        Add(text, complaint.PlaceText);
        Add(text, complaint.StatedLongitude?.ToString("R", CultureInfo.InvariantCulture));
        Add(text, complaint.StatedLatitude?.ToString("R", CultureInfo.InvariantCulture));
        Add(text, complaint.CallerKey);
        return "x-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..HexDigits];
    }

    private static void Add(StringBuilder text, string? value) => text.Append(value).Append(Between);

    private static string? Time(DateTime? at) => at?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotspot.Privacy;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Turns the cells of one row into a complaint or a rejection. Holds nothing that changes: any number of threads may map at once.</summary>
/// <param name="mapping">Columns of the sheet.</param>
/// <param name="callers">Makes caller keys; null where phones are not to be used at all.</param>
/// <param name="file">File name that the records carry.</param>
/// <param name="countsCells">True where too few cells are an error.</param>
/// <param name="is1904">True where plain day numbers count from 1904-01-01.</param>
/// <param name="derive">Fills the derived block; null: it stays empty.</param>
public sealed class RowMapping(
    HeaderMapping mapping,
    CallerKey? callers,
    string file,
    bool countsCells,
    bool is1904 = false,
    Func<Complaint, Complaint>? derive = null
)
{
    private const int ShownCharacters = 300;

    /// <summary>Days from 1899-12-30 to 1904-01-01.</summary>
    private const int DaysTo1904 = 1462;
    private readonly SourceProfile _profile = mapping.Profile;
    private readonly int _daysOfOrigin = is1904 ? DaysTo1904 : 0;

    public RowOutcome Map(SourceRow row)
    {
        if (row.Damaged)
            return Reject(row, RejectReason.UndecodableText, null);
        if (Footer.Is(row.Cells, mapping))
            return Reject(row, RejectReason.Footer, null);
        if (countsCells && !HasRightCount(row.Cells))
            return Reject(row, RejectReason.WrongCellCount, null);

        var cells = new MappedCells(mapping, row.Cells, _daysOfOrigin);
        var complaint = Stated(cells, row);
        var hasId = complaint.ComplaintId.Length > 0;
        var occurred = EventTime.Choose(complaint).OccurredAt;
        if (occurred is null)
            return Reject(row, RejectReason.NoUsableTime, cells.FirstUnreadableTime);
        if (IsBefore(complaint.ClosedAt, occurred))
            cells.Flag("closed_before_called");
        if (IsBefore(complaint.DispatchedAt, complaint.CalledAt))
            cells.Flag("dispatched_before_called");
        if (IsBefore(complaint.RegisteredAt, complaint.DispatchedAt ?? complaint.CalledAt))
            cells.Flag("registered_before_dispatched");
        if (!hasId)
            cells.Flag("id_missing");
        complaint = complaint with
        {
            ComplaintId = hasId ? complaint.ComplaintId : StableId.Of(complaint),
            QualityFlags = cells.Flags(),
        };
        var derived = derive?.Invoke(complaint) ?? complaint;
        return new RowOutcome(row.Line, derived, null, cells.Originals())
        {
            NamesMended = cells.NamesMended + (derive is null ? 0 : NamesMended(derived)),
        };
    }

    /// <summary>Names of areas that the lists of units put right: alias, suffix, prefix of the city.</summary>
    private static int NamesMended(Complaint c) =>
        Mended(c.StatedDistrict, c.District, "district", c) + Mended(c.StatedStreet, c.Street, "street", c);

    /// <summary>A name that was dropped, and filled from elsewhere, was not mended.</summary>
    private static int Mended(string? stated, string? derived, string unit, Complaint c) =>
        stated is null || derived is null || stated == derived ? 0
        : c.GeoFlags.Any(flag =>
            flag.StartsWith(unit, StringComparison.Ordinal)
            && (flag.EndsWith("_unrecognised", StringComparison.Ordinal) || flag.EndsWith("_conflict", StringComparison.Ordinal))
        )
            ? 0
        : 1;

    private Complaint Stated(MappedCells cells, SourceRow row)
    {
        var caller = cells.CallerName();
        var path = new CategoryPath(_profile.CategorySeparators, cells);
        var id = cells.Identity();
        var (longitude, latitude) = (cells.Number(Field.Longitude), cells.Number(Field.Latitude));
        return new Complaint
        {
            ComplaintId = id ?? "",
            Source = _profile.Id,
            SourceFile = row.Sheet == 0 ? file : $"{file}#{row.SheetName}",
            SourceLine = row.Line,
            Stream = _profile.FixedStream ?? (cells.Code(Field.Stream) is { } s ? CanonicalValue.ToStream(s) ?? default : default),
            OrderType = cells.Masked(Field.OrderType, caller, mapped: true),
            Title = cells.Masked(Field.Title, caller),
            ContentMasked = cells.Masked(Field.Content, caller),
            OtherTextHash = OtherText(cells, caller),
            OrderOn = id is null ? null : OrderDay(id),
            CalledAt = cells.Time(Field.CalledAt),
            DispatchedAt = cells.Time(Field.DispatchedAt),
            RegisteredAt = cells.Time(Field.RegisteredAt),
            DueAt = cells.Time(Field.DueAt),
            ClosedAt = cells.Time(Field.ClosedAt),
            Category1 = path.Level(1),
            Category2 = path.Level(2),
            Category3 = path.Level(3),
            Category4 = path.Level(4),
            Category5 = path.Level(5),
            StatedDistrict = cells.Masked(Field.District, caller, mapped: true),
            StatedStreet = cells.Masked(Field.Street, caller, mapped: true),
            StatedCommunity = cells.Masked(Field.Community, caller, mapped: true),
            PlaceText = cells.Masked(Field.PlaceText, caller, mapped: true),
            StatedLongitude = longitude,
            StatedLatitude = latitude,
            StatedCrs = longitude is null || latitude is null ? null : mapping.CrsCode,
            Organisation = cells.Masked(Field.Organisation, caller),
            Status = cells.Masked(Field.Status, caller, mapped: true),
            Disposition = cells.Code(Field.Disposition) is { } d ? CanonicalValue.ToDisposition(d) ?? default : default,
            Contacted = Truth(cells.Code(Field.Contacted)),
            Resolved = Truth(cells.Code(Field.Resolved)),
            Satisfaction = cells.Code(Field.Satisfaction) is { } v ? CanonicalValue.ToSatisfaction(v) : null,
            ValidCallback = Truth(cells.Code(Field.ValidCallback)),
            CallerKey = cells.CallerKey(callers),
        };
    }

    private DateOnly? OrderDay(string id)
    {
        foreach (var form in _profile.OrderNumbers)
        {
            if (form.DayOf(id) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>Where one of the two is only a date, only dates are compared.</summary>
    private static bool IsBefore(DateTime? earlier, DateTime? later) =>
        earlier < later && (earlier.Value.TimeOfDay != TimeSpan.Zero || earlier.Value.Date < later.Value.Date);

    private static bool? Truth(string? code) => code is null ? null : code == "true";

    private string? OtherText(MappedCells cells, string? caller)
    {
        var text = new StringBuilder();
        foreach (var (column, key) in mapping.OtherText)
        {
            if (cells.MaskedColumn(column, caller) is { } masked)
                text.Append(key).Append('\u001f').Append(masked).Append('\u001e');
        }
        return text.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A csv row has the header's number of cells; blank ones too many at its end are let pass.</summary>
    private bool HasRightCount(Cell[] cells)
    {
        if (cells.Length < mapping.Width)
            return false;
        for (var i = Math.Max(mapping.Width, 0); i < cells.Length; i++)
        {
            if (!cells[i].IsEmpty)
                return false;
        }
        return true;
    }

    private RowOutcome Reject(SourceRow row, RejectReason reason, string? column)
    {
        var shown = new StringBuilder();
        var originals = new List<OriginalValue>();
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells[i].Text is not { } text)
                continue;
            var header = i < mapping.Headers.Count ? mapping.Headers[i] : (i + 1).ToString(CultureInfo.InvariantCulture);
            originals.Add(new OriginalValue(header, text));
            if (shown.Length < ShownCharacters)
                shown
                    .Append(shown.Length > 0 ? " | " : "")
                    .Append(row.Damaged || !mapping.IsPersonal(i) ? Masking.Mask(text) : Masking.HideAll(text));
        }
        var masked = shown.Length > ShownCharacters ? shown.ToString(0, ShownCharacters) : shown.ToString();
        var name = row.Sheet == 0 ? file : $"{file}#{row.SheetName}";
        return new RowOutcome(row.Line, null, new RejectedRow(name, row.Line, column, reason, masked), originals);
    }
}

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
public sealed class RowMapping(HeaderMapping mapping, CallerKey? callers, string file, bool countsCells)
{
    private const int ShownCharacters = 300;
    private readonly SourceProfile _profile = mapping.Profile;

    public RowOutcome Map(SourceRow row)
    {
        if (row.Damaged)
            return Reject(row, RejectReason.UndecodableText, null);
        if (Footer.Is(row.Cells, mapping))
            return Reject(row, RejectReason.Footer, null);
        if (countsCells && !HasRightCount(row.Cells))
            return Reject(row, RejectReason.WrongCellCount, null);

        var cells = new MappedCells(mapping, row.Cells);
        var complaint = Stated(cells, row);
        var hasId = complaint.ComplaintId.Length > 0;
        var occurred = EventTime.Choose(complaint).OccurredAt;
        if (occurred is null)
            return Reject(row, RejectReason.NoUsableTime, cells.FirstUnreadableTime);
        if (IsBefore(complaint.ClosedAt, occurred))
            cells.Flag("closed_before_called");
        if (IsBefore(complaint.DispatchedAt, complaint.CalledAt))
            cells.Flag("dispatched_before_called");
        if (!hasId)
        {
            cells.Flag("id_missing");
            complaint = complaint with { ComplaintId = StableId.Of(complaint) };
        }
        return new RowOutcome(row.Line, complaint with { QualityFlags = cells.Flags() }, null, cells.Originals());
    }

    private Complaint Stated(MappedCells cells, SourceRow row)
    {
        var caller = cells.CallerName();
        var path = new CategoryPath(_profile.CategorySeparators, cells);
        var id = Identity(cells);
        var (longitude, latitude) = cells.Position();
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

    /// <summary>Order numbers are written narrow and without blanks; <c>不详</c> and the like are none.</summary>
    private static string? Identity(MappedCells cells)
    {
        var written = cells.Text(Field.ComplaintId);
        if (written is null)
            return null;
        var id = Wide.Narrow(written).Replace(" ", "", StringComparison.Ordinal).Replace('—', '-').Replace('–', '-');
        return id is "不详" or "无" or "-" or "/" ? null : id;
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

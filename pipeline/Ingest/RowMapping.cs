using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Turns the cells of one row into a complaint or a rejection. Holds nothing that changes: any number of threads may map at once.</summary>
/// <param name="mapping">Columns of the sheet.</param>
/// <param name="callers">Makes caller keys; null where phones are not to be used at all.</param>
/// <param name="file">File name that the records carry.</param>
/// <param name="countsCells">True where too few cells are an error.</param>
/// <param name="is1904">True where plain day numbers count from 1904-01-01.</param>
/// <param name="derive">Fills the derived block; null: it stays empty.</param>
/// <param name="official">Names of places; in a cell of a place they stay, whoever they sound like.</param>
public sealed partial class RowMapping(
    HeaderMapping mapping,
    CallerKey? callers,
    string file,
    bool countsCells,
    bool is1904 = false,
    Func<Complaint, Complaint>? derive = null,
    IReadOnlySet<string>? official = null
)
{
    private const int ShownCharacters = 300;
    private const int OtherTextBytes = 8;

    /// <summary>Days from 1899-12-30 to 1904-01-01.</summary>
    private const int DaysTo1904 = 1462;
    private readonly SourceProfile _profile = mapping.Profile;
    private readonly int _daysOfOrigin = is1904 ? DaysTo1904 : 0;

    /// <summary>Name of the file as records carry it; sheets after the first are told apart.</summary>
    public static string NameOf(string file, SourceRow row) => row.Sheet == 0 ? file : $"{file}#{row.SheetName}";

    /// <summary>The sheet in such a name; null: the first, or a text file.</summary>
    public static string? SheetOf(string name) => SheetMark().Match(name) is { Success: true } mark ? mark.Groups["sheet"].Value : null;

    /// <summary>Behind the name's ending: files (工单#2.xlsx) and sheets (4.1#) may have both marks of their own.</summary>
    [GeneratedRegex(@"\.[^.#]*#(?<sheet>.*)$", RegexOptions.Singleline)]
    private static partial Regex SheetMark();

    public RowOutcome Map(SourceRow row)
    {
        if (row.Damaged)
            return Reject(row, RejectReason.UndecodableText, null);
        if (Footer.Is(row.Cells, mapping))
            return Reject(row, RejectReason.Footer, null);
        if (countsCells && !HasRightCount(row.Cells))
            return Reject(row, RejectReason.WrongCellCount, null);

        var cells = new MappedCells(mapping, row.Cells, _daysOfOrigin, official);
        var id = cells.Identity();
        var times = Times.Of(cells, id is null ? null : _profile.OrderDay(id));
        var rejected = times.HasEvent ? null : Reject(row, RejectReason.NoUsableTime, cells.FirstUnreadableTime);
        if (rejected is not null && id is null)
            return rejected;
        if (id is null)
            cells.Flag("id_missing");
        if (mapping.LeavesOut(row.Cells))
            cells.Flag("cell_without_header");
        var stated = Stated(cells, row, id, times);
        if (id is null)
            stated = stated with { ComplaintId = StableId.Of(stated) };
        var derived = derive?.Invoke(stated) ?? stated;
        // 望京街道办事处 is 望京街道: the same complaint, however its area is written.
        if (id is null && StableId.Of(AsListed(stated, derived)) is var same && same != stated.ComplaintId)
            derived = derive!(stated with { ComplaintId = same });
        // Whether the order is known, with its time, nobody can tell here.
        if (rejected is not null)
            return rejected with { Complaint = derived };
        return new RowOutcome(row.Line, derived, null, cells.Originals())
        {
            Unmapped = cells.Unmapped(),
            NamesMended = cells.NamesMended + (derive is null ? 0 : NamesMended(derived)),
        };
    }

    /// <summary>Names of areas that the lists of units put right: alias, suffix, prefix of the city.</summary>
    private static int NamesMended(Complaint c) =>
        Mended(c.StatedDistrict, c.District, "district", c) + Mended(c.StatedStreet, c.Street, "street", c);

    private static int Mended(string? stated, string? derived, string unit, Complaint c) =>
        stated == Listed(stated, derived, unit, c) ? 0 : 1;

    /// <summary>As stated, with the areas by the names that the lists have for them.</summary>
    private static Complaint AsListed(Complaint stated, Complaint derived) =>
        stated with
        {
            StatedDistrict = Listed(stated.StatedDistrict, derived.District, "district", derived),
            StatedStreet = Listed(stated.StatedStreet, derived.Street, "street", derived),
            StatedCommunity = Listed(stated.StatedCommunity, derived.Community, "community", derived),
        };

    /// <summary>A name that was dropped, and filled from elsewhere, stays as it was stated.</summary>
    private static string? Listed(string? stated, string? derived, string unit, Complaint c) =>
        stated is null
        || derived is null
        || c.GeoFlags.Any(flag =>
            flag.StartsWith(unit, StringComparison.Ordinal)
            && (flag.EndsWith("_unrecognised", StringComparison.Ordinal) || flag.EndsWith("_conflict", StringComparison.Ordinal))
        )
            ? stated
            : derived;

    private Complaint Stated(MappedCells cells, SourceRow row, string? id, Times times)
    {
        var caller = cells.Caller(callers, out var callerKey);
        var path = new CategoryPath(mapping, cells);
        var (longitude, latitude) = cells.Position();
        return new Complaint
        {
            ComplaintId = id ?? "",
            Source = _profile.Id,
            SourceFile = NameOf(file, row),
            SourceLine = row.Line,
            Stream = _profile.FixedStream ?? (cells.Code(Field.Stream) is { } s ? CanonicalValue.ToStream(s) ?? default : default),
            OrderType = cells.Masked(Field.OrderType, caller, mapped: true),
            Title = cells.Masked(Field.Title, caller),
            ContentMasked = cells.Masked(Field.Content, caller),
            OtherTextHash = OtherText(cells, caller),
            OrderOn = times.OrderOn,
            CalledAt = times.Called?.At,
            DispatchedAt = times.Dispatched?.At,
            RegisteredAt = times.Registered?.At,
            CalledPrecision = times.Called?.Precision,
            DispatchedPrecision = times.Dispatched?.Precision,
            RegisteredPrecision = times.Registered?.Precision,
            DueAt = times.Due?.At,
            ClosedAt = times.Closed?.At,
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
            Disposition = cells.Disposition() is { } d ? CanonicalValue.ToDisposition(d) ?? default : default,
            Contacted = Truth(cells.Code(Field.Contacted)),
            Resolved = Truth(cells.Code(Field.Resolved)),
            Satisfaction = cells.Code(Field.Satisfaction) is { } v ? CanonicalValue.ToSatisfaction(v) : null,
            ValidCallback = Truth(cells.Code(Field.ValidCallback)),
            CallerKey = callerKey,
            // Last: every cell above may have flagged something.
            QualityFlags = cells.Flags(),
        };
    }

    private static bool? Truth(string? code) => code is null ? null : code == "true";

    /// <summary>
    /// Of each column of other text that says something the mark of its header and sixteen hex digits of the SHA-256 of what it says, masked; in the
    /// order of the headers. The words are forgotten.
    /// </summary>
    private string? OtherText(MappedCells cells, in KnownCaller caller)
    {
        StringBuilder? told = null;
        byte[]? bytes = null;
        var columns = mapping.OtherText;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < columns.Count; )
        {
            var (first, length) = (columns[i], 0);
            // Columns of one header are one text.
            for (; i < columns.Count && columns[i].Key == first.Key; i++)
            {
                if (cells.MaskedColumn(columns[i].Column, caller) is not { } masked)
                    continue;
                Rent(ref bytes, length, Encoding.UTF8.GetMaxByteCount(masked.Length) + 1);
                length += Encoding.UTF8.GetBytes(masked, bytes.AsSpan(length));
                bytes[length++] = 0x1e;
            }
            if (length == 0)
                continue;
            SHA256.HashData(bytes.AsSpan(0, length), hash);
            bytes.AsSpan(0, length).Clear();
            (told ??= new StringBuilder(96)).Append(first.Mark).Append(Convert.ToHexStringLower(hash[..OtherTextBytes]));
        }
        if (bytes is not null)
            ArrayPool<byte>.Shared.Return(bytes);
        return told?.ToString();
    }

    private static void Rent([NotNull] ref byte[]? bytes, int used, int more)
    {
        if (bytes is not null && bytes.Length >= used + more)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(used + more, 4096));
        if (bytes is not null)
        {
            bytes.AsSpan(0, used).CopyTo(larger);
            bytes.AsSpan(0, used).Clear();
            ArrayPool<byte>.Shared.Return(bytes);
        }
        bytes = larger;
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

    /// <summary>Where cells may have slipped, each is judged by itself: a bare name or phone is hidden whatever its header says.</summary>
    private string Shown(string text, int column, RejectReason reason)
    {
        var slipped = MendableRow.HasSlipped(reason);
        var personal = slipped ? Masking.IsPersonal(text) : mapping.IsPersonal(column);
        return personal ? Masking.HideAll(text) : Masking.Mask(text);
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
                shown.Append(shown.Length > 0 ? " | " : "").Append(Shown(text, i, reason));
        }
        var masked = shown.Length > ShownCharacters ? shown.ToString(0, ShownCharacters) : shown.ToString();
        var mendable = reason == RejectReason.Footer ? null : MendableRow.Masked(mapping, row, MendableRow.HasSlipped(reason));
        return new RowOutcome(row.Line, null, new RejectedRow(NameOf(file, row), row.Line, column, reason, masked, mendable), originals);
    }
}

using System.Buffers;
using System.Globalization;
using Hotspot.Geo;
using Hotspot.Privacy;
using Hotspot.Privacy.Masks;
using Hotspot.Privacy.Sealing;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>The cells of one row by field; gathers the row's flags and what the sealed copy must keep.</summary>
/// <param name="daysOfOrigin">What plain day numbers of the workbook lack to Excel's usual count; 0, or 1462 where it counts from 1904.</param>
internal sealed class MappedCells(HeaderMapping mapping, Cell[] cells, int daysOfOrigin = 0, IReadOnlySet<string>? official = null)
{
    /// <summary>Whole numbers up to here keep all their digits in a workbook.</summary>
    private const double ExactBelow = 1e15;
    private const int ExactDigits = 15;

    /// <summary>Said of the solution it is no disposition: an order that was solved may have been excluded all the same.</summary>
    private const string Handled = "handled";

    /// <summary>Characters of a name at the head of a longer text: 张各庄 is no person of it.</summary>
    private const int ShortestOfficial = 3;

    /// <summary>What nearly all order numbers are made of.</summary>
    private static readonly SearchValues<char> PlainId = SearchValues.Create(Letters + "0123456789");
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    private List<string>? _flags;
    private List<OriginalValue>? _originals;
    private List<UnmappedWord>? _unmapped;

    /// <summary>Names of areas that the profile's value map put right.</summary>
    public int NamesMended { get; private set; }

    /// <summary>Header of the first time column whose value could not be read.</summary>
    public string? FirstUnreadableTime { get; private set; }

    public void Flag(string flag)
    {
        _flags ??= new List<string>(4);
        if (!_flags.Contains(flag))
            _flags.Add(flag);
    }

    /// <summary>Sorted.</summary>
    public IReadOnlyList<string> Flags()
    {
        if (_flags is null)
            return [];
        _flags.Sort(StringComparer.Ordinal);
        return _flags;
    }

    public IReadOnlyList<OriginalValue> Originals() => _originals is null ? [] : _originals;

    public IReadOnlyList<UnmappedWord> Unmapped() => _unmapped is null ? [] : _unmapped;

    /// <summary>The first filled cell among the field's columns.</summary>
    private Cell Of(Field field, out int column)
    {
        foreach (var c in mapping.Of(field))
        {
            if (!IsStated(field, c))
                continue;
            column = c;
            return cells[c];
        }
        column = -1;
        return default;
    }

    /// <summary>Something is said there.</summary>
    private bool IsStated(Field field, int column)
    {
        if (column >= cells.Length)
            return false;
        if (!cells[column].IsEmpty && !IsBlank(field, cells[column]))
            return true;
        if (cells[column].Kind == CellKind.Error)
            Flag("formula_error");
        return false;
    }

    /// <summary>NULL, 暂无: as good as blank, unless the profile knows the word; of a caller it is told that nothing was said.</summary>
    private bool IsBlank(Field field, Cell cell) =>
        cell.SaysNothing
        && field is not (Field.CallerName or Field.CallerPhone or Field.ComplaintId)
        && !(mapping.MapOf(field) is { } map && map.TryGet(cell.Text!, out _));

    /// <summary>
    /// The order number as written, narrow and without blanks; <c>不详</c>, <c>NULL</c> and the like are none, and neither is a number of which a workbook kept
    /// fewer digits than it had: different orders would become one.
    /// </summary>
    public string? Identity()
    {
        var cell = Of(Field.ComplaintId, out _);
        if (cell.Text is not { } written || cell.SaysNothing)
            return null;
        if (cell.Kind == CellKind.Number ? Math.Abs(cell.Number) >= ExactBelow : Digit.IsExponent(written))
        {
            Flag("id_digits_lost");
            return null;
        }
        var id = WholeNumber(Wide.Narrow(written).TrimStart('\''));
        if (id is null)
        {
            Flag("id_digits_lost");
            return null;
        }
        if (id.AsSpan().ContainsAny(' ', '—', '–'))
            id = id.Replace(" ", "", StringComparison.Ordinal).Replace('—', '-').Replace('–', '-');
        return id is "" or "不详" or "无" or "-" or "/" || IsPersonal(id) ? null : id;
    }

    /// <summary>Plain letters and digits are an order number, but for those that the masks know as a mobile or an identity card.</summary>
    private const int DigitsOfMobile = 11;
    private const int DigitsOfIdentity = 18;

    /// <summary>张建国, 京A12345, 3号楼2单元1201, 13912345678, the caller's phone: a cell that slipped into the column, and would be published as it is.</summary>
    private bool IsPersonal(string id) =>
        id == Of(Field.CallerPhone, out _).Text
        || id.Contains('@', StringComparison.Ordinal)
        || (
            (id.AsSpan().ContainsAnyExcept(PlainId) || id.Length is DigitsOfMobile or DigitsOfIdentity)
            && mapping.Profile.OrderDay(id) is null
            && (KnownCaller.NameIn(id) is not null || Masking.Mask(id) != id)
        )
        || (IsMobileBesideOthers(id) && mapping.Profile.OrderDay(id) is null)
        || (id[0] == '0' && id.IndexOf('-', StringComparison.Ordinal) is 3 or 4 && Masking.IsPersonal(id));

    /// <summary>ID13978401920, 139-7840-1920. Eleven digits may be a number of the day, too, ID15042100012: where they begin with one they stay.</summary>
    private static bool IsMobileBesideOthers(string id)
    {
        var rest = id.AsSpan().TrimStart(Letters);
        if (rest.Length < DigitsOfMobile || rest[0] != '1' || rest.Length == id.Length && !rest.Contains('-'))
            return false;
        var digits = rest.ToString().Replace("-", "", StringComparison.Ordinal).AsSpan();
        return digits.Length == DigitsOfMobile
            && !digits.ContainsAnyExceptInRange('0', '9')
            && digits[1] >= '3'
            && !DateOnly.TryParseExact(digits[..6], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>20250421000123.0, a column of numbers saved by another program: the number without its <c>.0</c>, null where it is too long to have kept its digits.</summary>
    private static string? WholeNumber(string id)
    {
        if (!id.EndsWith(".0", StringComparison.Ordinal) || id.AsSpan(0, id.Length - 2).ContainsAnyExceptInRange('0', '9'))
            return id;
        return id.Length - 2 <= ExactDigits ? id[..^2] : null;
    }

    /// <param name="mapped">True: values that the profile knows are put in their canonical form, others stay as written.</param>
    public string? Masked(Field field, in KnownCaller caller, bool mapped = false)
    {
        var cell = Of(field, out var column);
        if (cell.Text is not { } text)
            return null;
        if (mapped && mapping.MapOf(field) is { } map && map.TryGet(text, out var canonical))
        {
            // Said, and yet nothing told: not the silence of a source without a status.
            if (canonical is null && field is Field.Status)
                Flag(FieldFlags.UnknownValue(field));
            NamesMended += field is Field.District or Field.Street or Field.Community && canonical is not null && canonical != text ? 1 : 0;
            return canonical;
        }
        var masked = Hide(column, text, caller, field is Field.District or Field.Street or Field.Community or Field.PlaceText);
        if (field is Field.Status && mapping.MapOf(field) is { IsEmpty: false } known && !known.IsTarget(text))
            (_unmapped ??= []).Add(new UnmappedWord(field, masked));
        return masked;
    }

    /// <summary>Levels of the cell that holds the whole path; none where it is blank.</summary>
    public string?[] CategoryLevels()
    {
        if (Of(Field.Category, out var column).Text is not { } path)
            return [];
        var levels = mapping.LevelsOf(path);
        if (levels.Hides)
            Keep(column, path);
        return levels.Masked;
    }

    /// <summary>What became of the order; 非权属, 剔除 and 挂账 tell it in the column of the solution, too.</summary>
    public string? Disposition()
    {
        if (Code(Field.Disposition) is { } told)
            return told;
        if (mapping.MapOf(Field.Disposition) is not { } map)
            return null;
        foreach (var column in mapping.Of(Field.Resolved))
        {
            if (
                column < cells.Length
                && cells[column].Text is { } text
                && map.TryGet(text, out var became)
                && became is not (null or Handled)
            )
                return became;
        }
        return null;
    }

    /// <summary>
    /// 吉庆里3号楼, 小杜两河村东门: masked in one piece, since a door is told by what stands before it; then the official name that it begins with is put back.
    /// </summary>
    private string WithName(string text, string masked)
    {
        var end = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (official is null)
            return masked;
        var name = end < 0 ? text : text[..end];
        while (!official.Contains(name))
        {
            if (name.Length <= ShortestOfficial)
                return masked;
            name = name[..^1];
        }
        return name + masked[name.Length..];
    }

    public string? MaskedColumn(int column, in KnownCaller caller) =>
        column < cells.Length && cells[column].Text is { } text ? Hide(column, text, caller) : null;

    /// <summary>The canonical code of a field with a value map. A value that the map lacks is absent and flagged, <c>resolved_unknown_value</c>.</summary>
    public string? Code(Field field)
    {
        foreach (var column in mapping.Of(field))
        {
            if (column >= cells.Length || cells[column].Text is not { } text)
                continue;
            if (mapping.MapOf(field) is { } map && map.TryGet(text, out var canonical))
            {
                if (canonical is not null)
                    return canonical;
            }
            else if (!cells[column].SaysNothing)
            {
                Flag(FieldFlags.UnknownValue(field));
                (_unmapped ??= []).Add(new UnmappedWord(field, Masking.Mask(text)));
            }
        }
        return null;
    }

    /// <summary>The first of the field's columns that can be read; where none can, the first that tells its day, which is flagged.</summary>
    public ReadTime? Time(Field field)
    {
        var rules = mapping.Profile.Times;
        string? unreadable = null;
        ReadTime? day = null;
        foreach (var column in mapping.Of(field))
        {
            if (!IsStated(field, column))
                continue;
            var cell = cells[column];
            if (daysOfOrigin != 0 && cell.Kind == CellKind.Number && cell.Number < TimeReading.FirstWritten)
                cell = Cell.Of(cell.Number + daysOfOrigin);
            if (TimeReading.Read(cell, rules) is { } read)
                return field is Field.CalledAt && read.Precision is TimePrecision.Day ? WithClock(read) : read;
            unreadable ??= mapping.Headers[column];
            day ??= TimeReading.DayOf(cell, rules);
        }
        if (unreadable is null)
            return null;
        if (day is { } told)
        {
            var time = field is Field.CalledAt ? WithClock(told) : told;
            if (time.Precision is TimePrecision.Day)
                Flag(FieldFlags.ClockUnreadable(field));
            return time;
        }
        FirstUnreadableTime ??= unreadable;
        Flag(FieldFlags.Unreadable(field));
        return null;
    }

    /// <summary>来电日期 and 来电钟点 stand in two columns: together they are the time of the call.</summary>
    private ReadTime WithClock(ReadTime day)
    {
        var clock = Of(Field.CalledClock, out _);
        if (clock.IsEmpty)
            return day;
        if (TimeReading.At(day.At, clock, mapping.Profile.Times) is { } read)
            return read;
        Flag(FieldFlags.ClockUnreadable(Field.CalledAt));
        return day;
    }

    /// <summary>Longitude and latitude as written, whatever their unit. One column that the profile lists for both holds a pair: 116.397,39.909.</summary>
    public (double? Longitude, double? Latitude) Position()
    {
        var first = Of(Field.Longitude, out var column);
        if (first.Text is { } text && mapping.Of(Field.Latitude).Contains(column))
        {
            if (CoordinateText.Pair(text) is { } pair)
                return (pair.Longitude, pair.Latitude);
            Flag("coordinate_unreadable");
            return (null, null);
        }
        return (Number(first), Number(Of(Field.Latitude, out _)));
    }

    private double? Number(Cell cell)
    {
        if (cell.IsEmpty)
            return null;
        var number = cell.Kind == CellKind.Number ? cell.Number : CoordinateText.Degrees(cell.Text);
        if (number is { } written && double.IsFinite(written))
            return written;
        Flag("coordinate_unreadable");
        return null;
    }

    /// <summary>The caller as the row's own columns name them, and the key of the phone.</summary>
    public KnownCaller Caller(CallerKey? callers, out string? key)
    {
        key = null;
        var name = Of(Field.CallerName, out var nameColumn).Text;
        if (name is not null && !KnownCaller.IsPlaceholder(name))
            Keep(nameColumn, name);
        name = name is null ? null : KnownCaller.NameIn(name);
        if (Of(Field.CallerPhone, out var phoneColumn).Text is not { } phone)
            return new KnownCaller(name, null);
        var reading = CallerKey.Read(phone);
        if (reading.State is PhoneState.Usable or PhoneState.Account)
            key = callers?.Of(reading.Digits);
        if (reading.State == PhoneState.Withheld)
            Flag("phone_withheld");
        else if (reading.State == PhoneState.Masked)
            Flag("phone_masked");
        else
            Keep(phoneColumn, phone);
        return new KnownCaller(name, reading.State == PhoneState.Usable ? reading.Digits : null);
    }

    private string Hide(int column, string text, in KnownCaller caller, bool isPlace = false)
    {
        var masked = Masking.Mask(text, caller);
        if (ReferenceEquals(masked, text))
            return text;
        if (isPlace)
            masked = WithName(text, masked);
        if (masked != text)
            Keep(column, text);
        return masked;
    }

    private void Keep(int column, string text) => (_originals ??= []).Add(new OriginalValue(mapping.Headers[column], text));
}

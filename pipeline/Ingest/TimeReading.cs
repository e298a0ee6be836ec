using System.Globalization;
using Hotspot.Calendar;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>Order of day, month and year where the year stands last.</summary>
public enum DateOrder
{
    MonthFirst,
    DayFirst,
}

/// <param name="Order">How <c>03/04/2025</c> is read.</param>
/// <param name="OffsetsToBeijing">Times with Z or an offset become Beijing times; false: the profile's times are local and the offset is dropped.</param>
public readonly record struct TimeRules(DateOrder Order, bool OffsetsToBeijing);

/// <summary>
/// Reads every way in which exports write a time. Anything else gives null: the value then counts as absent and the row is flagged.
/// Fractions of a second are cut; exactly 00:00:00 is a date without an hour; 24:00 is the last second of its day.
/// A typed date is as precise as its number format shows (<c>h:mm</c> a minute), or as its value where that says more; a day number without a format, as its value.
/// Years outside 1990–2099 are unreadable (exports write 1900-01-01 for "none").
/// </summary>
public static class TimeReading
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const int IsoLength = 19;
    private const int DigitsOfEpoch = 13;
    private const int Shortest = 5;
    private const int Longest = 48;

    /// <summary>Numbers from here on are dates written as digits (20250421), those below day numbers.</summary>
    public const double FirstWritten = 19900101;
    private static readonly DateTime SerialOrigin = new(1899, 12, 30);

    public static ReadTime? Read(Cell cell, TimeRules rules) =>
        cell.Kind switch
        {
            CellKind.Text => Read(cell.Text, rules),
            CellKind.Number => FromNumber(cell.Number, rules),
            CellKind.Time => InRange(cell.Time) ? Typed(Rounded(cell.Time), cell.Shown) : null,
            _ => null,
        };

    /// <summary>A time of day on a day: 21:35, 下午3点, 9, Excel's part of a day; or the whole time once more. Null: none that can be read.</summary>
    public static ReadTime? At(DateTime day, Cell clock, TimeRules rules)
    {
        ReadTime? On(string text) => Read(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {text}"), rules);
        return clock.Kind switch
        {
            CellKind.Number when clock.Number is > 0 and < 1 => FromSerial((day - SerialOrigin).TotalDays + clock.Number),
            CellKind.Number when clock.Number is >= 1 and < 24 && clock.Number == Math.Floor(clock.Number) => On($"{(int)clock.Number}时"),
            CellKind.Time => Typed(day.Date + Rounded(clock.Time).TimeOfDay, clock.Shown),
            CellKind.Text => On(clock.Text!) is { Precision: not TimePrecision.Day } read ? read
            : int.TryParse(clock.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 ? On($"{hour}时")
            : Read(clock.Text, rules) is { } whole && whole.At.Date == day.Date ? whole
            : null,
            _ => null,
        };
    }

    public static ReadTime? Read(ReadOnlySpan<char> text, TimeRules rules)
    {
        if (text.Length == IsoLength && Iso(text) is { } iso)
            return iso;
        if (text.Length is < Shortest or > Longest)
            return null;
        var bare = Bare(text, stackalloc char[text.Length]);
        var scan = new TimeScan(bare);
        return scan.AllDigits ? Compact(bare) ?? Epoch(bare, rules) ?? Serial(bare)
            : scan.IsDecimal ? Serial(bare)
            : scan.Read(rules) is { } read && InRange(read.At) ? Whole(read.At, read.Precision)
            : null;
    }

    /// <summary>
    /// The day of a time whose clock says nothing: <c>2025-04-21 25:61</c>, <c>2025-04-21 下午</c>, <c>20250421256100</c>. Null: there is no day, or more than
    /// one (<c>4月21日至4月25日</c>), or an offset that could move it.
    /// </summary>
    public static ReadTime? DayOf(Cell cell, TimeRules rules)
    {
        if (cell.Text is not { Length: >= Shortest and <= Longest } text)
            return null;
        var bare = Bare(text, stackalloc char[text.Length]);
        var scan = new TimeScan(bare);
        if (scan.AllDigits)
            return bare.Length is 12 or 14 ? Compact(bare[..8]) : null;
        return scan.DayAlone(rules.Order) is { } day && InRange(day) ? new ReadTime(day, TimePrecision.Day) : null;
    }

    /// <summary>Narrow, one kind of blank, without Excel's mark for "this is text", which reaches a csv as an apostrophe.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (var i = 0; i < text.Length; i++)
            plain[i] = char.IsWhiteSpace(text[i]) ? ' ' : Wide.Narrow(text[i]);
        return plain.TrimStart('\'').Trim();
    }

    private static ReadTime? FromNumber(double number, TimeRules rules) =>
        number is >= FirstWritten and < 1e14 && number == Math.Floor(number)
            ? Read(((decimal)number).ToString("0", CultureInfo.InvariantCulture), rules)
            : FromSerial(number);

    /// <summary>Excel's day number (1900 system): days since 1899-12-30, rounded to the second.</summary>
    private static ReadTime? FromSerial(double days)
    {
        if (!(days is >= 32874 and < 73051))
            return null;
        var at = SerialOrigin.AddSeconds(Math.Round(days * 86400));
        return InRange(at) ? Typed(at, Cell.ShownUnknown) : null;
    }

    private static ReadTime? Serial(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) ? FromSerial(days) : null;

    /// <summary>Milliseconds since 1970 in UTC, as web platforms and data frames export them. Seconds are not read: a phone number could pass for them.</summary>
    private static ReadTime? Epoch(ReadOnlySpan<char> digits, TimeRules rules)
    {
        if (digits.Length != DigitsOfEpoch || !rules.OffsetsToBeijing)
            return null;
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        var at = BeijingClock.FromInstant(instant);
        return InRange(at) ? Whole(at, TimePrecision.Second) : null;
    }

    /// <summary>The commonest form by far, <c>2025-04-21 22:13:05</c>, read in place; anything else about it is left to the scan.</summary>
    private static ReadTime? Iso(ReadOnlySpan<char> t)
    {
        if (t[4] != '-' || t[7] != '-' || t[10] != ' ' || t[13] != ':' || t[16] != ':')
            return null;
        int Two(ReadOnlySpan<char> s, int at) =>
            char.IsAsciiDigit(s[at]) && char.IsAsciiDigit(s[at + 1]) ? (s[at] - '0') * 10 + (s[at + 1] - '0') : -1;
        var (century, years, month, day) = (Two(t, 0), Two(t, 2), Two(t, 5), Two(t, 8));
        var (hour, minute, second) = (Two(t, 11), Two(t, 14), Two(t, 17));
        var year = century * 100 + years;
        if (
            century < 0
            || years < 0
            || year is < FirstYear or > LastYear
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
            return null;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return null;
        return Whole(new DateTime(year, month, day, hour, minute, second), TimePrecision.Second);
    }

    private static ReadTime? Compact(ReadOnlySpan<char> digits)
    {
        var (format, precision) = digits.Length switch
        {
            8 => ("yyyyMMdd", TimePrecision.Day),
            10 => ("yyyyMMddHH", TimePrecision.Hour),
            12 => ("yyyyMMddHHmm", TimePrecision.Minute),
            14 => ("yyyyMMddHHmmss", TimePrecision.Second),
            17 => ("yyyyMMddHHmmssfff", TimePrecision.Second),
            _ => ("", TimePrecision.Day),
        };
        return
            format.Length > 0
            && DateTime.TryParseExact(digits, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && InRange(at)
            ? Whole(at, precision)
            : null;
    }

    private static ReadTime Typed(DateTime at, TimePrecision shown)
    {
        var read = Whole(at, shown);
        return read.CutTo(shown) == read.At ? read : read with { Precision = ReadTime.ToldBy(read.At) };
    }

    private static ReadTime Whole(DateTime at, TimePrecision precision)
    {
        var whole = DateTime.SpecifyKind(new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
        return new ReadTime(whole, whole.TimeOfDay == TimeSpan.Zero ? TimePrecision.Day : precision);
    }

    /// <summary>Workbooks keep times as fractions of a day: 15:20:00 comes back as 15:19:59.9999.</summary>
    private static DateTime Rounded(DateTime at) => at.AddMilliseconds(500);

    private static bool InRange(DateTime at) => at.Year is >= FirstYear and <= LastYear;
}

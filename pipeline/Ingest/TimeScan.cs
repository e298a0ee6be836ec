using System.Buffers;
using System.Text.RegularExpressions;
using Hotspot.Calendar;
using Hotspot.Records;

namespace Hotspot.Ingest;

/// <summary>One pass over a written time, e.g. <c>2025/3/1 8:05</c>, <c>03/01/2025 02:20:05 PM</c>, <c>2025年3月1日 下午3时20分</c>.</summary>
internal ref partial struct TimeScan(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> DecimalSigns = SearchValues.Create("0123456789.");
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public readonly bool AllDigits => !_text.ContainsAnyExceptInRange('0', '9');

    public readonly bool IsDecimal => !_text.ContainsAnyExcept(DecimalSigns) && _text.Count('.') == 1;

    public ReadTime? Read(TimeRules rules)
    {
        if (!Date(rules.Order, out var day))
            return null;
        var parted = Blanks();
        var isIso = Separator("Tt");
        parted |= isIso || Weekday();
        if (_at < _text.Length && !parted && !char.IsAsciiDigit(_text[_at]) && HalfAhead() == Half.None)
            return null;
        Blanks();
        return _at == _text.Length ? new ReadTime(day, TimePrecision.Day) : Clock(day, rules, isIso);
    }

    /// <summary>The day that the text begins with, whatever follows it, unless that is another day, an end or an offset; null: none, or not one alone.</summary>
    public DateTime? DayAlone(DateOrder order)
    {
        if (!Date(order, out var day) || _at == _text.Length)
            return null;
        var isOver = Separator(" Tt") || !(char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '/' or '.');
        return isOver && !MayMoveDay().IsMatch(_text[_at..]) ? day : null;
    }

    /// <summary>Parts of a second date, words and marks of a span, offsets.</summary>
    [GeneratedRegex("[年月Zz+]|[0-9][日号]|[0-9]{7}|[至到~—–-] ?[0-9]|[0-9] ?/ ?[0-9]|[0-9]\\.[0-9]+\\.")]
    private static partial Regex MayMoveDay();

    private bool Date(DateOrder order, out DateTime day)
    {
        day = default;
        if (DigitsAhead() == 8)
            return Number(4, out var y, out _) && Number(2, out var m, out _) && Number(2, out var d, out _) && Day(y, m, d, out day);
        if (!Number(4, out var first, out var width) || !Separator("-/.年") || !Number(2, out var second, out _) || !Separator("-/.月"))
            return false;
        if (!Number(4, out var third, out var lastWidth))
            return false;
        if (_at < _text.Length && _text[_at] is '日' or '号')
            _at++;
        var (year, month, dayOfMonth) =
            width == 4 ? (first, second, third)
            : lastWidth != 4 ? (0, 0, 0)
            : order == DateOrder.MonthFirst ? (third, first, second)
            : (third, second, first);
        return Day(year, month, dayOfMonth, out day);
    }

    private static bool Day(int year, int month, int dayOfMonth, out DateTime day)
    {
        day = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateTime(year, month, dayOfMonth);
        return true;
    }

    private ReadTime? Clock(DateTime day, TimeRules rules, bool isIso)
    {
        var half = HalfOfDay();
        Blanks();
        var digits = DigitsAhead();
        if (!Number(2, out var hour, out var width))
            return null;
        var precision = TimePrecision.Hour;
        int minute = 0,
            second = 0;
        if (digits is 4 or 6)
        {
            Number(2, out minute, out _);
            precision = Number(2, out second, out _) ? TimePrecision.Second : TimePrecision.Minute;
        }
        else if (Separator(ClockMarks))
        {
            if (Number(2, out minute, out _))
            {
                precision = TimePrecision.Minute;
                if (Separator(":分") && Number(2, out second, out _))
                    precision = TimePrecision.Second;
                Separator("秒");
                Fraction();
            }
            else if (_at < _text.Length && _text[_at] == '半')
            {
                _at++;
                (minute, precision) = (30, TimePrecision.Minute);
            }
        }
        else if (half == Half.None && HalfAhead() == Half.None && !(width == 2 && _at == _text.Length))
            return null;
        Blanks();
        if (half == Half.None)
            half = HalfOfDay();
        if (minute > 59 || second > 59 || !Turn(half, ref hour))
            return null;
        var at = hour == 24 ? day.AddDays(1).AddSeconds(-1) : day.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        if (hour == 24 && (minute > 0 || second > 0))
            return null;
        if (!isIso && IsSpan())
            return new ReadTime(at, precision);
        return Zone(out var offset) && _at == _text.Length
            ? new ReadTime(offset is { } o && rules.OffsetsToBeijing ? BeijingClock.FromInstant(new DateTimeOffset(at, o)) : at, precision)
            : null;
    }

    /// <summary>08:05-09:00: hours that somebody gave, of which the first counts. Only the form with a T has offsets west of Greenwich.</summary>
    private readonly bool IsSpan()
    {
        var rest = this;
        rest.Blanks();
        if (!rest.Separator("-~—–至到"))
            return false;
        rest.Blanks();
        if (
            !rest.Number(2, out var hour, out _)
            || hour > 24
            || !rest.Separator(ClockMarks)
            || !rest.Number(2, out var minute, out _)
            || minute > 59
        )
            return false;
        if (rest.Separator(":分"))
            rest.Number(2, out _, out _);
        rest.Separator("秒");
        return rest._at == rest._text.Length;
    }

    private const string ClockMarks = ":时点時";
    private const int EarliestEvening = 5;

    private enum Half
    {
        None,
        Morning,
        Noon,
        Afternoon,
        Evening,
    }

    private static bool Turn(Half half, ref int hour)
    {
        if (half == Half.Morning && hour == 12)
            hour = 0;
        else if (half == Half.Afternoon && hour < 12)
            hour += 12;
        else if (half == Half.Noon && hour is 1 or 2)
            hour += 12;
        else if (half == Half.Evening)
        {
            // 晚上12点 ends the day; of which night 晚上1点 is nobody knows.
            if (hour is >= 1 and < EarliestEvening)
                return false;
            hour =
                hour == 12 ? 24
                : hour < 12 ? hour + 12
                : hour;
        }
        return hour <= 24;
    }

    private Half HalfOfDay()
    {
        var half = HalfAhead();
        if (half != Half.None)
            _at += 2;
        return half;
    }

    private readonly Half HalfAhead()
    {
        if (_at + 2 > _text.Length)
            return Half.None;
        return _text.Slice(_at, 2) switch
        {
            "上午" or "凌晨" or "早上" or "早晨" or "清晨" or "AM" or "am" or "Am" => Half.Morning,
            "中午" => Half.Noon,
            "下午" or "傍晚" or "PM" or "pm" or "Pm" => Half.Afternoon,
            "晚上" or "夜间" or "夜里" or "深夜" => Half.Evening,
            _ => Half.None,
        };
    }

    /// <summary>星期一, 周一, （礼拜一）.</summary>
    private bool Weekday()
    {
        var isBracketed = Separator("(");
        var length =
            _text[_at..].StartsWith("星期") || _text[_at..].StartsWith("礼拜") ? 3
            : _text[_at..].StartsWith("周") ? 2
            : 0;
        if (length == 0 || _at + length > _text.Length)
            return false;
        _at += length;
        return !isBracketed || Separator(")");
    }

    private readonly int DigitsAhead()
    {
        var rest = _text[_at..];
        return rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : rest.Length;
    }

    private bool Zone(out TimeSpan? offset)
    {
        offset = null;
        Blanks();
        if (_at == _text.Length)
            return true;
        var sign = _text[_at++];
        if (sign is 'Z' or 'z')
        {
            offset = TimeSpan.Zero;
            return true;
        }
        if (sign is not ('+' or '-') || !Number(2, out var hours, out var width) || width != 2)
            return false;
        Separator(":");
        Number(2, out var minutes, out _);
        offset = (sign == '-' ? -1 : 1) * new TimeSpan(hours, minutes, 0);
        return hours <= 14 && minutes < 60 && offset.Value.Duration() <= TimeSpan.FromHours(14);
    }

    private void Fraction()
    {
        if (_at + 1 < _text.Length && _text[_at] is '.' or ',' && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
                _at++;
        }
    }

    private bool Number(int widest, out int value, out int width)
    {
        value = 0;
        width = 0;
        while (width < widest && _at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            value = value * 10 + (_text[_at++] - '0');
            width++;
        }
        return width > 0;
    }

    private bool Separator(ReadOnlySpan<char> any)
    {
        if (_at >= _text.Length || !any.Contains(_text[_at]))
            return false;
        _at++;
        return true;
    }

    private bool Blanks()
    {
        var from = _at;
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        return _at > from;
    }
}

using Hotspot.Records;

namespace Hotspot.Ingest.Xlsx;

/// <summary>Which number formats show a number as a date or a time of day (ECMA-376 part 1, 18.8.30, with the East Asian built-in ones), and how much of it.</summary>
internal static class DateFormats
{
    /// <returns>Null: not a date.</returns>
    public static TimePrecision? BuiltIn(int id) =>
        id switch
        {
            19 or 21 or 33 or 35 or 45 or 47 or 56 => TimePrecision.Second,
            18 or 20 or 22 or 32 or 34 or 55 => TimePrecision.Minute,
            (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => TimePrecision.Day,
            _ => null,
        };

    /// <summary>
    /// By the letters of a date outside quotation, escapes and brackets. Lapsed times (<c>[h]:mm</c>) are durations, not dates; only the first section counts.
    /// An m is a minute behind an hour, else a month.
    /// </summary>
    /// <returns>Null: not a date.</returns>
    public static TimePrecision? Shown(ReadOnlySpan<char> format)
    {
        TimePrecision? shown = null;
        var before = '\0';
        for (var at = 0; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '"':
                    var quote = format[(at + 1)..].IndexOf('"');
                    at = quote < 0 ? format.Length : at + 1 + quote;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[':
                    var close = format[at..].IndexOf(']');
                    if (close < 0)
                        return null;
                    if (close > 1 && format[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S')
                        return null;
                    at += close;
                    break;
                case ';':
                    return shown;
                case 'G' or 'g' when format[at..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case 'A' or 'a' when format[at..].StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                    at += "AM/PM".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    var letter = char.ToLowerInvariant(format[at]);
                    var unit = letter switch
                    {
                        's' => TimePrecision.Second,
                        'm' when before is 'h' => TimePrecision.Minute,
                        'h' => TimePrecision.Hour,
                        _ => TimePrecision.Day,
                    };
                    shown = shown < unit ? shown : unit;
                    // The second m of mm is a minute like the first.
                    before = letter == 'm' && before == 'h' ? 'h' : letter;
                    break;
            }
        }
        return shown;
    }
}

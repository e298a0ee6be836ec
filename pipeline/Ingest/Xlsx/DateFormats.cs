namespace Hotspot.Ingest.Xlsx;

/// <summary>Which number formats show a number as a date or a time of day (ECMA-376 part 1, 18.8.30, with the East Asian built-in ones).</summary>
internal static class DateFormats
{
    public static bool IsBuiltIn(int id) =>
        id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47 and not 46) or (>= 50 and <= 58);

    /// <summary>
    /// A letter of a date outside quotation, escapes and brackets. Lapsed times (<c>[h]:mm</c>) are durations, not dates; only the first section counts.
    /// </summary>
    public static bool IsDate(ReadOnlySpan<char> format)
    {
        var found = false;
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
                        return false;
                    if (close > 1 && format[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S')
                        return false;
                    at += close;
                    break;
                case ';':
                    return found;
                case 'G' or 'g' when format[at..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    found = true;
                    break;
            }
        }
        return found;
    }
}

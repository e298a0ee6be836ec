namespace Hotspot.Privacy.Masks;

/// <summary>The number of a door, a floor, an entrance: digits, or Chinese numerals, with one letter before or behind: 501, 五零一, B12, 14A.</summary>
/// <param name="Length">Characters, the letter with them; 0: there is none.</param>
/// <param name="Digits">Of them digits, no Chinese numerals.</param>
internal readonly record struct Numeral(int Length, int Digits, bool IsLettered)
{
    /// <summary>After a bare number these make it a count or another kind of number, not a door.</summary>
    private const string Counters = "元人户年个平块辆万多余名件天次米号路度楼百千月日时分岁斤吨公起家台只条处亩㎡";

    /// <summary>After 家 these speak of one home.</summary>
    private const string OfHomes = "中里的被漏次主厨阳空又总";

    public static bool Is(char c) => Digit.Is(c) || Digit.IsChinese(c);

    public static Numeral At(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        var digits = 0;
        var lettered = at + 1 < text.Length && char.IsAsciiLetter(text[at]) && (Is(text[at + 1]) || text[(at + 1)..].StartsWith("单元"));
        if (lettered)
            end++;
        // 1812一整排: digits are not carried on by Chinese numerals.
        var isDigits = end < text.Length && Digit.Is(text[end]);
        for (; end < text.Length && (isDigits ? Digit.Is(text[end]) || IsZero(text, end) : Digit.IsChinese(text[end])); end++)
            digits += isDigits ? 1 : 0;
        if (
            !lettered
            && end > at
            && end < text.Length
            && char.IsAsciiLetter(text[end])
            && !(end + 1 < text.Length && Digit.IsWord(text[end + 1]))
        )
            (lettered, end) = (true, end + 1);
        return new Numeral(end - at, digits, lettered);
    }

    /// <summary>A letter typed for the digit: 3o2, 11O3.</summary>
    private static bool IsZero(ReadOnlySpan<char> text, int at) =>
        text[at] is 'o' or 'O' && at > 0 && Digit.Is(text[at - 1]) && at + 1 < text.Length && Digit.Is(text[at + 1]);

    /// <summary>18号楼2403天天扔: every day, not so many days; 楼上401家中, 1906家次卧: the home of a door, not so many of them.</summary>
    public static bool IsCounter(ReadOnlySpan<char> text, int at) =>
        at < text.Length
        && Counters.Contains(text[at])
        && !text[at..].StartsWith("天天")
        && !(text[at] == '家' && at + 1 < text.Length && OfHomes.Contains(text[at + 1]));

    /// <summary>The last two digits count the doors of a floor.</summary>
    public static bool IsDoor(ReadOnlySpan<char> digits) => Digit.Of(digits[^2]) * 10 + Digit.Of(digits[^1]) is >= 1 and <= 20;

    /// <summary>两室一厅, 3室2厅: a layout.</summary>
    public static bool IsLayout(ReadOnlySpan<char> text, int room) =>
        room + 2 < text.Length && Is(text[room + 1]) && text[room + 2] is '厅' or '卫';
}

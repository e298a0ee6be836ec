using System.Globalization;

namespace Hotspot.Geo;

/// <summary>
/// One way to write numbers in place names. House numbers are Arabic (十二号院, 12号院 → 12号), parts of an estate and the like Chinese (3区 → 三区,
/// 2期 → 二期), a letter of the cycle stands before its number (12号甲, 12甲号 → 甲12号). Numbers that are part of a name stay: 三里屯, 十里堡.
/// </summary>
internal static class PlaceNumerals
{
    public const string Chinese = "零一二三四五六七八九十百〇";
    private const string Cycle = "甲乙丙丁";
    private const string CountedInChinese = "区期条环巷里街村队园段";

    public static void Settle(ref PlaceDraft draft)
    {
        for (var at = 0; at < draft.Length; at++)
        {
            if (draft.Text[at] == '号')
                at = SettleHouse(ref draft, at);
        }
        for (var at = 1; at < draft.Length; at++)
        {
            if (char.IsAsciiDigit(draft.Text[at - 1]) && CountedInChinese.Contains(draft.Text[at]))
                at = SettlePart(ref draft, at);
        }
    }

    /// <returns>Where 号 stands now.</returns>
    private static int SettleHouse(ref PlaceDraft draft, int at)
    {
        var start = at;
        while (start > 0 && Chinese.Contains(draft.Text[start - 1]))
            start--;
        if (start < at)
        {
            if (!IsNumber(draft.Text[start..at]))
                start = at - 1;
            Span<char> digits = stackalloc char[8];
            Value(draft.Text[start..at]).TryFormat(digits, out var written, provider: CultureInfo.InvariantCulture);
            draft.Replace(start, at - start, digits[..written]);
            at = start + written;
        }
        at = CycleFirst(ref draft, at);
        // On a street the number is its compound's alone: 6号院 is 6号. 12号院子 does not occur; 号医院 is not 号院.
        if (at > 0 && char.IsAsciiDigit(draft.Text[at - 1]) && at + 1 < draft.Length && draft.Text[at + 1] == '院')
            draft.Remove(at + 1, 1);
        return at;
    }

    /// <summary>12号甲, 12甲号 → 甲12号. A cycle letter that begins a name (12号甲地村) stays.</summary>
    private static int CycleFirst(ref PlaceDraft draft, int at)
    {
        var text = draft.Text;
        if (at > 1 && Cycle.Contains(text[at - 1]) && char.IsAsciiDigit(text[at - 2]))
        {
            Move(ref draft, at - 1, at - 1);
            return at;
        }
        var isBehind = at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && Cycle.Contains(text[at + 1]);
        if (isBehind && (at + 2 == text.Length || text[at + 2] is '院' or '(' or ',' or '号'))
        {
            Move(ref draft, at + 1, at);
            return at + 1;
        }
        return at;
    }

    /// <summary>Moves the letter before the digits that end at <paramref name="digitsEnd"/>.</summary>
    private static void Move(ref PlaceDraft draft, int letterAt, int digitsEnd)
    {
        var start = digitsEnd;
        while (start > 0 && char.IsAsciiDigit(draft.Text[start - 1]))
            start--;
        ReadOnlySpan<char> letter = [draft.Text[letterAt]];
        draft.Remove(letterAt, 1);
        draft.Replace(start, 0, letter);
    }

    /// <returns>Where the counted word stands now.</returns>
    private static int SettlePart(ref PlaceDraft draft, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(draft.Text[start - 1]))
            start--;
        var isOfName = start > 0 && (char.IsAsciiLetter(draft.Text[start - 1]) || draft.Text[start - 1] is '-' or '.' or '*' or '×' or '#');
        if (at - start > 2 || isOfName)
            return at;
        var value = at - start == 1 ? draft.Text[start] - '0' : (draft.Text[start] - '0') * 10 + draft.Text[start + 1] - '0';
        if (value == 0)
            return at;
        Span<char> written = stackalloc char[3];
        var length = Write(value, written);
        draft.Replace(start, at - start, written[..length]);
        return start + length;
    }

    /// <summary>Values 1–99: 十, 十二, 二十, 二十三.</summary>
    private static int Write(int value, Span<char> target)
    {
        var length = 0;
        if (value >= 20)
            target[length++] = Chinese[value / 10];
        if (value >= 10)
            target[length++] = '十';
        if (value % 10 > 0)
            target[length++] = Chinese[value % 10];
        return length;
    }

    /// <summary>Two digits side by side without 十 or 百 are a name and a number (西四四号), three and more are read out digit by digit (二〇一号).</summary>
    private static bool IsNumber(ReadOnlySpan<char> numeral) => numeral.Length != 2 || numeral.ContainsAny("十百零〇");

    private static int Value(ReadOnlySpan<char> numeral)
    {
        if (!numeral.ContainsAny("十百"))
        {
            var spelled = 0;
            foreach (var c in numeral[^Math.Min(numeral.Length, 5)..])
                spelled = spelled * 10 + DigitOf(c);
            return spelled;
        }
        var (value, digit) = (0, 0);
        foreach (var c in numeral)
        {
            if (c is '十' or '百')
            {
                value += Math.Max(digit, 1) * (c == '十' ? 10 : 100);
                digit = 0;
            }
            else
                digit = DigitOf(c);
        }
        return value + digit;
    }

    private static int DigitOf(char c) => c == '〇' ? 0 : Chinese.IndexOf(c);
}

namespace Hotspot.Privacy.Masks;

/// <summary>
/// Doors that stand by themselves, by the number of a floor and of a door on it: 503不承认，603说不是他家. Where the text tells a door elsewhere any such
/// number is one; else only beside its people or another one.
/// </summary>
internal static class LooseDoors
{
    private const int HighestFloor = 40;

    /// <summary>Behind the number.</summary>
    private static readonly WordIndex People = new([
        .. from of in (string[])["", "的"]
        from who in (string[])["租客", "住户", "业主", "租户", "房主", "邻居", "老邻居", "狗", "人家", "人", "户主"]
        select of + who,
        "户主",
        "次卧",
        "主卧",
        "卧室",
        "客厅",
        "厨房",
        "卫生间",
        "阳台",
        "装修",
        "改建",
        "天天",
        "每天",
        "半夜",
        "那家",
        "那户",
        "那边",
        "家里",
        "家的",
        "家漏",
        "两家",
        "三家",
    ]);

    /// <summary>Before the number.</summary>
    private static readonly WordIndex Dwelling = new("我在", "我住", "住在", "隔壁", "邻居", "对门");
    private static readonly WordIndex Institutions = new(
        "医院",
        "中学",
        "国道",
        "省道",
        "厂",
        "所",
        "大街",
        "专线",
        "工地",
        "车",
        "基地",
        "国",
        "型",
        "队"
    );
    private const string Joins = "、和与及至";

    /// <param name="isTold">The text tells a door by its entrance or its building.</param>
    public static void Hide(ref MaskBuffer buffer, bool isTold)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAny(Digit.All);
            if (step < 0)
                return;
            at += step;
            var end = at;
            while (end < text.Length && Digit.Is(text[end]))
                end++;
            if (
                IsDoor(text, at, end)
                && !buffer.IsHidden(at)
                && (isTold && !IsYear(text[at..end]) || IsDwelling(text, at, end) || IsBracketed(ref buffer, at, end))
            )
            {
                buffer.Hide(Building(text, at), end);
                isTold = true;
            }
            at = end;
        }
    }

    private static bool IsDoor(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start is not (3 or 4))
            return false;
        var number = 0;
        foreach (var digit in text[start..end])
        {
            if (!Digit.Is(digit))
                return false;
            number = number * 10 + Digit.Of(digit);
        }
        return number / 100 is >= 1 and <= HighestFloor
            && Numeral.IsDoor(text[start..end])
            && number is not (110 or 119 or 120)
            && !(
                start > 0
                && (
                    Digit.IsLetter(text[start - 1])
                    || ".:：第约近共达超¥￥+年数".Contains(text[start - 1])
                    || IsHyphen(text[start - 1]) && Building(text, start) == start
                )
            )
            && !(end < text.Length && (Digit.IsLetter(text[end]) || ".:：%/号".Contains(text[end]) || IsHyphen(text[end])))
            && (!Numeral.IsCounter(text, end) || People.LengthAt(text[end..]) > 0)
            && Institutions.LengthAt(text[end..]) == 0;
    }

    private static bool IsDwelling(ReadOnlySpan<char> text, int start, int end) =>
        People.LengthAt(text[end..]) > 0 || Dwelling.LengthBefore(text[..start], 2) > 0 || IsPaired(text, start, end);

    /// <summary>二楼住户（203）, ×××(703): behind who lives there.</summary>
    private static bool IsBracketed(ref MaskBuffer buffer, int start, int end)
    {
        var text = buffer.Text;
        return start > 1
            && end < text.Length
            && text[start - 1] is '（' or '('
            && text[end] is '）' or ')'
            && (text[start - 2] is '户' or '主' or '居' or '家' || buffer.IsHidden(start - 2));
    }

    /// <summary>501、502, 601与602: doors of one floor, one after the other.</summary>
    private static bool IsPaired(ReadOnlySpan<char> text, int start, int end)
    {
        var length = end - start;
        return end + length < text.Length
                && Joins.Contains(text[end])
                && text.Slice(end + 1, length - 2).SequenceEqual(text.Slice(start, length - 2))
                && IsDoor(text, end + 1, end + 1 + length)
            || start > length
                && Joins.Contains(text[start - 1])
                && text.Slice(start - 1 - length, length - 2).SequenceEqual(text.Slice(start, length - 2))
                && IsDoor(text, start - 1 - length, start - 1);
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits[0] == '2' && digits[1] == '0';

    private static bool IsHyphen(char c) => c is '-' or '－';

    /// <summary>2-701: where the number of the entrance begins; <paramref name="start"/> where there is none.</summary>
    private static int Building(ReadOnlySpan<char> text, int start)
    {
        var at = start - 1;
        if (at < 1 || !IsHyphen(text[at]))
            return start;
        var from = at;
        while (from > 0 && Digit.Is(text[from - 1]))
            from--;
        return
            at - from is 1 or 2
            && (from == 0 || !char.IsLetterOrDigit(text[from - 1]) && !IsHyphen(text[from - 1]) || Digit.IsHan(text[from - 1]))
            ? from
            : start;
    }
}

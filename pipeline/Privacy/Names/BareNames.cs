using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>Personal names without a label: at the beginning of a clause before 反映, in a list of names, beside a phone, 老王头.</summary>
internal static class BareNames
{
    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        var before = Sign.None;
        var dotted = text.ContainsAny(ForeignNames.Dots);
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var sign = Signs.Of(text[at]);
            var opening = (before & Sign.Han) == 0;
            before = sign;
            if (!opening || (sign & (Sign.Surname | Sign.OtherName)) == 0)
                continue;
            if ((sign & Sign.OtherName) != 0 && text[at] is not ('老' or '小') && HideForeign(ref buffer, at, dotted))
                continue;
            if ((sign & Sign.Surname) != 0)
                AtOpening(ref buffer, at);
            else if (text[at] == '小')
                Young(ref buffer, at);
            else if (text[at] != '老')
                continue;
            else if (Old(text, at) is > 0 and var end)
                buffer.Hide(at, end);
        }
    }

    /// <summary>阿依古丽·买买提; 扎西次仁 and John Smith before a word of speaking.</summary>
    private static bool HideForeign(ref MaskBuffer buffer, int at, bool dotted)
    {
        var text = buffer.Text;
        var end = dotted ? ForeignNames.Dotted(text, at, any: false) : 0;
        if (end == 0)
        {
            end = ForeignNames.Composed(text, at);
            if (end == 0)
                end = ForeignNames.Spelt(text, at);
            if (end == 0 && !(at > 0 && Digit.IsWord(text[at - 1])))
                end = ForeignNames.Latin(text, at, fewestWords: 2);
            // 扎西次仁 137…: a cell that begins with one, too.
            var begins = at == 0 && end > 0 && Digit.IsMark(text, end) && !Digit.IsLetter(text[at]);
            if (end == 0 || !(begins || NameWords.Speaking.LengthAt(text[end..]) > 0))
                return false;
        }
        buffer.Hide(at, end);
        return true;
    }

    private static void AtOpening(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var surname = Surnames.LengthAt(text[at..]);
        if (surname == 0 || NameShape.IsTitled(text, at + surname))
            return;
        for (var end = at + surname; end <= at + surname + 2; end++)
        {
            if (!IsSexAhead(text, end) || (end > at + surname && NameShape.Of(text[at..end]) == NameLikelihood.None))
                continue;
            buffer.Hide(at, end);
            return;
        }
        for (var length = surname + 1; length <= surname + 2 && at + length <= text.Length; length++)
        {
            if (NameShape.Of(text.Slice(at, length)) < NameLikelihood.Likely)
            {
                if (surname == 2)
                    continue;
                return;
            }
            var end = at + length;
            // 商家说: the judge may know better.
            if (OrdinaryWords.LengthAt(text, at) >= length)
                return;
            if (NameWords.Speaking.LengthAt(text[end..]) == 0 && !(end < text.Length && text[end] == '、' && ListedAt(text, end + 1) > 0))
                continue;
            buffer.Hide(at, end);
            HideChain(ref buffer, end);
            return;
        }
    }

    /// <summary>靳  女  138…; 巩，男，41岁: a form read out.</summary>
    public static bool IsSexAhead(ReadOnlySpan<char> text, int at)
    {
        var next = at;
        while (next < text.Length && next < at + 3 && text[next] is ' ' or '\u3000' or '，' or ',' or '、' or '/')
            next++;
        return next > at && next < text.Length && text[next] is '男' or '女' && Digit.IsMark(text, next + 1);
    }

    /// <summary>老王头; 老李、老赵; 老杜住在胡同口.</summary>
    public static int Old(ReadOnlySpan<char> text, int at)
    {
        if (Surnames.LengthAt(text[(at + 1)..(at + 2)]) == 0 || Surnames.IsWeak(text[at + 1]) || Surnames.IsWord(text[(at + 1)..]))
            return 0;
        var end = at + 2;
        if (end < text.Length && text[end] is '头' or '爷')
            return end + 1;
        // “老王烧烤” between quotation marks is a board.
        var isBoard = at > 0 && text[at - 1] is '“' or '"' or '「' && end < text.Length && text[end] is not ('”' or '"' or '」');
        if (isBoard || NameWords.IsShop(text, end) || NameWords.IsSign(text, at, end + (end < text.Length && text[end] == '家' ? 1 : 0)))
            return 0;
        return end;
    }

    /// <summary>小陆说: at the beginning of a clause and before a word of speaking.</summary>
    private static void Young(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var end = at + 2;
        if (
            end < text.Length
            && Surnames.LengthAt(text[(at + 1)..end]) == 1
            && !Surnames.IsWeak(text[at + 1])
            && !Surnames.IsWord(text[(at + 1)..])
            && (NameWords.Speaking.LengthAt(text[end..]) > 0 || text[end] is '，' or ',' or '、')
        )
            buffer.Hide(at, end);
    }

    /// <summary>The names after 、 or 和 where the one before them was hidden.</summary>
    public static void HideChain(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        while (at + 2 < text.Length && text[at] is '、' or '和' or '与' or '及' or '，')
        {
            var end = ListedAt(text, at + 1);
            if (end == 0)
                return;
            buffer.Hide(at + 1, end);
            at = end;
        }
    }

    /// <returns>End of a likely name that a list goes on with, or 0.</returns>
    private static int ListedAt(ReadOnlySpan<char> text, int at)
    {
        var composed = ForeignNames.Composed(text, at);
        if (composed > 0)
            return composed;
        var surname = Surnames.LengthAt(text[at..]);
        for (var length = surname + 1; surname > 0 && length <= surname + 2 && at + length <= text.Length; length++)
        {
            if (NameShape.Of(text.Slice(at, length)) < NameLikelihood.Likely)
                break;
            if (
                Digit.IsMark(text, at + length)
                || text[at + length] is '等' or '和' or '及' or '三' or '两'
                || NameWords.After.LengthAt(text[(at + length)..]) > 0
                || NameWords.Speaking.LengthAt(text[(at + length)..]) > 0
            )
                return at + length;
        }
        return surname > 0 && NameShape.IsCut(text, at, surname + 1) ? at + surname + 1 : 0;
    }

    /// <summary><c>王建国 13812345678</c>, <c>张三（138…）</c>, <c>138… 李桂芝</c>.</summary>
    /// <param name="start">Where the hidden number begins.</param>
    /// <param name="end">Where it ends.</param>
    public static void HideBeside(ref MaskBuffer buffer, int start, int end)
    {
        var text = buffer.Text;
        var last = start;
        while (last > 0 && (IsGap(text[last - 1]) || text[last - 1] is '+' or '-'))
            last--;
        var first = last;
        while (first > 0 && last - first < 5 && Digit.IsHan(text[first - 1]))
            first--;
        if (
            IsSurnameAlone(text, first, last)
            || (first < last && NameShape.Of(text[first..last]) != NameLikelihood.None && !IsTitled(text, first))
        )
            buffer.Hide(first, last);
        else if (
            last >= 3
            && !NameShape.IsTitled(text, last - 2)
            && NameShape.Of(text[(last - 3)..last]) == NameLikelihood.Likely
            && NameWords.Openers.LengthBefore(text[..(last - 3)], 3) > 0
        )
            buffer.Hide(last - 3, last);
        if (end < text.Length && text[end] is '）' or ')')
            return;
        first = end;
        while (first < text.Length && first < end + 2 && IsGap(text[first]))
            first++;
        last = first;
        while (last < text.Length && last - first < 5 && Digit.IsHan(text[last]))
            last++;
        if (
            last > first
            && last - first < 5
            && (IsSurnameAlone(text, first, last) || (NameShape.Of(text[first..last]) == NameLikelihood.Likely && !IsTitled(text, first)))
        )
            buffer.Hide(first, last);
    }

    private static bool IsTitled(ReadOnlySpan<char> text, int at) => NameShape.IsTitled(text, at + Surnames.LengthAt(text[at..]));

    /// <summary>杨，138… and 138…（王）: a surname between marks.</summary>
    private static bool IsSurnameAlone(ReadOnlySpan<char> text, int first, int last) =>
        last - first == 1 && Surnames.LengthAt(text[first..last]) == 1 && !Surnames.IsFunctionWord(text[first]);

    private static bool IsGap(char c) => c is ' ' or '(' or '（' or ':' or '：' or ',' or '，' or '、' or '\u3000' or '—';
}

namespace Hotspot.Privacy;

/// <summary>Personal names without a label: at the beginning of a clause before 反映, in a list of names, beside a phone, 老王头.</summary>
internal static class BareNames
{
    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        var before = Sign.None;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var sign = Signs.Of(text[at]);
            var opening = (before & Sign.Han) == 0;
            before = sign;
            if (!opening || (sign & Sign.Surname) == 0)
                continue;
            if (text[at] != '老')
                AtOpening(ref buffer, at);
            else if (Old(text, at) is > 0 and var end)
                buffer.Hide(at, end);
        }
    }

    private static void AtOpening(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var surname = Surnames.LengthAt(text[at..]);
        if (NameShape.IsTitled(text, at + surname))
            return;
        for (var length = surname + 1; length <= surname + 2 && at + length <= text.Length; length++)
        {
            if (NameShape.Of(text.Slice(at, length)) < NameLikelihood.Likely)
                return;
            var end = at + length;
            if (NameWords.Speaking.LengthAt(text[end..]) == 0 && !(end < text.Length && text[end] == '、' && ListedAt(text, end + 1) > 0))
                continue;
            buffer.Hide(at, end);
            HideChain(ref buffer, end);
            return;
        }
    }

    /// <summary>老王头; 老李、老赵.</summary>
    private static int Old(ReadOnlySpan<char> text, int at)
    {
        if (Surnames.LengthAt(text[(at + 1)..(at + 2)]) == 0 || Surnames.IsWeak(text[at + 1]) || Surnames.IsWord(text[(at + 1)..]))
            return 0;
        var end = at + 2;
        if (end < text.Length && text[end] is '头' or '爷')
            return end + 1;
        return (end < text.Length && text[end] is '、' or '称' or '说' or '和' or '家') || (at > 0 && text[at - 1] == '、') ? end : 0;
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
        var surname = Surnames.LengthAt(text[at..]);
        for (var length = surname + 1; surname > 0 && length <= surname + 2 && at + length <= text.Length; length++)
        {
            if (NameShape.Of(text.Slice(at, length)) < NameLikelihood.Likely)
                break;
            if (
                NameShape.IsMark(text, at + length)
                || text[at + length] is '等' or '和' or '及' or '三' or '两'
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
        if (first < last && NameShape.Of(text[first..last]) != NameLikelihood.None && !NameShape.IsTitled(text, first + 1))
            buffer.Hide(first, last);
        else if (
            last >= 3
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
        if (last > first && last - first < 5 && NameShape.Of(text[first..last]) == NameLikelihood.Likely)
            buffer.Hide(first, last);
    }

    private static bool IsGap(char c) => c is ' ' or '(' or '（' or ':' or '：' or ',' or '，' or '、' or '\u3000' or '—';
}

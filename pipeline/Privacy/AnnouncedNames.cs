namespace Hotspot.Privacy;

/// <summary>
/// Personal names beside a word that tells them: before 先生 or 经理, after 联系人, 市民 or 我叫. Surnames alone go too (×先生), for beside an
/// address they name a person; the word stays.
/// </summary>
internal static class AnnouncedNames
{
    private const int LongestName = 4;
    private const int LongestForeign = 15;
    private const int LongestShop = 6;

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if ((Signs.Of(text[at]) & Sign.NameWord) == 0)
                continue;
            var rest = text[at..];
            var title = NameWords.Titles.LengthAt(rest);
            if (title > 0 && (title > 1 || IsBareTitle(text, at)) && !IsShop(text, at + title))
                BeforeTitle(ref buffer, at, title);
            if (text[at] == '姓' && !(at > 0 && text[at - 1] == '百'))
                AfterSurnameWord(ref buffer, at + 1);
            var label = NameWords.Labels.LengthAt(rest);
            if (label > 0)
                AfterLabel(ref buffer, at, at + label, formal: NameWords.Formal.LengthAt(rest) == label);
            at += Math.Max(Math.Max(title, label) - 1, 0);
        }
    }

    /// <summary>王某，…; 毕总…: the one-character titles need a mark or a word that follows names.</summary>
    private static bool IsBareTitle(ReadOnlySpan<char> text, int at) =>
        text[at] == '某'
            ? NameShape.IsBound(text, at + 1) || (at > 1 && text[at - 2] == '、')
            : NameShape.IsBound(text, at + 1) && !(at > 1 && Digit.IsHan(text[at - 2]));

    /// <summary>免贵姓王; 姓刘的先生.</summary>
    private static void AfterSurnameWord(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var surname = Surnames.LengthAt(text[at..]);
        if (surname > 0 && (NameShape.IsMark(text, at + surname) || text[at + surname] == '的'))
            buffer.Hide(at, at + surname);
    }

    /// <summary>李先生牛肉面, 张师傅修车铺: the name of a firm, which stays.</summary>
    private static bool IsShop(ReadOnlySpan<char> text, int at)
    {
        for (var end = Math.Min(text.Length, at + LongestShop); at < end && !NameShape.IsBound(text, at); at++)
        {
            if (text[at] is '店' or '铺' or '馆' or '坊' or '面' && NameShape.IsHan(text[at..(at + 1)]))
                return true;
        }
        return false;
    }

    private static void BeforeTitle(ref MaskBuffer buffer, int end, int title)
    {
        var text = buffer.Text;
        for (var length = Math.Min(LongestName, end); length >= 2; length--)
        {
            var start = end - length;
            var likelihood = NameShape.Of(text[start..end]);
            if (
                likelihood == NameLikelihood.None
                || (length > 2 && GivenNames.EndsAsPlace(text[start..end]) && likelihood < NameLikelihood.Likely)
            )
                continue;
            // 和胡主任: a function word before a surname.
            if (length == 2 && Surnames.IsFunctionWord(text[start]) && Surnames.LengthAt(text[(end - 1)..end]) > 0)
                continue;
            var clean = IsOpening(text, start);
            if (!clean && (likelihood < NameLikelihood.Likely || Surnames.IsWeak(text[start]) || Surnames.EndsWord(text, start + 1)))
                continue;
            // 市民王先生: the last character is the surname and a word stands before it.
            if (
                Surnames.LengthAt(text[(end - 1)..end]) > 0
                && (!clean || IsOpening(text, end - 1))
                && !(clean && likelihood == NameLikelihood.Likely && !IsOpening(text, end - 1))
            )
                continue;
            if (title == 1 && likelihood < NameLikelihood.Likely)
                continue;
            buffer.Hide(start, end);
            return;
        }
        if (end >= 2 && Surnames.LengthAt(text[(end - 2)..end]) == 2)
            buffer.Hide(end - 2, end);
        else if (end >= 1 && Surnames.LengthAt(text[(end - 1)..end]) == 1 && IsSurnameAlone(text, end - 1, title))
            buffer.Hide(end - 1 - (end >= 2 && text[end - 2] is '老' or '小' ? 1 : 0), end);
    }

    private static bool IsSurnameAlone(ReadOnlySpan<char> text, int at, int title)
    {
        if (Surnames.IsFunctionWord(text[at]) || Surnames.EndsWord(text, at + 1))
            return false;
        return IsOpening(text, at) || (title > 1 && !Surnames.IsWeak(text[at]));
    }

    /// <summary>A name may begin here: after a mark, or after a word that names follow.</summary>
    private static bool IsOpening(ReadOnlySpan<char> text, int start) =>
        start == 0 || !Digit.IsHan(text[start - 1]) || NameWords.Openers.LengthBefore(text[..start], 4) > 0;

    private static void AfterLabel(ref MaskBuffer buffer, int label, int at, bool formal)
    {
        var text = buffer.Text;
        var colon = false;
        for (int step; (step = NameWords.Between.LengthAt(text[at..])) > 0; at += step)
        {
            colon |= text[at] is ':' or '：';
            formal |= text[at] is '姓';
        }
        if (at >= text.Length || text[at] == MaskBuffer.Mark)
            return;
        var end =
            Foreign(text, at) is > 0 and var foreign && formal ? foreign
            : Diminutive(text, at) is > 0 and var small ? small
            : Name(text, label, at, formal, colon);
        if (end <= at)
            return;
        buffer.Hide(at, end);
        BareNames.HideChain(ref buffer, end);
    }

    private static int Name(ReadOnlySpan<char> text, int label, int at, bool formal, bool colon)
    {
        var surname = Surnames.LengthAt(text[at..]);
        if (surname == 0)
            return colon && formal ? Alone(text, at) : 0;
        if (NameShape.IsTitled(text, at + surname))
            return 0;
        var weak = surname == 1 && Surnames.IsWeak(text[at]) && !colon;
        var longest = Math.Min(surname + 2, text.Length - at);
        for (var length = surname + 1; length <= longest; length++)
        {
            var name = text.Slice(at, length);
            var likelihood = NameShape.Of(name);
            if (likelihood == NameLikelihood.None)
                break;
            var sure = likelihood == NameLikelihood.Likely;
            var end = at + length;
            // 李桥镇 after 居民 is a place; after 联系人： it is taken for a name.
            if (!colon && !sure && GivenNames.EndsAsPlace(name))
                continue;
            var whole = length == longest && sure && length > surname + 1 && !GivenNames.EndsAsPlace(name);
            var bounded = NameShape.IsMark(text, end)
                ? (sure || (!weak && (formal || length > surname + 1 || IsSpoken(text, end))))
                : (sure || (formal && !weak)) && NameShape.IsBound(text, end);
            // 业主扈玉娘投诉: who speaks is a person.
            bounded |= (!weak || length > surname + 1) && !GivenNames.EndsAsPlace(name) && NameWords.Speaking.LengthAt(text[end..]) > 0;
            if ((bounded || whole) && !IsPlaceAhead(text, end, whole && !bounded))
                return end;
        }
        if (colon && formal && longest == surname + 2 && NameShape.Of(text.Slice(at, longest)) != NameLikelihood.None)
            return at + longest;
        return NameShape.IsCut(text, at, surname + 1) ? at + surname + 1 : 0;
    }

    /// <summary>联系人：木槿，: two or three characters alone between marks are a name, whatever the surname.</summary>
    private static int Alone(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestName && Digit.IsHan(text[end]))
            end++;
        return end - at is 2 or 3 && NameShape.IsMark(text, end) && !NameWords.Nobody.IsIn(text[at..end]) && GivenNames.CanBe(text[at..end])
            ? end
            : 0;
    }

    private static bool IsSpoken(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || text[end] is '，' or ',' or '。' or '（' or '(' or '、' or '：' or ':' or ' ';

    /// <summary>居民高家园 …: three likely characters before the end of a place name are a place.</summary>
    private static bool IsPlaceAhead(ReadOnlySpan<char> text, int end, bool unbound) =>
        unbound && end < text.Length && GivenNames.EndsAsPlace(text[end..(end + 1)]);

    /// <summary>小何, 老孟头, 老郭 after a label.</summary>
    private static int Diminutive(ReadOnlySpan<char> text, int at)
    {
        if (
            text[at] is not ('老' or '小' or '阿')
            || at + 1 >= text.Length
            || Surnames.LengthAt(text[(at + 1)..(at + 2)]) == 0
            || Surnames.IsWeak(text[at + 1])
        )
            return 0;
        var end = at + 2;
        if (end < text.Length && text[end] is '头' or '爷' or '太' or '哥' or '姐')
            return end + 1;
        return NameShape.IsBound(text, end) && !Surnames.IsWord(text[(at + 1)..]) ? end : 0;
    }

    /// <summary>阿依古丽·买买提.</summary>
    private static int Foreign(ReadOnlySpan<char> text, int at)
    {
        var (end, dots) = (at, 0);
        while (end < text.Length && end - at < LongestForeign && (Digit.IsHan(text[end]) || text[end] is '·' or '•' or '・'))
            dots += Digit.IsHan(text[end++]) ? 0 : 1;
        return dots > 0 ? end : 0;
    }
}

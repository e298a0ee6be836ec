using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>
/// Personal names beside a word that tells them: before 先生 or 经理, after 联系人, 市民 or 我叫. Surnames alone go too (×先生), for beside an
/// address they name a person; the word stays.
/// </summary>
internal static class AnnouncedNames
{
    private const int LongestName = 4;

    /// <summary>Before 先生 or 女士 these are no surname.</summary>
    private const string NotBeforeTitles = "某该位名一此这那两几各等与为给请由被有男女老小大主本其对个的了我你他她跟同找让但另还因据经";

    /// <summary>Titles that no office has: before them even a surname that is a word is one (解阿姨, 金警官), unless it ends a role (宿管阿姨).</summary>
    private static readonly WordIndex OnlyOfPersons = new(
        "先生 女士 阿姨 大爷 大妈 大叔 大婶 大娘 奶奶 爷爷 警官 大夫 医生 律师 法官 大哥 大姐 师傅 同志 婆婆 妈妈 爸爸".Split(' ')
    );
    private const string EndsRole = "车管卫班习家方";

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if ((Signs.Of(text[at]) & Sign.NameWord) == 0)
                continue;
            var rest = text[at..];
            if (!NameWords.Any.MayBegin(rest) && text[at] is not ('姓' or '人'))
                continue;
            var title = NameWords.Titles.LengthAt(rest);
            if (
                title > 0
                && (title > 1 || (at > 0 && (Signs.Of(text[at - 1]) & Sign.Surname) != 0 && IsBareTitle(text, at)))
                && !NameWords.IsShop(text, at + title)
                && !NameWords.IsSign(text, at - 1, at + title)
            )
                BeforeTitle(ref buffer, at, title);
            if (text[at] == '姓' && !(at > 0 && text[at - 1] == '百') && !ToldSurnames.HideAfter(ref buffer, at + 1))
                ToldSurnames.HideBefore(ref buffer, at);
            var label = NameWords.Labels.LengthAt(rest);
            // 被检查人：, 开户人：: whatever the person is.
            var anyone = label == 0 && text[at] == '人' && at + 1 < text.Length && text[at + 1] is ':' or '：';
            if (anyone)
                label = 2;
            if (label > 0)
                AfterLabel(ref buffer, at, at + label, formal: anyone || NameWords.Formal.LengthAt(rest) == label);
            // 中队 and 队长 share a character.
            var past = label > 0 && text[at + label - 1] == '队' ? label - 1 : label;
            at += Math.Max(Math.Max(title, past) - 1, 0);
        }
    }

    /// <summary>王某，…; 毕总…: the one-character titles need a mark or a word that follows names.</summary>
    private static bool IsBareTitle(ReadOnlySpan<char> text, int at)
    {
        var bound = NameShape.IsBound(text, at + 1);
        if (text[at] == '某')
            return bound || (at > 1 && (text[at - 2] == '、' || IsOpening(text, at - 1)));
        if (!bound || at == 0 || (text[at] == '队' && Surnames.IsWeak(text[at - 1])))
            return false;
        if (
            text[at] is '总' or '工'
            && at > 1
            && Digit.IsHan(text[at - 2])
            && !Digit.IsMark(text, at + 1)
            && NameWords.Speaking.LengthAt(text[(at + 1)..]) == 0
        )
            return false;
        return text[at] == '总'
            ? at == 1 || IsOpening(text, at - 1)
            : IsOpening(text, at - 1) && !Surnames.IsWord(text[(at - 1)..]) && !Surnames.EndsWord(text, at + 1);
    }

    private static void BeforeTitle(ref MaskBuffer buffer, int end, int title)
    {
        var text = buffer.Text;
        // 柳副主任.
        if (end > 1 && text[end - 1] == '副')
            end--;
        var foreign = title > 1 ? Math.Max(ForeignNames.LatinBefore(text, end), ForeignNames.StartBefore(text, end)) : -1;
        if (foreign >= 0 && (Digit.IsLetter(text[foreign]) || IsOpening(text, foreign)))
        {
            buffer.Hide(foreign, end);
            return;
        }
        for (var length = Math.Min(LongestName, end); length >= 2; length--)
        {
            var start = end - length;
            var likelihood = NameShape.Of(text[start..end]);
            // 夏天晨先生: between a mark and 先生 even a word and one more character are a name.
            if (length == 3 && likelihood == NameLikelihood.None && title == 2 && IsWhole(text, start, end))
                likelihood = NameLikelihood.Likely;
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
        else if (end >= 1 && title == 2 && IsAnySurname(text, end - 1))
            buffer.Hide(end - 1, end);
    }

    /// <summary>时女士称: one character between a mark or a label and 先生 or 女士 who speaks is a surname, even a function word or a rare one.</summary>
    private static bool IsAnySurname(ReadOnlySpan<char> text, int at)
    {
        var isTeacher = text[at + 1] == '老' && NameWords.Labels.LengthBefore(text[..at], 4) > 0;
        var rare = Surnames.IsRareBeforeTitle(text[at]) && IsOpening(text, at);
        if (rare && OnlyOfPersons.LengthAt(text[(at + 1)..]) > 0)
            return true;
        if (!(text[at + 1] is '先' or '女' or '小' || isTeacher) || !Digit.IsHan(text[at]) || NotBeforeTitles.Contains(text[at]))
            return false;
        var speaks = NameWords.Speaking.LengthAt(text[(at + 3)..]) > 0;
        var begins = at == 0 || !Digit.IsHan(text[at - 1]) || NameWords.Labels.LengthBefore(text[..at], 4) > 0;
        if (text[at] is '和' or '向' or '应')
            return (at > 0 && text[at - 1] is '和' or '与' or '跟') || (speaks && begins);
        return begins && (speaks || isTeacher || Surnames.IsFunctionWord(text[at]) || Digit.IsMark(text, at + 3));
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !Digit.IsHan(text[start - 1]))
        && text[end] is '先' or '女'
        && Surnames.LengthAt(text[start..]) == 1
        && GivenNames.AreFrequent(text[(start + 1)..end])
        && !GivenNames.EndsAsPlace(text[start..end]);

    private static bool IsSurnameAlone(ReadOnlySpan<char> text, int at, int title)
    {
        if (Surnames.IsFunctionWord(text[at]) || Surnames.EndsWord(text, at + 1))
            return false;
        return IsOpening(text, at)
            || (title > 1 && (!Surnames.IsWeak(text[at]) || (OnlyOfPersons.LengthAt(text[(at + 1)..]) > 0 && !EndsRole.Contains(text[at]))))
            || (
                title == 1
                && (
                    text[at + 1] == '某' && Digit.IsMark(text, at + 2) && NameWords.Any.LengthBefore(text[..(at + 1)], 3) == 0
                    || text[at + 1] is '姐' or '某' or '哥' or '嫂' or '婶' && !Surnames.IsWeak(text[at])
                )
            );
    }

    /// <summary>A name may begin here: after a mark, or after a word that names follow.</summary>
    private static bool IsOpening(ReadOnlySpan<char> text, int start) =>
        start == 0 || !Digit.IsHan(text[start - 1]) || NameWords.Openers.LengthBefore(text[..start], 4) > 0;

    private static void AfterLabel(ref MaskBuffer buffer, int label, int at, bool formal)
    {
        var text = buffer.Text;
        var colon = text[at - 1] is ':' or '：';
        for (int step; (step = NameWords.Between.LengthAt(text[at..])) > 0; at += step)
        {
            colon |= text[at] is ':' or '：';
            formal |= text[at] is '姓';
        }
        if (at >= text.Length || buffer.IsHidden(at))
            return;
        var end =
            IsSomebody(text, at) ? at + 1
            : ForeignNames.Dotted(text, at, any: formal) is > 0 and var dotted ? dotted
            : ForeignNames.Composed(text, at) is > 0 and var composed
            && (composed - at > 3 || ForeignNames.Part(text, at) == composed || NameShape.IsBound(text, composed))
                ? composed
            : ForeignNames.Part(text, at) is > 0 and var part && NameWords.Speaking.LengthAt(text[part..]) > 0 ? part
            : ForeignNames.Latin(text, at, fewestWords: 1) is > 0 and var latin
            && (formal || text[at..latin].Contains(' ') || NameWords.Speaking.LengthAt(text[latin..]) > 0)
                ? latin
            : ForeignNames.Spelt(text, at) is > 0 and var spelt
            && (formal || NameWords.Speaking.LengthAt(text[spelt..]) > 0)
            && NameShape.IsBound(text, spelt)
            && !NameShape.IsTitled(text, spelt - 2)
                ? spelt
            : WithSex(text, at) is > 0 and var sexed ? sexed
            : Diminutive(text, at) is > 0 and var small ? small
            : Name(text, label, at, formal, colon);
        if (end <= at || NameWords.IsSign(text, at, end))
            return;
        buffer.Hide(at, end);
        // Once known, the name is hidden wherever it recurs.
        var name = text[at..end];
        if (
            end - at > 2
            && NameShape.Of(name) != NameLikelihood.None
            && !GivenNames.EndsAsPlace(name)
            && (formal || !Surnames.IsWeak(name[0]))
        )
            buffer.HideAll(name);
        BareNames.HideChain(ref buffer, end);
    }

    private static int Name(ReadOnlySpan<char> text, int label, int at, bool formal, bool colon)
    {
        var surname = Surnames.LengthAt(text[at..]);
        if (surname == 0)
            return colon && formal ? Alone(text, at) : 0;
        if (NameShape.IsTitled(text, at + surname) || (Surnames.IsFunctionWord(text[at]) && NameShape.IsTitled(text, at + 2)))
            return 0;
        // 保洁戴姐: its own rule looks at the title.
        if (NameWords.Titles.LengthAt(text[Math.Min(at + surname, text.Length)..]) == 1 && NameShape.IsBound(text, at + surname + 1))
            return 0;
        if (IsStruckOut(text, at + surname) || (formal && IsSpoken(text, at + surname) && (colon || !Surnames.IsWeak(text[at]))))
            return at + surname;
        var weak = surname == 1 && Surnames.IsWeak(text[at]) && !colon;
        var ordinary = formal ? 0 : OrdinaryWords.LengthAt(text, at);
        // 物业费一年: a word goes on behind the label.
        if (weak && !formal && OrdinaryWords.Across(text, at) > 0)
            return 0;
        var longest = Math.Min(surname + 2, text.Length - at);
        for (var length = surname + 1; length <= longest; length++)
        {
            var name = text.Slice(at, length);
            var likelihood = NameShape.Of(name);
            if (likelihood == NameLikelihood.None && IsWordAndMore(text, at, longest))
                return at + longest;
            if (likelihood == NameLikelihood.None)
                break;
            var sure = likelihood == NameLikelihood.Likely;
            var end = at + length;
            // 李桥镇 after 居民 is a place; after 联系人： it is taken for a name.
            if (!colon && !sure && GivenNames.EndsAsPlace(name))
                continue;
            // 老人滑倒。: the judge may know better; who does something is a person (市民谷雨来电).
            if (
                length == surname + 1
                && ordinary >= length
                && NameWords.After.LengthAt(text[end..]) == 0
                && NameWords.Speaking.LengthAt(text[end..]) == 0
            )
                continue;
            var whole = length == longest && sure && length > surname + 1 && !GivenNames.EndsAsPlace(name);
            var bounded = Digit.IsMark(text, end)
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

    /// <summary>市民林木森来电: a word and one more character who speaks.</summary>
    private static bool IsWordAndMore(ReadOnlySpan<char> text, int at, int length) =>
        length == 3
        && NameWords.Speaking.LengthAt(text[(at + length)..]) > 0
        && GivenNames.AreFrequent(text[(at + 1)..(at + length)])
        && !GivenNames.EndsAsPlace(text[at..(at + length)]);

    /// <summary>本人赛娜，女: whoever is called a man or a woman.</summary>
    private static int WithSex(ReadOnlySpan<char> text, int at)
    {
        for (var end = at + 2; end <= at + LongestName && end < text.Length && Digit.IsHan(text[end - 1]); end++)
        {
            if (BareNames.IsSexAhead(text, end))
                return NameShape.IsHan(text[at..end]) && GivenNames.CanBe(text[at..end]) && !NameShape.IsTitled(text, end - 2) ? end : 0;
        }
        return 0;
    }

    /// <summary>联系人：木槿，: two or three characters alone between marks are a name, whatever the surname.</summary>
    private static int Alone(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestName && Digit.IsHan(text[end]))
            end++;
        return end - at is 2 or 3 && Digit.IsMark(text, end) && !NameWords.Nobody.IsIn(text[at..end]) && GivenNames.CanBe(text[at..end])
            ? end
            : 0;
    }

    /// <summary>租客弥某, 被反映人：和某: one character before 某, whatever it is.</summary>
    private static bool IsSomebody(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length
        && text[at + 1] == '某'
        && Digit.IsHan(text[at])
        && !NotBeforeTitles.Contains(text[at])
        && !"在到于向".Contains(text[at])
        && (NameShape.IsBound(text, at + 2) || text[at + 2] == '某');

    /// <summary>程xx, 沈**, 彭×: who wrote it hid the given name.</summary>
    private static bool IsStruckOut(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is 'x' or 'X' or '*' or '＊' or '×' or '○')
            end++;
        return end - at is 1 or 2 && !(end < text.Length && Digit.IsWord(text[end]));
    }

    private static bool IsSpoken(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || text[end] is '，' or ',' or '。' or '（' or '(' or '、' or '：' or ':' or ' ';

    /// <summary>居民高家园 …: three likely characters before the end of a place name are a place.</summary>
    private static bool IsPlaceAhead(ReadOnlySpan<char> text, int end, bool unbound) =>
        unbound
        && end < text.Length
        && (GivenNames.EndsAsPlace(text[end..(end + 1)]) || (text[end] == '学' && text[end - 1] is '小' or '中' or '大'));

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
        return NameShape.IsBound(text, end) && !Surnames.IsWord(text[(at + 1)..]) ? end
            : text[at] == '老' ? BareNames.Old(text, at)
            : 0;
    }
}

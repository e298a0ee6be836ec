using System.Buffers;

namespace Hotspot.Privacy;

/// <summary>
/// Personal names where the words around show that it is one: before 先生 or 女士, after 联系人 or 我叫, before a phone. The surname stays
/// (王建国先生 becomes 王××先生); a surname alone (王先生) and what is masked already (张某某) stay as they are.
/// </summary>
internal static class NameMask
{
    private static readonly string[] HonorificWords = ["先生", "女士", "小姐", "师傅", "大爷", "大妈", "阿姨"];
    private static readonly string[] LabelWords =
    [
        "联系人",
        "姓名",
        "来电人",
        "反映人",
        "诉求人",
        "投诉人",
        "举报人",
        "当事人",
        "负责人",
        "经办人",
        "本人",
        "我叫",
        "名叫",
        "叫做",
        "我是",
        "法人",
        "代表人",
        "业主",
        "房东",
        "老板",
        "店主",
        "户主",
        "司机",
        "经理",
        "队长",
        "村民",
        "居民",
        "市民",
        "书记",
        "主任",
        "网格员",
    ];
    private static readonly WordIndex Honorifics = new(HonorificWords);
    private static readonly WordIndex Labels = new(LabelWords);
    private static readonly WordIndex Triggers = new([.. HonorificWords, .. LabelWords]);
    private static readonly SearchValues<char> Ones = SearchValues.Create("1１");

    /// <summary>Words that may follow a name directly.</summary>
    private static readonly WordIndex After = new(
        "反映",
        "表示",
        "电话",
        "手机",
        "来电",
        "先生",
        "女士",
        "称",
        "说",
        "投诉",
        "举报",
        "咨询",
        "建议",
        "身份证",
        "联系",
        "微信",
        "住",
        "家住",
        "居住",
        "现",
        "于",
        "在",
        "的",
        "和",
        "与",
        "及",
        "向",
        "等"
    );

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var start = Triggers.Find(text, 0); start >= 0; )
        {
            var honorific = Honorifics.LengthAt(text[start..]);
            if (honorific > 0)
                BeforeHonorific(ref buffer, start);
            var label = Labels.LengthAt(text[start..]);
            if (label > 0)
                AfterLabel(ref buffer, start + label);
            start = Triggers.Find(text, start + Math.Max(honorific, label));
        }
        BeforePhones(ref buffer);
    }

    private static void BeforeHonorific(ref MaskBuffer buffer, int end)
    {
        var text = buffer.Text;
        for (var length = Math.Min(4, end); length >= 2; length--)
        {
            var name = text[(end - length)..end];
            var surname = Surnames.LengthAt(name);
            // 4 characters only with a surname of two, and 2 characters only where the second is not itself the surname (市民王先生).
            if (
                surname == 0
                || (length == 4 && surname == 1)
                || Surnames.IsWeak(name[0])
                || !IsName(name, surname)
                || Surnames.IsWord(name)
            )
                continue;
            if (surname == length || (length == 3 && surname == 1 && IsSurnameAlone(text, end)))
                continue;
            buffer.Hide(end - length + surname, end);
            return;
        }
    }

    /// <summary>市民王先生, 业主李女士: the last character is the surname and a word stands before it.</summary>
    private static bool IsSurnameAlone(ReadOnlySpan<char> text, int end) =>
        end >= 3
        && Surnames.StartsWithOne(text[(end - 1)..end])
        && text[(end - 3)..(end - 1)] is "市民" or "居民" or "村民" or "业主" or "房东" or "老板" or "司机" or "经理";

    private static void AfterLabel(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var announced = false;
        if (text[at..].StartsWith("姓名"))
            at += 2;
        while (at < text.Length && text[at] is ':' or '：' or '是' or '为' or '叫' or ' ' or '\u3000' or '（' or '(')
            announced |= text[at++] is not ' ';
        if (at >= text.Length)
            return;
        var surname = Surnames.LengthAt(text[at..]);
        if (surname == 0 || Surnames.IsWord(text[at..]) || (!announced && Surnames.IsWeak(text[at])))
            return;
        var longest = Math.Min(surname + 2, text.Length - at);
        for (var length = surname + 1; length <= longest; length++)
        {
            if (!IsName(text.Slice(at, length), surname))
                return;
            if (IsBound(text, at + length))
            {
                buffer.Hide(at + surname, at + length);
                return;
            }
        }
        if (announced && longest == surname + 2 && text[at - 1] is ':' or '：')
            buffer.Hide(at + surname, at + longest);
    }

    /// <summary><c>王建国 13812345678</c>, <c>张三（138…）</c>: the phone is already hidden, three digits of it stand.</summary>
    private static void BeforePhones(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 1; at + 3 < text.Length; at++)
        {
            var step = text[at..].IndexOfAny(Ones);
            if (step < 0)
                return;
            at += step;
            if (at + 3 >= text.Length || Digit.Is(text[at - 1]) || !IsHiddenPhone(buffer, at))
                continue;
            var end = at;
            while (end > 0 && text[end - 1] is ' ' or '(' or '（' or ':' or '：' or ',' or '，' or '、' or '\u3000')
                end--;
            var start = end;
            while (start > 0 && end - start < 4 && Digit.IsHan(text[start - 1]))
                start--;
            var bounded = start == 0 || !Digit.IsHan(text[start - 1]);
            var name = text[start..end];
            var surname = Surnames.LengthAt(name);
            if (
                bounded
                && surname > 0
                && name.Length > surname
                && name.Length <= surname + 2
                && IsName(name, surname)
                && !Surnames.IsWord(name)
            )
                buffer.Hide(start + surname, end);
        }
    }

    private static bool IsHiddenPhone(MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var next = at + 3;
        if (!Digit.Is(text[at + 1]) || !Digit.Is(text[at + 2]))
            return false;
        if (next < text.Length && !Digit.Is(text[next]))
            next++;
        return next < text.Length && (buffer.IsHidden(next) || text[next] == MaskBuffer.Mark);
    }

    private static bool IsName(ReadOnlySpan<char> name, int surname)
    {
        for (var i = surname; i < name.Length; i++)
        {
            if (!Digit.IsHan(name[i]) || Surnames.IsNoGivenName(name[i]))
                return false;
        }
        return true;
    }

    private static bool IsBound(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || !Digit.IsHan(text[at]) || After.LengthAt(text[at..]) > 0;
}

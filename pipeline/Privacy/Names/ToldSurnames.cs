using System.Buffers;
using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>Surnames on either side of 姓: 免贵姓王, 孙姓男子, and how they are spelled.</summary>
internal static class ToldSurnames
{
    /// <summary>Characters after a surname in which it is said again to spell it.</summary>
    private const int SpellingReach = 12;

    private static readonly SearchValues<char> Marks = SearchValues.Create("，,。；;、！？!?\n ");

    /// <summary>贵姓, 同姓, 单姓: kinds of surnames.</summary>
    private const string NotBeforeSurnameWord = "同贵复单何大";

    /// <summary>姓名, 姓氏, 姓什么.</summary>
    private const string NoSurname = "名氏什啥谁的各这那都人";

    /// <summary>免贵姓王; 姓刘的先生.</summary>
    public static bool HideAfter(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        // 免贵姓佴，: whatever it is, if no list holds it.
        var any = at < text.Length && Digit.IsHan(text[at]) && !NoSurname.Contains(text[at]);
        // 姓氏翟, 姓氏为翟.
        if (at < text.Length && text[at] == '氏')
            at += at + 1 < text.Length && text[at + 1] is ('为' or '是') ? 2 : 1;
        // 贵姓？甄。
        while (at > 1 && at < text.Length && text[at] is '？' or '?' or '：' or ':' or ' ')
            at++;
        var surname = Surnames.LengthAt(text[at..]);
        var ends = at + Math.Max(surname, 1) is var end && (Digit.IsMark(text, end) || text[end] is '的' or '叫' or '或');
        if (surname == 0 && any && ends)
            surname = 1;
        if (surname == 0 || !(HideSpelling(ref buffer, text.Slice(at, surname), at + surname) || ends))
            return false;
        buffer.Hide(at, at + surname);
        return true;
    }

    /// <summary>免贵姓章立早章, 姓柏柏树的柏: on the telephone a surname is said again with how it is written.</summary>
    private static bool HideSpelling(ref MaskBuffer buffer, scoped ReadOnlySpan<char> surname, int from)
    {
        var text = buffer.Text[from..Math.Min(buffer.Text.Length, from + SpellingReach)];
        var found = false;
        for (var at = text.IndexOf(surname); at >= 0; )
        {
            // 姓占，占卜的占，反映占道: behind a mark only where it is the last of its clause, or where that tells how it is written.
            var clause = text[..at].LastIndexOfAny(Marks) + 1;
            var length = text[at..].IndexOfAny(Marks);
            var ends = text[clause..(length < 0 ? text.Length : at + length)].EndsWith(surname);
            if (clause == 0 || ends)
            {
                buffer.Hide(from + at, from + at + surname.Length);
                found = true;
            }
            var next = text[(at + 1)..].IndexOf(surname);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return found;
    }

    /// <summary>孙姓男子, 曾姓租户.</summary>
    public static void HideBefore(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        if (
            at > 0
            && at + 1 < text.Length
            && (Digit.IsHan(text[at + 1]) || Surnames.LengthAt(text[(at - 1)..at]) > 0)
            && !NotBeforeSurnameWord.Contains(text[at - 1])
            && text[at + 1] is not ('名' or '氏')
        )
        {
            var surname = at > 1 && Surnames.LengthAt(text[(at - 2)..at]) == 2 ? 2 : Surnames.LengthAt(text[(at - 1)..at]);
            buffer.Hide(at - surname, at);
        }
    }
}

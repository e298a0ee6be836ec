namespace Hotspot.Privacy;

/// <summary>E-mail addresses, and WeChat, QQ and similar ids after the word that announces them.</summary>
internal static class ContactMask
{
    private const int ShortestId = 5;
    private const int LongestId = 30;
    private static readonly WordIndex Words = new(
        "微信",
        "薇信",
        "威信",
        "V信",
        "v信",
        "QQ",
        "qq",
        "Qq",
        "ＱＱ",
        "扣扣",
        "weixin",
        "WeChat",
        "wechat",
        "WX",
        "wx",
        "VX",
        "vx",
        "抖音号",
        "快手号"
    );

    public static void Hide(ref MaskBuffer buffer)
    {
        HideMail(ref buffer);
        HideIds(ref buffer);
    }

    private static void HideIds(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var start = Words.Find(text, 0); start >= 0; )
        {
            var end = WordEnd(text, start);
            end = Math.Max(end, HideId(ref buffer, end));
            start = Words.Find(text, end);
        }
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (!Digit.IsLetter(text[start]))
            return start + (text[start..].StartsWith("抖音号") || text[start..].StartsWith("快手号") ? 3 : 2);
        var end = start + 2;
        while (end < text.Length && char.IsAsciiLetter(text[end]) && end - start < 6)
            end++;
        return end;
    }

    /// <returns>Where the id ends, or 0 where none follows. Digits alone need a colon, 号, 是 or 为 in front: <c>微信 2025</c> is no id.</returns>
    private static int HideId(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var announced = false;
        var limit = at + 6;
        while (
            at < text.Length
            && at < limit
            && text[at] is '号' or '码' or '群' or '是' or '为' or ':' or '：' or '=' or ' ' or '(' or '（' or '帐' or '账'
        )
            announced |= text[at++] is not (' ' or '群' or '(' or '（');
        var start = at;
        var letters = false;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-') && at - start < LongestId)
            letters |= char.IsAsciiLetter(text[at++]);
        if (at - start < ShortestId || !(announced || (letters && start > 0 && !char.IsAsciiLetter(text[start - 1]))))
            return 0;
        buffer.Hide(start, at);
        return at;
    }

    private static void HideMail(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = text.IndexOfAny('@', '＠'); at >= 0; )
        {
            int start = at,
                end = at + 1;
            while (start > 0 && IsLocal(text[start - 1]))
                start--;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
                end++;
            var domain = text[(at + 1)..end].TrimEnd('.');
            if (start < at && domain.Contains('.'))
                buffer.Hide(start, at + 1 + domain.Length);
            var next = text[(at + 1)..].IndexOfAny('@', '＠');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}

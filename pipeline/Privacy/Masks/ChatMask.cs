namespace Hotspot.Privacy.Masks;

/// <summary>WeChat and QQ ids after the word that announces them.</summary>
internal static class ChatMask
{
    private const int ShortestId = 5;
    private const int LongestId = 30;
    private const int ShortestPlain = 6;
    private const int MostBetween = 5;

    /// <summary>Between the word and the id; the idle ones do not announce digits alone.</summary>
    private const string Connectors = "号码是为叫:：=帐账" + Idle;
    private const string Idle = " 群(（吧,，也行可都";
    public static readonly string[] Words = (
        "微信 薇信 威信 V信 v信 QQ qq Qq ＱＱ 扣扣 企鹅号 weixin WeChat wechat Wechat WX "
        + "加我 wx Wx VX vx Vx V v Ｖ 薇 微: 微： 钉钉 支付宝 陌陌"
    ).Split(' ');
    private static readonly WordIndex Index = new(Words);

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var start = Index.Find(text, 0); start >= 0; )
        {
            var end = start + Index.LengthAt(text[start..]);
            // Inside an address or a longer code the letters announce nothing.
            if (end - start == 1 && !IsShort(text, start))
            {
                start = Index.Find(text, end);
                continue;
            }
            if (start > 0 && (text[start - 1] is '@' or '＠' || (Digit.IsLetter(text[start]) && Digit.IsWord(text[start - 1]))))
            {
                start = Index.Find(text, end);
                continue;
            }
            // wxid_…: the announcing letters are part of the id.
            end = Math.Max(end, HideId(ref buffer, text[start..].StartsWith("wxid", StringComparison.OrdinalIgnoreCase) ? start : end));
            start = Index.Find(text, end);
        }
    }

    /// <summary>加V, +v, V：, 薇：; else the letter announces nothing.</summary>
    private static bool IsShort(ReadOnlySpan<char> text, int start)
    {
        var next = start + 1 < text.Length ? text[start + 1] : '\0';
        return next is ':' or '：' or '号' || (start > 0 && text[start - 1] is '加' or '+' or '＋' && next != '微');
    }

    /// <returns>Where the id ends, or 0 where none follows. Digits alone need a colon, 号, 是 or 为 in front: <c>微信 2025</c> is no id.</returns>
    private static int HideId(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        // 加我QQ28701.
        at += text[at..].StartsWith("QQ", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        var announced = at > 0 && text[at - 1] is '号';
        var limit = at + 6;
        while (at < text.Length && at < limit && Connectors.Contains(text[at]))
            announced |= !Idle.Contains(text[at++]);
        // 微信他也有pangbo_bj, 微信收款号tong_5188: a few words between, before what is plainly an id.
        var between = at;
        while (between < text.Length && between < at + MostBetween && Digit.IsHan(text[between]))
            between++;
        if (between > at && IsPlainId(text, between))
            at = between;
        var start = at;
        int letters = 0,
            digits = 0;
        while (at < text.Length && (Digit.IsWord(text[at]) || text[at] is '_' or '-') && at - start < LongestId)
        {
            letters += Digit.IsLetter(text[at]) ? 1 : 0;
            digits += Digit.Is(text[at++]) ? 1 : 0;
        }
        // Eight digits that are a day are none: QQ群 20250421.
        if (
            at - start < ShortestId
            || !(announced || (letters > 0 && digits > 0) || letters > 7 || (digits is >= 6 and <= 11 && !IsTime(text[start..at])))
        )
            return 0;
        buffer.Hide(start, at);
        return at;
    }

    /// <summary>Letters with an underscore, or letters first and three digits.</summary>
    private static bool IsPlainId(ReadOnlySpan<char> text, int at)
    {
        var (end, letters, digits, lines) = (at, 0, 0, 0);
        for (; end < text.Length && (Digit.IsWord(text[end]) || text[end] is '_' or '-'); end++)
        {
            letters += Digit.IsLetter(text[end]) ? 1 : 0;
            digits += Digit.Is(text[end]) ? 1 : 0;
            lines += text[end] == '_' ? 1 : 0;
        }
        return end - at is >= ShortestPlain and <= LongestId && Digit.IsLetter(text[at]) && letters >= 2 && (lines > 0 || digits >= 3);
    }

    private static bool IsTime(ReadOnlySpan<char> digits) => digits.Length == 8 && digits[0] is '2' or '1' && digits[1] is '0' or '9';
}

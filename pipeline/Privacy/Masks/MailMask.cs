namespace Hotspot.Privacy.Masks;

/// <summary>E-mail addresses, narrow and full width.</summary>
internal static class MailMask
{
    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = text.IndexOfAny('@', '＠'); at >= 0; )
        {
            int start = at,
                end = at + 1;
            // hao123 @ sina.com
            if (
                start > 1
                && text[start - 1] == ' '
                && end + 1 < text.Length
                && text[end] == ' '
                && char.IsAsciiLetterOrDigit(text[end + 1])
            )
                (start, end) = (start - 1, end + 1);
            while (start > 0 && (Digit.IsWord(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-'))
                start--;
            while (end < text.Length && (Digit.IsWord(text[end]) || text[end] is '-' or '.' or '．'))
                end++;
            if (start < at && Digit.IsWord(text[start]) && text[(at + 1)..end].TrimEnd('.').ContainsAny('.', '．'))
                buffer.Hide(start, end);
            var next = text[(at + 1)..].IndexOfAny('@', '＠');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}

using System.Text;

namespace Hotspot.Ingest;

/// <summary>The form in which headers are compared: narrow, lower case, without blanks, line breaks, underscores, colons, stars and brackets.</summary>
public static class Header
{
    public static string Key(string written) => IsKey(written) ? written : Key(written, keepBracketed: true);

    /// <summary>The same without what stands in brackets: <c>来电时间（必填）</c> is <c>来电时间</c>.</summary>
    public static string KeyWithoutRemark(string written) => Key(written, keepBracketed: false);

    /// <summary>Most headers are written in their compared form already.</summary>
    private static bool IsKey(string written) => !written.AsSpan().ContainsAnyExceptInRange('\u4e00', '\u9fff');

    private static string Key(string written, bool keepBracketed)
    {
        var key = new StringBuilder(written.Length);
        var depth = 0;
        foreach (var c in Wide.Narrow(written))
        {
            if (c is '(' or '[' or '【' or '〔' or '「' or '{')
                depth++;
            else if (c is ')' or ']' or '】' or '〕' or '」' or '}')
                depth = Math.Max(0, depth - 1);
            else if (
                (keepBracketed || depth == 0)
                && !char.IsWhiteSpace(c)
                && !char.IsControl(c)
                && c is not ('_' or ':' or '*' or '"' or '\ufeff')
            )
                key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }
}

using System.Text;
using Hotspot.Privacy;
using Hotspot.Texts;

namespace Hotspot.Ingest;

/// <summary>The form in which headers are compared: narrow, lower case, without blanks, line breaks, underscores, colons, stars and brackets.</summary>
public static class Header
{
    private const int LongestTold = 60;

    /// <summary>A number that stands within what is told ends before this.</summary>
    private const int LongestMasked = 120;

    /// <summary>The header as it is told and kept. People stand in headers too (回访电话 13812345678), and where an export has none, data do.</summary>
    public static string Told(string written) => Excerpt.Of(Masking.Mask(Excerpt.Of(written, LongestMasked)), LongestTold);

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

using System.Buffers;

namespace Hotspot.Privacy.Masks;

/// <summary>ASCII and full-width digits and letters count alike.</summary>
internal static class Digit
{
    /// <summary>All characters that <see cref="Is"/> takes for a digit.</summary>
    public static readonly SearchValues<char> All = SearchValues.Create("0123456789０１２３４５６７８９");

    /// <summary>0–9, or -1.</summary>
    public static int Of(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= '０' and <= '９' => c - '０',
            _ => -1,
        };

    public static bool Is(char c) => Of(c) >= 0;

    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    public static bool IsWord(char c) => Is(c) || IsLetter(c);

    /// <summary>A digit as spoken one by one: 幺三八, 五零一; ASCII digits too. -1 for anything else.</summary>
    public static int Spoken(char c) =>
        c switch
        {
            '零' or '〇' or '○' => 0,
            '一' or '幺' or '壹' => 1,
            '二' or '两' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            _ => Of(c),
        };

    /// <summary>Chinese numerals as spoken in door numbers: 三单元五零一室.</summary>
    public static bool IsChinese(char c) =>
        c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '零' or '〇' or '百' or '两' or '幺';

    /// <summary>2.02504E+13: what is left of a long number when Excel saves a narrow column as text; many numbers are cut to the same.</summary>
    public static bool IsExponent(ReadOnlySpan<char> text)
    {
        var e = text.IndexOfAny('E', 'e');
        return e > 0
            && text[(e + 1)..].TrimStart('+') is { Length: 1 or 2 } power
            && !power.ContainsAnyExceptInRange('0', '9')
            && text[..e] is var digits
            && digits.Count('.') == 1
            && !digits.ContainsAnyExceptInRange('.', '9')
            && !digits.Contains('/');
    }

    /// <summary>No Chinese character goes on here: a mark, a digit, a letter, the end.</summary>
    public static bool IsMark(ReadOnlySpan<char> text, int at) => at >= text.Length || !IsHan(text[at]);

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}

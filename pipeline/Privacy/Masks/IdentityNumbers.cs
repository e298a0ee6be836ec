namespace Hotspot.Privacy.Masks;

/// <summary>
/// Resident identity numbers in a text. A plausible one (province, day of birth) is hidden even where its check digit is wrong, for people
/// mistype; a number of a thing with that look only where the check digit is right; after 身份证 anything of that length.
/// </summary>
internal static class IdentityNumbers
{
    private const int LongForm = 18;
    private const int ShortForm = 15;
    private const int YoungestSure = 2012;
    private static readonly string[] Pupils = ["学籍"];
    private static readonly string[] Words = ["身份证", "证件", "公民身份号码", "身份号", .. Pupils];
    private static readonly string[] Codes = ["信用代码", "税号", "许可", "执照", "注册号"];

    /// <returns>Groups that make one identity number, or 0.</returns>
    public static int Hide(ref MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> groups)
    {
        var text = buffer.Text;
        Span<int> digits = stackalloc int[LongForm];
        var count = 0;
        for (var used = 1; used <= groups.Length; used++)
        {
            var group = groups[used - 1];
            if (count + group.Length > LongForm)
                return 0;
            for (var at = group.Start; at < group.End; at++)
                digits[count++] = Digit.Of(text[at]);
            var end = group.End;
            var x = count == LongForm - 1 && end < text.Length && text[end] is 'X' or 'x' or 'Ｘ' or 'ｘ';
            if (x)
                digits[count] = 10;
            if (!x && count is not (LongForm or ShortForm))
                continue;
            var last = used == groups.Length || count == LongForm || x;
            if (!last || !IsOne(text, groups[..used], digits[..(x ? LongForm : count)]))
                continue;
            // 学籍号G420106…: of a pupil, the letter goes with it.
            var start = groups[0].Start;
            var isPupil = start > 0 && char.IsAsciiLetter(text[start - 1]) && NumberContext.Follows(text, start, Pupils, 10);
            buffer.Hide(isPupil ? start - 1 : start, x ? end + 1 : end);
            return used;
        }
        return 0;
    }

    private static bool IsOne(ReadOnlySpan<char> text, scoped ReadOnlySpan<DigitGroup> groups, scoped ReadOnlySpan<int> digits)
    {
        var start = groups[0].Start;
        if (NumberContext.Follows(text, start, Words, 10))
            return true;
        if (groups.Length > 1 && groups[0].Length != 6)
            return false;
        if (NumberContext.Follows(text, start, Codes, 10) || !IdentityNumber.IsPlausible(digits))
            return false;
        var serial = NumberContext.IsSerial(text, start) || (groups[^1].End < text.Length && text[groups[^1].End] == '号');
        if (digits.Length == ShortForm)
            return !serial;
        return IdentityNumber.IsValid(digits) || (!serial && IdentityNumber.Year(digits) < YoungestSure);
    }
}

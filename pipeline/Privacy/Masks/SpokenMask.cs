using Hotspot.Privacy.Names;

namespace Hotspot.Privacy.Masks;

/// <summary>Phones and identity numbers as spoken, or half spoken: 幺三八 零零零零 一二三四, 138零零零零1234.</summary>
internal static class SpokenMask
{
    private const int MobileDigits = 11;
    private const int LandlineDigits = 8;
    private const int IdentityDigits = 18;

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        Span<int> digits = stackalloc int[IdentityDigits];
        for (var at = 0; at < text.Length; at++)
        {
            if (Digit.Spoken(text[at]) < 0)
                continue;
            var (start, end, count, words) = (at, at, 0, 0);
            for (; at < text.Length; at++)
            {
                var digit = Digit.Spoken(text[at]);
                if (digit >= 0)
                {
                    if (count < digits.Length)
                        digits[count] = digit;
                    count++;
                    words += Digit.Is(text[at]) ? 0 : 1;
                    end = at + 1;
                }
                else if (
                    IsMobile(digits, count)
                    || text[at] is not (' ' or '-' or '，' or ',' or '、')
                    || at + 1 >= text.Length
                    || Digit.Spoken(text[at + 1]) < 0
                )
                    break;
            }
            if (words >= 2 && IsPersonal(text, start, digits[..Math.Min(count, digits.Length)], count))
            {
                buffer.Hide(start, end);
                BareNames.HideBeside(ref buffer, start, end);
            }
        }
    }

    /// <summary>Said whole: what comes behind it is the next number, 13800000000，一三八….</summary>
    private static bool IsMobile(scoped ReadOnlySpan<int> digits, int count) => count == MobileDigits && digits[0] == 1 && digits[1] >= 3;

    private static bool IsPersonal(ReadOnlySpan<char> text, int start, scoped ReadOnlySpan<int> digits, int count) =>
        count switch
        {
            MobileDigits => IsMobile(digits, count) || digits[0] == 0,
            IdentityDigits => IdentityNumber.IsPlausible(digits),
            LandlineDigits => digits[0] is >= 2 and <= 8
                && NumberContext.IsPhone(text, start)
                && !NumberContext.IsOffice(text, start, text.Length),
            _ => false,
        };
}

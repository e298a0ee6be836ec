using System.Buffers;

namespace Hotspot.Privacy;

/// <summary>Number plates of GA 36-2018: 京A·12345, new energy 京AD12345 or 京A12345D, and those that end in 学 警 挂 港 澳.</summary>
internal static class PlateMask
{
    private static readonly SearchValues<char> Provinces = SearchValues.Create(
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
    );

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length - 5; at++)
        {
            var found = text[at..].IndexOfAny(Provinces);
            if (found < 0)
                return;
            at += found;
            if (at + 5 >= text.Length || !Digit.IsLetter(text[at + 1]))
                continue;
            var start = at + 2;
            while (start < text.Length && start < at + 4 && text[start] is '·' or '•' or '・' or '.' or '-' or '－' or ' ' or '—')
                start++;
            var end = start;
            var digits = 0;
            while (end < text.Length && Digit.IsWord(text[end]))
                digits += Digit.Is(text[end++]) ? 1 : 0;
            var special = end < text.Length && text[end] is '学' or '警' or '挂' or '港' or '澳';
            if (digits >= 1 && (end - start is 5 or 6 || (end - start == 4 && special)))
                buffer.Hide(start, end);
        }
    }
}

namespace Hotspot.Geo;

/// <summary>
/// Whether two place names are one slip apart: Damerau–Levenshtein distance 1 (Damerau 1964, adjacent swaps), for names of four characters or
/// more. A character is only mistaken for one that sounds or looks like it (place_words.csv, kind <c>sound</c>): 翠城盛园 and 翠城雅园 are two
/// estates, 怡海花园 and 怡海花圆 one. What tells places apart by itself (a digit or numeral, a direction, a letter, 新 and 旧, the kind of place
/// at the end) is neither left out nor swapped: 一区 is not 二区, 安贞里 not 安贞西里.
/// </summary>
internal static class OneEdit
{
    private const int ShortestName = 4;
    private const string Telling = "零〇一二三四五六七八九十百东西南北中前后左右上下内外甲乙丙丁新旧老大小号区期院楼街路巷村";

    public static bool Apart(ReadOnlySpan<char> a, ReadOnlySpan<char> b, PlaceWords words)
    {
        if (a.Length > b.Length)
            return Apart(b, a, words);
        if (a.Length < ShortestName || b.Length - a.Length > 1)
            return false;
        var start = a.CommonPrefixLength(b);
        if (start == b.Length)
            return false;
        var end = 0;
        while (end < a.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        var restA = a[start..^end];
        var restB = b[start..^end];
        if (restA.Length == 0 && restB.Length == 1)
            return end > 0 && MaySlip(restB[0]);
        if (restA.Length == 1 && restB.Length == 1)
            return words.SoundAlike(restA[0], restB[0]);
        return restA.Length == 2
            && restB.Length == 2
            && end > 0
            && restA[0] == restB[1]
            && restA[1] == restB[0]
            && MaySlip(restA[0])
            && MaySlip(restA[1]);
    }

    private static bool MaySlip(char c) => !char.IsAscii(c) && !Telling.Contains(c);
}

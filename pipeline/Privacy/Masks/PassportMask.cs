namespace Hotspot.Privacy.Masks;

/// <summary>Numbers of passports, travel permits and service cards after the word that names the document.</summary>
internal static class PassportMask
{
    private const int Fewest = 6;
    private const int Most = 20;

    /// <summary>Passports of some countries mix letters and digits (C4VK7Y2L9).</summary>
    private const int MixedLength = 9;
    private const int FewestMixed = 3;
    public static readonly string[] Words = (
        "护照 通行证 回乡证 台胞证 军官证 士兵证 军人证 警官证 港澳证 居留证 居留许可 永久居留身份证 永居证 居住证 驾驶证 驾照 残疾证 残疾人证 学生证 工作证 证件号码 证件号 "
        + "passport Passport PASSPORT"
    ).Split(' ');
    private static readonly WordIndex Index = new(Words);
    private static readonly WordIndex Between = new(
        "号码",
        "编号",
        "证号",
        "号",
        "是",
        "为",
        ":",
        "：",
        " ",
        "（",
        "(",
        "军字第",
        "字第",
        "第"
    );

    /// <summary>75 1284639.</summary>
    private static bool IsGap(ReadOnlySpan<char> text, int at) =>
        text[at] == ' ' && Digit.Is(text[at - 1]) && at + 1 < text.Length && Digit.Is(text[at + 1]);

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var start = Index.Find(text, 0); start >= 0; start = Index.Find(text, start + 2))
        {
            var at = start + Index.LengthAt(text[start..]);
            for (int step; (step = Between.LengthAt(text[at..])) > 0; )
                at += step;
            var end = at;
            var digits = 0;
            for (; end < text.Length && (Digit.IsWord(text[end]) || IsGap(text, end)); end++)
                digits += Digit.Is(text[end]) ? 1 : 0;
            if ((digits >= Fewest && end - at <= Most) || (digits >= FewestMixed && end - at == MixedLength))
                buffer.Hide(at, end);
        }
    }
}

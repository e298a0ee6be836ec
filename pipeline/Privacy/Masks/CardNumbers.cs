namespace Hotspot.Privacy.Masks;

/// <summary>Bank and insurance cards: after a word that tells, in groups of four, or by the prefix of UnionPay (62).</summary>
internal static class CardNumbers
{
    private const int Fewest = 9;
    private const int FewestBare = 16;
    private const int Most = 23;
    private static readonly string[] Words =
        "银行卡 卡号 账号 帐号 账户 帐户 信用卡 储蓄卡 借记卡 打款 汇款 转账 收款 退款 开户 存折 社保卡 医保卡 老年卡 残疾证 证号 银行".Split(
            ' '
        );

    /// <returns>Groups that make one card number, or 0.</returns>
    public static int Hide(ref MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> groups)
    {
        var text = buffer.Text;
        var digits = 0;
        var fours = true;
        for (var used = 1; used <= groups.Length; used++)
        {
            digits += groups[used - 1].Length;
            // 6222 0200 0456 7890 123, and 622262 0200 0456 7890 7.
            var length = groups[used - 1].Length;
            fours &= length == 4 || (used == 1 && length == 6) || (used > 1 && used == groups.Length && length <= 4);
            var more = used < groups.Length;
            if (more || digits is < Fewest or > Most || (used > 1 && !fours))
                continue;
            var start = groups[0].Start;
            var end = groups[used - 1].End;
            var named =
                NumberContext.Follows(text, start, Words, 12)
                && (digits >= 12 || NumberContext.Follows(text, start, ["卡号", "账号", "帐号", "社保卡", "医保卡"], 8));
            var bare =
                digits is >= FewestBare and <= 19
                && (used > 1 ? digits >= 15 && Digit.Of(text[start]) is >= 3 and <= 6 : IsUnionPay(text, start));
            if (NumberContext.IsAmount(text, end) || !(named || (bare && !NumberContext.IsSerial(text, start))))
                continue;
            // Cards of social security end in a letter.
            var lettered = end < text.Length && char.IsAsciiLetter(text[end]) && !(end + 1 < text.Length && Digit.IsWord(text[end + 1]));
            buffer.Hide(start, lettered ? end + 1 : end);
            return used;
        }
        return 0;
    }

    private static bool IsUnionPay(ReadOnlySpan<char> text, int start) => Digit.Of(text[start]) == 6 && Digit.Of(text[start + 1]) == 2;
}

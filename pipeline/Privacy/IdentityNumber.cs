namespace Hotspot.Privacy;

/// <summary>Resident identity numbers: GB 11643-1999 (18 digits, check digit ISO 7064 MOD 11-2) and the 15 digits before it.</summary>
internal static class IdentityNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CheckDigits = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <param name="digits">0–9; 10 stands for X in the last place.</param>
    public static bool IsValid(ReadOnlySpan<int> digits) =>
        digits.Length switch
        {
            15 => IsProvince(digits) && IsDay(1900 + digits[6] * 10 + digits[7], digits[8] * 10 + digits[9], digits[10] * 10 + digits[11]),
            18 => IsProvince(digits)
                && IsDay(
                    digits[6] * 1000 + digits[7] * 100 + digits[8] * 10 + digits[9],
                    digits[10] * 10 + digits[11],
                    digits[12] * 10 + digits[13]
                )
                && CheckDigit(digits) == digits[17],
            _ => false,
        };

    private static int CheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += digits[i] * Weights[i];
        return CheckDigits[sum % 11];
    }

    private static bool IsProvince(ReadOnlySpan<int> digits) => digits[0] * 10 + digits[1] is >= 11 and <= 83;

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}

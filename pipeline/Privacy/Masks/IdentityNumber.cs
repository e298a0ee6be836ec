namespace Hotspot.Privacy.Masks;

/// <summary>Resident identity numbers: GB 11643-1999 (18 digits, check digit ISO 7064 MOD 11-2) and the 15 digits before it.</summary>
internal static class IdentityNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CheckDigits = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>Province, day of birth and, in the long form, the check digit are right.</summary>
    /// <param name="digits">0–9; 10 stands for X in the last place.</param>
    public static bool IsValid(ReadOnlySpan<int> digits) =>
        IsPlausible(digits) && (digits.Length == 15 || CheckDigit(digits) == digits[17]);

    /// <summary>Province and day of birth are possible.</summary>
    public static bool IsPlausible(ReadOnlySpan<int> digits) =>
        digits.Length switch
        {
            15 => IsProvince(digits) && IsDay(Year(digits), digits[8] * 10 + digits[9], digits[10] * 10 + digits[11]),
            18 => IsProvince(digits) && IsDay(Year(digits), digits[10] * 10 + digits[11], digits[12] * 10 + digits[13]),
            _ => false,
        };

    public static int Year(ReadOnlySpan<int> digits) =>
        digits.Length == 15 ? 1900 + digits[6] * 10 + digits[7] : digits[6] * 1000 + digits[7] * 100 + digits[8] * 10 + digits[9];

    private static int CheckDigit(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += digits[i] * Weights[i];
        return CheckDigits[sum % 11];
    }

    /// <summary>The codes of GB/T 2260 that exist, with 81–83 for residents from Hong Kong, Macao and Taiwan.</summary>
    private static bool IsProvince(ReadOnlySpan<int> digits) =>
        (digits[0] * 10 + digits[1])
            is (>= 11 and <= 15)
                or (>= 21 and <= 23)
                or (>= 31 and <= 37)
                or (>= 41 and <= 46)
                or (>= 50 and <= 54)
                or (>= 61 and <= 65)
                or 71
                or (>= 81 and <= 83);

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}

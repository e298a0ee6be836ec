using System.Security.Cryptography;
using Hotspot.Privacy.Masks;
using Hotspot.Privacy.Sealing;

namespace Hotspot.Privacy;

public enum PhoneState
{
    Usable,

    /// <summary>Holds a mask (× * X ＊), is cut to an exponent, or has fewer than seven digits: not one caller but many.</summary>
    Masked,

    /// <summary>保密, 不详 and the like.</summary>
    Withheld,

    /// <summary>No phone but the name of an account (来电人电话/账号): one caller, whom nobody can call.</summary>
    Account,
}

/// <param name="Digits">The normalised number where usable, the account's name in small letters, else empty.</param>
public readonly record struct PhoneReading(PhoneState State, string Digits);

/// <summary>
/// One caller, one key: HMAC-SHA-256 (hex) of the normalised phone. Without the key file nobody can try out all numbers.
/// A masked or withheld phone gives no key: hashing it would invent a caller who complains without end.
/// </summary>
public sealed class CallerKey : IDisposable
{
    private const int FewestDigits = 7;
    private const int MobileDigits = 11;
    private const int MostDigits = 32;
    private const int ShortestAccount = 5;

    // Setting up a keyed hash costs as much as hashing: each thread keeps one.
    private readonly ThreadLocal<IncrementalHash> _hash;

    /// <param name="key">32 bytes of the home's key ring.</param>
    public CallerKey(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyRing.KeyBytes);
        var kept = key.ToArray();
        _hash = new ThreadLocal<IncrementalHash>(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, kept), trackAllValues: true);
    }

    /// <returns>64 lower-case hex digits.</returns>
    public string Of(ReadOnlySpan<char> normalisedDigits)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var i = 0; i < normalisedDigits.Length; i++)
            digits[i] = (byte)normalisedDigits[i];
        var hash = _hash.Value!;
        hash.AppendData(digits[..normalisedDigits.Length]);
        hash.GetHashAndReset(mac);
        return Convert.ToHexStringLower(mac);
    }

    public void Dispose()
    {
        foreach (var hash in _hash.Values)
            hash.Dispose();
        _hash.Dispose();
    }

    /// <summary>
    /// Digits only, narrow, without country code (86) and without a trunk prefix before a mobile. Of several numbers in one cell the first
    /// counts. An extension (转 805, -805 after 11 digits) is dropped.
    /// </summary>
    public static PhoneReading Read(string written)
    {
        if (Digit.IsExponent(written.AsSpan().Trim()))
            return new PhoneReading(PhoneState.Masked, "");
        if (IsAccount(written.AsSpan().Trim()))
            return new PhoneReading(PhoneState.Account, written.Trim().ToLowerInvariant());
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        foreach (var c in written)
        {
            if (c is '×' or '*' or '＊' or 'X' or 'x' or 'Ｘ' or 'ｘ' or '✕' or '✱' or '#' or '某')
                return new PhoneReading(PhoneState.Masked, "");
            var digit = Digit.Of(c);
            if (digit >= 0 && count < MostDigits)
                digits[count++] = (char)('0' + digit);
            else if (count >= FewestDigits && !IsInsidePhone(c))
                break;
        }
        if (count == 0)
            return new PhoneReading(PhoneState.Withheld, "");
        if (IsTime(written, digits[..count]))
            return new PhoneReading(PhoneState.Withheld, "");
        var number = Normalise(digits[..count]);
        // 00000000, 11111111111: a filler, not a phone.
        return number.Length < FewestDigits || !number.ContainsAnyExcept(number[0])
            ? new PhoneReading(PhoneState.Masked, "")
            : new PhoneReading(PhoneState.Usable, number.SequenceEqual(written) ? written : number.ToString());
    }

    /// <summary>2025-04-01 08:00:01, 20250401080001: a slip of the columns, no phone.</summary>
    private static bool IsTime(ReadOnlySpan<char> written, ReadOnlySpan<char> digits) =>
        digits is ['2', '0', _, _, '0' or '1', ..] or ['1', '9', _, _, '0' or '1', ..]
        && (digits.Length == 14 || (written.Contains(':') && written.ContainsAny('-', '/', '年')));

    /// <summary>A letter first, then letters, digits and low lines, with a digit among them; an X may be a mask, and is then none.</summary>
    private static bool IsAccount(ReadOnlySpan<char> text)
    {
        if (text.Length is < ShortestAccount or > MostDigits || !char.IsAsciiLetter(text[0]) || text.ContainsAny('x', 'X'))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }
        return text.ContainsAnyInRange('0', '9');
    }

    private static bool IsInsidePhone(char c) => c is ' ' or '-' or '－' or '—' or '(' or ')' or '（' or '）' or '.' or '\u3000';

    private static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> number)
    {
        if (number.StartsWith("0086"))
            number = number[4..];
        else if (number.StartsWith("86") && (number.Length == MobileDigits + 2 || (number.Length == 12 && number.StartsWith("8610"))))
            number = number[2..];
        if (number.Length == MobileDigits + 1 && number[0] == '0' && number[1] == '1' && number[2] != '0')
            number = number[1..];
        // A Beijing landline with and without its area code is one line.
        if (number.Length == 11 && number.StartsWith("010"))
            number = number[3..];
        else if (number.Length == 10 && number.StartsWith("10"))
            number = number[2..];
        return number.Length > MobileDigits && number[0] == '1' ? number[..MobileDigits] : number;
    }
}

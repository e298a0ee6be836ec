using System.Text;

namespace Hotspot.Outputs.Html;

/// <summary>
/// Numbers as text, small ones short: digits of five bits, the lowest first, each a letter of base64url whose sixth bit says that another
/// follows (the variable-length quantity of source maps, ECMA-426, without a sign). 0–31 take one letter, up to 1,023 two.
/// </summary>
internal sealed class VariableLengths
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int Bits = 5;
    private const int More = 1 << Bits;

    private readonly StringBuilder _text = new();

    /// <param name="number">Not negative.</param>
    public void Add(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number >= More; number >>= Bits)
            _text.Append(Letters[(int)(number & (More - 1)) | More]);
        _text.Append(Letters[(int)number]);
    }

    public override string ToString() => _text.ToString();
}

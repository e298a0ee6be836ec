using System.Globalization;

namespace Hotspot.Samples;

/// <summary>
/// Invented people. Nobody can be meant: phones start with 154, a range never given out; landlines with 010-1, identity numbers with the
/// region 99, plates with Z00.
/// </summary>
internal sealed class Persons(People people)
{
    public string Name(int caller)
    {
        var random = SplitMix.For(0x9E0, (ulong)caller);
        return people.Surnames[random.Below(people.Surnames.Length)] + people.Forms[random.Below(people.Forms.Length)];
    }

    /// <summary>Eleven digits, another for each caller below 100 million (73,856,093 has no factor in common with 10⁸).</summary>
    public static string Phone(int caller) =>
        string.Create(CultureInfo.InvariantCulture, $"154{(caller * 73_856_093L + 12_345_678) % 100_000_000:00000000}");

    public static string MaskedPhone(int caller) => Phone(caller)[..3] + "××××";

    /// <summary>The value behind a slot of the personal sentences.</summary>
    public string Detail(string slot, ref SplitMix random) =>
        slot switch
        {
            "phone" => Phone(50_000_000 + random.Below(10_000_000)),
            "landline" => string.Create(CultureInfo.InvariantCulture, $"010-1{random.Below(10_000_000):0000000}"),
            "name" => people.Surnames[random.Below(people.Surnames.Length)] + people.Given[random.Below(people.Given.Length)],
            "identity" => string.Create(
                CultureInfo.InvariantCulture,
                $"9901{1 + random.Below(9):00}{1950 + random.Below(50)}{1 + random.Below(12):00}{1 + random.Below(28):00}{random.Below(10_000):0000}"
            ),
            "plate" => people.Plate.Replace("{number}", Digits(random.Below(1000), 3), StringComparison.Ordinal),
            "email" => string.Create(CultureInfo.InvariantCulture, $"user{random.Below(100_000)}@example.com"),
            "wechat" => string.Create(CultureInfo.InvariantCulture, $"wxid_demo{random.Below(100_000):00000}"),
            "door" => people
                .Door.Replace("{building}", Digits(1 + random.Below(20), 1), StringComparison.Ordinal)
                .Replace("{unit}", Digits(1 + random.Below(6), 1), StringComparison.Ordinal)
                .Replace("{room}", Digits(100 * (1 + random.Below(18)) + 1 + random.Below(4), 3), StringComparison.Ordinal),
            _ => throw new ArgumentException($"no personal detail '{slot}'", nameof(slot)),
        };

    public string Organisation(ref SplitMix random) => people.Organisations[random.Below(people.Organisations.Length)];

    public string Withheld => people.Withheld;

    private static string Digits(int number, int least) => number.ToString(CultureInfo.InvariantCulture).PadLeft(least, '0');
}

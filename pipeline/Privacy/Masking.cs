using System.Buffers;
using Hotspot.Privacy.Masks;
using Hotspot.Privacy.Names;

namespace Hotspot.Privacy;

/// <summary>
/// Hides what names a person: phones, identity numbers, cards, passports, names, plates, e-mail, accounts, doors within a building. Place
/// names, building numbers, order numbers, dates, prices, service lines, firms and their switchboards stay. Every hidden character becomes
/// ×, so the length stays and masking twice is masking once. One look at each character decides which masks can apply at all.
/// </summary>
public static class Masking
{
    private const int ShortestDoor = 3;
    private static readonly Lazy<NameWeights> Shipped = new(NameWeights.Shipped);
    private static readonly SearchValues<char> PhoneCharacters = SearchValues.Create("0123456789０１２３４５６７８９+-－() （）/、");

    /// <returns>The same instance where nothing had to be hidden.</returns>
    /// <param name="caller">What the row says of its caller elsewhere: hidden wherever it recurs.</param>
    public static string Mask(string text, in KnownCaller caller = default) => Mask(text, caller, Shipped.Value, NameJudge.Level);

    /// <summary>With other weights of names, or with the rules alone (null).</summary>
    internal static string Mask(string text, in KnownCaller caller, NameWeights? weights, double level)
    {
        var signs = Signs.Of(text);
        var buffer = new MaskBuffer(text);
        var digits = signs.All.HasFlag(Sign.Digit);
        // Documents before phones and names last: a name beside a hidden phone is a name.
        if ((signs.All & (Sign.AccountWord | Sign.At)) != 0)
        {
            MailMask.Hide(ref buffer);
            PassportMask.Hide(ref buffer);
            ChatMask.Hide(ref buffer);
            SocialMask.Hide(ref buffer);
        }
        if (digits)
        {
            NumberMask.Hide(ref buffer, caller.Phone);
            PlateMask.Hide(ref buffer);
        }
        if (signs.Pairs.HasFlag(Sign.Numeral))
            SpokenMask.Hide(ref buffer);
        var before = buffer.Hidden;
        if (signs.All.HasFlag(Sign.Door) && (signs.All & (Sign.Digit | Sign.Numeral | Sign.Letter)) != 0)
            DoorMask.Hide(ref buffer);
        if (digits)
            LooseDoors.Hide(ref buffer, isTold: buffer.Hidden - before >= ShortestDoor);
        ForeignNames.HideDotted(ref buffer);
        if (signs.Pairs.HasFlag(Sign.Letter))
            ForeignNames.HideLatin(ref buffer);
        if (weights is not null && (signs.All & (Sign.Surname | Sign.RareSurname | Sign.Given)) != 0)
            NameJudge.Hide(ref buffer, weights, level);
        if (signs.All.HasFlag(Sign.NameWord))
            AnnouncedNames.Hide(ref buffer);
        if ((signs.Openings & (Sign.Surname | Sign.OtherName)) != 0)
            BareNames.Hide(ref buffer);
        if (caller.Name is { } name)
            buffer.HideAll(name);
        return buffer.ToString();
    }

    /// <summary>The cell is a name or a phone and nothing else.</summary>
    public static bool IsPersonal(string cell) =>
        KnownCaller.NameIn(cell) is not null
        || (
            !cell.AsSpan().ContainsAnyExcept(PhoneCharacters) && CallerKey.Read(cell) is { State: PhoneState.Usable, Digits.Length: <= 12 }
        );

    /// <summary>For cells that are personal as a whole, a name or a phone.</summary>
    public static string HideAll(string text)
    {
        var buffer = new MaskBuffer(text);
        buffer.Hide(0, text.Length);
        return buffer.ToString();
    }
}

namespace Hotspot.Privacy.Masks;

/// <summary>Identity numbers, cards and phones among runs of digits; everything else that consists of digits stays.</summary>
internal static class NumberMask
{
    /// <param name="callerPhone">Normalised digits of the row's caller, hidden in whatever writing.</param>
    public static void Hide(ref MaskBuffer buffer, string? callerPhone)
    {
        var text = buffer.Text;
        Span<DigitGroup> groups = stackalloc DigitGroup[DigitGroup.Most];
        for (var at = 0; at < text.Length; )
        {
            var step = text[at..].IndexOfAny(Digit.All);
            if (step < 0)
                return;
            at += step;
            var found = groups[..DigitGroup.Gather(text, at, groups)];
            var used = Judge(ref buffer, found, callerPhone);
            at = found[used - 1].End;
        }
    }

    /// <returns>Groups dealt with, at least 1.</returns>
    private static int Judge(ref MaskBuffer buffer, scoped ReadOnlySpan<DigitGroup> groups, string? callerPhone)
    {
        if (groups.Length == 1 && groups[0].Length < PhoneNumbers.FewestDigits)
        {
            if (PhoneNumbers.HideSlip(ref buffer, groups) == 0)
                PhoneNumbers.NameBesideMasked(ref buffer, groups[0]);
            return 1;
        }
        var used = IdentityNumbers.Hide(ref buffer, groups);
        if (used == 0)
            used = CardNumbers.Hide(ref buffer, groups);
        if (used == 0)
            used = PhoneNumbers.Hide(ref buffer, groups, callerPhone);
        return Math.Max(used, 1);
    }
}

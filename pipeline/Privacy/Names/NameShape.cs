using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>Whether characters look like a personal name, and how sure that is.</summary>
internal enum NameLikelihood
{
    None,

    /// <summary>Surname and characters that a name can hold.</summary>
    Possible,

    /// <summary>Surname and frequent characters of given names.</summary>
    Likely,
}

internal static class NameShape
{
    /// <param name="name">Surname and given name.</param>
    public static NameLikelihood Of(ReadOnlySpan<char> name)
    {
        var surname = Surnames.LengthAt(name);
        if (
            surname == 0
            || name.Length <= surname
            || name.Length > surname + 2
            || !IsHan(name)
            || Surnames.IsWord(name)
            || Surnames.IsPhrase(name)
        )
            return NameLikelihood.None;
        var given = name[surname..];
        if (!GivenNames.CanBe(given) || (given.Length == 2 && NameWords.Titles.LengthAt(given) == 2))
            return NameLikelihood.None;
        return
            GivenNames.AreFrequent(given)
            && (surname == 2 || !Surnames.IsWeak(name[0]) || given.Length == 2 || !GivenNames.EndsAsPlace(name))
            ? NameLikelihood.Likely
            : NameLikelihood.Possible;
    }

    /// <summary>Likely, a usual surname, and followed by what no name goes on with.</summary>
    public static bool IsCut(ReadOnlySpan<char> text, int at, int length)
    {
        var end = at + length;
        return end < text.Length
            && !Surnames.IsWeak(text[at])
            && Of(text.Slice(at, length)) == NameLikelihood.Likely
            && !GivenNames.EndsAsPlace(text[at..end])
            && !GivenNames.EndsAsPlace(text[end..(end + 1)])
            && !GivenNames.AreFrequent(text[end..(end + 1)]);
    }

    /// <summary>王先生: the title begins where a given name would.</summary>
    public static bool IsTitled(ReadOnlySpan<char> text, int at) => at < text.Length && NameWords.Titles.LengthAt(text[at..]) > 1;

    public static bool IsHan(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!Digit.IsHan(c))
                return false;
        }
        return true;
    }

    /// <summary>The text goes on with a mark, an end, or a word that follows names.</summary>
    public static bool IsBound(ReadOnlySpan<char> text, int at) => Digit.IsMark(text, at) || NameWords.After.LengthAt(text[at..]) > 0;
}

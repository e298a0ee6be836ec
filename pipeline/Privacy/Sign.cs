using Hotspot.Privacy.Masks;
using Hotspot.Privacy.Names;

namespace Hotspot.Privacy;

/// <summary>What a character can mean to a mask. One look at the table tells which masks can apply to a text at all.</summary>
[Flags]
internal enum Sign : ushort
{
    None = 0,
    Digit = 1,
    Letter = 2,

    /// <summary>Numerals as spoken digit by digit or in door numbers.</summary>
    Numeral = 4,

    /// <summary>First characters of the words that doors stand beside.</summary>
    Door = 8,

    /// <summary>Short name of a province, as on number plates.</summary>
    Province = 16,

    /// <summary>First character of a word that announces or follows a name.</summary>
    NameWord = 32,
    At = 64,
    Surname = 128,
    Han = 256,

    /// <summary>First character of a word that announces an account, a passport or the like.</summary>
    AccountWord = 512,

    /// <summary>First character of a name that is no Chinese surname with a given name, or of 老王头 and 小何.</summary>
    OtherName = 1024,

    /// <summary>A rare surname that is an everyday character: only the judge of names weighs it.</summary>
    RareSurname = 2048,

    /// <summary>A character of which given names are made.</summary>
    Given = 4096,
}

/// <summary>The signs of all characters, and the sum of those of a text.</summary>
internal static class Signs
{
    private static readonly Sign[] Table = Make();

    public static Sign Of(char c) => Table[c];

    /// <param name="All">Signs of any character.</param>
    /// <param name="Pairs">Signs that two neighbours share.</param>
    /// <param name="Openings">Signs of characters that do not follow a Han character.</param>
    public readonly record struct Sum(Sign All, Sign Pairs, Sign Openings);

    public static Sum Of(ReadOnlySpan<char> text)
    {
        var table = Table;
        int all = 0,
            pairs = 0,
            openings = 0,
            before = 0;
        foreach (var c in text)
        {
            int sign = (int)table[c];
            all |= sign;
            pairs |= sign & before;
            // 0 after Han, else all ones.
            openings |= sign & (((before & (int)Sign.Han) >> 8) - 1);
            before = sign;
        }
        return new Sum((Sign)all, (Sign)pairs, (Sign)openings);
    }

    private static Sign[] Make()
    {
        var table = new Sign[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            var letter = (char)c;
            table[c] =
                (Digit.Is(letter) ? Sign.Digit : 0)
                | (Digit.IsLetter(letter) ? Sign.Letter : 0)
                | (Digit.IsChinese(letter) ? Sign.Numeral : 0)
                | (Digit.IsHan(letter) ? Sign.Han : 0)
                | (Surnames.LengthAt([letter]) > 0 ? Sign.Surname : 0)
                | (GivenNames.AreFrequent([letter]) ? Sign.Given : 0);
        }
        Add(DoorMask.Signs, Sign.Door);
        Add(PlateMask.Provinces, Sign.Province);
        Add("@＠", Sign.At);
        Add("姓人", Sign.NameWord);
        Add(Surnames.Everyday, Sign.RareSurname);
        Add("老小", Sign.OtherName);
        Add(ForeignNames.FirstSigns, Sign.OtherName);
        for (var c = 'A'; c <= 'Z'; c++)
            table[c] |= Sign.OtherName;
        foreach (var word in NameWords.All)
            table[word[0]] |= Sign.NameWord;
        foreach (var word in (string[])[.. ChatMask.Words, .. SocialMask.Words, .. PassportMask.Words])
            table[word[0]] |= Sign.AccountWord;
        foreach (var surname in Surnames.Compound)
            table[surname[0]] |= Sign.Surname;
        return table;

        void Add(string characters, Sign sign)
        {
            foreach (var c in characters)
                table[c] |= sign;
        }
    }
}

using Hotspot.Privacy.Masks;

namespace Hotspot.Privacy.Names;

/// <summary>Where a name could stand, and what speaks for it: the characters within, on both sides and the words that announce or follow names.</summary>
internal static class NameCandidates
{
    /// <summary>Signs of a candidate at most, of either kind.</summary>
    public const int MostSigns = 32;

    private const int Bits = 19;

    /// <summary>Signs are numbered by a hash: so many numbers, one byte of weight each.</summary>
    public const int Buckets = 1 << Bits;
    private const int LongestGiven = 2;

    /// <summary>老聂, 小秦: before a surname they make a name of it.</summary>
    public const string Diminutives = "老小阿大";

    /// <summary>成家, 向家里, 全家, 安家: no families.</summary>
    private const string NoFamily = "成向于和全安万连回居商";

    /// <summary>Behind a surname and 家 these make a place of a family: 张家湾, 刘家胡同.</summary>
    private const string FamilyPlaces = "湾庄村河园沟胡台店营坟井桥堡铺坡峪务楼坊岭窑口场屯洼洞山巷寨嘴垡渠花";

    /// <summary>
    /// Surname with a given name of one or two characters; a surname alone before a title or 家, after 姓 老 小 阿 大, or between marks; a given name
    /// alone behind a role or relative, or before a title.
    /// </summary>
    /// <param name="view">Text with × for what has been hidden.</param>
    /// <param name="ends">At least three places.</param>
    /// <param name="opening">Of all of them; empty where there is none.</param>
    /// <returns>Number of ends of candidates that begin at <paramref name="at"/>.</returns>
    public static int At(ReadOnlySpan<char> view, int at, Span<int> ends, out Opening opening)
    {
        opening = default;
        var surname = Surname(view, at);
        var count = 0;
        if (surname == 0)
        {
            count = GivenAlone(view, at, ends);
            if (count > 0)
                opening = new Opening(view, at, 0);
            return count;
        }
        var end = at + surname;
        var title = end < view.Length ? NameWords.Titles.LengthAt(view[end..]) : 0;
        // 程女士 is no name of three characters.
        for (var given = 1; title < 2 && given <= LongestGiven && end + given <= view.Length; given++)
        {
            var last = view.Slice(end + given - 1, 1);
            if (!Digit.IsHan(last[0]) || !GivenNames.CanBe(last))
                break;
            ends[count++] = end + given;
        }
        var before = at > 0 ? view[at - 1] : ' ';
        if (
            before == '姓'
            || Diminutives.Contains(before)
            || ((surname > 1 || !Digit.IsHan(before)) && Digit.IsMark(view, end))
            || title > 0
            || IsFamily(view, end)
        )
            ends[count++] = end;
        if (count > 0)
            opening = new Opening(view, at, surname);
        return count;
    }

    /// <summary>隔壁曲家, 裴家的孩子.</summary>
    private static bool IsFamily(ReadOnlySpan<char> view, int end) =>
        end < view.Length
        && view[end] == '家'
        && !NoFamily.Contains(view[end - 1])
        && !(end + 1 < view.Length && FamilyPlaces.Contains(view[end + 1]));

    /// <summary>护工巧云, 闺女雨桐, 小鹏, 海燕妹子; behind a role also one character before two of given names, a surname that no list holds: 民警厚德海.</summary>
    private static int GivenAlone(ReadOnlySpan<char> view, int at, Span<int> ends)
    {
        var diminutive = at > 0 && Diminutives.Contains(view[at - 1]);
        var count = 0;
        for (var end = at + 1; end <= at + LongestGiven && end <= view.Length; end++)
        {
            if ((Signs.Of(view[end - 1]) & Sign.Given) == 0)
                break;
            if (
                diminutive
                || (end < view.Length && NameWords.Any.LengthAt(view[end..]) > 0)
                || (end - at == LongestGiven && NameWords.Labels.LengthBefore(view[..at], 4) > 0)
            )
                ends[count++] = end;
        }
        if (count == 0 && IsGivenBehind(view, at) && Digit.IsHan(view[at]) && NameWords.Labels.LengthBefore(view[..at], 4) > 0)
            ends[count++] = at + 1 + LongestGiven;
        return count;
    }

    /// <summary>Two characters of given names follow.</summary>
    public static bool IsGivenBehind(ReadOnlySpan<char> view, int at) =>
        at + LongestGiven < view.Length && (Signs.Of(view[at + 1]) & Signs.Of(view[at + 2]) & Sign.Given) != 0;

    /// <summary>Where candidates begin: how long the surname is and what stands before it.</summary>
    public readonly ref struct Opening(ReadOnlySpan<char> view, int start, int surname)
    {
        public readonly int Start = start,
            Surname = surname,
            C1 = Letter(view, start - 1),
            C2 = Letter(view, start - 2),
            C3 = Letter(view, start - 3),
            Kind = NameCandidates.Kind(view, start - 1);

        /// <summary>The surname as one number, 0 without one.</summary>
        public readonly int Full =
            surname == 2 ? (view[start] << 16) | view[start + 1]
            : surname == 1 ? view[start]
            : 0;
    }

    /// <summary>The signs of the name itself and its neighbours: half of all candidates are refused by these.</summary>
    /// <returns>How many of <paramref name="signs"/> are set.</returns>
    public static int Look(ReadOnlySpan<char> view, in Opening before, int end, Span<int> signs)
    {
        var full = before.Full;
        var given = view[(before.Start + before.Surname)..end];
        var length = Length(before, end);
        var r1 = Letter(view[end..], 0);

        var to = new Writer(signs, 0);
        to.Add(length);
        to.Add(full);
        to.Add(full, length);
        if (!given.IsEmpty)
        {
            var (first, last) = (given[0], given[^1]);
            to.Add(length, first);
            to.Add(full, first);
            to.Add(last, given.Length == 2 ? first : 0);
            to.Add(length, first == last ? given.Length : 0);
            to.Add(last);
        }
        else
            to.Skip(5);
        to.Add(before.C1);
        to.Add(r1);
        to.Add(length, before.C1);
        to.Add(length, r1);
        return to.Count;
    }

    /// <summary>The other signs that the characters around give: most candidates are refused before words are looked up.</summary>
    /// <returns>How many of <paramref name="signs"/> are set.</returns>
    public static int First(ReadOnlySpan<char> view, in Opening before, int end, Span<int> signs)
    {
        var length = Length(before, end);
        var right = view[end..];
        int r1 = Letter(right, 0),
            r2 = Letter(right, 1),
            r3 = Letter(right, 2);
        var after = Kind(right, 0);

        var to = new Writer(signs, 50);
        to.Add(before.C1, before.C2);
        to.Add(before.C1, before.C2, before.C3);
        to.Add(r1, r2);
        to.Add(r1, r2, r3);
        to.Add(length, before.Kind);
        to.Add(length, after);
        to.Add(length, before.Kind, after);
        to.Add(before.C1, r1);
        to.Add(length, before.C1, after);
        to.Add(length, r1, before.Kind);
        to.Add((before.C1 << 16) | before.C2, after, length);
        to.Add((r1 << 16) | r2, before.Kind, length);
        return to.Count;
    }

    /// <summary>The signs that words give: what announces names, what follows them, what only looks like one.</summary>
    /// <returns>How many of <paramref name="signs"/> are set.</returns>
    public static int Rest(ReadOnlySpan<char> view, in Opening before, int end, Span<int> signs)
    {
        var (start, surname, full) = (before.Start, before.Surname, before.Full);
        var name = view[start..end];
        var given = name[surname..];
        var left = view[..start];
        var right = view[end..];
        var length = Length(before, end);
        var after = Kind(right, 0);
        var frequent = !given.IsEmpty && GivenNames.AreFrequent(given) ? 1 : 0;
        var weak =
            surname != 1 || !Surnames.IsWeak(name[0]) ? 0
            : Surnames.IsFunctionWord(name[0]) ? 2
            : 1;
        var word = Surnames.IsWord(view[start..]) ? 1 : 0;
        // What kind of name it is; much else is told together with it.
        var kind = ((length * 2 + frequent) * 3 + weak) * 2 + word;
        var title = NameWords.Titles.LengthAt(right);
        var endsWord = Surnames.EndsWord(view, start + surname) ? 1 : 0;
        var label = Label(left, withOpeners: true);
        var announcing = left.TrimEnd("：: \u3000(（是为叫");
        var announced = announcing.Length == left.Length ? label : Label(announcing, withOpeners: false);
        var follows =
            right.IsEmpty ? 3
            : NameWords.Described.LengthAt(right) > 0 ? 4
            : NameWords.Speaking.LengthAt(right) > 0 ? 2
            : NameWords.After.LengthAt(right) > 0 ? 1
            : 0;

        var to = new Writer(signs, 100);
        to.Add(kind, endsWord);
        if (!given.IsEmpty)
        {
            to.Add(length, frequent);
            to.Add(
                length,
                (GivenNames.EndsAsPlace(name) ? 1 : 0)
                    + (!right.IsEmpty && GivenNames.EndsAsPlace(right[..1]) ? 2 : 0)
                    + (!right.IsEmpty && Digit.IsHan(right[0]) && GivenNames.AreFrequent(right[..1]) ? 4 : 0),
                frequent
            );
            to.Add(view.Count(name) > 1 ? 1 : 0, kind);
            // 周[先前], 路[露天].
            to.Add(length, weak, given.Length == 2 && OrdinaryWords.LengthAt(view, start + surname) >= 2 ? 1 : 0);
        }
        else
            to.Skip(4);
        to.Add(kind, before.Kind, after);
        to.Add(length, label);
        to.Add(length, announced, before.Kind);
        to.Add(length, follows);
        to.Add(length, (label * 5 + follows) * 2 + frequent);
        to.Add(kind, announced * 5 + follows, before.Kind);
        to.Add(length, title);
        to.Add(title, (kind * 4 + label) * 2 + endsWord);
        if (title > 0)
        {
            to.Add(length, title > 1 ? (right[0] << 16) | right[1] : right[0]);
            to.Add(title, full, length);
            to.Add(title, before.C1, length);
        }
        else
            to.Skip(3);
        var ordinary = OrdinaryWords.LengthAt(view, start);
        // 1 shorter than the candidate, 2 the candidate, 3 longer.
        var begins =
            ordinary == 0 ? 0
            : ordinary < name.Length ? 1
            : ordinary == name.Length ? 2
            : 3;
        var across = Math.Min(2, OrdinaryWords.Across(view, start));
        var words = begins * 3 + across;
        to.Add(words, length);
        to.Add(words, length * 2 + frequent, label);
        to.Add(words, before.Kind, after);
        to.Add(words, follows, length);
        to.Add(OrdinaryWords.Across(view, end), length, words);
        to.Add(follows, kind);
        to.Add(kind, start == 0 && right.IsEmpty ? 1 : 0);
        to.Add(length, Hidden(right[..Math.Min(8, right.Length)]));
        to.Add(length, Hidden(left[Math.Max(0, left.Length - 6)..]));
        to.Add(length, before.Kind == List ? Run(left[..^1], fromEnd: true) : -1, after);
        to.Add(length, after == List ? Run(right[1..], fromEnd: false) : -1, before.Kind);
        return to.Count;
    }

    /// <summary>Characters of the given name; 4 and 5 stand for one and two without a surname, 6 for three with a surname that no list holds.</summary>
    private static int Length(in Opening before, int end) => end - before.Start - before.Surname + (before.Surname == 0 ? 3 : 0);

    private static int Surname(ReadOnlySpan<char> view, int at)
    {
        var sign = Privacy.Signs.Of(view[at]);
        // × 单元 ×××: no person between two doors.
        return view[at..].StartsWith("单元") ? 0
            : (sign & Sign.Surname) != 0 && Surnames.LengthAt(view[at..]) is > 0 and var length ? length
            : (sign & Sign.RareSurname) != 0 ? 1
            : 0;
    }

    /// <summary>0 none, 1 a word after which names stand inside a sentence, 2 a role or relative, 3 a word that announces a name.</summary>
    private static int Label(ReadOnlySpan<char> left, bool withOpeners) =>
        NameWords.Formal.LengthBefore(left, 4) > 0 ? 3
        : NameWords.Labels.LengthBefore(left, 4) > 0 ? 2
        : withOpeners && NameWords.Openers.LengthBefore(left, 4) > 0 ? 1
        : 0;

    private const int List = 6;

    /// <summary>What kind of character stands there.</summary>
    private static int Kind(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length)
            return 0;
        var c = text[at];
        return Digit.IsHan(c) ? 1
            : c == MaskBuffer.Mark ? 2
            : Digit.Is(c) ? 3
            : Digit.IsLetter(c) ? 4
            : c switch
            {
                '，' or ',' => 5,
                '、' or '/' or '|' or '\\' => List,
                '：' or ':' or '=' => 7,
                '（' or '(' or '【' or '[' => 8,
                '）' or ')' or '】' or ']' => 9,
                '。' or '；' or ';' or '！' or '!' or '？' or '?' or '\n' or '\r' => 10,
                ' ' or '\u3000' or '\t' => 11,
                '“' or '”' or '"' or '「' or '」' => 12,
                _ => 13,
            };
    }

    private static int Letter(ReadOnlySpan<char> text, int at) =>
        (uint)at >= (uint)text.Length
            ? at < 0
                ? 1
                : 2
            : Digit.Is(text[at])
                ? '9'
                : Digit.IsLetter(text[at])
                    ? 'a'
                    : text[at];

    /// <summary>0: something hidden begins at once, 1: near by, 2: not.</summary>
    private static int Hidden(ReadOnlySpan<char> text) =>
        text.IndexOf("××") switch
        {
            < 0 => 2,
            < 3 => 0,
            _ => 1,
        };

    /// <summary>The neighbour in a list: its length, and whether it begins with a surname.</summary>
    private static int Run(ReadOnlySpan<char> text, bool fromEnd)
    {
        var length = 0;
        while (length < text.Length && length < 5 && IsOfRun(fromEnd ? text[text.Length - 1 - length] : text[length]))
            length++;
        var run = fromEnd ? text[(text.Length - length)..] : text[..length];
        return length * 2 + (Surnames.LengthAt(run) > 0 || run.StartsWith("×") ? 1 : 0);
    }

    private static bool IsOfRun(char c) => Digit.IsHan(c) || c == MaskBuffer.Mark;

    /// <summary>Numbers signs: each call is another question, its values are the answer.</summary>
    private ref struct Writer(Span<int> signs, uint question)
    {
        private readonly Span<int> _signs = signs;
        private uint _question = question;

        public int Count { get; private set; }

        public void Add(int first, int second = 0, int third = 0)
        {
            // Multilinear (Dietzfelbinger 1996): the top bits of a sum of products with odd numbers.
            var hash =
                (ulong)(uint)first * 0x9E3779B97F4A7C15
                + (ulong)(uint)second * 0xC2B2AE3D27D4EB4F
                + (ulong)(uint)third * 0x165667B19E3779F9
                + (ulong)++_question * 0xD6E8FEB86659FD93;
            _signs[Count++] = (int)(hash >> (64 - Bits));
        }

        public void Skip(uint questions) => _question += questions;
    }
}

using System.Buffers;

namespace Hotspot.Geo;

/// <summary>
/// Building, unit, floor, room and door behind a place's name: 305号楼2单元1203室. The key does without them, the canonical address keeps the
/// building. A house number (12号, 甲6号) is the name's own and stays.
/// </summary>
internal static class PlaceDoor
{
    private const string Masks = "*×#";
    private const string Cycle = "甲乙丙丁";
    private const string RoadEndings = "路街巷道";

    /// <summary>Endings of estates, within which a bare number is a building: 望京西园三区305号.</summary>
    private const string EstateEndings = "区期园苑寓";
    private static readonly SearchValues<char> Marks = SearchValues.Create("号栋幢座单层室户楼门-底地");

    /// <summary>What may stand before a word of doors.</summary>
    [Flags]
    private enum Before
    {
        Digits = 1,
        Letter = 2,
        Numeral = 4,
        Direction = 8,
    }

    private readonly record struct DoorWord(string Word, Before Before, bool IsBuilding);

    private static readonly DoorWord[] Words =
    [
        new("号楼", Before.Digits | Before.Letter, true),
        new("栋", Before.Digits | Before.Letter | Before.Numeral, true),
        new("幢", Before.Digits | Before.Letter | Before.Numeral, true),
        new("座", Before.Digits | Before.Letter | Before.Direction, true),
        new("单元", Before.Digits | Before.Letter | Before.Numeral, false),
        new("层", Before.Digits | Before.Letter | Before.Numeral, false),
        new("室", Before.Digits, false),
        new("户", Before.Digits, false),
        new("楼", Before.Digits, true),
        new("号门", Before.Digits, false),
        new("门", Before.Digits, false),
    ];
    private static readonly string[] Below = ["底商", "底层", "地下室", "地下车库", "地下停车", "地库"];

    /// <summary>Cuts the text where the first of them begins.</summary>
    /// <param name="building">What the address keeps, e.g. 305号楼, A座, written here.</param>
    /// <returns>Length of the building; 0 where none is named.</returns>
    public static int Cut(ref PlaceDraft draft, Span<char> building)
    {
        for (var at = 0; at < draft.Length; at++)
        {
            var next = draft.Text[at..].IndexOfAny(Marks);
            if (next < 0)
                break;
            at += next;
            if (StartOfDoor(draft.Text, at, out var isBuilding) is not (>= 0 and var start))
                continue;
            var written = draft.Text[start..];
            if (
                isBuilding
                && written.Contains("号楼", StringComparison.Ordinal)
                && start > 0
                && RoadEndings.Contains(draft.Text[start - 1])
            )
            {
                // 石景山路23号楼 has nothing else that names it: the building is the house number.
                draft.KeepStart(at + 1);
                return 0;
            }
            var length = isBuilding ? Write(draft.Text[start..at], draft.Text[at], building) : 0;
            draft.KeepStart(start);
            return length;
        }
        return BareNumber(ref draft, building);
    }

    /// <summary>Where the door whose word begins at the mark begins; −1: the mark belongs to a name.</summary>
    private static int StartOfDoor(ReadOnlySpan<char> text, int mark, out bool isBuilding)
    {
        isBuilding = false;
        var rest = text[mark..];
        foreach (var below in Below)
        {
            if (rest.StartsWith(below, StringComparison.Ordinal))
                return mark;
        }
        if (rest[0] == '-')
            return StartOfTriple(text, mark);
        foreach (var (word, before, building) in Words)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal))
                continue;
            // 5号门口 is in front of number 5.
            if (word[^1] == '门' && rest.Length > word.Length && "口前外内".Contains(rest[word.Length]))
                return -1;
            isBuilding = building;
            var start = StartOfNumber(text[..mark], before);
            return start < mark ? WithPrefix(text, start) : -1;
        }
        return -1;
    }

    private static int StartOfNumber(ReadOnlySpan<char> text, Before before)
    {
        var start = text.Length;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || Masks.Contains(text[start - 1]) || text[start - 1] == '-'))
            start--;
        if (start < text.Length || (before & Before.Letter) != 0)
        {
            // One letter belongs to the number, a word (SOHO2号楼) does not.
            var isLetter = start > 0 && (char.IsAsciiLetter(text[start - 1]) || Cycle.Contains(text[start - 1]));
            if (isLetter && (start < 2 || !char.IsAsciiLetter(text[start - 2])))
                start--;
        }
        if (start == text.Length && (before & Before.Numeral) != 0)
        {
            while (start > 0 && PlaceNumerals.Chinese.Contains(text[start - 1]))
                start--;
        }
        if (start == text.Length && (before & Before.Direction) != 0 && start > 0 && "东西南北".Contains(text[start - 1]))
            start--;
        return start;
    }

    private static int WithPrefix(ReadOnlySpan<char> text, int start)
    {
        if (text[..start].EndsWith("地下"))
            return start - 2;
        return start > 0 && text[start - 1] is '负' or '第' ? start - 1 : start;
    }

    /// <summary>3-2-501.</summary>
    private static int StartOfTriple(ReadOnlySpan<char> text, int mark)
    {
        static bool IsDigit(char c) => char.IsAsciiDigit(c) || Masks.Contains(c);
        var start = mark;
        while (start > 0 && IsDigit(text[start - 1]))
            start--;
        var middle = mark + 1;
        while (middle < text.Length && IsDigit(text[middle]))
            middle++;
        var isTriple = start < mark && middle > mark + 1 && middle + 1 < text.Length && text[middle] == '-' && IsDigit(text[middle + 1]);
        return isTriple ? start : -1;
    }

    private static int Write(ReadOnlySpan<char> number, char word, Span<char> building)
    {
        var name = word == '座' ? "座" : "号楼";
        if (number.ContainsAny(Masks) || number.Length + name.Length > building.Length)
            return 0;
        number.CopyTo(building);
        name.CopyTo(building[number.Length..]);
        return number.Length + name.Length;
    }

    private static int BareNumber(ref PlaceDraft draft, Span<char> building)
    {
        var text = draft.Text;
        if (text is not [.., '号'])
            return 0;
        var start = text.Length - 1;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (start == text.Length - 1 || start < 3 || !EstateEndings.Contains(text[start - 1]))
            return 0;
        var length = Write(text[start..^1], '号', building);
        draft.KeepStart(start);
        return length;
    }
}

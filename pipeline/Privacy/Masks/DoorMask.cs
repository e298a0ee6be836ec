using System.Buffers;

namespace Hotspot.Privacy.Masks;

/// <summary>
/// The door within a building: 3号楼2单元501室 becomes 3号楼×单元×××室. Street numbers, courtyards, buildings and floors stay, because
/// places are found by them.
/// </summary>
internal static class DoorMask
{
    /// <summary>Where a door may be told.</summary>
    public const string Signs = "层租单楼栋幢座塔室房屋排寓舍门户上下壁家住业#＃-－";
    private static readonly SearchValues<char> Places = SearchValues.Create(Signs);
    private static readonly WordIndex Neighbours = new(
        "楼上",
        "楼下",
        "隔壁",
        "对门",
        "对面",
        "市民家",
        "邻居家",
        "本人家",
        "我家",
        "他家",
        "她家",
        "您家",
        "你家",
        "咱家",
        "家在",
        "顶层",
        "公寓",
        "宿舍",
        "地下室",
        "住"
    );
    private static readonly WordIndex BetweenNeighbour = new("在", "是", "就是", "的", "邻居", "住户", "那户", "那家", "业主");

    private static readonly WordIndex RoomWords = new("房间号", "房号", "室号", "户号", "门牌");
    private const int LongestPlate = 7;

    /// <summary>二楼东户.</summary>
    private const string Sides = "东西南北中";

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAny(Places);
            if (step < 0)
                return;
            at += step;
            switch (text[at])
            {
                case '房' or '室' or '户' or '门' when RoomWords.LengthAt(text[at..]) is > 0 and var word:
                    HidePlate(ref buffer, at + word);
                    break;
                case '单' when Starts(text, at, "单元"):
                    var entrance = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
                    buffer.Hide(NumeralStart(text, entrance), entrance);
                    DoorChain.HideAfterEntrance(ref buffer, at + 2);
                    break;
                case '楼' when at > 0 && (text[at - 1] is '号' or '#' or '＃' || Numeral.Is(text[at - 1])):
                case '#' or '＃' when at > 0 && Digit.Is(text[at - 1]):
                case '栋' or '幢' or '座' or '塔' when at > 0 && (Digit.IsWord(text[at - 1]) || Digit.IsChinese(text[at - 1])):
                    DoorChain.HideAfterBuilding(ref buffer, at + 1);
                    break;
                case '门' when at > 0 && Digit.Is(text[at - 1]) && IsNumbered(text, at + 1):
                    if (at - NumeralStart(text, at) <= 2)
                        HideNumbered(ref buffer, at + 1);
                    if (buffer.IsHidden(at + 1))
                        buffer.Hide(NumeralStart(text, at), at);
                    break;
                case '门' when at > 0 && at + 3 < text.Length && Numeral.Is(text[at - 1]) && Numeral.Is(text[at + 3]):
                    HideEntrance(ref buffer, at);
                    break;
                case '楼' when at > 0 && text[at - 1] is '寓' or '舍':
                    DoorChain.HideAfterBuilding(ref buffer, at + 1);
                    break;
                case '层' when at > 0 && Numeral.Is(text[at - 1]):
                    DoorChain.HideAfterFloor(ref buffer, at + 1);
                    break;
                case '门' when at > 1 && text[at - 1] == '号' && Digit.Is(text[at - 2]):
                    HideNeighbour(ref buffer, at + 1);
                    break;
                case '楼' or '栋' or '幢' or '座' when at > 0 && text[at - 1] is '本' or '该' or '同' or '这' or '那':
                    HideNeighbour(ref buffer, at + 1);
                    break;
                case '室' when IsDoorBefore(text, at) && !Numeral.IsLayout(text, at):
                    buffer.Hide(NumeralStart(text, at), at);
                    break;
                case '户' when at > 2 && text[at - 2] is '楼' or '层' && Sides.Contains(text[at - 1]) && Numeral.Is(text[at - 3]):
                    buffer.Hide(NumeralStart(text, at - 2), at - 2);
                    buffer.Hide(at - 1, at);
                    break;
                case '户' when at > 1 && text[at - 2] == '号' && text[at - 1] is '住' or '租':
                    HideResident(ref buffer, at - 2);
                    break;
                case '业' when Starts(text, at, "业主"):
                case '住' or '租' when Starts(text, at + 1, "户"):
                    HideHousehold(ref buffer, at);
                    break;
                case '房' or '屋' when at > 0 && text[at - 1] is '东' or '西' or '南' or '北' or '厢':
                    HideNumbered(ref buffer, at + 1);
                    break;
                case '排' when at > 0 && Numeral.Is(text[at - 1]) && HideNumbered(ref buffer, at + 1):
                    buffer.Hide(NumeralStart(text, at), at);
                    break;
                case '房' when at > 0 && text[at - 1] == '号' && NumeralStart(text, at - 1) is var room:
                    if (at - 1 - room is >= 1 and <= 4 && IsBuildingBefore(text, room) && !Starts(text, at, "房产"))
                        buffer.Hide(room, at - 1);
                    break;
                case '房' when IsDoorBefore(text, at) && IsBuildingBefore(text, NumeralStart(text, at)):
                    buffer.Hide(NumeralStart(text, at), at);
                    break;
                case '家' when at > 1 && text[at - 1] is '那' or '这' && Digit.Is(text[at - 2]):
                    HideHousehold(ref buffer, at - 1);
                    break;
                case '上'
                or '下'
                or '壁'
                or '门'
                or '家'
                or '住'
                or '层'
                or '寓'
                or '舍'
                or '室' when Neighbours.LengthBefore(text[..(at + 1)], 3) > 0:
                    HideNeighbour(ref buffer, at + 1);
                    break;
                case '-' or '－' when at > 0 && (Digit.Is(text[at - 1]) || text[at - 1] is '#' or '＃'):
                    at = Hyphened(ref buffer, at);
                    break;
            }
        }
    }

    /// <summary><c>3-2-501</c> and <c>3-501</c> after the name of an estate: the building stays.</summary>
    /// <returns>Where to go on.</returns>
    private static int Hyphened(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var start = at;
        while (start > 0 && (Digit.Is(text[start - 1]) || text[start - 1] is '#' or '＃'))
            start--;
        Span<int> lengths = stackalloc int[4];
        var (count, end) = (0, at);
        while (count < lengths.Length && end < text.Length && text[end] is '-' or '－')
        {
            var from = ++end;
            while (end < text.Length && Digit.Is(text[end]))
                end++;
            lengths[count++] = end - from;
        }
        var isHome = IsHouseholdBefore(text, start);
        var isNumber = count == 1 && lengths[0] is 3 or 4 && Numeral.IsDoor(text[(end - lengths[0])..end]);
        var door = count switch
        {
            1 => isNumber && (IsBuildingBefore(text, start) || (at - start <= 2 && isHome)),
            2 => lengths[0] is 1 or 2
                && (
                    lengths[1] is 3 or 4
                        ? Numeral.IsDoor(text[(end - lengths[1])..end])
                        // 东区4-3-12: not a day, which would have a year of two digits at least.
                        : lengths[1] is 1 or 2
                            && at - start == 1
                            && start > 0
                            && text[start - 1] is '区' or '里' or '园' or '苑' or '院' or '城' or '楼' or '栋'
                ),
            _ => false,
        };
        // Three parts are a door wherever they stand; two only after the name of a place.
        var hanBefore =
            start == 0
                ? count == 2
                : Digit.IsHan(text[start - 1])
                    || (count == 1 && text[start - 1] is '（' or '(')
                    || (count == 2 && text[start - 1] is ' ' or '：' or ':' or '，' or ',' or '；' or ';' or '（' or '-' or '－');
        // 1-501 13800000000 in lists of people.
        var isFirst = start == 0 || !Digit.IsWord(text[start - 1]) && text[start - 1] is not ('-' or '－');
        if (isNumber && at - start <= 2 && isFirst && IsMobileBehind(text, end))
        {
            buffer.Hide(start, end);
            return end - 1;
        }
        var counted = Numeral.IsCounter(text, end) && text[end] != '号';
        if (door && hanBefore && at - start is >= 1 and <= 3 && !counted)
            buffer.Hide(count == 1 && isHome || start > 0 && text[start - 1] is '楼' or '栋' or '幢' or '座' ? start : at, end);
        return Math.Max(at, end - 1);
    }

    private static bool IsMobileBehind(ReadOnlySpan<char> text, int at)
    {
        var from = at;
        while (at < text.Length && text[at] is ' ' or '，' or ',' or '|' or '：' or ':' or '\t')
            at++;
        return at > from
            && at + 11 <= text.Length
            && text[at] == '1'
            && !text.Slice(at, 11).ContainsAnyExceptInRange('0', '9')
            && (at + 11 == text.Length || !Digit.Is(text[at + 11]));
    }

    /// <summary>楼上802, 我家402, 隔壁15B, 公寓C308: three or four digits that are no amount.</summary>
    private static void HideNeighbour(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        at += BetweenNeighbour.LengthAt(text[at..]);
        var numeral = Numeral.At(text, at);
        var end = at + numeral.Length;
        // 楼上是2-701.
        if (
            numeral.Length is 1 or 2
            && end < text.Length
            && text[end] is '-' or '－'
            && Numeral.At(text, end + 1) is { Length: 3 or 4 } behind
        )
            (numeral, end) = (behind, end + 1 + behind.Length);
        var isDoor = numeral.IsLettered ? numeral.Digits is 2 or 3 or 4 : numeral.Length is 3 or 4;
        var counted = Numeral.IsCounter(text, end) && text[end] != '户' && !(Starts(text, end, "号") && IsHouseholdAfter(text, end + 1));
        if (isDoor && !counted && !(end < text.Length && Digit.IsWord(text[end])))
            buffer.Hide(at, end);
    }

    /// <summary>208号住的, 11号家.</summary>
    private static bool IsHouseholdAfter(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] is '住' or '租' or '家' or '的';

    /// <summary>Of houses without floors: 9排4号, 南房2号.</summary>
    private static bool HideNumbered(ref MaskBuffer buffer, int at)
    {
        var numeral = Numeral.At(buffer.Text, at);
        var isDoor =
            numeral.Length is 1 or 2 && Starts(buffer.Text, at + numeral.Length, "号") && !Starts(buffer.Text, at + numeral.Length, "号楼");
        if (isDoor)
            buffer.Hide(at, at + numeral.Length);
        return isDoor;
    }

    /// <summary>1门8号.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text, int at) =>
        Numeral.At(text, at).Length is var length and > 0 and <= 2
        && Starts(text, at + length, "号")
        && DoorChain.OtherNumbers.LengthAt(text[(at + length + 1)..]) == 0;

    /// <summary>3门402 without its building.</summary>
    private static void HideEntrance(ref MaskBuffer buffer, int at)
    {
        var start = NumeralStart(buffer.Text, at);
        if (at - start is not (1 or 2))
            return;
        HideNeighbour(ref buffer, at + 1);
        if (buffer.IsHidden(at + 1))
            buffer.Hide(start, at);
    }

    /// <summary>502号住户 at the beginning of a clause: a street's number would follow its street.</summary>
    private static void HideResident(ref MaskBuffer buffer, int end)
    {
        var start = NumeralStart(buffer.Text, end);
        if (end - start is 3 or 4 && (start == 0 || !char.IsLetterOrDigit(buffer.Text[start - 1])))
            buffer.Hide(start, end);
    }

    /// <summary>302住户, 1205的业主, B107住户, 503那家: not 1200住户, which counts them.</summary>
    private static void HideHousehold(ref MaskBuffer buffer, int end)
    {
        var text = buffer.Text;
        if (end > 0 && text[end - 1] == '的')
            end--;
        var start = end;
        while (start > 0 && Digit.Is(text[start - 1]))
            start--;
        if (end - start is 3 or 4 && start > 0 && text[start - 1] is 'B' or 'A')
            buffer.Hide(--start, end);
        else if (end - start is 3 or 4 && !(start > 0 && Digit.IsWord(text[start - 1])) && Numeral.IsDoor(text[start..end]))
            buffer.Hide(start, end);
    }

    private static void HidePlate(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        while (at < text.Length && text[at] is '号' or '码' or '为' or '是' or ':' or '：' or ' ')
            at++;
        var start = at;
        while (at < text.Length && (Digit.Is(text[at]) || text[at] is '-' or '－'))
            at++;
        if (at - start <= LongestPlate && !Starts(text, at, "号楼") && !Starts(text, at, "号院"))
            buffer.Hide(start, at);
    }

    /// <summary>Where the door number ends that stands before <paramref name="end"/>: digits with one letter, or Chinese numerals.</summary>
    private static int NumeralStart(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        if (start > 1 && char.IsAsciiLetter(text[start - 1]) && Digit.Is(text[start - 2]))
            start--;
        while (start > 0 && Numeral.Is(text[start - 1]))
            start--;
        if (start > 0 && char.IsAsciiLetter(text[start - 1]) && (start < end ? Digit.Is(text[start]) : text[end] == '单'))
            start--;
        return start;
    }

    private static bool IsDoorBefore(ReadOnlySpan<char> text, int end)
    {
        var start = NumeralStart(text, end);
        return end - start is >= 2 and <= 6;
    }

    private static bool IsBuildingBefore(ReadOnlySpan<char> text, int at) =>
        at > 0
        && text[at - 1]
            is '楼'
                or '层'
                or '座'
                or '店'
                or '馆'
                or '元'
                or '院'
                or '栋'
                or '幢'
                or '园'
                or '里'
                or '苑'
                or '区'
                or '庄'
                or '村'
                or '城'
                or '塔'
                or '号'
                or '#'
                or '住'
                or '舍'
                or '寓';

    /// <summary>张奶奶家5-101, 住户1-102, 业主（2-1801）, 对面7-601: behind people it is their entrance or their building, nobody can tell, and no place is found by it.</summary>
    private static bool IsHouseholdBefore(ReadOnlySpan<char> text, int at) =>
        at > 0
        && (
            text[at - 1] is '家' or '户' or '主' or '我' or '壁' or '面'
            || (at > 1 && text[at - 1] is '（' or '(' && Digit.IsHan(text[at - 2]))
        );

    private static bool Starts(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> word) => text[at..].StartsWith(word);
}

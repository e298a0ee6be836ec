using System.Buffers;

namespace Hotspot.Privacy;

/// <summary>
/// The door within a building: 3号楼2单元501室 becomes 3号楼×单元×××室. Street numbers, courtyards, buildings and floors stay, because
/// places are found by them.
/// </summary>
internal static class DoorMask
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("单楼栋幢座室房门-－");
    private const string Separators = "-－—–、, ，";

    /// <summary>After a bare number these make it a count or another kind of number, not a door.</summary>
    private const string Counters = "元人户年个平块辆万多余名件天次米号路度楼百千月日时分岁斤吨公起家台只条处";

    public static void Hide(ref MaskBuffer buffer)
    {
        var text = buffer.Text;
        for (var at = 0; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAny(Signs);
            if (step < 0)
                return;
            at += step;
            switch (text[at])
            {
                case '单' when Starts(text, at, "单元"):
                    buffer.Hide(NumeralStart(text, at), at);
                    Chain(ref buffer, at + 2, within: true);
                    break;
                case '楼' when at > 0 && text[at - 1] == '号':
                case '栋' or '幢' or '座' when at > 0 && (Digit.IsWord(text[at - 1]) || Digit.IsChinese(text[at - 1])):
                    Chain(ref buffer, at + 1, within: false);
                    break;
                case '室' when IsDoorBefore(text, at) && !IsLayout(text, at):
                    buffer.Hide(NumeralStart(text, at), at);
                    break;
                case '房' when IsDoorBefore(text, at) && IsBuildingBefore(text, NumeralStart(text, at)):
                    buffer.Hide(NumeralStart(text, at), at);
                    break;
                case '门' when Starts(text, at, "门牌"):
                    HidePlate(ref buffer, at + 2);
                    break;
                case '-' or '－' when at > 0 && Digit.Is(text[at - 1]):
                    at = Hyphened(ref buffer, at);
                    break;
            }
        }
    }

    /// <summary>What follows a building or an entrance: [2单元][3层][4门][501][室].</summary>
    private static void Chain(ref MaskBuffer buffer, int at, bool within)
    {
        var text = buffer.Text;
        while (true)
        {
            if (at < text.Length && Separators.Contains(text[at]))
                at++;
            var start = at;
            while (at < text.Length && IsNumeral(text[at]))
                at++;
            var end = at;
            if (
                end < text.Length
                && char.IsAsciiLetter(text[end])
                && end > start
                && !(end + 1 < text.Length && Digit.IsWord(text[end + 1]))
            )
                end = ++at;
            if (start == end)
                return;
            var unit = end < text.Length ? text[end] : '\0';
            if (unit == '单' && Starts(text, end, "单元"))
            {
                buffer.Hide(start, end);
                (at, within) = (end + 2, true);
                continue;
            }
            if (unit is '层' or '楼')
            {
                (at, within) = (end + 1, true);
                continue;
            }
            if (unit == '门' && end - start <= 2)
            {
                buffer.Hide(start, end);
                (at, within) = (end + 1, true);
                continue;
            }
            if (unit == '室' && !IsLayout(text, end))
                buffer.Hide(start, end);
            else if (within && unit is '户' or '号' or '房' && !Starts(text, end, "号楼") && !Starts(text, end, "号院"))
                buffer.Hide(start, end);
            else if (!Counters.Contains(unit) && unit is not ('.' or ':' or '：' or '%') && end - start is 3 or 4)
                buffer.Hide(start, end);
            return;
        }
    }

    /// <summary><c>3-2-501</c> and <c>3-501</c> after the name of an estate: the building stays.</summary>
    /// <returns>Where to go on.</returns>
    private static int Hyphened(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        var start = at;
        while (start > 0 && Digit.Is(text[start - 1]))
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
        var door = count switch
        {
            1 => lengths[0] is 3 or 4 && IsBuildingBefore(text, start) && IsDoorNumber(text[(end - lengths[0])..end]),
            2 => lengths[0] is 1 or 2 && lengths[1] is 3 or 4 && IsDoorNumber(text[(end - lengths[1])..end]),
            _ => false,
        };
        var hanBefore = start > 0 && Digit.IsHan(text[start - 1]);
        var counted = end < text.Length && Counters.Contains(text[end]) && text[end] != '号';
        if (door && hanBefore && at - start is 1 or 2 && !counted)
            buffer.Hide(at, end);
        return Math.Max(at, end - 1);
    }

    private static void HidePlate(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        while (at < text.Length && text[at] is '号' or '码' or '为' or '是' or ':' or '：' or ' ')
            at++;
        var start = at;
        while (at < text.Length && (Digit.Is(text[at]) || text[at] is '-' or '－'))
            at++;
        buffer.Hide(start, at);
    }

    private static bool IsNumeral(char c) => Digit.Is(c) || Digit.IsChinese(c);

    /// <summary>Where the door number ends that stands before <paramref name="end"/>: digits with one letter, or Chinese numerals.</summary>
    private static int NumeralStart(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        if (start > 1 && char.IsAsciiLetter(text[start - 1]) && Digit.Is(text[start - 2]))
            start--;
        while (start > 0 && IsNumeral(text[start - 1]))
            start--;
        if (start > 0 && start < end && char.IsAsciiLetter(text[start - 1]) && Digit.Is(text[start]))
            start--;
        return start;
    }

    private static bool IsDoorBefore(ReadOnlySpan<char> text, int end)
    {
        var start = NumeralStart(text, end);
        return end - start is >= 2 and <= 6;
    }

    /// <summary>两室一厅, 3室2厅: a layout.</summary>
    private static bool IsLayout(ReadOnlySpan<char> text, int room) =>
        room + 2 < text.Length && IsNumeral(text[room + 1]) && text[room + 2] is '厅' or '卫';

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
                or '城';

    /// <summary>The last two digits count the doors of a floor.</summary>
    private static bool IsDoorNumber(ReadOnlySpan<char> digits) => Digit.Of(digits[^2]) * 10 + Digit.Of(digits[^1]) is >= 1 and <= 20;

    private static bool Starts(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> word) => text[at..].StartsWith(word);
}

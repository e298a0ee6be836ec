namespace Hotspot.Privacy.Masks;

/// <summary>
/// What follows a building, an entrance or a floor: [2单元][3层][东侧][4门][501][室][、502]. Numbers of entrances and doors are hidden, and those of
/// floors behind an entrance; the building before stays, and so does a floor of it.
/// </summary>
internal static class DoorChain
{
    /// <summary>Entrances without a number, which side of a floor, and floors with a name: 丁门6号, 西单元201, 6层东侧602, 顶楼601.</summary>
    private static readonly WordIndex Sides = new([
        .. from side in "甲乙丙丁戊东西南北中前后" from part in (string[])["门", "单元"] select side + part,
        "东侧",
        "西侧",
        "南侧",
        "北侧",
        "左侧",
        "右侧",
        "中间",
        "顶层",
        "顶楼",
        "地下室",
        "地下",
        "复式",
    ]);
    private const string Separators = "-－—–、, ，/\\.·";
    private const string Hyphens = "-－—–";

    /// <summary>After the number of a door: 201、202室.</summary>
    private const string Joins = "、/和及与";

    /// <summary>What may follow a door of one or two digits behind its entrance: 3门7的, 1单元12住户.</summary>
    private const string AfterShort = "的家住业租户邻居";

    /// <summary>After the number of a building these make another thing of N号 than a door: 2号楼3号电梯.</summary>
    public static readonly WordIndex OtherNumbers = new(
        "楼",
        "院",
        "门",
        "电梯",
        "线",
        "岗",
        "口",
        "机",
        "库",
        "井",
        "坑",
        "桩",
        "地",
        "车",
        "通",
        "泵",
        "塔",
        "窗"
    );

    private enum Within
    {
        /// <summary>A floor, and nobody said of what: 一层5号窗口.</summary>
        AnyFloor,
        Building,
        Floor,
        Entrance,
        FloorOfEntrance,

        /// <summary>The first part of 4-10.</summary>
        Hyphen,
    }

    public static void HideAfterBuilding(ref MaskBuffer buffer, int at) => Hide(ref buffer, at, Within.Building);

    public static void HideAfterFloor(ref MaskBuffer buffer, int at) => Hide(ref buffer, at, Within.AnyFloor);

    public static void HideAfterEntrance(ref MaskBuffer buffer, int at) => Hide(ref buffer, at, Within.Entrance);

    private static void Hide(ref MaskBuffer buffer, int at, Within within)
    {
        var text = buffer.Text;
        while (true)
        {
            if (at < text.Length && Separators.Contains(text[at]))
                at++;
            if (at < text.Length && Sides.LengthAt(text[at..]) is > 0 and var side)
            {
                within = text[at + side - 1] is '门' or '元' || within is Within.Entrance ? Within.Entrance : Within.Floor;
                at += side;
            }
            if (Numeral.At(text, at) is not { Length: > 0 } numeral)
                return;
            var (start, end) = (at, at + numeral.Length);
            var unit = end < text.Length ? text[end] : '\0';
            if (IsEntrance(text, numeral, end, out var word))
            {
                buffer.Hide(start, end);
                (at, within) = (end + word, Within.Entrance);
                continue;
            }
            if (unit is '层' or '楼')
            {
                if (within is Within.Entrance && numeral.Length <= 3)
                    buffer.Hide(start, end);
                (at, within) = (end + 1, within is Within.Entrance ? Within.FloorOfEntrance : Within.Floor);
                continue;
            }
            // 8号楼-1-302, 1单元17-2, 9号楼4-1.
            if (Hyphens.Contains(unit) && numeral.Length <= 2 && IsHyphenedOn(text, end, within))
            {
                buffer.Hide(start, end);
                (at, within) = (end, Within.Hyphen);
                continue;
            }
            if (!IsDoor(text, numeral, end, within))
                return;
            buffer.Hide(start, end);
            at = end + (unit is '室' or '号' or '房' or '户' ? 1 : 0);
            at = Continued(ref buffer, at);
            if (at >= text.Length || !Joins.Contains(text[at]))
                return;
            (at, within) = (at + 1, Within.Floor);
        }
    }

    /// <summary>2单元, 3门, 2梯, 2#单元, and 2#501.</summary>
    private static bool IsEntrance(ReadOnlySpan<char> text, Numeral numeral, int end, out int word)
    {
        var rest = end < text.Length ? text[end..] : [];
        word =
            rest.StartsWith("单元") ? 2
            : rest.Length > 2 && rest[0] is '#' or '＃' && rest[1..].StartsWith("单元") ? 3
            : numeral.Length > 2 || rest.Length == 0 ? 0
            : rest[0] is '门' ? 1
            : rest[0] is '梯' && rest.Length > 2 && Numeral.Is(rest[1]) && Numeral.Is(rest[2]) ? 1
            : rest.Length > 3 && rest[0] is '#' or '＃' && Digit.Is(rest[1]) && Digit.Is(rest[3]) ? 1
            : 0;
        return word > 0;
    }

    private static bool IsDoor(ReadOnlySpan<char> text, Numeral numeral, int end, Within within)
    {
        var unit = end < text.Length ? text[end] : '\0';
        if (unit == '室')
            return !Numeral.IsLayout(text, end);
        if (unit == '号')
            return numeral.Length <= 4
                && OtherNumbers.LengthAt(text[(end + 1)..]) == 0
                && within switch
                {
                    Within.AnyFloor => numeral.Length >= 3,
                    Within.Building => numeral.Digits > 0,
                    _ => true,
                };
        if (within is not (Within.AnyFloor or Within.Building) && unit is '户' or '房')
            return numeral.Digits > 0 || unit == '房';
        var free = !Numeral.IsCounter(text, end) && unit is not ('.' or ':' or '：' or '%');
        if (numeral.IsLettered)
            return free && numeral.Length <= 5 && (within != Within.AnyFloor || numeral.Digits >= 3);
        return numeral.Length switch
        {
            3 or 4 => free,
            1 or 2 => within switch
            {
                Within.Entrance => AfterShort.Contains(unit) || free && Digit.IsMark(text, end) && unit is not ('/' or '、' or '-' or '－'),
                Within.Hyphen => free,
                Within.FloorOfEntrance => free && numeral.Length == 2 && numeral.Digits == 2,
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>A part of a door: 1202-1, 201附1.</summary>
    private static int Continued(ref MaskBuffer buffer, int at)
    {
        var text = buffer.Text;
        if (
            at + 1 >= text.Length
            || !(Hyphens.Contains(text[at]) || text[at] == '附')
            || Numeral.At(text, at + 1) is not { Length: > 0 and <= 4 } part
        )
            return at;
        if (Numeral.IsCounter(text, at + 1 + part.Length))
            return at;
        buffer.Hide(at + 1, at + 1 + part.Length);
        return at + 1 + part.Length;
    }

    /// <summary>One or two digits, a hyphen and a door: of one or two digits where no floors, hours or entrances are counted: 3号楼2-5层, 1-3单元.</summary>
    private static bool IsHyphenedOn(ReadOnlySpan<char> text, int at, Within within)
    {
        if (Numeral.At(text, at + 1) is not { Length: > 0 } next || next.Length != next.Digits + (next.IsLettered ? 1 : 0))
            return false;
        var end = at + 1 + next.Length;
        if (next.Digits is 3 or 4)
            return true;
        if (
            next.Digits is not (1 or 2)
            || (end < text.Length && (text[end] is '层' or '楼' or '单' or '门' or '#' or '栋' or '幢' or '座' or '点' or ':' or '：'))
        )
            return false;
        return within is Within.Entrance or Within.FloorOfEntrance or Within.Hyphen
            || !(end < text.Length && text[end] == '号') && !Numeral.IsCounter(text, end);
    }
}

namespace Hotspot.Geo;

/// <summary>What stands behind a place's name and does not make it another place: 附近, 对面, 西侧50米, 东门, closing punctuation.</summary>
internal static class PlaceTail
{
    private const int ShortestName = 2;
    private const string Directions = "东西南北";
    private const string Sides = "侧边面角";
    private static readonly WordList Reaches = new(["范围内", "左右", "处", "远", "内"]);
    private static readonly WordList Roughly = new(["大约", "约"]);
    private static readonly WordList Towards = new(["往", "向", "以", "的"]);
    private const string Gates = "正大后侧主";

    /// <summary>Gates of these lie so far apart that each is a place of its own.</summary>
    private static readonly string[] WideGrounds =
    [
        "公园",
        "大学",
        "学院",
        "校区",
        "景区",
        "植物园",
        "动物园",
        "圆明园",
        "颐和园",
        "天坛",
        "机场",
    ];

    /// <summary>Only inside of these 内 says no more than the name: 建国门内 is a place.</summary>
    private const string Insides = "区园院场村里苑店楼厦城寺站校学司厂期号";

    public static void Cut(ref PlaceDraft draft, PlaceWords words)
    {
        int before;
        do
        {
            before = draft.Length;
            draft.KeepStart(draft.Text.TrimEnd(" ,.;:、,。;:-_/|\"'“”").Length);
            draft.KeepEnd(draft.Text.TrimStart(" ,.;:、,。;:-_/|\"'“”").Length);
            var text = draft.Text;
            draft.KeepStart(Shortest(text, words));
        } while (draft.Length < before);
    }

    private static int Shortest(ReadOnlySpan<char> text, PlaceWords words)
    {
        var rest = words.Trailing.CutEnd(text, ShortestName).Length;
        if (rest < text.Length)
            return rest;
        if (text is [.., '内'] && text.Length > ShortestName + 1 && Insides.Contains(text[^2]))
            return text.Length - 1;
        if (text is [.., '的'] && text.Length > ShortestName)
            return text.Length - 1;
        rest = BeforeDistance(text);
        rest = rest < text.Length ? rest : BeforeSide(text);
        rest = rest < text.Length ? rest : BeforeGate(text);
        return rest >= ShortestName ? rest : text.Length;
    }

    /// <summary>西侧50米, 往北约二百米, 东100米处.</summary>
    private static int BeforeDistance(ReadOnlySpan<char> text)
    {
        var bare = Reaches.CutEnd(text, 1);
        if (bare is not [.., '米' or 'M'])
            return text.Length;
        var start = bare.Length - 1;
        while (
            start > 0
            && (
                char.IsAsciiDigit(bare[start - 1])
                || PlaceNumerals.Chinese.Contains(bare[start - 1])
                || bare[start - 1] is '多' or '几' or '余' or '公' or '.'
            )
        )
            start--;
        if (start == bare.Length - 1)
            return text.Length;
        start = Roughly.CutEnd(bare[..start], 0).Length;
        var side = BeforeSide(bare[..start]);
        start = side < start ? side : BeforeDirection(bare[..start]);
        return Towards.CutEnd(bare[..start], 0).Length;
    }

    /// <summary>西侧, 东北角, 南边, 北面.</summary>
    private static int BeforeSide(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("方向"))
            return Before(text, text.Length - 2);
        return text.Length > 1 && Sides.Contains(text[^1]) ? Before(text, text.Length - 1) : text.Length;

        static int Before(ReadOnlySpan<char> text, int side)
        {
            var start = BeforeDirection(text[..side]);
            return start < side ? start : text.Length;
        }
    }

    private static int BeforeDirection(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < 2 && Directions.Contains(text[start - 1]))
            start--;
        return start;
    }

    /// <summary>东门, 西南门, 正门, 南门外.</summary>
    private static int BeforeGate(ReadOnlySpan<char> text)
    {
        var gate = text is [.., '门', '外'] ? text.Length - 2 : text.Length - 1;
        if (gate < 1 || text[gate] != '门')
            return text.Length;
        var start = BeforeDirection(text[..gate]);
        if (start == gate && Gates.Contains(text[gate - 1]))
            start--;
        if (start == gate)
            return text.Length;
        foreach (var ground in WideGrounds)
        {
            if (text[..start].EndsWith(ground, StringComparison.Ordinal))
                return text.Length;
        }
        return start;
    }
}

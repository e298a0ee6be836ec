namespace Hotspot.Geo;

/// <summary>
/// A crossing of two roads has one form, whatever joins them and whichever comes first: 望京街与阜通东大街交叉口, 阜通东大街、望京街路口 →
/// 望京街与阜通东大街路口 (ordinal order). A crossing named after one road or place keeps its name: 大红门十字路口 → 大红门路口.
/// </summary>
internal static class PlaceCrossing
{
    private static readonly WordList Words = new([
        "交叉路口",
        "十字路口",
        "丁字路口",
        "红绿灯路口",
        "交叉口",
        "交汇处",
        "交汇口",
        "交界处",
        "相交处",
        "交口",
        "路口",
        "红绿灯",
    ]);
    private const string Joints = "与和及跟、/&-";
    private const string RoadEndings = "路街道巷条线环桥同";
    private const string Crossing = "路口";
    private const int ShortestRoad = 2;

    public static void Settle(ref PlaceDraft draft)
    {
        var text = draft.Text;
        var body = Words.CutEnd(text, ShortestRoad).Length;
        var isCrossing = body < text.Length;
        // In A街与B路口 the last 路 is the road's own.
        if (
            isCrossing
            && !RoadEndings.Contains(text[body - 1])
            && text.EndsWith(Crossing, StringComparison.Ordinal)
            && Joint(text[..(body + 1)], sure: true) >= 0
        )
            body++;
        var joint = Joint(text[..body], sure: !isCrossing);
        if (joint >= 0)
            Write(ref draft, text[..joint], text[(joint + 1)..body]);
        else if (isCrossing && Seam(text[..body]) is > 0 and var seam)
            Write(ref draft, text[..seam], text[seam..body]);
        else if (isCrossing && body < text.Length - Crossing.Length)
            draft.Replace(body, text.Length - body, Crossing);
    }

    /// <summary>Where the joining character stands, −1 where there is none. Roads on both sides are wanted; where a crossing is named, any two names may do.</summary>
    private static int Joint(ReadOnlySpan<char> text, bool sure)
    {
        var fallback = -1;
        for (var at = ShortestRoad; at < text.Length - ShortestRoad; at++)
        {
            if (!Joints.Contains(text[at]))
                continue;
            if (RoadEndings.Contains(text[at - 1]) && RoadEndings.Contains(text[^1]))
                return at;
            // 和 begins and ends names (和平里): without a road before it, it joins nothing.
            fallback = fallback < 0 && text[at] is '与' or '、' or '/' or '&' ? at : fallback;
        }
        return sure ? -1 : fallback;
    }

    /// <summary>Two roads side by side, 安立路大屯路: where the second begins; 0 where there are not two.</summary>
    private static int Seam(ReadOnlySpan<char> text)
    {
        if (!"路街道巷环".Contains(text[^1]))
            return 0;
        for (var at = ShortestRoad + 1; at <= text.Length - ShortestRoad; at++)
        {
            if ("路街巷环".Contains(text[at - 1]) && !"路街道巷".Contains(text[at]))
                return at;
        }
        return 0;
    }

    private static void Write(ref PlaceDraft draft, ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceCompareTo(other) > 0)
        {
            var first = other;
            other = one;
            one = first;
        }
        Span<char> written = stackalloc char[one.Length + other.Length + 1 + Crossing.Length];
        one.CopyTo(written);
        written[one.Length] = '与';
        other.CopyTo(written[(one.Length + 1)..]);
        Crossing.CopyTo(written[(one.Length + 1 + other.Length)..]);
        draft.Replace(0, draft.Length, written);
    }
}

using System.Buffers;

namespace Hotspot.Geo;

/// <summary>Brackets in a place text: what tells one part of a place from another is unwrapped (阳光家园(东区)), remarks go ((临近地铁), (东门)).</summary>
internal static class PlaceBrackets
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("([【〔<《「");
    private static readonly SearchValues<char> Closing = SearchValues.Create(")]】〕>》」");
    private static readonly SearchValues<char> RemarkWords = SearchValues.Create("近临旁靠侧边");
    private const string PartEndings = "区期院里园段号楼座层室元";
    private const int LongestPart = 6;

    public static void Settle(ref PlaceDraft draft, Gazetteer? gazetteer)
    {
        while (draft.Text.IndexOfAny(Opening) is >= 0 and var open)
        {
            var length = draft.Text[open..].IndexOfAny(Closing);
            if (length < 0)
            {
                // Never closed: the rest is the remark, unless the text begins with the bracket.
                if (open >= 2)
                    draft.KeepStart(open);
                else
                    draft.Remove(open, 1);
                continue;
            }
            if (IsPart(draft.Text.Slice(open + 1, length - 1), gazetteer))
            {
                draft.Remove(open + length, 1);
                draft.Remove(open, 1);
            }
            else
                draft.Remove(open, length + 1);
        }
    }

    private static bool IsPart(ReadOnlySpan<char> content, Gazetteer? gazetteer) =>
        content.Length is > 0 and <= LongestPart
        && PartEndings.Contains(content[^1])
        && !content.ContainsAny(RemarkWords)
        && gazetteer?.FindDistrict(content.ToString()) is null;
}

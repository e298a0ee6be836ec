namespace Hotspot.Geo;

/// <summary>Numbers behind a name in a sentence: parts of an estate (3区, 十二期, 甲6号院) and of a road (三段) belong to the name, buildings (305号楼) to the address.</summary>
internal static class SpokenNumbers
{
    private const string Cycle = "甲乙丙丁";
    private static readonly string[] Parts = ["号院", "组团", "区", "期"];
    private static readonly string[] Buildings = ["号楼", "栋", "幢", "座"];

    /// <summary>End of the parts that follow a name.</summary>
    public static int Part(ReadOnlySpan<char> text, int at, bool isRoad)
    {
        var number = Number(text, at);
        if (number == at || number - at > 4)
            return at;
        if (isRoad)
            return number < text.Length && text[number] == '段' ? number + 1 : at;
        foreach (var part in Parts)
        {
            if (text[number..].StartsWith(part, StringComparison.Ordinal))
                return number + part.Length;
        }
        return at;
    }

    /// <summary>End of the house number that follows a road, with its 院; where it stands if there is none.</summary>
    public static int House(ReadOnlySpan<char> text, int at)
    {
        var number = Number(text, at);
        if (number == at || !char.IsAsciiDigit(text[number - 1]) || number == text.Length || text[number] != '号')
            return at;
        var end = number + 1;
        if (end < text.Length && text[end] is '线')
            return at;
        return end < text.Length && text[end] is '院' or '楼' ? end + 1 : end;
    }

    /// <summary>End of the building that follows a name.</summary>
    public static int Building(ReadOnlySpan<char> text, int at)
    {
        var number = Number(text, at);
        if (number == at && at < text.Length && char.IsAsciiLetter(text[at]))
            number++;
        if (number == at)
            return at;
        foreach (var building in Buildings)
        {
            if (text[number..].StartsWith(building, StringComparison.Ordinal))
                return number + building.Length;
        }
        // Within an estate a bare number is a building.
        var isBare = number < text.Length && text[number] == '号' && char.IsAsciiDigit(text[number - 1]);
        return isBare && !(number + 1 < text.Length && text[number + 1] is '线' or '院') ? number + 1 : at;
    }

    /// <summary>End of a number, with the letter of the cycle before it.</summary>
    private static int Number(ReadOnlySpan<char> text, int at)
    {
        var start = at < text.Length && Cycle.Contains(text[at]) ? at + 1 : at;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == start)
        {
            while (end < text.Length && PlaceNumerals.Chinese.Contains(text[end]))
                end++;
        }
        return end > start ? end : at;
    }
}

namespace Hotspot.Geo;

/// <summary>The names of city, district, street and community in front of a place, which the row's other cells say already.</summary>
internal static class PlaceUnits
{
    private const int ShortestRest = 2;
    private static readonly string[] CommunityMarks = ["社区居委会", "社区", "居委会", "村委会"];

    public static void CutFrom(ref PlaceDraft draft, in UnitNames units, Gazetteer gazetteer)
    {
        int before;
        do
        {
            before = draft.Length;
            draft.KeepEnd(WithoutUnits(draft.Text, units, gazetteer).Length);
        } while (draft.Length < before);
        draft.KeepEnd(WithoutCommunity(draft.Text, units, gazetteer).Length);
    }

    /// <summary>Whether the text is a district, street or community and nothing more.</summary>
    public static bool IsUnit(ReadOnlySpan<char> text, in UnitNames units, Gazetteer gazetteer)
    {
        var words = gazetteer.Words;
        var (district, street) = (units.District, units.Street?.Name);
        if (words.StreetSuffixes.CutEnd(text, keep: 1).Length < text.Length)
            return (district is null ? gazetteer.FindStreet(text) : gazetteer.FindStreet(district, text)) is not null;
        if (words.CommunitySuffixes.CutEnd(text, keep: 1).Length < text.Length)
            return gazetteer.FindCommunity(district, null, text) is not null || gazetteer.FindCommunity(district, street, text) is not null;
        return text is [.., '区'] && gazetteer.FindDistrict(text.ToString()) is not null;
    }

    private static ReadOnlySpan<char> WithoutUnits(ReadOnlySpan<char> text, in UnitNames units, Gazetteer gazetteer)
    {
        var words = gazetteer.Words;
        text = WithoutCity(text, units.District, words);
        if (units.District is { } district)
            text = Shortened(text, district, words);
        if (units.Street is not { } street)
            return text;
        var longest = text.StartsWith(street.Name, StringComparison.Ordinal) ? street.Name : "";
        foreach (var alias in street.Aliases)
        {
            // Only names that say what they are: 望京 in 望京西园 is part of the place's name, 望京街道 is not.
            if (
                alias.Length > longest.Length
                && text.StartsWith(alias, StringComparison.Ordinal)
                && words.StreetSuffixes.CutEnd(alias, keep: 1).Length < alias.Length
            )
                longest = alias;
        }
        return Shortened(text, longest, words);
    }

    /// <summary>北京市 goes; 北京 alone goes only before the district, for it begins many a name: 北京南站.</summary>
    private static ReadOnlySpan<char> WithoutCity(ReadOnlySpan<char> text, string? district, PlaceWords words)
    {
        foreach (var city in words.City.All)
        {
            var rest = Shortened(text, city, words);
            if (
                rest.Length < text.Length
                && (city.EndsWith('市') || (district is not null && rest.StartsWith(district, StringComparison.Ordinal)))
            )
                return rest;
        }
        return text;
    }

    /// <summary>多福巷社区小脖鸽胡同 → 小脖鸽胡同: only a community that the lists know, only with 社区 or the like, only before a name.</summary>
    private static ReadOnlySpan<char> WithoutCommunity(ReadOnlySpan<char> text, in UnitNames units, Gazetteer gazetteer)
    {
        foreach (var mark in CommunityMarks)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 1 || at + mark.Length + ShortestRest > text.Length)
                continue;
            var rest = text[(at + mark.Length)..];
            var isName = !char.IsAsciiDigit(rest[0]) && !PlaceNumerals.Chinese.Contains(rest[0]) && char.IsLetter(rest[0]);
            if (!isName || gazetteer.FindCommunity(units.District, units.Street?.Name, text[..(at + mark.Length)]) is null)
                return text;
            return Shortened(text, text[..(at + mark.Length)], gazetteer.Words);
        }
        return text;
    }

    private static ReadOnlySpan<char> Shortened(ReadOnlySpan<char> text, ReadOnlySpan<char> unit, PlaceWords words)
    {
        if (unit.IsEmpty || !text.StartsWith(unit, StringComparison.Ordinal))
            return text;
        var rest = text[unit.Length..];
        return words.Institutions.CutStart(rest).Length < rest.Length ? text : rest;
    }
}

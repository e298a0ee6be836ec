using System.Text.RegularExpressions;

namespace Hotspot.Geo;

/// <summary>
/// The key of a named place: <c>district/street/text</c>, where the text has lost what does not tell one place from another (the names of city,
/// district and street in front, building, unit, floor and door, 附近 and 门口 behind). Equal keys mean the same place at house-number, compound or
/// named-site precision. A text that names no such place (某小区, 不详, a street or community alone) has no key.
/// </summary>
public static partial class PlaceKey
{
    /// <summary>Longer texts are stories, not places; the key looks at this many characters.</summary>
    private const int LongestText = 120;
    private const int ShortestName = 2;

    /// <param name="district">Canonical name, or null where unknown.</param>
    /// <param name="street">Canonical name, or null where unknown.</param>
    /// <param name="gazetteer">Names of streets and communities; null for a city without lists.</param>
    public static string? Of(string? text, string? district, string? street, Gazetteer? gazetteer)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var raw = text.AsSpan(0, Math.Min(text.Length, LongestText));
        Span<char> buffer = stackalloc char[LongestText];
        var name = Name(buffer[..PlaceText.Normalise(raw, buffer)], district, street, gazetteer);
        return name.IsEmpty ? null : string.Concat(district, "/", string.Concat(street, "/", name));
    }

    /// <summary>The part of a normalised text that names the place; empty where it names none.</summary>
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text, string? district, string? street, Gazetteer? gazetteer)
    {
        var words = gazetteer?.Words ?? PlaceWords.None;
        if (gazetteer is not null)
            text = WithoutUnits(text, district, street, gazetteer);
        text = WithoutDetail(text);
        text = WithoutTail(text, words);
        if (text.Length < ShortestName || text.Contains('某') || words.IsVague(text) || !HasName(text))
            return [];
        return gazetteer is not null && IsUnit(text, district, street, gazetteer) ? [] : text;
    }

    private static ReadOnlySpan<char> WithoutUnits(ReadOnlySpan<char> text, string? district, string? street, Gazetteer gazetteer)
    {
        var words = gazetteer.Words;
        text = WithoutCity(text, district, words);
        if (district is not null)
            text = Shortened(text, district, words);
        if (district is null || street is null || gazetteer.FindStreet(district, street) is not { } unit)
            return text;
        var longest = text.StartsWith(unit.Name, StringComparison.Ordinal) ? unit.Name : "";
        foreach (var alias in unit.Aliases)
        {
            // Only names that say what they are: 望京 in 望京西园 is part of the place's name, 望京街道 is not.
            if (
                alias.Length > longest.Length
                && text.StartsWith(alias, StringComparison.Ordinal)
                && PlaceText.WithoutSuffix(alias, words.StreetSuffixes, keep: 1).Length < alias.Length
            )
                longest = alias;
        }
        return Shortened(text, longest, words);
    }

    /// <summary>北京市 goes; 北京 alone goes only before the district, for it begins many a name: 北京南站.</summary>
    private static ReadOnlySpan<char> WithoutCity(ReadOnlySpan<char> text, string? district, PlaceWords words)
    {
        foreach (var city in words.City)
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

    private static ReadOnlySpan<char> Shortened(ReadOnlySpan<char> text, ReadOnlySpan<char> unit, PlaceWords words)
    {
        if (!text.StartsWith(unit, StringComparison.Ordinal))
            return text;
        var rest = text[unit.Length..];
        return PlaceText.WithoutPrefix(rest, words.Institutions).Length < rest.Length ? text : rest;
    }

    private static ReadOnlySpan<char> WithoutDetail(ReadOnlySpan<char> text)
    {
        foreach (var match in Detail().EnumerateMatches(text))
            return text[..match.Index];
        return text;
    }

    /// <summary>Takes closing punctuation, a closing remark in brackets and trailing words off, until none is left.</summary>
    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> text, PlaceWords words)
    {
        while (true)
        {
            var before = text.Length;
            text = text.Trim(" ,.;:、，。；：-_/|\"'“”");
            if (text is [.., ')'] && text.LastIndexOf('(') is >= ShortestName and var open)
                text = text[..open];
            text = PlaceText.WithoutSuffix(text, words.Trailing, keep: 0);
            if (text.Length == before)
                return text;
        }
    }

    /// <summary>A house number alone, or nothing but masks, names no place.</summary>
    private static bool HasName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) && c is not ('号' or '院' or '楼' or '×' or 'X'))
                return true;
        }
        return false;
    }

    private static bool IsUnit(ReadOnlySpan<char> text, string? district, string? street, Gazetteer gazetteer)
    {
        var words = gazetteer.Words;
        if (PlaceText.WithoutSuffix(text, words.StreetSuffixes, keep: 1).Length < text.Length)
            return (district is null ? gazetteer.FindStreet(text) : gazetteer.FindStreet(district, text)) is not null;
        if (PlaceText.WithoutSuffix(text, words.CommunitySuffixes, keep: 1).Length < text.Length)
            return gazetteer.FindCommunity(district, null, text) is not null || gazetteer.FindCommunity(district, street, text) is not null;
        return text is [.., '区'] && gazetteer.FindDistrict(text.ToString()) is not null;
    }

    /// <summary>Building, block, unit, floor, room, door, with masked digits; a house number (12号, 6号院) stays.</summary>
    [GeneratedRegex(
        "(地下)?([0-9A-Z一二三四五六七八九十百甲乙丙丁*×#-]+(号楼|栋|幢|座|单元|层|室|户)|[0-9*×]+(号?门|楼|-[0-9*×]+-[0-9*×]+))"
    )]
    private static partial Regex Detail();
}

namespace Hotspot.Geo;

/// <summary>District, street and community of one row by their canonical names, read from its cells and completed from what else it says.</summary>
internal readonly record struct UnitNames(string? District, string? Street, string? Community, LonLat? StreetPoint, LonLat? CommunityPoint)
{
    public static UnitNames Read(in PlaceStatement stated, LonLat? position, DistrictMap? map, Gazetteer gazetteer, ref GeoFlags flags)
    {
        var district = StatedDistrict(stated.District, gazetteer, ref flags);
        if (district is null && position is { } point && (flags & GeoFlags.OutsideCity) == 0 && map is not null)
        {
            district = Position.DistrictAt(map, point);
            flags |= district is null ? GeoFlags.None : GeoFlags.DistrictFromCoordinate;
        }
        var street = StatedStreet(stated.Street, ref district, gazetteer, ref flags);
        var community = StatedCommunity(stated.Community, district, street, gazetteer, ref flags);
        if (community is not null)
        {
            if (district is null && (flags & GeoFlags.OutsideCity) == 0)
                (district, flags) = (community.District, flags | GeoFlags.DistrictFromCommunity);
            if (street is null && district == community.District)
                (street, flags) = (gazetteer.FindStreet(district, community.Street), flags | GeoFlags.StreetFromCommunity);
        }
        if ((district is null || street is null) && (flags & GeoFlags.OutsideCity) == 0)
            FromPlaceText(stated.PlaceText, ref district, ref street, gazetteer, ref flags);
        return new UnitNames(district, street?.Name, community?.Name, street?.Point, community?.Point);
    }

    private static string? StatedDistrict(string? stated, Gazetteer gazetteer, ref GeoFlags flags)
    {
        if (gazetteer.Words.IsBlank(stated))
            return null;
        if (gazetteer.FindDistrict(stated!) is { } district)
            return district.Name;
        flags |= gazetteer.Words.IsOutside(stated!) ? GeoFlags.OutsideCity : GeoFlags.DistrictUnrecognised;
        return null;
    }

    private static Street? StatedStreet(string? stated, ref string? district, Gazetteer gazetteer, ref GeoFlags flags)
    {
        var words = gazetteer.Words;
        if (words.IsBlank(stated) || words.IsOutside(stated!))
            return null;
        if (district is not null && gazetteer.FindStreet(district, stated) is { } plain)
            return plain;
        var name = PlaceText.WithoutPrefix(PlaceText.Normalised(stated!), words.City);
        var named = LeadingDistrict(ref name, gazetteer);
        if (name.IsEmpty || words.IsBlank(name.ToString()))
            return null;
        if (district is null && (flags & GeoFlags.OutsideCity) == 0)
        {
            var found = named is null ? gazetteer.FindStreet(name) : gazetteer.FindStreet(named, name);
            if (found is not null || named is not null)
                (district, flags) = (named ?? found!.District, flags | GeoFlags.DistrictFromStreet);
            flags |= found is null ? GeoFlags.StreetUnrecognised : GeoFlags.None;
            return found;
        }
        if (district is not null && (named is null || named == district) && gazetteer.FindStreet(district, name) is { } street)
            return street;
        var elsewhere = (named is not null && named != district) || gazetteer.FindStreet(name) is not null;
        flags |= elsewhere ? GeoFlags.StreetConflict : GeoFlags.StreetUnrecognised;
        return null;
    }

    private static Community? StatedCommunity(string? stated, string? district, Street? street, Gazetteer gazetteer, ref GeoFlags flags)
    {
        if (gazetteer.Words.IsBlank(stated))
            return null;
        var name = PlaceText.WithoutPrefix(PlaceText.Normalised(stated!), gazetteer.Words.City);
        LeadingDistrict(ref name, gazetteer);
        if (street is not null && name.Length > street.Name.Length && name.StartsWith(street.Name, StringComparison.Ordinal))
            name = name[street.Name.Length..];
        var found = name.IsEmpty ? null : gazetteer.FindCommunity(district, street?.Name, name);
        flags |= found is null ? GeoFlags.CommunityUnrecognised : GeoFlags.None;
        return found;
    }

    /// <summary>朝阳区望京街道… in the place text fills what the cells leave open; it never overrules them.</summary>
    private static void FromPlaceText(string? text, ref string? district, ref Street? street, Gazetteer gazetteer, ref GeoFlags flags)
    {
        if (gazetteer.Words.IsBlank(text))
            return;
        var rest = PlaceText.WithoutPrefix(PlaceText.Normalised(text!), gazetteer.Words.City);
        var named = LeadingDistrict(ref rest, gazetteer);
        if (named is not null && district is not null && named != district)
            return;
        var found = street is null ? LeadingStreet(rest, named ?? district, gazetteer) : null;
        if (district is null && (named ?? found?.District) is { } filled)
            (district, flags) = (filled, flags | GeoFlags.DistrictFromPlaceText);
        if (found is not null && found.District == district)
            (street, flags) = (found, flags | GeoFlags.StreetFromPlaceText);
    }

    /// <summary>Takes a district's full name off the front. Short names stay: 朝阳 in 朝阳公园 is no statement.</summary>
    private static string? LeadingDistrict(ref ReadOnlySpan<char> text, Gazetteer gazetteer)
    {
        foreach (var district in gazetteer.Districts)
        {
            if (text.StartsWith(district.Name, StringComparison.Ordinal))
            {
                text = text[district.Name.Length..];
                return district.Name;
            }
        }
        return null;
    }

    /// <summary>A street with its suffix (街道, 镇 …) at the front of the text.</summary>
    private static Street? LeadingStreet(ReadOnlySpan<char> text, string? district, Gazetteer gazetteer)
    {
        const int LongestName = 14;
        foreach (var suffix in gazetteer.Words.StreetSuffixes)
        {
            var at = text[..Math.Min(text.Length, LongestName)].IndexOf(suffix, StringComparison.Ordinal);
            if (at < 1)
                continue;
            var name = text[..(at + suffix.Length)];
            if ((district is null ? gazetteer.FindStreet(name) : gazetteer.FindStreet(district, name)) is { } street)
                return street;
        }
        return null;
    }
}

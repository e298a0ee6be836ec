namespace Hotspot.Geo;

/// <summary>District, street and community of one row by their canonical names, read from its cells and completed from what else it says.</summary>
internal readonly record struct UnitNames(string? District, Street? Street, Community? Community)
{
    /// <param name="around">District that the row's coordinate lies in; null where that is not known.</param>
    public static UnitNames Read(in PlaceStatement stated, string? around, Gazetteer gazetteer, ref GeoFlags flags)
    {
        var era = gazetteer.EraOf(stated.On);
        var district = StatedDistrict(stated.District, era, gazetteer, ref flags, out var beside);
        if (district is null && around is not null && (flags & GeoFlags.OutsideCity) == 0)
            (district, flags) = (around, flags | GeoFlags.DistrictFromCoordinate);
        var street = StatedStreet(gazetteer.Words.IsBlank(stated.Street) ? beside : stated.Street, era, ref district, gazetteer, ref flags);
        var community = StatedCommunity(stated.Community, district, street, gazetteer, ref flags);
        if (community is not null)
        {
            if (district is null && (flags & GeoFlags.OutsideCity) == 0)
                (district, flags) = (community.District, flags | GeoFlags.DistrictFromCommunity);
            if (street is null && district == community.District && StreetOf(community, era, gazetteer) is { } home)
                (street, flags) = (home, flags | GeoFlags.StreetFromCommunity);
        }
        if ((district is null || street is null) && (flags & GeoFlags.OutsideCity) == 0)
            FromPlaceText(stated.PlaceText, era, ref district, ref street, gazetteer, ref flags);
        return new UnitNames(district, street, community);
    }

    /// <summary>These, with what a text in front of its place fills in.</summary>
    public UnitNames CompletedFrom(string text, DateOnly? on, Gazetteer gazetteer, ref GeoFlags flags)
    {
        var (district, street) = (District, Street);
        if ((district is null || street is null) && (flags & GeoFlags.OutsideCity) == 0)
            FromPlaceText(text, gazetteer.EraOf(on), ref district, ref street, gazetteer, ref flags);
        return new UnitNames(district, street, Community);
    }

    /// <summary>The street that the lists put the community in; null where that street did not stand on the day.</summary>
    private static Street? StreetOf(Community community, int era, Gazetteer gazetteer)
    {
        var found = gazetteer.StreetNamed(community.District, community.Street, era);
        return found.OtherTime ? null : found.Unit;
    }

    /// <param name="beside">A street that stands in the same cell behind the district's name; null: none.</param>
    private static string? StatedDistrict(string? stated, int era, Gazetteer gazetteer, ref GeoFlags flags, out string? beside)
    {
        beside = null;
        if (gazetteer.Words.IsBlank(stated))
        {
            // A name in the wrong column was hidden: a word that no list knows, not an empty cell.
            flags |= stated?.Contains('×', StringComparison.Ordinal) == true ? GeoFlags.DistrictUnrecognised : GeoFlags.None;
            return null;
        }
        var found = gazetteer.DistrictNamed(stated!);
        if (found.Unit is { } district)
        {
            flags |= found.IsAlias ? GeoFlags.DistrictAlias : GeoFlags.None;
            return district.Name;
        }
        var rest = gazetteer.Words.City.CutStart(PlaceText.Normalised(stated!));
        if (LeadingDistrict(ref rest, gazetteer) is { } leading && gazetteer.StreetNamed(leading, rest, era).Unit is not null)
        {
            (beside, flags) = (rest.ToString(), flags | GeoFlags.DistrictAlias);
            return leading;
        }
        flags |= gazetteer.Words.IsOutside(stated!) ? GeoFlags.OutsideCity : GeoFlags.DistrictUnrecognised;
        return null;
    }

    private static Street? StatedStreet(string? stated, int era, ref string? district, Gazetteer gazetteer, ref GeoFlags flags)
    {
        var words = gazetteer.Words;
        if (words.IsBlank(stated) || words.IsOutside(stated!))
            return null;
        if (district is not null && Taken(gazetteer.StreetNamed(district, stated, era), ref flags) is { } plain)
            return plain;
        var name = words.City.CutStart(PlaceText.Normalised(stated!));
        var named = LeadingDistrict(ref name, gazetteer);
        if (name.IsEmpty || words.IsBlank(name))
            return null;
        if (district is null && (flags & GeoFlags.OutsideCity) == 0)
        {
            var found = Taken(gazetteer.StreetNamed(named, name, era), ref flags);
            if (found is not null || named is not null)
                (district, flags) = (named ?? found!.District, flags | GeoFlags.DistrictFromStreet);
            flags |= found is null ? GeoFlags.StreetUnrecognised : GeoFlags.None;
            return found;
        }
        if (
            district is not null
            && (named is null || named == district)
            && Taken(gazetteer.StreetNamed(district, name, era), ref flags) is { } street
        )
            return street;
        var elsewhere = (named is not null && named != district) || gazetteer.HasStreet(name, era);
        flags |= elsewhere ? GeoFlags.StreetConflict : GeoFlags.StreetUnrecognised;
        return null;
    }

    private static Street? Taken(in Named<Street> found, ref GeoFlags flags)
    {
        flags |= found.IsAlias ? GeoFlags.StreetAlias : GeoFlags.None;
        flags |= found is { Unit: not null, OtherTime: true } ? GeoFlags.StreetRenamed : GeoFlags.None;
        return found.Unit;
    }

    private static Community? StatedCommunity(string? stated, string? district, Street? street, Gazetteer gazetteer, ref GeoFlags flags)
    {
        if (gazetteer.Words.IsBlank(stated))
            return null;
        if (gazetteer.FindCommunity(district, street?.Name, stated) is { } plain)
            return plain;
        var name = gazetteer.Words.City.CutStart(PlaceText.Normalised(stated!));
        LeadingDistrict(ref name, gazetteer);
        if (street is not null && name.Length > street.Name.Length && name.StartsWith(street.Name, StringComparison.Ordinal))
            name = name[street.Name.Length..];
        var found = name.IsEmpty ? null : gazetteer.FindCommunity(district, street?.Name, name);
        flags |= found is null ? GeoFlags.CommunityUnrecognised : GeoFlags.None;
        return found;
    }

    /// <summary>朝阳区望京街道… in the place text fills what the cells leave open; it never overrules them.</summary>
    private static void FromPlaceText(
        string? text,
        int era,
        ref string? district,
        ref Street? street,
        Gazetteer gazetteer,
        ref GeoFlags flags
    )
    {
        if (gazetteer.Words.IsBlank(text))
            return;
        var rest = gazetteer.Words.City.CutStart(PlaceText.Normalised(text!));
        var named = LeadingDistrict(ref rest, gazetteer);
        if (named is not null && district is not null && named != district)
            return;
        var found = street is null ? LeadingStreet(rest, named ?? district, era, gazetteer) : default;
        if (district is null && (named ?? found.Unit?.District) is { } filled)
            (district, flags) = (filled, flags | GeoFlags.DistrictFromPlaceText);
        if (found.Unit is not null && found.Unit.District == district)
            (street, flags) = (Taken(found, ref flags), flags | GeoFlags.StreetFromPlaceText);
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
    private static Named<Street> LeadingStreet(ReadOnlySpan<char> text, string? district, int era, Gazetteer gazetteer)
    {
        const int LongestName = 14;
        foreach (var suffix in gazetteer.Words.StreetSuffixes.All)
        {
            var at = text[..Math.Min(text.Length, LongestName)].IndexOf(suffix, StringComparison.Ordinal);
            if (at < 1)
                continue;
            var found = gazetteer.StreetNamed(district, text[..(at + suffix.Length)], era);
            if (found.Unit is not null)
                return found;
        }
        return default;
    }
}

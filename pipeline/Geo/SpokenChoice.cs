namespace Hotspot.Geo;

/// <summary>Which of the names that were found in a text the complaint is about. Weights are set on tests/Data/geo/spoken_names.tsv, tuning half.</summary>
internal static class SpokenChoice
{
    private const int InTitle = 4;
    private const int MostRepeats = 2;

    /// <summary>北太平庄路18号|城建大厦, 广泉小区|广泉便民菜市场: the first only leads to the second.</summary>
    private const int LedOn = 4;

    /// <param name="titleEnd">Where the title ends in the text.</param>
    public static SpokenName Of(ReadOnlySpan<char> text, int titleEnd, ReadOnlySpan<SpokenSpan> found)
    {
        var (place, organisation) = (-1, -1);
        var (bestPlace, bestOrganisation) = (int.MinValue, int.MinValue);
        for (var i = 0; i < found.Length; i++)
        {
            ref readonly var name = ref found[i];
            if (name.Role == SpokenRole.District)
                continue;
            var score =
                Weight(name)
                + Circumstances(name, titleEnd)
                + Math.Min(Repeats(text, found, i), MostRepeats)
                - (IsLedOn(found, i) ? LedOn : 0);
            if (name.IsPlace && score > bestPlace)
                (place, bestPlace) = (i, score);
            else if (name.IsOrganisation && score > bestOrganisation)
                (organisation, bestOrganisation) = (i, score);
        }
        var told = organisation < 0 ? null : Written(text, found[organisation].Start, found[organisation].End);
        if (place < 0)
            return new SpokenName(null, null, Units(text, found) is { IsEmpty: false } alone ? alone.ToString() : null, told);
        ref readonly var chosen = ref found[MoreExact(text, found, place)];
        return new SpokenName(Written(text, chosen.Start, chosen.End), chosen.Kind, Address(text, found, chosen), told);
    }

    private static bool IsLedOn(ReadOnlySpan<SpokenSpan> found, int of) =>
        of + 1 < found.Length
        && found[of + 1]
            is { IsPlace: true, Kind: not (PlaceKind.Road or PlaceKind.Crossing or PlaceKind.Community or PlaceKind.Village) } next
        && next.Start == found[of].AddressEnd;

    private static int Weight(in SpokenSpan name) =>
        name.Role switch
        {
            SpokenRole.Shop => 6,
            SpokenRole.Company => name.IsPart ? 1 : 5,
            _ => name.Kind switch
            {
                PlaceKind.Estate or PlaceKind.Compound or PlaceKind.Crossing or PlaceKind.Site or PlaceKind.Market => 8,
                PlaceKind.Mall or PlaceKind.Building or PlaceKind.Park => 7,
                PlaceKind.Station or PlaceKind.School or PlaceKind.Hospital => 6,
                PlaceKind.Village or PlaceKind.Community => 4,
                _ => 3,
            },
        };

    private static int Circumstances(in SpokenSpan name, int titleEnd) =>
        (name.Start < titleEnd ? InTitle : 0)
        + name.Before switch
        {
            SpokenRole.Home => -6,
            SpokenRole.Way => -6,
            SpokenRole.Told => -5,
            SpokenRole.At => 1,
            _ => 0,
        }
        + name.After switch
        {
            SpokenRole.Home => -3,
            SpokenRole.People => -1,
            SpokenRole.Near => -2,
            _ => 0,
        };

    private static int Repeats(ReadOnlySpan<char> text, ReadOnlySpan<SpokenSpan> found, int of)
    {
        var name = text[found[of].Start..found[of].End];
        var repeats = 0;
        for (var i = of + 1; i < found.Length; i++)
            repeats += name.SequenceEqual(text[found[i].Start..found[i].End]) ? 1 : 0;
        return repeats;
    }

    /// <summary>A name that begins with the chosen one, or the same with a building, says more: 望京西园 and 望京西园三区305号楼.</summary>
    private static int MoreExact(ReadOnlySpan<char> text, ReadOnlySpan<SpokenSpan> found, int chosen)
    {
        var best = chosen;
        for (var i = 0; i < found.Length; i++)
        {
            var written = text[found[best].Start..found[best].AddressEnd];
            var other = text[found[i].Start..found[i].AddressEnd];
            if (found[i].IsPlace && found[i].Kind == found[chosen].Kind && other.Length > written.Length && other.StartsWith(written))
                best = i;
        }
        return best;
    }

    /// <summary>The units are those in front of the name; where there are none, those that the text names, if it names no others.</summary>
    private static string Address(ReadOnlySpan<char> text, ReadOnlySpan<SpokenSpan> found, in SpokenSpan chosen)
    {
        var own = text[chosen.Units];
        return string.Concat(own.IsEmpty ? Units(text, found) : own, text[chosen.Start..chosen.AddressEnd]);
    }

    /// <summary>The one chain of units that the text names; empty where it names none, or several.</summary>
    private static ReadOnlySpan<char> Units(ReadOnlySpan<char> text, ReadOnlySpan<SpokenSpan> found)
    {
        ReadOnlySpan<char> units = default;
        foreach (ref readonly var unit in found)
        {
            if (unit.Role != SpokenRole.District)
                continue;
            var named = text[unit.Start..unit.End];
            if (units.IsEmpty || named.StartsWith(units))
                units = named;
            else if (!units.StartsWith(named))
                return default;
        }
        return units;
    }

    private static string Written(ReadOnlySpan<char> text, int start, int end) => new(text[start..end]);
}

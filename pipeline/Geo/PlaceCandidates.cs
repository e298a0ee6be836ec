namespace Hotspot.Geo;

/// <summary>What a reviewer may choose from where a place text fits no place of the gazetteer, or several.</summary>
/// <param name="Place">Its district and street may be those of the row or, where the row knows no street, any of the district.</param>
public sealed record PlaceCandidate(NamedPlace Place, PlaceFit Fit);

/// <summary>Lists the candidates of one row. A pure function of the row and the lists.</summary>
public static class PlaceCandidates
{
    private const int MostShown = 8;

    /// <returns>Best first, at most eight; empty where the row knows no district or names no place.</returns>
    public static IReadOnlyList<PlaceCandidate> Of(in PlaceStatement stated, GeoReference reference)
    {
        if (reference.Gazetteer is not { } gazetteer || reference.Places is not { } places || gazetteer.Words.IsBlank(stated.PlaceText))
            return [];
        var flags = GeoFlags.None;
        var units = UnitNames.Read(stated, null, gazetteer, ref flags);
        if (units.District is not { } district)
            return [];
        if (PlaceKey.Of(stated.PlaceText, units, gazetteer, out _) is not { } key)
            return [];
        var found = places.Candidates(key, district, units.Street?.Name, out var fit);
        return [.. found.Take(MostShown).Select(place => new PlaceCandidate(place, fit))];
    }
}

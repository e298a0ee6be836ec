namespace Hotspot.Geo;

/// <summary>
/// Where the complaints of a street are to be expected: the mean of its communities where at least three have a point, since people complain where
/// they live, else the street's own point, its office. With the usual distance of a complaint from there.
/// </summary>
internal sealed class StreetCentres
{
    private const int FewestCommunities = 3;

    /// <summary>Complaints lie around their community's point.</summary>
    private const double CommunitySpreadM = 350;

    /// <summary>An office stands anywhere in its street, half way to the next one's at most.</summary>
    private const double OfficeSpreadM = 250;

    private readonly Dictionary<(string District, string Street), (LonLat At, double SpreadM)> _centres = [];

    public StreetCentres(Gazetteer gazetteer)
    {
        var communities = gazetteer
            .Communities.Where(community => community.Point is not null)
            .ToLookup(community => (community.District, community.Street), community => community.Point!.Value);
        var offices = gazetteer.Streets.Select(street => street.Point).OfType<LonLat>().Distinct().ToArray();
        foreach (var street in gazetteer.Streets)
        {
            var points = communities[(street.District, street.Name)].ToArray();
            if (points.Length >= FewestCommunities)
                _centres[(street.District, street.Name)] = Middle(points);
            else if (street.Point is { } office && _centres.TryAdd((street.District, street.Name), default))
            {
                var next = offices.Where(other => other != office).Min(other => Nearness.Metres(office, other));
                _centres[(street.District, street.Name)] = (office, OfficeSpreadM + next / 2);
            }
        }
    }

    /// <summary>Null where neither the street nor its communities have a point.</summary>
    public (LonLat At, double SpreadM)? Of(Street street) =>
        _centres.TryGetValue((street.District, street.Name), out var centre) ? centre : null;

    private static (LonLat, double) Middle(LonLat[] points)
    {
        var middle = new LonLat(points.Average(point => point.Longitude), points.Average(point => point.Latitude));
        var squares = points.Average(point => Math.Pow(Nearness.Metres(point, middle), 2));
        return (middle, Math.Sqrt(squares + CommunitySpreadM * CommunitySpreadM));
    }
}

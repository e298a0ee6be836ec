using Hotspot.Geo;
using Hotspot.Ingest;
using Hotspot.Records;

namespace Hotspot.Enrich;

/// <summary>
/// Fills the derived block of a complaint from its stated block: time, day kind, place, issue, the organisation that its sentences speak of. A pure function, so that it can be asked again
/// when files complete each other or reference data change. Safe to call from several threads.
/// </summary>
public sealed class Derivation(CityReference city)
{
    private static readonly string Wgs84 = Snake.Code(CoordinateSystem.Wgs84);
    private readonly Dictionary<string, PlaceResolver> _resolvers = Enum.GetValues<CoordinateSystem>()
        .ToDictionary(Snake.Code, system => new PlaceResolver(city.Geo, system), StringComparer.Ordinal);

    private readonly SpokenNames _spoken = SpokenNames.Load(city.Geo);

    public Complaint Of(Complaint stated)
    {
        var spoken = _spoken.Read(stated.Title, stated.ContentMasked);
        var time = EventTime.Choose(stated);
        var on = DateOnly.FromDateTime(time.OccurredAt ?? DateTime.MinValue);
        var place = _resolvers[stated.StatedCrs ?? Wgs84]
            .Resolve(
                new PlaceStatement(
                    stated.StatedDistrict,
                    stated.StatedStreet,
                    stated.StatedCommunity,
                    stated.PlaceText,
                    stated.StatedLongitude,
                    stated.StatedLatitude,
                    time.OccurredAt is null ? null : on,
                    spoken
                )
            );
        var issue = city.Issues.Resolve(
            on,
            [stated.Category1, stated.Category2, stated.Category3, stated.Category4, stated.Category5],
            stated.Title,
            stated.ContentMasked
        );
        return stated with
        {
            OccurredAt = time.OccurredAt,
            TimePrecision = time.Precision,
            TimeFrom = time.From,
            DayKind = city.Calendar.Of(on),
            Issue = issue.Issue,
            IssueFrom = issue.From,
            IssueConfidence = issue.Confidence,
            District = place.District,
            Street = place.Street,
            Community = place.Community,
            PlaceKey = place.PlaceKey,
            Building = place.Building,
            Longitude = place.Longitude,
            Latitude = place.Latitude,
            GeoLevel = place.Level,
            GeoFlags = place.Flags,
            SpokenOrganisation = spoken.Organisation,
            QualityFlags = QualityFlags.Of(stated, time),
        };
    }
}

using Hotspot.Enrich;
using Hotspot.Geo;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Runs.Review;

/// <summary>A known place that a doubtful text may mean.</summary>
/// <param name="Label">As the drop-down shows it: 利泽嘉园（朝阳区望京街道）.</param>
internal sealed record PlaceChoice(string Label, NamedPlace Place)
{
    public string? District => Street is null ? null : Place.District;

    /// <summary>Null: the place is known in its whole district, and the row's own street holds.</summary>
    public string? Street => Place.Street;
}

/// <summary>What a row about a place offers, worked out alike when the workbook is made and when it comes back: a function of the question and the gazetteer.</summary>
internal sealed class PlaceChoices(CityReference city)
{
    private readonly PlaceResolver _resolver = new(city.Geo, CoordinateSystem.Wgs84);

    /// <summary>False where the name that a person typed (某小区) leaves the complaints where the text at fault left them.</summary>
    public bool NamesPlace(ReviewItem item, Correction typed)
    {
        var parts = OverrideKey.Parts(item.Key);
        var (district, street) = (typed.District ?? Stated(parts[1]), typed.Street ?? (typed.District is null ? Stated(parts[2]) : null));
        PlaceResolution Resolved(string? place) => _resolver.Resolve(new PlaceStatement(district, street, null, place, null, null));
        var (named, before) = (Resolved(typed.Place), Resolved(parts[0]));
        return named.PlaceKey is not null || named != before with { Flags = named.Flags };
    }

    /// <returns>Best first; empty where nothing known is near, and for rows about something else.</returns>
    public IReadOnlyList<PlaceChoice> Of(ReviewItem item)
    {
        if (item.Kind != OverrideKind.Place)
            return [];
        var parts = OverrideKey.Parts(item.Key);
        var stated = new PlaceStatement(
            Stated(parts[1]) ?? item.Present.District,
            Stated(parts[2]) ?? item.Present.Street,
            null,
            parts[0],
            null,
            null
        );
        return
        [
            .. PlaceCandidates
                .Of(stated, city.Geo)
                .Select(one => new PlaceChoice($"{one.Place.Name}（{one.Place.District}{one.Place.Street}）", one.Place))
                .DistinctBy(choice => choice.Label),
        ];
    }

    private static string? Stated(string part) => part.Length == 0 ? null : part;
}

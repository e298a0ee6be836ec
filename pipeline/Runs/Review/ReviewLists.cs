using Hotspot.Classify;
using Hotspot.Enrich;
using Hotspot.Store;

namespace Hotspot.Runs.Review;

/// <summary>The values that a decision may take: the city's lists, or what the store holds where a city has none.</summary>
internal sealed record ReviewLists(IReadOnlyList<string> Issues, IReadOnlyDictionary<string, IReadOnlyList<string>> Streets)
{
    public IEnumerable<string> Districts => Streets.Keys;

    public static ReviewLists Of(CityReference city, Session store, DateOnly day)
    {
        var held = store.Query("Store/review_lists", row => (List: row.GetString(0), Name: row.GetString(1), Sub: row.TextAt(2)));
        var issues = city.HasIssueRules ? city.Issues.On(day) : [.. held.Where(one => one.List == "issue").Select(one => one.Name)];
        var units = city.Geo.Gazetteer is { } gazetteer
            ? gazetteer.Districts.Select(district =>
                (
                    district.Name,
                    gazetteer
                        .Streets.Where(street =>
                            street.District == district.Name
                            && (street.ValidFrom is null || street.ValidFrom <= day)
                            && (street.ValidUntil is null || street.ValidUntil >= day)
                        )
                        .Select(street => street.Name)
                )
            )
            : held.Where(one => one.List == "unit")
                .GroupBy(one => one.Name)
                .Select(group => (group.Key, group.Select(one => one.Sub).OfType<string>()));
        return new ReviewLists(
            [.. issues.Append(IssueList.Other).Distinct()],
            units.ToDictionary(unit => unit.Item1, unit => (IReadOnlyList<string>)[.. unit.Item2.Distinct()], StringComparer.Ordinal)
        );
    }
}

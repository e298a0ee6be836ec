using Hotspot.Geo;

namespace Hotspot.Ingest;

/// <summary>The coordinate systems that a unit's settings declare in the place of those of the profiles.</summary>
public static class DeclaredSystems
{
    /// <param name="declared">Id of a source → <c>wgs84</c>, <c>gcj02</c>, <c>bd09</c> or <c>cgcs2000</c>.</param>
    /// <exception cref="ProblemException">No profile has the id.</exception>
    public static IReadOnlyList<SourceProfile> Over(SourceProfiles profiles, IReadOnlyDictionary<string, string> declared)
    {
        foreach (var id in declared.Keys)
            _ = profiles[id];
        return
        [
            .. profiles.All.Select(profile =>
                declared.TryGetValue(profile.Id, out var system)
                    ? profile with
                    {
                        CoordinateSystem = Enum.Parse<CoordinateSystem>(system, ignoreCase: true),
                    }
                    : profile
            ),
        ];
    }
}

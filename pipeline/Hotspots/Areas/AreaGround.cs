using Hotspot.Hotspots.Statistics;

namespace Hotspot.Hotspots.Areas;

/// <summary>A district (street null) or a street.</summary>
public readonly record struct AreaKey(string District, string? Street);

/// <summary>What counts are divided by; null where it is not known.</summary>
/// <param name="AreaFrom">list | outline | voronoi; null without an area.</param>
public readonly record struct AreaSize(double? Km2, string? AreaFrom, long? Residents);

/// <summary>Which areas of a level are next to each other, and how large they are.</summary>
/// <param name="Neighbours">Pairs of districts and pairs of streets.</param>
public sealed record AreaGround(IReadOnlyCollection<(AreaKey A, AreaKey B)> Neighbours, IReadOnlyDictionary<AreaKey, AreaSize> Sizes)
{
    public static AreaGround None { get; } = new([], new Dictionary<AreaKey, AreaSize>());

    /// <summary>The map of these areas, in their order; pairs with another area are passed over.</summary>
    internal Adjacency Map(IReadOnlyList<AreaKey> areas)
    {
        var index = areas.Select((area, i) => (area, i)).ToDictionary(pair => pair.area, pair => pair.i);
        return Adjacency.OfPairs(
            areas.Count,
            Neighbours.Where(pair => index.ContainsKey(pair.A) && index.ContainsKey(pair.B)).Select(pair => (index[pair.A], index[pair.B]))
        );
    }
}

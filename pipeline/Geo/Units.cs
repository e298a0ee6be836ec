namespace Hotspot.Geo;

/// <summary>A district of the city, or a unit of that rank (经济技术开发区 has no polygon). The point is the centre of its seat, WGS-84.</summary>
/// <param name="AreaKm2">Of the polygon; null where there is none.</param>
public sealed record District(string Code, string Name, IReadOnlyList<string> Aliases, LonLat? Point, double? AreaKm2);

/// <summary>A street-level unit; its key is (district, name). The point is its own, or the mean of its communities; null where neither is known.</summary>
/// <param name="Kind">街道 | 镇 | 乡 | 地区 | 园区.</param>
/// <param name="ValidFrom">First day; null: before all data.</param>
/// <param name="ValidUntil">Last day; null: still there.</param>
/// <param name="Successor">Name of the one unit of the district that took it over whole; null: still there, or parted among several.</param>
public sealed record Street(
    string Code,
    string District,
    string Name,
    string Kind,
    IReadOnlyList<string> Aliases,
    LonLat? Point,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    string? Successor = null
)
{
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>A community or village; names recur, its key is (district, street, name).</summary>
public sealed record Community(string Code, string District, string Street, string Name, LonLat? Point);

namespace Hotspot.Geo;

/// <summary>What a complaint's own sentences name. All parts are null where nothing is named.</summary>
/// <param name="Place">Name of the place that the complaint is about, in half-width capital form, without units before it and doors behind it.</param>
/// <param name="Kind">Of the place; null where there is none.</param>
/// <param name="Address">The place with the district, the street and the building that the text names with it, as a place column would state it; those units alone where no place is named.</param>
/// <param name="Organisation">Name of the shop or company that the complaint speaks of.</param>
public readonly record struct SpokenName(string? Place, PlaceKind? Kind, string? Address, string? Organisation)
{
    /// <summary>Whether the name tells one place from another as an address does: a road, village or community alone does not.</summary>
    public bool IsAddress => Kind is not (null or PlaceKind.Road or PlaceKind.Village or PlaceKind.Community);
}

namespace Hotspot.Hotspots.HotPoints;

/// <summary>So many places have so many units (one caller's issue) in a week.</summary>
public readonly record struct PlaceBin(int Week, int Units, long Places);

/// <summary>All places by their key over the steps: most of them as a tally, the listed ones week by week.</summary>
/// <param name="Places">Keys with a unit in any week.</param>
/// <param name="Bins">Those with at least one; the others are zeros.</param>
/// <param name="Listed">Key → units by week.</param>
public sealed record PlaceWeeks(long Places, IReadOnlyList<PlaceBin> Bins, IReadOnlyDictionary<string, int[]> Listed);

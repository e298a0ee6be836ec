using System.Globalization;

namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// Ids that stay with the place: a hotspot within 100 m of an earlier one takes over its id (nearest pairs first, each id once); a new one
/// is named by a hash of district, street and the ground where it was first seen, a place without a point by a hash of its key.
/// </summary>
internal static class HotspotIds
{
    public static string OfPlace(string? district, string? street, string placeKey) => Hash($"{district}|{street}|{placeKey}");

    public static string OfGround(string? district, string? street, string? label, double longitude, double latitude) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{district}|{street}|{label}|{longitude:F4},{latitude:F4}"));

    /// <param name="fresh">Id and metres of each hotspot of this period that has a point.</param>
    /// <returns>The id of each.</returns>
    public static string[] Inherit(IReadOnlyList<(string Id, double X, double Y)> fresh, PointInputs inputs, double sameM)
    {
        var known = inputs.Known.Select(old => (old.HotspotId, old.Away, At: inputs.Project(old.Longitude, old.Latitude))).ToArray();
        var pairs =
            from i in Enumerable.Range(0, fresh.Count)
            from old in known
            let distance = Math.Sqrt(Math.Pow(fresh[i].X - old.At.X, 2) + Math.Pow(fresh[i].Y - old.At.Y, 2))
            where distance <= sameM
            orderby old.Away, distance, old.HotspotId, i
            select (i, old.HotspotId);
        var ids = new string?[fresh.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in pairs)
        {
            if (ids[i] is null && taken.Add(id))
                ids[i] = id;
        }
        for (var i = 0; i < ids.Length; i++)
        {
            // The name of the ground may have moved away with an older hotspot.
            for (var turn = 1; ids[i] is null; turn++)
            {
                var id = turn == 1 ? fresh[i].Id : Hash(fresh[i].Id + "|" + turn.ToString(CultureInfo.InvariantCulture));
                if (taken.Add(id))
                    ids[i] = id;
            }
        }
        return ids!;
    }

    private static string Hash(string name) => NamedId.Of("h", name);
}

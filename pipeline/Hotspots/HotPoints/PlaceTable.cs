namespace Hotspot.Hotspots.HotPoints;

/// <summary>
/// Places with a point (METHODS c1): the coordinates of one place key that hang together by ≤ 25 m are one place, at the coordinate nearest
/// to all of them; a coordinate without a key is a place of its own. Snapped coordinates are no points. Places are numbered by (x, y, key),
/// so the order of the units does not matter.
/// </summary>
internal sealed class PlaceTable
{
    private readonly Dictionary<(string? Key, double Longitude, double Latitude), int> _places = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);

    private sealed record Spot(string? Key, double Longitude, double Latitude, double X, double Y)
    {
        public int Units { get; set; }
    }

    public PlaceTable(IEnumerable<PointUnit> units, Func<double, double, (double X, double Y)> project, PointSettings settings)
    {
        var spots = new Dictionary<(string?, double, double), Spot>();
        foreach (var unit in units)
        {
            if (unit.Longitude is not { } lon || unit.Latitude is not { } lat)
                continue;
            if (!spots.TryGetValue((unit.PlaceKey, lon, lat), out var spot))
            {
                var (x, y) = project(lon, lat);
                spots.Add((unit.PlaceKey, lon, lat), spot = new Spot(unit.PlaceKey, lon, lat, x, y));
            }
            spot.Units++;
        }
        var snapped = spots
            .Values.Where(spot => spot.Key is not null)
            .GroupBy(spot => (spot.Longitude, spot.Latitude))
            .Where(group => group.Count() >= settings.SnappedKeys)
            .Select(group => group.Key)
            .ToHashSet();
        Spot[] trusted = [.. spots.Values.Where(spot => !snapped.Contains((spot.Longitude, spot.Latitude)))];
        Array.Sort(trusted, InOrder);

        (Spot[] Part, Spot Centre)[] places =
        [
            .. trusted
                .GroupBy(spot => spot.Key)
                .SelectMany(group => group.Key is null ? group.Select(spot => new[] { spot }) : Parts([.. group], settings.MergeM))
                .Select(part => (part, part.Length == 1 ? part[0] : part[Medoid.Of(part, s => s.X, s => s.Y, s => s.Units)])),
        ];
        Array.Sort(places, (a, b) => InOrder(a.Centre, b.Centre));
        X = [.. places.Select(place => place.Centre.X)];
        Y = [.. places.Select(place => place.Centre.Y)];
        Longitude = [.. places.Select(place => place.Centre.Longitude)];
        Latitude = [.. places.Select(place => place.Centre.Latitude)];
        Key = [.. places.Select(place => place.Centre.Key)];
        for (var i = 0; i < places.Length; i++)
        {
            foreach (var spot in places[i].Part)
                _places.Add((spot.Key, spot.Longitude, spot.Latitude), i);
            if (Key[i] is { } key && !_byKey.TryAdd(key, i))
                _byKey[key] = -1;
        }
    }

    /// <summary>A total order: no two spots are alike in all three.</summary>
    private static int InOrder(Spot a, Spot b)
    {
        var byX = a.X.CompareTo(b.X);
        var byPoint = byX != 0 ? byX : a.Y.CompareTo(b.Y);
        return byPoint != 0 ? byPoint : string.CompareOrdinal(a.Key, b.Key);
    }

    public int Count => X.Length;

    /// <summary>Metres.</summary>
    public double[] X { get; }
    public double[] Y { get; }

    /// <summary>WGS-84, of a coordinate that some unit stated.</summary>
    public double[] Longitude { get; }
    public double[] Latitude { get; }
    public string?[] Key { get; }

    /// <summary>The place of a unit; −1: none. A unit without a trusted point goes where its key has its only place.</summary>
    public int Of(PointUnit unit)
    {
        if (unit is { Longitude: { } lon, Latitude: { } lat } && _places.TryGetValue((unit.PlaceKey, lon, lat), out var place))
            return place;
        return unit.PlaceKey is { } key && _byKey.TryGetValue(key, out var only) ? only : -1;
    }

    /// <summary>Connected parts by distance ≤ the limit; the spots come sorted by x.</summary>
    private static IEnumerable<Spot[]> Parts(Spot[] spots, double limit)
    {
        if (spots.Length == 1)
            return [spots];
        var parent = Enumerable.Range(0, spots.Length).ToArray();
        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
        for (var i = 0; i < spots.Length; i++)
        {
            for (var j = i + 1; j < spots.Length && spots[j].X - spots[i].X <= limit; j++)
            {
                var (dx, dy) = (spots[j].X - spots[i].X, spots[j].Y - spots[i].Y);
                if (dx * dx + dy * dy <= limit * limit)
                    parent[Root(j)] = Root(i);
            }
        }
        return spots.Select((spot, i) => (spot, Part: Root(i))).GroupBy(s => s.Part).Select(part => part.Select(s => s.spot).ToArray());
    }
}

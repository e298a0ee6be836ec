namespace Hotspot.Hotspots.Scans;

/// <summary>
/// The circles of a scan, flat: about each location its neighbours in order of distance, and where each circle ends. Locations at equal distances enter
/// together. A circle holds at most the stated share of all cases.
/// </summary>
public sealed class ScanZones
{
    private ScanZones(int[] firstMember, int[] members, int[] firstZone, int[] ends, double[] radii) =>
        (FirstMember, Members, FirstZone, Ends, Radii) = (firstMember, members, firstZone, ends, radii);

    public int Centres => FirstMember.Length - 1;

    /// <summary>Where the members of a centre begin; one entry more than centres. <see cref="FirstZone"/> likewise.</summary>
    public int[] FirstMember { get; }

    /// <summary>Locations.</summary>
    public int[] Members { get; }

    public int[] FirstZone { get; }

    /// <summary>Index in <see cref="Members"/> after the last member of each zone.</summary>
    public int[] Ends { get; }

    /// <summary>Distance from the centre to the farthest member, as given.</summary>
    public double[] Radii { get; }

    public ReadOnlySpan<int> Of(int centre, int zone) => Members.AsSpan(FirstMember[centre]..Ends[zone]);

    /// <summary>Circles on a plane in metres.</summary>
    /// <param name="cases">Of each location, over the whole study.</param>
    public static ScanZones OnPlane(double[] x, double[] y, IReadOnlyList<long> cases, double mostRadiusM, double mostShare)
    {
        var cells = Enumerable
            .Range(0, x.Length)
            .GroupBy(i => (Math.Floor(x[i] / mostRadiusM), Math.Floor(y[i] / mostRadiusM)))
            .ToDictionary(cell => cell.Key, cell => cell.ToArray());
        return Of(Near, cases, mostShare, Math.Sqrt);

        IEnumerable<(int, double)> Near(int centre)
        {
            var (column, row) = (Math.Floor(x[centre] / mostRadiusM), Math.Floor(y[centre] / mostRadiusM));
            for (var i = -1; i <= 1; i++)
            {
                for (var j = -1; j <= 1; j++)
                {
                    foreach (var other in cells.GetValueOrDefault((column + i, row + j)) ?? [])
                    {
                        // Squares of whole metres are exact, so that equal distances are equal.
                        var (dx, dy) = (x[other] - x[centre], y[other] - y[centre]);
                        if (dx * dx + dy * dy <= mostRadiusM * mostRadiusM)
                            yield return (other, dx * dx + dy * dy);
                    }
                }
            }
        }
    }

    /// <param name="near">Locations that may belong to a circle about a location, itself included, each with its distance, or what grows with it.</param>
    /// <param name="toDistance">Of what <paramref name="near"/> gives; null: it is the distance.</param>
    public static ScanZones Of(
        Func<int, IEnumerable<(int Location, double Distance)>> near,
        IReadOnlyList<long> cases,
        double mostShare,
        Func<double, double>? toDistance = null
    )
    {
        var most = mostShare * cases.Sum();
        var circles = new (int[] Members, int[] Ends, double[] Radii)[cases.Count];
        Parallel.For(0, circles.Length, Workers.All, centre => circles[centre] = Circle(near(centre), cases, most, toDistance));
        var (firstMember, firstZone) = (new int[circles.Length + 1], new int[circles.Length + 1]);
        for (var centre = 0; centre < circles.Length; centre++)
        {
            firstMember[centre + 1] = firstMember[centre] + circles[centre].Members.Length;
            firstZone[centre + 1] = firstZone[centre] + circles[centre].Ends.Length;
        }
        return new ScanZones(
            firstMember,
            [.. circles.SelectMany(circle => circle.Members)],
            firstZone,
            [.. circles.SelectMany((circle, centre) => circle.Ends.Select(end => firstMember[centre] + end))],
            [.. circles.SelectMany(circle => circle.Radii)]
        );
    }

    private static (int[] Members, int[] Ends, double[] Radii) Circle(
        IEnumerable<(int Location, double Distance)> near,
        IReadOnlyList<long> cases,
        double most,
        Func<double, double>? toDistance
    )
    {
        var ordered = near.ToArray();
        Array.Sort(ordered, (a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Location.CompareTo(b.Location));
        var (ends, radii) = (new List<int>(), new List<double>());
        var inside = 0L;
        for (var i = 0; i < ordered.Length; )
        {
            var end = i;
            for (; end < ordered.Length && ordered[end].Distance == ordered[i].Distance; end++)
                inside += cases[ordered[end].Location];
            if (inside > most)
                break;
            ends.Add(end);
            radii.Add(toDistance?.Invoke(ordered[i].Distance) ?? ordered[i].Distance);
            i = end;
        }
        return ([.. ordered.Take(ends.LastOrDefault()).Select(one => one.Location)], [.. ends], [.. radii]);
    }
}

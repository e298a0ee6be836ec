using Hotspot.Calendar;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Areas;
using Hotspot.Hotspots.HotPoints;
using Hotspot.Hotspots.Peaks;
using Hotspot.Hotspots.Recurrence;
using Hotspot.Hotspots.Scans;
using Hotspot.Hotspots.Statistics;
using Hotspot.Hotspots.Trends;
using Hotspot.Hotspots.Warnings;

/// <summary>One incident and who told of it.</summary>
sealed record Incident(
    string Id,
    int Day,
    int Hour,
    int FlatHour,
    double X,
    double Y,
    int Disc,
    string? Text,
    int Issue,
    List<PointUnit> Units
);

/// <summary>Callers' issues of one week about a place, over a disc; a wide one is dense in the middle.</summary>
sealed record Planted(double X, double Y, int Size, double Within);

/// <summary>A city in which nothing changes (nullcity.cs), and what the tests of the program take in of it.</summary>
sealed class City
{
    public const int Weeks = 13;
    private const int Days = 7 * (Weeks + 1);
    private const double SideM = 40_000;
    private const double RadiusM = 250;
    private const int Discs = 1200;
    private const int StreetsASide = 18;
    private const double OpenShare = 0.1;
    public static readonly DateOnly From = new(2025, 4, 21);
    public static readonly DateOnly LastDay = From.AddDays(6);
    private static readonly DateOnly FirstDay = From.AddDays(-7 * Weeks);
    private static readonly double[] Profile =
    [
        .. new[] { 3.0, 2, 1, 1, 1, 2, 4, 7, 9, 10, 9, 7, 6, 6, 7, 8, 8, 7, 7, 8, 9, 9, 7, 5 }.Select(n => n / 143.0),
    ];

    private readonly Random _random;
    private readonly (double X, double Y, double Share)[] _discs;
    private readonly double _aWeek;
    private readonly List<Incident> _incidents = [];
    private int _next;

    public City(int seed, int reports)
    {
        _random = new Random(seed);
        _aWeek = reports / 1.5;
        double[] weights = [.. Enumerable.Range(0, Discs).Select(_ => Math.Pow(1 - _random.NextDouble(), -1 / 1.5))];
        var all = weights.Sum() / (1 - OpenShare);
        _discs = [.. weights.Select(weight => (_random.NextDouble() * SideM, _random.NextDouble() * SideM, weight / all))];
        Fill(_incidents, local: true);
    }

    public static (double X, double Y) Project(double longitude, double latitude) =>
        ((longitude - 116) * 85_000, (latitude - 39.5) * 111_000);

    private void Fill(List<Incident> incidents, bool local)
    {
        // A week of its own for each disc, the mean day of each street, and open country as a disc of its own at the end.
        double[][] weekdays = [.. Enumerable.Range(0, Discs + 1).Select(disc => disc == Discs ? [1, 1, 1, 1, 1, 1, 1] : Weekdays())];
        for (var day = 0; day < Days; day++)
        {
            var weekday = day % 7;
            var ofCity = _aWeek / 7 * (weekday < 5 ? 1.08 : 0.8) * Gamma(400) / 400;
            var means = new double[StreetsASide * StreetsASide];
            for (var disc = 0; disc < Discs; disc++)
                means[Street(_discs[disc].X, _discs[disc].Y)] += _discs[disc].Share * ofCity;
            double[] factors =
            [
                .. means.Select(mean =>
                    !local ? 1
                    : mean > 0 ? Gamma(mean) / mean
                    : 0
                ),
            ];
            for (var disc = 0; disc <= Discs; disc++)
            {
                var share = disc < Discs ? _discs[disc].Share * factors[Street(_discs[disc].X, _discs[disc].Y)] : OpenShare;
                for (var n = Poisson(ofCity * share * weekdays[disc][weekday]); n > 0; n--)
                    incidents.Add(Make(disc, day));
            }
        }
    }

    private Incident Make(int disc, int day)
    {
        var (x, y) = (_random.NextDouble() * SideM, _random.NextDouble() * SideM);
        if (disc < Discs)
        {
            var (radius, angle) = (RadiusM * Math.Sqrt(_random.NextDouble()), 2 * Math.PI * _random.NextDouble());
            (x, y) = (_discs[disc].X + radius * Math.Cos(angle), _discs[disc].Y + radius * Math.Sin(angle));
        }
        var text = _random.NextDouble() < 0.15 ? $"{Street(x, y)}/小区{disc}-{_random.Next(disc < Discs ? 30 : 5000)}" : null;
        var incident = new Incident($"i{_next++}", day, Hour(), _random.Next(24), x, y, disc, text, _random.Next(6), []);
        var callers = 1;
        if (_random.NextDouble() < 0.2)
        {
            for (callers++; _random.NextDouble() < 0.5; callers++) { }
        }
        for (var i = 0; i < callers; i++)
        {
            var at = FirstDay.AddDays(day).ToDateTime(new TimeOnly(incident.Hour, 0)).AddHours(i == 0 ? 0 : _random.Next(24));
            incident.Units.Add(Unit(incident, at, x + (i == 0 ? 0 : Jitter(10)), y + (i == 0 ? 0 : Jitter(10))));
        }
        return incident;
    }

    private PointUnit Unit(Incident incident, DateTime at, double x, double y) =>
        new(
            $"u{_next++}",
            incident.Id,
            incident.Text,
            incident.Text,
            incident.Text is null ? 116 + x / 85_000 : null,
            incident.Text is null ? 39.5 + y / 111_000 : null,
            at,
            at.Hour,
            $"c{_next}",
            $"{incident.Issue}",
            $"区{District(incident.X, incident.Y)}",
            $"街道{Street(incident.X, incident.Y)}",
            _random.NextDouble() < 0.07 ? 2 : 1
        );

    // A place of the city with at most half a caller's issue a week within 60 m, found where its complaints are.
    public Planted Quiet(int size, double within)
    {
        while (true)
        {
            var at = _incidents[_random.Next(_incidents.Count)];
            var density =
                OpenShare / SideM / SideM + _discs.Where(disc => Near(disc, at)).Sum(disc => disc.Share) / (Math.PI * RadiusM * RadiusM);
            if (1.4 * _aWeek * density * Math.PI * 60 * 60 <= 0.5)
                return new Planted(at.X, at.Y, size, within);
        }
        static bool Near((double X, double Y, double Share) disc, Incident at) =>
            (disc.X - at.X) * (disc.X - at.X) + (disc.Y - at.Y) * (disc.Y - at.Y) <= RadiusM * RadiusM;
    }

    public PointInputs Inputs(IReadOnlyList<Planted> planted)
    {
        var units = _incidents.SelectMany(incident => incident.Units).ToList();
        foreach (var (x, y, size, within) in planted)
        {
            // Callers of one address within a day tell of one incident, as the program merges them.
            var told = new List<(double X, double Y, DateTime At, Incident Incident)>();
            foreach (
                var at in Enumerable.Range(0, size).Select(_ => From.ToDateTime(new TimeOnly(12, 0)).AddHours(_random.Next(156))).Order()
            )
            {
                var (share, angle) = (_random.NextDouble(), 2 * Math.PI * _random.NextDouble());
                var radius = within * (within > 60 ? share : Math.Sqrt(share));
                var (px, py) = (x + radius * Math.Cos(angle), y + radius * Math.Sin(angle));
                var same = told.Find(t =>
                    (t.X - px) * (t.X - px) + (t.Y - py) * (t.Y - py) <= 25 * 25 && at - t.At <= TimeSpan.FromDays(1)
                );
                if (same.Incident is null)
                    told.Add(same = (px, py, at, new Incident($"p{_next++}", 0, 0, 0, px, py, 0, null, 0, [])));
                units.Add(Unit(same.Incident, at, px, py));
            }
        }
        var begin = From.ToDateTime(TimeOnly.MinValue);
        PointUnit[] past = [.. units.Where(unit => unit.At < begin)];
        return new PointInputs(
            From,
            LastDay,
            [.. units.Where(unit => unit.At >= begin && unit.At < begin.AddDays(7))],
            FirstDay,
            past,
            [.. past.Where(unit => unit.At >= begin.AddDays(-7))],
            Project,
            []
        );
    }

    public List<AreaCounts> Areas()
    {
        var rows = new List<AreaCounts>();
        foreach (var (level, of) in new (string, Func<Incident, int>)[] { ("district", DistrictOf), ("street", StreetOf) })
        {
            foreach (var area in _incidents.GroupBy(of).OrderBy(area => area.Key))
            {
                var weeks = new long[Weeks + 1];
                var told = new long[Weeks + 1];
                foreach (var incident in area)
                {
                    weeks[incident.Day / 7]++;
                    told[incident.Day / 7] += incident.Units.Sum(unit => unit.Complaints);
                }
                rows.Add(
                    new AreaCounts(
                        level,
                        $"区{(level == "district" ? area.Key : 0)}",
                        level == "street" ? $"街道{area.Key}" : null,
                        null,
                        told[^1],
                        weeks[^1],
                        told[^1],
                        told[^2],
                        weeks[^2],
                        null,
                        null,
                        weeks.SkipLast(1).Sum(),
                        weeks[..^1]
                    )
                );
            }
        }
        return rows;
    }

    public IEnumerable<(string Name, SpaceTimeCube Cube)> Cubes()
    {
        var hexes = new HexCounts(Weeks + 1);
        foreach (var incident in _incidents.Where(incident => incident.Text is null))
            hexes.Add(incident.X, incident.Y, incident.Day / 7, 1);
        if (hexes.Cube(0) is { } hex)
            yield return ("hexagons", hex.Cube);
        var (streets, n) = (Enumerable.Range(0, StreetsASide * StreetsASide).ToArray(), StreetsASide);
        var pairs = streets
            .SelectMany(a => new[] { (a, a + n), (a, a % n == n - 1 ? -1 : a + 1) })
            .Where(pair => pair.Item2 >= 0 && pair.Item2 < n * n);
        yield return (
            "streets",
            StreetCube
                .Of(
                    _incidents.Select(incident => new StreetWeek(new StreetKey("", $"{StreetOf(incident)}"), incident.Day / 7, 1)),
                    new WeekSteps(FirstDay, Weeks + 1),
                    pairs.Select(pair => (new StreetKey("", $"{pair.Item1}"), new StreetKey("", $"{pair.Item2}")))
                )
                .Cube
        );
    }

    public List<HourScope> Hours(bool flat)
    {
        const int Shown = 63;
        var counts = new Dictionary<(string Level, string Scope), (int[] Incidents, int[] Complaints)>();
        foreach (var incident in _incidents.Where(incident => incident.Day >= Days - Shown))
        {
            var at = (incident.Day - (Days - Shown)) * 24 + (flat ? incident.FlatHour : incident.Hour);
            var (district, street) = ($"区{DistrictOf(incident)}", $"街道{StreetOf(incident)}");
            foreach (
                var scope in new[]
                {
                    ("city", ""),
                    ("district", district),
                    ("street", $"{district}/{street}"),
                    ("issue", $"{incident.Issue}"),
                    ("district_issue", $"{district}/{incident.Issue}"),
                }
            )
            {
                if (!counts.TryGetValue(scope, out var held))
                    counts.Add(scope, held = (new int[Shown * 24], new int[Shown * 24]));
                held.Incidents[at]++;
                held.Complaints[at] += incident.Units.Sum(unit => unit.Complaints);
            }
        }
        return
        [
            .. counts.Select(scope => new HourScope(
                scope.Key.Level,
                scope.Key.Scope,
                [
                    .. Enumerable
                        .Range(0, Shown)
                        .Select(day => new DayHours(
                            From.AddDays(day - Shown + 7),
                            day % 7 < 5 ? DayKind.Workday : DayKind.Weekend,
                            scope.Value.Complaints[(day * 24)..(day * 24 + 24)],
                            scope.Value.Incidents[(day * 24)..(day * 24 + 24)]
                        )),
                ]
            )),
        ];
    }

    public WarningInputs Warnings()
    {
        var series = new Dictionary<(int District, int? Street, int? Issue, string Counted), int[]>();
        int[] Of(int district, int? street, int? issue, string counted)
        {
            if (!series.TryGetValue((district, street, issue, counted), out var days))
                series.Add((district, street, issue, counted), days = new int[Days]);
            return days;
        }
        foreach (var incident in _incidents)
        {
            foreach (var street in (int?[])[null, StreetOf(incident)])
            {
                foreach (var issue in (int?[])[null, incident.Issue])
                    Of(DistrictOf(incident), street, issue, WarningSeries.Incidents)[incident.Day]++;
            }
            foreach (var unit in incident.Units)
            {
                if (DateOnly.FromDateTime(unit.At).DayNumber - FirstDay.DayNumber is var day && day < Days)
                    Of(DistrictOf(incident), StreetOf(incident), incident.Issue, WarningSeries.Callers)[day]++;
            }
        }
        return new WarningInputs(
            LastDay,
            [.. Enumerable.Range(0, Days).Select(day => (day % 7 < 5 ? DayKind.Workday : DayKind.Weekend, true))],
            [.. Enumerable.Repeat(2, Weeks + 1)],
            [
                .. series.Select(one => new WarningSeries(
                    one.Key.Street is null ? "district" : "street",
                    $"区{one.Key.District}",
                    one.Key.Street is { } street ? $"街道{street}" : null,
                    one.Key.Issue is { } issue ? $"{issue}" : null,
                    one.Value,
                    [.. one.Value.Chunk(7).Select(week => week.Sum())]
                )
                {
                    Counted = one.Key.Counted,
                }),
            ]
        );
    }

    // Street-days that vary are what this table looks for, so its city has none; dates are permuted within weekdays.
    public int NearRepeats(int seed)
    {
        var incidents = new List<Incident>();
        Fill(incidents, local: false);
        Incident[] of = [.. incidents.Where(incident => incident.Issue == 0 && incident.Text is null)];
        var cells = Knox.Table(
            [.. of.Select(incident => incident.X)],
            [.. of.Select(incident => incident.Y)],
            [.. of.Select(incident => incident.Day)],
            new KnoxSettings([0, 50, 100, 200, 500], [0, 1, 3, 7, 14, 30], Replicas: 999, Seed: (ulong)seed),
            [.. of.Select(incident => incident.Day % 7)]
        );
        var q = Fdr.BenjaminiHochberg([.. cells.Select(cell => cell.PermutationP)]);
        return cells.Where((cell, i) => q[i] <= 0.05 && cell.Ratio >= 1.2).Count();
    }

    // How much the days of streets vary, as the scan of streets, which is the first, finds it.
    private double _streetDays = 1;

    // The scan that ends with the last day: streets by their middles, cells where there is an incident.
    public IReadOnlyList<ScanCandidate> Scan(string scale, int seed, bool local)
    {
        var incidents = _incidents;
        if (!local)
            Fill(incidents = [], local: false);
        var places = new Dictionary<string, ScanPlace>();
        var margins = new Dictionary<string, int[]>();
        var recent = new List<ScanIncident>();
        foreach (var incident in incidents)
        {
            var side = scale == "street" ? SideM / StreetsASide : 200;
            var (column, row) = (Math.Floor(incident.X / side), Math.Floor(incident.Y / side));
            var name = $"{column}/{row}";
            places[name] = new ScanPlace((column + 0.5) * side, (row + 0.5) * side, 0, 0, 0);
            if (!margins.TryGetValue(name, out var weekdays))
                margins.Add(name, weekdays = new int[7]);
            weekdays[incident.Day % 7]++;
            if (incident.Day >= Days - NightScan.LongestWindow)
                recent.Add(
                    new ScanIncident(incident.Units[0] with { At = FirstDay.AddDays(incident.Day).ToDateTime(TimeOnly.MinValue) }, [name])
                );
        }
        _streetDays = scale == "street" ? NightScan.Dispersion(0, margins, recent, LastDay) : _streetDays;
        return NightScan.Run(scale, 0, null, margins, places, recent, LastDay, (ulong)seed, _streetDays);
    }

    private static int Cell(double metres, int parts) => Math.Clamp((int)(metres / SideM * parts), 0, parts - 1);

    private static int Street(double x, double y) => Cell(x, StreetsASide) * StreetsASide + Cell(y, StreetsASide);

    private static int District(double x, double y) => Cell(x, 4) * 4 + Cell(y, 4);

    private static int DistrictOf(Incident incident) => District(incident.X, incident.Y);

    private static int StreetOf(Incident incident) => Street(incident.X, incident.Y);

    private double[] Weekdays()
    {
        double[] factors = [.. Enumerable.Range(0, 7).Select(_ => Math.Exp(0.4 * Normal()))];
        return [.. factors.Select(factor => factor / factors.Average())];
    }

    private int Hour()
    {
        var left = _random.NextDouble();
        var hour = 0;
        while (hour < 23 && (left -= Profile[hour]) >= 0)
            hour++;
        return hour;
    }

    private double Jitter(double metres) => (2 * _random.NextDouble() - 1) * metres;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    // Shape k, scale 1 (Marsaglia and Tsang 2000).
    private double Gamma(double k)
    {
        if (k < 1)
            return Gamma(k + 1) * Math.Pow(1 - _random.NextDouble(), 1 / k);
        var (d, c) = (k - 1.0 / 3, 1 / Math.Sqrt(9 * k - 3));
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - _random.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    private int Poisson(double mean)
    {
        var count = 0;
        for (; mean > 0; mean -= 20)
        {
            var limit = Math.Exp(-Math.Min(mean, 20));
            for (var product = 1 - _random.NextDouble(); product > limit; product *= 1 - _random.NextDouble())
                count++;
        }
        return count;
    }
}

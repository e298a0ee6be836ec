// False alarms and power of the early warnings, by simulation: nights of cities in which nothing changes.
//
//   dotnet run -c Release tests/Endurance/warnings.cs -- 1000                     nights; 4,000 reports a week, seed 1, the daily methods
//   dotnet run -c Release tests/Endurance/warnings.cs -- 1000 4000 1 weeks 90     the weekly ones, with so many weeks of history (261 and more: Farrington)
//
// Daily methods: the city of LumpyCity.cs, 14 weeks, its last day as a night sees it, and its last seven as a bulletin does; each disc has a week of its own,
// so weekdays differ within a kind of day. Weekly methods: its streets and issues with means by Pareto's law, variance 1.5 times the mean, a common week that
// varies by 5 % and a yearly wave of 20 %. Prints a Markdown table: nights with at least one false alarm beside the 99 % limit of a binomial count at 5 %; then
// the share of changes found that were planted in series of at least one incident a week: 6, 8 and 12 more on the last day; twice as many in the last 14 days, and
// nothing at all in the last 21, of series with two a day.
#:project ../../pipeline/Pipeline.csproj
#:include LumpyCity.cs
#:include BurstyCounts.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Diagnostics;
using Hotspot.Calendar;
using Hotspot.Hotspots.Warnings;

var nights = args.Length > 0 ? int.Parse(args[0]) : 1000;
var reports = args.Length > 1 ? int.Parse(args[1]) : 4000;
var first = args.Length > 2 ? int.Parse(args[2]) : 1;
var history = args.Length > 4 && args[3] == "weeks" ? int.Parse(args[4]) : (int?)null;

var alarms = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
var found = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
var watch = Stopwatch.StartNew();
for (var seed = first; seed < first + nights; seed++)
{
    if (history is { } weeks)
        Tell("the week", EarlyWarnings.Run(Weeks(seed, weeks)));
    else
    {
        var inputs = new City(seed, reports).Warnings();
        Tell("a night", EarlyWarnings.Run(inputs with { Tested = 1 }));
        // Of incidents and issues alone.
        WarningSeries[] ofBulletin = [.. inputs.Series.Where(one => one.Issue is not null && one.Counted == WarningSeries.Incidents)];
        Tell("a week's bulletin", EarlyWarnings.Run(inputs with { Series = ofBulletin }));
        if (seed % 10 == 0)
            Plant(seed, inputs with { Tested = 1 });
    }
    if (seed % 50 == 0)
        Console.Error.WriteLine($"seed {seed}: {watch.Elapsed.TotalMinutes:f1} min");
}
Console.WriteLine(
    $"\n{nights} nights, {reports:n0} reports a week, seeds {first}–{first + nights - 1}, {watch.Elapsed.TotalMinutes:f1} min"
);
Console.WriteLine("\n| | nights with a false alarm | limit | alarms a night |\n|---|---:|---:|---:|");
foreach (var (name, counts) in alarms)
    Console.WriteLine($"| {name} | {counts.Count(n => n > 0)} of {counts.Count} | {Limit(counts.Count)} | {counts.Average():f3} |");
Console.WriteLine("\n| planted | found |\n|---|---:|");
foreach (var (name, counts) in found)
    Console.WriteLine($"| {name} | {counts.Average():p0} of {counts.Count} |");

void Tell(string name, IReadOnlyList<EarlyWarning> rows)
{
    Note(alarms, $"{name}: any", rows.Count(row => row.IsAlarm == true));
    foreach (var method in (string[])["c2", "farrington", "nb_glm", "cusum", "ewma", "silence"])
    {
        Note(alarms, $"{name}: {method}", rows.Count(row => row.Method == method && row.IsAlarm == true));
        // What a single series has at p ≤ .001, in thousandths of the level.
        Note(alarms, $"{name}: {method}, p ≤ .001", rows.Count(row => row.Method == method && row.PValue <= 0.001));
    }
    Note(alarms, $"{name}: callers", rows.Count(row => row.Counted == WarningSeries.Callers && row.IsAlarm == true));
    Note(alarms, $"{name}: tests", rows.Count == 0 ? 0 : rows[0].Tests);
}

void Plant(int seed, WarningInputs inputs)
{
    var random = new Random(seed);
    var last = inputs.Days.Count - 1;
    WarningSeries[] issues = [.. inputs.Series.Where(one => one is { Level: "street", Issue: not null, Counted: WarningSeries.Incidents })];
    WarningSeries[] weekly = [.. issues.Where(one => one.Days.Sum() >= inputs.Days.Count / 7)];
    WarningSeries[] daily = [.. weekly.Where(one => one.Days.Sum() >= 2 * inputs.Days.Count)];
    foreach (var more in (int[])[6, 8, 12])
        Try($"{more} more on one day", weekly, days => days[last] += more);
    WarningSeries[] callers = [.. inputs.Series.Where(one => one.Counted == WarningSeries.Callers && one.Days.Sum() >= 20)];
    foreach (var (more, of) in ((int, int)[])[(5, 7), (5, 14), (12, 1)])
        Try(
            $"{more} more callers a day for {of} days",
            callers,
            days => Array.ForEach([.. Enumerable.Range(last - of + 1, of)], day => days[day] += more)
        );
    WarningSeries[] totals =
    [
        .. inputs.Series.Where(one => one is { Level: "street", Issue: null } && one.Days.Sum() >= inputs.Days.Count),
    ];
    foreach (var silent in (int[])[3, 7, 14])
        Try($"a street of a case a day and more silent for {silent} days", totals, days => Array.Clear(days, last - silent + 1, silent));
    Try("twice as many in 14 days", daily, days => Array.ForEach([.. Enumerable.Range(last - 13, 14)], day => days[day] *= 2));
    Try("nothing in 21 days", daily, days => Array.Clear(days, last - 20, 21));

    void Try(string name, WarningSeries[] among, Action<int[]> change)
    {
        if (among.Length == 0)
            return;
        var one = among[random.Next(among.Length)];
        var days = (int[])one.Days.Clone();
        change(days);
        var rows = EarlyWarnings.Run(
            inputs with
            {
                Series = [.. inputs.Series.Select(other => other == one ? one with { Days = days } : other)],
            }
        );
        Note(
            found,
            name,
            rows.Any(row => row.IsAlarm == true && (row.District, row.Street, row.Issue) == (one.District, one.Street, one.Issue)) ? 1 : 0
        );
    }
}

WarningInputs Weeks(int seed, int weeks)
{
    var draws = new Random(seed);
    const int Streets = 324;
    double[] shares = [.. Enumerable.Range(0, Streets * 6).Select(_ => Math.Pow(1 - draws.NextDouble(), -1 / 1.5))];
    var all = shares.Sum();
    double[] city =
    [
        .. Enumerable.Range(0, weeks).Select(week => (1 + 0.05 * Normal()) * (1 + 0.2 * Math.Sin(2 * Math.PI * week / 52.18))),
    ];
    double Normal() => Math.Sqrt(-2 * Math.Log(1 - draws.NextDouble())) * Math.Cos(2 * Math.PI * draws.NextDouble());
    return new WarningInputs(
        new DateOnly(2025, 4, 27),
        [],
        [.. Enumerable.Repeat(2, weeks)],
        [
            .. shares.Select(
                (share, i) =>
                    new WarningSeries(
                        "street",
                        $"区{i / 6 % 16}",
                        $"街道{i / 6}",
                        $"{i % 6}",
                        [],
                        [.. city.Select(factor => BurstyCounts.Of(draws, reports / 1.5 * share / all * factor))]
                    )
            ),
        ]
    );
}

static void Note(SortedDictionary<string, List<int>> book, string name, int count)
{
    if (!book.TryGetValue(name, out var counts))
        book.Add(name, counts = []);
    counts.Add(count);
}

// The least k with P(X > k) ≤ 1 % for X ~ Binomial(n, 5 %).
static int Limit(int n)
{
    var (k, p) = (0, Math.Pow(0.95, n));
    for (var sum = p; 1 - sum > 0.01; sum += p)
    {
        k++;
        p *= (n - k + 1) / (double)k * 0.05 / 0.95;
    }
    return k;
}

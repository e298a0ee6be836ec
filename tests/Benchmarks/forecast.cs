// The week ahead of a whole city with its back-test: 343 streets × 12 issues, their districts and the city, 12 origins, all models.
//
//   dotnet run -c Release tests/Benchmarks/forecast.cs -- 4000 78 2      complaints a week, weeks, turns
//
// Streets differ by Pareto's law, issues by weight and by month; each series drifts (AR(1) of its log), counts vary 1.5 times as much as Poisson's, a weekend
// day has two thirds of a workday's. Compiled with optimisation from the first call: the published program is compiled ahead.
#:project ../../pipeline/Pipeline.csproj
#:include ../Endurance/BurstyCounts.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property TieredCompilation=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA2266

using System.Diagnostics;
using Hotspot.Calendar;
using Hotspot.Hotspots;
using Hotspot.Hotspots.Forecasting;

var complaints = args.Length > 0 ? int.Parse(args[0]) : 4000;
var weeks = args.Length > 1 ? int.Parse(args[1]) : 78;
var turns = args.Length > 2 ? int.Parse(args[2]) : 1;
var random = new Random(1);
const int Streets = 343;
const int Issues = 12;
double[] size = [.. Enumerable.Range(0, Streets).Select(_ => Math.Pow(random.NextDouble(), -1 / 1.5))];
double[] part = [.. Enumerable.Range(1, Issues).Select(issue => 1.0 / issue)];
var all = size.Sum() * part.Sum();
var series = new List<ForecastSeries>();
for (var street = 0; street < Streets; street++)
{
    for (var issue = 0; issue < Issues; issue++)
    {
        var (drift, counts) = (Normal() * 0.3, new int[weeks]);
        for (var week = 0; week < weeks; week++)
        {
            drift = 0.9 * drift + Math.Sqrt(1 - 0.81) * 0.3 * Normal();
            var season = 1 + 0.4 * Math.Sin(2 * Math.PI * (week + 4 * issue) / 52);
            counts[week] = BurstyCounts.Of(random, complaints * size[street] * part[issue] / all * season * Math.Exp(drift - 0.045));
        }
        series.Add(new ForecastSeries("street", $"区{street % 16:00}", $"街道{street:000}", $"事项{issue:00}", counts, []));
    }
}
ForecastSeries Sum(string level, string? district, string? street, string? issue) =>
    new(
        level,
        district,
        street,
        issue,
        [
            .. Enumerable
                .Range(0, weeks)
                .Select(week =>
                    series
                        .Take(Streets * Issues)
                        .Where(one => (district ?? one.District) == one.District && (street ?? one.Street) == one.Street)
                        .Where(one => (issue ?? one.Issue) == one.Issue)
                        .Sum(one => one.Weeks[week])
                ),
        ],
        []
    );
string[] issues = [.. series.Select(one => one.Issue!).Distinct()];
string[] districts = [.. series.Select(one => one.District!).Distinct()];
var streets = series.Select(one => (one.District, one.Street)).Distinct().ToArray();
ForecastSeries[] sums =
[
    Sum("city", null, null, null),
    .. issues.Select(issue => Sum("city", null, null, issue)),
    .. districts.Select(district => Sum("district", district, null, null)),
    .. districts.SelectMany(district => issues.Select(issue => Sum("district", district, null, issue))),
    .. streets.Select(street => Sum("street", street.District, street.Street, null)),
];
series.AddRange(sums);
var first = new DateOnly(2025, 4, 28).AddDays(-7 * weeks);
var days = Enumerable.Range(0, 7 * weeks).Select(day => (long)(sums[0].Weeks[day / 7] * (day % 7 < 5 ? 3 : 2) / 19.0)).ToArray();
var inputs = new ForecastInputs(
    new WeekSteps(first, weeks),
    days,
    day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday,
    series
);
for (var turn = 1; turn <= turns; turn++)
{
    var watch = Stopwatch.StartNew();
    var night = Forecasts.Run(inputs);
    Console.WriteLine(
        $"\n{series.Count:n0} series, {complaints:n0} complaints a week, {weeks} weeks, {Environment.ProcessorCount} cores: {watch.Elapsed.TotalSeconds:f2} s, {night.Forecasts.Count:n0} forecasts\n"
    );
    Console.WriteLine(
        "| level | scope | model | series | MASE | RMSSE | cover 80 % | 95 % | better | sign p | shown |\n|---|---|---|---:|---:|---:|---:|---:|---:|---:|---|"
    );
    foreach (var row in night.Backtests)
        Console.WriteLine(
            $"| {row.Level} | {row.Scope} | {row.Model} | {row.Series} | {row.Mase:f3} | {row.Rmsse:f3} | {row.Coverage80:p0} | {row.Coverage95:p0} | {row.BetterOrigins} of {row.Origins} | {row.SignPValue:f3} | {(row.IsShown ? "*" : row.Reason)} |"
        );
}

double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

// Early warnings of one night: Farrington flexible for 343 × 20 series of five years, one week, and all methods for the same series with their days.
//
//   dotnet run -c Release tests/Benchmarks/warnings.cs -- 3      turns
//
// Negative binomial counts of variance 1.5 times the mean, from 0.2 to 20 a week. Compiled with optimisation from the first call, in the first turn: the
// published program is compiled ahead. R surveillance 1.20.3 takes 70 s for the first (farringtonFlexible, one core).
#:project ../../pipeline/Pipeline.csproj
#:include ../Endurance/BurstyCounts.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property TieredCompilation=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA2266

using System.Diagnostics;
using Hotspot.Calendar;
using Hotspot.Hotspots.Warnings;

var turns = args.Length > 0 ? int.Parse(args[0]) : 3;
var random = new Random(1);
var (weeks, days) = (WarningInputs.MostWeeks, WarningInputs.MostDays);
WarningSeries[] series =
[
    .. Enumerable
        .Range(0, 343 * 20)
        .Select(i => (Street: i / 20, Issue: i % 20, Mean: 0.2 * Math.Pow(100, random.NextDouble())))
        .Select(one => new WarningSeries(
            "street",
            $"区{one.Street % 16}",
            $"街道{one.Street}",
            $"{one.Issue}",
            Counts(days, one.Mean / 7),
            Counts(weeks, one.Mean)
        )),
];
var all = new WarningInputs(
    new DateOnly(2025, 4, 27),
    [.. Enumerable.Range(0, days).Select(day => ((days - 1 - day) % 7 < 2 ? DayKind.Weekend : DayKind.Workday, true))],
    [.. Enumerable.Repeat(2, weeks)],
    series
);
var weekly = all with { Days = [], Series = [.. series.Select(one => one with { Days = [] })] };
Console.WriteLine($"{series.Length:n0} series, {weeks} weeks, {Environment.ProcessorCount} cores");
Console.WriteLine("| turn | Farrington flexible | all methods | of these: tests, alarms |\n|---|---:|---:|---:|");
for (var turn = 1; turn <= turns; turn++)
{
    var (farrington, _) = Timed(weekly);
    var (night, rows) = Timed(all);
    Console.WriteLine($"| {turn} | {farrington:f2} s | {night:f2} s | {rows[0].Tests:n0}, {rows.Count(row => row.IsAlarm == true)} |");
}

static (double Seconds, IReadOnlyList<EarlyWarning> Rows) Timed(WarningInputs inputs)
{
    var watch = Stopwatch.StartNew();
    var rows = EarlyWarnings.Run(inputs);
    return (watch.Elapsed.TotalSeconds, rows);
}

int[] Counts(int length, double mean) => [.. Enumerable.Range(0, length).Select(_ => BurstyCounts.Of(random, mean))];

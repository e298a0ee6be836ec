// Callbacks by simulation: whether cohorts reach 20 %, and whether the intervals of 三率 hold the rates of all orders.
//
//   dotnet run -c Release tests/Endurance/callbacks.cs -- 2000               teams; 400 orders a week, seed 1, the fair draw of the settings as shipped
//   dotnet run -c Release tests/Endurance/callbacks.cs -- 500 1500 1         orders a week, seed of the first team
//
// Each team works five weeks (tests/Callback/SimulatedTeam.cs): the first without a history of contacts, the mean share of people who pick up anew between
// 35 and 75 % each week and varying by 15 % from day to day, a sixth of the orders without a phone. Prints a Markdown table; the bars are 99.9 and 93 %.
#:project ../../pipeline/Pipeline.csproj
#:include ../Callback/SimulatedTeam.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303;CA1852;CA1305;CA5394;CA1849;CA1861;CA1812;CA2266

using System.Collections.Concurrent;
using Hotspot.Settings;
using Hotspot.Tests.Callback;

var teams = args.Length > 0 ? int.Parse(args[0]) : 2000;
var orders = args.Length > 1 ? int.Parse(args[1]) : 400;
var first = args.Length > 2 ? int.Parse(args[2]) : 1;

var all = new ConcurrentBag<SimulatedWeek>();
Parallel.For(
    0,
    teams,
    new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
    team =>
    {
        foreach (var week in new SimulatedTeam(first + team, orders, new CallbackSettings()).Weeks(5))
            all.Add(week);
    }
);
Console.WriteLine($"| {all.Count} weeks of {orders} orders, seeds {first}–{first + teams - 1} | share |\n|---|---:|");
Share("20 % reached", week => week.Coverage >= 0.2);
Share(
    "resolved rate within its interval",
    week => week.True.Resolved >= week.Rates.ResolvedLow && week.True.Resolved <= week.Rates.ResolvedHigh
);
Share(
    "satisfied rate within its interval",
    week => week.True.Satisfied >= week.Rates.SatisfiedLow && week.True.Satisfied <= week.Rates.SatisfiedHigh
);
Console.WriteLine($"| mean coverage (lowest) | {all.Average(week => week.Coverage):p2} ({all.Min(week => week.Coverage):p2}) |");
Console.WriteLine($"| calls a week | {all.Average(week => week.Calls):f0} |");
Console.WriteLine($"| effective ÷ plain size | {all.Average(week => week.Rates.EffectiveSize!.Value / week.Rates.Valid):f3} |");
Console.WriteLine(
    $"| mean error of the resolved rate, weighted (raw), points | {100 * all.Average(week => week.Rates.ResolvedRate!.Value - week.True.Resolved):f2} ({100 * all.Average(week => week.Rates.ResolvedRaw!.Value - week.True.Resolved):f2}) |"
);

void Share(string what, Func<SimulatedWeek, bool> holds) => Console.WriteLine($"| {what} | {(double)all.Count(holds) / all.Count:p2} |");

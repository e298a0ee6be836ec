using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Callback;

/// <summary>What a simulated cohort came to.</summary>
/// <param name="Coverage">Valid callbacks ÷ orders.</param>
/// <param name="True">Rates of all orders of the cohort, asked or not; <paramref name="Rates"/> what the callbacks tell.</param>
internal sealed record SimulatedWeek(
    int Orders,
    double Coverage,
    int Calls,
    (double Resolved, double Satisfied) True,
    CallbackRate Rates,
    IReadOnlyList<CallPlan> Plans
);

/// <summary>
/// A city and a callback team, week after week: streets of very different sizes and rates, callers without a phone, callers with several orders, and people who pick up
/// more or less often from one week and one day to the next. Whether somebody picks up has nothing to do with what the order came to.
/// </summary>
internal sealed class SimulatedTeam(int seed, int orders, CallbackSettings settings)
{
    private const int Streets = 60;
    private static readonly string[] Issues = ["店外经营", "露天烧烤", "非法小广告", "夜间施工扰民", "施工扬尘", "无照经营"];
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<(string Plan, DateOnly On, int Attempt, CallOutcome Outcome)>> _made = [];
    private readonly Dictionary<string, (DateOnly On, CallPlan Plan, PlannedOrder Order)> _first = [];
    private readonly Dictionary<string, int> _stood = [];
    private readonly List<(string Period, DateOnly On, CallOutcome Outcome)> _log = [];
    private readonly WorkCalendar _calendar = WorkCalendar.None;

    private sealed record Truth(CohortOrder Order, bool Resolved, Satisfaction Satisfaction);

    /// <summary>Weeks from 2025-W10 on; the team knows of each what it learnt in those before.</summary>
    public IEnumerable<SimulatedWeek> Weeks(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Week(Period.OfWeek(new Week(2025, 10 + i)));
    }

    private SimulatedWeek Week(Period period)
    {
        var truth = City(period).ToDictionary(one => one.Order.ComplaintId);
        var closes = _calendar.ClosesOn(period, settings.WindowWorkdays);
        var pickUp = 0.35 + 0.4 * _random.NextDouble();
        var plans = new List<CallPlan>();
        for (var day = _calendar.NextWorkday(period.LastDay); day <= closes; day = _calendar.NextWorkday(day))
        {
            var plan = CallPlanning.Run(
                new PlanInput(
                    day,
                    [new Cohort(period, closes, _calendar.Workdays(day, closes), [.. truth.Values.Select(one => one.Order)])],
                    History(),
                    Contacts(day),
                    settings,
                    ["甲", "乙"],
                    (ulong)seed
                )
            );
            plans.Add(plan);
            var today = Math.Clamp(pickUp * (1 + 0.15 * Normal()), 0.1, 0.95);
            foreach (var call in plan.Orders.GroupBy(order => order.CallNo))
            {
                var outcome = Outcome(today);
                foreach (var order in call)
                    Note(plan, order, outcome);
            }
        }
        var told = truth.Values.Select(one => Told(one, plans)).ToList();
        var rates = CallbackRates.Run(period.Name, told, settings, RateWeights.Contract)[0];
        return new SimulatedWeek(
            truth.Count,
            (double)told.Count(order => order.IsValid) / truth.Count,
            plans.Sum(plan => plan.Calls),
            (
                truth.Values.Average(one => one.Resolved ? 1.0 : 0),
                truth.Values.Average(one =>
                    one.Satisfaction switch
                    {
                        Satisfaction.Satisfied => 1,
                        Satisfaction.Basic => RateWeights.Contract.Basic,
                        _ => 0.0,
                    }
                )
            ),
            rates,
            plans
        );
    }

    private IEnumerable<Truth> City(Period period)
    {
        var weights = Enumerable.Range(0, Streets).Select(_ => Math.Pow(1 - _random.NextDouble(), -1 / 1.5)).ToArray();
        var rates = weights.Select(_ => 0.4 + 0.5 * _random.NextDouble()).ToArray();
        for (var i = 0; i < orders; i++)
        {
            var street = Pick(weights);
            var issue = _random.Next(Issues.Length);
            var resolved = _random.NextDouble() < Math.Clamp(rates[street] + 0.05 * (issue - 2.5), 0, 1);
            var happy = _random.NextDouble();
            // Every eighth order is of a caller who has two more; every sixth caller cannot be called.
            var caller = i % 8 < 3 ? $"多{i / 8}" : $"单{i}";
            yield return new Truth(
                new CohortOrder(
                    $"{period.Name}-{i:00000}",
                    period.From,
                    period.From.AddDays(_random.Next(7)),
                    street % 12 == 0 ? null : $"区{street % 12}",
                    street % 12 == 0 ? null : $"街{street}",
                    Issues[issue],
                    i / 8 % 6 == 0 ? null : period.Name + caller
                ),
                resolved,
                happy < (resolved ? 0.75 : 0.15) ? Satisfaction.Satisfied
                    : happy < (resolved ? 0.9 : 0.4) ? Satisfaction.Basic
                    : Satisfaction.Dissatisfied
            );
        }
    }

    private CallOutcome Outcome(double pickUp)
    {
        var (picked, what) = (_random.NextDouble() < pickUp, _random.NextDouble());
        return picked
            ? (
                what < 0.9 ? CallOutcome.Answered
                : what < 0.96 ? CallOutcome.Refused
                : CallOutcome.Later
            )
            : (
                what < 0.93 ? CallOutcome.NoAnswer
                : what < 0.97 ? CallOutcome.SwitchedOff
                : CallOutcome.WrongNumber
            );
    }

    private void Note(CallPlan plan, PlannedOrder order, CallOutcome outcome)
    {
        _first.TryAdd(order.ComplaintId, (plan.PlanOn, plan, order));
        _stood[order.ComplaintId] = _stood.GetValueOrDefault(order.ComplaintId) + 1;
        if (!_made.TryGetValue(order.ComplaintId, out var attempts))
            _made[order.ComplaintId] = attempts = [];
        attempts.Add((plan.PlanId, plan.PlanOn, order.Attempt, outcome));
        _log.Add((order.Period, plan.PlanOn, outcome));
    }

    private Dictionary<string, CallHistory> History() =>
        _made.ToDictionary(
            one => one.Key,
            one => new CallHistory(
                one.Key,
                _stood[one.Key],
                one.Value.Count,
                one.Value.Exists(attempt => attempt.Outcome.IsReached()),
                one.Value.Exists(attempt => attempt.Outcome == CallOutcome.Answered),
                one.Value[^1].Outcome,
                true,
                _first[one.Key].Order.Inclusion
            )
        );

    private List<ContactCount> Contacts(DateOnly day) =>
        [
            .. _log.Where(one => one.On >= day.AddDays(-CallSizing.HistoryDays))
                .GroupBy(one => one.Period)
                .Select(period => new ContactCount(
                    period.Key,
                    period.Count(),
                    period.Count(one => one.Outcome.IsReached()),
                    period.Count(one => one.Outcome == CallOutcome.Answered)
                )),
        ];

    private CohortOrder Told(Truth one, List<CallPlan> plans)
    {
        if (!_made.TryGetValue(one.Order.ComplaintId, out var attempts))
            return one.Order;
        var valid = attempts.Exists(attempt => attempt.Outcome == CallOutcome.Answered);
        return one.Order with
        {
            Attempts = attempts.Count,
            IsReached = attempts.Exists(attempt => attempt.Outcome.IsReached()),
            IsValid = valid,
            Resolved = valid ? one.Resolved : null,
            Satisfaction = valid ? Snake.Code(one.Satisfaction) : null,
            Inclusion = Inclusion(_first[one.Order.ComplaintId], plans),
        };
    }

    /// <summary>As <c>publish_callbacks.sql</c> has it.</summary>
    internal static double Inclusion((DateOnly On, CallPlan Plan, PlannedOrder Order) first, IEnumerable<CallPlan> plans)
    {
        var missed = 1 - first.Order.Inclusion;
        foreach (var plan in plans.Where(plan => plan.PlanId != first.Plan.PlanId && plan.PlanOn > first.Order.ClosedOn))
        {
            foreach (
                var stratum in plan.Strata.Where(stratum =>
                    stratum.Period == first.Order.Period && stratum.District == first.Order.District && stratum.Street == first.Order.Street
                )
            )
                missed *= Math.Pow(1 - stratum.Probability, first.Order.CallerOrders);
        }
        return 1 - missed;
    }

    private int Pick(double[] weights)
    {
        var at = _random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            if ((at -= weights[i]) < 0)
                return i;
        }
        return weights.Length - 1;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}

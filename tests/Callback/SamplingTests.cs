using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Grouping;
using Hotspot.Settings;
using Hotspot.Store;

namespace Hotspot.Tests.Callback;

/// <summary>The draw of a day: how many of which street, issue and weekday, with which probability.</summary>
public sealed class SamplingTests
{
    private static readonly string[] Issues = ["店外经营", "露天烧烤", "夜间施工扰民"];
    private static readonly Period Week = Period.OfWeek(new Week(2025, 17));
    private static readonly DateOnly Monday = new(2025, 4, 28);

    private static List<CohortOrder> Orders(int count, int seed = 1, int callersOfMany = 0)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new CohortOrder(
                    $"热线-{i:000000}",
                    Week.From,
                    Week.From.AddDays(random.Next(7)),
                    "朝阳区",
                    $"街道{(int)(20 * Math.Pow(random.NextDouble(), 3))}",
                    Issues[random.Next(3)],
                    i < callersOfMany ? $"人{i / 3}" : $"人{i}"
                )),
        ];
    }

    private static PlanInput Input(IReadOnlyList<CohortOrder> orders, CallbackSettings? settings = null, ulong seed = 7) =>
        new(
            Monday,
            [new Cohort(Week, Monday.AddDays(8), 5, orders)],
            new Dictionary<string, CallHistory>(),
            [],
            settings ?? new CallbackSettings { FavourLagging = false },
            ["甲", "乙", "丙"],
            seed
        );

    [Theory]
    [InlineData(0)]
    [InlineData(0.37)]
    [InlineData(0.999999)]
    public void Every_street_issue_and_weekday_is_within_one_of_its_share(double start)
    {
        var random = new Random(5);
        var frame = CallFrame.Sort(Orders(997));
        foreach (var size in (int[])[1, 7, 83, 500, 997])
        {
            var rates = DrawRates.Of([.. frame.Select(_ => 0.5 + 1.5 * random.NextDouble())], size);
            var draw = SystematicDraw.Of(rates, size, start);
            Assert.Equal(size, rates.Sum(), 9);
            Assert.Equal(size, Enumerable.Range(0, frame.Count).Count(draw.IsDrawn));
            foreach (
                var key in (Func<CohortOrder, string>[])
                    [
                        order => order.Street!,
                        order => $"{order.Street}/{order.Issue}",
                        order => $"{order.Street}/{order.Issue}/{order.ClosedOn.DayOfWeek}",
                    ]
            )
            {
                var levels = Enumerable.Range(0, frame.Count).GroupBy(i => key(frame[i]));
                Assert.All(levels, level => Assert.InRange(level.Count(draw.IsDrawn) - level.Sum(i => rates[i]), -1, 1));
            }
        }
    }

    [Fact]
    public void Issues_and_weekdays_of_the_city_come_out_evenly_too()
    {
        // Not by construction, as within a street: serpentine sorting keeps the sums of many streets close.
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var frame = CallFrame.Sort(Orders(800, seed));
            var draw = SystematicDraw.Of(DrawRates.Of([.. frame.Select(_ => 1.0)], 100), 100, new Random(seed).NextDouble());
            Assert.All(
                Enumerable.Range(0, frame.Count).GroupBy(i => frame[i].Issue),
                issue => Assert.InRange(issue.Count(draw.IsDrawn) - issue.Count() / 8.0, -5, 5)
            );
        }
    }

    [Fact]
    public void An_order_is_drawn_as_often_as_its_probability_says()
    {
        var rates = DrawRates.Of([1, 5, 2, 0.5, 9, 3, 3, 1], 3);
        var times = new int[rates.Length];
        const int Starts = 100_000;
        for (var i = 0; i < Starts; i++)
        {
            var draw = SystematicDraw.Of(rates, 3, (i + 0.5) / Starts);
            for (var unit = 0; unit < times.Length; unit++)
                times[unit] += draw.IsDrawn(unit) ? 1 : 0;
        }
        Assert.Equal(1, rates[4]);
        for (var unit = 0; unit < times.Length; unit++)
            Assert.Equal(rates[unit], (double)times[unit] / Starts, 4);
    }

    [Fact]
    public void The_chance_of_a_caller_is_the_share_of_starts_that_take_any_of_the_orders()
    {
        var rates = DrawRates.Of([1, 5, 2, 0.5, 9, 3, 3, 1], 3);
        foreach (
            var units in (int[][])
                [
                    [0],
                    [0, 1],
                    [2, 3, 7],
                    [5, 6],
                    [4, 0],
                    [0, 1, 2, 3, 5, 6, 7],
                ]
        )
        {
            var any = Enumerable.Range(0, 100_000).Count(i => units.Any(SystematicDraw.Of(rates, 3, (i + 0.5) / 100_000).IsDrawn));
            Assert.Equal(any / 100_000.0, SystematicDraw.Of(rates, 3, 0.5).ChanceOfAny(units), 4);
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_one_another()
    {
        var orders = Orders(400);
        var ids = Ids(CallPlanning.Run(Input(orders)));
        Assert.Equal(ids, Ids(CallPlanning.Run(Input([.. orders.AsEnumerable().Reverse()]))));
        Assert.NotEqual(ids, Ids(CallPlanning.Run(Input(orders, seed: 8))));
    }

    [Fact]
    public void What_citizens_answered_elsewhere_changes_nobody_who_is_drawn()
    {
        var orders = Orders(400);
        var random = new Random(3);
        var answered = orders.ConvertAll(order =>
            order with
            {
                Resolved = random.Next(2) == 0,
                Satisfaction = random.Next(2) == 0 ? "satisfied" : "dissatisfied",
                Contacted = random.Next(2) == 0,
            }
        );
        Assert.Equal(Ids(CallPlanning.Run(Input(orders))), Ids(CallPlanning.Run(Input(answered))));
    }

    [Fact]
    public void Probabilities_of_a_plan_sum_to_the_orders_drawn_and_the_plan_keeps_its_seed()
    {
        var plan = CallPlanning.Run(Input(Orders(400)));
        var draw = Assert.Single(plan.Periods);
        Assert.Equal(80, draw.Target);
        Assert.Equal(draw.Drawn, plan.Strata.Sum(stratum => stratum.Eligible * stratum.Probability), 9);
        Assert.Equal(draw.Drawn, plan.Orders.Count);
        Assert.All(plan.Orders, order => Assert.Equal(draw.Drawn / 400.0, order.Probability, 12));
        Assert.NotEqual(0ul, draw.Seed);
    }

    [Fact]
    public void A_caller_is_called_once_about_all_orders_and_every_telephonist_has_as_many_calls()
    {
        var orders = Orders(300, callersOfMany: 150);
        var plan = CallPlanning.Run(Input(orders));
        Assert.All(
            plan.Orders.GroupBy(order => orders.Single(one => one.ComplaintId == order.ComplaintId).CallerKey),
            caller =>
            {
                Assert.Single(caller.Select(order => (order.CallNo, order.Staff, order.Inclusion)).Distinct());
                Assert.Equal(orders.Count(order => order.CallerKey == caller.Key), caller.Count());
                Assert.True(caller.First().Inclusion >= caller.Max(order => order.Probability) - 1e-9);
            }
        );
        Assert.Contains(plan.Orders, order => order.Reason == Records.CallReason.Caller);
        var calls = plan
            .Orders.GroupBy(order => order.Staff)
            .Select(staff => staff.Select(order => order.CallNo).Distinct().Count())
            .ToList();
        Assert.InRange(calls.Max() - calls.Min(), 0, 1);
    }

    [Fact]
    public void Orders_without_a_phone_are_never_drawn_and_count_in_the_target()
    {
        var orders = Orders(100).ConvertAll(order => order.ComplaintId.EndsWith('1') ? order with { CallerKey = null } : order);
        var plan = CallPlanning.Run(Input(orders));
        Assert.DoesNotContain(plan.Orders, order => order.ComplaintId.EndsWith('1'));
        Assert.Equal((100, 90, 20), (plan.Periods[0].Orders, plan.Periods[0].Callable, plan.Periods[0].Target));
    }

    [Fact]
    public void A_street_of_three_needs_one_call_and_no_street_is_rounded_up_without_a_minimum()
    {
        List<CohortOrder> orders =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(i => new CohortOrder($"{i:000}", Week.From, Week.From, "朝阳区", $"街道{i / 3:000}", Issues[0], $"人{i}")),
        ];
        var settings = new CallbackSettings { Counting = CallbackCounting.Dialled, FavourLagging = false };
        var input = Input(orders, settings);
        input = input with { Cohorts = [input.Cohorts[0] with { DaysLeft = 1 }] };
        Assert.Equal(60, CallPlanning.Run(input).Orders.Count);
        var plan = CallPlanning.Run(input with { Settings = settings with { StreetMinimum = 0.2 } });
        Assert.Equal(100, plan.Orders.Select(order => order.Street).Distinct().Count());
        Assert.Equal((60, 40), (plan.Periods[0].Drawn, plan.Periods[0].Extra));
        Assert.Equal(100, plan.Strata.Sum(stratum => stratum.Eligible * stratum.Probability), 6);
    }

    [Fact]
    public void Unfinished_orders_come_first_until_three_attempts_are_made_or_nothing_more_can_be_asked()
    {
        var orders = Orders(60);
        CallHistory Known(int at, int attempts, Records.CallOutcome? last, bool valid = false, bool phone = true) =>
            new(orders[at].ComplaintId, 1, attempts, valid, valid, last, phone, 0.2);
        var input = Input(orders) with
        {
            History = new[]
            {
                Known(0, 1, Records.CallOutcome.NoAnswer),
                Known(1, 2, Records.CallOutcome.SwitchedOff),
                Known(2, 0, null),
                Known(3, 3, Records.CallOutcome.NoAnswer),
                Known(4, 1, Records.CallOutcome.Refused),
                Known(5, 1, Records.CallOutcome.WrongNumber),
                Known(6, 1, Records.CallOutcome.Answered, valid: true),
                Known(7, 0, null, phone: false),
            }.ToDictionary(one => one.ComplaintId),
        };
        var plan = CallPlanning.Run(input);
        Assert.Equal(
            [(orders[2].ComplaintId, 1), (orders[0].ComplaintId, 2), (orders[1].ComplaintId, 3)],
            plan.Orders.Take(3).Select(order => (order.ComplaintId, order.Attempt))
        );
        Assert.All(plan.Orders.Take(3), order => Assert.Equal(Records.CallReason.Unfinished, order.Reason));
        Assert.Empty(Ids(plan).Intersect(orders.Skip(3).Take(5).Select(order => order.ComplaintId)));
        Assert.Equal(plan.Periods[0].Calls, plan.Orders.Count);
    }

    [Fact]
    public void A_street_behind_is_drawn_more_often_within_bounds()
    {
        var orders = Orders(400);
        var ahead = orders.Where(order => order.Street == "街道0").Take(60).ToList();
        var input = Input(orders, new CallbackSettings()) with
        {
            History = ahead.ToDictionary(
                order => order.ComplaintId,
                order => new CallHistory(order.ComplaintId, 1, 1, true, true, Records.CallOutcome.Answered, true, 0.2)
            ),
        };
        var strata = CallPlanning.Run(input).Strata;
        var most = strata.Max(stratum => stratum.Probability);
        Assert.True(strata.Single(stratum => stratum.Street == "街道0").Probability < most / 1.5);
        Assert.InRange(most / strata.Min(stratum => stratum.Probability), 1, 4.000001);
    }

    private static List<string> Ids(CallPlan plan) => [.. plan.Orders.Select(order => order.ComplaintId)];
}

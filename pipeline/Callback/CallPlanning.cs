using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotspot.Grouping;
using Hotspot.Records;
using Hotspot.Store;

namespace Hotspot.Callback;

/// <summary>
/// The plan of a day: each open cohort draws, callers are called once about all their orders that may be called, and the calls are dealt out in turn. A pure
/// function: the same input gives the same plan.
/// </summary>
public static class CallPlanning
{
    public static CallPlan Run(PlanInput input)
    {
        ArgumentOutOfRangeException.ThrowIfZero(input.Staff.Count);
        var draws = input.Cohorts.Select(cohort => (cohort, draw: new CohortDraw(cohort, input))).ToList();
        var wanted = draws
            .SelectMany(at => at.draw.Wanted.Select(one => (at.cohort.Period.Name, one)))
            .ToDictionary(at => at.one.Order.ComplaintId, at => at, StringComparer.Ordinal);
        var ofCaller = draws
            .SelectMany(at => at.cohort.Orders.Where(order => order.CallerKey is not null).Select(order => (at.cohort, at.draw, order)))
            .ToLookup(at => at.order.CallerKey!, StringComparer.Ordinal);
        var orders = new List<PlannedOrder>();
        var callNo = 0;
        var callers = wanted
            .Values.OrderBy(at => at.one.Reason == CallReason.Unfinished ? 0 : 1)
            .Select(at => at.one.Order.CallerKey!)
            .Distinct(StringComparer.Ordinal);
        foreach (var caller in callers)
        {
            callNo++;
            var all = ofCaller[caller].ToList();
            var known = all.Select(at => input.History.GetValueOrDefault(at.order.ComplaintId)).FirstOrDefault(one => one is not null);
            var missed = 1 - (known?.Inclusion ?? 0);
            foreach (var (_, draw) in draws)
                missed *= 1 - draw.ChanceOfAny([.. all.Where(at => at.draw == draw).Select(at => at.order)]);
            foreach (var (cohort, draw, order) in all)
            {
                var before = input.History.GetValueOrDefault(order.ComplaintId);
                if (before is not null && !draw.CanBeCalled(before))
                    continue;
                var asked = wanted.TryGetValue(order.ComplaintId, out var one) ? one.one : new Wanted(order, CallReason.Caller, 0);
                orders.Add(
                    new PlannedOrder(
                        cohort.Period.Name,
                        order.ComplaintId,
                        callNo,
                        input.Staff[(callNo - 1) % input.Staff.Count],
                        (before?.Attempts ?? 0) + 1,
                        asked.Reason,
                        asked.Probability,
                        before?.Inclusion ?? 1 - missed,
                        Math.Max(1, draw.Fresh(all.Select(at => at.order))),
                        order.ClosedOn,
                        order.ReportedOn,
                        order.District,
                        order.Street,
                        order.Issue
                    )
                );
            }
        }
        orders.Sort((a, b) => a.CallNo != b.CallNo ? a.CallNo - b.CallNo : string.CompareOrdinal(a.ComplaintId, b.ComplaintId));
        return new CallPlan(
            Id(input, orders),
            input.Day,
            input.Staff,
            [.. draws.Select(at => at.draw.Period)],
            [.. draws.SelectMany(at => at.draw.Strata)],
            orders
        );
    }

    /// <summary>The day, and eight hex digits that another home's plan of the day does not have.</summary>
    private static string Id(PlanInput input, List<PlannedOrder> orders)
    {
        var text = string.Concat(orders.Select(order => $"{order.CallNo} {order.ComplaintId} {order.Staff}\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{input.Seed} {text}")));
        return string.Create(CultureInfo.InvariantCulture, $"{input.Day:O}-{hash[..8]}");
    }
}

using System.Globalization;
using System.Text.Json;
using Hotspot.Records;

namespace Hotspot.Store;

/// <summary>Plans of callbacks in the store.</summary>
public static class CallPlanTable
{
    public static void Add(Session store, CallPlan plan, DateTime madeAt)
    {
        store.Execute(
            "Store/callback_plan_add",
            ("plan_id", plan.PlanId),
            ("plan_on", plan.PlanOn),
            ("made_at", madeAt),
            ("staff", JsonSerializer.Serialize(plan.Staff))
        );
        using (var draws = store.Append("callback_draw"))
        {
            foreach (var draw in plan.Periods)
                draws
                    .CreateRow()
                    .AppendValue(plan.PlanId)
                    .AppendValue(draw.Period)
                    .AppendValue(draw.FromOn)
                    .AppendValue(draw.LastOn)
                    .AppendValue(draw.ClosesOn)
                    .AppendValue(draw.Orders)
                    .AppendValue(draw.Callable)
                    .AppendValue(draw.Target)
                    .AppendValue(draw.Made)
                    .AppendValue(draw.ContactRate)
                    .AppendValue(draw.DaysLeft)
                    .AppendValue(draw.Calls)
                    .AppendValue(draw.Drawn)
                    .AppendValue(draw.Extra)
                    .AppendValue(draw.Seed.ToString(CultureInfo.InvariantCulture))
                    .EndRow();
        }
        using (var strata = store.Append("callback_stratum"))
        {
            foreach (var stratum in plan.Strata)
                strata
                    .CreateRow()
                    .AppendValue(plan.PlanId)
                    .AppendValue(stratum.Period)
                    .AppendValue(stratum.District)
                    .AppendValue(stratum.Street)
                    .AppendValue(stratum.Eligible)
                    .AppendValue(stratum.Drawn)
                    .AppendValue(stratum.Extra)
                    .AppendValue(stratum.Probability)
                    .EndRow();
        }
        using var calls = store.Append("callback_call");
        foreach (var order in plan.Orders)
            calls
                .CreateRow()
                .AppendValue(plan.PlanId)
                .AppendValue(order.Period)
                .AppendValue(order.ComplaintId)
                .AppendValue(order.CallNo)
                .AppendValue(order.Staff)
                .AppendValue(order.Attempt)
                .AppendValue(Snake.Code(order.Reason))
                .AppendValue(order.Probability)
                .AppendValue(order.Inclusion)
                .AppendValue(order.CallerOrders)
                .AppendValue(order.ClosedOn)
                .AppendValue(order.ReportedOn)
                .AppendValue(order.District)
                .AppendValue(order.Street)
                .AppendValue(order.Issue)
                .AppendValue(order.HasPhone)
                .EndRow();
    }

    /// <summary>The plan of a day; null: nobody planned it.</summary>
    public static CallPlan? Of(Session store, DateOnly day) => Read(store, "Store/callback_plan_of", ("day", day));

    /// <summary>Null: no plan of this home.</summary>
    public static CallPlan? Of(Session store, string planId) => Read(store, "Store/callback_plan_by_id", ("plan_id", planId));

    private static CallPlan? Read(Session store, string sql, (string, object?) which)
    {
        var head = store.Query(
            sql,
            row => (Id: row.GetString(0), On: row.DayAt(1)!.Value, Staff: JsonSerializer.Deserialize<string[]>(row.GetString(2))!),
            which
        );
        if (head is not [var plan])
            return null;
        var id = ("plan_id", (object?)plan.Id);
        return new CallPlan(
            plan.Id,
            plan.On,
            plan.Staff,
            store.Query(
                "Store/callback_draws",
                row => new PeriodDraw(
                    row.GetString(1),
                    row.DayAt(2)!.Value,
                    row.DayAt(3)!.Value,
                    row.DayAt(4)!.Value,
                    row.GetInt32(5),
                    row.GetInt32(6),
                    row.GetInt32(7),
                    row.GetInt32(8),
                    row.GetDouble(9),
                    row.GetInt32(10),
                    row.GetInt32(11),
                    row.GetInt32(12),
                    row.GetInt32(13),
                    ulong.Parse(row.GetString(14), CultureInfo.InvariantCulture)
                ),
                id
            ),
            store.Query(
                "Store/callback_strata",
                row => new StratumDraw(
                    row.GetString(1),
                    row.TextAt(2),
                    row.TextAt(3),
                    row.GetInt32(4),
                    row.GetInt32(5),
                    row.GetInt32(6),
                    row.GetDouble(7)
                ),
                id
            ),
            store.Query(
                "Store/callback_calls",
                row => new PlannedOrder(
                    row.GetString(1),
                    row.GetString(2),
                    row.GetInt32(3),
                    row.GetString(4),
                    row.GetInt32(5),
                    Snake.Parse<CallReason>(row.GetString(6)),
                    row.GetDouble(7),
                    row.GetDouble(8),
                    row.GetInt32(9),
                    row.DayAt(10)!.Value,
                    row.DayAt(11)!.Value,
                    row.TextAt(12),
                    row.TextAt(13),
                    row.GetString(14),
                    row.GetBoolean(15)
                ),
                id
            )
        );
    }

    /// <summary>What plans before the day made of their orders, by order number.</summary>
    public static IReadOnlyDictionary<string, CallHistory> History(Session store, DateOnly day) =>
        store
            .Query(
                "Store/callback_history",
                row => new CallHistory(
                    row.GetString(0),
                    (int)row.GetInt64(1),
                    (int)row.GetInt64(2),
                    row.GetBoolean(3),
                    row.GetBoolean(4),
                    row.TextAt(5) is { } outcome ? Snake.Parse<CallOutcome>(outcome) : null,
                    row.GetBoolean(6),
                    row.GetDouble(7)
                ),
                ("day", day)
            )
            .ToDictionary(order => order.ComplaintId, StringComparer.Ordinal);

    /// <summary>Attempts of the plans from <paramref name="since"/> on, before the day, by cohort.</summary>
    public static IReadOnlyList<ContactCount> Contacts(Session store, DateOnly since, DateOnly day) =>
        store.Query(
            "Store/callback_contacts",
            row => new ContactCount(row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3)),
            ("since", since),
            ("day", day)
        );
}

using Hotspot.Calendar;
using Hotspot.Callback;
using Hotspot.Enrich;
using Hotspot.Grouping;
using Hotspot.Language;
using Hotspot.Privacy;
using Hotspot.Privacy.Sealing;
using Hotspot.Store;

namespace Hotspot.Runs.Callbacks;

/// <summary><c>callback plan</c>: draws the calls of a day and writes a sheet for each telephonist. A day is drawn once; asked again, it gives the same plan.</summary>
internal static class PlanRun
{
    /// <exception cref="OperatorException">No workday (exit 2); nothing loaded, or no keys (exit 4).</exception>
    public static CallbackPlanned Execute(RunContext context, PlanRequest request)
    {
        var home = context.Home;
        var day = request.Day ?? context.Clock.Today;
        var generation = PublishedData.Of(context);
        var city = HomeCity.Of(context);
        if (!city.Calendar.IsWorkday(day))
            throw new OperatorException(
                ExitCode.WrongUse,
                "callback_not_workday",
                ("day", day.Iso()),
                ("next", city.Calendar.NextWorkday(day).Iso())
            );
        using var held = RunLock.Take(home);
        var keys = Keys.Existing(home);
        using var store = ComplaintStore.Open(home.Store, context.Limits);
        var session = store.Session;
        var ledger = new RunLedger(context, "callback");
        var swept = CallSheetFiles.Sweep(context, session, keys);
        context.Progress.Step("step.callback_plan", ("day", day.Iso()));
        using var reader = ComplaintReader.Open(generation, day.AddDays(1), context.Limits);
        var known = CallPlanTable.Of(session, day);
        var cohorts = Open(context, reader, city, day);
        var plan = ledger.Step(
            "plan",
            day.Iso(),
            () => known ?? Draw(context, session, cohorts, request, day),
            drawn => (cohorts.Sum(cohort => cohort.Orders.Count), drawn.Orders.Count, null)
        );

        var orders = cohorts.SelectMany(cohort => cohort.Orders).ToDictionary(order => order.ComplaintId, StringComparer.Ordinal);
        var phones = Phones(context, plan, orders, keys);
        if (known is null)
        {
            plan = plan with { Orders = [.. plan.Orders.Select(order => order with { HasPhone = phones.ContainsKey(order.CallNo) })] };
            using var transaction = session.Begin();
            CallPlanTable.Add(session, plan, context.Clock.Now);
            transaction.Commit();
        }
        var files = ledger.Step("sheets", "", () => CallSheetFiles.Write(context, session, plan, phones, Stories(reader, cohorts, plan)));
        return new CallbackPlanned(plan, known is null, files, orders.Values.Count(order => order.CallerKey is null), swept);
    }

    private static List<Cohort> Open(RunContext context, ComplaintReader reader, CityReference city, DateOnly day)
    {
        var settings = context.Settings;
        var window = settings.Callback.WindowWorkdays;
        return
        [
            .. city
                .Calendar.Open(settings.Callback.Period, day, settings.WeekStart, settings.MonthRule, window)
                .Select(period =>
                {
                    var closes = city.Calendar.ClosesOn(period, window);
                    return new Cohort(period, closes, city.Calendar.Workdays(day, closes), Cohorts.Orders(reader, period, city, day));
                })
                .Where(cohort => cohort.Orders.Count > 0),
        ];
    }

    private static CallPlan Draw(RunContext context, Session store, List<Cohort> cohorts, PlanRequest request, DateOnly day) =>
        CallPlanning.Run(
            new PlanInput(
                day,
                cohorts,
                CallPlanTable.History(store, day),
                CallPlanTable.Contacts(store, day.AddDays(-CallSizing.HistoryDays), day),
                context.Settings.Callback,
                request.Staff.Count > 0
                    ? request.Staff
                    :
                    [
                        .. Enumerable
                            .Range(1, request.Telephonists)
                            .Select(number => context.Phrases.Say("callback.staff", ("number", number))),
                    ],
                context.Settings.Seed
            )
        );

    /// <summary>Opened only where a sheet is to be written.</summary>
    private static IReadOnlyDictionary<int, string> Phones(
        RunContext context,
        CallPlan plan,
        Dictionary<string, CohortOrder> orders,
        KeyRing keys
    )
    {
        var missing = plan
            .Staff.Where(staff => !File.Exists(Path.Combine(context.Home.Callback, CallSheetFiles.NameOf(context, plan, staff))))
            .ToHashSet(StringComparer.Ordinal);
        var callers = plan
            .Orders.Where(order => missing.Contains(order.Staff) && order.HasPhone)
            .Where(order => orders.TryGetValue(order.ComplaintId, out var one) && one.CallerKey is not null)
            .ToDictionary(order => order.ComplaintId, order => orders[order.ComplaintId].CallerKey!, StringComparer.Ordinal);
        return OpenedPhones.Of(context, plan, callers, keys);
    }

    private static Dictionary<string, string> Stories(ComplaintReader reader, List<Cohort> cohorts, CallPlan plan)
    {
        var asked = plan.Orders.Select(order => order.ComplaintId).ToHashSet(StringComparer.Ordinal);
        return cohorts
            .SelectMany(cohort => reader.CallbackStories(new DaySpan(cohort.Period.From, cohort.Period.Until)))
            .Where(story => asked.Contains(story.Key))
            .ToDictionary(StringComparer.Ordinal);
    }
}
